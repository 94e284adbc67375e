import Fields

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
            enterprises: enterprises, associations: associations, attachments: attachments, unusable: unusable,
            published: published)
    }
}
