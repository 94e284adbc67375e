import Diagnostics

/// Why two names were taken for one team's, or why nobody but a person can tell.
package enum MatchReason: Sendable, Hashable {
    /// Which name a reason is about.
    package enum Field: Sendable, Hashable {
        case team, enterprise
    }

    // For it.

    /// Width, blanks, capitals, invisible or traditional characters.
    case spelling(Field)
    /// 班, 班组, 小组.
    case teamEnding(String, String)
    /// 有限公司, 有限责任公司, 集团 and the like.
    case legalForm(String, String)
    /// 中国建筑第八工程局, 中建八局.
    case shortForm
    /// What stands in brackets in one of both, and is not there in the other.
    case brackets(Field, String)
    /// One number in two scripts: 三班, 第3班.
    case numerals(Field)
    /// 杭州市 for 杭州.
    case placeEnding
    /// The team's name begins with that of its enterprise.
    case enterpriseInTeam
    /// One character is another, missing or too much; in a word of the trade, or in a name.
    case slip(Field, String, String, inWord: Bool)
    /// Another name of the enterprise, by `enterprises.yaml`, and the one that the known team has.
    case otherName(String, String)

    // Against it.

    /// The names are near, and may be those of two.
    case near(Field, String, String)
    /// Both names differ by a slip.
    case bothDiffer
    /// The enterprises differ by one character of their own names, and many have teams of this name.
    case commonTeamName
    case province(Province, Province)
    case recommender(String, String)
    case noEnterprise
    /// The team's name is the same, and the enterprises are two, or one in two forms.
    case otherEnterprise(String, String)
    /// Only one of the enterprises' names begins with a place.
    case placeMissing(String)

    /// Whether the reason speaks against the two being one.
    package var isDoubt: Bool {
        switch self {
        case .spelling, .teamEnding, .legalForm, .shortForm, .brackets, .numerals, .placeEnding, .enterpriseInTeam,
            .slip, .otherName:
            false
        case .near, .bothDiffer, .commonTeamName, .province, .recommender, .noEnterprise, .otherEnterprise,
            .placeMissing:
            true
        }
    }

    /// The reason in words that go on after a colon, without a full stop.
    package var text: LocalizedText {
        switch self {
        case .spelling(let field):
            LocalizedText(
                zh: "\(field.chinese)只有空格、全角、大小写、繁简这类写法不同", en: "only the typing of the \(field.english) differs")
        case .teamEnding(let one, let other): Self.written(one, other, zh: "班组名称的末尾", en: "the end of the team's name")
        case .legalForm(let one, let other):
            Self.written(one, other, zh: "企业名称里的公司形式", en: "the legal form of the enterprise")
        case .otherName(let one, let other):
            LocalizedText(
                zh: "按 enterprises.yaml，“\(one)”与“\(other)”是同一企业",
                en: "by enterprises.yaml “\(one)” and “\(other)” are one enterprise")
        case .shortForm:
            LocalizedText(zh: "企业名称一处用全称、一处用简称", en: "one of the enterprise's names is a short form")
        case .brackets(let field, let text):
            LocalizedText(
                zh: "\(field.chinese)只有一处带括号“\(text)”", en: "only one \(field.english) has “\(text)” in brackets")
        case .numerals(let field):
            LocalizedText(
                zh: "\(field.chinese)里的数字写法不同、数目相同",
                en: "the numbers in the \(field.english) are equal, in other figures")
        case .placeEnding:
            LocalizedText(zh: "企业名称里的地名只差“省”“市”", en: "the place in the enterprise's name only lacks 省 or 市")
        case .enterpriseInTeam: LocalizedText(zh: "班组名称前写了企业名称", en: "the team's name begins with the enterprise's")
        case .slip(let field, let one, let other, _):
            LocalizedText(
                zh: "\(field.chinese)只差一个字：\(Self.quoted(one, none: "（无）"))与\(Self.quoted(other, none: "（无）"))",
                en:
                    "the \(field.english) differs in one character: \(Self.quoted(one, none: "nothing")) and \(Self.quoted(other, none: "nothing"))"
            )
        case .near(let field, let one, let other):
            LocalizedText(
                zh: "\(field.chinese)相近而不相同：“\(one)”与“\(other)”",
                en: "the \(field.english)s are near, not equal: “\(one)” and “\(other)”")
        case .bothDiffer: LocalizedText(zh: "班组名称和企业名称都有出入", en: "the names of team and enterprise both differ")
        case .commonTeamName:
            LocalizedText(
                zh: "企业名称差一个字，而许多企业都有这样名称的班组", en: "the enterprises differ, and many have a team of this name")
        case .province(let one, let other):
            LocalizedText(
                zh: "省份不同：“\(one.shortName)”与“\(other.shortName)”",
                en: "the provinces differ: \(one.englishName) and \(other.englishName)")
        case .recommender(let one, let other):
            LocalizedText(zh: "推荐单位不同：“\(one)”与“\(other)”", en: "the recommenders differ: “\(one)” and “\(other)”")
        case .noEnterprise: LocalizedText(zh: "没有写企业名称", en: "no enterprise is given")
        case .otherEnterprise(let one, let other):
            LocalizedText(
                zh: "班组名称相同，企业一处是“\(one)”、一处是“\(other)”",
                en: "the team's name is the same, the enterprises are “\(one)” and “\(other)”")
        case .placeMissing(let place):
            LocalizedText(zh: "只有一处企业名称写有“\(place)”", en: "only one of the enterprises' names has “\(place)”")
        }
    }

    private static func written(_ one: String, _ other: String, zh: String, en: String) -> LocalizedText {
        LocalizedText(
            zh: "\(zh)写法不同：\(quoted(one, none: "（无）"))与\(quoted(other, none: "（无）"))",
            en: "\(en) is written \(quoted(one, none: "not at all")) and \(quoted(other, none: "not at all"))")
    }

    /// - Parameter none: what an empty text is called.
    private static func quoted(_ text: String, none: String) -> String { text.isEmpty ? none : "“\(text)”" }
}

extension MatchReason.Field {
    fileprivate var chinese: String { self == .team ? "班组名称" : "企业名称" }
    fileprivate var english: String { self == .team ? "team's name" : "enterprise's name" }
}
