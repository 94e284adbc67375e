import Diagnostics
import TestSupport
import Testing

@testable import Content
@testable import Values

@Suite("Front matter")
struct FrontMatterTests {
    private func findings(_ text: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "content/notices/x.md", text: text)
        guard let path = SitePath(file.path) else { return [] }
        _ = DocumentEntryReader.read(file, path: path, kind: .notice, findings: &findings)
        return findings
    }

    @Test(
        "a mistake is found at its place",
        arguments: [
            ("meta/unknown-field", "---\ntitle: 甲\ndate: 2020-05-15\nkind: call\n⟦dat⟧: 1\n---\n"),
            ("meta/type", "---\ntitle: 甲\ndate: ⟦2020-02-30⟧\nkind: call\n---\n"),
            ("meta/type", "---\n标题: 甲\n日期: 2020-05-15\n类别: ⟦通之⟧\n---\n"),
            ("meta/type", "---\ntitle: 甲\ndate: 2020-05-15\nkind: call\nedition: ⟦二〇二〇⟧\n---\n"),
            ("meta/type", "---\ntitle: ⟦[甲]⟧\ndate: 2020-05-15\nkind: call\n---\n"),
            ("meta/duplicate-field", "---\ntitle: 甲\ndate: 2020-05-15\nkind: call\n⟦标题⟧: 乙\n---\n"),
            ("meta/duplicate-field", "---\ntitle: 甲\ndate: 2020-05-15\nkind: call\n⟦title⟧: 乙\n---\n"),
            ("meta/missing-field", "---\n⟦title⟧: 甲\nkind: call\n---\n"),
            ("meta/syntax", "---\ntitle: 甲\ndate⟦：⟧2020-05-15\nkind: call\n---\n"),
            ("meta/syntax", "---\ntitle: 甲\nkind: call\ndate: 2020-05-15\n⟦\t⟧edition: 2020\n---\n"),
            ("meta/forbidden-yaml", "---\ntitle: ⟦&a 甲⟧\ndate: 2020-05-15\nkind: call\n---\n"),
            ("meta/forbidden-yaml", "---\ntitle: ⟦*a⟧\ndate: 2020-05-15\nkind: call\n---\n"),
            ("meta/forbidden-yaml", "---\ntitle: ⟦!!binary 甲⟧\ndate: 2020-05-15\nkind: call\n---\n"),
            ("meta/syntax", "⟦⟧title: 甲\n"),
            ("meta/syntax", "⟦---⟧\ntitle: 甲\n"),
        ])
    func place(rule: String, marked: String) throws {
        let expected = MarkedText(marked)
        let found = findings(expected.text)
        let first = try #require(found.first { $0.rule.name == rule }, "\(found.map(\.message.en))")
        #expect(first.range?.start == SourcePosition(line: expected.line, column: expected.column))
    }

    @Test("line ends of Windows and a byte order mark change no position")
    func windows() throws {
        let text = "\u{FEFF}---\r\ntitle: 甲\r\ndate: 2020-05-15\r\nkind: call\r\nedition: x\r\n---\r\n正文\r\n"
        let found = findings(text)
        #expect(found.map(\.rule.name) == ["meta/type"])
        #expect(found.first?.range?.start == SourcePosition(line: 5, column: 10))
    }

    @Test("Chinese and English names mean the same")
    func names() {
        #expect(findings("---\n标题: 甲\n日期: 2020-05-15\n类别: 通知\n---\n").isEmpty)
        #expect(findings("---\ntitle: 甲\n日期: 2020-05-15\nkind: 通知\n---\n").isEmpty)
    }

    @Test("a wrong field is answered with the nearest name")
    func suggestion() {
        let found = findings("---\ntitle: 甲\ndate: 2020-05-15\nkind: call\natachments: [x]\n---\n")
        #expect(found.first?.help?.en == "Did you mean “attachments”?")
        #expect(found.first?.replacement == "attachments")
    }

    @Test("values that YAML would type otherwise stay text")
    func text() {
        #expect(findings("---\ntitle: no\ndate: 2020-05-15\nkind: call\n---\n").isEmpty)
        #expect(findings("---\ntitle: 2020\ndate: \"2020-05-15\"\nkind: call\n---\n").isEmpty)
    }

    @Test("a list inside lists inside lists is refused, not followed")
    func depth() {
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(!findings("---\ntitle: \(deep)\ndate: 2020-05-15\nkind: call\n---\n").isEmpty)
    }

    @Test(
        "a value that cannot be taken as it stands is one finding",
        arguments: [
            ("标题: &a 甲\n", "meta/forbidden-yaml"), ("标题: *a\n", "meta/forbidden-yaml"),
            ("标题: !!str 12\n", "meta/forbidden-yaml"), ("标题: ! 甲\n", "meta/forbidden-yaml"),
            ("标题: |\n  甲\n  乙\n", "meta/type"), ("标题: \"甲\\n乙\"\n", "meta/type"), ("标题: 甲\n\n  乙\n", "meta/type"),
            ("标题: ? 甲\n", "meta/syntax"), ("标题:甲\n", "meta/syntax"), ("标题: 是的: 不\n", "meta/syntax"),
        ])
    func oneFinding(fields: String, rule: String) throws {
        let found = try MarkedSite(["content/a.md": "---\n" + fields + "---\n\n正文。\n"]).diagnostics()
        #expect(found.map(\.rule.name) == [rule])
        #expect(found.allSatisfy { !$0.message.zh.contains("allowed") })
    }

    @Test("a bomb of anchors ends in a finding at once")
    func bomb() {
        var text = "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
        for (previous, next) in zip("abcdefgh", "bcdefghi") {
            let items = Array(repeating: "*\(previous)", count: 9).joined(separator: ", ")
            text += "\(next): &\(next) [\(items)]\n"
        }
        #expect(findings(text + "---\n").contains { $0.rule.name == "meta/forbidden-yaml" })
    }

    @Test("changed bytes never crash the reader", arguments: 0..<300)
    func mutations(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Array(
            "---\ntitle: \"甲：乙\"\ndate: 2020-05-15\nkind: call\nattachments:\n  - a.docx\n  - {b: c}\n---\n\n# 正文\n"
                .utf8)
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...127, using: &random)
            case 1: bytes.remove(at: index)
            default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: index)
            }
        }
        let result = FileParsing.parse(
            Workspace.Listing(path: "content/notices/x.md", size: bytes.count, isSymbolicLink: false),
            reader: .memory(["content/notices/x.md": bytes]), checks: CheckSettings(), bodies: .atOnce)
        for finding in result.findings {
            #expect((finding.range?.bytes.upperBound ?? 0) <= bytes.count)
        }
    }
}
