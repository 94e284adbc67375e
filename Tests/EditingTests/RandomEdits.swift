import TestSupport
import Values

@testable import Editing
@testable import Fields

/// Random edits, and a model of them that knows nothing of YAML.
extension EditingPropertyTests {
    // MARK: The model

    /// A value with another at a path; `nil` takes it away, and what has nothing else with it.
    static func put(
        _ new: DocumentValue?, at path: ArraySlice<DocumentValue.Step>, in old: DocumentValue?, isRoot: Bool = true
    ) -> DocumentValue? {
        guard let step = path.first else { return new }
        switch (step, old) {
        case (.field(let name), .record(let members)):
            var rest = members.filter { $0.name != name }
            let value = members.first { $0.name == name }?.value
            if let value = put(new, at: path.dropFirst(), in: value, isRoot: false) { rest.append(.init(name, value)) }
            return rest.isEmpty && !isRoot ? nil : .record(rest)
        case (.field(let name), _):
            return put(new, at: path.dropFirst(), in: nil, isRoot: false).map { .record([.init(name, $0)]) }
        case (.item(let index), .list(var items)):
            let value = put(new, at: path.dropFirst(), in: items[index], isRoot: false)
            if let value {
                items[index] = value
            } else if path.count == 1 {
                items.remove(at: index)
            } else {
                items[index] = if case .record = items[index] { .record([]) } else { .list([]) }
            }
            return items.isEmpty && !isRoot ? nil : .list(items)
        case (.item, _): return new
        }
    }

    // MARK: Edits

    struct Place {
        let path: DocumentValue.Path
        let value: DocumentValue
    }

    static func places(_ value: DocumentValue, at path: DocumentValue.Path = []) -> [Place] {
        let own = Place(path: path, value: value)
        switch value {
        case .absent, .text: return [own]
        case .list(let items):
            return [own] + items.enumerated().flatMap { places($1, at: path + [.item($0)]) }
        case .record(let members): return [own] + members.flatMap { places($0.value, at: path + [.field($0.name)]) }
        }
    }

    static let texts = [
        "短", "two words", "2020-05-15", "98.5", "-3", "是", "true", "a: b", "a #b", "#标记", "- x", "“引号”", "it's",
        "\"x\" 'y'",
        "back\\slash", "第一行\n第二行", "第一行\n\n  第三行\n", "\n先空一行", "[方括号]", "{花括号}", "a, b", "null", "~", "*", "&x", "!",
        "%", "@",
        "`", "|", ">", "?", ": ", "：全角：", "制表\t符", "  两边有空格  ", "---", "...", "é", "e\u{301}", "/路径/a?b=c#d", "50%",
        String(repeating: "很长的一句话，", count: 40), "行末空格 \n下一行", "#\n#", "- a\n- b",
    ]

    static func text(_ random: inout SeededGenerator) -> DocumentValue {
        .text(texts.randomElement(using: &random) ?? "")
    }

    /// A value of a type, with words that are none where the model asks for nothing better.
    static func value(
        _ type: FieldSchema.FieldType?, _ random: inout SeededGenerator, depth: Int = 0
    ) -> DocumentValue {
        switch type {
        case .list(let element):
            return .list(
                (0..<Int.random(in: 1...3, using: &random)).map { _ in value(element, &random, depth: depth + 1) })
        case .object(let schema) where depth < 3:
            let fields = schema.fields.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
            return .record(fields.map { .init($0.english, value($0.type, &random, depth: depth + 1)) })
        case .provinceCounts, .points: return .record([.init("浙江", .text("3")), .init("a: b", text(&random))])
        default: return text(&random)
        }
    }

    /// An edit with what the model makes of it.
    static func edit(
        _ document: EditableDocument, _ random: inout SeededGenerator
    ) -> (DocumentEdit, DocumentValue)? {
        let value = document.value
        let all = places(value)
        let fields = all.filter { if case .field = $0.path.last { true } else { false } }
        let items = all.filter { if case .item = $0.path.last { true } else { false } }
        func model(_ new: DocumentValue?, _ path: DocumentValue.Path) -> DocumentValue {
            put(new?.composed, at: path[...], in: value) ?? .absent
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1, 2:
            let leaves = all.filter { if case .text = $0.value { !$0.path.isEmpty } else { false } }
            guard let place = leaves.randomElement(using: &random) else { return nil }
            let new = text(&random)
            return (.set(place.path, new), model(new, place.path))
        case 3:
            guard let place = fields.randomElement(using: &random) else { return nil }
            return (.clear(place.path), model(nil, place.path))
        case 4:
            guard let place = items.randomElement(using: &random) else { return nil }
            return (.remove(place.path), model(nil, place.path))
        case 5:
            guard
                let place = all.filter({ if case .list = $0.value { true } else { false } }).randomElement(
                    using: &random),
                case .list(var items) = place.value
            else { return nil }
            let new = Self.value(document.layout.type(at: place.path)?.element, &random)
            let index = Int.random(in: 0...items.count, using: &random)
            items.insert(new, at: index)
            return (.add(place.path, new, at: index), model(.list(items), place.path))
        case 6:
            guard let place = items.randomElement(using: &random), case .item(let index) = place.path.last,
                case .list(var list) = value.value(at: Array(place.path.dropLast()))
            else { return nil }
            let target = Int.random(in: list.indices, using: &random)
            list.insert(list.remove(at: index), at: target)
            return (.move(place.path, to: target), model(.list(list), Array(place.path.dropLast())))
        case 7:
            let records = all.filter { if case .record = $0.value { true } else { false } }
            guard let place = records.randomElement(using: &random),
                case .object(let schema) = document.layout.type(at: place.path),
                let field = schema.fields.randomElement(using: &random)
            else { return nil }
            let path = place.path + [.field(field.english)]
            let new = Self.value(field.type, &random)
            return (.set(path, new), model(new, path))
        default:
            guard let place = all.filter({ !$0.path.isEmpty }).randomElement(using: &random) else { return nil }
            let new = Self.value(document.layout.type(at: place.path), &random)
            return (.set(place.path, new), model(new, place.path))
        }
    }
}
