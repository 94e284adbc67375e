/// A value read from a file together with the place it was read from.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }

    /// The same place with a value derived from this one.
    package func map<NewValue: Sendable>(_ transform: (Value) throws -> NewValue) rethrows -> Located<NewValue> {
        Located<NewValue>(try transform(value), at: range)
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
