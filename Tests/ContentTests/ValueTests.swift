import Testing

@testable import Content

@Suite("Values")
struct ValueTests {
    @Test("only days that exist are dates", arguments: ["2020-02-29", "1900-01-01", "2199-12-31"])
    func dates(text: String) { #expect(CalendarDate(iso: text)?.description == text) }

    @Test(
        "anything else is no date",
        arguments: [
            "2021-02-29", "2020-13-01", "2020-00-10", "2020-1-1", "20200101", "2020-05-15T00:00", "２０２０-05-15", "",
        ])
    func noDates(text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test(
        "a relative path is resolved inside the site and never leaves it",
        arguments: [
            ("../2019/zj-003.md", "content/awards/2019/zj-003.md"), ("a.png", "content/awards/2020/a.png"),
            ("./a.png", "content/awards/2020/a.png"), ("../../../site.config", "site.config"),
        ])
    func resolving(relative: String, expected: String) throws {
        let path = try #require(SitePath("content/awards/2020/zj-001.md"))
        #expect(path.resolving(relative)?.text == expected)
        #expect(path.resolving("../../../../etc/passwd") == nil)
    }

    @Test("unsafe paths are none", arguments: ["", "/etc", "a//b", "a/../b", "./a", "a\\b", "a\u{0}b"])
    func unsafe(text: String) { #expect(SitePath(text) == nil) }

    @Test(
        "a base URL may have a path",
        arguments: [
            ("https://example.org", "/awards/", "/awards/"), ("https://example.org/qc", "/awards/", "/qc/awards/"),
            ("http://example.org:8080/a/b/", "/", "/a/b/"),
            ("https://例子.公益/", "/a/", "/a/"), ("https://example.org/质量/", "/甲/", "/%E8%B4%A8%E9%87%8F/%E7%94%B2/"),
            ("https://example.org/%E8%B4%A8", "/1#.txt", "/%E8%B4%A8/1%23.txt"),
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
        ])
    func otherHost(address: String) throws {
        #expect(try #require(BaseURL("https://example.org/")).pathOnHost(address) == nil)
    }

    @Test(
        "days of the week",
        arguments: [
            ("2020-02-29", true), ("2020-03-01", true), ("2020-03-02", false), ("2021-11-19", false),
            ("2000-01-01", true),
        ])
    func weekend(text: String, expected: Bool) throws {
        let date = try #require(CalendarDate(iso: text))
        #expect(CalendarDate.isWeekend(dayNumber: date.dayNumber) == expected)
    }
}
