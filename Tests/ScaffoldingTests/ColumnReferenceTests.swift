import Content
import Foundation
import Testing

@testable import Scaffolding

@Suite("Columns of a roster in the documentation")
struct ColumnReferenceTests {
    private static let path =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/docs/tables.md"
    private static let marks = ("<!-- columns: made of the declarations by RECORD=1 -->\n", "<!-- end of columns -->\n")

    /// `RECORD=1` writes the table anew (and fails).
    @Test("docs/tables.md explains every column as it is declared")
    func documentation() throws {
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let start = try #require(text.range(of: Self.marks.0)).upperBound
        let end = try #require(text.range(of: Self.marks.1)).lowerBound
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let anew = text[..<start] + ColumnReference.markdown + text[end...]
            try String(anew).write(toFile: Self.path, atomically: true, encoding: .utf8)
            Issue.record("docs/tables.md was written anew")
        }
        #expect(text[start..<end] == ColumnReference.markdown)
    }

    @Test("a new roster has a cell for every column, and its words in the language of the site")
    func newRoster() {
        let roster = NewRoster(isChinese: true)
        #expect(roster.header.split(separator: ",").count == RosterColumn.all.count)
        let row = roster.row([.id: "zj-001", .team: "=1+1,队", .honors: "title;caq-awarded", .standing: "held"])
        #expect(row == "zj-001,\"'=1+1,队\",,,,,质量信得过班组;获全国,,有效,,,,,\r\n")
        #expect(NewRoster([.team, .id], isChinese: false).header == "id,team\r\n")
    }
}
