import Text

/// The code quality report of GitLab: an array of findings, each under a fingerprint of its own.
enum GitLabRenderer {
    static func document(_ report: DiagnosticReport, language: MessageLanguage) -> String {
        let findings = zip(report.entries, report.fingerprints).map { entry, fingerprint -> JSONValue in
            let finding = entry.diagnostic
            let severity =
                switch finding.severity {
                case .error: "major"
                case .warning: "minor"
                case .hint: "info"
                }
            return [
                "description": .string(finding.message[language] + (finding.help.map { " " + $0[language] } ?? "")),
                "check_name": .string(finding.rule.name), "fingerprint": .string(fingerprint),
                "severity": .string(severity),
                "location": [
                    "path": .string(finding.path ?? "site.config"),
                    "lines": ["begin": .integer(entry.start?.line ?? 1)],
                ],
            ]
        }
        return String(decoding: JSONValue.array(findings).bytes(isPretty: true), as: UTF8.self)
    }
}
