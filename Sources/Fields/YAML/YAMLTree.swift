import Diagnostics

/// A YAML value with its place. Scalars are text: what they mean is decided by the field they stand in.
package indirect enum YAMLValue: Sendable {
    /// `isPlain` tells that it was written without quotes, so that `null` and an empty value mean nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLTree])
    case mapping([YAMLPair])

    /// Nothing, as YAML 1.2 writes it (section 10.3.2).
    private static let null: Set<String> = ["", "~", "null", "Null", "NULL"]

    /// Whether the value was left out: `field:` or `field: null`.
    package var isAbsent: Bool {
        if case .scalar(let text, isPlain: true) = self { return Self.null.contains(text) }
        return false
    }
}

extension YAMLValue {
    /// Whether it is a list without items.
    var isEmptyList: Bool { if case .sequence(let items) = self { items.isEmpty } else { false } }
}

/// A value and where it stands.
package struct YAMLTree: Sendable {
    package let value: YAMLValue
    package let range: SourceRange
}

/// A key with its value.
package struct YAMLPair: Sendable {
    package let key: Located<String>
    package let tree: YAMLTree
}
