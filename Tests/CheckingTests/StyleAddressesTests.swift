import Testing

@testable import Checking

@Suite("Addresses in style sheets")
struct StyleAddressesTests {
    @Test("url() with and without quotes and imports; comments hold none")
    func addresses() {
        let css = """
            @import "print.css"; /* url(no.png) */
            a { background: url(a.png) } b { background: url( "b.png" ), url('/c.png?v=1') }
            """
        #expect(StyleAddresses.addresses(in: Array(css.utf8)) == ["print.css", "a.png", "b.png", "/c.png?v=1"])
    }

    @Test("what is not finished ends at the end", arguments: ["url(", "url(\"a", "/*", "@import \"", "@import ", ""])
    func truncated(css: String) { _ = StyleAddresses.addresses(in: Array(css.utf8)) }
}
