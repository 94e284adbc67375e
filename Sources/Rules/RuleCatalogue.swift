import Diagnostics

/// All rules, in the order of their groups.
package enum RuleCatalogue {
    package static let rules: [Rule] =
        Rule.linkRules + Rule.markdownRules + Rule.textRules + Rule.frontMatterRules + Rule.awardRules
        + Rule.rosterRules
        + Rule.fileRules + Rule.formRules + Rule.privacyRules + Rule.pageRules + Rule.typographyRules
        + Rule.configurationRules
        + Rule.themeRules + Rule.importRules

    /// The rule of a name.
    package static func rule(named name: String) -> Rule? { byName[name] }

    private static let byName = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
