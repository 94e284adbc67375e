import Testing

@testable import Checking

@Suite("HTML scanning")
struct HTMLScannerTests {
    private func attributes(_ html: String) -> [String] {
        var found: [String] = []
        HTMLScanner.scan(Array(html.utf8)) { attribute in
            let parts = [attribute.tag, attribute.name, attribute.value]
            found.append(parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
        }
        return found
    }

    @Test("attributes in double, single and no quotes")
    func quotes() {
        #expect(
            attributes("<a href=\"/x\" id='甲' class=k hidden>") == ["a href /x", "a id 甲", "a class k", "a hidden "])
    }

    @Test("comments, scripts and text hold no tags")
    func noTags() {
        #expect(attributes("<!-- <a href=x> --><script>'<a href=y>'</script>1 < 2 <p id=z>") == ["p id z"])
    }

    @Test("a page that ends in the middle of a tag ends the scan")
    func truncated() {
        for html in ["<a href=", "<a href=\"x", "<", "<a", "<!--", "<a b", "<script>"] { _ = attributes(html) }
    }
}
