import Diagnostics
import Testing

@testable import ExternalLinks

@Suite("Addresses of other sites")
struct WebAddressTests {
    @Test(
        "an address is asked for in ASCII, without fragment and user",
        arguments: [
            ("https://Example.ORG", "https://example.org/"),
            ("HTTPS://example.org/a#b", "https://example.org/a"),
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
            ("https://user:secret@example.org/", "https://example.org/"),
            ("http://例子.测试/路径", "http://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF%E5%BE%84"),
            ("http://example.org:8080/%41", "http://example.org:8080/%41"),
            ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
        ])
    func text(written: String, asked: String) { #expect(WebAddress(written)?.text == asked) }

    @Test(
        "what is no http URL is no address",
        arguments: ["https://", "mailto:a@b.c", "/path", "ftp://example.org/", ""])
    func others(text: String) { #expect(WebAddress(text) == nil) }

    @Test(
        "hosts that only the writer's network knows are private",
        arguments: [
            "localhost", "LOCALHOST.", "a.localhost", "printer.local", "intranet", "files.internal", "nas.home.arpa",
            "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0.0.0.0", "10.0.0.1", "100.64.0.1",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "224.0.0.1", "255.255.255.255", "[::1]",
            "[::]", "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]",
            "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]",
        ])
    func privateHosts(host: String) { #expect(WebAddress("http://\(host)/")?.isPrivate == true) }

    @Test(
        "others are not",
        arguments: [
            "example.org", "local.example.org", "mylocal.cn", "9.255.255.255", "11.0.0.1", "100.63.255.255",
            "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1", "198.18.0.1", "223.255.255.255",
            "[2001:db8::1]", "[2400:3200::1]", "[::ffff:8.8.8.8]", "[64:ff9b::808:808]", "[2002:808:808::]",
        ])
    func publicHosts(host: String) { #expect(WebAddress("http://\(host)/")?.isPrivate == false) }

    @Test("links that differ in their place on the page have one address")
    func fragments() {
        let range = SourceFile(path: "a.md", text: "").start
        let links = ["https://example.org/a#1", "https://example.org/a#2"].map { ExternalLink($0, at: range, url: nil) }
        #expect(Set(links.map(\.address)).count == 1)
    }
}
