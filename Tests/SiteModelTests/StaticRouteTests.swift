import Content
import Testing
import Values

@testable import SiteModel

@Suite("Addresses of static files")
struct StaticRouteTests {
    private func assemble(_ names: [String]) throws -> (site: Site, rules: [String]) {
        var files: [String: [UInt8]] = [
            "site.config": Array(
                "title: 样例\nbase_url: https://example.org/\ntheme: default\norganisation: {name: 样例协会}\n".utf8),
            "content/about.md": Array("---\ntitle: 关于\n---\n\n文字。\n".utf8),
        ]
        for name in names { files["static/" + name] = Array("文字\n".utf8) }
        let content = try #require(try SiteLoader.load(.memory(files), jobs: 1).content)
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        let (site, findings) = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false))
        return (site, findings.filter { $0.range?.file.path.hasPrefix("static/") == true }.map(\.rule.name))
    }

    @Test("they stand at the root, under their paths")
    func places() throws {
        let (site, rules) = try assemble(["CNAME", "a/b.txt", ".well-known/c.txt"])
        #expect(rules.isEmpty)
        for url in ["/CNAME", "/a/b.txt", "/.well-known/c.txt"] { #expect(site.routes[url] != nil, "\(url)") }
        #expect(site.routes.urlBySource["static/CNAME"] == "/CNAME")
    }

    @Test(
        "where the site has a page, a file or a folder they are errors",
        arguments: ["robots.txt", "ROBOTS.txt", "awards", "About", "data/awards.json", "robots.txt/a.txt"])
    func collisions(name: String) throws {
        let (site, rules) = try assemble([name, "CNAME"])
        #expect(rules == ["file/duplicate-url"])
        #expect(site.routes["/CNAME"] != nil && site.routes["/robots.txt"] != nil)
    }
}
