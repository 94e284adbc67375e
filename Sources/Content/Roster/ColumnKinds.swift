import Diagnostics
import Fields
import Values

/// Columns of rosters by what they hold. Each takes the English and the Chinese name, and what it is for in both languages.
extension ColumnKey where Value == Located<String> {
    /// A name, which stands on one line.
    static func name(
        _ english: String, _ chinese: String, _ presence: RosterColumn.Presence = .asKnown,
        importNames: [String] = [], isAskedByForms: Bool = false, isListed: Bool = false,
        example: LocalizedText? = nil, zh: String, en: String
    ) -> Self {
        text(
            english, chinese, presence, importNames: importNames, isAskedByForms: isAskedByForms, isListed: isListed,
            example: example, zh: zh, en: en
        ) { $0.name($1, $2) }
    }

    /// Any text.
    static func text(
        _ english: String, _ chinese: String, _ presence: RosterColumn.Presence = .asKnown,
        importNames: [String] = [], isAskedByForms: Bool = false, isListed: Bool = false,
        example: LocalizedText? = nil, zh: String, en: String,
        read: @escaping @Sendable (inout RosterRowReader, Located<String>, RosterColumn) -> Value? = { _, text, _ in
            text
        }
    ) -> Self {
        ColumnKey(
            Declaration(
                schema: FieldSchema(
                    english, chinese, .text, required: presence.isAlways, example: example, zh: zh, en: en),
                presence: presence, importNames: importNames, isAskedByForms: isAskedByForms, isListed: isListed,
                canonical: { $0 }, cell: { .text($0.value) }, read: read))
    }
}

extension ColumnKey where Value == Located<FileReference> {
    /// A file or page, by its path relative to the roster or by its address.
    static func file(
        _ english: String, _ chinese: String, _ presence: RosterColumn.Presence, zh: String, en: String
    ) -> Self {
        ColumnKey(
            Declaration(
                schema: FieldSchema(
                    english, chinese, .text, required: presence.isAlways,
                    example: LocalizedText(same: "../../notices/decision.md"), zh: zh, en: en),
                presence: presence, canonical: { $0 }, cell: { .text($0.value.text) },
                read: { _, text, _ in text.map(FileReference.init) }))
    }
}

extension ColumnKey where Value == Located<Int> {
    /// A number of persons.
    static func count(
        _ english: String, _ chinese: String, _ limits: ClosedRange<Int>, importNames: [String] = [],
        isAskedByForms: Bool = false, isListed: Bool = false, zh: String, en: String
    ) -> Self {
        ColumnKey(
            Declaration(
                schema: FieldSchema(
                    english, chinese, .integer, .range(Double(limits.lowerBound)...Double(limits.upperBound)),
                    example: LocalizedText(same: "12"), zh: zh, en: en),
                importNames: importNames, isAskedByForms: isAskedByForms, isListed: isListed,
                canonical: { text in
                    StatedValue.persons(text).flatMap { limits.contains($0) ? String($0) : nil }
                },
                cell: { .integer($0.value) }, read: { $0.count($1, $2, within: limits) }))
    }
}

extension ColumnKey where Value == Located<CalendarDate> {
    static func day(
        _ english: String, _ chinese: String, _ presence: RosterColumn.Presence = .asKnown,
        importNames: [String] = [], isListed: Bool = false, zh: String, en: String
    ) -> Self {
        ColumnKey(
            Declaration(
                schema: FieldSchema(
                    english, chinese, .date, required: presence.isAlways, example: LocalizedText(same: "2020-05-15"),
                    zh: zh, en: en),
                presence: presence, importNames: importNames, isListed: isListed,
                canonical: { StatedValue.day($0)?.description }, cell: { .text($0.value.description) },
                read: { $0.day($1, $2) }))
    }
}

extension ColumnKey {
    /// One word of a vocabulary.
    ///
    /// - Parameter stated: the word that a text means; words alone where nothing else is understood.
    static func word<Word: VocabularyWord>(
        _ english: String, _ chinese: String, _ presence: RosterColumn.Presence = .asKnown,
        importNames: [String] = [], usual: Word? = nil, isListed: Bool = false, zh: String, en: String,
        stated: @escaping @Sendable (String) -> Word? = { Word(word: $0) }
    ) -> Self where Value == Located<Word> {
        ColumnKey(
            Declaration(
                schema: FieldSchema(
                    english, chinese, .word(Word.words), required: presence.isAlways, zh: zh, en: en),
                presence: presence, importNames: importNames, usual: usual?.rawValue, isListed: isListed,
                canonical: { stated($0)?.rawValue }, cell: { .word(of: $0.value) }, read: { $0.word($1, $2, stated) }))
    }
}

extension RosterColumn.Presence {
    fileprivate var isAlways: Bool { if case .always = self { true } else { false } }
}
