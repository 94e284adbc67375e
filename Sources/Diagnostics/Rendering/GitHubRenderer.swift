/// A workflow command of GitHub Actions, which shows as an annotation at the line.
enum GitHubRenderer {
    static func line(_ entry: DiagnosticReport.Entry, language: MessageLanguage) -> String {
        let diagnostic = entry.diagnostic
        let command =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .hint: "notice"
            }
        var properties: [String] = []
        if let path = diagnostic.path { properties.append("file=\(escaped(path))") }
        if let start = entry.start, let end = entry.end {
            properties += ["line=\(start.line)", "col=\(start.column)"]
            if end.line == start.line { properties += ["endLine=\(end.line)", "endColumn=\(end.column)"] }
        }
        properties.append("title=\(escaped(diagnostic.rule.name))")
        var message = diagnostic.message[language]
        if let help = diagnostic.help { message += "\n" + help[language] }
        return "::\(command) \(properties.joined(separator: ","))::\(escapedData(message))"
    }

    private static func escapedData(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func escaped(_ text: String) -> String {
        escapedData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
