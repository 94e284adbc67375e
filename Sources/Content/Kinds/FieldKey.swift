import Diagnostics

/// A field of a kind of content as a key: what is declared of it, and how its value is read. What has been read is asked
/// for by the key, and has its type.
package struct FieldKey<Value: Sendable>: Sendable {
    package let schema: FieldSchema
    fileprivate let read: @Sendable (inout FieldReader) -> Value?
    fileprivate let facts: @Sendable (Value) -> [ShownFact]

    /// - Parameter facts: what a page says of a value; none for values that stand in no list of facts.
    init(
        _ schema: FieldSchema, facts: @escaping @Sendable (Value) -> [ShownFact] = { _ in [] },
        read: @escaping @Sendable (inout FieldReader) -> Value?
    ) {
        self.schema = schema
        self.read = read
        self.facts = facts
    }

    /// A field whose value is one fact, under the label that its schema names.
    init(
        _ schema: FieldSchema, shown: @escaping @Sendable (Value) -> ShownValue,
        read: @escaping @Sendable (inout FieldReader) -> Value?
    ) {
        let label = schema.label
        self.init(
            schema, facts: { value in label.map { [ShownFact(label: $0, value: shown(value))] } ?? [] }, read: read)
    }
}

/// Something that a page says of its subject in a word and a value.
package struct ShownFact: Sendable {
    /// The theme's word before the value: `label_effective`.
    package let label: String
    package let value: ShownValue
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
    /// Reads the field; what is wrong with it is found by the reader.
    let read: @Sendable (inout FieldReader, inout FieldValues) -> Void

    init<Value>(_ key: FieldKey<Value>) {
        schema = key.schema
        isPresent = { $0[key] != nil }
        facts = { values in values[key].map(key.facts) ?? [] }
        read = { reader, values in
            if let value = key.read(&reader) { values.append(key, value) }
        }
    }
}

/// What was read of the fields of one file.
package struct FieldValues: Sendable {
    /// Few, so that going over them is faster than hashing.
    private var values: [(field: ObjectIdentifier, value: any Sendable)] = []

    init() {}

    /// The value of a field; `nil` where the file has none that can be used.
    package subscript<Value>(key: FieldKey<Value>) -> Value? {
        let field = ObjectIdentifier(key.schema)
        return values.first { $0.field == field }?.value as? Value
    }

    /// The elements of a field; none where the file has none that can be used.
    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] {
        let field = ObjectIdentifier(key.schema)
        return values.first { $0.field == field }?.value as? [Element] ?? []
    }

    fileprivate mutating func append<Value>(_ key: FieldKey<Value>, _ value: Value) {
        values.append((ObjectIdentifier(key.schema), value))
    }
}
