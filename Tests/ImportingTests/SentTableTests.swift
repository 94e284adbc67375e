import Content
import Rules
import TestSupport
import Testing
import Values

@testable import Importing

/// Tables as associations send them, each with the rows that are right.
@Suite("Tables as they are sent")
struct SentTableTests {
    static let surroundings = RosterSurroundings(
        year: 2030, isChinese: true,
        associations: [
            .init(id: "zj", name: "浙江省市政行业协会", province: Province(named: "浙江")),
            .init(id: "nb", name: "宁波市市政行业协会", province: Province(named: "浙江")),
            .init(id: "js", name: "江苏省市政工程协会", province: Province(named: "江苏")),
            .init(id: "gd", name: "广东省市政行业协会", province: Province(named: "广东")),
        ])

    /// Seven teams: name, enterprise, province, recommender.
    static let teams = [
        ["浙江", "浙江澄湖城市建设集团有限公司", "钱湾路面养护班组", "浙江省市政行业协会"],
        ["浙江", "宁波鄞水市政设施有限公司", "东钱泵站运行一班", "宁波市市政行业协会"],
        ["浙江", "浙江越澜管网科技有限公司", "管道检测班组", "浙江省市政行业协会"],
        ["江苏", "江苏秣陵隧道工程有限公司", "盾构掘进班组", "江苏省市政工程协会"],
        ["江苏", "苏州胥门市政工程有限公司", "沥青摊铺一班", "江苏省市政工程协会"],
        ["广东", "广东珠湾路桥有限公司", "桥梁检测班组", "广东省市政行业协会"],
        ["广东", "深圳鹏涌水务有限公司", "污水处理运行二班", "广东省市政行业协会"],
    ]

    static let titles = [["附件："], ["2030年度全国市政工程质量信得过班组名单"], ["（排名不分先后）"]]

    /// The list in its usual form, which a test changes.
    static var standard: [[String]] {
        titles + [["序号", "省份", "企业名称", "班组名称", "推荐单位", "班组长"]]
            + teams.enumerated().map { ["\($0 + 1)"] + $1 + ["张某某"] }
    }

    /// What is right for the list in its usual form.
    static let right = [
        ["zj-001", "钱湾路面养护班组", "浙江澄湖城市建设集团有限公司", "浙江", "推荐", "浙江省市政行业协会"],
        ["zj-002", "东钱泵站运行一班", "宁波鄞水市政设施有限公司", "浙江", "推荐", "宁波市市政行业协会"],
        ["zj-003", "管道检测班组", "浙江越澜管网科技有限公司", "浙江", "推荐", "浙江省市政行业协会"],
        ["js-001", "盾构掘进班组", "江苏秣陵隧道工程有限公司", "江苏", "推荐", "江苏省市政工程协会"],
        ["js-002", "沥青摊铺一班", "苏州胥门市政工程有限公司", "江苏", "推荐", "江苏省市政工程协会"],
        ["gd-001", "桥梁检测班组", "广东珠湾路桥有限公司", "广东", "推荐", "广东省市政行业协会"],
        ["gd-002", "污水处理运行二班", "深圳鹏涌水务有限公司", "广东", "推荐", "广东省市政行业协会"],
    ]

    private func imported(
        _ rows: [[String]], more: String = "", sheet: String = "名单", into roster: String? = nil,
        accepting accepted: Set<ImportAcceptance> = [], formats: [String] = []
    ) throws -> RosterImport {
        try imported(
            bytes: WorkbookMaker.workbook([(sheet, WorkbookMaker.sheet(rows, more: more))], formats: formats),
            into: roster,
            accepting: accepted)
    }

    private func imported(
        bytes: [UInt8], name: String = "t.xlsx", sheet: SheetChoice = .only, into roster: String? = nil,
        accepting accepted: Set<ImportAcceptance> = [], isAnnounced: Bool = false
    ) throws -> RosterImport {
        let known = Self.surroundings
        return try RosterImport(
            bytes, name: name, sheet: sheet, into: roster.map { try RosterFile(Array($0.utf8), path: "roster.csv") },
            surroundings: RosterSurroundings(
                year: 2030, isChinese: true, associations: known.associations, isAnnounced: isAnnounced),
            accepting: accepted)
    }

    private func rows(_ imported: RosterImport) -> [[String]] {
        guard let merge = imported.merge else {
            return imported.notes.filter { $0.severity == .error }.map {
                ["error", $0.handedIn?.spot ?? "", $0.message.zh]
            }
        }
        return merge.rows.map { row in
            [RosterColumn.id, .team, .enterprise, .province, .mode, .recommender].map {
                merge.file.text($0, inRow: row.index)
            }
        }
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func told(_ imported: RosterImport, _ words: String) -> Bool {
        imported.notes.contains { $0.message.zh.contains(words) }
    }

    /// Provinces and recommenders of a list under headings: number, enterprise, team.
    private func underHeadings(
        _ lines: [String], merging: Bool = true, accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        var rows = [["2030年度质量信得过班组名单"], ["序号", "企业名称", "班组名称"]]
        var areas = ["<mergeCell ref=\"A1:C1\"/>"]
        for line in lines {
            let cells = line.split(separator: "|").map(String.init)
            rows.append(cells)
            if cells.count == 1 { areas.append("<mergeCell ref=\"A\(rows.count):C\(rows.count)\"/>") }
        }
        return try imported(
            rows, more: merging ? "<mergeCells>\(areas.joined())</mergeCells>" : "", accepting: accepted)
    }

    private func places(_ imported: RosterImport) -> [[String]] { rows(imported).map { Array($0.suffix(3)) } }

    @Test("the usual list, with titles above it and a column of people")
    func usual() throws {
        let imported = try imported(
            Self.standard, more: "<mergeCells><mergeCell ref=\"A2:F2\"/><mergeCell ref=\"A3:F3\"/></mergeCells>")
        #expect(rows(imported) == Self.right)
        #expect(imported.headerPlace == "名单!4" && imported.rowCount == 7)
        #expect(imported.notes.map(\.message.zh) == ["个人信息不进名单，没有导入：班组长。"])
    }

    // MARK: Headings

    @Test("a heading is understood by its number, its brackets, its place or its recommender")
    func headings() throws {
        for heading in [
            "二、大连市（1个）", "（二）大连市", "2. 大连市", "2、辽宁省大连市（共1个）", "【大连市】", "② 大连", "二 大连市", "⒉大连市", "Ⅱ 大连市", "大连市",
            "二、辽宁省（含大连）1个", "第二部分 辽宁省", "大连市（计划单列市）", "二．大连市：1 个", "㈡大连市", "⑵ 大连市",
        ] {
            let imported = try underHeadings(["一、河北省（1个）", "1|河北漳砼构件有限公司|梁场预制班组", heading, "1|滨海路桥有限公司|隧道养护班组"])
            #expect(places(imported) == [["河北", "自荐", ""], ["辽宁", "自荐", ""]], "\(heading) \(errors(imported))")
        }
        for heading in [
            "二、宁波市市政行业协会推荐（1个）", "宁波市市政行业协会推荐班组", "推荐单位：宁波市市政行业协会", "2.宁波市市政行业协会", "（二）推荐协会：宁波市市政行业协会（1个）",
        ] {
            let imported = try underHeadings(
                ["一、江苏省市政工程协会推荐", "1|鸿远构件有限公司|梁场预制班组", heading, "1|滨海路桥有限公司|隧道养护班组"])
            #expect(
                places(imported) == [["江苏", "推荐", "江苏省市政工程协会"], ["浙江", "推荐", "宁波市市政行业协会"]],
                "\(heading) \(errors(imported))")
        }
    }

    @Test("headings nest by their numbers, and one of the same level ends the other")
    func levels() throws {
        let nested = try underHeadings([
            "一、浙江省", "（一）浙江省市政行业协会推荐", "1|甲公司|甲班", "（二）宁波市市政行业协会推荐", "2|乙公司|乙班", "（三）企业自荐", "3|丙公司|丙班",
            "二、江苏省", "（一）江苏省市政工程协会推荐", "1|丁公司|丁班",
        ])
        #expect(
            places(nested) == [
                ["浙江", "推荐", "浙江省市政行业协会"], ["浙江", "推荐", "宁波市市政行业协会"], ["浙江", "自荐", ""], ["江苏", "推荐", "江苏省市政工程协会"],
            ])
        let wrong = try underHeadings(["一、河北省", "（一）大连市", "1|甲公司|甲班"])
        #expect(places(wrong).map { $0[0] } == ["辽宁"] && told(wrong, "不属于上面的“一、河北省”，按辽宁读，请核对。"))
        let cities = try underHeadings(["一、浙江省", "（一）杭州市", "1|甲公司|甲班", "（二）宁波市", "2|乙公司|乙班"])
        #expect(places(cities) == [["浙江", "自荐", ""], ["浙江", "自荐", ""]])
    }

    @Test("a heading that is not understood ends the section, and is told once where rows need it")
    func unknownHeadings() throws {
        for heading in ["二、华东片区", "二、路面类", "央建北方分公司", "（二）鸿远局集团"] {
            let lines = ["一、河北省（1个）", "1|河北漳砼构件有限公司|梁场预制班组", heading, "1|鸿远公司|隧道养护班组", "2|某公司|管廊班组"]
            let imported = try underHeadings(lines)
            #expect(
                errors(imported).count == 1 && errors(imported)[0].hasPrefix("名单!5: 看不懂这一行“\(heading)”"),
                "\(errors(imported))")
            #expect(
                imported.notes.contains {
                    $0.rule == .importHeading && $0.help?.en.hasPrefix("--accept unknown-headings ") == true
                })
        }
        let lines = ["一、路面类", "1|河北漳砼构件有限公司|梁场预制班组", "二、隧道类", "1|大连市滨海公司|隧道养护班组"]
        #expect(try errors(underHeadings(lines)).count == 2)
        let accepted = try underHeadings(lines, accepting: [.unknownHeadings])
        #expect(places(accepted) == [["河北", "自荐", ""], ["辽宁", "自荐", ""]])
        // Where every row says both, headings only group.
        let complete = try imported(
            Self.titles + [["序号", "省份", "企业名称", "班组名称", "推荐单位"], ["一、路面类"], ["1"] + Self.teams[0], ["二、泵站类"]]
                + [["2"] + Self.teams[1]])
        #expect(rows(complete) == Array(Self.right.prefix(2)))
        let central = try underHeadings(["一、河北省", "1|河北漳砼构件有限公司|梁场预制班组", "二、中央企业", "1|鸿远建设有限公司|管廊班组"])
        #expect(errors(central) == ["名单!6: “管廊班组”没有省份，从推荐单位和企业名称也看不出来；请在表中补上。"])
    }

    @Test("a heading that recommends with a name is its recommender, and one without a name is asked about")
    func recommendingHeadings() throws {
        let lines = [
            "浙江省市政行业协会推荐", "1|宁波鄞水市政设施有限公司|东钱泵站运行一班", "上海市城市建设集团推荐", "1|鸿远市政工程有限公司|管廊班组",
        ]
        #expect(
            errors(try underHeadings(lines)) == ["名单!6: associations.yaml 中没有推荐单位“上海市城市建设集团”，请核对名称，或把它加进去。"])
        let named = try underHeadings(lines, accepting: [.unknownRecommenders])
        #expect(places(named) == [["浙江", "推荐", "浙江省市政行业协会"], ["上海", "推荐", "上海市城市建设集团"]])
        let group = try underHeadings(
            ["一、河北省市政协会", "1|河北甲公司|甲班", "二、中国鸿远集团有限公司推荐（1个）", "1|河北乙公司|乙班"], accepting: [.unknownRecommenders])
        #expect(places(group).map { $0[2] } == ["河北省市政协会", "中国鸿远集团有限公司"])
        for heading in ["一、协会推荐（1个）", "协会推荐班组", "（一）各地协会推荐", "浙江省推荐"] {
            let imported = try underHeadings([heading, "1|河北漳砼构件有限公司|梁场预制班组", "二、企业自荐（1个）", "1|河北冀堃地下工程有限公司|钢支撑班组"])
            #expect(
                errors(imported).count == 1 && errors(imported)[0].contains("却没有写推荐单位"),
                "\(heading) \(errors(imported))")
        }
    }

    // MARK: Headers and lists

    @Test("every header is read: a swapped one, a repeated one, one a province")
    func secondHeaders() throws {
        let swapped = try imported(
            Self.standard + [
                [""], ["序号", "省份", "班组名称", "企业名称", "推荐单位"], ["1", "浙江", "续表班组", "浙江续表有限公司", "浙江省市政行业协会"],
            ])
        #expect(rows(swapped).contains(["zj-004", "续表班组", "浙江续表有限公司", "浙江", "推荐", "浙江省市政行业协会"]))
        #expect(rows(swapped).count == 8)
        let names = ["序号", "企业名称", "班组名称"]
        let sections = try imported(
            [
                ["浙江省"], names, ["1", "澄湖公司", "甲班"], ["2", "鄞水公司", "乙班"], [""], ["江苏省"], names, ["1", "秣陵公司", "丙班"],
                [""],
            ]
                + [["一、广东省（1个）"], names, ["1", "珠湾公司", "丁班"]])
        #expect(places(sections).map { $0[0] } == ["浙江", "浙江", "江苏", "广东"])
        let page = try imported(
            Self.standard + [["2030年度全国市政工程质量信得过班组名单（续）"], Self.standard[3], ["8", "浙江", "浙江丙公司", "丙班", "浙江省市政行业协会"]])
        #expect(rows(page).count == 8)
    }

    @Test("another list below is left out by name, after a yes")
    func otherLists() throws {
        let below: [[[String]]] = [
            [["撤销称号的班组名单"], ["序号", "省份", "企业名称", "班组名称"], ["1", "浙江", "浙江旧公司", "旧班"]],
            [["2029年度全国市政工程质量信得过班组名单"], ["序号", "省份", "企业名称", "班组名称"], ["1", "浙江", "浙江旧公司", "旧班"]],
            [["2030年度优秀QC小组名单"], ["序号", "小组名称", "课题名称", "单位名称"], ["1", "星火小组", "提高合格率", "浙江旧公司"]],
            [["评审专家名单"], ["序号", "姓名", "单位", "电话"], ["1", "李某", "某大学", "1"]],
        ]
        for list in below {
            let title = list[0][0]
            let asked = try imported(Self.standard + [[""]] + list)
            #expect(errors(asked).count == 1 && errors(asked)[0].contains("另一份名单“\(title)”（1 行"), "\(errors(asked))")
            let accepted = try imported(Self.standard + [[""]] + list, accepting: [.otherLists])
            #expect(rows(accepted) == Self.right)
        }
    }

    @Test("lists side by side are read one after the other")
    func sideBySide() throws {
        let names = ["序号", "企业名称", "班组名称", "省份"]
        let left = Self.teams.prefix(4).enumerated().map { ["\($0 + 1)", $1[1], $1[2], $1[0]] }
        let right = Self.teams.suffix(3).enumerated().map { ["\($0 + 5)", $1[1], $1[2], $1[0]] } + [["", "", "", ""]]
        for gap in [[""], []] {
            let table = try imported([names + gap + names] + zip(left, right).map { $0 + gap + $1 })
            #expect(rows(table).map { $0[1] } == Self.teams.map { $0[2] }, "\(errors(table))")
        }
        let bare = try imported([["班组名称", "企业名称", "班组名称", "企业名称"], ["甲班", "北京甲公司", "乙班", "北京乙公司"], ["丙班", "北京丙公司"]])
        #expect(rows(bare).map { $0[1] } == ["甲班", "丙班", "乙班"])
    }

    @Test("a hidden column gives way to the one that is shown, and visible ones that differ are an error")
    func hiddenColumns() throws {
        let rows =
            [["序号", "省份", "企业名称", "企业名称", "班组名称", "推荐单位"]]
            + Self.teams.enumerated().map { ["\($0 + 1)", $1[0], "旧" + $1[1], $1[1], $1[2], $1[3]] }
        func bytes(hiding attributes: String) throws -> [UInt8] {
            let sheet = WorkbookMaker.sheet(rows)
            return try WorkbookMaker.workbook([("名单", "<cols><col min=\"3\" max=\"3\" \(attributes)/></cols>" + sheet)])
        }
        for attributes in ["hidden=\"1\"", "width=\"0\" customWidth=\"1\"", "hidden=\"true\" width=\"9\""] {
            let imported = try imported(bytes: bytes(hiding: attributes))
            #expect(self.rows(imported) == Self.right)
            #expect(told(imported, "“企业名称”列是隐藏的，没有导入"))
        }
        let visible = try imported(bytes: bytes(hiding: "width=\"20\""))
        #expect(errors(visible) == ["名单!D2: “企业名称”和“企业名称”两列含义相同，内容却不同；请只留一列。"])
    }

    @Test("more names of columns, and English beside the Chinese")
    func names() throws {
        for enterprise in [
            "获奖单位", "会员单位", "施工企业名称", "所在单位名称", "申报企业（盖章）", "企业名称 Enterprise", "班组所在单位", "Company name\n企业名称",
        ] {
            for (province, recommender) in [
                ("所在地", "推荐部门"), ("省份/Province", "推荐单位 Recommended by"), ("所在城市", "组织推荐单位（盖章）"),
            ] {
                let table = try imported(
                    [["序号", province, enterprise, "班组名称 Team name", recommender]]
                        + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 })
                #expect(rows(table) == Self.right, "\(enterprise) \(province) \(recommender) \(errors(table))")
            }
        }
        #expect(TableHeader.meaning(of: "QC小组名称") == nil)
        #expect(TableHeader.meaning(of: "推荐意见") == nil)
    }

    @Test("a column that looks like recommenders or provinces under another name is asked about")
    func likelyColumns() throws {
        func table(_ name: String, _ accepted: Set<ImportAcceptance> = []) throws -> RosterImport {
            try imported(
                [["序号", "省份", "企业名称", "班组名称", name]] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 },
                accepting: accepted)
        }
        for name in ["上报渠道", "归口", ""] {
            #expect(try errors(table(name)).contains { $0.contains("看起来是推荐单位") }, "\(name)")
            #expect(try rows(table(name, [.unknownColumns])).map { $0[4] } == Array(repeating: "自荐", count: 7))
        }
        let places = try imported([
            ["序号", "片区", "企业名称", "班组名称"], ["1", "青岛", "某公司", "甲班"], ["2", "宁波市", "某公司", "乙班"],
        ])
        #expect(errors(places).contains { $0.contains("看起来是省份") })
    }

    // MARK: Cells

    @Test("a formula without its result is an error at its cell, an empty text as a result is none")
    func formulas() throws {
        for formula in ["<f>B5</f><v></v>", "<f>B5</f>", "<f>B5</f><v/>"] {
            for column in ["C", "E"] {
                let sheet = WorkbookMaker.sheet(Self.standard).replacingCell("\(column)5", with: formula)
                let imported = try imported(bytes: WorkbookMaker.workbook([("名单", sheet)]))
                #expect(errors(imported) == ["名单!\(column)5: 公式没有保存结果；请在 Excel 或 WPS 中打开并保存后再试。"], "\(formula)")
            }
            let serial = WorkbookMaker.sheet(Self.standard).replacingCell("A5", with: formula)
            #expect(try rows(imported(bytes: WorkbookMaker.workbook([("名单", serial)]))) == Self.right)
        }
    }

    @Test("what a number format adds is read as it is shown")
    func formats() throws {
        let cases = [
            ("\"第\"0\"养护班\"", "3", "第3养护班"), ("0\"班\"", "12", "12班"),
            ("General\"班组\"", "4", "4班组"),
            ("\"第\"#,##0\"班\";\"负\"0", "5", "第5班"), ("[Red]\"三\"0\"队\"", "2", "三2队"),
            ("\\第0\\班", "6", "第6班"),
            ("\"第\"0.0\"班\"", "1.25", "第1.3班"),
        ]
        for (format, value, shown) in cases {
            let sheet = WorkbookMaker.sheet(Self.standard).replacingCell("D5", with: "<v>\(value)</v>", style: 1)
            let imported = try imported(bytes: WorkbookMaker.workbook([("名单", sheet)], formats: [format]))
            #expect(rows(imported).first?[1] == shown, "\(format) \(errors(imported))")
        }
        for (format, shown) in [("0.00", "3"), ("000_)", "003")] {
            let sheet = WorkbookMaker.sheet(Self.standard).replacingCell("D5", with: "<v>3</v>", style: 1)
            let imported = try imported(bytes: WorkbookMaker.workbook([("名单", sheet)], formats: [format]))
            #expect(errors(imported) == ["名单!D5: “\(shown)”不是班组的名称，请写班组的名称。"])
        }
        let text = WorkbookMaker.sheet(Self.standard).replacingCell(
            "D5", with: "<is><t>钱湾</t></is>", style: 1, type: "inlineStr")
        #expect(
            try rows(imported(bytes: WorkbookMaker.workbook([("名单", text)], formats: ["@\"班组\""]))).first?[1] == "钱湾班组")
        let odd = WorkbookMaker.sheet(Self.standard).replacingCell("D5", with: "<v>3</v>", style: 1)
        #expect(
            try errors(imported(bytes: WorkbookMaker.workbook([("名单", odd)], formats: ["[DBNum1]\"第\"0\"班\""]))).first?
                .contains("单元格格式") == true)
    }

    @Test("characters that nobody sees are taken out and told")
    func hiddenCharacters() throws {
        var table = Self.standard
        table[4][2] += "\u{3000}"
        table[4][3] = "\u{A0}" + table[4][3] + " "
        table[5][2] += "\u{200B}"
        table[5][3] = "东钱泵站\u{200B}运行一班"
        table[6][1] = " 浙 江 "
        table[6][3] += "\n"
        table[7][1] = "江苏省　"
        table[7][3] = "\u{FEFF}盾构掘进班组"
        let imported = try imported(table)
        #expect(rows(imported) == Self.right, "\(errors(imported))")
        #expect(imported.notes.contains { $0.handedIn?.spot == "名单!D6" && $0.message.zh.contains("读作“东钱泵站运行一班”") })
    }

    @Test("a row that lacks its team or its enterprise is an error until somebody says that it is left out")
    func incompleteRows() throws {
        let names = ["班组名称", "企业名称", "省份"]
        let full = Self.teams.map { [$0[2], $0[1], $0[0]] }
        for broken in [
            ["管道检测班组", "", ""], ["管道检测班组", "", "浙江"], ["", "浙江越澜管网科技有限公司", "浙江"], ["", "浙江越澜管网科技有限公司", ""],
        ] {
            let rows = Self.titles + [names] + full.prefix(2) + [broken] + full.suffix(4)
            #expect(try errors(imported(rows)).contains { $0.contains("名单!") && $0.contains("没有导入") }, "\(broken)")
            #expect(try self.rows(imported(rows, accepting: [.incompleteRows])).count == 6)
        }
    }

    @Test("honours by their givers: the year's title and the national one differ in a word")
    func honors() throws {
        let words = [
            ("全国质量信得过班组", "caq-awarded"), ("推荐全国质量信得过班组", "caq-recommended"), ("全国市政工程质量信得过班组", "title"),
            ("获全国", "caq-awarded"),
            ("推荐申报全国质量信得过班组", "caq-recommended"), ("中质协质量信得过班组", "caq-awarded"), ("2030年度全国市政工程质量信得过班组称号", "title"),
            ("全国市政工程质量信得过班组、全国质量信得过班组", "title;caq-awarded"), ("质量信得过班组", "title"), ("中国质量协会质量信得过班组", "caq-awarded"),
        ]
        for (word, right) in words {
            #expect(StatedValue.honors(word)?.map(\.rawValue).joined(separator: ";") == right, "\(word)")
        }
        for word in ["省级质量信得过班组", "浙江省市政工程质量信得过班组", "一等奖", "优秀质量信得过班组"] {
            #expect(StatedValue.honors(word) == nil, "\(word)")
        }
    }

    @Test("years in any figures, and a message that is true")
    func years() throws {
        func table(_ year: String) throws -> RosterImport {
            try imported(
                [["序号", "省份", "企业名称", "班组名称", "推荐单位", "年度"]]
                    + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 + [year] })
        }
        for year in ["二〇三〇年", "2030年度", "２０３０", "30年", "二○三○", "2030.0"] {
            #expect(try rows(table(year)) == Self.right, "\(year)")
        }
        #expect(try errors(table("2029年")) == [": 没有一行是 2030 年的班组。"])
        #expect(try told(table("二〇二九年"), "7 行是 2029 年的，没有导入。"))
        #expect(try errors(table("本年度")).count == 7)
    }

    @Test("an empty recommender is asked about where others have one")
    func emptyRecommenders() throws {
        var table = Self.standard
        for row in [5, 6, 8, 10] { table[row][4] = "" }
        let asked = try errors(imported(table)).map { String($0.prefix { $0 != ":" }) }
        #expect(asked == ["名单!6", "名单!7", "名单!9", "名单!11"])
        let accepted = try imported(table, accepting: [.emptyRecommender])
        #expect(rows(accepted).map { $0[4] } == ["推荐", "自荐", "自荐", "推荐", "自荐", "推荐", "自荐"])
        for row in [5, 6, 8, 10] { table[row][4] = ["无", "/", "不适用", "企业自荐"][row % 4] }
        #expect(errors(try imported(table)).isEmpty)
        table[5][4] = "协会"
        #expect(errors(try imported(table)) == ["名单!E6: 推荐单位写的是“协会”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。"])
        table[5][4] = "推荐单位：宁波市市政行业协会"
        #expect(rows(try imported(table))[1][5] == "宁波市市政行业协会")
    }

    @Test("ditto marks are the row above, and several teams in one cell are an error")
    func repeated() throws {
        let names = ["序号", "省份", "企业名称", "班组名称", "推荐单位"]
        for mark in ["同上", "〃", "″", "同 上"] {
            let table = try imported([names, ["1"] + Self.teams[0], ["2", mark, "浙江乙公司", "乙班", mark]])
            #expect(places(table)[1] == ["浙江", "推荐", "浙江省市政行业协会"], "\(mark) \(errors(table))")
        }
        #expect(
            try errors(imported([names, ["1", "同上", "浙江甲公司", "甲班", "无"]])).first?.hasPrefix("名单!B2: “同上”上面没有") == true)
        #expect(
            try errors(imported([names, ["1", "浙江", "浙江甲公司", "甲班\n乙班", "无"]])).first?.contains("几个班组：甲班、乙班") == true)
        #expect(try rows(imported([names, ["1", "浙江", "浙江甲公司", "路面\n养护班组", "无"]])).first?[1] == "路面养护班组")
    }

    @Test("who recommends all teams may stand above the header, and teams without the title are another list")
    func aboveAndBelow() throws {
        let names = ["序号", "企业名称", "班组名称"]
        for line in [["推荐单位（盖章）：浙江省市政行业协会", "", "填表日期：2030年8月1日"], ["推荐单位：浙江省市政行业协会"]] {
            let table = try imported([line, names, ["1", "宁波鄞水公司", "甲班"]])
            #expect(places(table) == [["浙江", "推荐", "浙江省市政行业协会"]], "\(errors(table))")
        }
        for line in ["以下班组撤销称号：", "二、未入选的班组", "备选班组"] {
            let table = Self.standard + [[line], ["8", "浙江", "浙江旧公司", "旧班", "浙江省市政行业协会"]]
            #expect(try errors(imported(table)).first?.contains("另一份名单") == true, "\(line)")
            #expect(try rows(imported(table, accepting: [.otherLists])) == Self.right)
        }
        #expect(TableHeader.meaning(of: "推荐单位/自荐") == .roster(.recommender))
        #expect(TableHeader.meaning(of: "推荐单位意见") == nil)
    }

    // MARK: Harmless things

    @Test(
        "signatures, notes, page numbers, blank lines and rows with a number alone are left out, and people's names are not shown"
    )
    func harmless() throws {
        let lines = [
            ["审核人：李某", "", "填表人：王某", "", "日期：2030年9月1日"], ["审核人：李某"], ["注：排名不分先后"], ["第1页 共3页"], ["以下空白"],
            ["2030年9月1日"], ["8"],
            ["填报单位（盖章）：", "", "浙江省市政行业协会"], ["附注：1. 名单"], ["浙江省市政行业协会"], ["鸿远集团有限公司"],
        ]
        for line in lines {
            let imported = try imported(Self.standard + [[""]] + [line])
            #expect(rows(imported) == Self.right, "\(line) \(errors(imported))")
            #expect(!imported.notes.contains { $0.message.zh.contains("李某") || $0.message.zh.contains("王某") })
        }
    }

    @Test("a province below the first of its group is that of the row above after a yes")
    func blankBelow() throws {
        let table = try imported(
            Self.titles + [
                ["省份", "企业名称", "班组名称"], ["浙江", "澄湖公司", "甲班"], ["", "鄞水公司", "乙班"], ["江苏", "秣陵公司", "丙班"],
                ["", "苏州胥门公司", "丁班"],
            ], accepting: [.sameAsAbove])
        #expect(places(table).map { $0[0] } == ["浙江", "浙江", "江苏", "江苏"])
        let other = try imported([["省份", "企业名称", "班组名称"], ["浙江", "澄湖公司", "甲班"], ["", "江苏鄞水公司", "乙班"]])
        #expect(errors(other).first?.contains("上一行是浙江") == true)
    }

    @Test("a sheet a province is read with all sheets, and without it nothing is left out in silence")
    func sheets() throws {
        let names = ["序号", "企业名称", "班组名称"]
        let bytes = try WorkbookMaker.workbook([
            ("浙江省", WorkbookMaker.sheet([["2030年度名单"], names, ["1", "甲公司", "甲班"]])),
            ("江苏省", WorkbookMaker.sheet([names, ["1", "乙公司", "乙班"]])), ("说明", WorkbookMaker.sheet([["填写说明"]])),
        ])
        #expect(throws: TableProblem.self) { try imported(bytes: bytes) }
        let all = try imported(bytes: bytes, sheet: .all)
        #expect(rows(all).map { [$0[0], $0[3]] } == [["zj-001", "浙江"], ["js-001", "江苏"]])
        #expect(told(all, "工作表“说明”不是名单"))
        #expect(try places(imported([names, ["1", "甲公司", "甲班"]], sheet: "宁波")).map { $0[0] } == ["浙江"])
    }

    @Test("a sheet that is too wide or too full matters only where it is read")
    func otherSheets() throws {
        let wide = WorkbookMaker.sheet([(0..<80).map(String.init)])
        let list = WorkbookMaker.sheet(Self.standard)
        #expect(try rows(imported(bytes: WorkbookMaker.workbook([("名单", list), ("评分明细", wide)]))) == Self.right)
        #expect(throws: TableProblem.self) {
            try imported(bytes: WorkbookMaker.workbook([("名单", list), ("评分明细", wide)]), sheet: .named("评分明细"))
        }
        let long = String(repeating: "长", count: 40_000)
        let cells =
            "<sheetData>" + (1...12_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
            + "</sheetData>"
        let full = try WorkbookMaker.workbook([("名单", cells)], strings: ["<t>\(long)</t>"])
        #expect(throws: TableProblem.self) { try imported(bytes: full) }
        // One text of a megabyte that every cell refers to is refused at the first of them.
        let megabyte = String(repeating: "长", count: 350_000)
        let huge = try WorkbookMaker.workbook([("名单", cells)], strings: ["<t>\(megabyte)</t>"])
        let seconds = ProcessorTime.seconds { #expect(throws: TableProblem.self) { try imported(bytes: huge) } }
        #expect(seconds < 30)
        let many = try WorkbookMaker.workbook([("名单", cells)], strings: ["<t>\(long.prefix(30_000))</t>"])
        #expect(throws: TableProblem.self) { try imported(bytes: many) }
        #expect(throws: TableProblem.self) { try imported(bytes: Array("班组名称,企业名称\n\(long),甲\n".utf8), name: "t.csv") }
    }

    @Test("one row a member in merged cells is one team, and firms on lines of their own are a joint enterprise")
    func mergedTeams() throws {
        var rows = [["序号", "省份", "企业名称", "班组名称", "推荐单位", "班组成员"]]
        var areas: [String] = []
        for (index, team) in Self.teams.enumerated() {
            let first = rows.count + 1
            for member in 0..<3 {
                rows.append((member == 0 ? ["\(index + 1)"] + team : ["", "", "", "", ""]) + ["成员\(member)"])
            }
            areas += ["A", "B", "C", "D", "E"].map { "<mergeCell ref=\"\($0)\(first):\($0)\(first + 2)\"/>" }
        }
        let members = try imported(rows, more: "<mergeCells>\(areas.joined())</mergeCells>")
        #expect(self.rows(members) == Self.right, "\(errors(members))")
        var joint = Self.standard
        joint[4][2] = "浙江澄湖城市建设集团有限公司\n浙江越澜管网科技有限公司"
        #expect(try self.rows(imported(joint)).first?[2] == "浙江澄湖城市建设集团有限公司、浙江越澜管网科技有限公司")
        joint[4][2] = "浙江澄湖城市建设\n集团有限公司"
        #expect(try self.rows(imported(joint)) == Self.right)
    }

    @Test("a separator is the one that makes a header, whatever a note holds")
    func separators() throws {
        let lines = Self.standard.dropFirst(3).map { $0.prefix(5).joined(separator: ",") }
        let text = lines.joined(separator: "\n") + "\n\"注：1;2;3;4;5;6;7;8;9\",,,,\n"
        #expect(try rows(imported(bytes: Array(text.utf8), name: "t.csv")) == Self.right)
        #expect(try rows(imported(bytes: Array(("sep=,\n" + text).utf8), name: "t.csv")) == Self.right)
        let tabs = lines.map { $0.replacing(",", with: "\t") }.joined(separator: "\n") + "\n注：a,b,c,d,e,f,g,h\n"
        #expect(try rows(imported(bytes: Array(tabs.utf8), name: "t.txt")) == Self.right)
    }

    @Test("what is struck out is left out and named")
    func struck() throws {
        var table = Self.standard
        table.insert(["8", "浙江", "浙江旧公司", "旧班", "浙江省市政行业协会"], at: 5)
        let strike = "<is><r><rPr><strike/></rPr><t>旧</t></r><r><t>钱湾路面养护班组</t></r></is>"
        var sheet = WorkbookMaker.sheet(table).replacingCell("D5", with: strike, type: "inlineStr")
        for column in ["C", "D"] {
            let text = column == "C" ? "浙江旧公司" : "旧班"
            sheet = sheet.replacingCell(
                "\(column)6", with: "<is><r><rPr><strike val=\"1\"/></rPr><t>\(text)</t></r></is>", type: "inlineStr")
        }
        let imported = try imported(bytes: WorkbookMaker.workbook([("名单", sheet)]))
        #expect(rows(imported) == Self.right, "\(errors(imported))")
        #expect(told(imported, "这一行画了删除线，没有导入：旧班、浙江旧公司") && told(imported, "画了删除线的“旧”没有导入"))
    }

    // MARK: Into a roster

    @Test("numerals and provinces make another team, slips do not, and what may be another is asked about")
    func merging() throws {
        let names = ["省份", "企业名称", "班组名称"]
        func roster(_ rows: [[String]]) throws -> String {
            let imported = try imported([names] + rows)
            return String(decoding: try #require(imported.merge, "\(errors(imported))").file.bytes, as: UTF8.self)
        }
        let first = try roster([["陕西", "中铁一局集团市政环保有限公司", "管廊班组"], ["北京", "中建二局第一建筑工程有限公司", "盾构班组"]])
        let second = try imported(
            [names, ["四川", "中铁二局集团市政环保有限公司", "管廊班组"], ["湖北", "中建三局第一建筑工程有限公司", "盾构班组"]], into: first)
        let teams = Set(rows(second).map { "\($0[1]) \($0[2]) \($0[3])" })
        let expected: Set<String> = [
            "管廊班组 中铁一局集团市政环保有限公司 陕西", "管廊班组 中铁二局集团市政环保有限公司 四川", "盾构班组 中建三局第一建筑工程有限公司 湖北",
            "盾构班组 中建二局第一建筑工程有限公司 北京",
        ]
        #expect(teams == expected, "\(errors(second))")
        for (old, new) in [
            ("中铁一局集团市政环保有限公司", "中铁一局集团市政环保有限责任公司"), ("浙江澄湖城建有限公司", "浙江澄湖城建股份有限公司"), ("杭州湖城养护有限公司", "杭州湖城养护（集团）有限公司"),
        ] {
            let merged = try imported([names, ["浙江", new, "管廊班"]], into: roster([["浙江", old, "管廊班组"]]))
            #expect(rows(merged).count == 1 && rows(merged)[0][2] == new, "\(new) \(errors(merged))")
        }
        let province = try imported([names, ["江苏", "湖城养护有限公司", "管廊班组"]], into: roster([["浙江", "湖城养护有限公司", "管廊班组"]]))
        #expect(errors(province).count == 1 && errors(province)[0].contains("省份不同"))
    }

    @Test("an announced list grows by no table without a yes")
    func announced() throws {
        let names = ["省份", "企业名称", "班组名称"]
        let first = try imported([names, ["浙江", "浙江甲公司", "甲班"]])
        let roster = String(decoding: try #require(first.merge).file.bytes, as: UTF8.self)
        let bytes = try WorkbookMaker.workbook([
            ("名单", WorkbookMaker.sheet([names, ["浙江", "浙江甲公司", "甲班"], ["浙江", "浙江丁公司", "丁班"]]))
        ])
        let asked = try imported(bytes: bytes, into: roster, isAnnounced: true)
        #expect(errors(asked) == ["名单!3: 名单已公示或公布，其中没有“丁班”（浙江丁公司），要作为新班组加入。"])
        #expect(ImportReport(asked, language: .zh).summary.contains("加 --accept new-teams）"))
        #expect(ImportReport(asked, language: .en).summary.contains("--accept new-teams to add teams"))
        #expect(try rows(imported(bytes: bytes, into: roster, accepting: [.newTeams], isAnnounced: true)).count == 2)
        #expect(try rows(imported(bytes: bytes, into: roster)).count == 2)
        #expect(try errors(imported(bytes: bytes, into: nil, isAnnounced: true)).isEmpty)
    }
}

extension String {
    /// A sheet of `WorkbookMaker.sheet` with another cell in the place of one of its own.
    fileprivate func replacingCell(_ name: String, with content: String, style: Int = 0, type: String? = nil) -> String
    {
        let column = Int(name.utf8.first ?? 65) - 65
        guard let row = Int(name.dropFirst()), let start = firstRange(of: "<row r=\"\(row)\">") else { return self }
        var rest = self[start.upperBound...]
        for _ in 0..<column {
            guard let end = rest.firstCellEnd else { return self }
            rest = rest[end...]
        }
        guard let end = rest.firstCellEnd else { return self }
        let kind = type.map { " t=\"\($0)\"" } ?? ""
        return String(self[..<rest.startIndex]) + "<c s=\"\(style)\"\(kind)>\(content)</c>" + String(self[end...])
    }
}

extension Substring {
    /// Where the first cell of a row ends.
    fileprivate var firstCellEnd: Index? {
        if hasPrefix("<c/>") { return index(startIndex, offsetBy: 4) }
        return firstRange(of: "</c>")?.upperBound
    }
}
