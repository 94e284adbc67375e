import Diagnostics

/// Findings that were there before and are to be mended later: a list of fingerprints, which hold no line numbers, so
/// that edits elsewhere in a file leave them what they are.
package struct Baseline: Sendable {
    /// The name of its rule by each fingerprint.
    private let entries: [String: String]

    /// Reads the lines `fingerprint rule path`; the path is for people.
    package init(_ text: String) {
        let words = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: " ")
        }
        entries = Dictionary(
            words.compactMap { line in line.first.map { (String($0), line.count > 1 ? String(line[1]) : "") } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A report without what a baseline holds.
    package struct Comparison: Sendable {
        package let report: DiagnosticReport
        /// How many findings are in the baseline.
        package let oldCount: Int
        /// How many entries of the baseline no finding has any more.
        package let unusedCount: Int
    }

    /// The findings that are not in the baseline.
    ///
    /// - Parameter isChecked: whether the rule of a name was looked at.
    package func comparison(with report: DiagnosticReport, isChecked: (String) -> Bool = { _ in true }) -> Comparison {
        let old = zip(report.entries, report.fingerprints)
            // What breaks a fixed rule cannot be shown, or must not be; waiting does not change that.
            .filter { $0.0.diagnostic.rule.use != .fixed && entries[$0.1] != nil }.map(\.0.diagnostic)
        let known = Set(old)
        let found = Set(report.fingerprints)
        let unused = entries.filter { !found.contains($0.key) }
        return Comparison(
            report: report.filtered { !known.contains($0) }, oldCount: old.count,
            unusedCount: unused.count { isChecked($0.value) })
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
