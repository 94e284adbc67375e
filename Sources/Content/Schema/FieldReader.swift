import Diagnostics

/// Reads the fields of one mapping by its schema: both names, types, required fields. What is wrong is collected.
struct FieldReader {
    private let schema: ContentSchema
    private let trees: [String: YAMLTree]
    /// Where a missing field is reported.
    let place: SourceRange
    private(set) var findings: [Diagnostic] = []

    init(_ pairs: [YAMLPair], schema: ContentSchema, place: SourceRange) {
        self.schema = schema
        self.place = place
        var trees: [String: YAMLTree] = [:]
        var keys: [String: Located<String>] = [:]
        var findings: [Diagnostic] = []
        for pair in pairs {
            guard let field = schema.field(named: pair.key.value) else {
                findings.append(Self.unknown(pair.key, in: schema))
                continue
            }
            if let first = keys[field.english] {
                findings.append(Self.duplicate(pair.key, first: first, field: field))
                continue
            }
            keys[field.english] = pair.key
            if pair.tree.value.isAbsent {
                // A field without a value counts as left out; its place is the key's.
                if field.isRequired { findings.append(Self.missing(field, in: schema, at: pair.key.range)) }
                continue
            }
            trees[field.english] = pair.tree
        }
        for field in schema.fields where field.isRequired && keys[field.english] == nil {
            findings.append(Self.missing(field, in: schema, at: place))
        }
        self.trees = trees
        self.findings = findings
    }

    /// Whether a field is given.
    func has(_ name: String) -> Bool { trees[name] != nil }

    mutating func text(_ name: String) -> Located<String>? { trees[name].flatMap { scalar($0, name) } }

    /// The text of a field that may be written down empty.
    func textOrEmpty(_ name: String) -> String? {
        guard case .scalar(let text, _) = trees[name]?.value, !text.isEmpty else { return nil }
        return text
    }

    mutating func integer(_ name: String) -> Located<Int>? {
        typed(name, zh: "一个整数", en: "a whole number") { Int($0) }
    }

    mutating func number(_ name: String) -> Located<Double>? {
        typed(name, zh: "一个数", en: "a number", Self.number)
    }

    mutating func flag(_ name: String) -> Bool {
        typed(name, zh: "true（是）或 false（否）", en: "true or false") { text -> Bool? in
            switch text {
            case "true", "是": true
            case "false", "否": false
            default: nil
            }
        }?.value ?? false
    }

    mutating func date(_ name: String) -> Located<CalendarDate>? {
        typed(name, zh: "一个存在的日期，写成 2020-05-15", en: "a day that exists, as 2020-05-15") { CalendarDate(iso: $0) }
    }

    mutating func word<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> Located<Word>? {
        trees[name].flatMap { word($0, name, as: type) }
    }

    mutating func texts(_ name: String) -> [Located<String>] {
        items(name).compactMap { scalar($0, name) }
    }

    mutating func words<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> [Located<Word>] {
        items(name).compactMap { word($0, name, as: type) }
    }

    /// Reads a nested mapping.
    mutating func object<Value>(
        _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        trees[name].flatMap { object($0, name, schema, read) }
    }

    /// Reads a list of mappings.
    mutating func objects<Value>(
        _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> [Value] {
        items(name).compactMap { object($0, name, schema, read) }
    }

    /// Reads a mapping whose keys are data, such as provinces.
    mutating func entries<Key>(
        _ name: String, key: (Located<String>) -> (Key?, Diagnostic?)
    ) -> [(key: Located<Key>, value: YAMLTree)] {
        guard let tree = trees[name] else { return [] }
        guard case .mapping(let pairs) = tree.value else {
            wrongType(tree.range, name, zh: "一组“名称: 数”", en: "a mapping of names to numbers")
            return []
        }
        return pairs.compactMap { pair in
            let (value, finding) = key(pair.key)
            if let finding { findings.append(finding) }
            return value.map { (Located($0, at: pair.key.range), pair.tree) }
        }
    }

    mutating func number(_ tree: YAMLTree, _ name: String) -> Located<Double>? {
        guard let text = scalar(tree, name) else { return nil }
        guard let value = Self.number(text.value) else {
            wrongType(text.range, name, zh: "一个数", en: "a number", found: text.value)
            return nil
        }
        return Located(value, at: text.range)
    }

    mutating func report(_ finding: Diagnostic) { findings.append(finding) }

    // MARK: Typing

    private mutating func typed<Value: Sendable>(
        _ name: String, zh: String, en: String, _ read: (String) -> Value?
    ) -> Located<Value>? {
        guard let tree = trees[name], let text = scalar(tree, name) else { return nil }
        guard let value = read(text.value) else {
            wrongType(text.range, name, zh: zh, en: en, found: text.value)
            return nil
        }
        return Located(value, at: text.range)
    }

    private mutating func scalar(_ tree: YAMLTree, _ name: String) -> Located<String>? {
        guard case .scalar(let text, _) = tree.value else {
            wrongType(tree.range, name, zh: "一个值，而不是列表或一组字段", en: "one value, not a list or a mapping")
            return nil
        }
        guard !text.isEmpty else {
            wrongType(tree.range, name, zh: "一个不为空的值", en: "a value that is not empty")
            return nil
        }
        return Located(text, at: tree.range)
    }

    private mutating func word<Word: VocabularyWord>(_ tree: YAMLTree, _ name: String, as type: Word.Type) -> Located<Word>? {
        guard let text = scalar(tree, name) else { return nil }
        guard let word = Word(word: text.value) else {
            let words = Word.words
            let suggestion = NearestName.suggestion(for: text.value, among: words.flatMap { [$0.key, $0.chinese] })
            let choices = words.map { "\($0.key)（\($0.chinese)）" }.joined(separator: "、")
            findings.append(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "“\(label(name).zh)”不能是“\(text.value)”。", en: "“\(label(name).en)” cannot be “\(text.value)”."),
                    help: LocalizedText(
                        zh: (suggestion.map { "是否应为“\($0)”？" } ?? "") + "可以是：\(choices)。",
                        en: (suggestion.map { "Did you mean “\($0)”? " } ?? "") + "It is one of: \(choices)."),
                    replacement: suggestion))
            return nil
        }
        return Located(word, at: text.range)
    }

    /// The elements of a list; a single value counts as a list of one.
    private mutating func items(_ name: String) -> [YAMLTree] {
        guard let tree = trees[name] else { return [] }
        switch tree.value {
        case .sequence(let items): return items
        case .scalar: return [tree]
        case .mapping:
            wrongType(tree.range, name, zh: "一个列表，每项以“- ”开头", en: "a list, each item beginning with “- ”")
            return []
        }
    }

    private mutating func object<Value>(
        _ tree: YAMLTree, _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard case .mapping(let pairs) = tree.value else {
            wrongType(tree.range, name, zh: "一组“字段名: 值”", en: "a mapping of `name: value`")
            return nil
        }
        var reader = FieldReader(pairs, schema: schema, place: pairs.first?.key.range ?? tree.range)
        let value = read(&reader)
        findings += reader.findings
        return value
    }

    private static func number(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    // MARK: Findings

    private func label(_ name: String) -> LocalizedText {
        let chinese = schema.field(named: name)?.chinese ?? name
        return LocalizedText(zh: "\(chinese)（\(name)）", en: name)
    }

    private mutating func wrongType(_ range: SourceRange, _ name: String, zh: String, en: String, found: String? = nil) {
        findings.append(
            Diagnostic(
                .metaType, at: range,
                message: LocalizedText(
                    zh: "“\(label(name).zh)”应是\(zh)" + (found.map { "，现在是“\($0)”。" } ?? "。"),
                    en: "“\(label(name).en)” must be \(en)" + (found.map { ", not “\($0)”." } ?? "."))))
    }

    private static func unknown(_ key: Located<String>, in schema: ContentSchema) -> Diagnostic {
        if let colon = EditorSlips.fullWidthColon(in: key.range.file, line: key.range.file.lineBytes(around: key.range.bytes.lowerBound)) {
            return colon
        }
        let suggestion = NearestName.suggestion(for: key.value, among: schema.names)
        let known = schema.fields.map { "\($0.english)（\($0.chinese)）" }.joined(separator: "、")
        return Diagnostic(
            .metaUnknownField, at: key.range,
            message: LocalizedText(
                zh: "\(schema.name.zh)没有字段“\(key.value)”。", en: "A \(schema.name.en) has no field “\(key.value)”."),
            help: LocalizedText(
                zh: suggestion.map { "是否应为“\($0)”？" } ?? "可用的字段：\(known)。",
                en: suggestion.map { "Did you mean “\($0)”?" } ?? "Its fields are: \(known)."),
            replacement: suggestion)
    }

    private static func duplicate(_ key: Located<String>, first: Located<String>, field: FieldSchema) -> Diagnostic {
        Diagnostic(
            .metaDuplicateField, at: key.range,
            message: LocalizedText(
                zh: "“\(field.english)”和“\(field.chinese)”是同一个字段，写了不止一次。",
                en: "“\(field.english)” and “\(field.chinese)” are one field, given more than once."),
            related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: first.range)])
    }

    private static func missing(_ field: FieldSchema, in schema: ContentSchema, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaMissingField, at: range,
            message: LocalizedText(
                zh: "\(schema.name.zh)缺少必填字段“\(field.chinese)（\(field.english)）”。",
                en: "The \(schema.name.en) lacks the required field “\(field.english)”."),
            help: LocalizedText(
                zh: "请补写“\(field.chinese): …”。\(field.purpose.zh)", en: "Add `\(field.english): …`. \(field.purpose.en)"))
    }
}
