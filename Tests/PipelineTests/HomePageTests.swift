import Content
import Pipeline
import Testing

@Suite("The home page")
struct HomePageTests {
    @Test("a text of the content stands on it once, and a strict check finds nothing new")
    func text() throws {
        let plain = try AddressedSite()
        try Self.showText(in: plain)
        let known = try plain.check().entries.map(\.diagnostic.rule.name)
        let site = try AddressedSite([
            "content/index.md": "---\ntitle: 首页\n---\n\n## 欢迎\n\n这里说明本站。见[关于](about.md)。\n"
        ])
        try Self.showText(in: site)
        site.write(try site.read("content/about.md") + "\n回到[首页](index.md#欢迎)。\n", to: "content/about.md")
        let outcome = try site.build()
        #expect(outcome.report.entries.map(\.diagnostic.rule.name) == known)
        #expect(outcome.published != nil)
        let home = try #require(site.published("index.html").map { String(decoding: $0, as: UTF8.self) })
        #expect(home.contains("这里说明本站。"))
        #expect(site.published("index/index.html") == nil)
        let map = try #require(site.published("sitemap.xml").map { String(decoding: $0, as: UTF8.self) })
        #expect(!map.contains("/index/"))
        let about = try #require(site.published("about/index.html").map { String(decoding: $0, as: UTF8.self) })
        #expect(!about.contains("/index/") && about.contains("#%E6%AC%A2%E8%BF%8E\">首页"), "\(about)")
    }

    /// The theme of the site shows no text on its home page.
    private static func showText(in site: AddressedSite) throws {
        try site.replace("{{> partial-practices}}", with: "{{{body}}}", in: "themes/bare/templates/home.mustache")
    }
}
