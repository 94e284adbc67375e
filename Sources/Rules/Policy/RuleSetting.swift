import Diagnostics

/// What `site.config` says about a rule or a group of rules.
package struct RuleSetting: Sendable {
    /// The name of a rule, or `group/*`.
    package let pattern: Located<String>
    /// `nil` switches the rules off.
    package let severity: Severity?

    package init(_ pattern: Located<String>, severity: Severity?) {
        self.pattern = pattern
        self.severity = severity
    }

    /// The rules that a name or `group/*` means; none for a name that does not exist.
    package static func rules(matching pattern: String) -> [Rule] {
        guard pattern.hasSuffix("/*") else { return RuleCatalogue.rule(named: pattern).map { [$0] } ?? [] }
        return RuleCatalogue.rules.filter { $0.group + "/*" == pattern }
    }
}
