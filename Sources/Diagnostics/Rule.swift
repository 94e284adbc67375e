/// A rule that content is held to. Its name is stable: editors, configuration and scripts refer to it.
///
/// The rules themselves stand in `Rules/`, one file a group.
package struct Rule: Sendable, Hashable {
    /// `group/what-is-wrong`, in kebab case.
    package let name: String
    package let severity: Severity
    /// One sentence: what the rule demands.
    package let summary: LocalizedText

    package init(_ name: String, _ severity: Severity, zh: String, en: String) {
        self.name = name
        self.severity = severity
        self.summary = LocalizedText(zh: zh, en: en)
    }

    package static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
