import Fields
import Rules
import Values

/// Everything that was read from a site, typed, with positions, in the order of paths.
package struct SiteContent: Sendable {
    package let configuration: SiteConfiguration
    package let editions: [EditionEntry]
    package let writeUps: [WriteUpEntry]
    package let documents: DocumentLists
    package let enterprises: [EnterpriseEntry]
    package let associations: [AssociationEntry]
    /// The groups of `synonyms.yaml`: words that mean the same to search.
    package let synonyms: [[String]]
    /// Files below `content/` that are neither Markdown nor data, by path.
    package let attachments: [SitePath: AttachmentFile]
    /// What is there but has errors. References to it are not reported on top of them.
    package let unusable: Unusable
    /// Addresses that were published before.
    package let published: PublishedAddresses

    /// Content that could not be made into entries, each with a finding of its own.
    package struct Unusable: Sendable {
        /// Paths of files.
        package var paths: Set<String> = []
        /// Teams as `2020/zj-003`.
        package var teams: Set<String> = []
        /// Years of rosters that could not be read, or not all rows of which could.
        package var rosterYears: Set<Int> = []

        /// Whether a finding tells already why there is no such team: its row, its roster or its edition has errors.
        ///
        /// - Parameter key: `2020/zj-003`.
        package func explains(team key: String) -> Bool {
            guard !teams.contains(key) else { return true }
            let folder = "content/awards/" + key.prefix { $0 != "/" }
            return paths.contains(folder + "/roster.csv") || paths.contains(folder + "/index.md")
        }
    }

    /// Every Markdown file, public or not.
    package var allPages: [Page] {
        editions.map(\.page) + writeUps.map(\.page) + documents.all.map(\.page)
    }

    /// Every exemption that a file makes. Most files make none, and copying thousands of pages to find out takes longer
    /// than all else that follows a change.
    package var exemptions: [Exemption] {
        var exemptions = (editions.map(\.page) + documents.all.map(\.page)).flatMap(\.exemptions)
        for writeUp in writeUps where !writeUp.page.exemptions.isEmpty { exemptions += writeUp.page.exemptions }
        return exemptions
    }

    /// The same content with another configuration.
    package func configured(_ configuration: SiteConfiguration) -> SiteContent {
        SiteContent(
            configuration: configuration, editions: editions, writeUps: writeUps, documents: documents,
            enterprises: enterprises, associations: associations, synonyms: synonyms, attachments: attachments,
            unusable: unusable, published: published)
    }
}

extension SiteContent {
    /// The same content with the write-ups that have no team as pages by themselves, for a preview that shows as much as
    /// can be shown.
    package var withWriteUpsAlone: SiteContent {
        let alone = writeUps.filter { unusable.paths.contains($0.page.path.text) }
        guard !alone.isEmpty else { return self }
        var documents = documents
        documents[.page] += alone.map { DocumentEntry(kind: .page, page: $0.page, values: FieldValues()) }
        return SiteContent(
            configuration: configuration, editions: editions, writeUps: writeUps, documents: documents,
            enterprises: enterprises, associations: associations, synonyms: synonyms, attachments: attachments,
            unusable: unusable, published: published)
    }
}
