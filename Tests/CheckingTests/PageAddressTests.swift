import Testing

@testable import Checking

@Suite("Addresses of finished pages")
struct PageAddressTests {
    private func fault(_ text: String, _ use: PageAddress.Use = .link) -> LinkFault.Kind? {
        PageAddress(text, use: use, bytes: 0..<0).fault { $0.hasPrefix("https://example.org/") }
    }

    @Test(
        "a link leads to a page, or to somebody who can be reached",
        arguments: [
            "/a/", "a b", "", "?q=http://a", "a/b:c", "//example.com/", "https://example.com", "HTTP://example.com/",
            "mailto:a@example.org", "mailto:a@example.org,b@example.org?subject=c", "mailto:?subject=a",
            "tel:+86-10-12345678",
            "https://example.org/a/", "a%3Ab",
        ])
    func mayBe(address: String) { #expect(fault(address) == nil) }

    @Test(
        "what a browser does not open, or runs, is no link",
        arguments: [
            ("javascript:alert(1)", LinkFault.Kind.script), (" JavaScript:x", .script), ("java\nscript:x", .script),
            ("vbscript:x", .script), ("mailto:", .unusable), ("mailto:a", .unusable), ("mailto:@", .unusable),
            ("mailto:a@example.org,b", .unusable), ("mailto:a%40", .unusable), ("tel:", .unusable),
            ("tel:a", .unusable),
            ("data:text/html,x", .unusable), ("file:///C:/a", .unusable), ("ftp://example.org/a", .unusable),
            ("about:blank", .unusable), ("htp://example.org", .unusable),
        ])
    func mustNotBe(address: String, kind: LinkFault.Kind) { #expect(fault(address) == kind) }

    @Test("what is loaded is the site's own; a picture may be data, a script may not")
    func loaded() {
        for use in [PageAddress.Use.resource, .picture] {
            #expect(fault("https://example.org/a.js", use) == nil && fault("/a.js", use) == nil)
            for address in [
                "https://example.com/a", "//example.com/a", "/\\example.com/a", "\\\\example.com",
                "HTTPS://example.com",
            ] {
                #expect(fault(address, use) == .foreignResource, "\(address)")
            }
            #expect(fault("mailto:a@example.org", use) == .unusable && fault("javascript:a", use) == .script)
        }
        #expect(fault("data:image/png,a", .picture) == nil && fault("data:,a", .resource) == .script)
    }

    @Test("forms go to the site alone, and what is only named may be anywhere")
    func formsAndNames() {
        #expect(fault("/search/", .form) == nil && fault("https://example.org/a", .form) == nil)
        #expect(
            fault("https://example.com/a", .form) == .foreignForm && fault("mailto:a@example.org", .form) == .unusable)
        #expect(fault("https://example.com/a", .mention) == nil && fault("urn:isbn:1", .mention) == nil)
    }

    @Test(
        "the candidates of a picture are told apart as browsers do",
        arguments: [
            ("a.png 1x, b.png 2x", ["a.png", "b.png"]), ("a,b.png", ["a,b.png"]), ("a.png, b.png", ["a.png", "b.png"]),
            (" ,, a.png\t1x ,b.png,", ["a.png", "b.png"]), ("a.png (b,c) 2x,d", ["a.png", "d"]), ("", []), (",", []),
            ("data:image/gif;base64,AA==,b", ["data:image/gif;base64,AA==,b"]), ("a.png 1x,", ["a.png"]),
        ])
    func candidates(text: String, expected: [String]) { #expect(SourceSet.addresses(in: text) == expected) }
}
