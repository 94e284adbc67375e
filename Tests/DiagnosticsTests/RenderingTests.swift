import Foundation
import Testing

@testable import Diagnostics
@testable import Rules

@Suite("Showing findings")
struct RenderingTests {
    private let file = SourceFile(path: "content/甲.md", text: "第一行\n见[首页](abuot.md)，再见\n")
    private let rule = Rule.brokenLink

    private func report(_ range: Range<Int>, related: [Diagnostic.Related] = []) -> DiagnosticReport {
        DiagnosticReport.of([
            Diagnostic(
                rule, at: file.range(range),
                message: LocalizedText(zh: "找不到“abuot.md”。", en: "There is no “abuot.md”."),
                help: LocalizedText(zh: "是否应为“about.md”？", en: "Did you mean “about.md”?"), related: related,
                replacement: "about.md", url: "/a/")
        ])
    }

    /// The bytes of `abuot.md`.
    private var place: Range<Int> {
        let start = "第一行\n见[首页](".utf8.count
        return start..<start + "abuot.md".utf8.count
    }

    @Test("text shows message, place, line, a mark that counts Han characters as two columns, and help")
    func text() {
        #expect(
            OutputFormat.text.render(report(place), language: .zh, isColored: false) == """
                错误[link/broken]: 找不到“abuot.md”。
                  --> content/甲.md:2:7
                  |
                2 | 见[首页](abuot.md)，再见
                  |          ^^^^^^^^
                  帮助：是否应为“about.md”？
                  - 见[首页](abuot.md)，再见
                  + 见[首页](about.md)，再见


                """)
    }

    @Test("a second place has its own excerpt with a note")
    func related() {
        let note = Diagnostic.Related(LocalizedText(zh: "这里", en: "here"), at: file.range(0..<9))
        let text = OutputFormat.text.render(report(place, related: [note]), language: .en, isColored: false)
        #expect(text.contains("1 | 第一行\n  | ------ here\n"))
    }

    @Test("findings with one cause are one finding there, of the worst rule, with their number and first places")
    func causes() throws {
        let cause = Diagnostic.Cause(
            LocalizedText(zh: "“甲.md”是草稿", en: "“甲.md” is a draft"), help: LocalizedText(zh: "请改。", en: "Change it."),
            at: file.range(0..<9))
        func finding(_ rule: Rule, _ lower: Int) -> Diagnostic {
            Diagnostic(
                rule, at: file.range(lower..<lower + 3), message: LocalizedText(zh: "甲", en: "a"), cause: cause)
        }
        let all = DiagnosticReport.of([
            finding(.linkNotPublished, 10), finding(.linkNotPublished, 13), finding(.configurationAsOf, 0),
            finding(.linkNotPublished, 26), finding(.linkNotPublished, 29), finding(.linkNotPublished, 32),
        ])
        let folded = try #require(all.entries.first?.diagnostic)
        #expect(all.entries.count == 1)
        #expect(folded.rule == .linkNotPublished && folded.severity == .error && folded.range == cause.range)
        #expect(folded.message.en == "“甲.md” is a draft, but public content leads there from 5 places.")
        #expect(folded.message.zh == "“甲.md”是草稿，公开的内容却有 5 处指向它。")
        #expect(folded.related.map(\.range.bytes.lowerBound) == [10, 13, 26])

        // One alone stays where it is, and the lesser rule says nothing new.
        let single = DiagnosticReport.of([finding(.linkNotPublished, 10), finding(.configurationAsOf, 0)])
        #expect(single.entries.map(\.diagnostic.range?.bytes.lowerBound) == [10])
    }

    @Test("plain is one line that editors understand")
    func plain() {
        #expect(
            OutputFormat.plain.render(report(place), language: .en, isColored: false)
                == "content/甲.md:2:7: error: There is no “abuot.md”. [link/broken]\n")
    }

    @Test("json has the documented keys, positions in characters")
    func json() throws {
        let line = OutputFormat.json.render(report(place), language: .en, isColored: false)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(
            object.keys.sorted()
                == [
                    "column", "endColumn", "endLine", "file", "fix", "help", "line", "message", "rule", "severity",
                    "url",
                ])
        #expect(object["line"] as? Int == 2)
        #expect(object["column"] as? Int == 7)
        #expect(object["endColumn"] as? Int == 15)
    }

    @Test("annotations escape what would end them")
    func github() {
        let hostile = Diagnostic(
            rule, at: SourceFile(path: "a,b:c.md", text: "x").range(0..<1),
            message: LocalizedText(zh: "50%\n::error::", en: "50%\n::error::"))
        let line = OutputFormat.github.render(DiagnosticReport.of([hostile]), language: .en, isColored: false)
        #expect(
            line
                == "::error file=a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=2,title=link/broken::50%25%0A::error::\n"
        )
    }

    @Test("control characters of the content are shown, not obeyed")
    func controls() {
        let file = SourceFile(path: "a.md", text: "a\u{1B}[31mb\u{202E}c\n")
        let finding = Diagnostic(rule, at: file.range(0..<1), message: LocalizedText(zh: "\u{1B}[0m", en: "\u{1B}[0m"))
        let text = OutputFormat.text.render(DiagnosticReport.of([finding]), language: .en, isColored: false)
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test("findings are sorted by place and each is shown once")
    func order() {
        let first = Diagnostic(rule, at: file.range(0..<1), message: LocalizedText(zh: "一", en: "1"))
        let second = Diagnostic(rule, at: file.range(10..<11), message: LocalizedText(zh: "二", en: "2"))
        let report = DiagnosticReport.of([second, first, second])
        #expect(report.entries.map(\.diagnostic.message.en) == ["1", "2"])
        #expect(report.count(of: .error) == 2)
        #expect(report.isFailure(strict: false))
    }

    @Test("thousands of findings in one large file are placed quickly enough to be shown")
    func manyFindings() {
        let file = SourceFile(path: "big.md", text: String(repeating: "一行文字\n", count: 20_000))
        let findings = (0..<5_000).map {
            Diagnostic(rule, at: file.range($0 * 52..<$0 * 52 + 3), message: LocalizedText(zh: "\($0)", en: "\($0)"))
        }
        #expect(DiagnosticReport.of(findings).entries.last?.start?.line == 4_999 * 4 + 1)
    }

    @Test(
        "the nearest name also among short Chinese ones",
        arguments: [("摘安", "摘要"), ("sumary", "summary"), ("班组入数", "班组人数"), ("完全不同", nil as String?)])
    func nearest(name: String, expected: String?) {
        #expect(NearestName.suggestion(for: name, among: ["title", "summary", "摘要", "班组人数"]) == expected)
    }

    @Test("numbers of persons are masked in paths and addresses as well, where no rule asks for them")
    func maskedAddresses() {
        let text = "见[表](files/13812345678.docx)，编号 1234567890。\n"
        let file = SourceFile(path: "content/17012345678.md", text: text)
        let start = "见[表](".utf8.count
        let finding = Diagnostic(
            .brokenLink, at: file.range(start..<start + "files/13812345678.docx".utf8.count),
            message: LocalizedText(zh: "找不到“13812345678.docx”。", en: "There is no “13812345678.docx”."),
            help: LocalizedText(zh: "请写“/a/13812345678”。", en: "Write “/a/13812345678”."),
            related: [
                Diagnostic.Related(LocalizedText(zh: "11010119000101009X", en: "11010119000101009X"), at: file.start)
            ],
            replacement: "files/13812345678.pdf", url: "/17012345678/")
        for format in OutputFormat.allCases {
            let shown = format.render(DiagnosticReport.of([finding]), language: .en, isColored: false)
            for number in ["13812345678", "17012345678", "11010119000101009X"] {
                #expect(!shown.contains(number), "\(format) \(shown)")
            }
            if format == .text { #expect(shown.contains("编号 1234567890")) }
        }
    }

    @Test("what is known of persons is masked in every format, also in other findings about the line")
    func masked() {
        let file = SourceFile(path: "content/a.md", text: "---\nmembers: 13800138000\n---\n")
        let range = file.range(13..<24)
        let findings = [
            Diagnostic(.mobileNumber, at: range, message: LocalizedText(zh: "手机。", en: "A number.")),
            Diagnostic(
                .metaType, at: range, message: LocalizedText(zh: "不能是“13800138000”。", en: "Not “13800138000”."),
                help: LocalizedText(zh: "13800138000", en: "13800138000"), replacement: "13800138000"),
        ]
        for format in OutputFormat.allCases {
            for language in MessageLanguage.allCases {
                let text = format.render(DiagnosticReport.of(findings), language: language, isColored: false)
                #expect(!text.contains("13800138000") && !text.contains("00138"), "\(format)")
            }
        }
    }
}
