import Content
import Diagnostics
import Pipeline
import Rules
import TestSupport
import Testing

@Suite("Proposals of findings, and what --fix does with them")
struct ProposalTests {
    private static func about(_ text: String) -> [String: String] {
        [
            "content/about.md": "---\ntitle: 关于\n---\n\n见[办法](rules/measures.md)。\(text)\n",
            "content/files/a b.txt": "文字\n", "content/files/1#泵站.txt": "文字\n",
        ]
    }

    @Test(
        "a proposal is a destination that works, and never what stands there",
        arguments: [
            ("[x](files/a+b.txt)", "link/broken “files/a+b.txt” → “files/a%20b.txt”"),
            ("[x](files/1#泵站.txt)", "link/broken “files/1#泵站.txt” → “files/1%23泵站.txt”"),
            ("[x](<files/a_b.txt>)", "link/broken “files/a_b.txt” → “files/a%20b.txt”"),
            ("[x][r]\n\n[r]: files/a+b.txt", "link/broken “files/a+b.txt” → “files/a%20b.txt”"),
            ("[x](https://example.org/qc/nope/xyz/abc/)", "link/broken “https://example.org/qc/nope/xyz/abc/”"),
            (
                "[x](https://example.org/qc/rules/measure/?p=1#x)",
                "link/broken “https://example.org/qc/rules/measure/?p=1#x” → “https://example.org/qc/rules/measures/?p=1#x”"
            ),
            (
                "[x](https://example.org/qc/rules/measures.html)",
                "link/broken “https://example.org/qc/rules/measures.html” → “https://example.org/qc/rules/measures/”"
            ),
            ("[x](/rules/measures.md?p=1)", "link/broken “/rules/measures.md?p=1” → “/rules/measures/?p=1”"),
            ("[x](https:/example.com/a)", "link/malformed “https:/example.com/a” → “https://example.com/a”"),
            ("[x](https://example..com/)", "link/malformed “https://example..com/” → “https://example.com/”"),
            ("[x](https://)", "link/malformed “https://”"),
            ("[x](https://example.com。)", "link/malformed “https://example.com。” → “https://example.com”"),
            (
                "[x](https://example.org:443/qc/rules/measure/)",
                "link/broken “https://example.org:443/qc/rules/measure/” → “https://example.org:443/qc/rules/measures/”"
            ),
            ("[x](/content/rules/measures.md)", "link/broken “/content/rules/measures.md” → “/rules/measures/”"),
            ("[x](/a)", "link/broken “/a”"),
            (
                "[x](rules/measures/index.md#art-8)",
                "link/broken “rules/measures/index.md#art-8” → “rules/measures.md#art-8”"
            ),
            ("[x](awards/2020/js-002.md)", "link/broken “awards/2020/js-002.md” → “awards/2020/js-002/index.md”"),
            ("[x](awards/2020/js-003.md)", "link/broken “awards/2020/js-003.md”"),
            ("[x](/awards/2020/js-003/)", "link/broken “/awards/2020/js-003/”"),
            ("[x](/awards/2021/js-002/)", "link/broken “/awards/2021/js-002/”"),
            ("![图上有什么](rules/measures.md)", "link/broken “rules/measures.md”"),
            (
                "[x](https://exa mple.com/)",
                "markdown/failed-link “[x](https://exa mple.com/)” → “[x](https://example.com/)”"
            ),
            (
                "[x](https://example.com/a b)",
                "markdown/failed-link “[x](https://example.com/a b)” → “[x](<https://example.com/a b>)”"
            ),
        ])
    func proposals(text: String, line: String) throws {
        let site = try AddressedSite(Self.about(text))
        let lines = AddressedSite.lines(try site.check(), of: "content/about.md")
        #expect(lines.filter { !$0.hasPrefix("link/text") } == [line])
    }

    @Test("each malformed address of another site is told, without a network, and nothing else is said of it")
    func malformed() throws {
        let site = try AddressedSite(
            Self.about(
                "[一号](https://) [二号](http:///nohost) [三号](https://[broken) [四号](https:example.com) [五号](https://example.com:port/) [六号](https://example..com/)"
            ))
        let lines = AddressedSite.lines(try site.check(), of: "content/about.md")
        #expect(lines.count == 6 && lines.allSatisfy { $0.hasPrefix("link/malformed ") }, "\(lines)")
    }

    @Test("what --fix counts is gone in the next check; running it again changes nothing")
    func fixes() throws {
        let site = try AddressedSite(
            Self.about(
                "[一号](files/a+b.txt)、[二号](files/1#泵站.txt)、[三号](https://example.org/qc/nope/)、[四号](https://example.org/qc/rules/measure/)"
            ))
        site.write(
            "---\ntitle: 申报通知\ndate: 2020-05-15\nkind: call\nedition: 2020\nattachments: [../files/a+b.txt, ../files/1#泵站.txt]\n---\n\n请按时申报。\n",
            to: "content/notices/call.md")
        let outcome = try site.fix()
        #expect(outcome.files.flatMap(\.fixes).count == 4, "\(outcome)")
        #expect(
            try site.read("content/about.md").contains(
                "[一号](files/a%20b.txt)、[二号](files/1%23泵站.txt)、[三号](https://example.org/qc/nope/)、[四号](https://example.org/qc/rules/measures/)"
            ))
        #expect(try site.read("content/notices/call.md").contains("[../files/a b.txt, ../files/1#泵站.txt]"))
        let again = try site.fix()
        #expect(again.files.isEmpty, "\(again)")
        #expect(
            AddressedSite.lines(try site.check(), of: "content/about.md") == [
                "link/broken “https://example.org/qc/nope/”"
            ])
    }

    @Test("a mend that the check would find again is left, and named")
    func useless() throws {
        let site = try AddressedSite(Self.about("[一号](files/a+b.txt)"))
        let report = try site.check()
        // A check that goes on to find the link wrong, whatever is written.
        let outcome = SafeFixes.outcome(of: report, in: site.workspace) { files in
            let bytes = files["content/about.md"] ?? []
            let file = SourceFile(path: "content/about.md", bytes: bytes)
            return DiagnosticReport.of([
                Diagnostic(.failedLink, at: file.range(0..<bytes.count), message: LocalizedText(zh: "错", en: "wrong"))
            ])
        }
        #expect(
            outcome.files.isEmpty && outcome.obstacles.count == 1,
            "\(outcome.files.map { String(decoding: $0.bytes, as: UTF8.self) })")
    }

    @Test("no finding of any rule's example proposes what stands there", arguments: RuleCatalogue.rules)
    func neverItself(rule: Rule) throws {
        guard case .page = rule.example.frame else { return }
        let site = try AddressedSite(["content/about.md": "---\ntitle: 关于\n---\n\n" + rule.example.wrong])
        for finding in try site.check().entries.map(\.diagnostic) {
            guard let range = finding.range, let proposal = finding.replacement else { continue }
            #expect(!range.file.bytes[range.bytes].elementsEqual(proposal.utf8), "\(finding.message.en)")
        }
    }
}
