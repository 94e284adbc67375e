/// A rule that content is held to. Its name is stable: editors, configuration and scripts refer to it.
///
/// The rules themselves stand in the module `Rules`, one file a group; `RuleCatalogue` lists them.
package struct Rule: Sendable, Hashable {
    /// What may be done about a rule in `site.config` and in single files.
    package enum Use: Sendable {
        /// It may be made milder or stricter, or be switched off.
        case adjustable
        /// It cannot be switched off: what breaks it cannot be shown, or must not be.
        case fixed
        /// It says nothing until `site.config` asks for it.
        case onRequest
    }

    /// `group/what-is-wrong`, in kebab case.
    package let name: String
    /// How much a finding matters unless `site.config` says otherwise.
    package let severity: Severity
    package let use: Use
    /// One sentence: what the rule demands.
    package let summary: LocalizedText
    /// Why, and how to mend what breaks it.
    package let reason: LocalizedText
    /// The article or standard the rule rests on, where there is one.
    package let basis: LocalizedText?
    private let makeExample: @Sendable () -> RuleExample

    package init(
        _ name: String, _ severity: Severity, _ use: Use = .adjustable, zh: String, en: String,
        reason: LocalizedText, basis: LocalizedText? = nil, example: @autoclosure @escaping @Sendable () -> RuleExample
    ) {
        self.name = name
        self.severity = severity
        self.use = use
        self.summary = LocalizedText(zh: zh, en: en)
        self.reason = reason
        self.basis = basis
        makeExample = example
    }

    /// What breaks the rule, and the same as it should be. Made anew whenever it is asked for: some examples are large,
    /// and a build shows none.
    package var example: RuleExample { makeExample() }

    /// The part of the name before the slash.
    package var group: String { String(name.prefix { $0 != "/" }) }

    package static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
