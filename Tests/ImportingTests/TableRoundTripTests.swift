import Content
import Foundation
import Importing
import OpenData
import SiteModel
import TestSupport
import Testing
import Values

@Suite("Import of exported lists")
struct TableRoundTripTests {
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
                .id: "t-\(index)-\(Int.random(in: 0...99, using: &numbers))", .team: "丁" + name(&numbers) + "班\(index)",
                .enterprise: "乙" + name(&numbers) + "公司", .province: province, .mode: isSelf ? "self" : "recommended",
                .honors: "title", .standing: "held", .enterpriseID: "e-\(index)",
            ]
            if !isSelf { row[.recommender] = name(&numbers) + "协会\(index)" }
            if Bool.random(using: &numbers) { row[.members] = String(Int.random(in: 1...99_999, using: &numbers)) }
            return row
        }
    }

    private func bytes(_ rows: [[RosterColumn: String]]) -> [UInt8] {
        let columns = RosterColumn.all
        return Array(
            CSVTable.text(
                [columns.map(\.name)] + rows.map { row in columns.map { FormulaGuard.guarded(row[$0] ?? "") } }
            )
            .utf8)
    }

    private static let day = CalendarDate(iso: "2022-06-30")

    private func content(_ roster: [UInt8], more: [String: [UInt8]] = [:]) throws -> SiteContent {
        let files = [
            "site.config": Array(Self.configuration.utf8), "content/awards/2021/index.md": Array(Self.edition.utf8),
            "content/awards/2021/roster.csv": roster,
        ]
        let loaded = try SiteLoader.load(.memory(files.merging(more) { $1 }), jobs: 1)
        return try #require(loaded.content)
    }

    private func site(_ content: SiteContent) throws -> Site {
        let day = try #require(Self.day)
        return SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: true)).0
    }

    @Test("a list that was exported as CSV or XLSX gives the roster it was made from", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let rows = roster(&numbers)
        let site = try site(content(bytes(rows)))
        try #require(site.teams.count == rows.count)
        for (file, name) in [
            (FileRoute.DataFile.editionCSV(0), "list.csv"), (.editionXLSX(0), "list.xlsx"), (.awardsCSV, "a.csv"),
        ] {
            let imported = try RosterImport(
                try OpenDataFile.bytes(of: file, in: site), name: name, into: nil,
                surroundings: RosterSurroundings(year: 2021, isChinese: false))
            let merge = try #require(imported.merge, "\(imported.notes)")
            let read = merge.rows.map { row in
                Dictionary(
                    RosterColumn.all.map { ($0, merge.file.text($0, inRow: row.index)) }.filter { !$0.1.isEmpty },
                    uniquingKeysWith: { $1 })
            }
            #expect(read == rows, "\(name)")
            #expect(try self.site(content(merge.file.bytes)).teams.count == rows.count)
            // The roster itself is a table as well, and taking it over again changes nothing.
            let again = try RosterImport(
                merge.file.bytes, name: "roster.csv", into: merge.file,
                surroundings: RosterSurroundings(year: 2021, isChinese: false))
            #expect(try #require(again.merge).file.bytes == merge.file.bytes)
        }
    }

    @Test(
        "a list of this repository's own content that is handed in again changes nothing",
        arguments: [2019, 2020, 2021])
    func ownContent(year: Int) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let reader = Workspace.disk(root: root)
        let content = try #require(try SiteLoader.load(reader, jobs: 2).content)
        let site = try site(content)
        let path = "content/awards/\(year)/roster.csv"
        let roster = try #require(reader.read(path, 1_000_000))
        let index = try #require(site.editions.firstIndex { $0.year == year })
        let surroundings = RosterSurroundings(content, year: year, day: try #require(Self.day))
        for (file, name) in [
            (FileRoute.DataFile.editionCSV(index), "list.csv"), (.editionXLSX(index), "list.xlsx"),
            (.awardsCSV, "a.csv"),
            (.awardsXLSX, "a.xlsx"),
        ] {
            let imported = try RosterImport(
                try OpenDataFile.bytes(of: file, in: site), name: name, into: try RosterFile(roster, path: path),
                surroundings: surroundings)
            let merge = try #require(imported.merge, "\(imported.notes)")
            #expect(merge.rows.allSatisfy { $0.change == .unchanged }, "\(merge.rows.map(\.change))")
            #expect(merge.file.bytes == roster)
        }
    }

    @Test("the id that an enterprise has by its name is not written out; another one is")
    func impliedEnterpriseIDs() throws {
        let header = "编号,班组名称,企业名称,省份,申报方式,企业编号\n"
        let other = "---\ntitle: 名单\nyear: 2020\nstatus: final\npublished: 2020-12-01\n---\n\n文字。\n"
        let content = try content(
            Array((header + "bj-001,甲班,北京甲公司,北京,自荐,\n").utf8),
            more: [
                "content/awards/2020/index.md": Array(other.utf8),
                "content/awards/2020/roster.csv": Array((header + "bj-001,乙班,北京乙公司,北京,自荐,yi\n").utf8),
            ])
        let surroundings = RosterSurroundings(content, year: 2021, day: try #require(Self.day))
        let table =
            header + "bj-001,甲班,北京甲集团公司,北京,自荐,bei-jing-jia-gong-si\nbj-002,丙班,北京乙公司,北京,自荐,yi\n"
            + "bj-003,丁班,北京丁公司,北京,自荐,bei-jing-ding-gong-si\nbj-004,戊班,北京戊公司,北京,自荐,wu\n"
        let imported = try RosterImport(
            Array(table.utf8), name: "t.csv",
            into: try RosterFile(Array((header + "bj-001,甲班,北京甲公司,北京,自荐,\n").utf8), path: "roster.csv"),
            surroundings: surroundings, accepting: [.newTeams, .listChanges])
        let merge = try #require(imported.merge, "\(imported.notes)")
        #expect(merge.rows.map { merge.file.text(.enterpriseID, inRow: $0.index) } == ["", "", "", "wu"])
        #expect(merge.file.text(.enterprise, inRow: merge.rows[0].index) == "北京甲集团公司")
    }

    @Test("tables of a site in Chinese have words that rosters accept, JSON and tables of a site in English have codes")
    func words() throws {
        let roster =
            "id,team,enterprise,province,mode,recommender,honors,standing,withdrawn_on,reason,source\n"
            + "zj-001,甲班,甲公司,浙江,recommended,浙江省协会,title;caq-recommended,held,,,https://example.org/a\n"
            + "zj-002,乙班,甲公司,浙江,self,,caq-awarded,withdrawn,2022-01-01,投诉,https://example.org/b\n"
        let configuration = Array((Self.configuration + "\nlanguage: en").utf8)
        let chinese = try site(content(Array(roster.utf8)))
        let english = try site(content(Array(roster.utf8), more: ["site.config": configuration]))
        func text(_ file: FileRoute.DataFile, _ site: Site) throws -> String {
            String(decoding: try OpenDataFile.bytes(of: file, in: site), as: UTF8.self)
        }
        let csv = try text(.editionCSV(0), chinese)
        #expect(csv.contains(",推荐,浙江省协会,质量信得过班组;推荐全国,,有效,,,公布,"))
        #expect(csv.contains(",自荐,,获全国,,撤销,2022-01-01,投诉,公布,"))
        #expect(try text(.editionCSV(0), english).contains(",recommended,浙江省协会,title;caq-recommended,,held,,,final,"))
        for site in [chinese, english] {
            #expect(try text(.editionJSON(0), site).contains("\"honors\":[\"title\",\"caq-recommended\"]"))
            #expect(try text(.editionJSON(0), site).contains("\"standing\":\"withdrawn\""))
            for (file, name) in [(FileRoute.DataFile.editionCSV(0), "list.csv"), (.editionXLSX(0), "list.xlsx")] {
                let imported = try RosterImport(
                    try OpenDataFile.bytes(of: file, in: site), name: name,
                    into: try RosterFile(Array(roster.utf8), path: "roster.csv"),
                    surroundings: RosterSurroundings(year: 2021, isChinese: true))
                #expect(try #require(imported.merge, "\(imported.notes)").file.bytes == Array(roster.utf8))
            }
        }
    }
}
