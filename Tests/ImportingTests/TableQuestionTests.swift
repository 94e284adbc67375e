import Content
import Testing

@testable import Importing

/// What a table holds that would be a wrong record without a word: each is asked about, or read and told.
@Suite("Questions about tables")
struct TableQuestionTests {
    private static let header = ["序号", "省份", "企业名称", "班组名称", "推荐单位"]

    private static func list(_ count: Int = 3) -> [[String]] {
        let teams = [SentTableTests.teams[0], SentTableTests.teams[3], SentTableTests.teams[5]]
        return [header] + teams.prefix(count).enumerated().map { ["\($0 + 1)"] + $1 }
    }

    private func imported(
        _ rows: [[String]], more: String = "", accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try imported(
            bytes: WorkbookMaker.workbook([("名单", WorkbookMaker.sheet(rows, more: more))]), accepting: accepted)
    }

    private func imported(
        bytes: [UInt8], into roster: String? = nil, accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            bytes, name: "t.xlsx", into: roster.map { try RosterFile(Array($0.utf8), path: "roster.csv") },
            surroundings: SentTableTests.surroundings, accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func told(_ imported: RosterImport, _ words: String, at place: String? = nil) -> Bool {
        imported.notes.contains { $0.message.zh.contains(words) && (place == nil || $0.handedIn?.spot == place) }
    }

    private func cells(_ imported: RosterImport, _ columns: [RosterColumn]) -> [[String]] {
        guard let merge = imported.merge else { return [errors(imported)] }
        return merge.rows.map { row in columns.map { merge.file.text($0, inRow: row.index) } }
    }

    @Test("names of teams and enterprises in each other's place are an error at their row")
    func swapped() throws {
        for (enterprise, team, words) in [
            ("甲养护班组", "浙江甲市政有限公司", "像是填反了"), ("甲QC小组", "浙江甲集团有限责任公司", "像是填反了"),
            ("浙江甲市政有限公司", "浙江乙市政有限公司", "是企业的名称"), ("甲青年突击队", "甲养护队", "是班组的名称"),
        ] {
            let table = try imported(Self.list() + [["4", "浙江", enterprise, team, "浙江省市政行业协会"]])
            #expect(errors(table).count == 1 && errors(table)[0].contains(words), "\(errors(table))")
            #expect(errors(table)[0].hasPrefix("名单!"))
        }
        for (enterprise, team) in [("浙江甲市政有限公司", "养护分公司"), ("甲市养护管理处", "养护一班"), ("浙江甲集团", "甲养护队")] {
            let table = try imported(Self.list() + [["4", "浙江", enterprise, team, "浙江省市政行业协会"]])
            #expect(table.merge != nil, "\(errors(table))")
        }
    }

    /// A list in which one team is merged over two rows, the second of which has cells of its own.
    private func merged(_ first: [String], _ second: [String]) throws -> RosterImport {
        let rows = Self.list() + [["4"] + first, [""] + second]
        let areas = ["C", "D"].map { "<mergeCell ref=\"\($0)5:\($0)6\"/>" }.joined()
        return try imported(rows, more: "<mergeCells>\(areas)</mergeCells>")
    }

    @Test("a team that is merged over rows of several provinces or recommenders is asked about")
    func mergedOverProvinces() throws {
        let (firm, team) = ("浙江甲市政有限公司", "甲养护班组")
        for (first, second, words) in [
            (["浙江", firm, team, ""], ["江苏", "", "", ""], "“省份”是“浙江”，这一行是“江苏”"),
            (["浙江", firm, team, "浙江省市政行业协会"], ["", "", "", "江苏省市政工程协会"], "“推荐单位”是“浙江省市政行业协会”"),
            (["", firm, team, "浙江省市政行业协会"], ["浙江", "", "", ""], "“省份”是“”，这一行是“浙江”"),
        ] {
            let errors = errors(try merged(first, second))
            #expect(errors.contains { $0.hasPrefix("名单!") && $0.contains(words) }, "\(errors)")
        }
        for second in [["", "", "", ""], ["浙江", "", "", ""], ["浙江省", "", "", "浙江省市政行业协会"]] {
            let table = try merged(["浙江", firm, team, "浙江省市政行业协会"], second)
            #expect(table.merge != nil, "\(errors(table))")
        }
    }

    @Test(
        "a province that is merged over an enterprise of another one is asked about, unless its recommender confirms it"
    )
    func mergedProvince() throws {
        func table(_ enterprise: String, _ recommender: String, accepting: Set<ImportAcceptance> = []) throws
            -> RosterImport
        {
            let rows =
                Self.list() + [["4", "浙江", "浙江甲市政有限公司", "甲养护班组", ""], ["5", "", enterprise, "乙盾构班组", recommender]]
            return try imported(
                rows, more: "<mergeCells><mergeCell ref=\"B5:B6\"/></mergeCells>",
                accepting: accepting.union([.emptyRecommender]))
        }
        let asked = errors(try table("江苏省乙市政有限公司", ""))
        #expect(asked.count == 1 && asked[0].hasPrefix("名单!B6") && asked[0].contains("江苏"), "\(asked)")
        #expect(try table("江苏省乙市政有限公司", "", accepting: [.sameAsAbove]).merge != nil)
        for (enterprise, recommender) in [("江苏省乙市政有限公司", "浙江省市政行业协会"), ("浙江乙市政有限公司", ""), ("中铁一局集团有限公司", "")] {
            let table = try table(enterprise, recommender)
            #expect(table.merge != nil, "\(errors(table))")
        }
    }

    @Test("formulas that are a text are that text, others need their result")
    func textFormulas() throws {
        for (written, read) in [("=\"甲养护班组\"", "甲养护班组"), ("= \"甲\"\"一\"\"班组\"", "甲\"一\"班组"), ("'=甲班组", "=甲班组")] {
            let cell = "\"" + written.replacing("\"", with: "\"\"") + "\""
            let csv = "省份,企业名称,班组名称,推荐单位\n浙江,浙江甲市政有限公司,\(cell),浙江省市政行业协会\n"
            let table = try RosterImport(
                Array(csv.utf8), name: "t.csv", sheet: .only, into: nil, surroundings: SentTableTests.surroundings,
                accepting: [])
            #expect(cells(table, [.team]) == [[read]], "\(written)")
        }
        for written in ["=B2", "=B2&\"班组\"", "=\"甲\"&\"乙\"", "=VLOOKUP(A1,B:C,2)"] {
            let cell = "\"" + written.replacing("\"", with: "\"\"") + "\""
            let csv = "省份,企业名称,班组名称,推荐单位\n浙江,浙江甲市政有限公司,\(cell),浙江省市政行业协会\n"
            let table = try RosterImport(
                Array(csv.utf8), name: "t.csv", sheet: .only, into: nil, surroundings: SentTableTests.surroundings,
                accepting: [])
            #expect(errors(table).contains { $0.contains("公式没有保存结果") }, "\(written) \(errors(table))")
        }
        let sheet = WorkbookMaker.sheet(Self.list() + [["4", "浙江", "浙江甲市政有限公司", "占位", "浙江省市政行业协会"]])
        for (formula, read) in [("\"007班组\"", "007班组"), ("\"\"\"甲\"\"班组\"", "\"甲\"班组")] {
            let cell = "<c><f>\(formula)</f></c>"
            let written = "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">占位</t></is></c>"
            #expect(sheet.contains(written))
            let table = try imported(bytes: WorkbookMaker.workbook([("名单", sheet.replacing(written, with: cell))]))
            #expect(cells(table, [.team]).last == [read], "\(formula) \(errors(table))")
        }
    }

    @Test("two spellings of one team in one table are asked about, two teams are not")
    func nearDuplicates() throws {
        func table(_ team: String, _ enterprise: String, id: String? = nil) throws -> RosterImport {
            let rows = Self.list() + [["4", "浙江", enterprise, team, "浙江省市政行业协会"]]
            guard let id else { return try imported(rows) }
            let numbered = zip(rows, ["编号", "a-1", "a-2", "a-3", id]).map { [$1] + $0.dropFirst() }
            return try imported(numbered)
        }
        let firm = "浙江澄湖城市建设集团有限公司"
        for (team, enterprise) in [("钱湾路面养护班", firm), ("钱湾路面养护班组", "浙江澄湖城市建设集团有限责任公司"), ("钱弯路面养护班组", firm)] {
            let errors = errors(try table(team, enterprise))
            #expect(errors.count == 1 && errors[0].contains("与 名单!2 的“钱湾路面养护班组”像是同一个班组"), "\(errors)")
            #expect(try table(team, enterprise, id: "a-4").merge != nil)
        }
        for (team, enterprise) in [("钱湾路面养护二班", firm), ("钱湾桥面养护班组", firm), ("钱湾路面养护班组", "浙江秋湖城市建设集团有限公司")] {
            #expect(try table(team, enterprise).merge != nil, "\(team) \(enterprise)")
        }
        // Where the roster has both, somebody has decided.
        let roster =
            "编号,班组名称,企业名称,省份,申报方式,推荐单位\r\nzj-001,养护班组,甲市政有限公司,浙江,自荐,\r\nzj-002,养护班,甲市政有限公司,浙江,自荐,\r\n"
        let rows = [["企业名称", "班组名称", "省份"], ["甲市政有限公司", "养护班组", "浙江"], ["甲市政有限公司", "养护班", "浙江"]]
        let again = try imported(
            bytes: WorkbookMaker.workbook([("名单", WorkbookMaker.sheet(rows))]), into: roster)
        #expect(again.merge?.rows.map(\.change) == [.unchanged, .unchanged])
    }

    @Test("a heading that is not understood before another header is asked about, elsewhere named")
    func headings() throws {
        let below = [
            ["优秀管理小组"], ["序号", "省份", "企业名称", "小组名称", "推荐单位"], ["1", "浙江", "浙江甲市政有限公司", "甲QC小组", "浙江省市政行业协会"],
        ]
        let table = try imported(Self.list() + below)
        #expect(errors(table).count == 1 && errors(table)[0].contains("名单!5: 看不懂这一行“优秀管理小组”"), "\(errors(table))")
        #expect(try imported(Self.list() + below, accepting: [.unknownHeadings]).merge?.rows.count == 4)
        let between = try imported(Self.list() + [["华南片区"], ["4", "广东", "广东甲市政有限公司", "甲养护班组", "广东省市政行业协会"]])
        #expect(between.merge != nil && told(between, "没有用到这一行：“华南片区”", at: "名单!5"))
    }

    @Test("a group beside the provinces is no part of the province above it")
    func groups() throws {
        for heading in ["其他单位", "中央企业", "央企", "部属单位", "企业自荐", "企业自荐班组（1个）", "自荐单位"] {
            let rows = [
                ["序号", "企业名称", "班组名称"], ["一、浙江省"], ["1", "甬湖市政有限公司", "钱湾养护班组"], [heading],
                ["1", "甬湾路桥有限公司", "桥梁检测班组"],
            ]
            let table = try imported(
                rows, more: "<mergeCells><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"A4:C4\"/></mergeCells>")
            #expect(
                errors(table) == ["名单!5: “桥梁检测班组”没有省份，从推荐单位和企业名称也看不出来；请在表中补上。"], "\(heading) \(errors(table))")
        }
    }

    @Test(
        "signs and letters before a heading are no part of it",
        arguments: ["▲广东省", "● 广东省", "★广东省（1个）", "III、广东省", "C. 广东省"])
    func bullets(heading: String) throws {
        let rows = [
            ["序号", "企业名称", "班组名称"], ["一、浙江省"], ["1", "甬湖市政有限公司", "钱湾养护班组"], [heading], ["1", "甬湾路桥有限公司", "桥梁检测班组"],
        ]
        let table = try imported(
            rows, more: "<mergeCells><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"A4:C4\"/></mergeCells>")
        #expect(cells(table, [.province]) == [["浙江"], ["广东"]])
    }

    @Test("a mark that refers to a note below is no part of a name, and the note is named")
    func footnotes() throws {
        for (mark, note) in [
            ("①", "① 原名钱湾养护班组。"), ("*", "* 联合体。"), ("[1]", "[1] 已更名"), ("※※", "※※ 已更名"), ("〔注1〕", "〔注1〕已更名"),
        ] {
            var rows = Self.list()
            rows[1][3] += mark
            let table = try imported(rows + [[note]])
            #expect(cells(table, [.team]).first == ["钱湾路面养护班组"], "\(mark) \(errors(table))")
            #expect(told(table, "末尾是下面附注的记号", at: "名单!D2") && told(table, "没有导入这一行", at: "名单!5"))
        }
        // Without a note it belongs to the name, and so does a number.
        for mark in ["①", "（1）", "*"] {
            var rows = Self.list()
            rows[1][3] += mark
            let table = try imported(rows + [["（1）按报送先后排列"]])
            #expect(cells(table, [.team]).first == ["钱湾路面养护班组" + mark])
        }
    }

    @Test("a city of another province is an error, one of the same fills it in")
    func cities() throws {
        func table(_ province: String, _ city: String) throws -> RosterImport {
            try imported([["省份", "城市", "企业名称", "班组名称"], [province, city, "鸿远市政有限公司", "东钱泵站运行一班"]])
        }
        #expect(errors(try table("江苏", "宁波市")) == ["名单!B2: 省份是江苏，城市“宁波市”却在浙江，请核对。"])
        #expect(errors(try table("江苏", "朝阳")).count == 1)
        for (province, city) in [("浙江", "宁波"), ("", "宁波"), ("浙江", ""), ("重庆", "江北"), ("新疆", "石河子"), ("浙江", "某处")] {
            let expected = province.isEmpty || province == "浙江" ? "浙江" : province
            #expect(cells(try table(province, city), [.province]) == [[expected]], "\(province) \(city)")
        }
    }

    @Test("a place beside its province says the same")
    func placeAndProvince() throws {
        let table = try imported([["所在地", "省份", "企业名称", "班组名称"], ["宁波市", "浙江", "鸿远市政有限公司", "东钱泵站运行一班"]])
        #expect(cells(table, [.province]) == [["浙江"]])
        let other = try imported([["所在地", "省份", "企业名称", "班组名称"], ["宁波市", "江苏", "鸿远市政有限公司", "东钱泵站运行一班"]])
        #expect(errors(other).count == 1 && errors(other)[0].contains("两列含义相同，内容却不同"))
    }

    @Test(
        "names of columns that are put together, traditional characters and brackets",
        arguments: [
            "承建单位", "班组所属单位名称", "申报单位全称", "法人单位", "企業名稱", "单位名称（盖公章）", "施工单位（全称）", "隶属企业", "独立法人单位名称",
        ])
    func enterpriseHeaders(name: String) throws {
        var rows = Self.list()
        rows[0][2] = name
        #expect(try imported(rows).merge?.rows.count == 3)
    }

    @Test("a list without a column for enterprises is one error", arguments: ["法定机构", "班组之家"])
    func withoutEnterprise(name: String) throws {
        var rows = Self.list()
        rows[0][2] = name
        let found = errors(try imported(rows))
        #expect(found == ["名单!C1: 表头没有“企业名称”列；“\(name)”列看起来是企业名称，如果是，请把表头改成“企业名称”。"], "\(found)")
    }

    @Test("班（组）名称 and 班組名稱 name teams")
    func teamHeaders() throws {
        for name in ["班（组）名称", "班組名稱", "班组（团队）名称"] {
            var rows = Self.list()
            rows[0][3] = name
            #expect(try imported(rows).merge?.rows.count == 3, "\(name)")
        }
    }

    @Test("a cell without a header is named")
    func namelessCell() throws {
        var rows = Self.list()
        rows[2].append("待核")
        let table = try imported(rows)
        #expect(table.merge != nil && told(table, "这一格上面没有表头，没有导入：“待核”。", at: "名单!F3"))
    }

    @Test("a cell that is struck out is empty: a recommender is asked about, a team is missing")
    func struckCells() throws {
        func table(striking column: Int) throws -> RosterImport {
            let rows = Self.list().enumerated().map { index, cells in
                "<row>"
                    + cells.enumerated().map { place, text in
                        let run =
                            index == 2 && place == column
                            ? "<r><rPr><strike/></rPr><t>\(text)</t></r>" : "<t>\(text)</t>"
                        return "<c t=\"inlineStr\"><is>\(run)</is></c>"
                    }.joined() + "</row>"
            }
            return try imported(bytes: WorkbookMaker.workbook([("名单", "<sheetData>\(rows.joined())</sheetData>")]))
        }
        let recommender = try table(striking: 4)
        #expect(told(recommender, "画了删除线的“江苏省市政工程协会”没有导入", at: "名单!E3"))
        #expect(errors(recommender).count == 1 && errors(recommender)[0].contains("的推荐单位是空的，别的班组却有"))
        let team = try table(striking: 3)
        #expect(told(team, "画了删除线的“盾构掘进班组”没有导入") && errors(team).count == 1)
        #expect(errors(team)[0].contains("没有“班组名称”，没有导入"))
    }

    @Test("hidden sheets with lists are named, rows of no height are hidden")
    func hiddenSheets() throws {
        let list = WorkbookMaker.sheet(Self.list())
        let bytes = try WorkbookMaker.workbook(
            [("名单", list), ("旧名单", list), ("说明", WorkbookMaker.sheet([["填表说明"]]))], hidden: ["旧名单", "说明"])
        let table = try imported(bytes: bytes)
        #expect(table.merge?.rows.count == 3 && told(table, "工作表“旧名单”是隐藏的，里面的名单没有读"))
        #expect(!told(table, "工作表“说明”"))
        let flat = Self.list().enumerated().map { index, cells in
            "<row\(index == 2 ? " ht=\"0\" customHeight=\"1\"" : "")>"
                + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }
        let hidden = try imported(bytes: WorkbookMaker.workbook([("名单", "<sheetData>\(flat.joined())</sheetData>")]))
        #expect(told(hidden, "表格中隐藏的行，也导入了", at: "名单!3"))
    }

    @Test("ways of applying, states and honours are read as people write them")
    func words() throws {
        let rows = [
            ["省份", "企业名称", "班组名称", "推荐单位", "申报方式", "状态", "荣誉"],
            ["浙江", "甲市政有限公司", "甲班", "浙江省市政行业协会", "地方协会推荐", "正常", "2030年度全国市政工程质量信得过班组"],
            ["浙江", "乙市政有限公司", "乙班", "", "企业直接申报", "保持", "质量信得过班组"],
        ]
        #expect(cells(try imported(rows), [.mode, .standing]) == [["推荐", "有效"], ["自荐", "有效"]])
        var wrong = rows
        wrong[1][5] = "注销"
        #expect(errors(try imported(wrong)).count == 1)
    }
}
