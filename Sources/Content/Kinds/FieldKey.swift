import Diagnostics

/// A field of a kind of content as a key: what is declared of it, and how its value is read. What has been read is asked
/// for by the key, and has its type.
package struct FieldKey<Value: Sendable>: Sendable {
    package let schema: FieldSchema
    fileprivate let read: @Sendable (inout FieldReader) -> Value?
    fileprivate let shown: @Sendable (Value) -> ShownValue?

    /// - Parameter shown: what a page says of a value; `nil` for values that stand in no list of facts.
    init(
        _ schema: FieldSchema, shown: @escaping @Sendable (Value) -> ShownValue? = { _ in nil },
        read: @escaping @Sendable (inout FieldReader) -> Value?
    ) {
        self.schema = schema
        self.read = read
        self.shown = shown
    }
}

/// A value as the facts of a page show it; how a day or a span is written is the page's matter.
package enum ShownValue: Sendable {
    case text(String)
    case number(Int)
    case day(CalendarDate)
    case span(DateSpan)
}

/// A field whatever its type, for what goes over all fields of a kind.
package struct DeclaredField: Sendable {
    package let schema: FieldSchema
    /// Whether a file has a value for the field that can be used. An empty list is one.
    package let isPresent: @Sendable (FieldValues) -> Bool
    /// What a page says of the value; `nil` where there is none, or no page says it.
    package let shown: @Sendable (FieldValues) -> ShownValue?
    /// Reads the field; what is wrong with it is found by the reader.
    let read: @Sendable (inout FieldReader, inout FieldValues) -> Void

    init<Value>(_ key: FieldKey<Value>) {
        schema = key.schema
        isPresent = { $0[key] != nil }
        shown = { values in values[key].flatMap(key.shown) }
        read = { reader, values in values.set(key, key.read(&reader)) }
    }
}

/// What was read of the fields of one file.
package struct FieldValues: Sendable {
    private var values: [ObjectIdentifier: any Sendable] = [:]

    init() {}

    /// The value of a field; `nil` where the file has none that can be used.
    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[ObjectIdentifier(key.schema)] as? Value }

    /// The elements of a field; none where the file has none that can be used.
    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] {
        values[ObjectIdentifier(key.schema)] as? [Element] ?? []
    }

    fileprivate mutating func set<Value>(_ key: FieldKey<Value>, _ value: Value?) {
        values[ObjectIdentifier(key.schema)] = value
    }
}
