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

    /// What is known of persons is masked in every entry.
    package init(_ diagnostics: [Diagnostic]) {
        let mask = PersonalDataMask(diagnostics)
        let diagnostics = Self.folded(FindingCauses.folded(diagnostics)).map(mask.masked)
        var seen: Set<Diagnostic> = []
        let entries = diagnostics.filter { seen.insert($0).inserted }.map { diagnostic in
            Entry(
                diagnostic: diagnostic,
                start: diagnostic.range?.start, end: diagnostic.range?.end)
        }
        func key(_ entry: Entry) -> (String, Int, Int, String, String) {
            (
                entry.diagnostic.range?.file.path ?? "", entry.start?.line ?? 0, entry.start?.column ?? 0,
                entry.diagnostic.rule.name, entry.diagnostic.message.en
            )
        }
        self.entries = entries.sorted { key($0) < key($1) }
    }

    /// Findings about persons that are listed of one kind in one file: a list of telephones is one mistake.
    private static let maximumPersonalFindings = 20

    /// The findings without those that repeat what the first of their file say; the last one tells how many there are.
    private static func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func key(_ finding: Diagnostic) -> String { "\(finding.rule.name) \(finding.range?.file.path ?? "")" }
        var counts: [String: Int] = [:]
        for finding in diagnostics where finding.rule.group == "privacy" { counts[key(finding), default: 0] += 1 }
        guard counts.values.contains(where: { $0 > maximumPersonalFindings }) else { return diagnostics }
        var kept: [String: Int] = [:]
        return diagnostics.compactMap { finding in
            guard let total = counts[key(finding)], finding.rule.group == "privacy", total > maximumPersonalFindings
            else { return finding }
            kept[key(finding), default: 0] += 1
            guard let number = kept[key(finding)], number <= maximumPersonalFindings else { return nil }
            guard number == maximumPersonalFindings else { return finding }
            return Diagnostic(
                finding.rule, at: finding.range,
                message: LocalizedText(
                    zh: "\(finding.message.zh)本文件中这类内容共 \(total) 处。",
                    en: "\(finding.message.en) The file has \(total) of this kind."),
                help: finding.help, related: finding.related, replacement: finding.replacement, url: finding.url
            ).counting(as: finding.severity)
        }
    }

    /// A report of the same findings in which what repeats itself is cut short.
    private init(entries: [Entry]) { self.entries = entries }

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
