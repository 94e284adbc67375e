/// Cuts lists of findings about persons short: a list of telephones is one mistake.
enum PersonalDataFolding {
    /// Findings that are listed of one kind in one file.
    private static let maximumPersonalFindings = 20

    /// The findings without those that repeat what the first of their file say; the last one tells how many there are.
    static func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
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
}
