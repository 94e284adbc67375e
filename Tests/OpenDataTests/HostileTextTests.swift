import Content
import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing
import Values

@testable import OpenData

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Open data of hostile texts")
struct HostileTextTests {
    private static let pieces = [
        "<", ">", "&", "\"", "'", ",", ";", "]]>", "<!--", "-->", "</script>", "\\", "\\u0000", "&#0;", "&amp;", "=1+1",
        "+1", "@甲", "-1", "%00", "{{x}}", "e\u{301}", "😀", "𠮷", "_x0041_", "<![CDATA[", "?>", "//", "\\\"", "#", "班",
    ]

    /// A name that begins with Han characters, so that it has an address, or with what spreadsheets take for a formula.
    private static func name(_ beginning: String, _ generator: inout SeededGenerator) -> String {
        let tail = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }
        return (Bool.random(using: &generator) ? "" : "=") + beginning + tail.joined()
    }

    private struct Sample {
        let site: Site
        let teams: [String: (team: String, enterprise: String)]
    }

    private static func sample(_ seed: UInt64) throws -> Sample {
        var generator = SeededGenerator(seed: seed)
        var rows = [["id", "team", "enterprise", "province", "mode", "recommender", "honors", "members", "standing"]]
        var teams: [String: (team: String, enterprise: String)] = [:]
        for index in 0..<12 {
            let team = name("班组\(index)号", &generator)
            let enterprise = name("企业\(index)号", &generator)
            teams["zj-\(index)"] = (team, enterprise)
            let guarded = [team, enterprise].map(FormulaGuard.guarded)
            rows.append(["zj-\(index)"] + guarded + ["浙江", "self", "", "title", "9", "held"])
        }
        func quoted(_ text: String) -> String {
            String(decoding: (try? JSONEncoder().encode(text)) ?? Data("\"\"".utf8), as: UTF8.self)
        }
        let title = name("标题", &generator)
        let files = [
            "site.config":
                "title: \(quoted(title))\ndescription: \(quoted(name("介绍", &generator)))\nbase_url: https://example.org/\n"
                + "organisation: {name: \(quoted(name("协会", &generator)))}\n",
            "content/awards/2020/index.md":
                "---\nyear: 2020\ntitle: \(quoted(name("名单", &generator)))\nstatus: final\npublished: 2020-12-01\n---\n\n正文。\n",
            "content/awards/2020/roster.csv": CSVTable.text(rows),
            "content/notices/a.md":
                "---\ntitle: \(quoted(name("通知", &generator)))\ndate: 2020-12-02\nkind: other\nsummary: \(quoted(name("摘要", &generator)))\n---\n\n"
                + "正文 \(pieces.map { "`\($0.replacing("`", with: ""))`" }.joined(separator: " "))。\n",
        ]
        let loaded = try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1)
        let content = try #require(loaded.content, "\(loaded.diagnostics.map(\.message.en))")
        let day = try #require(CalendarDate(iso: "2021-01-01"))
        let site = SiteAssembler.assemble(
            content, options: .init(day: day, includesDrafts: false, canDrawSharePictures: false)
        ).site
        return Sample(site: site, teams: teams)
    }

    @Test(
        "lists as CSV and JSON read back every name as it is, whatever is in it",
        arguments: 1...20 as ClosedRange<UInt64>)
    func lists(seed: UInt64) throws {
        let sample = try Self.sample(seed)
        try #require(sample.site.teams.count == 12)
        var findings: [Diagnostic] = []
        let bytes = try OpenDataFile.bytes(of: .awardsCSV, in: sample.site)
        let table = CSVTable.read(
            SourceFile(path: "a.csv", bytes: Array(bytes.dropFirst(3))), findings: &findings)
        let header = try #require(table.rows.first).cells.map(\.text)
        let (id, team, enterprise) = try (
            #require(header.firstIndex { ["id", "编号"].contains($0) }),
            #require(header.firstIndex { ["team", "班组名称"].contains($0) }),
            #require(header.firstIndex { ["enterprise", "企业名称"].contains($0) })
        )
        #expect(findings.isEmpty && table.rows.count == 13)
        for row in table.rows.dropFirst() {
            let names = try #require(sample.teams[row.cells[id].text])
            #expect(row.cells.count == header.count)
            #expect(FormulaGuard.unguarded(row.cells[team].text) == names.team)
            #expect(FormulaGuard.unguarded(row.cells[enterprise].text) == names.enterprise)
        }
        let json = Data(try OpenDataFile.bytes(of: .awardsJSON, in: sample.site))
        let texts = Self.texts(in: try JSONSerialization.jsonObject(with: json))
        for names in sample.teams.values { #expect(texts.contains(names.team) && texts.contains(names.enterprise)) }
    }

    /// All texts of a JSON document that are values.
    private static func texts(in value: Any) -> Set<String> {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.reduce(into: []) { $0.formUnion(texts(in: $1)) }
        case let object as [String: Any]: object.values.reduce(into: []) { $0.formUnion(texts(in: $1)) }
        default: []
        }
    }

    @Test(
        "the feed, the sitemap and the description of the lists are well formed",
        arguments: 1...20 as ClosedRange<UInt64>)
    func markup(seed: UInt64) throws {
        let site = try Self.sample(seed).site
        for file in [FileRoute.DataFile.feed, .sitemap] {
            let bytes = try OpenDataFile.bytes(of: file, in: site)
            let parser = XMLParser(data: Data(bytes))
            #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        }
        _ = try JSONSerialization.jsonObject(with: Data(try OpenDataFile.bytes(of: .schema, in: site)))
        let feed = String(decoding: try OpenDataFile.bytes(of: .feed, in: site), as: UTF8.self)
        // No text of an editor becomes an element of the feed.
        #expect(!feed.contains("<script") && !feed.contains("<![CDATA["))
        #expect(feed.components(separatedBy: "<title>").count == feed.components(separatedBy: "<entry>").count + 1)
    }
}
