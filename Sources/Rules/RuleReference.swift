import Diagnostics

/// All rules of the catalogue in words, for `showcase explain` and `docs/rules.md`.
package enum RuleReference {
    /// All rules, a line each, by group.
    package static func list(language: MessageLanguage) -> String {
        let width = RuleCatalogue.rules.map(\.name.count).max() ?? 0
        var lines: [String] = []
        var group = ""
        for rule in RuleCatalogue.rules {
            if rule.group != group, !group.isEmpty { lines.append("") }
            group = rule.group
            let name = rule.name + String(repeating: " ", count: width - rule.name.count)
            lines.append("\(name)  \(RuleText.severity(of: rule, language))  \(rule.summary[language])")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The reference of all rules in both languages, as Markdown.
    package static var reference: String {
        var lines: [String] = []
        for rule in RuleCatalogue.rules {
            lines += ["### \(rule.name)", ""]
            lines.append("*\(RuleText.severity(of: rule, .en)) · \(RuleText.severity(of: rule, .zh))*")
            lines += ["", rule.summary.en + " " + rule.reason.en, "", rule.summary.zh + rule.reason.zh, ""]
            if let basis = rule.basis { lines += ["Basis: \(basis.en). 依据：\(basis.zh)。", ""] }
            lines += ["Wrong\(RuleText.place(of: rule.example, .en)):", ""] + RuleText.fenced(rule.example.wrong)
            lines += ["", "Right:", ""] + RuleText.fenced(rule.example.right) + [""]
        }
        return lines.joined(separator: "\n")
    }
}
