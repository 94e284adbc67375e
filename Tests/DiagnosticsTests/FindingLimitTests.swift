import Testing

@testable import Diagnostics
@testable import Rules

@Suite("Findings that repeat themselves")
struct FindingLimitTests {
    private static let text = LocalizedText(zh: "错。", en: "Wrong.")

    /// Findings of a rule, one at each byte of a file.
    private func findings(_ count: Int, _ rule: Rule = .brokenLink, in path: String = "a.md") -> [Diagnostic] {
        let file = SourceFile(path: path, bytes: [UInt8](repeating: UInt8(ascii: "\n"), count: count))
        return (0..<count).map { Diagnostic(rule, at: file.range($0..<$0 + 1), message: Self.text) }
    }

    @Test("a hundred of a rule in a file are listed, then how many more there are; all of them count")
    func perFile() {
        let report = DiagnosticReport.of(findings(100_000) + findings(100, .fileEmpty) + findings(5, in: "b.md"))
        #expect(report.count(of: .error) + report.count(of: .warning) == 100_105)
        let listed = report.listed
        #expect(listed.entries.count == 101 + 100 + 5)
        for severity in Severity.allCases { #expect(listed.count(of: severity) == report.count(of: severity)) }
        let more = listed.entries.first { $0.diagnostic.count > 1 }
        #expect(more?.diagnostic.message.en == "99900 more of these in this file are not listed.")
        #expect(more?.start == SourcePosition(line: 101, column: 1))
        #expect(report.listed.isFailure(strict: false) == report.isFailure(strict: false))
        // Cut twice, nothing is lost.
        #expect(listed.listed.count(of: .error) == report.count(of: .error))
    }

    @Test("a thousand of a rule in all files are listed")
    func perRule() {
        let report = DiagnosticReport.of((0..<5_000).flatMap { findings(1, .fileEmpty, in: "f\($0).txt") })
        let listed = report.listed.entries
        #expect(listed.count == 1_001)
        #expect(listed.last?.diagnostic.message.en == "4000 more of these in 4000 files are not listed.")
        #expect(report.listed.entries.reduce(0) { $0 + $1.diagnostic.count } == 5_000)
    }

    @Test("exactly as many as may be listed are listed", arguments: [99, 100])
    func none(count: Int) {
        let listed = DiagnosticReport.of(findings(count)).listed.entries
        #expect(listed.count == count && listed.allSatisfy { $0.diagnostic.count == 1 })
    }

    @Test("what is kept of a file while it is read is bounded, and its number is true")
    func kept() {
        let kept = FindingLimit.kept(findings(50_000) + findings(3, .fileEmpty))
        #expect(kept.count == 1_000 + 1 + 3)
        #expect(kept.reduce(0) { $0 + $1.count } == 50_003)
        let report = DiagnosticReport.of(kept)
        #expect(report.entries.reduce(0) { $0 + $1.diagnostic.count } == 50_003)
        #expect(report.listed.entries.reduce(0) { $0 + $1.diagnostic.count } == 50_003)
    }

    @Test("every format says how many are not listed", arguments: OutputFormat.allCases)
    func formats(format: OutputFormat) {
        let report = DiagnosticReport.of(findings(1_234))
        let text = format.render(report, language: .en, isColored: false)
        #expect(text.contains("1134 more of these"))
        #expect(text.count < 400_000)
    }

    @Test("a baseline holds every finding, listed or not")
    func baseline() {
        let report = DiagnosticReport.of(findings(300))
        let comparison = Baseline(Baseline.text(of: report)).comparison(with: DiagnosticReport.of(findings(299)))
        #expect(comparison.report.entries.isEmpty)
        #expect((comparison.oldCount, comparison.unusedCount) == (299, 1))
    }
}

@Suite("Places in long files")
struct LineIndexTests {
    @Test("lines and columns are those of a reader, also in lines of many blocks")
    func columns() {
        let words = (0..<9_000).map { "第\($0)个" }.joined()
        let file = SourceFile(path: "a", text: "\u{FEFF}甲乙\n" + words + "\n丙")
        #expect(file.position(ofByte: 3) == SourcePosition(line: 1, column: 1))
        #expect(file.position(ofByte: 6) == SourcePosition(line: 1, column: 2))
        let start = 3 + 7
        for offset in [0, 3, 30_000, 60_001, 80_000, words.utf8.count].map({ start + $0 }) {
            let before = String(decoding: file.bytes[start..<offset], as: UTF8.self)
            guard offset == file.bytes.count || file.bytes[offset] & 0xC0 != 0x80 else { continue }
            #expect(file.position(ofByte: offset) == SourcePosition(line: 2, column: before.count + 1))
            #expect(file.codePointPosition(ofByte: offset).column == before.unicodeScalars.count + 1)
        }
        #expect(file.position(ofByte: .max) == SourcePosition(line: 3, column: 2))
    }

    @Test("an empty file has one place")
    func empty() {
        #expect(SourceFile(path: "a", bytes: []).position(ofByte: 5) == SourcePosition(line: 1, column: 1))
    }

    @Test("a finding in a line of megabytes is shown in a few columns")
    func excerpt() {
        let file = SourceFile(path: "a", bytes: [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000))
        let findings = (0..<100).map { index in
            Diagnostic(
                .brokenLink, at: file.range(index * 29_000..<index * 29_000 + 5),
                message: LocalizedText(zh: "错。", en: "Wrong."), replacement: "y")
        }
        for format in OutputFormat.allCases {
            #expect(format.render(DiagnosticReport.of(findings), language: .zh, isColored: false).utf8.count < 200_000)
        }
    }
}
