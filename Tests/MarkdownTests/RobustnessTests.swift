import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Hostile and odd texts")
struct RobustnessTests {
    private static let count = 50_000

    private static let units = [
        "*a **a ", "a_ ", "_a ", "a]", "[a", "*a_ ", "[ a_", "[ (](", "![[]()", "[", "> ", "[a](<b", "[a](b", "</<!--",
        "a<!--", "![p", ">", "-", "_", "*", "`a ", "~~a ", "**“a", "[^a]", "- ", "x|", "&#42;*", "\\*", "http://a",
        "<sub>",
        "第一条", "\u{0}",
    ]

    /// A text that is too long for a log.
    struct LongText: CustomTestStringConvertible, Sendable {
        let text: String
        /// How it begins, and its length.
        var testDescription: String {
            "\(text.prefix(12).debugDescription)… (\(text.utf8.count) bytes, \(text.count { $0.isNewline }) lines)"
        }

        init(_ text: String) { self.text = text }
    }

    private static var corpus: [LongText] { texts.map(LongText.init) }

    private static var texts: [String] {
        units.flatMap { unit -> [String] in
            let line = String(repeating: unit, count: max(1, 400 / unit.utf8.count)) + "\n"
            return [
                String(repeating: unit, count: count), String(repeating: unit + "\n", count: count / 4),
                String(repeating: line, count: 200_000 / line.utf8.count),
            ]
        } + [
            String(repeating: "[", count: count) + "a" + String(repeating: "]", count: count),
            (1...5000).map { "e" + String(repeating: "`", count: $0) }.joined(),
            String(repeating: "aaa\rbbb\n-\u{B}\n", count: count / 3),
            String(repeating: "x|", count: 64) + "\n" + String(repeating: "-|", count: 64) + "\n"
                + String(repeating: "x|\n", count: count),
            (0..<10_000).map { "[\($0)]: /u\n" }.joined(), String(repeating: "# a\n", count: count),
            (0..<500).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined(),
            String(repeating: "# {#a}\n", count: 20_000),
            String(repeating: "*a **a ", count: 60) + String(repeating: "a** a*", count: 60),
        ]
    }

    @Test("pathological texts end", arguments: corpus)
    func pathological(text: LongText) {
        // A bound for what would have no end, far above what any of them takes.
        #expect(ProcessorTime.seconds { Parsed(text.text) } < 60)
    }

    @Test(
        "what is too complex is an error at its line, and the text is shown as it is",
        arguments: [
            (LongText(String(repeating: "甲", count: 90_000)), 1),
            (LongText("a\n" + String(repeating: "b", count: 17_000)), 2),
            (LongText("a\n\n" + String(repeating: "> ", count: 101) + "x"), 3),
            (LongText("a\n" + String(repeating: "a_ ", count: 501)), 2),
            (LongText(String(repeating: "|a", count: 65) + "|\n" + String(repeating: "|-", count: 65) + "|\n"), 1),
            (LongText("a|b\n-|-\n" + String(repeating: "c\n", count: 20_000)), 10_002),
        ])
    func limits(text: LongText, line: Int) {
        let parsed = Parsed(text.text + "<script>")
        #expect(parsed.rules == ["markdown/too-complex"])
        #expect(parsed.diagnostics.first?.range?.start.line == line)
        #expect(parsed.html.hasPrefix("<pre class=\"unparsed\">"))
        #expect(parsed.html.hasSuffix("&lt;script&gt;</pre>"))
    }

    @Test("an ordinary large table is no problem")
    func largeTable() {
        let rows = String(repeating: "| 甲 | 乙 | 丙 | 丁 |\n", count: 4000)
        let parsed = Parsed("| 一 | 二 | 三 | 四 |\n| - | - | - | - |\n" + rows)
        #expect(parsed.rules.isEmpty)
    }

    @Test("U+0000 and bytes that are not UTF-8 become U+FFFD")
    func invalidBytes() {
        #expect(Parsed("a\u{0}b").html == "<p>a\u{FFFD}b</p>")
        let parsed = Parsed(SourceFile(path: "a.md", bytes: [0x61, 0xFF, 0xE8, 0xB4, 0x0A, 0x62]))
        #expect(String(validating: parsed.document.html, as: UTF8.self) != nil)
    }

    @Test("offsets outside the file and empty texts give an empty document")
    func empty() {
        #expect(Parsed("", from: 0).html.isEmpty)
        #expect(Parsed("甲", from: 99).html.isEmpty)
        #expect(Parsed("\n\r\n \n").html.isEmpty)
        #expect(Parsed("\u{FEFF}# 甲").document.headings.first?.id == "甲")
    }

    private static let sample = """
        # 质量 **“信得过”**班组 {#top}

        本班组[管理办法](../rules/a.md "题")，*QC* 小组~~旧~~https://example.com/a_(b)。<sub>2</sub>脚注[^1]
        续行 <b>raw</b> `码` ![图](a.png) &amp; \\* <!-- c --> 第二行[b](javascript:x)

        | 甲 | 乙 |
        | :-: | --: |
        | **1。**的 | [c](d) \\| e |

        > - [x] 完成
        >   1. 二

        第十二条 内容

        [^1]: 注释
        """

    @Test("mutated texts never break the promises of a document")
    func mutations() {
        var generator = SeededGenerator(seed: 42)
        let seeds = Array(Self.sample.utf8)
        let inserts = [
            "**", "*", "~~", "[", "](", ")", "<script>", "`", "|", "\n", "> ", "\r", "。", "“", "[^1]", "{#a}", "\\",
            "&#42;", "\t", "http://",
        ]
        for _ in 0..<3000 {
            var bytes = seeds
            for _ in 0..<Int(generator.next() % 8) + 1 {
                let index = Int(generator.next() % UInt64(bytes.count))
                switch generator.next() % 4 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
                case 1: bytes.removeSubrange(index..<min(index + Int(generator.next() % 20), bytes.count))
                case 2: bytes.insert(contentsOf: inserts[Int(generator.next() % UInt64(inserts.count))].utf8, at: index)
                default: bytes.append(contentsOf: bytes[index..<min(index + 60, bytes.count)])
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            Self.check(Parsed(SourceFile(path: "a.md", bytes: bytes), marksArticles: true), bytes)
        }
    }

    private static func check(_ parsed: Parsed, _ bytes: [UInt8]) {
        let html = String(decoding: parsed.document.html, as: UTF8.self)
        #expect(!html.contains("<script") && !html.contains("javascript:x\""))
        #expect(String(validating: parsed.document.html, as: UTF8.self) != nil)
        var previous = 0
        for reference in parsed.document.references {
            #expect(reference.htmlOffset >= previous && reference.htmlOffset <= parsed.document.html.count)
            let before = parsed.document.html[..<reference.htmlOffset].suffix(reference.kind == .link ? 3 : 5)
            #expect(before.elementsEqual((reference.kind == .link ? "<a " : "<img ").utf8))
            #expect(reference.range.bytes.upperBound <= bytes.count)
            previous = reference.htmlOffset
        }
        #expect(isBalanced(parsed.document.html))
        #expect(Set(parsed.document.headings.map(\.id)).count == parsed.document.headings.count)
        for diagnostic in parsed.diagnostics { #expect(diagnostic.range != nil) }
    }

    /// Whether every element closes where it was opened.
    private static func isBalanced(_ html: [UInt8]) -> Bool {
        var open: [String] = []
        for piece in html.split(separator: UInt8(ascii: "<")).dropFirst(html.first == UInt8(ascii: "<") ? 0 : 1) {
            let name = String(decoding: piece.prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") }, as: UTF8.self)
            if ["br", "hr", "img", "input"].contains(name) { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }

    @Test("parsing in parallel gives what parsing in turn gives")
    func parallel() async {
        let texts = (0..<100).map { number in
            SourceFile(
                path: "\(number).md", text: Self.sample + "\n\n## 第\(number)节\n\n~~删\(number)~~ **“\(number)”**是")
        }
        let serial = texts.map { Parsed($0, marksArticles: true) }
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<1250).allSatisfy { round in
                        let number = (round * 7 + task * 13) % texts.count
                        let parsed = Parsed(texts[number], marksArticles: true)
                        return parsed.document.html == serial[number].document.html
                            && parsed.diagnostics == serial[number].diagnostics
                            && parsed.document.references == serial[number].document.references
                            && parsed.document.headings == serial[number].document.headings
                            && parsed.document.plainText == serial[number].document.plainText
                    }
                }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}
