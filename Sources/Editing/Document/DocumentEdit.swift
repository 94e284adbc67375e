import Fields

/// An edit of a file by its fields, or of its text.
///
/// Paths name fields in English whatever the file writes. A single value counts as a list of one, as it does to readers.
package enum DocumentEdit: Sendable, Equatable {
    /// Gives a field or an item a value; a field that is not there comes to its place in the declared order, with the record it
    /// stands in.
    case set(DocumentValue.Path, DocumentValue)
    /// Takes a field away, and the record it stands in where that has no other.
    case clear(DocumentValue.Path)
    /// Puts an item into a list, which comes where there is none; at its end without a place.
    case add(DocumentValue.Path, DocumentValue, at: Int?)
    /// Takes an item of a list to another place of it.
    case move(DocumentValue.Path, to: Int)
    /// Takes an item away, and with the last one the field.
    case remove(DocumentValue.Path)
    /// Puts a text in the place of a part of the file's text.
    ///
    /// - Parameter range: bytes of the text as it was before all edits that are made together. Line ends may be LF.
    case text(Range<Int>, String)
}

extension DocumentEdit {
    var path: DocumentValue.Path {
        switch self {
        case .set(let path, _), .clear(let path), .add(let path, _, _), .move(let path, _), .remove(let path): path
        case .text: []
        }
    }
}

/// What edits make of what a file says.
extension DocumentValue {
    /// The value with an edit; `nil` where the path does not lead to anything that can be edited so.
    package func applying(_ edit: DocumentEdit) -> DocumentValue? {
        do throws(PathMisfit) {
            return try edited(edit)
        } catch {
            return nil
        }
    }

    /// A path that leads nowhere in a value.
    private struct PathMisfit: Error {}

    private func edited(_ edit: DocumentEdit) throws(PathMisfit) -> DocumentValue? {
        if case .text = edit { return self }
        let path = edit.path
        switch edit {
        case .text: return self
        case .set(_, let value) where !value.isEmpty:
            return try updating(path[...]) { _ in value.composed }
        case .set, .clear:
            return value(at: path) == nil && !isTextAtList(path) ? self : try updating(path[...]) { _ in nil }
        case .remove:
            guard value(at: path) != nil || isTextAtList(path) else { return nil }
            return try updating(path[...]) { _ in nil }
        case .add(_, let value, let index):
            return try updating(path[...]) { (old) throws(PathMisfit) in
                guard var items = old.map(\.asItems) ?? [], (0...items.count).contains(index ?? items.count) else {
                    throw PathMisfit()
                }
                items.insert(value.composed, at: index ?? items.count)
                return .list(items)
            }
        case .move(_, let target):
            guard case .item(let index) = path.last else { return nil }
            return try updating(path.dropLast()) { (old) throws(PathMisfit) in
                guard case .list(var items) = old, items.indices.contains(index), items.indices.contains(target)
                else { throw PathMisfit() }
                items.insert(items.remove(at: index), at: target)
                return .list(items)
            }
        }
    }

    /// The items of a list; a single text is one of one. `nil` for a record.
    private var asItems: [DocumentValue]? {
        switch self {
        case .absent: []
        case .text: [self]
        case .list(let items): items
        case .record: nil
        }
    }

    /// Whether a path names the one item of a list that is written as a single value.
    private func isTextAtList(_ path: Path) -> Bool {
        guard path.last == .item(0), case .text = value(at: Array(path.dropLast())) else { return false }
        return true
    }

    /// The value with another one at a path.
    ///
    /// - Parameter update: gives the new value; `nil` takes it away, with a record or list that has nothing else.
    private func updating(
        _ path: ArraySlice<Step>, _ update: (DocumentValue?) throws(PathMisfit) -> DocumentValue?
    ) throws(PathMisfit) -> DocumentValue? {
        guard let new = try Self.updated(self, path, isRoot: true, update) else { throw PathMisfit() }
        return new
    }

    private static func updated(
        _ old: DocumentValue?, _ path: ArraySlice<Step>, isRoot: Bool,
        _ update: (DocumentValue?) throws(PathMisfit) -> DocumentValue?
    ) throws(PathMisfit) -> DocumentValue? {
        guard let step = path.first else { return try update(old) }
        let rest = path.dropFirst()
        switch (step, old ?? .absent) {
        case (.field(let name), .record(var members)):
            let index = members.firstIndex { $0.name == name }
            let value = try updated(index.map { members[$0].value }, rest, isRoot: false, update)
            if let index { members.remove(at: index) }
            if let value { members.insert(Member(name, value), at: index ?? members.count) }
            return members.isEmpty && !isRoot ? nil : .record(members)
        case (.field(let name), .absent):
            return try updated(nil, rest, isRoot: false, update).map { .record([Member(name, $0)]) } ?? old
        case (.item(let index), .list(var items)) where index <= items.count:
            let item = index < items.count ? items[index] : nil
            // A record of a list that has lost its fields stays as an empty one: others are named by their places.
            let value = try updated(item, rest, isRoot: false, update) ?? (rest.isEmpty ? nil : item?.emptied)
            if item != nil { items.remove(at: index) }
            if let value { items.insert(value, at: index) }
            return items.isEmpty && !isRoot ? nil : .list(items)
        case (.item(0), .absent):
            return try updated(nil, rest, isRoot: false, update).map { .list([$0]) } ?? old
        case (.item(0), .text) where rest.isEmpty: return try update(old)
        default: throw PathMisfit()
        }
    }

    private var emptied: DocumentValue? {
        switch self {
        case .record: .record([])
        case .list: .list([])
        case .absent, .text: nil
        }
    }

    /// In Unicode's form C, as files are read.
    var composed: DocumentValue {
        switch self {
        case .absent: self
        case .text(let text): .text(Self.composed(text))
        case .list(let items): .list(items.map(\.composed))
        case .record(let members): .record(members.map { Member($0.name, $0.value.composed) })
        }
    }

    static func composed(_ text: String) -> String {
        TextReader.composed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}
