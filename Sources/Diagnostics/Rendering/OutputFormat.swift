/// How findings are written.
package enum OutputFormat: String, Sendable, CaseIterable {
    /// For people: the line, a mark under the place, the help.
    case text
    /// `path:line:column: severity: message [rule]`.
    case plain
    /// One JSON object a line.
    case json
    /// SARIF 2.1.0, one document.
    case sarif
    /// Annotations of GitHub Actions.
    case github
    /// JUnit's XML, one document.
    case junit
    /// The code quality report of GitLab, one document.
    case gitlab

    /// All findings of a report in this format.
    ///
    /// - Parameters:
    ///   - isColored: whether text may hold terminal colours.
    ///   - columns: the width of the terminal, for text.
    ///   - isStrict: whether warnings make the program fail, for formats that say what failed.
    package func render(
        _ report: DiagnosticReport, language: MessageLanguage, isColored: Bool,
        columns: Int = TextRenderer.usualColumns, isStrict: Bool = false
    ) -> String {
        let report = report.listed
        func lines(_ entries: [DiagnosticReport.Entry], _ line: (DiagnosticReport.Entry) -> String) -> String {
            entries.map { line($0) + "\n" }.joined()
        }
        switch self {
        case .text:
            return lines(report.entries) {
                TextRenderer(language: language, isColored: isColored, columns: columns).text($0)
            }
        case .plain: return lines(report.entries) { PlainRenderer.line($0, language: language) }
        case .json: return lines(report.entries) { JSONRenderer.line($0, language: language) }
        // Of each kind only the first ten are shown.
        case .github: return lines(report.worstFirst) { GitHubRenderer.line($0, language: language) }
        case .sarif: return SARIFRenderer.document(report, language: language)
        case .junit: return JUnitRenderer.document(report, language: language, isStrict: isStrict)
        case .gitlab: return GitLabRenderer.document(report, language: language)
        }
    }
}
