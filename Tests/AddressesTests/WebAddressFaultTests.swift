import Testing

@testable import Addresses

@Suite("Addresses that no browser opens")
struct WebAddressFaultTests {
    @Test(
        "what is wrong is told from the text, with the address that is meant where it is plain",
        arguments: [
            ("https://", .noHost, nil), ("http:///nohost", .noHost, nil), ("https://?q=1", .noHost, nil),
            ("https://:80/", .noHost, nil),
            ("http:///example.org/a", .noHost, "http://example.org/a"),
            ("https://[broken", .brackets, nil), ("https://[::1", .brackets, nil), ("https://[1.2]/", .brackets, nil),
            ("https:example.com", .slashes, "https://example.com"),
            ("http:/example.com/a", .slashes, "http://example.com/a"),
            ("http:/x", .slashes, nil), ("HTTP:example.com", .slashes, "http://example.com"),
            ("https://example.com:port/", .port, nil), ("https://example.com:99999/", .port, nil),
            ("https://example.com:0/", .port, nil), ("https://example.com:80:81/", .port, nil),
            ("https://example.com:８０/", .fullWidth, "https://example.com:80/"), ("https://[::1]:x/", .port, nil),
            ("https://example..com/", .emptyLabel, "https://example.com/"),
            ("https://.example.com/", .emptyLabel, "https://example.com/"),
            ("https://example.com../", .emptyLabel, "https://example.com/"),
            ("https://exa mple.com/", .space, nil), ("https://例　子.公益/", .space, nil),
            ("https:// example.com/", .space, nil),
            ("https://ｅxample．com/a", .fullWidth, "https://example.com/a"),
            ("https://example。com", .fullWidth, "https://example.com"),
            ("https://example.com。", .fullWidth, "https://example.com"),
            ("https://example.com，", .fullWidth, "https://example.com"),
            ("https://example.com）。", .fullWidth, "https://example.com"),
            ("https://example.com。/a", .fullWidth, "https://example.com/a"),
            ("http://http://example.com/a", .doubledScheme, "http://example.com/a"),
            ("https://https//example.com", .doubledScheme, "https://example.com"),
            ("http://https://example.com", .doubledScheme, "https://example.com"),
            ("https://例\u{200B}子.公益/", .character("\u{200B}"), nil), ("https://a%20b.com/", .character("%"), nil),
            ("https://exam<ple.com/", .character("<"), nil), ("https://-a.com/", .character("-"), nil),
            ("https://a-.com/", .character("-"), nil), ("https://a.-b.com/", .character("-"), nil),
            ("https://a.com-", .character("-"), nil), ("https://a.b-c.7/", .numbers, nil),
            ("http://http/", .doubledScheme, nil),
            ("https://" + String(repeating: "a.", count: 127) + "com", .tooLong, nil),
            ("https://example.com/a。", .end("。"), "https://example.com/a"),
            ("https://example.com/a）。", .end("。"), "https://example.com/a"),
            ("https://example.com/?q=1）", .end("）"), "https://example.com/?q=1"),
            ("https://example.com/a#b，", .end("，"), "https://example.com/a#b"),
            ("https://example.com/a%E3%80%82", .end("。"), "https://example.com/a"),
            ("https://example.com/%E8%B4%A8%ef%bc%89", .end("）"), "https://example.com/%E8%B4%A8"),
            ("https://example.com/质量》", .end("》"), "https://example.com/质量"),
            ("https://example.com/。", .end("。"), "https://example.com/"),
            ("https://1.2.3.999/", .numbers, nil), ("https://1.2.3/", .numbers, nil),
            ("https://" + String(repeating: "a", count: 64) + ".com/", .tooLong, nil),
        ] as [(String, WebAddressFault.Reason, String?)])
    func faults(address: String, reason: WebAddressFault.Reason, proposal: String?) {
        let fault = WebAddressFault(in: address)
        #expect(fault?.reason == reason && fault?.proposal == proposal, "\(String(describing: fault))")
    }

    @Test(
        "what browsers open has nothing wrong",
        arguments: [
            "https://example.com", "http://example.com:8080/a?b#c", "https://例子.公益/质量/",
            "https://xn--fsqu00a.xn--55qw42g/",
            "https://[2001:db8::1]:80/", "https://192.168.1.10/", "https://localhost/", "https://example.com./",
            "https://user@example.com/", "https://a_b.example.com/", "https://example.com/a//b?u=http://c..d/",
            "https://example.com/质量（班组）", "https://example.com/%EF%BC%88a%EF%BC%89", "https://example.com/怎么办？",
            "https://example.com/a。b", "https://example.com/《质量》", "https://example.com/a.",
            "https://EXAMPLE.com/", "https://1.example.com/", "https://example.com:/", "https://münchen.de/",
            "https://a--b.c-7d.e8/", "https://7-8.example/", "http://https.example/", "https://http:80/a",
            "https://" + String(repeating: "a", count: 63) + ".com/%41%", "mailto:a@b..c", "a/http://x",
        ])
    func healthy(address: String) {
        #expect(WebAddressFault(in: address) == nil)
    }

    @Test(
        "a host of another script is in Punycode; the rest stays",
        arguments: [
            ("https://例子.公益/质量?q=路#x", "https://xn--fsqu00a.xn--55qw42g/质量?q=路#x"),
            ("https://u@例子.公益:8080/", "https://u@xn--fsqu00a.xn--55qw42g:8080/"),
            ("https://example.org/例子", "https://example.org/例子"), ("mailto:例@例子.公益", "mailto:例@例子.公益"),
        ])
    func punycode(address: String, ascii: String) {
        #expect(WebHost.withASCIIHost(address) == ascii)
    }
}
