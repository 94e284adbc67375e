import Content
import Foundation
import Pipeline
import PreviewServer
import Publishing
import Testing

@testable import Preview

@Suite("Preview")
struct PreviewTests {
    @Test("what is saved is served: text, template, style, roster, configuration, a new page, a page that is gone")
    func changes() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        func holds(_ text: String, at url: String) throws -> Bool {
            String(decoding: try pages.bytes(at: url) ?? [], as: UTF8.self).contains(text)
        }
        try site.write(try site.read("content/about.md") + "\n第一处改动。\n", to: "content/about.md")
        #expect(try holds("第一处改动。", at: "/qc/about/"))
        let template = "themes/bare/templates/not-found.mustache"
        try site.write(try site.read(template).replacing("{{$main}}", with: "{{$main}}<p>第二处</p>"), to: template)
        #expect(try holds("第二处", at: "/qc/404.html"))
        let style = try #require(
            FileManager.default.enumerator(atPath: site.folder + "/themes")?.compactMap { $0 as? String }.first {
                $0.hasSuffix(".css")
            })
        try site.write(try site.read("themes/" + style) + "\n.third { color: red }\n", to: "themes/" + style)
        #expect(try holds(".third", at: "/qc/assets/of-an-open-page/site.css"))
        let roster = "content/awards/2020/roster.csv"
        try site.write(try site.read(roster).replacing("丙班组", with: "丙丙班组"), to: roster)
        #expect(try holds("丙丙班组", at: "/qc/awards/2020/"))
        try site.write(try site.read("site.config").replacing("title: 样例成果展示", with: "title: 改名展示"), to: "site.config")
        #expect(try holds("改名展示", at: "/qc/about/"))
        try site.write("---\ntitle: 新页\n---\n\n新页文字。\n", to: "content/fresh.md")
        #expect(try holds("新页文字", at: "/qc/fresh/"))
        try site.remove("content/fresh.md")
        #expect(try pages.bytes(at: "/qc/fresh/") == nil)
    }

    @Test(
        "an old address is answered with a redirection: its page, whose policy allows no script, is never shown",
        arguments: [("/qc/old/well-ring/", "/qc/practices/well-ring/"), ("/qc/old/well-ring", "/qc/old/well-ring/")])
    func oldAddress(path: String, target: String) throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        let request = PreviewRequest(path: try PreviewPath(decoding: Array(path.utf8)), query: nil)
        guard case .redirect(let address) = pages.answer(request, eventID: "0") else {
            Issue.record("no redirect")
            return
        }
        #expect(address == target)
    }

    @Test(
        "the file of a folder's page leads to the folder, as servers hand it out",
        arguments: [
            "/qc/about/index.html", "/qc/index.html", "/qc/awards/2020/index.html", "/qc/old/well-ring/index.html",
        ])
    func indexFile(path: String) throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        func answer(_ path: String) throws -> PreviewAnswer {
            pages.answer(
                PreviewRequest(path: try PreviewPath(decoding: Array(path.utf8)), query: nil), eventID: "0")
        }
        guard case .redirect(let address) = try answer(path) else {
            Issue.record("no redirect")
            return
        }
        #expect(address == String(path.dropLast("index.html".count)))
        guard case .notFound = try answer("/qc/nothing/index.html") else {
            Issue.record("found")
            return
        }
    }

    @Test("a mistake keeps the last site that could be shown, and says so until it is mended")
    func mistakes() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        let whole = try site.read("site.config")
        session.refresh()
        let before = try pages.bytes(at: "/qc/about/")
        try site.write(whole.replacing("base_url:", with: "base_ulr:"), to: "site.config")
        #expect(try pages.bytes(at: "/qc/about/") == before)
        #expect(session.refresh().isStale && session.refresh().report.count(of: .error) > 0)
        try site.write(whole, to: "site.config")
        #expect(try pages.bytes(at: "/qc/about/") == before)
        #expect(!session.refresh().isStale)

        let template = "themes/bare/templates/base.mustache"
        let right = try site.read(template)
        try site.write(right.replacing("{{page.title}}", with: "{{page.titel}}"), to: template)
        #expect(try pages.bytes(at: "/qc/about/") == before)
        #expect(session.refresh().report.entries.contains { $0.diagnostic.range?.file.path == template })
        try site.write(right, to: template)
        #expect(!session.refresh().isStale)
    }

    @Test("a page whose source has errors says which; the rest of the site is there")
    func brokenPage() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        try site.write("---\ntitel: 甲\n---\n\n文字。\n", to: "content/about.md")
        let request = PreviewRequest(path: try PreviewPath(decoding: Array("/qc/about/".utf8)), query: nil)
        guard case .unavailable(let content) = pages.answer(request, eventID: "0") else {
            Issue.record("the page is shown")
            return
        }
        let text = String(decoding: content.bytes, as: UTF8.self)
        #expect(text.contains("content/about.md") && text.contains("titel"))
        #expect(try pages.bytes(at: "/qc/") != nil)
    }

    @Test("findings of all checks come after the change, and not for an older one")
    func checks() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        session.refresh()
        try site.write(try site.read("content/about.md") + "\n见[办法](rules/measure.md)。\n", to: "content/about.md")
        #expect(!session.refresh().isChecked)
        let state = try #require(session.check())
        #expect(state.isChecked && state.report.entries.contains { $0.diagnostic.rule.name == "link/broken" })
    }

    @Test("the checks count the pages that differ from the last time, exactly")
    func changedPages() throws {
        let site = try PreviewedSite()
        let session = try site.session()
        session.refresh()
        #expect(try #require(session.check()).changedPages == nil)
        #expect(try #require(session.check()).changedPages == 0)
        try site.write(try site.read("content/about.md") + "\n一处改动。\n", to: "content/about.md")
        #expect(session.refresh().changedPages == nil)
        #expect(try #require(session.check()).changedPages == 1)
        try site.write("---\ntitle: 新页\n---\n", to: "content/fresh.md")
        session.refresh()
        #expect(try #require(session.check()).changedPages == 1)
        try site.remove("content/fresh.md")
        session.refresh()
        #expect(try #require(session.check()).changedPages == 1)
        try site.write(try site.read("site.config").replacing("title: 样例成果展示", with: "title: 改名"), to: "site.config")
        let count = try #require(session.refresh().snapshot).site.routes.routes.count { $0.isPage }
        #expect(try #require(session.check()).changedPages == count)
    }

    @Test("after any edits the site is served as it is built, byte for byte", arguments: [1, 2, 3])
    func differential(seed: Int) throws {
        let site = try PreviewedSite()
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        var edits = RandomEdits(site: site, seed: UInt64(seed))
        for round in 0..<26 {
            // One edit alone, then many at once.
            for _ in 0..<(round % 2 == 0 ? 1 : 7) { try edits.make() }
            try compare(site, pages, note: "seed \(seed), round \(round)")
        }
    }

    /// Compares everything that a build makes; where it makes nothing because of errors, what a new preview shows.
    private func compare(_ site: PreviewedSite, _ pages: PreviewPages, note: String) throws {
        var options = site.options
        let published = PublishedFiles()
        options.output = { try Output.memory(published, permissions: $0) }
        let outcome = try Build.run(options)
        let files = published.files
        guard let built = outcome.site else { return }
        let base = built.configuration.baseURL
        let fresh = try site.session()
        fresh.refresh()
        let freshPages = site.pages(fresh)
        for route in built.routes.routes {
            if case .redirect = route.kind { continue }
            let served = try pages.bytes(at: base.href(route.url))
            let expected =
                outcome.published == nil
                ? try freshPages.bytes(at: base.href(route.url))
                : files[route.output]
            guard served != expected else { continue }
            Issue.record("\(route.url) differs (\(note), published: \(outcome.published != nil))")
            return
        }
    }
}

/// Edits as people and programs make them, the same for the same seed.
private struct RandomEdits {
    let site: PreviewedSite
    private var state: UInt64
    private var count = 0

    init(site: PreviewedSite, seed: UInt64) {
        self.site = site
        state = seed
    }

    /// A number below a limit (SplitMix64).
    private mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }

    mutating func make() throws {
        count += 1
        let extra = "content/extra-\(number(below: 4)).md"
        let writeUp = "content/awards/2020/js-002/index.md"
        let exists = FileManager.default.fileExists(atPath: site.folder + "/" + extra)
        switch number(below: 12) {
        case 0, 1: try site.write("---\ntitle: 附加 \(count)\n---\n\n正文 \(count)，见[关于](about.md)。\n", to: extra)
        case 2: if exists { try site.remove(extra) }
        case 3:
            let other = "content/moved-\(number(below: 4)).md"
            if exists, !FileManager.default.fileExists(atPath: site.folder + "/" + other) {
                try site.move(extra, to: other)
            }
        case 4, 5: try site.write(try site.read(writeUp) + "\n改动 \(count)。\n", to: writeUp)
        case 6:
            let summary = "丙班组用检查表和首件样板把检查井周边沉降的返修数量降了下来，做法简单，适合人员流动大的班组（第 \(count) 版）。"
            let lines = try site.read(writeUp).split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("摘要:") ? "摘要: " + summary : String(line)
            }
            try site.write(lines.joined(separator: "\n"), to: writeUp)
        case 7:
            let roster = "content/awards/2020/roster.csv"
            try site.write(try site.read(roster).replacing("丙班组", with: "丙班组\(count)"), to: roster)
        case 8:
            let template = "themes/bare/templates/page.mustache"
            try site.write(
                try site.read(template).replacing("{{$main}}", with: "{{$main}}<p>\(count)</p>"), to: template)
        case 9:
            try site.write(
                try site.read("site.config").replacing("description: 用于测试的", with: "description: 用于第 \(count) 次测试的"),
                to: "site.config")
        case 10: try site.write("文字 \(count)\n", to: "content/forms/application/form.txt")
        default:
            let broken = try site.read("content/about.md")
            try site.write(
                number(below: 2) == 0
                    ? broken.replacing("title", with: "titel") : broken.replacing("titel", with: "title"),
                to: "content/about.md")
        }
    }
}
