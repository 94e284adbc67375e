import Content
import Diagnostics
import Fields
import Values

/// How a file of the content is made up: where its fields stand, and which it has.
package struct DocumentLayout: Sendable {
    /// Whether the fields stand at the head of a text.
    package let hasBody: Bool
    /// What the whole of the fields is: a mapping, or a list of them.
    package let type: FieldSchema.FieldType

    /// `nil` for files that have no fields: tables, pictures, downloads.
    package init?(path: String) {
        guard path != "site.config" else {
            self.init(hasBody: false, type: .object(.configuration))
            return
        }
        guard path.hasPrefix("content/"), let path = SitePath(path) else { return nil }
        switch ContentKind(path: path) {
        case .edition: self.init(hasBody: true, type: .object(.edition))
        case .writeUp: self.init(hasBody: true, type: .object(.writeUp))
        case .document(let kind): self.init(hasBody: true, type: .object(kind.declaration.schema))
        case .enterprises: self.init(hasBody: false, type: .list(.object(.enterprise)))
        case .associations: self.init(hasBody: false, type: .list(.object(.association)))
        case .synonyms: self.init(hasBody: false, type: .list(.list(.text)))
        case .formDefinition: self.init(hasBody: false, type: .object(.formDefinition))
        case .roster, .attachment, .staticFile, .misplaced: return nil
        }
    }

    package init(hasBody: Bool, type: FieldSchema.FieldType) {
        self.hasBody = hasBody
        self.type = type
    }

    /// The type of the value at a path; `nil` where nothing is declared.
    package func type(at path: DocumentValue.Path) -> FieldSchema.FieldType? {
        var type: FieldSchema.FieldType? = self.type
        for step in path {
            switch step {
            case .field(let name): type = type?.field(named: name)?.type
            // A single value counts as a list of one.
            case .item: type = type?.element
            }
        }
        return type
    }
}

extension FieldSchema.FieldType {
    /// What a path leads to, in the words of the fields: `指标 › 2 › 名称`.
    func name(of path: DocumentValue.Path) -> LocalizedText {
        var type: FieldSchema.FieldType? = self
        var names: [LocalizedText] = []
        for step in path {
            switch step {
            case .field(let name):
                let field = type?.field(named: name)
                names.append(LocalizedText(zh: field?.chinese ?? name, en: field?.english ?? name))
                type = field?.type
            case .item(let index):
                names.append(LocalizedText(same: String(index + 1)))
                type = type?.element
            }
        }
        return LocalizedText(
            zh: names.map(\.zh).joined(separator: " › "), en: names.map(\.en).joined(separator: " › "))
    }
}

extension DocumentLayout {
    /// The field that a path leads to, or whose item it is; `nil` where none is declared.
    package func field(at path: DocumentValue.Path) -> FieldSchema? {
        guard let last = path.lastIndex(where: { if case .field = $0 { true } else { false } }),
            case .field(let name) = path[last]
        else { return nil }
        return type(at: Array(path[..<last]))?.field(named: name)
    }

    /// A path with the English names of its fields.
    package func canonical(_ path: DocumentValue.Path) -> DocumentValue.Path {
        var type: FieldSchema.FieldType? = self.type
        return path.map { step in
            switch step {
            case .field(let name):
                let field = type?.field(named: name)
                type = field?.type
                return .field(field?.english ?? name)
            case .item:
                type = type?.element
                return step
            }
        }
    }
}
