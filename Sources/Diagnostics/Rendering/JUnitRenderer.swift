import XMLWriting

/// JUnit's XML, as continuous integration servers read it: a test case for each finding, errors and warnings as failures.
enum JUnitRenderer {
    static func document(_ report: DiagnosticReport, language: MessageLanguage) -> String {
        let failures = report.entries.count { $0.diagnostic.severity != .hint }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>",
            "<testsuite name=\"showcase\" tests=\"\(max(report.entries.count, 1))\" failures=\"\(failures)\">",
        ]
        if report.entries.isEmpty { lines.append("<testcase classname=\"showcase\" name=\"check\"/>") }
        for entry in report.entries { lines.append(testCase(entry, language)) }
        lines += ["</testsuite>", "</testsuites>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func testCase(_ entry: DiagnosticReport.Entry, _ language: MessageLanguage) -> String {
        let finding = entry.diagnostic
        let path = finding.range?.file.path ?? "site"
        let line = entry.start?.line ?? 1
        let head =
            "<testcase classname=\"\(XMLText.escaped(path))\" name=\"\(XMLText.escaped(finding.rule.name)) \(line):\(entry.start?.column ?? 1)\" file=\"\(XMLText.escaped(path))\" line=\"\(line)\""
        guard finding.severity != .hint else { return head + "/>" }
        let help = finding.help.map { XMLText.escaped($0[language]) } ?? ""
        return head
            + ">\n<failure type=\"\(finding.severity.rawValue)\" message=\"\(XMLText.escaped(finding.message[language]))\">\(help)</failure>\n</testcase>"
    }
}
