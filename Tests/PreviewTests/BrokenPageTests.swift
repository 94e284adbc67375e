import Content
import Foundation
import Pipeline
import PreviewServer
import Testing
import Values

@testable import Preview

@Suite("Pages with errors in their source")
struct BrokenPageTests {
    /// What is broken, the page it is on, and what is still to be seen there.
    static let mistakes: [(path: String, text: String, url: String, seen: [String])] = [
        ("content/about.md", "---\ntitel: 甲\nsummary: 乙\n---\n\n正文还在。\n", "/qc/about/", ["<h1>甲", "正文还在。"]),
        ("content/about.md", "---\nsummary: 乙\n---\n\n正文还在。\n", "/qc/about/", ["〔缺少标题〕", "正文还在。"]),
        ("content/about.md", "---\ntitle：甲\n---\n\n正文还在。\n", "/qc/about/", ["正文还在。"]),
        ("content/about.md", "没有元数据，正文还在。\n", "/qc/about/", ["〔缺少标题〕", "正文还在。"]),
        ("content/about.md", "---\ntitle: 甲\n\n正文还在。\n", "/qc/about/", ["甲", "正文还在。"]),
        ("content/about.md", "---\ntitle: [甲\n---\n\n正文还在。\n", "/qc/about/", ["正文还在。"]),
        ("content/about.md", "---\ntitle: 甲\n  bad: [\n}: x\n---\n\n正文还在。\n", "/qc/about/", ["正文还在。"]),
        (
            "content/notices/call.md", "---\ntitle: 甲\ndate: 昨天\nkind: call\n---\n\n正文还在。\n", "/qc/notices/call/",
            ["甲", "正文还在。"]
        ),
        (
            "content/notices/call.md", "---\ntitle: 甲\ndate: 2020-05-01\nkind: 别的\n---\n\n正文还在。\n", "/qc/notices/call/",
            ["甲", "正文还在。"]
        ),
        ("content/rules/measures.md", "---\ntitle: 甲\n---\n\n正文还在。\n", "/qc/rules/measures/", ["甲", "正文还在。"]),
        (
            "content/forms/application/index.md", "---\ntitle: 甲\n---\n\n正文还在。\n", "/qc/forms/application/",
            ["甲", "正文还在。"]
        ),
        (
            "content/awards/2020/js-002/index.md", "---\nmethods: [QC小组]\n---\n\n正文还在。\n", "/qc/awards/2020/js-002/",
            ["正文还在。", "丙班组", "QC小组"]
        ),
        (
            "content/awards/2020/no-row.md", "---\ntitle: 名单里没有\n---\n\n正文还在。\n", "/qc/awards/2020/no-row/",
            ["名单里没有", "正文还在。"]
        ),
        (
            "content/awards/2020/index.md", "---\ntitle: 甲\nyear: 2021\nstatus: 公布了\n---\n\n正文还在。\n",
            "/qc/awards/2020/",
            ["正文还在。", "丙班组"]
        ),
    ]

    @Test("show what can be shown, in the page's own template", arguments: mistakes.indices)
    func shown(index: Int) throws {
        let mistake = Self.mistakes[index]
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session, isBare: false)
        session.refresh()
        try site.write(mistake.text, to: mistake.path)
        let page = try pages.text(at: mistake.url)
        for text in mistake.seen { #expect(page.contains(text), "\(text) in \(mistake.text)") }
        #expect(page.contains("/_showcase/panel.js"))
        // The panel knows that the findings belong to this page.
        let findings = try pages.text(at: "/_showcase/findings.json")
        #expect(findings.contains("\"url\":\"\(mistake.url.dropFirst(3))\"") && findings.contains(mistake.path))
    }

    @Test("are not published, and not shown where everything is as it would be published")
    func notPublished() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let bare = site.pages(session)
        session.refresh()
        try site.write("---\ntitel: 甲\n---\n\n正文还在。\n", to: "content/about.md")
        #expect(try bare.bytes(at: "/qc/about/") == nil)
        #expect(try Build.run(site.options).published == nil)
        // Once mended the page is what is built, byte for byte.
        try site.write("---\ntitle: 甲\n---\n\n正文还在。\n", to: "content/about.md")
        let served = try bare.bytes(at: "/qc/about/")
        #expect(try Build.run(site.options).published != nil)
        #expect(
            served == FileManager.default.contents(atPath: site.folder + "/public/about/index.html").map(Array.init))
    }

    @Test("tell where the panel finds on the page what a finding is about")
    func marks() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session, isBare: false)
        session.refresh()
        try site.write(
            "---\ntitle: 甲\n描述: [乙]\n---\n\n见[办法](rules/nothing.md)，<b>粗</b>，手机 13912345678。\n\n![图](no.png)\n",
            to: "content/about.md")
        try site.write(
            try site.read("content/awards/2020/roster.csv").replacing("江苏", with: "苏江"),
            to: "content/awards/2020/roster.csv")
        session.refresh()
        _ = try #require(session.check())
        let findings = try pages.text(at: "/_showcase/findings.json")
        for mark in [
            #"{"kind":"reference","address":"rules/nothing.md","text":"rules/nothing.md"}"#,
            #"{"kind":"reference","address":"no.png","text":"no.png"}"#, #"{"kind":"field","name":"描述"}"#,
            #"{"kind":"text","text":"\u003Cb\u003E"}"#, #"{"kind":"row"}"#,
        ] {
            #expect(findings.lowercased().contains(mark.lowercased()), "\(mark)")
        }
        #expect(findings.contains("\"url\":\"/awards/2020/\""))
        #expect(!findings.contains("13912345678"))
    }

    @Test("any bytes at the head of a file leave its text", arguments: 0..<40)
    func anyBytes(seed: Int) throws {
        let pieces = [
            "---", "title: 甲", "title：甲", "\n", "\r\n", "  x: [", "- a", "# 注", "\"", ": :", "\t", "日期: 1", "\u{FEFF}",
            "{", "&a", "",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let head = (0..<(next() % 12)).map { _ in pieces[next() % pieces.count] }.joined(
            separator: next() % 2 == 0 ? "\n" : "")
        let file = TolerantFile(
            path: try #require(SitePath("content/notices/a.md")), bytes: Array((head + "\n---\n\n正文还在。\n").utf8),
            findings: [],
            language: .chinese, day: try #require(CalendarDate(iso: "2020-12-01")))
        for effort in TolerantFile.Effort.allCases {
            #expect(String(decoding: file.bytes(effort), as: UTF8.self).contains("正文还在。"))
        }
        // With nothing but the text the file can always be read.
        let content = try SiteLoader.load(
            .memory([
                "site.config": Array("title: 甲\nbase_url: https://example.org/\norganisation:\n  name: 乙\n".utf8),
                "content/notices/a.md": file.bytes(.textAlone),
            ]), jobs: 1
        ).content
        #expect(content?.documents[.notice].count == 1)
    }
}
