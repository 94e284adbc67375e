import Testing

@testable import SiteModel

@Suite("The text of the home page")
struct HomeTextTests {
    private static let about = "---\ntitle: 关于\n---\n\n文字。\n"

    private func site(_ home: String, more: [String: String] = [:]) throws -> MemorySite {
        try MemorySite(
            ["content/index.md": home, "content/about.md": Self.about].merging(more) { _, given in given })
    }

    @Test("it has one address, the site's")
    func address() throws {
        let site = try site(MemorySite.page())
        #expect(site.rules.isEmpty, "\(site.rules)")
        #expect(site.site.routes["/index/"] == nil)
        #expect(site.site.routes.urlBySource["content/index.md"] == "/")
        #expect(site.site.home?.page.path.text == "content/index.md")
        #expect(site.site.publishedPages.map(\.url).sorted() == ["/", "/about/"])
    }

    @Test(
        "links lead to it by its file and by its folder",
        arguments: [
            ("content/about.md", "index.md", "/qc/"), ("content/about.md", "./", "/qc/"),
            ("content/about.md", "index.md#top", "/qc/#top"), ("content/rules/a.md", "../index.md", "/qc/"),
            ("content/rules/a.md", "/", "/qc/"), ("content/index.md", "about.md", "/qc/about/"),
            ("content/index.md", "guide/index.md", "/qc/guide/"),
        ])
    func links(path: String, destination: String, address: String) throws {
        let site = try site(MemorySite.page(), more: ["content/guide/index.md": Self.about])
        #expect(try site.href(destination, in: path) == address)
    }

    @Test("old addresses lead on to it")
    func aliases() throws {
        let site = try site(MemorySite.page(fields: "aliases: [/index/, /home/]\n"))
        for alias in ["/index/", "/home/"] {
            guard case .redirect(to: "/") = site.site.routes[alias]?.kind else {
                Issue.record("\(alias) does not lead home")
                continue
            }
        }
    }

    @Test("pages of the name in other folders have addresses of their own, and a draft has none")
    func others() throws {
        let site = try site(
            MemorySite.page(fields: "draft: true\n"),
            more: ["content/index/index.md": Self.about, "content/guide/index.md": Self.about])
        #expect(site.site.routes["/index/"] != nil && site.site.routes["/guide/"] != nil)
        #expect(site.site.home == nil && site.site.routes.urlBySource["content/index.md"] == nil)
        #expect(site.site.routes["/"] != nil)
    }
}
