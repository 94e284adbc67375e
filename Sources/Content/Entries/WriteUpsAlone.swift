extension SiteContent {
    /// The same content with the write-ups that have no team as pages by themselves, for a preview that shows as much as
    /// can be shown.
    package var withWriteUpsAlone: SiteContent {
        let alone = writeUps.filter { unusable.paths.contains($0.page.path.text) }
        guard !alone.isEmpty else { return self }
        return SiteContent(
            configuration: configuration, editions: editions, writeUps: writeUps, practices: practices,
            notices: notices, rules: rules, forms: forms, pages: pages + alone.map { PageEntry(page: $0.page) },
            enterprises: enterprises, associations: associations, attachments: attachments, unusable: unusable)
    }
}
