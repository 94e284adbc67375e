/// What cells of a roster mean whatever way they are written, for those who compare rosters or write them.
package enum RosterCells {
    /// One form for all ways of writing a value: keys of vocabularies, short names of provinces, `YYYY-MM-DD`, plain
    /// numbers; `nil` for a text that the column cannot hold.
    package static func canonical(_ text: String, in column: RosterColumn) -> String? {
        let text = text.trimmingSpaces
        guard !text.isEmpty else { return "" }
        switch column {
        case .id, .enterpriseID: return Slug.isValid(text) ? text : nil
        case .province: return Province(named: text)?.shortName
        case .mode: return StatedValue.mode(text)?.rawValue
        case .standing: return Standing(word: text)?.rawValue
        case .honors:
            guard let honors = StatedValue.honors(text) else { return nil }
            return honors.map(\.rawValue).joined(separator: ";")
        case .members:
            guard let number = StatedValue.persons(text), memberCounts.contains(number) else { return nil }
            return String(number)
        case .withdrawnOn: return StatedValue.day(text)?.description
        case .team, .enterprise, .recommender, .reason, .decision, .source: return text
        }
    }

    /// How many members a team can have.
    package static let memberCounts = 1...100_000

    /// A canonical value as a roster in Chinese or English has it.
    package static func written(_ canonical: String, in column: RosterColumn, isChinese: Bool) -> String {
        guard isChinese else { return canonical }
        switch column {
        case .mode: return ApplicationMode(rawValue: canonical)?.chineseWord ?? canonical
        case .standing: return Standing(rawValue: canonical)?.chineseWord ?? canonical
        case .honors:
            return canonical.split(separator: ";").map { Honor(rawValue: String($0))?.chineseWord ?? String($0) }
                .joined(separator: ";")
        case .id, .team, .enterprise, .province, .recommender, .members, .withdrawnOn, .reason, .decision,
            .enterpriseID, .source:
            return canonical
        }
    }

    /// What may stand in a column with a vocabulary, for messages; `nil` for other columns.
    package static func choices(in column: RosterColumn) -> String? {
        let words: [FieldSchema.Word]
        switch column {
        case .mode: words = ApplicationMode.words
        case .standing: words = Standing.words
        case .honors: words = Honor.words
        default: return nil
        }
        return words.map { "\($0.key)（\($0.chinese)）" }.joined(separator: "、")
    }
}
