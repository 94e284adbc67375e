import Diagnostics
import Rules
import TestSupport
import Testing

@testable import Content

@Suite("Roster parsing")
struct RosterTests {
    private static let header =
        "id,team,enterprise,province,mode,recommender,honors,members,standing,withdrawn_on,reason,source\n"

    private func read(_ bytes: [UInt8]) -> (rows: [RosterRow], findings: [Diagnostic]) {
        var findings: [Diagnostic] = []
        let roster = RosterReader.read(path: "content/awards/2020/roster.csv", bytes: bytes, findings: &findings)
        return (roster.rows, findings)
    }

    @Test(
        "a file that was made to do harm has few findings, and work that grows with its length alone",
        arguments: [
            ("", "\"a\"b,", 40_000, 101), ("", "\"a\"b\n", 40_000, 101), ("\"zj-001,甲\n", "x,", 100_000, 1),
            ("", "\"甲\n", 40_001, 101), ("", "\"\"\"", 100_001, 1), ("\"", "甲\n", 90_000, 1),
        ])
    func hostileQuotes(start: String, unit: String, count: Int, most: Int) {
        let (rows, findings) = read(Array((Self.header + start + String(repeating: unit, count: count) + "\n").utf8))
        #expect(rows.isEmpty)
        #expect((1...most).contains(findings.count { $0.rule == .rosterSyntax }))
    }

    @Test("lines without anything are one row, whatever ends them, and teams behind them are read")
    func blankLines() {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let text = Self.header + String(repeating: lineEnd, count: 300_000) + "zj-001,甲班,乙处,浙江,self,,,,,,,\n"
            var findings: [Diagnostic] = []
            let table = CSVTable.read(SourceFile(path: "roster.csv", text: text), findings: &findings)
            #expect(table.rows.count == 3 && table.isComplete && findings.isEmpty)
            #expect(read(Array(text.utf8)).rows.count == 1)
        }
    }

    @Test(
        "a table with more than a list can have is read as far as that, and says so",
        arguments: [(",\n", 150_000), (",", 4_100_000)])
    func excess(unit: String, count: Int) {
        var findings: [Diagnostic] = []
        let bytes = Array(String(repeating: unit, count: count).utf8)
        let table = CSVTable.read(SourceFile(path: "roster.csv", bytes: bytes), findings: &findings)
        #expect(!table.isComplete)
        #expect(table.rows.count <= 100_000 && findings.count == 1)
    }

    @Test("a year of more teams than a year has is read in part, and says where it stops")
    func tooManyTeams() {
        let body = (0..<20_003).map { "zj-\($0),班\($0),乙处,浙江,self,,,,,,,\n" }.joined()
        let (rows, findings) = read(Array((Self.header + body).utf8))
        #expect(rows.count == 20_000)
        #expect(findings.map(\.rule) == [.rosterSyntax])
        #expect(findings.first?.range?.start.line == 20_002)
    }

    @Test(
        "a mistake is found at its place",
        arguments: [
            ("roster/value", "⟦Zj_001⟧,甲班,乙处,浙江,self,,,,,,,\n"),
            ("roster/value", "zj-001,⟦⟧,乙处,浙江,self,,,,,,,\n"),
            ("roster/province", "zj-001,甲班,乙处,⟦淅江⟧,self,,,,,,,\n"),
            ("roster/value", "zj-001,甲班,乙处,浙江,⟦推存⟧,,,,,,,\n"),
            ("roster/value", "zj-001,甲班,乙处,浙江,self,,,⟦约12人⟧,,,,\n"),
            ("roster/value", "zj-001,甲班,乙处,浙江,self,,⟦gold⟧,,,,,\n"),
            ("roster/combination", "zj-001,甲班,乙处,浙江,推荐,⟦⟧,,,,,,\n"),
            ("roster/combination", "zj-001,甲班,乙处,浙江,自荐,⟦浙江协会⟧,,,,,,\n"),
            ("roster/combination", "zj-001,甲班,乙处,浙江,自荐,,,,撤销,⟦⟧,投诉,\n"),
            ("roster/combination", "zj-001,甲班,乙处,浙江,自荐,,,,有效,⟦2020-01-01⟧,,\n"),
            ("roster/combination", "zj-001,甲班,乙处,浙江,自荐,,caq-awarded,,,,,⟦⟧\n"),
            ("roster/value", "zj-001,甲班,乙处,浙江,自荐,,,,撤销,⟦20年5月1日⟧,投诉,\n"),
            ("roster/column", "⟦zj-001,甲班,乙处⟧\n"),
            ("text/hidden-in-value", "zj-001,⟦甲\u{200B}班⟧,乙处,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,甲班,⟦\"乙处\u{1B}\"⟧,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,甲班,⟦乙处\u{FFFE}⟧,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,⟦\u{202E}甲班⟧,乙处,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,⟦甲班\u{E0041}⟧,乙处,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,甲班,乙处,⟦⼭东⟧,self,,,,,,,\n"),
            ("text/hidden-in-value", "⟦zj-001\u{A0}⟧,甲班,乙处,浙江,self,,,,,,,\n"),
            ("text/hidden-in-value", "zj-001,甲班,乙处,浙江,推荐,⟦浙江\u{1F}协会⟧,,,,,,\n"),
            ("roster/value", "zj-001,⟦\"甲\n班\"⟧,乙处,浙江,self,,,,,,,\n"),
            ("roster/syntax", "zj-001,⟦\"⟧甲班,乙处,浙江,self,,,,,,,\n"),
            ("roster/duplicate-id", "zj-001,甲班,乙处,浙江,self,,,,,,,\n⟦zj-001⟧,丙班,丁处,浙江,self,,,,,,,\n"),
            ("roster/duplicate-team", "zj-001,甲班,乙处,浙江,self,,,,,,,\nzj-002,⟦甲班⟧,乙处,浙江,self,,,,,,,\n"),
        ])
    func place(rule: String, marked: String) throws {
        let expected = MarkedText(Self.header + marked)
        let found = read(Array(expected.text.utf8)).findings
        #expect(found.map(\.rule.name).contains(rule), "\(found.map(\.message.en))")
        let first = try #require(found.first { $0.rule.name == rule })
        #expect(first.range?.start == SourcePosition(line: expected.line, column: expected.column))
    }

    @Test(
        "lines that begin with # are remarks, above the header and below, with commas of a spreadsheet or quoted",
        arguments: ["# 手工说明\n", "# 说明,,,,,,,,,,,\n", "\"# 说明, 再说明\",,\n", " #说明\n", "# 说明, 再说明\r\n", "#\n"])
    func remarks(remark: String) {
        let row = "zj-001,甲班,乙处,浙江,self,,,,,,,\n"
        for text in [remark + Self.header + row, Self.header + remark + row, Self.header + row + remark] {
            let (rows, findings) = read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
            #expect(findings.isEmpty, "\(findings.map(\.message.en))")
            #expect(rows.map(\.id.value.text) == ["zj-001"])
        }
    }

    @Test("a team whose name begins with # is no remark, nor is a header with such a column")
    func namesWithSign() {
        let (rows, findings) = read(Array("team,id,enterprise,province,mode\n#1 班,zj-001,乙处,浙江,self\n# 说明,,,,\n".utf8))
        #expect(findings.isEmpty)
        #expect(rows.map(\.team.value) == ["#1 班"])
        let header = read(Array("#,id,team,enterprise,province,mode\n1,zj-001,甲班,乙处,浙江,self\n".utf8))
        #expect(header.findings.map(\.message.en) == ["A roster has no column “#”."])
    }

    @Test("a remark in GB 18030 above the header does not hide what the file is")
    func remarkInGB18030() {
        // # 说明 / 编号,班组名称
        let text: [UInt8] =
            Array("# ".utf8) + [0xCB, 0xB5, 0xC3, 0xF7, 0x0A, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xB0, 0xE0]
            + [0xD7, 0xE9, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]
        #expect(read(text).findings.map(\.rule.name) == ["roster/column"])
    }

    @Test("quotes, doubled quotes, commas and line feeds in cells; CRLF; blank rows at the end")
    func quoting() {
        let text =
            "编号,班组名称,企业名称,省份,申报方式,状态,撤销日期,撤销原因\r\nzj-001,\"甲, \"\"一\"\"队\",乙公司,浙江,自荐,撤销,2020-01-01,\"投诉\n两次\"\r\n,,,,,,,\r\n"
        let (rows, findings) = read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(findings.isEmpty)
        #expect(rows.map(\.team.value) == ["甲, \"一\"队"])
        #expect(rows.first?[RosterFields.reason]?.value == "投诉\n两次")
        #expect(rows.first?.honors.map(\.value) == [.title])
    }

    @Test("an apostrophe that keeps a spreadsheet from taking a name for a formula is no part of it")
    func formulas() {
        let row = "zj-001,'=一队,'乙处,浙江,self,,,,,,,\n"
        let (rows, findings) = read(Array((Self.header + row).utf8))
        #expect(findings.isEmpty)
        #expect(rows.map(\.team.value) == ["=一队"])
        #expect(rows.map(\.enterprise.value) == ["'乙处"])
    }

    @Test("GB18030 as Excel and WPS save it, with positions in characters")
    func gb18030() {
        // 编号,班组名称,企业名称,省份,申报方式 / zj-001,甲,乙,浙江,自存
        let header: [UInt8] = [
            0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xB0, 0xE0, 0xD7, 0xE9, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC6, 0xF3, 0xD2,
            0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xCA, 0xA1, 0xB7, 0xDD, 0x2C, 0xC9, 0xEA, 0xB1, 0xA8, 0xB7, 0xBD,
            0xCA, 0xBD, 0x0D, 0x0A,
        ]
        let row: [UInt8] =
            Array("zj-001,".utf8) + [
                0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x2C, 0xD5, 0xE3, 0xBD, 0xAD, 0x2C, 0xD7, 0xD4, 0xB4, 0xE6,
            ]
        let (_, findings) = read(header + row)
        #expect(findings.map(\.rule.name) == ["roster/value"])
        #expect(findings.first?.range?.start == SourcePosition(line: 2, column: 15))
        #expect(findings.first?.message.zh == "“申报方式”不能是“自存”。")
    }

    @Test("other encodings and separators are explained")
    func encodings() {
        #expect(read([0xFF, 0xFE, 0x16, 0x7F, 0x00]).findings.first?.message.en.contains("UTF-16") == true)
        #expect(read([0x61, 0xFF, 0x0A]).findings.first?.rule.name == "file/unreadable")
        #expect(read(Array("编号;班组名称\n".utf8)).findings.first?.message.en.contains("semicolons") == true)
    }

    @Test(
        "what only bears the name of a CSV file is named",
        arguments: [
            (Array("PK\u{3}\u{4}".utf8), "The roster is a renamed workbook of Excel or WPS."),
            ([0x16, 0x7F, 0xF7, 0x53, 0x2C, 0x00], "The roster is UTF-16 (“Unicode text”)."),
            (Array("编号，班组名称\n".utf8), "The columns are separated by full-width commas, not commas."),
            (Array("编号\t班组名称\n".utf8), "The columns are separated by tabs, not commas."),
            (
                Array("编号,班组名称,企业名称,省份,申报方式\nzj-001,甲".utf8) + [0xE4, 0xB9],
                "From here on (byte 64 of the file) this is neither UTF-8 nor GB 18030 text."
            ),
        ])
    func foreign(bytes: [UInt8], message: String) { #expect(read(bytes).findings.map(\.message.en) == [message]) }

    @Test("the words of the application form are understood, and a held title may be left out")
    func words() {
        let (rows, findings) = read(
            Array((Self.header + "zj-001,甲班,乙处,33,企业自荐,,,,,,,\nzj-002,丙班,乙处,浙江省,协会推荐,省协会,,,已撤销,2021-01-02,投诉,\n").utf8))
        #expect(findings.isEmpty)
        #expect(rows.map(\.mode.value) == [.selfNominated, .recommended])
        #expect(rows.map(\.standing.value) == [.held, .withdrawn])
    }

    @Test(
        "honours are separated in any usual way",
        arguments: ["title;caq-awarded", "title；caq-awarded", "title、caq-awarded", "title caq-awarded"])
    func honors(text: String) {
        let (rows, findings) = read(Array((Self.header + "zj-001,甲班,乙处,33,self,,\(text),,,,,../a.md\n").utf8))
        #expect(findings.isEmpty)
        #expect(rows.first?.honors.map(\.value) == [.title, .caqAwarded])
    }

    @Test("two spellings of one name are one team")
    func spellings() {
        let rows = "zj-001,甲 班,乙（集团）,33,self,,,,,,,\nzj-002,甲班,乙(集团),33,self,,,,,,,\n"
        #expect(read(Array((Self.header + rows).utf8)).findings.map(\.rule.name) == ["roster/duplicate-team"])
    }

    @Test(
        "a team that stands twice under names of other endings is told; teams that differ are not",
        arguments: [
            ("钱湾路面班组,乙市政有限公司", "钱湾路面班,乙市政有限公司", true),
            ("钱湾路面班组,乙市政有限公司", "钱湾路面班组,乙市政有限责任公司", true),
            ("钱湾路面小组,乙市政有限公司", "钱湾路面班组,乙市政有限责任公司", true),
            ("钱湾路面一班,乙市政有限公司", "钱湾路面一组,乙市政有限公司", false),
            ("钱湾路面一班,乙市政有限公司", "钱湾路面二班,乙市政有限公司", false),
            ("钱湾路面班组,乙市政有限公司", "钱湾路面班,乙市政集团有限公司", false),
        ])
    func spelledTwice(one: String, other: String, isTold: Bool) {
        let rows = [one, other].enumerated().map { "zj-00\($0.offset + 1),\($0.element),33,self,,,,,,,\n" }.joined()
        let rules = read(Array((Self.header + rows).utf8)).findings.map(\.rule.name)
        #expect(rules == (isTold ? ["roster/duplicate-team"] : []))
    }

    @Test(
        "wrong cells are answered with what to write",
        arguments: [("ＺＪ－００１", "9", "zj-001"), ("zj-001", "１２人", "12"), ("zj_001", "9", "zj-001")])
    func replacements(id: String, members: String, expected: String) {
        let found = read(Array((Self.header + "\(id),甲班,乙处,33,self,,,\(members),,,,\n").utf8)).findings
        #expect(found.map(\.replacement) == [expected])
    }

    @Test("columns in any order and in either language; an unknown one is answered with the nearest")
    func columns() {
        let (rows, findings) = read(Array("省份,mode,编号,企业名称,team,班组入数\n33,自荐,zj-001,乙处,甲班,9\n".utf8))
        #expect(findings.map(\.rule.name) == ["roster/column"])
        #expect(findings.first?.help?.zh == "是否应为“班组人数”？")
        #expect(rows.first?.province.value.slug == "zhejiang")
    }

    @Test("reading what was written gives the same cells", arguments: 0..<200)
    func roundTrip(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("甲乙\"，,\n\r ab\u{20BB7}")
        let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            (0..<3).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "甲"
                    })
            }
        }
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "x.csv", text: CSVTable.text(rows))
        let read = CSVTable.read(file, findings: &findings).rows.map { $0.cells.map(\.text) }
        #expect(read == rows)
        #expect(findings.isEmpty)
    }

    /// The text that the fix of a finding makes of a roster.
    private func fixed(_ text: String, _ finding: Diagnostic) throws -> String {
        let bytes = Array(text.utf8)
        var range = try #require(finding.range).bytes
        let quote = UInt8(ascii: "\"")
        // As `check --fix` does.
        if range.count > 1, bytes[range].first == quote, bytes[range].last == quote {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        let replacement = try #require(finding.replacement)
        return String(
            decoding: bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...], as: UTF8.self)
    }

    @Test(
        "days and numbers that a spreadsheet program rewrote are read, with one hint whose fix puts all of them right",
        arguments: [("2020/5/1", "28人"), ("\"2020.5.1\"", "\"２８\""), ("2020年5月1日", "二十八名"), ("2020/5/1 0:00", "28.0")])
    func rewritten(day: String, members: String) throws {
        func rows(_ day: String, _ members: String) -> String {
            Self.header
                + "zj-001,甲班,乙处,浙江,自荐,,,\(members),撤销,\(day),投诉,\nzj-002,丙班,\"丁处\",浙江,自荐,,,\(members),撤销,\(day),投诉,\n"
        }
        let text = rows(day, members)
        let (read, findings) = read(Array(text.utf8))
        #expect(read.map { $0[RosterFields.members]?.value } == [28, 28])
        #expect(read.map { $0[RosterFields.withdrawnOn]?.value.description } == ["2020-05-01", "2020-05-01"])
        #expect(findings.map(\.rule) == [.rosterWrittenForm])
        let mended = try fixed(text, #require(findings.first))
        #expect(self.read(Array(mended.utf8)).findings.isEmpty)
        #expect(mended.filter { $0 != "\"" } == rows("2020-05-01", "28").filter { $0 != "\"" })
    }

    @Test("a thousand empty columns at the end are one hint, whose fix removes them", arguments: [1, 3, 1000])
    func emptyColumns(count: Int) throws {
        let head = String(Self.header.dropLast())
        let commas = String(repeating: ",", count: count)
        let row = "zj-001,甲班,乙处,浙江,self,,,,,,,"
        let text =
            "# 说明\(commas)\n\(head)\(commas)\n\(row)\(commas)\n\(row.replacing("1", with: "2").replacing("甲班", with: "丙班"))\(commas)\n"
        let (rows, findings) = read(Array(text.utf8))
        #expect(rows.count == 2)
        #expect(findings.map(\.rule) == [.rosterWrittenForm])
        let mended = try fixed(text, #require(findings.first))
        #expect(read(Array(mended.utf8)).findings.isEmpty)
        #expect(read(Array(mended.utf8)).rows.count == 2)
    }

    @Test("a cell below the empty end of the header is told at its place")
    func cellBehindHeader() throws {
        let head = String(Self.header.dropLast())
        let expected = MarkedText(head + ",,\nzj-001,甲班,乙处,浙江,self,,,,,,,,⟦备注⟧,\n")
        let findings = read(Array(expected.text.utf8)).findings
        #expect(findings.map(\.message.en) == ["The column of “备注” has no name."])
        #expect(findings.first?.range?.start == SourcePosition(line: expected.line, column: expected.column))
    }

    @Test("an empty column between two with names, and a cell behind the last, are mistakes still")
    func columnsBetween() {
        let row = "zj-001,甲班,乙处,浙江,self,,,,,,,"
        #expect(
            read(Array("id,team,enterprise,province,,mode\nzj-001,甲班,乙处,浙江,,self\n".utf8)).findings.map(\.rule) == [
                .rosterColumn
            ])
        #expect(read(Array((Self.header + row + ",,备注\n").utf8)).findings.map(\.rule) == [.rosterColumn])
        #expect(read(Array((Self.header + row + ",\n").utf8)).findings.map(\.rule) == [.rosterColumn])
    }

    @Test(
        "a first line that names the separator is none of the list",
        arguments: ["sep=,\n", "\"sep=,\"\n", "SEP=,\r\n", "sep=;\n"])
    func separatorLine(line: String) {
        let (rows, findings) = read(Array((line + Self.header + "zj-001,甲班,乙处,浙江,self,,,,,,,\n").utf8))
        #expect(rows.count == 1)
        #expect(findings.isEmpty)
    }

    @Test(
        "what a spreadsheet could not compute is refused with its cell",
        arguments: [
            "⟦#REF!⟧,甲班,乙处,浙江,self,,,,,,,\n", "zj-001,⟦#REF!⟧,乙处,浙江,self,,,,,,,\n", "zj-001,甲班,⟦#N/A⟧,浙江,self,,,,,,,\n",
            "zj-001,甲班,乙处,浙江,self,,,⟦#VALUE!⟧,,,,\n", "zj-001,甲班,乙处,浙江,自荐,,,,撤销,⟦########⟧,投诉,\n",
            "zj-001,甲班,乙处,⟦#name?⟧,self,,,,,,,\n",
        ])
    func failedCells(marked: String) throws {
        let expected = MarkedText(Self.header + marked)
        let (rows, findings) = read(Array(expected.text.utf8))
        #expect(rows.isEmpty)
        #expect(findings.map(\.rule) == [.rosterValue])
        #expect(findings.first?.range?.start == SourcePosition(line: expected.line, column: expected.column))
    }

    @Test("a byte 0 is told by its number")
    func nul() {
        let bytes = Array("id,team\nzj-001,甲\u{0},乙\n".utf8)
        let findings = read(bytes).findings
        #expect(findings.count == 1)
        #expect(findings.first?.message.zh.contains("第 19 个字节是 0") == true, "\(findings.map(\.message.zh))")
    }

    @Test("rows that show the same name with characters that nobody sees are one team twice")
    func invisibleDuplicates() {
        let rows = "zj-001,湖城养护班组,乙处,浙江,self,,,,,,,\nzj-002,湖城\u{200B}养护班组,乙处,浙江,self,,,,,,,\n"
        #expect(read(Array((Self.header + rows).utf8)).findings.contains { $0.rule == .rosterDuplicateTeam })
    }
}
