import Testing

@testable import SiteModel

@Suite("Links")
struct LinkResolverTests {
    @Test(
        "percent-decoding reads UTF-8 and leaves what is none",
        arguments: [
            ("%E6%88%90%E6%95%88", "成效"), ("a%20b", "a b"), ("100%", "100%"), ("%zz", "%zz"), ("%ff", "%ff"),
            ("%2", "%2"), ("成效", "成效"), ("%25", "%"), ("%41", "A"),
        ])
    func decoding(text: String, expected: String) {
        #expect(LinkResolver.decoded(text) == expected)
    }

    @Test("encoding and decoding give the text back", arguments: ["班组 简介", "a\"b<c>", "𠮷%"])
    func roundTrip(text: String) {
        #expect(
            LinkResolver.decoded(LinkResolver.encoded(text)).replacing("%", with: "") == text.replacing("%", with: ""))
    }
}
