import Diagnostics

/// A place where a rule does not hold, with the reason that its editor gives.
package struct Exemption: Sendable {
    /// What the exemption covers.
    package enum Scope: Sendable {
        /// Whole files, by their paths.
        case files(Set<String>)
        /// Bytes of the file the exemption stands in.
        case bytes(Range<Int>)
    }

    package let rule: Rule
    /// Where the exemption itself stands.
    package let range: SourceRange
    package let scope: Scope

    package init(_ rule: Rule, at range: SourceRange, scope: Scope) {
        self.rule = rule
        self.range = range
        self.scope = scope
    }

    /// - Parameter path: the file of the finding, also for one that only shows on the file's page.
    func covers(_ finding: Diagnostic, path: String) -> Bool {
        guard finding.rule == rule else { return false }
        switch scope {
        case .files(let paths): return paths.contains(path)
        case .bytes(let bytes):
            guard let place = finding.range, place.file.path == range.file.path else { return false }
            return place.bytes.lowerBound >= bytes.lowerBound
                && place.bytes.lowerBound < max(bytes.upperBound, bytes.lowerBound + 1)
        }
    }
}
