import Diagnostics
import Values

/// A field of a kind of content: its two names, what it holds, and what it is for.
///
/// A class, so that a field is known by its identity and looking it up copies one reference.
package final class FieldSchema: Sendable, Hashable {
    /// What a field holds.
    package indirect enum FieldType: Sendable {
        case text
        case integer
        case number
        case flag
        /// `YYYY-MM-DD`.
        case date
        /// One of some words, each with its Chinese form.
        case word([Word])
        case list(FieldType)
        case object(ContentSchema)
        /// Provinces with a number each.
        case provinceCounts
        /// Criteria of the scoring table with points each.
        case points
        /// Names of rules with what is to become of them.
        case checks

        /// The fields of a mapping, or of the mappings of a list.
        package var schema: ContentSchema? {
            switch self {
            case .object(let schema), .list(.object(let schema)): schema
            default: nil
            }
        }

        /// The words that a value, or each value of a list, is one of.
        package var words: [Word]? {
            switch self {
            case .word(let words), .list(.word(let words)): words
            default: nil
            }
        }

        /// Whether it is a mapping of named fields.
        package var isObject: Bool { if case .object = self { true } else { false } }
    }

    /// A word of a vocabulary.
    package struct Word: Sendable {
        package let key: String
        package let chinese: String
        /// Further words that are taken for the same, and never proposed.
        package let others: [String]
    }

    /// What a value, or each value of a list, names.
    package enum Referent: Sendable {
        /// A file beside the text, or elsewhere in the content.
        case file
        /// A team as `2020/zj-003`.
        case team
        /// A best practice.
        case practice
    }

    /// What stands in a field that its kind cannot do without as long as nobody has written a value.
    package enum StandIn: Sendable {
        case today
        case thisYear
        case word(Word)

        /// What a new file begins with, as YAML writes it.
        package func beginning(on day: CalendarDate, _ language: SiteLanguage) -> String {
            switch self {
            case .today: day.description
            case .thisYear: "\"\(day.year)\""
            case .word(let word): language == .chinese ? word.chinese : word.key
            }
        }

        /// What a preview shows in place of a value that cannot be read, as YAML writes it.
        package func placeholder(on day: CalendarDate) -> String {
            switch self {
            case .today: day.description
            case .thisYear: "\"?\""
            case .word(let word): word.key
            }
        }
    }

    package let english: String
    package let chinese: String
    package let type: FieldType
    /// What must hold of the value, or of each value of a list, beside its type.
    package let form: ValueForm?
    package let isRequired: Bool
    /// `nil` for values that name nothing of the site.
    package let refersTo: Referent?
    /// The theme's word before the value among the facts of a page (`label_effective`); `nil` for a field that is none.
    package let label: String?
    /// The theme's words that the values are shown as (`team_kind_crew`); none for values that are shown as they are.
    package let shownWords: [String]
    /// A value as YAML writes it, for scaffolds; `nil` where the type has one.
    package let example: LocalizedText?
    /// `nil` for fields that may stay out, and those whose value depends on more than the day.
    package let standIn: StandIn?
    package let purpose: LocalizedText

    package init(
        _ english: String, _ chinese: String, _ type: FieldType, _ form: ValueForm? = nil,
        required isRequired: Bool = false, label: String? = nil, shownWords: [String] = [],
        standIn: StandIn? = nil, refersTo: Referent? = nil, example: LocalizedText? = nil, zh: String,
        en: String
    ) {
        self.refersTo = refersTo
        self.english = english
        self.chinese = chinese
        self.type = type
        self.form = form
        self.isRequired = isRequired
        self.label = label
        self.shownWords = shownWords
        self.example = example
        self.standIn = standIn
        purpose = LocalizedText(zh: zh, en: en)
    }
}

extension FieldSchema {
    package static func == (one: FieldSchema, other: FieldSchema) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The fields of a kind of content.
package struct ContentSchema: Sendable {
    /// What messages call the kind.
    package let name: LocalizedText
    package let fields: [FieldSchema]
    private let indexByName: [String: Int]

    package init(zh: String, en: String, _ fields: [FieldSchema]) {
        name = LocalizedText(zh: zh, en: en)
        self.fields = fields
        var index: [String: Int] = [:]
        for (position, field) in fields.enumerated() {
            index[field.english] = position
            index[field.chinese] = position
        }
        indexByName = index
    }

    /// The field of an English or Chinese name.
    package func field(named name: String) -> FieldSchema? { indexByName[name].map { fields[$0] } }

    /// Both names of every field, for suggestions.
    package var names: [String] { fields.flatMap { [$0.english, $0.chinese] } }

    /// The one field that must be given, where that is a text.
    var soleText: FieldSchema? {
        let required = fields.filter(\.isRequired)
        guard required.count == 1, case .text = required[0].type else { return nil }
        return required[0]
    }

    /// How a list is written in which texts alone stand for its items.
    func help(writing texts: [String], for list: FieldSchema?) -> LocalizedText? {
        guard let text = soleText, let list else { return nil }
        let values = texts.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
        func line(_ list: String, _ name: String) -> String {
            "\(list): [" + values.map { "{\(name): \($0)}" }.joined(separator: ", ") + "]"
        }
        let others = fields.filter { $0.english != text.english }
        let zh = others.isEmpty ? "" : "；每项还可以写\(others.map { "“\($0.chinese)”" }.joined())"
        let en =
            others.isEmpty ? "" : "; each may have \(others.map { "`\($0.english)`" }.joined(separator: ", ")) as well"
        return LocalizedText(
            zh: "请写成 \(line(list.chinese, text.chinese))\(zh)。", en: "Write \(line(list.english, text.english))\(en).")
    }
}

extension VocabularyWord {
    /// What the fields of a vocabulary accept.
    package static var words: [FieldSchema.Word] {
        allCases.map { FieldSchema.Word(key: $0.rawValue, chinese: $0.chineseWord, others: $0.otherWords) }
    }
}
