import Diagnostics
import Values

/// Fields by what they hold. Each takes the English and the Chinese name, and what the field is for in both languages; with
/// `isListed` lists of teams have the value in a column of their own.
extension FieldKey where Value == Located<String> {
    /// - Parameter form: what must hold of the text, told to editing programs; its reader says what is wrong with it.
    package static func text(
        _ english: String, _ chinese: String, _ form: ValueForm? = nil, required isRequired: Bool = false,
        label: String? = nil, isListed: Bool = false, standIn: FieldSchema.StandIn? = nil,
        example: LocalizedText? = nil, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .text, form, required: isRequired, label: label, standIn: standIn, example: example,
                zh: zh, en: en),
            shown: { .text($0.value) }, cell: column(isListed) { .text($0.value) }, read: { $0.text($1) })
    }
}

extension FieldKey where Value == Located<CalendarDate> {
    package static func date(
        _ english: String, _ chinese: String, required isRequired: Bool = false, label: String? = nil,
        isListed: Bool = false, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .date, required: isRequired, label: label, standIn: isRequired ? .today : nil, zh: zh,
                en: en),
            shown: { .day($0.value) }, cell: column(isListed) { .text($0.value.description) },
            read: { $0.date($1) })
    }
}

extension FieldKey where Value == Located<Int> {
    /// A whole number; one outside the limits is reported.
    package static func integer(
        _ english: String, _ chinese: String, _ limits: ClosedRange<Int>? = nil, required isRequired: Bool = false,
        label: String? = nil, isListed: Bool = false, example: LocalizedText? = nil, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .integer, limits.map { .range(Double($0.lowerBound)...Double($0.upperBound)) },
                required: isRequired, label: label, example: example, zh: zh, en: en),
            shown: { .number($0.value) }, cell: column(isListed) { .integer($0.value) },
            read: { $0.limitedInteger($1) })
    }

    /// A year from 1900 to 2199.
    package static func year(
        _ english: String, _ chinese: String, isListed: Bool = false, zh: String, en: String
    ) -> Self {
        integer(english, chinese, 1900...2199, isListed: isListed, zh: zh, en: en)
    }
}

extension FieldKey where Value == Located<Double> {
    package static func number(
        _ english: String, _ chinese: String, required isRequired: Bool = false, isListed: Bool = false, zh: String,
        en: String
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .number, required: isRequired, zh: zh, en: en),
            cell: column(isListed) { .number($0.value) }, read: { $0.number($1) })
    }
}

extension FieldKey where Value == SourceRange {
    /// A flag, by the place where it is set.
    package static func flag(
        _ english: String, _ chinese: String, isListed: Bool = false, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .flag, zh: zh, en: en),
            cell: column(isListed) { _ in .word(key: "true", chinese: "是") }, read: { $0.placeOfFlag($1) })
    }
}

extension FieldKey where Value == Located<Slug> {
    /// An id, which stands in addresses.
    package static func slug(
        _ english: String, _ chinese: String, required isRequired: Bool = false, example: LocalizedText, zh: String,
        en: String
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .text, .slug, required: isRequired, example: example, zh: zh, en: en),
            read: { $0.slug($1) })
    }
}

extension FieldKey where Value == String {
    /// A text that may be written down empty, to be filled in later.
    package static func textOrEmpty(_ english: String, _ chinese: String, zh: String, en: String) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .text, .textOrEmpty, example: LocalizedText(same: "\"\""), zh: zh, en: en),
            read: { $0.textOrEmpty($1) })
    }
}

extension FieldKey where Value == [YAMLPair] {
    /// Settings of rules, which `CheckSettingsReader` reads.
    package static func checks(zh: String, en: String) -> Self {
        FieldKey(FieldSchema("checks", "检查", .checks, zh: zh, en: en), read: { nonEmpty($0.pairs($1)) })
    }
}

extension FieldKey where Value == Located<FileReference> {
    /// A file of the content, by its path relative to the text.
    package static func file(
        _ english: String, _ chinese: String, required isRequired: Bool = false, isListed: Bool = false,
        example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .text, required: isRequired, refersTo: .file, example: example, zh: zh, en: en),
            cell: column(isListed) { .text($0.value.text) }, read: { $0.text($1)?.map(FileReference.init) })
    }
}

extension FieldKey where Value == [Located<FileReference>] {
    /// Files of the content, by their paths relative to the text.
    package static func files(
        _ english: String, _ chinese: String, isListed: Bool = false, example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .list(.text), refersTo: .file, example: example, zh: zh, en: en),
            cell: column(isListed) { .list($0.map { .text($0.value.text) }) },
            read: { nonEmpty($0.texts($1).map { $0.map(FileReference.init) }) })
    }
}

extension FieldKey where Value == [Located<String>] {
    package static func texts(
        _ english: String, _ chinese: String, _ form: ValueForm? = nil, isListed: Bool = false,
        example: LocalizedText? = nil, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .list(.text), form, example: example, zh: zh, en: en),
            cell: column(isListed) { .texts($0) }, read: { nonEmpty($0.texts($1)) })
    }

    /// Short names, one an item.
    package static func names(
        _ english: String, _ chinese: String, isListed: Bool = false, refersTo referent: FieldSchema.Referent? = nil,
        example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .list(.text), .name, refersTo: referent, example: example, zh: zh, en: en),
            cell: column(isListed) { .texts($0) }, read: { nonEmpty($0.names($1)) })
    }
}

extension FieldKey {
    /// One word of a vocabulary.
    ///
    /// - Parameters:
    ///   - label: the theme's word before the value, where a page shows it.
    ///   - prefix: of the names of the theme's words for the values.
    package static func word<Word: VocabularyWord>(
        _ english: String, _ chinese: String, required isRequired: Bool = false, label: String? = nil,
        shownAs prefix: String = "", isListed: Bool = false, standIn: Word? = nil, zh: String, en: String
    ) -> Self where Value == Located<Word> {
        let words = Word.words
        return FieldKey(
            FieldSchema(
                english, chinese, .word(words), required: isRequired, label: label,
                shownWords: label == nil ? [] : words.map { prefix + $0.key },
                standIn: standIn.flatMap { word in words.first { $0.key == word.rawValue } }.map { .word($0) }, zh: zh,
                en: en),
            shown: { .word(prefix + $0.value.rawValue) }, cell: column(isListed) { .word(of: $0.value) },
            read: { $0.word($1, as: Word.self) })
    }

    /// Words of a vocabulary.
    package static func words<Word: VocabularyWord>(
        _ english: String, _ chinese: String, isListed: Bool = false, zh: String, en: String
    ) -> Self where Value == [Located<Word>] {
        FieldKey(
            FieldSchema(english, chinese, .list(.word(Word.words)), zh: zh, en: en),
            cell: column(isListed) { .list($0.map { .word(of: $0.value) }) },
            read: { nonEmpty($0.words($1, as: Word.self)) })
    }

    /// A mapping of fields of its own, read by their keys.
    package static func object(
        _ english: String, _ chinese: String, _ schema: ContentSchema, required isRequired: Bool = false,
        zh: String, en: String, read: @escaping @Sendable (inout FieldReader) -> Value?
    ) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .object(schema), required: isRequired, zh: zh, en: en),
            read: { $0.object($1, schema, read) })
    }

    /// A list of such mappings.
    package static func objects<Element: Sendable>(
        _ english: String, _ chinese: String, _ schema: ContentSchema, required isRequired: Bool = false,
        zh: String, en: String, read: @escaping @Sendable (inout FieldReader) -> Element?
    ) -> Self where Value == [Element] {
        FieldKey(
            FieldSchema(english, chinese, .list(.object(schema)), required: isRequired, zh: zh, en: en),
            read: { nonEmpty($0.objects($1, schema, read)) })
    }
}

extension FieldKey {
    /// What lists have of a value, where they have it at all.
    fileprivate static func column(
        _ isListed: Bool, _ cell: @escaping @Sendable (Value) -> CellValue
    ) -> (@Sendable (Value) -> CellValue)? {
        isListed ? cell : nil
    }
}

/// A list that has something in it; an empty one is no value.
package func nonEmpty<Element>(_ list: [Element]) -> [Element]? { list.isEmpty ? nil : list }
