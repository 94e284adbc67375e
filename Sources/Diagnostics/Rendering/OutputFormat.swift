/// How findings are written.
package enum OutputFormat: String, Sendable, CaseIterable {
    /// For people: the line, a mark under the place, the help.
    case text
    /// `path:line:column: severity: message [rule]`.
    case plain
    /// One JSON object a line.
    case json
    /// Annotations of GitHub Actions.
    case github

    /// All findings of a report in this format.
    ///
    /// - Parameter isColored: whether text may hold terminal colours.
    package func render(_ report: DiagnosticReport, language: MessageLanguage, isColored: Bool) -> String {
        let lines = report.entries.map { entry in
            switch self {
            case .text: TextRenderer(language: language, isColored: isColored).text(entry)
            case .plain: PlainRenderer.line(entry, language: language)
            case .json: JSONRenderer.line(entry, language: language)
            case .github: GitHubRenderer.line(entry, language: language)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
