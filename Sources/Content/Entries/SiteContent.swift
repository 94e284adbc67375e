import Diagnostics

/// Everything that was read from a site, typed, with positions, in the order of paths.
package struct SiteContent: Sendable {
    package let configuration: SiteConfiguration
    package let editions: [EditionEntry]
    package let writeUps: [WriteUpEntry]
    package let practices: [PracticeEntry]
    package let notices: [NoticeEntry]
    package let rules: [RuleEntry]
    package let forms: [FormEntry]
    package let pages: [PageEntry]
    package let enterprises: [EnterpriseEntry]
    package let associations: [AssociationEntry]
    /// Files below `content/` that are neither Markdown nor data, by path.
    package let attachments: [SitePath: AttachmentFile]

    /// The same content with another configuration.
    package func configured(_ configuration: SiteConfiguration) -> SiteContent {
        SiteContent(
            configuration: configuration, editions: editions, writeUps: writeUps, practices: practices,
            notices: notices, rules: rules, forms: forms, pages: pages, enterprises: enterprises,
            associations: associations, attachments: attachments)
    }
}
