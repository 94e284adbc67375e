/// Findings that were there before and are to be mended later: a list of fingerprints, which hold no line numbers, so
/// that edits elsewhere in a file leave them what they are.
package struct Baseline: Sendable {
    private let fingerprints: Set<String>

    /// Reads the lines `fingerprint rule path`; what follows the first space is for people.
    package init(_ text: String) {
        fingerprints = Set(
            text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap {
                $0.split(separator: " ").first.map(String.init)
            })
    }

    /// The findings that are not in the baseline, and how many are.
    package func new(in report: DiagnosticReport) -> (report: DiagnosticReport, oldCount: Int) {
        let new = zip(report.entries, report.fingerprints)
            // What breaks a fixed rule cannot be shown, or must not be; waiting does not change that.
            .filter { $0.0.diagnostic.rule.use == .fixed || !fingerprints.contains($0.1) }.map(\.0.diagnostic)
        return (DiagnosticReport(new), report.entries.count - new.count)
    }

    /// The text of a baseline with all findings of a report.
    package static func text(of report: DiagnosticReport) -> String {
        let lines = zip(report.entries, report.fingerprints).map { entry, fingerprint in
            "\(fingerprint) \(entry.diagnostic.rule.name) \(entry.diagnostic.range?.file.path ?? entry.diagnostic.url ?? "")"
        }
        let head = "# Findings to be mended later; written by `showcase check --update-baseline`. 留待以后改正的检查结果。\n"
        return head + lines.sorted().map { $0 + "\n" }.joined()
    }
}
