import Fields
import Values

/// What a file says, without the way it says it: fields under their English names whatever the file writes, texts as YAML reads
/// them.
package indirect enum DocumentValue: Sendable {
    /// Nothing: `field:` or `field: null`.
    case absent
    case text(String)
    case list([DocumentValue])
    case record([Member])

    /// A field of a record.
    package struct Member: Sendable, Equatable {
        /// In English where its kind declares it; else as it is written.
        package let name: String
        package let value: DocumentValue

        package init(_ name: String, _ value: DocumentValue) {
            self.name = name
            self.value = value
        }
    }
}

extension DocumentValue: Equatable {
    /// The order of a record's fields says nothing.
    package static func == (one: DocumentValue, other: DocumentValue) -> Bool {
        switch (one, other) {
        case (.absent, .absent): true
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.list(let one), .list(let other)): one == other
        case (.record(let one), .record(let other)):
            one.count == other.count && zip(one, other).allSatisfy { $0.name == $1.name && $0.value == $1.value }
                || one.count == other.count
                    && one.sorted { $0.name < $1.name } == other.sorted { $0.name < $1.name }
        default: false
        }
    }
}

extension DocumentValue {
    /// A step of a path into a file.
    package enum Step: Sendable, Hashable {
        /// A field, by any of its names.
        case field(String)
        /// An item of a list, from 0.
        case item(Int)
    }

    package typealias Path = [Step]

    /// The value at a path; `nil` where there is none.
    package func value(at path: Path) -> DocumentValue? {
        guard let step = path.first else { return self }
        switch (step, self) {
        case (.field(let name), .record(let members)):
            return members.first { $0.name == name }?.value.value(at: Array(path.dropFirst()))
        case (.item(let index), .list(let items)) where items.indices.contains(index):
            return items[index].value(at: Array(path.dropFirst()))
        default: return nil
        }
    }

    /// Whether nothing is said: by readers, an empty list is no value either.
    package var isEmpty: Bool {
        switch self {
        case .absent: true
        case .text: false
        case .list(let items): items.isEmpty
        case .record(let members): members.isEmpty
        }
    }

    /// What a tree of YAML says, with fields under their English names.
    init(_ tree: YAMLTree, _ type: FieldSchema.FieldType?) {
        switch tree.value {
        case .scalar(let text, _): self = tree.value.isAbsent ? .absent : .text(Self.composed(text))
        case .sequence(let items):
            let element: FieldSchema.FieldType? = if case .list(let element) = type { element } else { nil }
            self = .list(items.map { DocumentValue($0, element) })
        case .mapping(let pairs):
            self = .record(
                pairs.map { pair in
                    let field = type?.field(named: pair.key.value)
                    return Member(field?.english ?? pair.key.value, DocumentValue(pair.tree, field?.type))
                })
        }
    }
}

extension FieldSchema.FieldType {
    /// The field of a mapping of this type.
    func field(named name: String) -> FieldSchema? {
        if case .object(let schema) = self { return schema.field(named: name) }
        return nil
    }

    /// What the items of a list are.
    var element: FieldSchema.FieldType? { if case .list(let element) = self { element } else { nil } }

    /// Whether a value, or each value of a list, is a text of any kind.
    var isText: Bool {
        switch self {
        case .text: true
        case .list(let element): element.isText
        default: false
        }
    }
}
