import Content
import Diagnostics
import Documents
import TestSupport
import Testing

@testable import Importing

@Suite("Tables of workbooks")
struct WorkbookTests {
    private let surroundings = RosterSurroundings(year: 2021, isChinese: true)

    private func imported(_ bytes: [UInt8], sheet: SheetChoice = .only) throws -> RosterImport {
        try RosterImport(bytes, name: "t.xlsx", sheet: sheet, into: nil, surroundings: surroundings)
    }

    private func cells(_ bytes: [UInt8]) throws -> [[String]] {
        try WorkbookTable.read(bytes, name: "t.xlsx", sheet: .named("1")).flatMap(\.rows).map { row in
            row.cells.sorted { $0.key < $1.key }.map(\.value.text)
        }
    }

    @Test("merged cells count for every row, titles and headers over several rows do not disturb")
    func merged() throws {
        let sheet = WorkbookMaker.sheet(
            [
                ["2021年度名单", "", "", ""], ["省份", "班组", "", "推荐单位"], ["", "班组名称", "企业名称", ""],
                ["浙江", "甲班", "甲公司", "浙江省市政协会"], ["", "乙班", "乙公司", ""], ["宁夏", "丙班", "丙公司", "企业自荐"],
            ],
            more:
                "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"D4:D5\"/></mergeCells>"
        )
        let imported = try imported(WorkbookMaker.workbook([("名单", sheet)]))
        #expect(imported.headerPlace == "名单!3")
        let merge = try #require(imported.merge, "\(imported.notes)")
        let rows = merge.rows.map { row in
            [RosterColumn.id, .team, .province, .recommender].map { merge.file.text($0, inRow: row.index) }
        }
        #expect(
            rows == [
                ["zj-001", "甲班", "浙江", "浙江省市政协会"], ["zj-002", "乙班", "浙江", "浙江省市政协会"], ["nx-001", "丙班", "宁夏", ""],
            ])
        #expect(!imported.notes.contains { $0.severity != .hint })
    }

    @Test("a raised figure is no figure of the name, and a mark where a note explains it")
    func raisedFigures() throws {
        func sheet(_ note: String) -> String {
            WorkbookMaker.sheet([["省份", "班组名称", "企业名称"], ["浙江", "甲班组@", "浙江甲市政有限公司"], [note]])
                .replacing(
                    "<t xml:space=\"preserve\">甲班组@</t>",
                    with: "<r><t>甲班组</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>")
        }
        let noted = try imported(WorkbookMaker.workbook([("名单", sheet("注：1 该班组原名乙班组。"))]))
        #expect(noted.merge.map { $0.file.text(.team, inRow: $0.rows[0].index) } == "甲班组", "\(noted.notes)")
        #expect(noted.notes.contains { $0.message.zh.contains("是下面附注的记号") })
        let bare = try imported(WorkbookMaker.workbook([("名单", sheet("以上排名不分先后"))]))
        #expect(bare.merge.map { $0.file.text(.team, inRow: $0.rows[0].index) } == "甲班组¹")
    }

    @Test(
        "what a sheet does not show is told with its cell and its text",
        arguments: [
            "<font><color rgb=\"FFFFFFFF\"/></font>|<fill><patternFill patternType=\"none\"/></fill>|",
            "<font><color theme=\"0\"/></font>|<fill><patternFill/></fill>|",
            "<font><color rgb=\"FF112233\"/></font>|<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF112235\"/></patternFill></fill>|",
            "<font><sz val=\"1\"/></font>|<fill/>|", "<font/>|<fill/>|;;;",
        ])
    func invisible(look: String) throws {
        #expect(
            try invisibleNotes(look).map(\.message.zh) == ["这一格的内容在表上看不见（白字、隐藏的格式或极小的字），也读了：“甲班组”，请核对。"])
    }

    @Test(
        "white letters on a dark cell, and formats that hide zero, are seen",
        arguments: [
            "<font><color theme=\"0\"/></font>|<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF0070C0\"/></patternFill></fill>|",
            "<font><color theme=\"0\"/></font>|<fill><patternFill patternType=\"solid\"><fgColor theme=\"4\"/></patternFill></fill>|",
            "<font><color theme=\"0\" tint=\"-0.5\"/></font>|<fill/>|", "<font><sz val=\"8\"/></font>|<fill/>|0;-0;;@",
        ])
    func visible(look: String) throws { #expect(try invisibleNotes(look).isEmpty) }

    /// Of a sheet whose only team has a cell of that font, fill and format.
    private func invisibleNotes(_ look: String) throws -> [Diagnostic] {
        let parts = look.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let sheet = WorkbookMaker.sheet([["省份", "班组名称", "企业名称"], ["浙江", "甲班组", "浙江甲市政有限公司"]])
            .replacing(
                "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">甲班组",
                with: "<c s=\"1\" t=\"inlineStr\"><is><t>甲班组")
        let bytes = try WorkbookMaker.workbook(
            [("名单", sheet)],
            styles:
                "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(parts[2].isEmpty ? "General" : parts[2])\"/></numFmts><fonts><font/>\(parts[0])</fonts><fills><fill/>\(parts[1])</fills><cellXfs><xf/><xf fontId=\"1\" fillId=\"1\" numFmtId=\"200\"/></cellXfs>"
        )
        return try imported(bytes).notes.filter { $0.message.zh.contains("看不见") }
    }

    @Test("what a merged cell covers does not count and is told")
    func covered() throws {
        let rows = [
            ["省份", "班组名称", "企业名称", "推荐单位"], ["浙江", "甲班组", "浙江甲市政有限公司", "浙江省市政行业协会"],
            ["浙江", "乙班组", "浙江乙市政有限公司", "宁波市市政行业协会"],
        ]
        let sheet = WorkbookMaker.sheet(rows, more: "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>")
        let imported = try imported(WorkbookMaker.workbook([("名单", sheet)]))
        let merge = try #require(imported.merge)
        #expect(merge.rows.map { merge.file.text(.recommender, inRow: $0.index) } == ["浙江省市政行业协会", "浙江省市政行业协会"])
        #expect(imported.notes.contains { $0.handedIn?.spot == "名单!D3" && $0.message.zh.contains("盖住了“宁波市市政行业协会”") })
        let same = sheet.replacing("宁波市市政行业协会", with: "浙江省市政行业协会")
        #expect(
            !(try self.imported(WorkbookMaker.workbook([("名单", same)])).notes.contains { $0.message.zh.contains("盖住") })
        )
    }

    @Test("remarks pinned to cells are told with their words, and stop the import where they deny the title")
    func comments() throws {
        let sheet = WorkbookMaker.sheet([["省份", "班组名称", "企业名称"], ["浙江", "甲班组", "浙江甲市政有限公司"]])
        func notes(_ text: String) throws -> [Diagnostic] {
            let bytes = try WorkbookMaker.workbook(
                [("名单", sheet)],
                comments:
                    "<authors><author>张三</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><r><t>张三:\n</t></r><r><t>\(text)</t></r></text></comment></commentList>"
            )
            return try imported(bytes).notes.filter { $0.message.zh.contains("批注") }
        }
        let told = try notes("人数已核对")
        #expect(told.map(\.severity) == [.hint] && told.first?.handedIn?.spot == "名单!B2", "\(told)")
        #expect(told.first?.message.zh == "这一格的批注没有导入：“人数已核对”，请看一下有没有更正。")
        for words in ["该班组已撤销，勿公布", "待定", "放弃"] {
            let denied = try notes(words)
            #expect(denied.map(\.severity) == [.error] && denied.first?.message.zh.contains("“\(words)”") == true)
        }
    }

    @Test("parts whose names differ in case alone are found, rows and columns of no size are hidden")
    func cases() throws {
        let sheet = WorkbookMaker.sheet([["省份", "班组名称", "企业名称"], ["浙江", "甲班组", "浙江甲市政有限公司"]])
        let bytes = try WorkbookMaker.workbook([("名单", sheet)], folder: "Worksheets")
        #expect(try imported(bytes).merge != nil)
        let low = sheet.replacing("<row r=\"2\">", with: "<row r=\"2\" ht=\"0.5\">")
        #expect(try imported(WorkbookMaker.workbook([("名单", low)])).notes.contains { $0.message.zh.contains("隐藏的行") })
    }

    @Test("a merged area to the end of the sheet fills only rows that are there")
    func hugeMerge() throws {
        let sheet = WorkbookMaker.sheet(
            [["省份", "班组名称", "企业名称"], ["浙江", "甲班", "甲公司"], ["", "乙班", "乙公司"]],
            more: "<mergeCells><mergeCell ref=\"A2:A1048576\"/></mergeCells>")
        #expect(try cells(WorkbookMaker.workbook([("a", sheet)])).last == ["浙江", "乙班", "乙公司"])
    }

    @Test("texts: shared ones of several runs without phonetics, inline ones, escapes; numbers; days; truth; errors")
    func values() throws {
        let xml = """
            <sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c>
            <c r="C2" t="str"><f>A2</f><v>公式_x000D_</v></c><c r="D2"><v>12</v></c><c r="E2"><v>12.50</v></c>
            <c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c><c r="H2"><f>1+1</f></c></row>
            <row><c s="1"><v>43830</v></c><c s="2"><v>43830.75</v></c><c s="3"><v>43830</v></c><c s="4"><v>43830</v></c>
            <c s="5"><v>43830</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c></row></sheetData>
            """
        let bytes = try WorkbookMaker.workbook(
            [("a", xml)], strings: ["<r><t>多</t></r><r><t>段</t></r><rPh sb=\"0\" eb=\"1\"><t>ドク</t></rPh>"],
            formats: ["14", "yyyy\"年\"m\"月\"d\"日\"", "31", "0.00_ ", "57"])
        #expect(
            try cells(bytes) == [
                ["多段", "内联", "公式", "12", "12.5", "TRUE", "#REF!", ""],
                ["2019-12-31", "2019-12-31", "2019-12-31", "43830", "2019-12-31", "60.0", "1900-02-28", "1900-03-01"],
            ])
        let old = try WorkbookMaker.workbook(
            [("a", "<sheetData><row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>42368</v></c></row></sheetData>")],
            formats: ["14"], properties: "<workbookPr date1904=\"1\"/>")
        #expect(try cells(old) == [["1904-01-01", "2019-12-31"]])
    }

    @Test(
        "elements of extensions that bear the names of others change nothing",
        arguments: [
            "<x14:workbookPr xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" defaultImageDpi=\"32767\"/>",
            "<workbookPr date1904=\"0\"/>", "<o:workbookPr xmlns:o=\"http://example.org/\" date1904=\"0\"/>",
        ])
    func extensions(element: String) throws {
        let bytes = try WorkbookMaker.workbook(
            [("a", "<sheetData><row><c s=\"1\"><v>42368</v></c></row></sheetData>")], formats: ["14"],
            properties: "<workbookPr date1904=\"1\"/><extLst><ext uri=\"x\">\(element)</ext></extLst>")
        #expect(try cells(bytes) == [["2019-12-31"]])
    }

    @Test("a workbook in the strict form of the standard is read as in the usual one")
    func strict() throws {
        let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let types = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let bytes = try WorkbookMaker.zip([
            ("[Content_Types].xml", WorkbookMaker.types),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(types)/officeDocument\" Target=\"xl/book.xml\"/></Relationships>"
            ),
            (
                "xl/book.xml",
                "<x:workbook xmlns:x=\"\(main)\" xmlns:q=\"\(types)\" conformance=\"strict\"><x:sheets><x:sheet name=\"a\" q:id=\"s\"/></x:sheets></x:workbook>"
            ),
            (
                "xl/_rels/book.xml.rels",
                "<r:Relationships xmlns:r=\"\(package)\"><r:Relationship Id=\"s\" Type=\"\(types)/worksheet\" Target=\"sheet.xml\"/></r:Relationships>"
            ),
            ("xl/sheet.xml", "<worksheet xmlns=\"\(main)\">\(WorkbookMaker.sheet([["班组名称", "企业名称"]]))</worksheet>"),
        ])
        #expect(try cells(bytes) == [["班组名称", "企业名称"]])
    }

    @Test(
        "a day without its format is counted as the workbook counts",
        arguments: [("", "2022-05-13"), ("1", "2026-05-14")])
    func serialDays(date1904: String, day: String) throws {
        let head = ["班组名称", "企业名称", "状态", "撤销原因", "撤销日期"]
        let row = ["甲班", "北京公司", "撤销", "投诉"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        let xml = WorkbookMaker.sheet([head]).replacing(
            "</sheetData>", with: "<row r=\"2\">\(row)<c><v>44694</v></c></row></sheetData>")
        let imported = try imported(
            WorkbookMaker.workbook([("a", xml)], properties: "<workbookPr date1904=\"\(date1904)\"/>"))
        let merge = try #require(imported.merge, "\(imported.notes)")
        #expect(merge.file.text(.withdrawnOn, inRow: merge.rows[0].index) == day)
    }

    @Test("ids that lost digits, formulas without results, hidden rows and computed names are told at their cells")
    func doubts() throws {
        func table(_ id: String, team: String = "<c t=\"inlineStr\"><is><t>甲班</t></is></c>", row: String = "") throws
            -> RosterImport
        {
            let head = ["编号", "班组名称", "企业名称"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
            let xml =
                "<sheetData><row>\(head)</row><row \(row)>\(id)\(team)<c t=\"inlineStr\"><is><t>北京公司</t></is></c></row></sheetData>"
            return try imported(WorkbookMaker.workbook([("名单", xml)]))
        }
        let lost = try table("<c><v>1.20101E+17</v></c>")
        #expect(lost.merge == nil)
        #expect(lost.notes.contains { $0.handedIn?.spot == "名单!A2" && $0.message.zh.contains("“文本”") })
        let formula = try table("<c/>", team: "<c><f>A1</f></c>")
        #expect(formula.notes.contains { $0.handedIn?.spot == "名单!B2" && $0.message.zh.contains("没有保存结果") })
        let computed = try table("<c/>", team: "<c t=\"str\"><f>A1</f><v>甲班</v></c>")
        #expect(computed.merge != nil && computed.notes.contains { $0.message.zh.contains("公式的结果") })
        let hidden = try table("<c/>", row: "hidden=\"1\"")
        #expect(
            hidden.merge != nil && hidden.notes.contains { $0.severity == .warning && $0.message.zh.contains("隐藏") })
    }

    @Test("of several sheets the one with a list is taken, of several lists none without being told which")
    func sheets() throws {
        let list = WorkbookMaker.sheet([["班组名称", "企业名称"], ["甲班", "北京公司"]])
        let note = WorkbookMaker.sheet([["填表说明"]])
        #expect(try imported(WorkbookMaker.workbook([("说明", note), ("名单", list)])).table.name == "t.xlsx: 名单")
        let two = try WorkbookMaker.workbook([("一", list), ("二", list)])
        #expect(throws: TableProblem.self) { try imported(two) }
        #expect(try imported(two, sheet: .named("二")).table.name == "t.xlsx: 二")
        #expect(try imported(two, sheet: .named("1")).table.name == "t.xlsx: 一")
        #expect(throws: TableProblem.self) { try imported(two, sheet: .named("三")) }
    }

    @Test(
        "formats that show days",
        arguments: [
            ("yyyy/m/d", true), ("YYYY-MM-DD", true), ("[$-804]yyyy\"年\"m\"月\"", true),
            ("yyyy\"年\"m\"月\"d\"日\"", true), ("yyyy\\-mm\\-dd;@", true), ("[$-411]ge.m.d", true),
            ("[$-404]e\"年\"", true), ("0.00", false), ("General", false), ("GENERAL", false),
            ("[$-804]General", false), ("General\"day\"", false), ("General;[Red]-General", false),
            ("0.00E+00", false), ("##0.0e-0", false), ("#,##0_);[Red](#,##0)", false), ("\"共\"0\"days\"", false),
            ("0\\d", false), ("[DBNum1][$-804]General", false), ("[h]:mm", false), ("h:mm:ss", false),
            ("0_d", false), ("0*y", false), ("@", false), ("\"unclosed d", false),
        ])
    func formats(code: String, isDay: Bool) throws {
        let bytes = try WorkbookMaker.workbook(
            [("a", "<sheetData><row><c s=\"1\"><v>43830</v></c></row></sheetData>")], formats: [code])
        let shown = try cells(bytes).first?.first ?? ""
        // Words of the format are shown beside the number.
        #expect(isDay ? shown == "2019-12-31" : shown.contains("43830"))
    }

    @Test("hostile files end with one clear error, within bounds", arguments: HostileTable.all)
    func hostile(table: HostileTable) throws {
        let bytes = try table.make()
        // A bound for what would have no end, far above what any of them takes.
        let seconds = ProcessorTime.seconds { #expect(throws: TableProblem.self) { try imported(bytes) } }
        #expect(seconds < 60)
    }

    @Test("a damaged workbook never stops the program")
    func mutations() throws {
        let good = try WorkbookMaker.workbook(
            [("名单", WorkbookMaker.sheet([["班组名称", "企业名称"], ["甲班", "北京公司"]]))], strings: ["<t>x</t>"], formats: ["14"])
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? imported(bytes)
        }
    }

    @Test("a formula of texts without its result is unknown, and one that gives nothing is told")
    func formulasOfTexts() throws {
        func imported(_ cell: String) throws -> RosterImport {
            let sheet = WorkbookMaker.sheet([
                ["省份", "企业名称", "班组名称", "推荐单位"], ["浙江", "浙江甲公司", "甲班组", "CELL"], ["浙江", "浙江乙公司", "乙班组", "CELL"],
            ])
            let text = "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">CELL</t></is></c>"
            return try RosterImport(
                WorkbookMaker.workbook([("名单", sheet.replacing(text, with: cell))]), name: "t.xlsx", into: nil,
                surroundings: SentTableTests.surroundings)
        }
        let unknown = try imported("<c t=\"str\"><f>A2</f></c>")
        #expect(unknown.notes.filter { $0.severity == .error }.compactMap { $0.handedIn?.spot } == ["名单!D2", "名单!D3"])
        for value in ["<v></v>", "<v/>"] {
            let empty = try imported("<c t=\"str\"><f>A2</f>\(value)</c>")
            #expect(empty.merge != nil)
            #expect(empty.notes.contains { $0.message.zh == "公式的结果是空的，当作没有填写；这样的单元格共 2 个，请核对。" })
        }
    }

    @Test("a cell that stands there twice and differs is refused")
    func twice() throws {
        let sheet = WorkbookMaker.sheet([["企业名称", "班组名称", "省份"], ["浙江甲公司", "甲班组", "浙江"]])
        for other in ["<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>乙班组</t></is></c></row></sheetData>"] {
            #expect(throws: TableProblem.self) {
                try RosterImport(
                    WorkbookMaker.workbook([("名单", sheet.replacing("</sheetData>", with: other))]), name: "t.xlsx",
                    into: nil,
                    surroundings: SentTableTests.surroundings)
            }
        }
    }
}
