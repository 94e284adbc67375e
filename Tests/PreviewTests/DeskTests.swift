import Content
import Foundation
import Pipeline
import PreviewServer
import Testing

@testable import Preview

@Suite("The editor's desk")
struct DeskTests {
    private func desk(_ site: PreviewedSite) throws -> (session: PreviewSession, pages: PreviewPages) {
        let session = try site.session()
        session.refresh()
        return (session, site.pages(session, isBare: false))
    }

    @Test("has every address with its state, drafts, gaps, and the days that bring a change")
    func whole() throws {
        let site = try PreviewedSite(includesDrafts: true)
        let (session, pages) = try desk(site)
        try site.write("---\ntitle: 没人链接\n---\n\n文字。\n", to: "content/lonely.md")
        try site.write("---\ntitel: 坏\n---\n", to: "content/broken.md")
        session.refresh()
        _ = try #require(session.check())
        let desk = try pages.text(at: "/_showcase/")
        for text in [
            "<a href=\"/qc/about/\">/about/</a>", "<td>draft</td>", "content/draft.md", "no page links to it",
            "content/lonely.md", "has errors, cannot be published", "content/broken.md", "becomes public",
            "class=\"gap\"", "/qc/awards/2020/jiangsu/", "</b> error", "All checks are done.",
            "<a href=\"/_showcase/view/about/\">",
        ] {
            #expect(desk.contains(text), "\(text)")
        }
    }

    @Test(
        "says in an editor's words what is in publicity, what an address is, and which regions have no team",
        arguments: [("2020-11-20", "公示中"), ("2020-11-25", "公示中"), ("2020-11-26", "公示结束，未公布")])
    func words(day: String, state: String) throws {
        let site = try PreviewedSite()
        // The site stands at a day of its own, whatever today is.
        let configuration = try site.read("site.config")
        #expect(configuration.contains("as_of: 2020-11-20"))
        try site.write(configuration.replacing("as_of: 2020-11-20", with: "as_of: \(day)"), to: "site.config")
        let session = try site.session()
        session.refresh()
        let pages = PreviewPages(session: session, source: site.folder, language: .zh, isBare: false)
        let desk = try pages.text(at: "/_showcase/")
        let rows = desk.components(separatedBy: "<tr>")
        for url in ["/awards/2020/", "/awards/2020/zj-001/", "/awards/2020/list.csv"] {
            let row = rows.first { $0.contains(">\(url)</a>") }
            #expect(row?.contains("<td>\(state)</td>") == true, "\(row ?? "no row") of \(url)")
        }
        #expect(rows.first { $0.contains(">/about/</a>") }?.contains("<td>公开</td>") == true)
        #expect(desk.firstMatch(of: /<td>[a-z][a-z-]*<\/td>/) == nil)
        // The Corps, which has a team, is none of the 34.
        #expect(desk.contains("34 个省级行政区中，32 个还没有班组。"))
    }

    @Test("gives the data of a page as the template reads them, as a tree and as JSON")
    func data() throws {
        let (_, pages) = try desk(try PreviewedSite())
        let json = try pages.text(at: "/_showcase/data/awards/2020/js-002/")
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(value["template"] as? String == "team")
        #expect(
            (value["page"] as? [String: Any])?["canonical_url"] as? String
                == "https://example.org/qc/awards/2020/js-002/")
        #expect((value["site"] as? [String: Any])?["title"] as? String == "样例成果展示")
        let view = try pages.text(at: "/_showcase/view/awards/2020/js-002/")
        #expect(view.contains("<code>team.mustache</code>") && view.contains("样例成果展示") && view.contains("<code title="))
        #expect(try pages.bytes(at: "/_showcase/data/nothing/") == nil)
        #expect(try pages.bytes(at: "/_showcase/data/feed.xml") == nil)
    }

    @Test("gives points only where the site publishes them")
    func scores() throws {
        let site = try PreviewedSite()
        let (session, pages) = try desk(site)
        func scores() throws -> [Any] {
            let json = try pages.bytes(at: "/_showcase/data/awards/2020/js-002/") ?? []
            let value = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
            return try #require(value?["scores"] as? [Any])
        }
        #expect(try scores().isEmpty)
        try site.write(try site.read("site.config") + "publish_scores: true\n", to: "site.config")
        session.refresh()
        #expect(try scores().count == 5)
    }

    @Test("every page of the site has its data, and no text of a page can break the tree", arguments: [false, true])
    func allPages(isJSON: Bool) throws {
        let site = try PreviewedSite()
        try site.write(
            "---\ntitle: \"</script><b>&\\\"'\"\n---\n\n`</pre><script>x</script>`\n", to: "content/odd.md")
        let (session, pages) = try desk(site)
        let snapshot = try #require(session.refresh().snapshot)
        for route in snapshot.site.routes.routes where route.isPage {
            let text = try pages.text(at: "/_showcase/\(isJSON ? "data" : "view")\(route.url)")
            #expect(!text.isEmpty, "\(route.url)")
            #expect(!text.contains("<script>x") && !text.contains("</script><b>"), "\(route.url)")
        }
    }

    @Test("a change ends checks that are under way")
    func cancelled() throws {
        let site = try PreviewedSite()
        var options = site.options
        options.isCancelled = { true }
        let (session, _) = try desk(site)
        let snapshot = try #require(session.refresh().snapshot)
        #expect(throws: CancellationError.self) {
            let made = Build.make(
                snapshot.content, found: [], theme: .init(theme: snapshot.theme), options)
            return try Build.finish(made, options)
        }
    }
}
