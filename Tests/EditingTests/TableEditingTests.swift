import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Editing

@Suite("Editing a table")
struct TableEditingTests {
    private static let path = "content/awards/2020/roster.csv"
    private static let english = "id,team,enterprise,province,mode\n"

    private func table(_ text: String) throws -> EditableTable {
        try EditableTable(path: Self.path, bytes: Array(text.utf8))
    }

    private func edited(_ text: String, _ edits: TableEdit...) throws -> String {
        String(decoding: try table(text).applying(edits).bytes, as: UTF8.self)
    }

    private func refusal(_ text: String, _ edits: TableEdit...) -> EditRefusal.Reason? {
        do throws(EditRefusal) {
            _ = try EditableTable(path: Self.path, bytes: Array(text.utf8)).applying(edits)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test("a cell changes and nothing else of its file", arguments: ["\n", "\r\n", "\r"])
    func cells(end: String) throws {
        let text = ("\u{FEFF}# remark, one\n" + Self.english + "zj-001,\"甲,班\", 乙公司 ,浙江,推荐\n\n# two\nzj-002,丙,丁,上海,")
            .replacing("\n", with: end)
        #expect(
            try edited(text, .cell(row: 0, column: "team", "新, \"班\"")) == text.replacing("甲,班", with: "新, \"\"班\"\""))
        #expect(try edited(text, .cell(row: 0, column: "team", "新班")) == text.replacing("甲,班", with: "新班"))
        #expect(
            try edited(text, .cell(row: 1, column: "mode", "recommended")) == text + "recommended")
        #expect(try edited(text, .cell(row: 0, column: "mode", "recommended")) == text)
        #expect(
            try edited(text, .cell(row: 1, column: "enterprise", "a\r\nb"))
                == text.replacing("丁", with: "\"a\nb\""))
        #expect(try edited(text, .cell(row: 0, column: "team", "甲,班")) == text)
        #expect(
            try table(text).rows == [
                ["zj-001", "甲,班", " 乙公司 ", "浙江", "推荐"], ["zj-002", "丙", "丁", "上海", ""],
            ])
    }

    @Test("words, days and numbers are written in the language of the header as they are meant")
    func values() throws {
        let text = "编号,班组名称,企业名称,省份,申报方式,班组人数,撤销日期\nzj-001,甲,乙,浙江,自荐,12,\n"
        let result = try edited(
            text, .cell(row: 0, column: "mode", "recommended"), .cell(row: 0, column: "members", "28人"),
            .cell(row: 0, column: "withdrawn_on", "2021年5月8日"), .cell(row: 0, column: "province", "内蒙古自治区"))
        #expect(result.hasSuffix("zj-001,甲,乙,内蒙古,推荐,28,2021-05-08\n"))
        #expect(
            try edited(text, .cell(row: 0, column: "members", "约30人")).hasSuffix(",自荐,约30人,\n"))
    }

    @Test("no cell becomes a formula, and its guard is not shown")
    func formulas() throws {
        let text = Self.english + "zj-001,'=1+1,乙,浙江,推荐\n"
        #expect(try table(text).rows[0][1] == "=1+1")
        #expect(try edited(text, .cell(row: 0, column: "team", "=1+1")) == text)
        #expect(try edited(text, .cell(row: 0, column: "team", "@x")) == text.replacing("'=1+1", with: "'@x"))
        #expect(try edited(text, .cell(row: 0, column: "enterprise", "-5")) == text.replacing("乙", with: "-5"))
    }

    @Test("rows come, go and move; remarks and empty lines stay where they are")
    func rows() throws {
        let text = Self.english + "a-1,甲,一,浙江,\n# between\na-2,\"乙\",二,浙江,\n\na-3,丙,三,浙江,"
        #expect(
            try edited(text, .addRow(at: 1, ["a-9", "新", "x,y"]))
                == text.replacing("# between", with: "a-9,新,\"x,y\",,\n# between"))
        #expect(try edited(text, .addRow(at: 3, ["a-9"])) == text + "\na-9,,,,")
        #expect(try edited(text, .addRow(at: 0, ["a-9"])) == text.replacing("a-1,", with: "a-9,,,,\na-1,"))
        #expect(try edited(text, .removeRow(1)) == text.replacing("a-2,\"乙\",二,浙江,\n", with: ""))
        #expect(try edited(text, .removeRow(2)) == String(text.dropLast("\na-3,丙,三,浙江,".count)))
        #expect(
            try edited(text, .moveRow(0, to: 2))
                == Self.english + "a-2,\"乙\",二,浙江,\n# between\na-3,丙,三,浙江,\n\na-1,甲,一,浙江,")
        #expect(
            try edited(text, .moveRow(2, to: 0), .moveRow(0, to: 2), .addRow(at: 1, ["x-1"]), .removeRow(1)) == text)
        #expect(
            try edited(Self.english.trimmingCharacters(in: .newlines), .addRow(at: 0, ["a-1"])) == Self.english
                + "a-1,,,,")
    }

    @Test("a block is pasted over cells, and rows grow as needed")
    func pasting() throws {
        let text = Self.english + "a-1,甲,一,浙江,\na-2,乙,二,浙江,\n"
        let block = [["新一", "企业一"], ["新二", "企业,二"], ["", ""]]
        #expect(
            try edited(text, .paste(row: 1, column: "team", block), .cell(row: 2, column: "id", "a-3"))
                == Self.english + "a-1,甲,一,浙江,\na-2,新一,企业一,浙江,\na-3,新二,\"企业,二\",,\n")
        #expect(refusal(text, .paste(row: 0, column: "source", [["a.md", "x"]])) == .noSuchPlace)
        #expect(try edited(text, .paste(row: 0, column: "mode", [["推荐", ""]])).contains("浙江,recommended\na-2"))
    }

    @Test("a column that rosters have and a file lacks comes where it is filled in")
    func newColumn() throws {
        let text = "编号,班组名称,企业名称,省份,申报方式,,\na-1,甲,一,浙江,自荐,,\na-2,乙,二,浙江,自荐\n"
        #expect(try edited(text, .cell(row: 0, column: "reason", "")) == text)
        #expect(
            try edited(text, .cell(row: 0, column: "reason", "作假"))
                == "编号,班组名称,企业名称,省份,申报方式,撤销原因,\na-1,甲,一,浙江,自荐,作假,\na-2,乙,二,浙江,自荐,\n")
    }

    @Test("cells are in the order of the columns that a roster offers, also of those that its file lacks")
    func offered() throws {
        let text = "编号,班组名称,企业名称,省份,申报方式\na-1,甲,一,浙江,推荐\n"
        let table = try table(text)
        #expect(
            table.offeredColumns.map(\.key) == ["id", "team", "enterprise", "province", "mode"]
                + RosterColumn.all.map(\.name).filter {
                    !["id", "team", "enterprise", "province", "mode"].contains($0)
                })
        #expect(table.offeredRows[0].count == RosterColumn.all.count)
        #expect(
            try edited(
                text, .paste(row: 0, column: "mode", [["推荐", "某协会", "", "12人"]]),
                .addRow(at: 1, ["a-2", "", "", "", "", "", "", "7"]))
                == "编号,班组名称,企业名称,省份,申报方式,推荐单位,班组人数\na-1,甲,一,浙江,推荐,某协会,12\na-2,,,,,,7\n")
        let other = try EditableTable(path: "content/notices/x/list.csv", bytes: Array("a,b\n1,2\n".utf8))
        #expect(other.offeredColumns.map(\.key) == ["a", "b"])
        #expect(throws: EditRefusal.self) { try other.applying([.paste(row: 0, column: "b", [["x", "y"]])]) }
    }

    @Test("tables with other separators, all cells in quotes, GB 18030 or UTF-16 stay so")
    func styles() throws {
        let semicolons = "id;team;enterprise\na-1;甲;一\n"
        #expect(
            try edited(semicolons, .cell(row: 0, column: "team", "x;y,z"), .addRow(at: 1, ["a-2"]))
                == "id;team;enterprise\na-1;\"x;y,z\";一\na-2;;\n")
        let quoted = "\"id\",\"team\"\n\"a-1\",\"甲\"\n"
        #expect(
            try edited(quoted, .cell(row: 0, column: "team", "乙"), .addRow(at: 1, ["a-2", "丙"]))
                == "\"id\",\"team\"\n\"a-1\",\"乙\"\n\"a-2\",\"丙\"\n")
        let text = "编号,班组名称,企业名称\r\na-1,甲班组,一公司\r\na-2,\"乙,班组\",二公司\r\n"
        let wanted = "编号,班组名称,企业名称\r\na-2,\"乙,班组\",新公司\r\na-1,甲班组,一公司\r\na-3,,\r\n"
        let edits: [TableEdit] = [
            .moveRow(0, to: 1), .cell(row: 0, column: "enterprise", "新公司"), .addRow(at: 2, ["a-3"]),
        ]
        let gb = try EditableTable(path: Self.path, bytes: DocumentEditingTests.gb18030(text))
        #expect(try gb.applying(edits).bytes == (try DocumentEditingTests.gb18030(wanted)))
        #expect(throws: EditRefusal.self) { try gb.applying([.cell(row: 0, column: "team", "䶮班组")]) }
        let inUTF8 = try gb.inUTF8().applying([.cell(row: 0, column: "team", "䶮班组")])
        #expect(String(decoding: inUTF8.bytes, as: UTF8.self) == "\u{FEFF}" + text.replacing("甲班组", with: "䶮班组"))
        for isLittle in [true, false] {
            let wide = try EditableTable(path: Self.path, bytes: DocumentEditingTests.utf16(text, isLittle))
            #expect(try wide.applying(edits).bytes == DocumentEditingTests.utf16(wanted, isLittle))
        }
    }

    @Test("what would not be read as it was meant is refused")
    func refusals() throws {
        let text = Self.english + "a-1,甲,一,浙江,\n"
        #expect(refusal(text, .addRow(at: 1, [])) == .rowWithoutValue)
        #expect(refusal(text, .addRow(at: 1, []), .cell(row: 1, column: "id", "a-2")) == nil)
        #expect(refusal(text, .cell(row: 0, column: "id", "#1")) == .rowWithoutValue)
        #expect(refusal(text, .cell(row: 1, column: "id", "x")) == .noSuchPlace)
        #expect(refusal(text, .cell(row: 0, column: "nothing", "x")) == .noSuchPlace)
        #expect(refusal(text, .moveRow(0, to: 1)) == .noSuchPlace)
        #expect(refusal(text + "a-2,\"x,", .removeRow(0)) == .brokenTable)
        #expect(refusal("", .addRow(at: 0, ["x"])) == .brokenTable)
        #expect(refusal("id\u{0}", .addRow(at: 0, ["x"])) == .unreadable)
    }

    @Test("cells are found by their bytes, and requests in JSON are edits")
    func placesAndRequests() throws {
        let text = "# remark\n" + Self.english + "a-1,甲,一,浙江,\n"
        let table = try table(text)
        let place = try #require(table.place(row: 0, column: 1))
        #expect(table.file.bytes[place].elementsEqual("甲".utf8))
        #expect(
            table.cell(atByte: place.lowerBound + 1)?.row == 0 && table.cell(atByte: place.lowerBound + 1)?.column == 1)
        #expect(table.cell(atByte: 2) == nil)
        let requests: [JSONValue] = [
            ["op": "cell", "row": .integer(0), "column": "team", "value": "乙"],
            ["op": "addRow", "at": .integer(1), "cells": ["a-2", "丙"]],
            ["op": "moveRow", "row": .integer(1), "to": .integer(0)], ["op": "removeRow", "row": .integer(1)],
            ["op": "paste", "row": .integer(0), "column": "id", "cells": [["a-3"]]],
        ]
        #expect(try table.applying(requests: requests).rows == [["a-3", "丙", "", "", ""]])
        #expect(throws: EditRefusal.self) { try table.applying(requests: [["op": "drop"]]) }
    }

    // MARK: Any sequence

    private static let texts = [
        "短", "a,b", "\"q\"", "多\n行", "=1+1", "-3", "@", " 空 ", "", "'x", "=\"007\"", "x;y", "2020/5/8", "e\u{301}",
    ]

    @Test("any sequence of edits reads back as plain rows say, with all other cells as they were", arguments: 1...2)
    func sequences(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sample = try #require(
            FileManager.default.contents(atPath: Sites.repository + "/content/awards/2020/roster.csv"))
        let small = "\u{FEFF}# 说明\r\n编号,班组名称,企业名称,备注\r\na-1,\"甲\",一,x\r\n\r\n# 中\r\na-2,乙,\"二,公司\",\r\na-3,丙,三,y"
        let bytes = [Array(sample), Array(small.utf8), try DocumentEditingTests.gb18030(String(small.dropFirst()))]
        for start in bytes {
            var table = try EditableTable(path: Self.path, bytes: start)
            var rows = table.rows
            let free = table.columns.indices.filter { table.columns[$0].column?.isText ?? true }
            for _ in 0..<170 {
                let edit: TableEdit
                let text = Self.texts.randomElement(using: &random) ?? ""
                switch rows.isEmpty ? 1 : Int.random(in: 0..<5, using: &random) {
                case 0:
                    let row = Int.random(in: rows.indices, using: &random)
                    let column = try #require(free.randomElement(using: &random))
                    edit = .cell(row: row, column: table.columns[column].key, text)
                    rows[row][column] = DocumentValue.composed(text).trimmingSpaces
                case 1:
                    let row = Int.random(in: 0...rows.count, using: &random)
                    edit = .addRow(at: row, ["n-1"])
                    rows.insert(["n-1"] + table.columns.dropFirst().map { _ in "" }, at: row)
                case 2:
                    let (from, to) = (
                        Int.random(in: rows.indices, using: &random), Int.random(in: rows.indices, using: &random)
                    )
                    edit = .moveRow(from, to: to)
                    rows.insert(rows.remove(at: from), at: to)
                case 3:
                    let row = Int.random(in: rows.indices, using: &random)
                    edit = .removeRow(row)
                    rows.remove(at: row)
                default:
                    let row = Int.random(in: 0...rows.count, using: &random)
                    edit = .paste(row: row, column: "team", [[text, "企"], ["p", text]])
                    for (offset, cells) in [[text, "企"], ["p", text]].enumerated() {
                        if row + offset == rows.count { rows.append(table.columns.map { _ in "" }) }
                        for (index, cell) in cells.enumerated() {
                            rows[row + offset][1 + index] = DocumentValue.composed(cell).trimmingSpaces
                        }
                    }
                }
                let before = table
                do throws(EditRefusal) {
                    table = try table.applying([edit])
                } catch {
                    #expect(
                        [.encoding, .notWritable, .rowWithoutValue].contains(error.reason),
                        "\(edit) \(error.message.en)")
                    rows = before.rows
                    continue
                }
                let again = try EditableTable(path: Self.path, bytes: table.bytes)
                #expect(again.rows == rows, "\(edit)")
                guard again.rows == rows else { return }
                if case .cell = edit {
                    // All other cells are written as they were.
                    let (old, new) = (Self.written(before), Self.written(table))
                    #expect(old.filter { $0.value > new[$0.key] ?? 0 }.count <= 1)
                }
            }
        }
    }

    /// How often each cell stands in a table, as it is written.
    private static func written(_ table: EditableTable) -> [[UInt8]: Int] {
        var cells: [[UInt8]: Int] = [:]
        for row in 0..<table.rowCount {
            for column in table.columns.indices {
                guard let place = table.place(row: row, column: column) else { continue }
                cells[Array(table.file.bytes[place]), default: 0] += 1
            }
        }
        return cells
    }

    // MARK: Records

    @Test("a list of records is edited as a table")
    func records() throws {
        let text =
            "# 企业\n- id: a # x\n  names:\n    - name: 甲\n  parent: {id: b, kind: branch}\n- id: b\n  names:\n    - name: 乙\n    - name: 丙\n"
        func edited(_ edits: TableEdit...) throws -> String {
            let table = try RecordTable(path: "content/enterprises.yaml", bytes: Array(text.utf8), language: .chinese)
            return String(decoding: try table.applying(edits).document.bytes, as: UTF8.self)
        }
        let table = try RecordTable(path: "content/enterprises.yaml", bytes: Array(text.utf8), language: .chinese)
        #expect(table.columns.map(\.key) == ["id", "names", "credit_code", "parent.id", "parent.kind", "aliases"])
        #expect(table.rows == [["a", "甲", "", "b", "branch", ""], ["b", "乙；丙", "", "", "", ""]])
        #expect(try edited(.cell(row: 0, column: "id", "c")) == text.replacing("id: a #", with: "id: c #"))
        #expect(try edited(.cell(row: 0, column: "names", "丁")) == text.replacing("甲", with: "丁"))
        #expect(try edited(.cell(row: 0, column: "parent.kind", "subsidiary")) == text.replacing("branch", with: "子公司"))
        #expect(try edited(.cell(row: 1, column: "aliases", "/a/；/b/")) == text + "  旧网址: [/a/, /b/]\n")
        #expect(
            try edited(.addRow(at: 2, ["c", "丁公司", "", "a", "子公司"]))
                == text + "- 编号: c\n  名称:\n    - 名称: 丁公司\n  上级:\n    编号: a\n    关系: 子公司\n")
        #expect(throws: EditRefusal.self) { try edited(.cell(row: 1, column: "names", "丁")) }
        #expect(try edited(.cell(row: 1, column: "names", "乙；丙")) == text)
        #expect(
            try edited(.removeRow(0), .paste(row: 1, column: "id", [["x", "戊"]]))
                == "# 企业\n- id: b\n  names:\n    - name: 乙\n    - name: 丙\n- 编号: x\n  名称:\n    - 名称: 戊\n")
    }
}
