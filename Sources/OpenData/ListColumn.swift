import Content
import JSONWriting
import SiteModel

/// A column of the open data: the same in CSV, JSON and XLSX. JSON has codes; tables of a site in Chinese, which people open
/// and hand in again, have the Chinese words that rosters accept.
struct ListColumn: Sendable {
    /// In JSON, and in tables of a site in English.
    let name: String
    let chineseName: String
    /// What the column holds, in Chinese and English.
    let purpose: String
    /// JSON Schema type of the column's values.
    let schemaType: JSONValue
    /// In characters of a spreadsheet.
    let width: Double
    let value: @Sendable (Team, Site) -> Value
    /// The value in a table of a site in Chinese.
    private let chineseCell: @Sendable (Team, Site) -> Value

    init(
        _ name: String, _ chineseName: String, _ purpose: String, type: JSONValue = "string", width: Double = 12,
        value: @escaping @Sendable (Team, Site) -> Value, inChinese: (@Sendable (Team, Site) -> Value)? = nil
    ) {
        self.name = name
        self.chineseName = chineseName
        self.purpose = purpose
        schemaType = type
        self.width = width
        self.value = value
        chineseCell = inChinese ?? value
    }

    /// The column of a field of write-ups.
    private init(_ field: DeclaredField) {
        self.init(
            field.schema.english, field.schema.chinese, field.schema.purpose.zh + field.schema.purpose.en,
            type: ["string", "integer", "number", "null"]
        ) { team, _ in
            guard let fact = (team.writeUp?.values).flatMap({ field.facts($0).first }) else { return .none }
            return switch fact.value {
            case .text(let text), .word(let text): .text(text)
            case .number(let number): .number(number)
            case .percent(let number): .text("\(number)")
            case .day(let day): .text(day.description)
            case .span(let span): .text("\(span.from?.description ?? "")/\(span.to?.description ?? "")")
            }
        }
    }

    /// What a cell of a table holds: as `value`, but without codes in a site in Chinese.
    func cell(of team: Team, in site: Site) -> Value {
        site.configuration.language == .chinese ? chineseCell(team, site) : value(team, site)
    }

    /// What a cell holds.
    enum Value {
        case text(String)
        case number(Int)
        case list([String])
        case none

        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .number(let number): .integer(number)
            case .list(let texts): .array(texts.map { .string($0) })
            case .none: .null
            }
        }

        /// Lists are joined by semicolons, as rosters have them.
        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .list(let texts): texts.joined(separator: ";")
            case .none: ""
            }
        }
    }
}

extension ListColumn {
    /// All columns. Their order stays for ever: a new one is the last.
    static let all: [ListColumn] = ofTeams + WriteUpFields.listed.map(ListColumn.init)

    private static let ofTeams: [ListColumn] = [
        ListColumn(
            "year", "年度", "年度。The edition's year.", type: "integer",
            value: { team, _ in .number(team.year) }),
        ListColumn(
            "number", "序号", "名单中的次序，不是排名。Place in the list of the decision; no ranking.", type: "integer",
            value: { team, _ in .number(team.number) }),
        ListColumn(
            "id", "编号", "班组在该年度的编号。The team's id, unique in its year.",
            value: { team, _ in .text(team.id.text) }),
        ListColumn(
            "team", "班组名称", "班组名称。The team's name.", width: 28,
            value: { team, _ in .text(team.name) }),
        ListColumn(
            "enterprise", "企业名称", "授予称号时的企业名称。The enterprise's name when the title was given.", width: 34,
            value: { team, _ in .text(team.row.enterprise.value) }),
        ListColumn(
            "enterprise_present_name", "企业现名", "企业现在的名称。The enterprise's present name.", width: 34,
            value: { team, site in .text(site.enterprises[team.enterprise].name) }),
        ListColumn(
            "enterprise_id", "企业编号", "企业编号，更名后不变。The enterprise's id; stays when its name changes.", width: 20,
            value: { team, site in .text(site.enterprises[team.enterprise].id) }),
        ListColumn(
            "province", "省份", "省份简称。Short name of the province.",
            value: { team, _ in .text(team.province.shortName) }),
        ListColumn(
            "province_code", "行政区划代码", "GB/T 2260 两位代码，新疆生产建设兵团为 XPCC。GB/T 2260, two digits; XPCC for the Corps.",
            value: { team, _ in .text(team.province.code) }),
        ListColumn(
            "mode", "申报方式",
            "recommended 协会推荐，self 企业自荐；中文网站的 CSV、XLSX 写 推荐、自荐。How the team applied; 推荐 or 自荐 in CSV and XLSX of a site in Chinese.",
            value: { team, _ in .text(team.row.mode.value.rawValue) },
            inChinese: { team, _ in .text(ChineseWord.of(team.row.mode.value)) }),
        ListColumn(
            "recommender", "推荐单位", "推荐单位，自荐时为空。The recommending association; none for self-nominated teams.",
            type: ["string", "null"], width: 28,
            value: { team, site in team.association.map { .text(site.associations[$0].name) } ?? .none }),
        ListColumn(
            "honors", "荣誉",
            "title、caq-recommended、caq-awarded；中文网站的 CSV、XLSX 写 质量信得过班组、推荐全国、获全国。The honours; in Chinese in CSV and XLSX of a site in Chinese, divided by semicolons.",
            type: "array", width: 24,
            value: { team, _ in .list(team.row.honors.map(\.value.rawValue)) },
            inChinese: { team, _ in .list(team.row.honors.map { ChineseWord.of($0.value) }) }),
        ListColumn(
            "members", "班组人数", "班组人数。Number of members.", type: ["integer", "null"],
            value: { team, _ in team.row.members.map { .number($0.value) } ?? .none }),
        ListColumn(
            "standing", "状态",
            "held 有效，withdrawn 已撤销；中文网站的 CSV、XLSX 写 有效、撤销。Whether the title stands; 有效 or 撤销 in CSV and XLSX of a site in Chinese.",
            value: { team, _ in .text((team.isHeld ? Standing.held : .withdrawn).rawValue) },
            inChinese: { team, _ in .text(ChineseWord.of(team.isHeld ? Standing.held : .withdrawn)) }),
        ListColumn(
            "withdrawn_on", "撤销日期", "撤销日期。Day of the withdrawal.", type: ["string", "null"],
            value: { team, _ in team.isHeld ? .none : team.row.withdrawnOn.map { .text($0.value.description) } ?? .none
            }),
        ListColumn(
            "withdrawn_reason", "撤销原因", "撤销原因。Reason of the withdrawal.", type: ["string", "null"], width: 30,
            value: { team, _ in team.isHeld ? .none : team.row.reason.map { .text($0.value) } ?? .none }),
        ListColumn(
            "edition_status", "年度状态",
            "publicity 公示，final 公布，draft 草稿；中文网站的 CSV、XLSX 写中文。State of the edition; 公示, 公布 or 草稿 in CSV and XLSX of a site in Chinese.",
            value: { team, site in .text(site.editions[team.edition].entry.status.value.rawValue) },
            inChinese: { team, site in .text(ChineseWord.of(site.editions[team.edition].entry.status.value)) }),
        ListColumn(
            "url", "网址", "班组页面的网址。Address of the team's page.", width: 48,
            value: { team, site in .text(site.absoluteURL(team.url)) }),
    ]
}

extension Site {
    /// The full, percent-encoded address of a site-absolute path.
    func absoluteURL(_ path: String) -> String { configuration.baseURL.absolute(path) }

    /// Points by criterion, where the site publishes them.
    func publishedScores(of team: Team) -> [Criterion: Double]? {
        guard configuration.publishesScores, let scores = team.writeUp?[WriteUpFields.scores], !scores.isEmpty else {
            return nil
        }
        return Dictionary(scores.map { ($0.criterion, $0.points.value) }, uniquingKeysWith: { first, _ in first })
    }
}
