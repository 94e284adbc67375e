import Diagnostics
import Values

/// A field of a kind of content as a key: what is declared of it, and how its value is read. What has been read is asked
/// for by the key, and has its type.
package struct FieldKey<Value: Sendable>: Sendable {
    package let schema: FieldSchema
    fileprivate let read: @Sendable (inout FieldReader) -> Value?
    fileprivate let facts: @Sendable (Value) -> [ShownFact]
    fileprivate let cell: (@Sendable (Value) -> CellValue)?

    /// - Parameters:
    ///   - facts: what a page says of a value; none for values that stand in no list of facts.
    ///   - cell: what lists of teams have of a value in the field's own column; `nil` for a field without one.
    ///   - read: reads the value of the field of the name.
    package init(
        _ schema: FieldSchema, facts: @escaping @Sendable (Value) -> [ShownFact] = { _ in [] },
        cell: (@Sendable (Value) -> CellValue)? = nil,
        read: @escaping @Sendable (inout FieldReader, _ name: String) -> Value?
    ) {
        let name = schema.english
        self.schema = schema
        self.read = { read(&$0, name) }
        self.facts = facts
        self.cell = cell
    }

    /// A field whose value is one fact, under the label that its schema names.
    package init(
        _ schema: FieldSchema, shown: @escaping @Sendable (Value) -> ShownValue,
        cell: (@Sendable (Value) -> CellValue)? = nil,
        read: @escaping @Sendable (inout FieldReader, _ name: String) -> Value?
    ) {
        let label = schema.label
        self.init(
            schema, facts: { value in label.map { [ShownFact(label: $0, value: shown(value))] } ?? [] }, cell: cell,
            read: read)
    }
}

/// A value as a cell of lists has it.
package enum CellValue: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
    /// A word of a vocabulary: data for programs have its key, tables of a site in Chinese the Chinese word.
    case word(key: String, chinese: String)
    case list([CellValue])

    package static func word(_ standing: Standing) -> Self { .word(of: standing) }

    package static func word(_ status: EditionStatus) -> Self { .word(of: status) }

    /// A word of any vocabulary.
    package static func word(of word: some VocabularyWord) -> Self {
        .word(key: word.rawValue, chinese: word.chineseWord)
    }

    static func texts(_ texts: [Located<String>]) -> Self { .list(texts.map { .text($0.value) }) }
}

/// Something that a page says of its subject in a word and a value.
package struct ShownFact: Sendable {
    /// The theme's word before the value: `label_effective`.
    package let label: String
    package let value: ShownValue

    package init(label: String, value: ShownValue) {
        self.label = label
        self.value = value
    }
}

/// A value as the facts of a page show it; how a day or a span is written is the page's matter.
package enum ShownValue: Sendable {
    case text(String)
    case number(Int)
    case percent(Double)
    /// The name of a theme's word: `team_kind_crew`.
    case word(String)
    case day(CalendarDate)
    case span(DateSpan)
}

/// A field whatever its type, for what goes over all fields of a kind.
package struct DeclaredField: Sendable {
    package let schema: FieldSchema
    /// Whether a file has a value for the field that can be used.
    package let isPresent: @Sendable (FieldValues) -> Bool
    /// What a page says of the value; nothing where there is none, or no page says it.
    package let facts: @Sendable (FieldValues) -> [ShownFact]
    /// What lists of teams have in the field's column, if there is a value; `nil` for a field without a column.
    package let cell: (@Sendable (FieldValues) -> CellValue?)?
    /// Reads the field; what is wrong with it is found by the reader.
    let read: @Sendable (inout FieldReader, inout FieldValues) -> Void

    package init<Value>(_ key: FieldKey<Value>) {
        schema = key.schema
        isPresent = { $0[key] != nil }
        facts = { values in values[key].map(key.facts) ?? [] }
        if let cell = key.cell {
            self.cell = { values in values[key].map(cell) }
        } else {
            cell = nil
        }
        read = { reader, values in
            if let value = key.read(&reader) { values.set(value, of: key.schema) }
        }
    }
}

/// What was read of the fields of one file, or of the columns of one row.
package struct FieldValues: Sendable {
    /// Few, so that going over them is faster than hashing.
    private var values: [(field: ObjectIdentifier, value: any Sendable)] = []

    package init() {}

    /// The value of a field; `nil` where the file has none that can be used.
    package subscript<Value>(key: FieldKey<Value>) -> Value? { value(of: key.schema) }

    /// The elements of a field; none where the file has none that can be used.
    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] { value(of: key.schema) ?? [] }

    package func value<Value>(of schema: FieldSchema, as type: Value.Type = Value.self) -> Value? {
        let field = ObjectIdentifier(schema)
        return values.first { $0.field == field }?.value as? Value
    }

    package mutating func set<Value: Sendable>(_ value: Value, of schema: FieldSchema) {
        remove(schema)
        values.append((ObjectIdentifier(schema), value))
    }

    package mutating func remove(_ schema: FieldSchema) {
        let field = ObjectIdentifier(schema)
        values.removeAll { $0.field == field }
    }
}

extension FieldReader {
    /// The value of a field; `nil` where there is none that can be used.
    package mutating func value<Value>(of key: FieldKey<Value>) -> Value? { key.read(&self) }

    /// The elements of a field; none where there are none that can be used.
    package mutating func value<Element>(of key: FieldKey<[Element]>) -> [Element] { key.read(&self) ?? [] }

    /// What there is of some fields, each found fault with once.
    package mutating func values(of fields: [DeclaredField]) -> FieldValues {
        var values = FieldValues()
        for field in fields { field.read(&self, &values) }
        return values
    }
}
