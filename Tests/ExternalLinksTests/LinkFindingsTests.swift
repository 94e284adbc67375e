import Diagnostics
import Rules
import Testing

@testable import ExternalLinks

@Suite("Findings about links to other sites")
struct LinkFindingsTests {
    /// Each URL of a text, at its place.
    private func links(_ text: String) -> [ExternalLink] {
        let file = SourceFile(path: "content/about.md", text: text)
        var offset = 0
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            defer { offset += word.utf8.count + 1 }
            return ExternalLink(String(word), at: file.range(offset..<offset + word.utf8.count), url: "/about/")
        }
    }

    private func findings(_ text: String, _ verdict: LinkVerdict) -> [Diagnostic] {
        let links = links(text)
        let verdicts = Dictionary(links.compactMap(\.address).map { ($0, verdict) }) { first, _ in first }
        return LinkFindings(links).findings(verdicts)
    }

    @Test("every place of a dead link is reported")
    func places() {
        let findings = findings("https://example.org/a#1 https://example.org/a#2", .dead(.notFound))
        #expect(findings.map { $0.range?.start.column } == [1, 25])
        #expect(findings.allSatisfy { $0.rule == .deadLink && $0.severity == .error && $0.url == "/about/" })
    }

    @Test(
        "the words of each verdict",
        arguments: [
            (.dead(.notFound), "example.org 答复没有这个网页（404）。", "example.org says that there is no such page (404)."),
            (.dead(.gone), "example.org 答复这个网页已经撤下（410）。", "example.org says that the page is gone (410)."),
            (.dead(.noSuchHost), "域名 example.org 不存在。", "There is no host example.org."),
            (
                .unverified(.status(403)), "不能断定链接是否有效：对方拒绝程序访问（403）。",
                "Could not tell whether the link works: the site turns programs away (403)."
            ),
            (
                .unverified(.timedOut), "不能断定链接是否有效：对方没有及时答复。",
                "Could not tell whether the link works: the site did not answer in time."
            ),
            (
                .moved(to: "https://example.com/"), "网页已永久搬到 https://example.com/。",
                "The page has moved for good to https://example.com/."
            ),
            (
                .privateAddress(host: "10.0.0.1"), "链接转到本机或内网的地址 10.0.0.1，读者打不开。",
                "The link is redirected to 10.0.0.1, an address of a private network, which readers cannot open."
            ),
        ] as [(LinkVerdict, String, String)])
    func words(verdict: LinkVerdict, zh: String, en: String) {
        let finding = findings("https://example.org/", verdict).first
        #expect(finding?.message.zh == zh)
        #expect(finding?.message.en == en)
    }

    @Test("a page that is there is no finding, nor is a link that was not asked for")
    func silence() {
        #expect(findings("https://example.org/", .alive).isEmpty)
        #expect(LinkFindings(links("https://example.org/")).findings([:]).isEmpty)
    }

    @Test("the new address keeps the place on the page")
    func place() {
        let finding = findings("https://example.org/old#art-3", .moved(to: "https://example.org/new")).first
        #expect(finding?.replacement == "https://example.org/new#art-3")
        #expect(finding?.rule == .movedLink && finding?.severity == .hint)
    }

    @Test("a private address is found without asking")
    func privateAddress() {
        let finding = LinkFindings(links("http://localhost:8000/ https://example.org/")).privateAddresses
        #expect(finding.map(\.message.zh) == ["localhost 是本机或内网的地址，读者打不开。"])
    }

    @Test("an address that no browser opens is told without asking, and only once")
    func malformed() {
        let links = LinkFindings(links("https:// http:/example.com https://10.0.0.1:x/"))
        #expect(links.malformedAddresses.map(\.rule) == [.malformedLink, .malformedLink, .malformedLink])
        #expect(links.malformedAddresses.map(\.replacement) == [nil, "http://example.com", nil])
        #expect(links.findings([:]).isEmpty && links.privateAddresses.isEmpty)
    }
}
