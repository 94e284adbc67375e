import Content
import Diagnostics
import Rules
import Testing
import Values

@testable import Importing

@Suite("Import of result tables")
struct TableImportTests {
    static let surroundings = RosterSurroundings(
        year: 2021, isChinese: true,
        associations: [.init(id: "ningbo", name: "宁波市市政协会（样例）", province: Province(named: "浙江"))],
        provinceOfEnterprise: ["中建样例集团有限公司": Province.all[0]])

    private func csv(
        _ text: String, into roster: String? = nil, name: String = "t.csv", accepting: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            Array(text.utf8), name: name,
            into: roster.map { try RosterFile(Array($0.utf8), path: "roster.csv") }, surroundings: Self.surroundings,
            accepting: accepting)
    }

    private func written(_ imported: RosterImport) throws -> String {
        String(decoding: try #require(imported.merge).file.bytes, as: UTF8.self)
    }

    private func rows(_ imported: RosterImport) throws -> [[String]] {
        let merge = try #require(imported.merge, "\(imported.notes)")
        return merge.rows.map { row in
            [RosterColumn.id, .team, .enterprise, .province, .mode, .recommender, .members].map {
                merge.file.text($0, inRow: row.index)
            }
        }
    }

    @Test("titles above the header, columns in any order, serial numbers, full-width digits, totals and footnotes")
    func table() throws {
        let imported = try csv(
            """
            附件1,,,,,
            2021年度全国市政工程质量信得过班组名单,,,,,
            序号,单位名称,推荐协会（可选项）,班组人数（人）,质量信得过班组名称,省（区、市）
            １,浙江澄湖城建有限公司,浙江省市政协会（样例）,１２人,路面班组,浙江省
            2,宁夏样例公司,企业自荐,9,管网班组,宁夏
            合计,2个,,,,
            注：排名不分先后,,,,,

            """, accepting: [.unknownRecommenders])
        #expect(
            try rows(imported) == [
                ["zj-001", "路面班组", "浙江澄湖城建有限公司", "浙江", "推荐", "浙江省市政协会（样例）", "12"],
                ["nx-001", "管网班组", "宁夏样例公司", "宁夏", "自荐", "", "9"],
            ])
        #expect(imported.headerPlace == "3")
        #expect(!imported.notes.contains { $0.severity == .error })
        #expect(imported.notes.contains { $0.message.zh.contains("注：排名不分先后") && $0.handedIn?.spot == "7" })
    }

    @Test("a total that differs from the rows is said")
    func total() throws {
        let imported = try csv("班组名称,企业名称\n甲班,北京甲公司\n总计：3个,\n")
        #expect(
            imported.notes.contains {
                $0.severity == .warning && $0.message.en.contains("says 3 in all, 1 row was read")
            })
    }

    @Test("a missing province comes from the recommender, the enterprise or other years, and is said")
    func provinces() throws {
        let imported = try csv(
            """
            班组名称,企业名称,推荐单位
            一班,中国样例局集团有限公司,宁波市市政协会（样例）
            二班,新疆生产建设兵团样例公司,
            三班,中建样例集团有限公司,
            四班,江苏甲公司,山东省市政协会
            """, accepting: [.emptyRecommender, .unknownRecommenders])
        #expect(try rows(imported).map { $0[3] } == ["浙江", "兵团", "北京", "山东"])
        #expect(try rows(imported).map { $0[0] } == ["zj-001", "bt-001", "bj-001", "sd-001"])
        #expect(try rows(imported).map { $0[4] } == ["推荐", "自荐", "自荐", "推荐"])
        #expect(imported.notes.count { $0.message.zh.contains("没有省份") } == 4)
        // That the enterprise is named after another province, the check of the roster says.
        #expect(!imported.notes.contains { $0.message.zh.contains("江苏") })
    }

    @Test("a province that nothing tells, a row without team or enterprise, and doubles keep the table out")
    func errors() throws {
        for (text, message) in [
            ("班组名称,企业名称\n甲班,样例公司\n", "没有省份"), ("班组名称,企业名称,人数\n,北京甲公司,3\n", "没有“班组名称”"),
            ("序号,班组名称,企业名称\n1,甲班,\n", "没有“企业名称”"),
            ("班组名称,企业名称\n甲班,北京甲公司\n甲 班,北京甲公司\n", "已经出现过"),
            ("编号,班组名称,企业名称\na-1,甲班,北京甲公司\na-1,乙班,北京甲公司\n", "已经用过"),
            ("编号,班组名称,企业名称\n2.02E+16,甲班,北京甲公司\n", "太长"), ("编号,班组名称,企业名称\n甲,甲班,北京甲公司\n", "只能由"),
            ("班组名称,企业名称,荣誉\n甲班,北京甲公司,一等奖\n", "荣誉"), ("班组名称,企业名称,省份\n甲班,甲公司,火星省\n", "没有叫"),
            ("班组名称,企业名称,申报方式,推荐单位\n甲班,北京甲公司,自荐,北京市市政协会\n", "不填推荐单位"),
            ("班组名称,企业名称,申报方式,推荐单位\n甲班,北京甲公司,推荐,\n", "没有写推荐单位"),
        ] {
            let imported = try csv(text)
            #expect(imported.merge == nil, "\(text)")
            #expect(
                imported.notes.contains { $0.severity == .error && $0.message.zh.contains(message) },
                "\(imported.notes)")
            #expect(imported.notes.allSatisfy { $0.severity != .error || $0.handedIn?.spot != nil })
        }
    }

    @Test("columns about people are left out and named")
    func personal() throws {
        let imported = try csv("班组名称,企业名称,联系人,手机,E-mail,备注\n甲班,北京甲公司,鸿远,13800000000,a@example.org,x\n")
        #expect(!(try written(imported)).contains("138"))
        #expect(imported.notes.contains { $0.message.zh.contains("联系人、手机、E-mail") })
        #expect(imported.notes.contains { $0.message.zh.contains("“备注”") })
    }

    @Test("headings between the rows give province and recommender")
    func sections() throws {
        let imported = try csv(
            """
            序号,班组名称,企业名称
            一、浙江省（2个）,,
            1,甲班,鸿远公司
            2,乙班,鸿远二公司
            （二）宁波市市政协会（样例）推荐,,
            3,丙班,鸿远三公司
            三、企业自荐：1个,,
            4,丁班,海南某公司
            """, accepting: [.emptyRecommender])
        #expect(try rows(imported).map { $0[3] } == ["浙江", "浙江", "浙江", "海南"])
        #expect(try rows(imported).map { $0[5] } == ["", "", "宁波市市政协会（样例）", ""])
    }

    @Test("a heading's number that differs from the rows below it is said")
    func sectionCounts() throws {
        let imported = try csv(
            """
            序号,班组名称,企业名称
            一、浙江省（3个）,,
            1,甲班,鸿远公司
            （一）宁波市市政协会（样例）推荐（2个）,,
            2,乙班,鸿远二公司
            3,丙班,鸿远三公司
            二、江苏省（共１个班组）,,
            4,丁班,鸿远公司
            5,戊班,鸿远公司
            三、山东省（2021）,,
            6,己班,鸿远公司
            四、企业自荐：1个,,
            合计,6个,
            """, accepting: [.emptyRecommender])
        let told = imported.notes.filter { $0.rule == .importCount }.map {
            [$0.handedIn?.spot ?? "", $0.message.zh]
        }
        #expect(
            told == [
                ["7", "“二、江苏省（共１个班组）”写 1 个，下面读到 2 行，请核对。"],
                ["12", "“四、企业自荐：1个”写 1 个，下面读到 0 行，请核对。"],
            ])
        #expect(imported.merge != nil)
    }

    @Test("without numbers before them, a heading of headings is not compared")
    func unnumberedHeadings() throws {
        let imported = try csv(
            "序号,班组名称,企业名称\n浙江省（2个）,,\n宁波市市政协会（样例）推荐（2个）,,\n1,甲班,浙江某公司\n2,乙班,浙江某公司\n江苏省（1个）,,\n3,丙班,鸿远公司\n注：以上 3 个,,\n")
        #expect(!imported.notes.contains { $0.severity == .warning }, "\(imported.notes)")
    }

    @Test("a number in the column of days is a day as spreadsheets count them, and is said")
    func serialDays() throws {
        let header = "编号,班组名称,企业名称,状态,撤销日期,撤销原因\n"
        let imported = try csv(header + "bj-001,甲班,北京公司,撤销,44694,投诉\n")
        let merge = try #require(imported.merge, "\(imported.notes)")
        #expect(merge.file.text(.withdrawnOn, inRow: merge.rows[0].index) == "2022-05-13")
        let note = try #require(imported.notes.first { $0.message.zh.contains("日期序号") })
        #expect(note.severity == .hint && note.handedIn?.spot == "2:5" && note.message.zh.contains("“2022-05-13”"))
        for (text, day) in [("32874", "1990-01-01"), ("73415", "2100-12-31"), ("32873", nil), ("73416", nil)] {
            let imported = try csv(header + "bj-001,甲班,北京公司,撤销,\(text),投诉\n")
            let merge = imported.merge
            #expect(merge.map { $0.file.text(.withdrawnOn, inRow: $0.rows[0].index) } == day, "\(text)")
            guard day == nil else { continue }
            #expect(imported.notes.contains { $0.message.zh == "“撤销日期”不能是“\(text)”。可以写：2020-05-15。" })
        }
    }

    @Test("in a text, cells below a merged one are empty and are filled from above with a warning")
    func hiddenMerges() throws {
        let imported = try csv(
            "省份,推荐单位,班组名称,企业名称\n浙江,宁波市市政协会（样例）,甲班,中国某局\n,,乙班,中国某局二公司\n宁夏,,丙班,某公司\n",
            accepting: [.emptyRecommender, .sameAsAbove])
        #expect(try rows(imported).map { $0[3] } == ["浙江", "浙江", "宁夏"])
        #expect(try rows(imported).map { $0[4] } == ["推荐", "推荐", "自荐"])
        #expect(imported.notes.contains { $0.severity == .warning && $0.message.zh.contains("按上一行") })
    }

    @Test("texts in GB 18030, in UTF-16 with tabs, and with semicolons")
    func encodings() throws {
        let gb18030: [UInt8] = [
            0xB0, 0xE0, 0xD7, 0xE9, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x0D,
            0x0A, 0xBC, 0xD7, 0xB0, 0xE0, 0x2C, 0xB1, 0xB1, 0xBE, 0xA9, 0xB9, 0xAB, 0xCB, 0xBE, 0x0D, 0x0A,
        ]
        let utf16: [UInt8] =
            [0xFF, 0xFE]
            + "班组名称\t企业名称\r\n甲班\t北京公司\r\n".utf16.flatMap { unit -> [UInt8] in
                [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
        for bytes in [gb18030, utf16, Array("班组名称;企业名称\n甲班;北京公司\n".utf8)] {
            let imported = try RosterImport(bytes, name: "t.csv", into: nil, surroundings: Self.surroundings)
            #expect(try rows(imported) == [["bj-001", "甲班", "北京公司", "北京", "自荐", "", ""]])
        }
    }

    // MARK: A second time

    private static let roster =
        "\u{FEFF}编号,班组名称,企业名称,省份,申报方式,推荐单位,班组人数,我的备注\r\n# 手工备注\r\nzj-001,甲班,浙江甲公司,浙江省,协会推荐,浙江省市政协会,12,\"留,着\"\r\nzj-002,\"乙\"\"班\",浙江甲公司,浙江,推荐,浙江省市政协会,9,\r\nah-007,丙班,安徽公司,安徽,自荐,,,\r\n"

    @Test("a corrected table changes what differs, adds beside its neighbour, and keeps what it does not have")
    func second() throws {
        let imported = try csv(
            "班组名称,企业名称,推荐单位,人数\n甲班,浙江甲公司,浙江省市政协会,14\n丁班,浙江乙公司,浙江省市政协会,5\n\"乙\"\"班\",浙江甲公司,浙江省市政协会,9\n",
            into: Self.roster, accepting: [.unknownRecommenders])
        let lines = try written(imported).split(separator: "\r\n").map(String.init)
        #expect(
            lines == [
                "\u{FEFF}编号,班组名称,企业名称,省份,申报方式,推荐单位,班组人数,我的备注", "# 手工备注",
                "zj-001,甲班,浙江甲公司,浙江省,协会推荐,浙江省市政协会,14,\"留,着\"", "zj-003,丁班,浙江乙公司,浙江,推荐,浙江省市政协会,5,",
                "zj-002,\"乙\"\"班\",浙江甲公司,浙江,推荐,浙江省市政协会,9,", "ah-007,丙班,安徽公司,安徽,自荐,,,",
            ])
        let changes = try #require(imported.merge).rows.map(\.change)
        #expect(
            changes == [
                .changed([.init(column: .members, old: "12", new: "14")]), .added, .unchanged, .kept,
            ])
        let summary = ImportReport(imported, language: .zh).summary
        #expect(summary.contains("班组人数: 12 → 14") && summary.contains("! ah-007 丙班"))
    }

    @Test("remarks above the header and in quotes stay where they are, byte for byte")
    func remarks() throws {
        let roster = "# 说明,,\r\n编号,班组名称,企业名称,省份,申报方式\r\n\"# 甲, 乙\",,,,\r\nbj-001,甲班,北京甲公司,北京,自荐\r\n"
        let imported = try csv("班组名称,企业名称\n甲班,北京甲公司\n乙班,北京甲公司\n", into: roster)
        #expect(try written(imported) == roster + "bj-002,乙班,北京甲公司,北京,自荐\r\n")
    }

    @Test("a roster that is handed in as a table may have remarks, numbers with a sign are none")
    func remarksInTables() throws {
        let imported = try csv("# 说明, 说明\n序号,班组名称,企业名称\n#1,甲班,北京甲公司\n# 甲, 乙\n#2,乙班,北京甲公司\n#完,\n")
        #expect(try rows(imported).map { $0[1] } == ["甲班", "乙班"])
        #expect(imported.notes.filter { $0.message.zh.contains("没有导入这一行") }.map(\.handedIn?.spot) == ["4", "6"])
        #expect(!imported.notes.contains { $0.severity != .hint })
    }

    @Test("what the roster knows already is neither missing nor proposed, and new rows stand with their province")
    func knownProvinces() throws {
        let roster = "编号,班组名称,企业名称,省份,申报方式,推荐单位\nzj-001,甲班,某公司,浙江,自荐,\nzj-002,乙班,某公司,浙江,自荐,\nnx-001,丙班,宁夏公司,宁夏,自荐,\n"
        let imported = try csv("班组名称,企业名称,省份\n甲班,某公司,\n丁班,宁夏公司,\n戊班,某公司,浙江\n", into: roster)
        #expect(try rows(imported).map { $0[0] } == ["zj-001", "zj-002", "zj-003", "nx-001", "nx-002"])
        #expect(imported.notes.count { $0.message.zh.contains("省份") } == 1)
        let unknown = try csv("班组名称,企业名称\n甲班,某公司\n己班,某公司\n", into: roster)
        #expect(unknown.merge == nil)
        #expect(unknown.notes.filter { $0.severity == .error }.map(\.handedIn?.spot) == ["3"])
    }

    @Test("the same table a second time changes no byte")
    func idempotent() throws {
        let table = "班组名称,企业名称,推荐单位,人数\n甲班,浙江甲公司,浙江省市政协会,14\n乙班,安徽公司,,5\n"
        let first = try written(try csv(table, accepting: [.emptyRecommender, .unknownRecommenders]))
        let second = try csv(table, into: first, accepting: [.unknownRecommenders])
        #expect(try written(second) == first)
        #expect(try #require(second.merge).rows.allSatisfy { $0.change == .unchanged })
    }

    @Test("a name that was corrected keeps its id, another team of the enterprise does not take it")
    func correctedNames() throws {
        let corrected = try csv("班组名称,企业名称\n丙班,安徽公司\n甲班,浙江甲有限公司\n", into: Self.roster)
        #expect(try rows(corrected).first?[2] == "浙江甲有限公司")
        #expect(try rows(corrected).count == 3)
        let near = try csv("班组名称,企业名称\n丙班组,安徽公司\n", into: Self.roster)
        #expect(try rows(near).map { $0[1] } == ["甲班", "乙\"班", "丙班组"])
        #expect(near.notes.contains { $0.message.zh.contains("更正") })
        let other = try csv("班组名称,企业名称\n隧道一班,安徽公司\n", into: Self.roster.replacing("丙班", with: "隧道二班"))
        #expect(try rows(other).map { $0[0] } == ["zj-001", "zj-002", "ah-007", "ah-008"])
    }

    @Test("with ids in the table, rows are known by them, and one of both names may be another")
    func byID() throws {
        let imported = try csv("编号,班组名称,企业名称,申报方式\nZJ-001,新名班,浙江甲公司,企业自荐\n", into: Self.roster)
        #expect(try rows(imported).first == ["zj-001", "新名班", "浙江甲公司", "浙江省", "自荐", "", "12"])
        let renamed = try csv("编号,班组名称,企业名称\nzj-001,甲班,新名集团\n", into: Self.roster)
        #expect(try rows(renamed).first?[2] == "新名集团")
        let both = try csv("编号,班组名称,企业名称\nah-007,丙班组,安徽公司厂\n", into: Self.roster)
        #expect(try rows(both).last?[1] == "丙班组")
    }

    @Test("an id whose names are another team's keeps the table out, and both are named")
    func idOfAnother() throws {
        let roster = "编号,班组名称,企业名称,省份,申报方式\njs-001,污水班组（一）,南京鸿远市政公司,江苏,自荐\njs-004,无省份班组,中交一公局,江苏,自荐\n"
        func errors(_ row: String) throws -> [String] {
            let imported = try csv("编号,班组名称,企业名称,省份\n\(row)\n", into: roster)
            #expect(
                imported.merge == nil && imported.notes.allSatisfy { $0.severity != .error || $0.handedIn?.spot == "2" }
            )
            return imported.notes.filter { $0.severity == .error }.map(\.message.zh)
        }
        #expect(
            try errors("js-001,无省份班组,中交一公局,江苏") == [
                "编号“js-001”在名单中是“污水班组（一）”（“南京鸿远市政公司”），表中却是“无省份班组”（“中交一公局”），后者在名单中的编号是“js-004”。请在表中写“js-004”，或清空这一格，按名称认；确实要换编号时，请先改好 roster.csv。"
            ])
        #expect(
            try errors("js-001,道路班组,中铁某局,江苏") == [
                "编号“js-001”在名单中是“污水班组（一）”（“南京鸿远市政公司”），表中却是“道路班组”（“中铁某局”），不像同一个班组。新的班组请换一个编号或清空这一格；同一班组改了名，请先在 roster.csv 中改好名称。"
            ])
        #expect(
            try errors("js-009,无省份班组,中交一公局,江苏") == [
                "“无省份班组”（“中交一公局”）在名单中的编号是“js-004”，表中却是“js-009”。请在表中写“js-004”，或清空这一格；确实要换编号时，请先改好 roster.csv。"
            ])
        // A table that was numbered anew, within one enterprise.
        let alike = roster.replacing("中交一公局", with: "南京鸿远市政公司")
        let swapped = try csv(
            "编号,班组名称,企业名称,省份\njs-001,无省份班组,南京鸿远市政公司,江苏\njs-004,污水班组（一）,南京鸿远市政公司,江苏\n", into: alike)
        #expect(swapped.merge == nil && swapped.notes.count { $0.severity == .error } == 2)
    }

    @Test("ids of write-ups about others are left alone, a write-up about the team lends its own")
    func writeUpIDs() throws {
        let surroundings = RosterSurroundings(
            year: 2021, isChinese: true, writeUps: ["zj-001": "别的班组的成果", "zj-007": "甲班：少返工"])
        let imported = try RosterImport(
            Array("班组名称,企业名称\n甲班,浙江公司\n乙班,浙江公司\n".utf8), name: "t.csv", into: nil, surroundings: surroundings)
        #expect(try rows(imported).map { $0[0] } == ["zj-007", "zj-002"])
    }

    @Test("an unknown recommender is asked about once, with a name that can be meant")
    func recommenders() throws {
        let table =
            "班组名称,企业名称,推荐单位,省份\n甲班,宁波公司,宁波市市政协会,浙江\n乙班,宁波公司,宁波市市政协会,浙江\n丙班,江苏公司,江苏省市政协会（样例）,江苏\n"
        for (accepted, severity) in [([], Severity.error), ([ImportAcceptance.unknownRecommenders], .warning)] {
            let imported = try csv(table, accepting: Set(accepted))
            let notes = imported.notes.filter { $0.message.zh.contains("associations.yaml") }
            #expect(
                notes.map(\.message.zh) == [
                    "associations.yaml 中没有推荐单位“宁波市市政协会”，是否应为“宁波市市政协会（样例）”？",
                    "associations.yaml 中没有推荐单位“江苏省市政协会（样例）”，请核对名称，或把它加进去。",
                ])
            #expect(notes.allSatisfy { $0.severity == severity && $0.rule == .importRecommender })
            #expect(
                notes.allSatisfy {
                    ($0.help?.zh.contains("加 --accept unknown-recommenders") == true) == accepted.isEmpty
                })
            #expect((imported.merge == nil) == accepted.isEmpty)
        }
    }

    @Test("words that are no name of a recommender are none", arguments: ["是", "√", "有", "0", "待定", "协会", "省协会推荐"])
    func noNames(text: String) throws {
        let imported = try csv("班组名称,企业名称,推荐单位,省份\n甲班,宁波公司,\(text),浙江\n")
        #expect(imported.merge == nil)
        #expect(
            imported.notes.contains {
                $0.message.zh == "推荐单位写的是“\(text)”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。" && $0.handedIn?.spot == "2:3"
            })
    }

    @Test("a roster that cannot be edited without loss is left alone")
    func brokenRoster() {
        #expect(throws: TableProblem.self) { try RosterFile(Array("编号,班组名称\n\"x,y\n".utf8), path: "roster.csv") }
        #expect(throws: TableProblem.self) { try RosterFile(Array("名字,公司\na,b\n".utf8), path: "roster.csv") }
    }

    @Test("a table without header, an empty one and one that is no text say what they are")
    func noTable() {
        for bytes in [[], Array("a,b\nc,d\n".utf8), [0x00, 0x01, 0x02], Array("班组名称,企业名称\n\"甲".utf8)] as [[UInt8]] {
            #expect(throws: TableProblem.self) {
                try RosterImport(bytes, name: "t.csv", into: nil, surroundings: Self.surroundings)
            }
        }
    }
}
