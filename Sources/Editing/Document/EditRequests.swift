import Fields
import Text

/// Edits as a browser asks for them, in JSON: paths with English names and numbers, values as forms have them, places of texts
/// in UTF-16 units.
extension EditableDocument {
    /// The file with edits that are asked for, one after another.
    ///
    /// - Throws: `EditRefusal`, also for what is no edit.
    package func applying(requests: [JSONValue]) throws(EditRefusal) -> EditableDocument {
        let places = TextPlaces(file.bytes)
        var texts: [DocumentEdit] = []
        for request in requests where request["op"] == "text" {
            guard case .integer(let start) = request["start"], case .integer(let end) = request["end"],
                case .string(let text) = request["text"], let range = places.bytes(ofUnits: start, end)
            else { throw .textPlace }
            texts.append(.text(range, text))
        }
        var document = try applying(texts)
        for request in requests where request["op"] != "text" {
            guard let edit = document.edit(request) else {
                guard let path = Self.path(request["field"]) else { throw .noEdit }
                throw .wrongShape(layout.type.name(of: layout.canonical(path)))
            }
            document = try document.applying([edit])
        }
        return document
    }

    /// The value at a path as forms have it.
    package func json(at path: DocumentValue.Path) -> JSONValue {
        FieldCoding(language: language).json(value.value(at: path), layout.type(at: path))
    }

    /// A path of a request: `["indicators", 0, "name"]`.
    package static func path(_ json: JSONValue?) -> DocumentValue.Path? {
        guard case .array(let steps) = json else { return nil }
        var path: DocumentValue.Path = []
        for step in steps {
            switch step {
            case .string(let name): path.append(.field(name))
            case .integer(let index) where index >= 0: path.append(.item(index))
            default: return nil
            }
        }
        return path
    }

    /// An edit of fields; `nil` for what is none, and for values that are not of the field's shape.
    private func edit(_ request: JSONValue) -> DocumentEdit? {
        guard case .string(let operation) = request["op"], let named = Self.path(request["field"]) else { return nil }
        let path = layout.canonical(named)
        switch operation {
        case "clear": return .clear(path)
        case "remove": return .remove(path)
        case "move":
            guard case .integer(let target) = request["to"] else { return nil }
            return .move(path, to: target)
        case "set":
            return coded(request["value"], at: path, replacing: value.value(at: path)).map { .set(path, $0) }
        case "add":
            let place: Int? = if case .integer(let place) = request["to"] { place } else { nil }
            guard let item = coded(request["value"], at: path + [.item(0)], replacing: nil) else { return nil }
            return .add(path, item, at: place)
        default: return nil
        }
    }

    private func coded(
        _ json: JSONValue?, at path: DocumentValue.Path, replacing old: DocumentValue?
    ) -> DocumentValue? {
        FieldCoding(language: language).value(
            json ?? .null, layout.type(at: path), layout.field(at: path)?.form, replacing: old)
    }
}

extension JSONValue {
    /// A member of an object.
    fileprivate subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }
}
