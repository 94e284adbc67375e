import Diagnostics

/// How findings count for a site: the severities of `site.config`, and the places that are exempt.
package struct CheckPolicy: Sendable {
    private let severities: [String: Severity?]
    private let exemptions: [Exemption]

    /// - Parameter settings: later ones win over earlier ones, names over groups.
    package init(settings: [RuleSetting], exemptions: [Exemption]) {
        var severities: [String: Severity?] = [:]
        for isGroup in [true, false] {
            for setting in settings where setting.pattern.value.hasSuffix("/*") == isGroup {
                for rule in RuleSetting.rules(matching: setting.pattern.value) where rule.use != .fixed {
                    severities[rule.name] = .some(setting.severity)
                }
            }
        }
        self.severities = severities
        self.exemptions = exemptions
    }

    /// How much a finding of a rule matters here; `nil` when the rule is off.
    package func severity(of rule: Rule) -> Severity? {
        if let severity = severities[rule.name] { return severity }
        return rule.use == .onRequest ? nil : rule.severity
    }

    /// The findings that count, and those about exemptions that exempt nothing.
    ///
    /// - Parameters:
    ///   - pathByURL: the source of each page, for findings that only show on finished pages.
    ///   - isChecked: whether all checks were made on a file; what is not public is checked in part.
    package func judge(
        _ findings: [Diagnostic], pathByURL: [String: String], isChecked: (String) -> Bool
    ) -> [Diagnostic] {
        guard !isUsual else { return findings.filter { $0.rule.use != .onRequest } }
        let candidates = Dictionary(grouping: exemptions.indices) { exemptions[$0].rule.name }
        var isUsed = [Bool](repeating: false, count: exemptions.count)
        var judged: [Diagnostic] = []
        for finding in findings {
            guard let severity = severity(of: finding.rule) else { continue }
            let path = Self.path(of: finding, pathByURL)
            let exempting = (candidates[finding.rule.name] ?? []).filter { exemptions[$0].covers(finding, path: path) }
            guard exempting.isEmpty else {
                for index in exempting { isUsed[index] = true }
                continue
            }
            judged.append(finding.counting(as: severity))
        }
        for (index, exemption) in exemptions.enumerated() where !isUsed[index] {
            // What another site answers today is no reason to forget what it answered yesterday.
            guard !Rule.rulesOfOtherSites.contains(exemption.rule), isChecked(exemption.range.file.path),
                severity(of: exemption.rule) != nil,
                let severity = severity(of: .unusedExemption)
            else { continue }
            var finding = Diagnostic(
                .unusedExemption, at: exemption.range,
                message: LocalizedText(
                    zh: "这里没有违反 \(exemption.rule.name) 的内容。", en: "Nothing here breaks \(exemption.rule.name)."),
                help: LocalizedText(zh: "请删去这处设置。", en: "Delete this exemption."))
            finding.severity = severity
            judged.append(finding)
        }
        return judged
    }
    /// Whether some of the findings count as errors. Which exemptions exempt nothing is known only when all findings are
    /// there, and does not matter here.
    ///
    /// - Parameter pathByURL: the source of each page, for findings that only show on finished pages.
    package func holdsErrors(_ findings: [Diagnostic], pathByURL: [String: String]) -> Bool {
        findings.contains { finding in
            guard let severity = severity(of: finding.rule) else { return false }
            let counted = isUsual ? finding : finding.counting(as: severity)
            guard counted.severity == .error else { return false }
            let path = Self.path(of: finding, pathByURL)
            return !exemptions.contains { $0.rule == finding.rule && $0.covers(finding, path: path) }
        }
    }

    /// Whether nothing is set: findings count as they are.
    private var isUsual: Bool { severities.isEmpty && exemptions.isEmpty }

    /// The content's file that a finding is about; empty for none.
    private static func path(of finding: Diagnostic, _ pathByURL: [String: String]) -> String {
        finding.range?.file.path ?? finding.url.flatMap { pathByURL[$0] } ?? ""
    }
}
