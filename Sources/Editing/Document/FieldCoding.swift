import Fields
import Text
import Values

/// Values as forms have them (JSON) and as files have them, by the declared type of a field.
package struct FieldCoding: Sendable {
    /// The language of the words of vocabularies that are written.
    package let language: SiteLanguage

    package init(language: SiteLanguage) { self.language = language }

    // MARK: To forms

    /// A value for a form: numbers and flags as such where they can be read, words of vocabularies by their keys, a single value of
    /// a list as a list of one, other things as they are written; `null` for nothing.
    package func json(_ value: DocumentValue?, _ type: FieldSchema.FieldType?) -> JSONValue {
        switch value ?? .absent {
        case .absent: return .null
        case .text(let text):
            if let element = type?.element { return .array([json(text, element)]) }
            return json(text, type)
        case .list(let items): return .array(items.map { json($0, type?.element) })
        case .record(let members):
            return .object(
                members.map { JSONValue.Member($0.name, json($0.value, valueType(of: $0.name, in: type))) })
        }
    }

    private func json(_ text: String, _ type: FieldSchema.FieldType?) -> JSONValue {
        switch type {
        case .integer: return FieldReader.integer(text).map { .integer($0) } ?? .string(text)
        case .number: return FieldReader.number(text).map { Self.number($0) } ?? .string(text)
        case .flag: return Self.flags[text].map { .bool($0) } ?? .string(text)
        case .word(let words): return .string(Self.word(text, words)?.key ?? text)
        default: return .string(text)
        }
    }

    /// A number, whole where it is: JSON does not tell 100 from 100.0.
    private static func number(_ number: Double) -> JSONValue {
        Int(exactly: number).map { .integer($0) } ?? .number(number)
    }

    /// The words of flags, as they are read.
    private static let flags: [String: Bool] = [
        "true": true, "True": true, "TRUE": true, "是": true, "false": false, "False": false, "FALSE": false, "否": false,
    ]

    private static func word(_ text: String, _ words: [FieldSchema.Word]) -> FieldSchema.Word? {
        words.first { $0.key == text || $0.chinese == text || $0.others.contains(text) }
    }

    /// What stands behind a name of a mapping.
    private func valueType(of name: String, in type: FieldSchema.FieldType?) -> FieldSchema.FieldType? {
        switch type {
        case .provinceCounts: .integer
        case .points: .number
        default: type?.field(named: name)?.type
        }
    }

    // MARK: To files

    /// What a file has of a value of a form. One that says what the file says already is the file's own; numbers and days are
    /// understood as people write them, and what cannot be understood is written as it was typed, so that a check says so.
    ///
    /// - Parameters:
    ///   - form: what must hold of the value beside its type.
    ///   - old: what stands in the file.
    /// - Returns: `nil` for a value of another shape than the field's.
    package func value(
        _ json: JSONValue, _ type: FieldSchema.FieldType?, _ form: ValueForm? = nil, replacing old: DocumentValue? = nil
    ) -> DocumentValue? {
        let json: JSONValue = if case .number(let number) = json { Self.number(number) } else { json }
        if let old, self.json(old, type) == json { return old }
        if case .list(let element) = type { return list(json, element, form, replacing: old) }
        switch json {
        case .null: return .absent
        case .string(let text): return self.text(text, type, form)
        case .integer(let number): return type?.schema == nil ? .text(String(number)) : nil
        case .number(let number): return type?.schema == nil ? .text("\(number)") : nil
        case .bool(let flag): return type?.schema == nil ? .text(flag ? "true" : "false") : nil
        case .array(let items):
            guard type == nil else { return nil }
            return list(.array(items), nil, nil, replacing: old)
        case .object(let members): return record(members, type, replacing: old)
        }
    }

    private func text(_ text: String, _ type: FieldSchema.FieldType?, _ form: ValueForm?) -> DocumentValue? {
        let text = LineEnds.unified(text).trimmingSpaces
        guard !text.isEmpty else {
            // Some texts may be written down empty, to be filled in later.
            if case .textOrEmpty = form { return .text("") }
            return .absent
        }
        switch type {
        case .integer: return .text(ValueProposal.integer(text) ?? text)
        case .number: return .text(ValueProposal.number(text) ?? text)
        case .date: return .text(ValueProposal.date(text) ?? text)
        case .flag: return .text(Self.flags[text].map { $0 ? "true" : "false" } ?? text)
        case .word(let words):
            return .text(Self.word(text, words).map { language == .chinese ? $0.chinese : $0.key } ?? text)
        case .object, .provinceCounts, .points, .checks: return nil
        default: return .text(text)
        }
    }

    private func list(
        _ json: JSONValue, _ element: FieldSchema.FieldType?, _ form: ValueForm?, replacing old: DocumentValue?
    ) -> DocumentValue? {
        let items: [JSONValue]
        switch json {
        case .null: return .absent
        case .array(let elements): items = elements
        default: items = [json]
        }
        // An item that says what one of the file says keeps its words; others take the place of what stands at theirs.
        let before: [DocumentValue] =
            switch old {
            case .list(let items): items
            case .text: old.map { [$0] } ?? []
            default: []
            }
        let known = before.map { self.json($0, element) }
        var values: [DocumentValue] = []
        for (index, item) in items.enumerated() {
            let same = known.indices.contains(index) && known[index] == item ? index : known.firstIndex(of: item)
            let replaced = same.map { before[$0] } ?? (before.indices.contains(index) ? before[index] : nil)
            guard let value = value(item, element, form, replacing: replaced) else { return nil }
            // An empty line of a form is no item; an empty record is one that is still to be filled in.
            if value != .absent { values.append(value) }
        }
        return values.isEmpty ? .absent : .list(values)
    }

    private func record(
        _ members: [JSONValue.Member], _ type: FieldSchema.FieldType?, replacing old: DocumentValue?
    ) -> DocumentValue? {
        switch type {
        case .object, .provinceCounts, .points, .checks, nil: break
        default: return nil
        }
        var result: [DocumentValue.Member] = []
        for member in members {
            let field = type?.field(named: member.name)
            let name = field?.english ?? member.name
            guard !result.contains(where: { $0.name == name }) else { return nil }
            let before = old?.value(at: [.field(name)])
            let type = valueType(of: name, in: type)
            guard let value = value(member.value, type, field?.form, replacing: before) else { return nil }
            if value != .absent || before == .absent { result.append(DocumentValue.Member(name, value)) }
        }
        return .record(result)
    }
}
