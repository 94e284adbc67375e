import Content
import Rules
import Testing
import Values

@testable import Importing

/// What two places of a table say of one thing: provinces, numbers, headers of two rows, headings side by side.
@Suite("Places of a table that must agree")
struct TableAgreementTests {
    private static let names = ["序号", "企业名称", "班组名称"]

    private func imported(
        _ rows: [[String]], more: String = "", accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try imported([("名单", rows)], more: more, accepting: accepted)
    }

    private func imported(
        _ sheets: [(String, [[String]])], more: String = "", accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            WorkbookMaker.workbook(sheets.map { ($0.0, WorkbookMaker.sheet($0.1, more: more)) }), name: "t.xlsx",
            sheet: sheets.count > 1 ? .all : .only, into: nil, surroundings: SentTableTests.surroundings,
            accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func warnings(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .warning }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func cells(_ imported: RosterImport, _ columns: [RosterColumn]) -> [[String]] {
        guard let merge = imported.merge else { return [errors(imported)] }
        return merge.rows.map { row in columns.map { merge.file.text($0, inRow: row.index) } }
    }

    // MARK: Provinces

    @Test(
        "places before streets and waters, and two places in one name, tell no province",
        arguments: [
            "苏州河环境有限公司", "嘉兴路养护公司", "香港路市政有限公司", "澳门路市政有限公司", "长沙湾市政有限公司", "南京路建设有限公司", "上海路市政有限公司", "青海湖建设有限公司",
            "重庆路环卫公司", "北京城建（上海）有限公司", "浙江省建工集团江苏分公司", "杭州鸿远有限公司南京分公司", "河南省第一建筑在浙江分公司", "济南市政（苏州）工程有限公司",
            "广东水务集团有限公司杭州市项目部", "天津街环卫有限公司",
        ])
    func doubtfulPlaces(enterprise: String) throws {
        let asked = errors(try imported([["班组名称", "企业名称"], ["甲养护班组", enterprise]]))
        #expect(asked.count == 1 && asked[0].contains("没有省份"), "\(asked)")
        let told = try imported([["班组名称", "企业名称", "省份"], ["甲养护班组", enterprise, "浙江"]])
        #expect(cells(told, [.province]) == [["浙江"]])
    }

    @Test(
        "places at the start of a name tell its province",
        arguments: [
            ("南京路桥工程有限公司", "江苏"), ("杭州河道养护有限公司", "浙江"), ("海南路桥有限公司", "海南"), ("浙江省建工集团杭州分公司", "浙江"), ("中建（杭州）浙江公司", ""),
            ("宁波市政（集团）有限公司", "浙江"), ("苏州市政园林有限公司", "江苏"), ("杭州湖城养护有限公司", "浙江"), ("北京城建集团有限公司第二分公司", "北京"),
            ("宁波余姚市政公司浙江分公司", "浙江"), ("重庆路灯管理有限公司", "重庆"), ("上海浦东路桥（集团）有限公司", "上海"),
        ])
    func places(enterprise: String, province: String) throws {
        let table = try imported([["班组名称", "企业名称"], ["甲养护班组", enterprise]])
        #expect(cells(table, [.province]).first?.first == province || province.isEmpty, "\(errors(table))")
    }

    @Test("an empty province is that of the row above after a yes")
    func emptyProvinces() throws {
        let rows = [
            ["省份", "企业名称", "班组名称"], ["浙江", "澄湖公司", "钱湾班组"], ["", "澄江公司", "泵站班组"], ["江苏", "秣陵公司", "盾构班组"],
            ["", "江湾公司", "检测班组"],
        ]
        let asked = errors(try imported(rows))
        #expect(asked.count == 2 && asked.allSatisfy { $0.contains("省份是空的，上一行是") }, "\(asked)")
        let accepted = try imported(rows, accepting: [.sameAsAbove])
        #expect(cells(accepted, [.province]) == [["浙江"], ["浙江"], ["江苏"], ["江苏"]])
        let told = try imported([rows[0], rows[1], ["", "浙江乙公司", "乙班组"]])
        #expect(cells(told, [.province]) == [["浙江"], ["浙江"]])
    }

    @Test("a row's own province below a heading or a sheet of another one is asked about once")
    func contradictions() throws {
        let header = ["序号", "省份", "企业名称", "班组名称"]
        let one = ["1", "浙江", "澄湖公司", "钱湾班组"]
        let other = ["2", "江苏", "秣陵公司", "盾构班组"]
        for heading in ["一、浙江省", "浙江省（2个）", "（一）宁波市"] {
            let rows = [header, [heading], one, other, ["3", "江苏", "江湾公司", "检测班组"]]
            let asked = errors(try imported(rows))
            #expect(asked.count == 1 && asked[0].hasPrefix("名单!B4: “盾构班组”的省份是江苏，却列在“\(heading)”下面"), "\(asked)")
            #expect(try imported(rows, accepting: [.unknownHeadings]).merge?.rows.count == 3)
        }
        let sheets = [("浙江省", [header, ["1"] + other.dropFirst()]), ("江苏省", [Self.names, ["1", "江湾公司", "检测班组"]])]
        let asked = errors(try imported(sheets))
        #expect(asked.count == 1 && asked[0].hasPrefix("浙江省!B2: "), "\(asked)")
        for heading in ["一、浙江省市政行业协会推荐", "浙江省市政行业协会推荐", "中央企业", "其他"] {
            let table = try imported([header + ["推荐单位"], [heading], other + ["浙江省市政行业协会"]])
            #expect(table.merge != nil, "\(errors(table))")
        }
        let corps = try imported([header, ["一、新疆"], ["1", "兵团", "石河子公司", "供热班组"]])
        #expect(corps.merge != nil, "\(errors(corps))")
    }

    @Test("an association is proposed for the row's province alone")
    func proposals() throws {
        func question(_ name: String, _ province: String) throws -> String {
            errors(try imported([["省份", "企业名称", "班组名称", "推荐单位"], [province, "某公司", "甲班组", name]])).first ?? ""
        }
        #expect(try question("省市政工程协会", "江苏").contains("是否应为“江苏省市政工程协会”？"))
        for (name, province) in [("省市政行业协会", "四川"), ("市政工程协会", "上海"), ("省市政协会", "湖北")] {
            let asked = try question(name, province)
            #expect(asked.contains("没有推荐单位") && !asked.contains("是否应为"), "\(asked)")
        }
    }

    // MARK: Headers

    @Test("a header over two rows that are not merged")
    func halves() throws {
        let team = ["1", "浙江", "浙江澄湖公司", "钱湾班组", "浙江省市政行业协会"]
        let columns: [RosterColumn] = [.province, .enterprise, .team, .recommender]
        let right = [["浙江", "浙江澄湖公司", "钱湾班组", "浙江省市政行业协会"]]
        for (upper, lower) in [
            (["序号", "省份", "单位信息", "", "推荐单位"], ["", "", "企业名称", "班组名称", ""]),
            (["序号", "省份", "企业", "班组", "推荐"], ["", "", "名称", "名称", "单位"]),
            (["序号", "省份", "企业名称", "班组名称", "推荐单位"], ["", "", "（全称）", "（全称）", "（盖章）"]),
            (["", "", "", "班组情况", ""], ["序号", "省份", "企业名称", "班组名称", "推荐单位"]),
        ] {
            let table = try imported([["附件1"], upper, lower, team])
            #expect(cells(table, columns) == right, "\(upper) \(errors(table))")
            // On every page again.
            if upper[0].isEmpty { continue }
            let pages = try imported([upper, lower, team, upper, lower, ["2", "江苏", "江苏秣陵公司", "盾构班组", "江苏省市政工程协会"]])
            #expect(
                cells(pages, columns) == right + [["江苏", "江苏秣陵公司", "盾构班组", "江苏省市政工程协会"]], "\(upper) \(errors(pages))")
        }
        let merged = try imported(
            [
                ["序号", "省份", "申报单位", "", "推荐单位", ""], ["", "", "企业名称", "班组名称", "名称", "联系电话"], team + ["13800000000"],
            ],
            more: "<mergeCells>"
                + ["A1:A2", "B1:B2", "C1:D1", "E1:F1"].map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>")
        #expect(cells(merged, columns) == right, "\(errors(merged))")
    }

    @Test(
        "names of columns that are put together, and in English",
        arguments: [
            ("所属省（自治区、直辖市）", "企业名称（盖章）", "班组名称（全称）", "推荐单位（省协会）"),
            ("企业所在省份名称", "Enterprise name", "Crew name", "Recommending association"),
            ("推荐省", "Name of enterprise", "Team", "Association"),
            ("单位所在省（区、市）", "Company name", "班组名称", "Recommended by"),
        ])
    func headers(province: String, enterprise: String, team: String, recommender: String) throws {
        let table = try imported([
            ["No.", province, enterprise, team, recommender, "Way of application", "Members"],
            ["1", "浙江", "浙江澄湖公司", "钱湾班组", "浙江省市政行业协会", "Recommended", "12 people"],
        ])
        #expect(
            cells(table, [.province, .enterprise, .team, .recommender, .mode, .members])
                == [["浙江", "浙江澄湖公司", "钱湾班组", "浙江省市政行业协会", "推荐", "12"]], "\(errors(table))")
    }

    @Test("headings of lists that stand side by side hold for their own list")
    func headingsSideBySide() throws {
        let rows = [
            Self.names + [""] + Self.names, ["一、浙江省", "", "", "", "二、江苏省"],
            ["1", "澄湖公司", "钱湾班组", "", "1", "秣陵公司", "盾构班组"],
            ["", "", "", "", "三、广东省"], ["2", "澄江公司", "泵站班组", "", "1", "珠湾公司", "检测班组"],
        ]
        let table = try imported(rows)
        #expect(
            cells(table, [.team, .province]) == [["钱湾班组", "浙江"], ["泵站班组", "浙江"], ["盾构班组", "江苏"], ["检测班组", "广东"]])
        #expect(!table.notes.contains { $0.message.zh.contains("只有序号") })
        let counted = try imported([rows[0], ["一、浙江省（2个）", "", "", "", "二、江苏省（2个）"], rows[2]])
        #expect(warnings(counted).count == 2, "\(warnings(counted))")
        // One heading over both lists.
        let shared = try imported([rows[0], ["浙江省"], rows[2]])
        #expect(cells(shared, [.province]) == [["浙江"], ["浙江"]])
    }

    // MARK: Teams and numbers

    @Test(
        "several teams in one cell are an error, whatever stands between them",
        arguments: ["东钱泵站运行一班、钱江泵站班组", "一班/二班", "甲班组；乙班组", "甲班组和乙班组", "甲班组，乙小组", "甲班组及乙班组"])
    func severalTeams(name: String) throws {
        let found = errors(try imported([["省份", "企业名称", "班组名称"], ["浙江", "某公司", name]]))
        #expect(found.count == 1 && found[0].contains("这一格有几个班组"), "\(found)")
    }

    @Test("signs within one team's name are its own", arguments: ["抢修、养护班组", "和平班组", "道路/桥梁养护班组", "及时雨班组", "与时俱进班"])
    func oneTeam(name: String) throws {
        let table = try imported([["省份", "企业名称", "班组名称"], ["浙江", "某公司", name]])
        #expect(cells(table, [.team]) == [[name]])
    }

    @Test("numbers in titles, in cells of provinces and on lines of their own are compared with the rows")
    func counts() throws {
        let header = ["省份", "企业名称", "班组名称"]
        let one = ["浙江", "澄湖公司", "钱湾班组"]
        let other = ["江苏", "秣陵公司", "盾构班组"]
        for title in ["2030年质量信得过班组名单（共5个）", "质量信得过班组名单（5个班组）", "名单（共 5 家）"] {
            #expect(warnings(try imported([[title], header, one, other])) == ["名单!1: 表中写共 5 个，读到 2 行。"], "\(title)")
        }
        for title in ["2030年质量信得过班组名单（共2个）", "名单（2）", "全国31个省区市质量信得过班组名单"] {
            #expect(warnings(try imported([[title], header, one, other])).isEmpty, "\(title)")
        }
        let cells = [header, ["浙江（2个）"] + one.dropFirst(), ["江苏（3个）"] + other.dropFirst()]
        #expect(
            warnings(try imported(cells)) == [
                "名单!A2: “浙江（2个）”写 2 个，下面读到 1 行，请核对。", "名单!A3: “江苏（3个）”写 3 个，下面读到 1 行，请核对。",
            ])
        let merged = [header, ["浙江（2个）"] + one.dropFirst(), ["", "澄江公司", "泵站班组"], ["江苏（1个）"] + other.dropFirst()]
        let areas = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
        #expect(warnings(try imported(merged, more: areas)).isEmpty)
        let lines = [
            Self.names, ["浙江省"], ["1"] + one.dropFirst(), ["共1个"], ["江苏省"], ["1"] + other.dropFirst(), ["共3个"],
        ]
        #expect(warnings(try imported(lines)) == ["名单!7: “共3个”写 3 个，上面这一段读到 1 行，请核对。"])
        #expect(warnings(try imported(Array(lines.dropLast()) + [["（共 2 个班组）"]])).isEmpty)
    }

    @Test("a heading of another province counts its own rows")
    func nestedCounts() throws {
        let table = try imported([
            Self.names, ["一、新疆维吾尔自治区（1个）"], ["1", "乌鲁木齐市政公司", "管网班组"], ["（一）新疆生产建设兵团"], ["2", "石河子市政公司", "供热班组"],
        ])
        #expect(!warnings(table).contains { $0.contains("下面读到 2 行") }, "\(warnings(table))")
    }

    @Test("a line of a signature among the names is listed")
    func signatures() throws {
        let table = try imported([
            Self.names, ["一、浙江省"], ["1", "澄湖公司", "钱湾班组"], ["", "中国市政工程协会"], ["", "2030年5月"],
        ])
        #expect(table.merge?.rows.count == 1, "\(errors(table))")
        #expect(table.notes.contains { $0.message.zh.contains("“中国市政工程协会”") })
        #expect(table.notes.contains { $0.message.zh.contains("“2030年5月”") })
    }

    @Test("a column without a header is called so in English")
    func english() throws {
        let table = try imported([["省份", "企业名称", "班组名称"], ["浙江", "甲公司", "甲班", "9.5"], ["浙江", "乙公司", "乙班", "9"]])
        let note = try #require(table.notes.first { $0.rule == .importLeftOut })
        #expect(note.message.en.unicodeScalars.allSatisfy { $0.value < 0x80 || "“”".unicodeScalars.contains($0) })
    }
}
