import Content
import JSONWriting
import SiteModel

/// A column of the open data: the same in CSV, JSON and XLSX, in an order that stays for ever. JSON has codes; tables of
/// a site in Chinese, which people open and hand in again, have the Chinese words that rosters accept.
enum ListColumn: String, CaseIterable {
    case year, number, id, team, enterprise
    case enterprisePresentName = "enterprise_present_name"
    case enterpriseID = "enterprise_id"
    case province
    case provinceCode = "province_code"
    case mode, recommender, honors, members, standing
    case withdrawnOn = "withdrawn_on"
    case withdrawnReason = "withdrawn_reason"
    case editionStatus = "edition_status"
    case url

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

    var chineseName: String {
        switch self {
        case .year: "年度"
        case .number: "序号"
        case .id: "编号"
        case .team: "班组名称"
        case .enterprise: "企业名称"
        case .enterprisePresentName: "企业现名"
        case .enterpriseID: "企业编号"
        case .province: "省份"
        case .provinceCode: "行政区划代码"
        case .mode: "申报方式"
        case .recommender: "推荐单位"
        case .honors: "荣誉"
        case .members: "班组人数"
        case .standing: "状态"
        case .withdrawnOn: "撤销日期"
        case .withdrawnReason: "撤销原因"
        case .editionStatus: "年度状态"
        case .url: "网址"
        }
    }

    /// What the column holds, in Chinese and English.
    var purpose: String {
        switch self {
        case .year: "年度。The edition's year."
        case .number: "名单中的次序，不是排名。Place in the list of the decision; no ranking."
        case .id: "班组在该年度的编号。The team's id, unique in its year."
        case .team: "班组名称。The team's name."
        case .enterprise: "授予称号时的企业名称。The enterprise's name when the title was given."
        case .enterprisePresentName: "企业现在的名称。The enterprise's present name."
        case .enterpriseID: "企业编号，更名后不变。The enterprise's id; stays when its name changes."
        case .province: "省份简称。Short name of the province."
        case .provinceCode: "GB/T 2260 两位代码，新疆生产建设兵团为 XPCC。GB/T 2260, two digits; XPCC for the Corps."
        case .mode:
            "recommended 协会推荐，self 企业自荐；中文网站的 CSV、XLSX 写 推荐、自荐。How the team applied; 推荐 or 自荐 in CSV and XLSX of a site in Chinese."
        case .recommender: "推荐单位，自荐时为空。The recommending association; none for self-nominated teams."
        case .honors:
            "title、caq-recommended、caq-awarded；中文网站的 CSV、XLSX 写 质量信得过班组、推荐全国、获全国。The honours; in Chinese in CSV and XLSX of a site in Chinese, divided by semicolons."
        case .members: "班组人数。Number of members."
        case .standing:
            "held 有效，withdrawn 已撤销；中文网站的 CSV、XLSX 写 有效、撤销。Whether the title stands; 有效 or 撤销 in CSV and XLSX of a site in Chinese."
        case .withdrawnOn: "撤销日期。Day of the withdrawal."
        case .withdrawnReason: "撤销原因。Reason of the withdrawal."
        case .editionStatus:
            "publicity 公示，final 公布，draft 草稿；中文网站的 CSV、XLSX 写中文。State of the edition; 公示, 公布 or 草稿 in CSV and XLSX of a site in Chinese."
        case .url: "班组页面的网址。Address of the team's page."
        }
    }

    /// JSON Schema type of the column's values.
    var schemaType: JSONValue {
        switch self {
        case .year, .number: "integer"
        case .members: ["integer", "null"]
        case .honors: "array"
        case .recommender, .withdrawnOn, .withdrawnReason: ["string", "null"]
        default: "string"
        }
    }

    func value(of team: Team, in site: Site) -> Value {
        let row = team.row
        let enterprise = site.enterprises[team.enterprise]
        switch self {
        case .year: return .number(team.year)
        case .number: return .number(team.number)
        case .id: return .text(team.id.text)
        case .team: return .text(team.name)
        case .enterprise: return .text(row.enterprise.value)
        case .enterprisePresentName: return .text(enterprise.name)
        case .enterpriseID: return .text(enterprise.id)
        case .province: return .text(team.province.shortName)
        case .provinceCode: return .text(team.province.code)
        case .mode: return .text(row.mode.value.rawValue)
        case .recommender: return team.association.map { .text(site.associations[$0].name) } ?? .none
        case .honors: return .list(row.honors.map(\.value.rawValue))
        case .members: return row.members.map { .number($0.value) } ?? .none
        case .standing: return .text(team.isHeld ? "held" : "withdrawn")
        case .withdrawnOn: return team.isHeld ? .none : row.withdrawnOn.map { .text($0.value.description) } ?? .none
        case .withdrawnReason: return team.isHeld ? .none : row.reason.map { .text($0.value) } ?? .none
        case .editionStatus: return .text(site.editions[team.edition].entry.status.value.rawValue)
        case .url: return .text(site.absoluteURL(team.url))
        }
    }

    /// What a cell of a table holds: as `value`, but without codes in a site in Chinese.
    func cell(of team: Team, in site: Site) -> Value {
        guard site.configuration.language == .chinese else { return value(of: team, in: site) }
        switch self {
        case .mode: return .text(ChineseWord.of(team.row.mode.value))
        case .honors: return .list(team.row.honors.map { ChineseWord.of($0.value) })
        case .standing: return .text(ChineseWord.of(team.isHeld ? Standing.held : .withdrawn))
        case .editionStatus: return .text(ChineseWord.of(site.editions[team.edition].entry.status.value))
        default: return value(of: team, in: site)
        }
    }
}

extension Site {
    /// The full, percent-encoded address of a site-absolute path.
    func absoluteURL(_ path: String) -> String { configuration.baseURL.absolute(path) }

    /// Points by criterion, where the site publishes them.
    func publishedScores(of team: Team) -> [Criterion: Double]? {
        guard configuration.publishesScores, let scores = team.writeUp?.scores, !scores.isEmpty else { return nil }
        return Dictionary(scores.map { ($0.criterion, $0.points.value) }, uniquingKeysWith: { first, _ in first })
    }
}
