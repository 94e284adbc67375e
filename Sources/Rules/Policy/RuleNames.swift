import Diagnostics

/// Findings about the names of rules in settings and exemptions.
package enum RuleNames {
    /// - Parameter allowsGroups: whether `group/*` may be written.
    package static func unknown(_ name: Located<String>, allowsGroups: Bool) -> Diagnostic {
        var known = RuleCatalogue.rules.map(\.name)
        if allowsGroups { known += Set(RuleCatalogue.rules.map { $0.group + "/*" }).sorted() }
        let suggestion = NearestName.suggestion(for: name.value, among: known)
        return Diagnostic(
            .unknownRuleName, at: name.range,
            message: LocalizedText(zh: "没有规则“\(name.value)”。", en: "There is no rule “\(name.value)”."),
            help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
                ?? LocalizedText(zh: "全部规则见 showcase explain。", en: "showcase explain lists all rules."),
            replacement: suggestion)
    }

    package static func notAdjustable(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .ruleNotAdjustable, at: name.range,
            message: LocalizedText(
                zh: "规则“\(name.value)”不能改动，也不能关掉。", en: "The rule “\(name.value)” can be neither changed nor exempted."),
            help: LocalizedText(zh: "请改正内容。", en: "Mend the content instead."))
    }
}
