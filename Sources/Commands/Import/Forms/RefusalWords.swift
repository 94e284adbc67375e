import Content
import Diagnostics
import Importing
import Rules
import Values

/// Why nothing is made of a form, in words: the rule, and what is said of the form behind its name.
enum RefusalWords {
    static func words(for refusal: FormDraft.Refusal) -> (rule: Rule, message: LocalizedText) {
        switch refusal {
        case .severalForms(let forms):
            let named = forms.map { FormWords.named($0.team, $0.enterprise) }
            let (zh, en) = (named.map(\.zh), named.map(\.en))
            return words(
                .importDuplicate,
                "文件里不止一份申报表：\(FormWords.list(zh, "、"))，没有起草；请分开，一个文件只放一份，再导入。",
                "holds more than one form: \(FormWords.list(en, ", ")). Nothing was drafted: save each in a file of its own."
            )
        case .severalAnswers(let answers, let label):
            let stated = answers.map { "“\(FormWords.shortened($0))”" }
            return words(
                .importValue, "“\(label)”填了几处，内容不同：\(FormWords.list(stated, "、"))，没有起草；请在表上改成一致。",
                "answers “\(label)” in several ways: \(FormWords.list(stated, ", ")). Nothing was drafted: make them agree."
            )
        case .doubtfulName(let found, let label): return doubtfulName(found, label)
        case .noField(let label, let field, let unknown): return noField(label, field, unknown)
        case .unnamedRecommendation(let label):
            let answer = ImportAcceptance.emptyRecommender
            return words(
                .importRecommender,
                "填了“\(label)”，却没有写由谁推荐，没有起草；请写推荐单位的全称，企业自荐的写“自荐”。（如果\(answer.meaning.zh)，加 --accept \(answer.rawValue)）",
                "answers “\(label)” and names no recommender: nothing was drafted. Write its full name, or 自荐. (--accept \(answer.rawValue) to \(answer.meaning.en))"
            )
        case .recommendationElsewhere(let text):
            let answer = ImportAcceptance.emptyRecommender
            let shown = FormWords.shortened(text)
            return words(
                .importRecommender,
                "写着“\(shown)”，推荐单位一栏却是空的，没有起草；请在这一栏写推荐单位的全称，企业自荐的写“自荐”。（如果\(answer.meaning.zh)，加 --accept \(answer.rawValue)）",
                "says “\(shown)” and leaves the recommender empty: nothing was drafted. Write its full name there, or 自荐. (--accept \(answer.rawValue) to \(answer.meaning.en))"
            )
        case .provinces(let signs):
            let told = signs.map(sign)
            return words(
                .importProvince,
                "\(FormWords.list(told.map(\.zh), "，"))，看不出班组属于哪个省份，没有起草；请核对，再用 --province 写明。",
                "tells several provinces: \(FormWords.list(told.map(\.en), ", ")). Nothing was drafted: check them and name the province with --province."
            )
        case .noTeam: return words(.importIncomplete, "没有填班组名称，没有起草。", "names no team: nothing was drafted.")
        case .noEnterprise:
            return words(.importIncomplete, "没有填企业名称，没有起草。", "names no enterprise: nothing was drafted.")
        case .noYear: return words(.importYear, "没有填申报年度，请用 --year 写明。", "has no year; name one with --year.")
        case .unusableYear(let year, let expected):
            return words(
                .importYear, "申报年度“\(year)”不能用：\(expected.zh)；请用 --year 写明。",
                "has the year “\(year)”, which must be \(expected.en); name one with --year.")
        case .unnamedRecommender(let stated):
            return words(
                .importRecommender, "推荐单位写的是“\(stated)”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。",
                "says “\(stated)” for its recommender, which names no association: write its full name alone, or 自荐.")
        case .noProvince:
            return words(
                .importProvince, "看不出省份，没有起草；请用 --province 写明。",
                "does not tell its province: nothing was drafted; name it with --province.")
        case .misplacedNames(let fault):
            let message = fault.message
            return words(.importNames, "\(message.zh)没有起草。", "was not drafted. \(message.en)")
        case .unknownRecommender(let unknown):
            let answer = ImportAcceptance.unknownRecommenders
            return words(
                .importRecommender,
                "\(unknown.message.zh)没有起草。（如果\(answer.meaning.zh)，加 --accept \(answer.rawValue)）",
                "was not drafted. \(unknown.message.en) (--accept \(answer.rawValue) to \(answer.meaning.en))")
        }
    }

    /// What tells a province.
    private static func sign(_ sign: DraftProvince.Sign) -> LocalizedText {
        let (zh, en) = (sign.province.shortName, sign.province.englishName)
        return switch sign.source {
        case .recommender: LocalizedText(zh: "推荐单位在\(zh)", en: "its recommender is of \(en)")
        case .answer(let label): LocalizedText(zh: "“\(label)”填的在\(zh)", en: "“\(label)” says \(en)")
        case .enterprise: LocalizedText(zh: "企业名称以\(zh)的地名开头", en: "its enterprise is named after \(en)")
        case .branch: LocalizedText(zh: "企业名称里又有\(zh)的地名", en: "and after a place in \(en)")
        }
    }

    /// What stands behind a name and has to be decided by its writer. A person is not named.
    private static func doubtfulName(_ found: NameAside.Found, _ label: String) -> (Rule, LocalizedText) {
        switch found.aside {
        case .standing(let standing):
            words(
                .importOtherList,
                "“\(label)”写着“\(found.name)”（\(found.text)），像是\(standing.description.zh)，没有起草；在名单上的，请删去这几个字。",
                "says (\(found.text)) behind “\(found.name)”, as of \(standing.description.en). Nothing was drafted: if it is on the list, take these words out."
            )
        case .person, .maybePerson:
            words(
                .importPersonalData,
                "“\(found.name)”后面像是人的姓名，没有起草；个人信息不进名单，请从“\(label)”中删去。",
                "has what looks like a person's name behind “\(found.name)”. Nothing was drafted: take it out of “\(label)”."
            )
        case .seal, .particulars, .formerName, .laterName:
            words(
                .importNames,
                "“\(label)”写了两个名称：“\(found.name)”（\(found.text)），没有起草；请只写授予时的名称，另一个写进 enterprises.yaml 的“名称”。",
                "gives two names as “\(label)”: “\(found.name)” (\(found.text)). Nothing was drafted: write the name that the title is given to, and the other into `names` in enterprises.yaml."
            )
        }
    }

    private static func words(_ rule: Rule, _ zh: String, _ en: String) -> (Rule, LocalizedText) {
        (rule, LocalizedText(zh: zh, en: en))
    }

    /// A field that the file does not have.
    private static func noField(
        _ label: String, _ field: FormDraft.RosterField, _ unknown: [FilledForm.UnknownAnswer]
    ) -> (Rule, LocalizedText) {
        let rows = FormWords.answers(unknown)
        let seen = LocalizedText(
            zh: rows.zh.isEmpty ? "" : "；没有看懂的栏目：\(rows.zh)，是这一项的请把栏目名改成“\(label)”",
            en: rows.en.isEmpty ? "" : " Labels not understood: \(rows.en); write “\(label)” where that is meant.")
        let answer = ImportAcceptance.emptyRecommender
        switch field {
        case .team, .enterprise:
            return words(
                .importIncomplete, "没有找到“\(label)”一栏，没有起草\(seen.zh)。",
                "has no “\(label)”: nothing was drafted.\(seen.en)")
        case .year:
            return words(
                .importYear, "没有找到“\(label)”一栏，请用 --year 写明年度\(seen.zh)。",
                "has no “\(label)”; name the year with --year.\(seen.en)")
        case .recommender:
            return words(
                .importRecommender,
                "没有找到“\(label)”一栏，看不出由谁推荐，没有起草\(seen.zh)。请补上这一栏，企业自荐的写“自荐”。（如果\(answer.meaning.zh)，加 --accept \(answer.rawValue)）",
                "has no “\(label)”: who recommends the team is not known, and nothing was drafted.\(seen.en) Add the row, with 自荐 where the enterprise applied itself. (--accept \(answer.rawValue) to \(answer.meaning.en))"
            )
        }
    }
}

/// What reports of imported forms have in common: names, and lists of a few words.
enum FormWords {
    /// How many of one sort are shown before the rest is counted.
    static let maximumShown = 8
    /// In characters.
    private static let longest = 40

    /// A team with its enterprise, where it has one.
    static func named(_ team: String, _ enterprise: String) -> LocalizedText {
        let name = "“\(shortened(team))”"
        guard !enterprise.isEmpty else { return LocalizedText(zh: name, en: name) }
        return LocalizedText(zh: name + "（\(shortened(enterprise))）", en: name + " (\(shortened(enterprise)))")
    }

    /// Answers whose labels are not understood.
    static func answers(_ answers: [FilledForm.UnknownAnswer]) -> LocalizedText {
        let zh = answers.map { "“\(shortened($0.label))”" + ($0.text.isEmpty ? "" : "（\(shortened($0.text))）") }
        let en = answers.map { "“\(shortened($0.label))”" + ($0.text.isEmpty ? "" : " (\(shortened($0.text)))") }
        return LocalizedText(zh: list(zh, "、"), en: list(en, ", "))
    }

    /// In one line, and the first of it where it is long.
    static func shortened(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > longest ? line.prefix(longest) + "…" : line
    }

    static func list(_ names: [String], _ separator: String) -> String {
        names.prefix(maximumShown).joined(separator: separator) + (names.count > maximumShown ? "……" : "")
    }
}
