import Testing

@testable import Markdown

@Suite("Addresses without a scheme")
struct UnlinkedHostTests {
    private func host(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return UnlinkedText.host(in: bytes[...]).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        "the first address of a text is found",
        arguments: [
            ("见www.example.org/a?b=1。", "www.example.org/a?b=1"), ("www.a.b/www.example.org", "www.example.org"),
            ("www.www.example.org", "www.www.example.org"), ("www.a. www.example.org.", "www.example.org"),
            ("www.a.b", nil),
            ("www.", nil), ("wwww.example.org", "www.example.org"),
        ] as [(String, String?)])
    func first(text: String, address: String?) { #expect(host(text) == address) }
}
