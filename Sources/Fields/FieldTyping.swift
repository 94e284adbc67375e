import Diagnostics
import Rules
import Values

/// Values of their types, with findings about those that are not.
extension FieldReader {
    mutating func typed<Value: Sendable>(
        _ name: String, _ type: ExpectedValue, _ read: (String) -> Value?
    ) -> Located<Value>? {
        trees[name].flatMap { typed($0, name, type, read) }
    }

    mutating func typed<Value: Sendable>(
        _ tree: YAMLTree, _ name: String, _ type: ExpectedValue, _ read: (String) -> Value?
    ) -> Located<Value>? {
        guard let text = scalar(tree, name, isText: false).map({ $0.map(Self.unquoted) }) else { return nil }
        guard let value = read(text.value) else {
            wrongType(
                text.range, name, type.description, found: text.value,
                proposal: type.proposal(for: text.value, isChinese: fieldsInChinese.contains(name)),
                help: type.help)
            return nil
        }
        return Located(value, at: text.range)
    }

    /// - Parameter isText: whether the value needs quotes where it stands in Chinese ones.
    package mutating func scalar(_ tree: YAMLTree, _ name: String, isText: Bool = true) -> Located<String>? {
        guard case .scalar(let text, _) = tree.value else {
            wrongType(tree.range, name, LocalizedText(zh: "一个值，而不是列表或一组字段", en: "one value, not a list or a mapping"))
            return nil
        }
        // Blanks of any kind are no value.
        guard !tree.value.isAbsent, !(HiddenCharacters.blemish(of: text)?.cleaned ?? text).trimmingSpaces.isEmpty else {
            wrongType(tree.range, name, LocalizedText(zh: "一个不为空的值", en: "a value that is not empty"))
            return nil
        }
        if case .scalar(_, isPlain: true) = tree.value, Self.unquoted(text) != text {
            findings.append(EditorSlips.chineseQuotes(around: Self.unquoted(text), isText: isText, at: tree.range))
        }
        if isText,
            let markup = HiddenComment.finding(in: text, at: tree.range)
                ?? FieldMarkup.finding(in: text, at: tree.range)
        {
            findings.append(markup)
        }
        if Self.lines.contains(name), text.trimmingSpaces.contains(where: \.isNewline) {
            wrongType(tree.range, name, LocalizedText(zh: "写在一行里的文字", en: "text on one line"))
            return Located(text.trimmingSpaces.split(whereSeparator: \.isNewline).joined(), at: tree.range)
        }
        guard let hidden = HiddenCharacters.finding(about: text, at: tree.range) else {
            return Located(text.trimmingSpaces, at: tree.range)
        }
        findings.append(hidden)
        // What refers to the value, or is compared with it, is not to blame.
        return Located(HiddenCharacters.blemish(of: text)?.cleaned ?? text, at: tree.range)
    }

    /// Fields that name something: in headings, lists and the titles of browsers they stand on one line.
    private static let lines: Set<String> = ["title", "short_title", "name", "english_name", "team", "enterprise"]

    /// A text without the Chinese quotation marks around the whole of it.
    static func unquoted(_ text: String) -> String {
        // All of the quotation marks begin with one of three bytes.
        guard let byte = text.utf8.first, byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return text }
        guard let first = text.first, let last = text.last, text.count > 2,
            ["“”", "”“", "””", "““", "‘’", "’’", "＂＂", "「」", "＇＇"].contains("\(first)\(last)")
        else { return text }
        let inside = text.dropFirst().dropLast()
        return inside.contains { $0 == first || $0 == last } ? text : String(inside)
    }

    /// The elements of a list; a single value counts as a list of one.
    mutating func items(_ name: String) -> [YAMLTree] {
        guard let tree = trees[name] else { return [] }
        switch tree.value {
        case .sequence(let items): return items
        case .scalar: return [tree]
        case .mapping:
            wrongType(
                tree.range, name, LocalizedText(zh: "一个列表，每项以“- ”开头", en: "a list, each item beginning with “- ”"))
            return []
        }
    }

    package mutating func object<Value>(
        _ tree: YAMLTree, _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard case .mapping(let pairs) = tree.value else {
            if case .scalar = tree.value, let slip = FieldFinding.slip(in: tree.range) {
                findings.append(slip)
            } else {
                wrongType(tree.range, name, LocalizedText(zh: "一组“字段名: 值”", en: "a mapping of `name: value`"))
            }
            return nil
        }
        var reader = FieldReader(pairs, schema: schema, place: pairs.first?.key.range ?? tree.range)
        reader.folderYear = folderYear
        let value = read(&reader)
        findings += reader.findings
        return value
    }

    /// An id of a list.
    mutating func slug(_ name: String) -> Located<Slug>? {
        guard let text = text(name) else { return nil }
        guard let slug = Slug(text.value) else {
            report(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "编号“\(text.value)”只能由小写字母、数字和 - 组成。",
                        en: "The id “\(text.value)” may only have a-z, 0-9 and -."),
                    help: Slug.proposal(for: text.value).map {
                        LocalizedText(zh: "可以写成“\($0)”。", en: "Write “\($0)”.")
                    },
                    replacement: Slug.proposal(for: text.value)?.text))
            return nil
        }
        return Located(slug, at: text.range)
    }

    package static func integer(_ text: String) -> Int? {
        // Int also reads `+5`, which is no way to write a year or a number of people.
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } ? Int(text) : nil
    }

    package static func number(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    package func label(_ name: String) -> LocalizedText {
        let chinese = schema.field(named: name)?.chinese ?? name
        return LocalizedText(zh: chinese, en: name)
    }

    mutating func wrongType(
        _ range: SourceRange, _ name: String, _ expected: LocalizedText, found: String? = nil, proposal: String? = nil,
        help: LocalizedText? = nil
    ) {
        findings.append(
            Diagnostic(
                .metaType, at: range,
                message: LocalizedText(
                    zh: "“\(label(name).zh)”应是\(expected.zh)" + (found.map { "，现在是“\($0)”。" } ?? "。"),
                    en: "“\(label(name).en)” must be \(expected.en)" + (found.map { ", not “\($0)”." } ?? ".")),
                help: proposal.map { LocalizedText(zh: "请写成 \($0)。", en: "Write \($0).") } ?? help,
                replacement: proposal))
    }
}
