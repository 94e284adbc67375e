import Addresses
import Content
import Testing

@testable import SiteModel

@Suite("Links")
struct LinkResolverTests {
    private static let names = [
        "1#泵站.txt", "95%合格.txt", "a:b.txt", "何时?.txt", "甲 & 乙.txt", "100%25.txt", "a+b.txt", "引\"号'.txt",
        "e\u{301}😀.txt",
    ]

    private func site(baseURL: String = "https://example.org/qc/") throws -> MemorySite {
        var files = [
            "content/about.md": MemorySite.page(),
            "content/rules/measures.md": "---\ntitle: 办法\ndate: 2020-01-01\n---\n\n第一条　文字。\n",
        ]
        for name in Self.names { files["content/files/" + name] = "文字" }
        return try MemorySite(files, baseURL: baseURL)
    }

    @Test("the value of a field is a path: every name has the address that it is published at", arguments: names)
    func fields(name: String) throws {
        let site = try site()
        let address = try #require(try site.href(ofField: "files/" + name))
        let route = try #require(site.site.routes["/files/" + name])
        #expect(address == site.site.configuration.baseURL.href(route.url))
        #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"#?\"<>".utf8.contains($0) }, "\(address)")
    }

    @Test(
        "the addresses of names with signs of URLs",
        arguments: [
            ("files/1#泵站.txt", "/qc/files/1%23%E6%B3%B5%E7%AB%99.txt"),
            ("files/95%合格.txt", "/qc/files/95%25%E5%90%88%E6%A0%BC.txt"), ("files/a:b.txt", "/qc/files/a:b.txt"),
            ("files/100%25.txt", "/qc/files/100%2525.txt"),
        ])
    func fieldAddresses(value: String, address: String) throws {
        #expect(try site().href(ofField: value) == address)
    }

    @Test(
        "nothing in a path of a field is an escape, a query or a fragment",
        arguments: ["files/1%23泵站.txt", "files/a%3Ab.txt", "about.md#x", "about.md?x", "mailto:a@example.org"])
    func noEscapes(value: String) throws { #expect(try site().href(ofField: value) == nil) }

    @Test(
        "a destination in a text is a URL: decoded once",
        arguments: [
            ("files/1%23泵站.txt", "/qc/files/1%23%E6%B3%B5%E7%AB%99.txt"),
            ("files/1%23%E6%B3%B5%E7%AB%99.txt", "/qc/files/1%23%E6%B3%B5%E7%AB%99.txt"),
            ("files/95%25合格.txt", "/qc/files/95%25%E5%90%88%E6%A0%BC.txt"),
            ("files/95%合格.txt", "/qc/files/95%25%E5%90%88%E6%A0%BC.txt"),
            ("files/a%3Ab.txt", "/qc/files/a:b.txt"), ("files/100%2525.txt", "/qc/files/100%2525.txt"),
        ])
    func destinations(destination: String, address: String) throws {
        #expect(try site().href(destination) == address)
    }

    @Test(
        "query and fragment stay, encoded: of relative paths, of the site's paths and of its full addresses",
        arguments: [
            ("/search/?q=路面", "/qc/search/?q=%E8%B7%AF%E9%9D%A2"), ("/search/?q=%E8%B7%AF", "/qc/search/?q=%E8%B7%AF"),
            ("https://example.org/qc/search/?q=路 面#x", "/qc/search/?q=%E8%B7%AF%20%E9%9D%A2#x"),
            ("https://EXAMPLE.org/qc/?a=1&b=2", "/qc/?a=1&b=2"),
            ("rules/measures.md?p=2#art-1", "/qc/rules/measures/?p=2#art-1"),
            ("about.md#第一条", "/qc/about/#%E7%AC%AC%E4%B8%80%E6%9D%A1"), ("?q=路", "/qc/about/?q=%E8%B7%AF"),
            ("/verify/?q=95%", "/qc/verify/?q=95%25"), ("#:~:text=a%2Cb", "#:~:text=a%2Cb"),
            ("https://example.com/?q=路", "https://example.com/?q=%E8%B7%AF"),
            ("https://例子.公益/质量", "https://xn--fsqu00a.xn--55qw42g/%E8%B4%A8%E9%87%8F"),
        ])
    func queries(destination: String, address: String) throws {
        #expect(try site().href(destination) == address)
    }

    @Test(
        "a base URL in another script: its addresses are ASCII, and its own are known in either form",
        arguments: [
            ("https://例子.公益/", "https://例子.公益/about/?q=1", "/about/?q=1"),
            ("https://例子.公益/", "https://xn--fsqu00a.xn--55qw42g/about/", "/about/"),
            ("https://xn--fsqu00a.xn--55qw42g/", "https://例子.公益/about/", "/about/"),
            ("https://example.org/质量/", "https://example.org/质量/about/", "/%E8%B4%A8%E9%87%8F/about/"),
            (
                "https://example.org/质量/", "https://example.org/%E8%B4%A8%E9%87%8F/about/#x",
                "/%E8%B4%A8%E9%87%8F/about/#x"
            ),
            ("https://example.org/%E8%B4%A8%E9%87%8F/", "about.md", "/%E8%B4%A8%E9%87%8F/about/"),
            ("https://example.org/a b%25/", "about.md", nil),
            ("https://example.org/a%20b%25/", "https://example.org/a%20b%25/about/", "/a%20b%25/about/"),
        ] as [(String, String, String?)])
    func baseURLs(baseURL: String, destination: String, address: String?) throws {
        guard let address else {
            #expect(BaseURL(baseURL) == nil)
            return
        }
        let site = try site(baseURL: baseURL)
        #expect(try site.href(destination) == address)
        let canonical = site.site.configuration.baseURL.absolute("/about/")
        #expect(
            canonical.utf8.allSatisfy { $0 < 0x80 } && !canonical.split(separator: "/")[1].contains("%"), "\(canonical)"
        )
    }
}
