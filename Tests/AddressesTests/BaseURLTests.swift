import Testing

@testable import Addresses

@Suite("The address of a site")
struct BaseURLTests {
    @Test(
        "a base URL may have a path",
        arguments: [
            ("https://example.org", "/awards/", "/awards/"), ("https://example.org/qc", "/awards/", "/qc/awards/"),
            ("http://example.org:8080/a/b/", "/", "/a/b/"),
            ("https://例子.公益/", "/a/", "/a/"), ("https://example.org/质量/", "/甲/", "/%E8%B4%A8%E9%87%8F/%E7%94%B2/"),
            ("https://example.org/%E8%B4%A8", "/1#.txt", "/%E8%B4%A8/1%23.txt"),
            ("https://example.org", "/1#.txt", "/1%23.txt"), ("https://example.org", "/a,b/?", "/a%2Cb/%3F"),
            ("https://example.org", "/a:b@c/~(d).e", "/a:b@c/~(d).e"), ("https://example.org", "", "/"),
        ])
    func baseURL(text: String, path: String, href: String) throws {
        let url = try #require(BaseURL(text))
        #expect(url.href(path) == href)
    }

    @Test(
        "what is no base URL",
        arguments: [
            "example.org", "ftp://example.org", "https://", "https://e.org/?a", "https://a@b/", "https://e.org/../x",
            "https://e..org/", "https://e.org:x/", "https://e.org/%2E%2E/x", "https://[e/",
        ])
    func noBaseURL(text: String) { #expect(BaseURL(text) == nil) }

    @Test(
        "an address of the site's own host is one in every form that names the same host",
        arguments: [
            ("https://example.org/", "https://example.org:443/a/", "/a/"),
            ("https://example.org/", "HTTPS://Example.ORG/a", "/a"),
            ("https://example.org/", "https://example.org./a", "/a"),
            ("https://example.org/", "https://example.org:", ""),
            ("https://example.org:443/", "https://example.org/a", "/a"),
            ("http://example.org/", "http://example.org:80/a", "/a"),
            ("https://例子.公益/", "https://XN--FSQU00A.xn--55qw42g:443/a", "/a"),
            ("https://example.org:8443/", "https://example.org:8443/a", "/a"),
        ])
    func ownHost(base: String, address: String, path: String) throws {
        #expect(try #require(BaseURL(base)).pathOnHost(address).map(String.init) == path)
    }

    @Test(
        "another port, scheme, user or host is another site",
        arguments: [
            "https://example.org:8443/a", "http://example.org:443/a", "https://example.org:80/a",
            "https://user@example.org/a",
            "https://www.example.org/a", "https://example.org.cn/a", "https://example.orga/",
            "https://example.org@www.example/a", "https:example.org/a", "https:/example.org", "https://", "https:", "h",
            "https://例子.公益/", "https://a.example.org://example.org/", "hTTps://EXAMPLE.org.evil/",
        ])
    func otherHost(address: String) throws {
        #expect(try #require(BaseURL("https://example.org/")).pathOnHost(address) == nil)
    }
}
