/// All findings of a run, sorted, each once.
package struct DiagnosticReport: Sendable {
    /// A finding with its places computed.
    package struct Entry: Sendable {
        package let diagnostic: Diagnostic
        package let start: SourcePosition?
        package let end: SourcePosition?
    }

    /// By file, line, column and rule; findings without a place come first.
    package let entries: [Entry]

    /// A report without findings.
    package static let empty = DiagnosticReport(entries: [])

    /// The report of findings as they were judged: what has one cause, or repeats itself, becomes one finding, and what is
    /// known of persons is masked in all of them. There is no other way to a report, so that none shows a person's data.
    ///
    /// Findings are folded as they were found, since only those know their causes; what is masked follows from all that
    /// were found, those among them that are not shown.
    package static func of(_ judged: [Diagnostic]) -> DiagnosticReport {
        let folded = PersonalDataFolding.folded(FindingCauses.folded(judged))
        let mask = PersonalDataMask(judged)
        return DiagnosticReport(sorting: folded.map(mask.masked))
    }

    /// Findings as they are shown, sorted, each once.
    private init(sorting findings: [Diagnostic]) {
        var seen: Set<Diagnostic> = []
        let entries = findings.filter { seen.insert($0).inserted }.map { diagnostic in
            let position = diagnostic.handedIn?.position
            return Entry(
                diagnostic: diagnostic, start: diagnostic.range?.start ?? position,
                end: diagnostic.range?.end ?? position)
        }
        func key(_ entry: Entry) -> (String, Int, Int, String, String) {
            (
                entry.diagnostic.path ?? "", entry.start?.line ?? 0, entry.start?.column ?? 0,
                entry.diagnostic.rule.name, entry.diagnostic.message.en
            )
        }
        self.entries = entries.sorted { key($0) < key($1) }
    }

    private init(entries: [Entry]) { self.entries = entries }

    /// The report of some of these findings.
    package func filtered(_ isIncluded: (Diagnostic) -> Bool) -> DiagnosticReport {
        DiagnosticReport(entries: entries.filter { isIncluded($0.diagnostic) })
    }

    /// The report with findings of another one.
    ///
    /// - Parameter change: a finding as it is added; `nil` for one that stays out.
    package func adding(from other: DiagnosticReport, _ change: (Diagnostic) -> Diagnostic?) -> DiagnosticReport {
        DiagnosticReport(sorting: entries.map(\.diagnostic) + other.entries.compactMap { change($0.diagnostic) })
    }

    /// The report as it is shown: of one rule at most 100 findings a file and 1,000 in all, then how many more there are.
    /// What counts is the same.
    package var listed: DiagnosticReport { DiagnosticReport(entries: FindingLimit.listed(entries)) }

    /// How many findings have a severity.
    package func count(of severity: Severity) -> Int {
        entries.reduce(0) { $0 + ($1.diagnostic.severity == severity ? $1.diagnostic.count : 0) }
    }

    /// Whether the findings keep the site from being published.
    ///
    /// - Parameter isStrict: whether warnings do.
    package func isFailure(strict isStrict: Bool) -> Bool {
        count(of: .error) > 0 || (isStrict && count(of: .warning) > 0)
    }
}
