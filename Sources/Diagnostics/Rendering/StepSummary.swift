/// All findings as a table in Markdown, for the summary of a step of GitHub Actions: annotations beyond the tenth of a
/// kind are not shown there.
package enum StepSummary {
    /// GitHub takes 1 MiB a step.
    private static let maximumByteCount = 900 * 1024

    package static func markdown(_ report: DiagnosticReport, language: MessageLanguage) -> String {
        let report = report.listed
        let isChinese = language == .zh
        let errors = report.count(of: .error)
        let warnings = report.count(of: .warning)
        var text =
            isChinese
            ? "## 检查结果：错误 \(errors) 个，警告 \(warnings) 个\n\n"
            : "## Findings: \(errors.counting("error")), \(warnings.counting("warning"))\n\n"
        guard !report.entries.isEmpty else { return text }
        text += isChinese ? "| 轻重 | 位置 | 说明 | 规则 |\n" : "| severity | place | message | rule |\n"
        text += "| --- | --- | --- | --- |\n"
        for (index, entry) in report.worstFirst.enumerated() {
            let finding = entry.diagnostic
            let place =
                finding.range.map { "\($0.file.path):\(entry.start?.line ?? 1):\(entry.start?.column ?? 1)" }
                ?? finding.handedIn?.text ?? finding.url ?? ""
            let cells = [
                finding.severity.rawValue, place,
                finding.message[language] + (finding.help.map { " " + $0[language] } ?? ""),
                finding.rule.name,
            ]
            let row = "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
            guard text.utf8.count + row.utf8.count < maximumByteCount else {
                let rest = report.entries.count - index
                return text + (isChinese ? "\n另有 \(rest) 条。\n" : "\n\(rest) more.\n")
            }
            text += row
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        VisibleText.oneLine(text.replacing("\n", with: " ")).replacing("\\", with: "\\\\").replacing("|", with: "\\|")
            .replacing("<", with: "&lt;")
    }
}

extension DiagnosticReport {
    /// Errors, then warnings, then hints, each in the order of places.
    package var worstFirst: [Entry] {
        Severity.allCases.flatMap { severity in entries.filter { $0.diagnostic.severity == severity } }
    }
}
