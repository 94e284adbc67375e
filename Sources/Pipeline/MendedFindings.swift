import Diagnostics

/// What a check finds in files with mends, compared with what it found before.
struct MendedFindings {
    private let after: [String: [Diagnostic]]
    private let before: [String: [Diagnostic]]

    init(_ after: DiagnosticReport, before: DiagnosticReport) {
        self.after = Self.byPath(after)
        self.before = Self.byPath(before)
    }

    private static func byPath(_ report: DiagnosticReport) -> [String: [Diagnostic]] {
        Dictionary(grouping: report.entries.map(\.diagnostic)) { $0.range?.file.path ?? "" }
    }

    /// Whether the place of a mend still breaks its rule, or breaks another one that it did not break.
    func hasSomething(at fix: SafeFixes.Fix, in path: String) -> Bool {
        let found = after[path, default: []].filter { Self.touches($0, fix.place) }
        guard !found.isEmpty, let old = fix.finding.range?.bytes else { return false }
        let known = Set(before[path, default: []].filter { Self.touches($0, old) }.map(\.rule))
        return found.contains { finding in
            finding.rule == fix.finding.rule || (finding.severity != .hint && !known.contains(finding.rule))
        }
    }

    private static func touches(_ finding: Diagnostic, _ place: Range<Int>) -> Bool {
        guard let bytes = finding.range?.bytes else { return false }
        return place.isEmpty ? bytes.contains(place.lowerBound) : bytes.overlaps(place)
    }
}
