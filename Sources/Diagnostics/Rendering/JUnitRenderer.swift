import Text

/// JUnit's XML as Jenkins reads it (the schema `jenkins-junit.xsd`): a test case for each finding. Only what makes the
/// program fail is a failure, so that a report and an exit code never disagree; the rest is said in a case that passes.
enum JUnitRenderer {
    /// - Parameter isStrict: whether warnings fail as well.
    static func document(_ report: DiagnosticReport, language: MessageLanguage, isStrict: Bool) -> String {
        func isFailure(_ entry: DiagnosticReport.Entry) -> Bool {
            switch entry.diagnostic.severity {
            case .error: true
            case .warning: isStrict
            case .hint: false
            }
        }
        let failures = report.entries.count(where: isFailure)
        let numbers = "tests=\"\(max(report.entries.count, 1))\" failures=\"\(failures)\" errors=\"0\""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(numbers)>",
            "<testsuite name=\"showcase\" \(numbers)>",
        ]
        if report.entries.isEmpty { lines.append("<testcase classname=\"showcase\" name=\"check\"/>") }
        for entry in report.entries { lines.append(testCase(entry, language, isFailure: isFailure(entry))) }
        lines += ["</testsuite>", "</testsuites>"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The schema has no attributes for files and lines, so the place stands in the case's name.
    private static func testCase(_ entry: DiagnosticReport.Entry, _ language: MessageLanguage, isFailure: Bool)
        -> String
    {
        let finding = entry.diagnostic
        let place = entry.start.map { ":\($0.line):\($0.column)" } ?? ""
        let name = XMLText.escaped(finding.handedIn?.text ?? (finding.path ?? "site") + place)
        let message = XMLText.escaped(finding.message[language])
        let help = finding.help.map { XMLText.escaped($0[language]) } ?? ""
        let content =
            isFailure
            ? "<failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(help)</failure>"
            : "<system-out>\(finding.severity.rawValue): \(message)\(help.isEmpty ? "" : "\n" + help)</system-out>"
        return
            "<testcase classname=\"\(XMLText.escaped(finding.rule.name))\" name=\"\(name)\">\n\(content)\n</testcase>"
    }
}
