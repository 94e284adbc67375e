import Diagnostics

/// A field of a kind of content: its two names, what it holds, and what it is for.
///
/// A class, so that looking a field up copies one reference.
package final class FieldSchema: Sendable {
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
        var schema: ContentSchema? {
            switch self {
            case .object(let schema), .list(.object(let schema)): schema
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

    package let english: String
    package let chinese: String
    package let type: FieldType
    /// What must hold of the value, or of each value of a list, beside its type.
    package let form: ValueForm?
    package let isRequired: Bool
    package let purpose: LocalizedText

    init(
        _ english: String, _ chinese: String, _ type: FieldType, _ form: ValueForm? = nil,
        required isRequired: Bool = false, zh: String, en: String
    ) {
        self.english = english
        self.chinese = chinese
        self.type = type
        self.form = form
        self.isRequired = isRequired
        purpose = LocalizedText(zh: zh, en: en)
    }
}

/// The fields of a kind of content.
package struct ContentSchema: Sendable {
    /// What messages call the kind.
    package let name: LocalizedText
    package let fields: [FieldSchema]
    private let indexByName: [String: Int]

    init(zh: String, en: String, _ fields: [FieldSchema]) {
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
    var names: [String] { fields.flatMap { [$0.english, $0.chinese] } }
}
