import Testing

@testable import Content
@testable import Values

@Suite("The folder static")
struct StaticFileTests {
    /// The rules that a file breaks, and whether the site offers it.
    private func read(_ name: String, _ bytes: [UInt8]) throws -> (rules: [String], isOffered: Bool) {
        let path = "static/\(name)"
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let result = try SiteLoader.load(.memory(["site.config": Array(config.utf8), path: bytes]), jobs: 1)
        let file = result.content?.attachments[try #require(SitePath(path))]
        return (result.diagnostics.filter { $0.range?.file.path == path }.map(\.rule.name), file != nil)
    }

    @Test(
        "proofs of search engines and names of hosts are offered",
        arguments: [
            ("CNAME", "example.org\n"), ("google1a2b.html", "google-site-verification: google1a2b.html"),
            ("baidu_verify_codeva-1.html", "code-1"), ("MP_verify_1.txt", "1"),
            ("BingSiteAuth.xml", "<?xml version=\"1.0\"?><users><user>1</user></users>"),
            (".well-known/security.txt", "Contact: https://example.org/\n"), ("site.webmanifest", "{}"),
        ])
    func offered(name: String, text: String) throws {
        let file = try read(name, Array(text.utf8))
        #expect(file.rules.isEmpty && file.isOffered, "\(file.rules)")
    }

    @Test(
        "pages, pictures, documents and programs are not",
        arguments: [
            ("a.html", "<script>1</script>", "file/active-content"), ("a.htm", "<p>文字", "file/active-content"),
            ("a.php", "x", "file/misplaced"), ("a.js", "x", "file/misplaced"), ("about.md", "# 标题", "file/misplaced"),
            ("a.pdf", "%PDF-1.4", "file/misplaced"), ("a.docx", "x", "file/misplaced"),
            ("a.jpg", "x", "file/misplaced"),
            ("a.xml", "<x xmlns=\"http://www.w3.org/1999/xhtml\"/>", "file/active-content"),
            (".htaccess2/web.config", "x", nil), ("a.txt", "手机：13812345678", "privacy/mobile"),
        ] as [(String, String, String?)])
    func refused(name: String, text: String, rule: String?) throws {
        let file = try read(name, Array(text.utf8))
        #expect(file.rules == (rule.map { [$0] } ?? []))
        #expect(!file.isOffered || rule == "privacy/mobile")
    }

    @Test("a picture is not, whatever its name")
    func pictures() throws {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xD9]
        #expect(try read("photo", jpeg).rules == ["file/misplaced"] && !read("photo", jpeg).isOffered)
        #expect(try read("a.txt", jpeg).rules.first == "file/kind")
    }
}
