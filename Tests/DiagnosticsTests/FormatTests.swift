import Foundation
import FoundationXML
import Testing

@testable import Diagnostics
@testable import Rules

@Suite("Formats for other programs")
struct FormatTests {
    private static let file = SourceFile(path: "content/甲 乙.md", text: "第一行\n见[首页](abuot.md)，𠮷再见<&\"\n")

    private static let report: DiagnosticReport = {
        let start = "第一行\n见[首页](".utf8.count
        let late = start + "abuot.md)，𠮷".utf8.count
        return DiagnosticReport.of([
            Diagnostic(
                .brokenLink, at: file.range(start..<start + "abuot.md".utf8.count),
                message: LocalizedText(zh: "找不到“<abuot>&.md”。\n第二行", en: "There is no “<abuot>&.md”.\nsecond"),
                help: LocalizedText(zh: "是否应为“about.md”？", en: "Did you mean “about.md”?"),
                related: [Diagnostic.Related(LocalizedText(zh: "这里", en: "here"), at: file.range(0..<9))],
                replacement: "about.md", url: "/a/"),
            Diagnostic(.rawHTML, at: file.range(late..<late + 3), message: LocalizedText(zh: "标签。", en: "A tag.")),
            Diagnostic(.linkToItself, at: file.range(0..<3), message: LocalizedText(zh: "自己。", en: "Itself.")),
            Diagnostic(.outputBrokenLink, at: nil, message: LocalizedText(zh: "没有目标。", en: "Nowhere."), url: "/b/"),
        ])
    }()

    private func render(_ format: OutputFormat, _ report: DiagnosticReport = report) -> String {
        format.render(report, language: .en, isColored: false)
    }

    @Test("SARIF has what the standard requires of a log, a run, a result and a region")
    func sarif() throws {
        let log = try #require(try JSONSerialization.jsonObject(with: Data(render(.sarif).utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "showcase")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        for rule in rules {
            let text = try #require((rule["fullDescription"] as? [String: String])?["text"])
            #expect(text.firstMatch(of: /\.[A-Z]/) == nil, "sentences stand apart: \(text)")
        }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 4)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            #expect(["error", "warning", "note"].contains(result["level"] as? String))
            #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
            #expect((result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]?.count == 16)
            // Code scanning services refuse a result without a place.
            let locations = try #require(result["locations"] as? [[String: Any]])
            #expect(locations.count == 1)
            for location in locations {
                let physical = try #require(location["physicalLocation"] as? [String: Any])
                let artifact = try #require(physical["artifactLocation"] as? [String: Any])
                let isOfSite = result["ruleId"] as? String == "output/broken-link"
                #expect(
                    artifact["uri"] as? String == (isOfSite ? "site.config" : "content/%E7%94%B2%20%E4%B9%99.md"))
                let region = try #require(physical["region"] as? [String: Int])
                #expect(region.values.allSatisfy { $0 >= 1 })
            }
        }
        let broken = try #require(results.first { $0["ruleId"] as? String == "link/broken" })
        let fix = try #require((broken["fixes"] as? [[String: Any]])?.first)
        let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
        let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
        #expect(
            replacement["deletedRegion"] as? [String: Int] == [
                "startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 15,
            ])
        // 𠮷 is one code point, two UTF-16 units and four bytes.
        let tag = try #require(results.first { $0["ruleId"] as? String == "markdown/raw-html" })
        let place = (tag["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        #expect((place?["region"] as? [String: Int])?["startColumn"] == 18)
    }

    @Test("GitLab's report is an array with the required members and different fingerprints")
    func gitlab() throws {
        let findings = try #require(
            try JSONSerialization.jsonObject(with: Data(render(.gitlab).utf8)) as? [[String: Any]])
        #expect(findings.count == 4)
        for finding in findings {
            #expect(Set(finding.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
            #expect(["info", "minor", "major", "critical", "blocker"].contains(finding["severity"] as? String))
            let location = try #require(finding["location"] as? [String: Any])
            #expect(location["path"] is String && (location["lines"] as? [String: Int])?["begin"] != nil)
        }
        #expect(Set(findings.compactMap { $0["fingerprint"] as? String }).count == 4)
    }

    @Test("JUnit's report has a case for each finding, and only what makes the program fail is a failure")
    func junit() throws {
        let report = try JUnitReport(render(.junit))
        // Two errors, a warning and a hint.
        #expect(report.counts == ["testsuites": 1, "testsuite": 1, "testcase": 4, "failure": 2, "system-out": 2])
        #expect(report.messages.contains("There is no “<abuot>&.md”.\nsecond"))
        #expect(report.failures == ["2", "2"])
        let strict = OutputFormat.junit.render(Self.report, language: .en, isColored: false, isStrict: true)
        #expect(try JUnitReport(strict).counts["failure"] == 3)
        #expect(try JUnitReport(strict).failures == ["3", "3"])
        let nothing = try JUnitReport(render(.junit, DiagnosticReport.empty))
        #expect(nothing.counts == ["testsuites": 1, "testsuite": 1, "testcase": 1])
    }

    @Test("JUnit's report keeps to Jenkins' schema", arguments: [false, true])
    func junitSchema(isStrict: Bool) throws {
        let text = OutputFormat.junit.render(Self.report, language: .zh, isColored: false, isStrict: isStrict)
        #expect(try JUnitReport(text).violations == [])
        // The check itself sees what the schema has not.
        let wrong =
            "<testsuites><testsuite name=\"a\"><testcase name=\"b\" file=\"c\"><system-out/><failure/></testcase></testsuite></testsuites>"
        #expect(
            try JUnitReport(wrong).violations == [
                "testsuite needs tests", "testcase has no file", "failure in testcase comes after system-out",
            ])
    }

    @Test(
        "characters that XML 1.0 forbids are in no report",
        arguments: Array(0..<0x20) + [0x7F, 0xFFFE, 0xFFFF, 0x1F600])
    func junitCharacters(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        let file = SourceFile(path: "content/a\(scalar).md", bytes: Array("甲".utf8))
        let text = "前\(scalar)后"
        let report = DiagnosticReport.of([
            Diagnostic(
                .rawHTML, at: file.start, message: LocalizedText(same: text), help: LocalizedText(same: text)),
            Diagnostic(.linkToItself, at: file.start, message: LocalizedText(same: text)),
        ])
        for isStrict in [false, true] {
            let read = try JUnitReport(
                OutputFormat.junit.render(report, language: .zh, isColored: false, isStrict: isStrict))
            #expect(read.violations == [] && read.counts["testcase"] == 2)
        }
    }

    @Test("GitHub sees the worst first, and a table with everything")
    func github() {
        let commands = render(.github).split(separator: "\n").map { String($0.prefix(while: { $0 != " " })) }
        #expect(commands == ["::error", "::error", "::warning", "::notice"])
        let table = StepSummary.markdown(Self.report, language: .en)
        #expect(table.hasPrefix("## Findings: 2 errors, 1 warning\n"))
        #expect(table.split(separator: "\n").count == 7)
        #expect(!table.contains("<abuot>"))
    }

    @Test("a baseline hides what was there, also when lines move, and nothing else; what breaks a fixed rule stays")
    func baseline() {
        let text = Baseline.text(of: Self.report)
        let same = Baseline(text).comparison(with: Self.report)
        #expect(same.report.entries.map(\.diagnostic.rule) == [.outputBrokenLink])
        #expect(same.oldCount == 3 && same.unusedCount == 0)
        let mended = Baseline(text).comparison(with: DiagnosticReport.empty)
        #expect(mended.unusedCount == 4)
        let unasked = Baseline(text).comparison(with: DiagnosticReport.empty, isChecked: { _ in false })
        #expect(unasked.unusedCount == 0)
        let moved = SourceFile(
            path: Self.file.path, text: "新的一行\n\n" + String(decoding: Self.file.bytes, as: UTF8.self))
        let shift = "新的一行\n\n".utf8.count
        let findings = Self.report.entries.map(\.diagnostic).map { finding in
            Diagnostic(
                finding.rule,
                at: finding.range.map { moved.range($0.bytes.lowerBound + shift..<$0.bytes.upperBound + shift) },
                message: finding.message, url: finding.url)
        }
        let extra = Diagnostic(.rawHTML, at: moved.range(0..<3), message: LocalizedText(zh: "标签。", en: "A tag."))
        let after = Baseline(text).comparison(with: DiagnosticReport.of(findings + [extra]))
        #expect(after.oldCount == 3)
        #expect(after.report.entries.map(\.diagnostic.rule) == [.outputBrokenLink, .rawHTML])
    }
}
