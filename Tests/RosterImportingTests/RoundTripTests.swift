import Content
import OpenData
import RosterImporting
import SiteModel
import TestSupport
import Testing

@Suite("Import of exported lists")
struct RoundTripTests {
    private static let configuration = """
        title: 样例
        base_url: https://example.org/
        theme: default
        as_of: 2022-06-30
        organisation: {name: 样例协会}
        """
    private static let edition = "---\ntitle: 名单\nyear: 2021\nstatus: final\npublished: 2021-12-01\n---\n\n文字。\n"

    private static let pieces = [
        "班组", "𠮷𡈽", "ＡＢ", "O'Neill", "（一）", "，、；", "\"引号\"", ",", "=1+1", "-5", "@x", "+", "'", "'=x", "😀", "e\u{301}",
        "１２", "·",
        "合计", "注：", "小计", "甲",
    ]

    private func name(_ numbers: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...4, using: &numbers)).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
            .joined()
    }

    /// The cells of a valid roster: everything but the decisions on withdrawals, which lists do not show.
    private func roster(_ numbers: inout SeededGenerator) -> [[RosterColumn: String]] {
        (0..<Int.random(in: 1...12, using: &numbers)).map { index in
            let province = Province.all.randomElement(using: &numbers)?.shortName ?? "浙江"
            let isSelf = Bool.random(using: &numbers)
            var row: [RosterColumn: String] = [
                .id: "t-\(index)-\(Int.random(in: 0...99, using: &numbers))", .team: name(&numbers) + "班\(index)",
                .enterprise: name(&numbers) + "公司", .province: province, .mode: isSelf ? "self" : "recommended",
                .honors: "title", .standing: "held", .enterpriseID: "e-\(index)",
            ]
            if !isSelf { row[.recommender] = name(&numbers) + "协会\(index)" }
            if Bool.random(using: &numbers) { row[.members] = String(Int.random(in: 1...99_999, using: &numbers)) }
            return row
        }
    }

    private func bytes(_ rows: [[RosterColumn: String]]) -> [UInt8] {
        let columns = RosterColumn.allCases
        return Array(
            CSVTable.text(
                [columns.map(\.rawValue)] + rows.map { row in columns.map { FormulaGuard.guarded(row[$0] ?? "") } }
            )
            .utf8)
    }

    private func site(_ roster: [UInt8]) throws -> Site {
        let files = [
            "site.config": Array(Self.configuration.utf8), "content/awards/2021/index.md": Array(Self.edition.utf8),
            "content/awards/2021/roster.csv": roster,
        ]
        let loaded = try SiteLoader.load(.memory(files), jobs: 1)
        let content = try #require(loaded.content)
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        return SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false)).0
    }

    @Test("a list that was exported as CSV or XLSX gives the roster it was made from", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let rows = roster(&numbers)
        let site = try site(bytes(rows))
        try #require(site.teams.count == rows.count)
        for (file, name) in [
            (Route.DataFile.editionCSV(0), "list.csv"), (.editionXLSX(0), "list.xlsx"), (.awardsCSV, "a.csv"),
        ] {
            let imported = try RosterImport(
                try OpenData.bytes(of: file, in: site), name: name, into: nil,
                surroundings: RosterSurroundings(year: 2021, isChinese: false))
            let merge = try #require(imported.merge, "\(imported.notes)")
            let read = merge.rows.map { row in
                Dictionary(
                    RosterColumn.allCases.map { ($0, merge.file.text($0, inRow: row.index)) }.filter { !$0.1.isEmpty },
                    uniquingKeysWith: { $1 })
            }
            #expect(read == rows, "\(name)")
            #expect(RosterCheck.findings(path: "roster.csv", bytes: merge.file.bytes).isEmpty)
            // The roster itself is a table as well, and taking it over again changes nothing.
            let again = try RosterImport(
                merge.file.bytes, name: "roster.csv", into: merge.file,
                surroundings: RosterSurroundings(year: 2021, isChinese: false))
            #expect(try #require(again.merge).file.bytes == merge.file.bytes)
        }
    }
}
