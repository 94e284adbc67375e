import Diagnostics

/// Fields by what they hold. Each takes the English and the Chinese name, and what the field is for in both languages.
extension FieldKey where Value == Located<String> {
    static func text(
        _ english: String, _ chinese: String, required isRequired: Bool = false, label: String? = nil,
        isListed: Bool = false, standIn: FieldSchema.StandIn? = nil, example: LocalizedText? = nil, zh: String,
        en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .text, required: isRequired, label: label, isListed: isListed, standIn: standIn,
                example: example, zh: zh, en: en),
            shown: { .text($0.value) }, read: { $0.text(english) })
    }
}

extension FieldKey where Value == Located<CalendarDate> {
    static func date(
        _ english: String, _ chinese: String, required isRequired: Bool = false, label: String? = nil, zh: String,
        en: String
    ) -> Self {
        FieldKey(
            FieldSchema(
                english, chinese, .date, required: isRequired, label: label, standIn: isRequired ? .today : nil, zh: zh,
                en: en),
            shown: { .day($0.value) }, read: { $0.date(english) })
    }
}

extension FieldKey where Value == Located<Int> {
    /// A year from 1900 to 2199.
    static func year(_ english: String, _ chinese: String, zh: String, en: String) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .integer, .range(1900...2199), zh: zh, en: en),
            shown: { .number($0.value) }, read: { $0.limitedInteger(english) })
    }
}

extension FieldKey where Value == Located<FileReference> {
    /// A file of the content, by its path relative to the text.
    static func file(
        _ english: String, _ chinese: String, example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(FieldSchema(english, chinese, .text, example: example, zh: zh, en: en)) {
            $0.text(english)?.map(FileReference.init)
        }
    }
}

extension FieldKey where Value == [Located<FileReference>] {
    /// Files of the content, by their paths relative to the text.
    static func files(
        _ english: String, _ chinese: String, example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(FieldSchema(english, chinese, .list(.text), example: example, zh: zh, en: en)) {
            nonEmpty($0.texts(english).map { $0.map(FileReference.init) })
        }
    }
}

extension FieldKey where Value == [Located<String>] {
    static func texts(_ english: String, _ chinese: String, zh: String, en: String) -> Self {
        FieldKey(FieldSchema(english, chinese, .list(.text), zh: zh, en: en)) { nonEmpty($0.texts(english)) }
    }

    /// Short names, one an item.
    static func names(
        _ english: String, _ chinese: String, example: LocalizedText, zh: String, en: String
    ) -> Self {
        FieldKey(FieldSchema(english, chinese, .list(.text), .name, example: example, zh: zh, en: en)) {
            nonEmpty($0.names(english))
        }
    }
}

extension FieldKey {
    /// One word of a vocabulary.
    ///
    /// - Parameter prefix: of the names of the theme's words for its words, where a page shows them.
    static func word<Word: VocabularyWord>(
        _ english: String, _ chinese: String, required isRequired: Bool = false, label: String? = nil,
        shownAs prefix: String = "", standIn: Word? = nil, zh: String, en: String
    ) -> Self where Value == Located<Word> {
        let words = Word.words
        return FieldKey(
            FieldSchema(
                english, chinese, .word(words), required: isRequired, label: label,
                standIn: standIn.flatMap { word in words.first { $0.key == word.rawValue } }.map { .word($0) }, zh: zh,
                en: en),
            shown: { .word(prefix + $0.value.rawValue) }, read: { $0.word(english, as: Word.self) })
    }

    /// Words of a vocabulary.
    static func words<Word: VocabularyWord>(_ english: String, _ chinese: String, zh: String, en: String) -> Self
    where Value == [Located<Word>] {
        FieldKey(FieldSchema(english, chinese, .list(.word(Word.words)), zh: zh, en: en)) {
            nonEmpty($0.words(english, as: Word.self))
        }
    }
}

/// A list that has something in it; an empty one is no value.
func nonEmpty<Element>(_ list: [Element]) -> [Element]? { list.isEmpty ? nil : list }
