import TestSupport
import Testing

@testable import Addresses

@Suite("Percent-encoding")
struct PercentEncodingTests {
    @Test(
        "percent-decoding reads UTF-8 and leaves what is none",
        arguments: [
            ("%E6%88%90%E6%95%88", "成效"), ("a%20b", "a b"), ("100%", "100%"), ("%zz", "%zz"), ("%ff", "%ff"),
            ("%2", "%2"), ("成效", "成效"), ("%25", "%"), ("%41", "A"), ("%2520", "%20"),
        ])
    func decoding(text: String, expected: String) {
        #expect(PercentEncoding.decoded(text) == expected)
    }

    @Test(
        "every sign that may not stand in a segment is encoded, the percent sign too",
        arguments: [
            ("/forms/1#泵站.txt", "/forms/1%23%E6%B3%B5%E7%AB%99.txt"), ("/95%合格.txt", "/95%25%E5%90%88%E6%A0%BC.txt"),
            ("/a:b.txt", "/a:b.txt"), ("/何时?", "/%E4%BD%95%E6%97%B6%3F"), ("/a%20b", "/a%2520b"),
            ("/a b&c+d", "/a%20b&c+d"), ("/it's,\"x\"", "/it%27s%2C%22x%22"), ("/😀", "/%F0%9F%98%80"),
            ("/plain/index.html", "/plain/index.html"),
        ])
    func path(names: String, address: String) {
        #expect(PercentEncoding.path(names) == address)
    }

    @Test(
        "what somebody wrote keeps its escapes, and nothing else stays that may not stand in a URL",
        arguments: [
            ("q=路面", "q=%E8%B7%AF%E9%9D%A2"), ("q=%E8%B7%AF", "q=%E8%B7%AF"), ("q=95%&p=1", "q=95%25&p=1"),
            ("a b|c", "a%20b%7Cc"), (":~:text=a%2Cb", ":~:text=a%2Cb"),
        ])
    func written(text: String, address: String) {
        #expect(PercentEncoding.written(text) == address)
    }

    @Test(
        "a path in Markdown keeps its letters, and nothing in it ends the destination or means something else",
        arguments: [
            ("a b.txt", "a%20b.txt"), ("1#泵站.txt", "1%23泵站.txt"), ("a:b.txt", "a%3Ab.txt"),
            ("x/a:b.txt", "x/a:b.txt"), ("甲(乙).txt", "甲%28乙%29.txt"), ("a&copy;.txt", "a%26copy;.txt"),
            ("../规程.md", "../规程.md"), ("a%20b.txt", "a%2520b.txt"), ("a*b_c|d.txt", "a%2Ab%5Fc%7Cd.txt"),
        ])
    func destination(names: String, written: String) {
        #expect(PercentEncoding.destination(ofPath: names) == written)
    }

    @Test("decoding an encoded name gives the name back, byte for byte, whatever is in it")
    func roundTrip() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            " ", "%", "#", "?", ":", "&", "+", "\"", "'", "<", ">", "泵", "😀", "e\u{301}", "é", "%20", "%2F", "%E6",
            "&amp;", "(", ")", "[", "]", "|", "*", "_", "~", ",", ";", "=", "@", "\\", "\t", "a", "1",
        ]
        for _ in 0..<5_000 {
            let name = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
            for encoded in [
                PercentEncoding.path(name), PercentEncoding.destination(ofPath: name),
                PercentEncoding.fragment(ofID: name),
            ] {
                #expect(Array(PercentEncoding.decoded(encoded).utf8) == Array(name.utf8), "\(name) → \(encoded)")
                #expect(PercentEncoding.written(PercentEncoding.path(name)) == PercentEncoding.path(name))
            }
            #expect(URLReference(PercentEncoding.path(name)) == URLReference(PercentEncoding.destination(ofPath: name)))
        }
    }

    @Test(
        "a reference is divided at its first question mark and hash",
        arguments: [
            ("/search/?q=路面", "/search/", "q=路面", nil), ("a.md#art-8", "a.md", nil, "art-8"),
            ("a.md#x?y", "a.md", nil, "x?y"), ("?q=1#x", "", "q=1", "x"), ("a%23b?c%3F#d%20e", "a#b", "c%3F", "d%20e"),
            ("a.md#", "a.md", nil, nil), ("a?", "a", nil, nil),
        ] as [(String, String, String?, String?)])
    func reference(text: String, path: String, query: String?, fragment: String?) {
        let reference = URLReference(text)
        #expect(reference.path == path && reference.query == query && reference.fragment == fragment)
    }
}
