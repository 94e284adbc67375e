import Testing

@testable import Checking

@Suite("Addresses in style sheets")
struct StyleAddressesTests {
    private func found(_ css: String) -> [String] { StyleAddresses.addresses(in: Array(css.utf8)).map(\.text) }

    @Test("url() with and without quotes and imports; comments hold none")
    func addresses() {
        let css = """
            @import "print.css"; /* url(no.png) */
            a { background: url(a.png) } b { background: url( "b.png" ), url('/c.png?v=1') }
            """
        #expect(found(css) == ["print.css", "a.png", "b.png", "/c.png?v=1"])
    }

    @Test(
        "addresses are found wherever a browser finds them",
        arguments: [
            ("a{b:URL(c)}", ["c"]), ("a{b:u\\72 l(c)}", ["c"]), ("a{b:\\55 RL('c')}", ["c"]),
            ("a{b:url(c\\)d)}", ["c)d"]),
            ("a{b:url(\"\\2f c\")}", ["/c"]), ("a{b:url(\"c\\\nd\")}", ["cd"]), ("@IMPORT url(c) print;", ["c"]),
            ("@import/**/'c' layer(d) supports(e:f);", ["c"]),
            ("a{b:image-set(\"c\" 1x, url(d) 2x type(\"image/png\"))}", ["c", "d"]),
            ("a{b:-webkit-image-set(url(c) 1x)}", ["c"]),
            ("@font-face{src:url(c)format(\"woff2\"),local(\"d\")}", ["c"]),
            ("a{b:src(\"c\")}", ["c"]), ("a{b:cross-fade(url(c),url(d))}", ["c", "d"]), ("a{--b:url(c)}", ["c"]),
        ])
    func everywhere(css: String, expected: [String]) { #expect(found(css) == expected) }

    @Test(
        "what only looks like one is none",
        arguments: [
            "a{content:\"url(b)\"}", "a{curl:curl(b)}", "@charset \"b\";", "@namespace \"b\";", "@namespace c url(b);",
            "a[href=\"b\"]{c:d}", "a{font-family:\"b\"}", "/*/url(b)*/", "url-x(b)", "a{b:attr(data-c)}", "#url(b)",
            "@layer \"b\";",
        ])
    func nowhere(css: String) { #expect(found(css).isEmpty) }

    @Test("each address has its place")
    func places() {
        let css = Array("甲{b:url( c.png ),url('d')}".utf8)
        let places = StyleAddresses.addresses(in: css).map { String(decoding: css[$0.bytes], as: UTF8.self) }
        #expect(places == ["c.png", "'d'"])
    }

    @Test(
        "what is not finished ends at the end",
        arguments: ["url(", "url(\"a", "/*", "@import \"", "@import ", "", "\\", "url(\\", "\"\\", "a\\0", "@", "#"])
    func truncated(css: String) {
        #expect(StyleAddresses.addresses(in: Array(css.utf8)).allSatisfy { $0.bytes.upperBound <= css.utf8.count })
    }
}
