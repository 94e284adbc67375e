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
        // A required field whose name is misspelt is not missing as well.
        var misspelt: Set<String> = []
        for pair in pairs {
            guard let field = schema.field(named: pair.key.value) else {
                let finding = FieldFinding.unknown(pair.key, in: schema)
                if let meant = finding.replacement.flatMap(schema.field(named:)) { misspelt.insert(meant.english) }
                findings.append(finding)
                continue
            }
            if let first = keys[field.english] {
                findings.append(FieldFinding.duplicate(pair.key, first: first, names: [field.english, field.chinese]))
                continue
            }
            keys[field.english] = pair.key
            if pair.tree.value.isAbsent {
                // A field without a value counts as left out; its place is the key's.
                if field.isRequired { findings.append(FieldFinding.missing(field, in: schema, at: pair.key.range)) }
                continue
            }
            trees[field.english] = pair.tree
        }
        for field in schema.fields
        where field.isRequired && keys[field.english] == nil && !misspelt.contains(field.english) {
            findings.append(FieldFinding.missing(field, in: schema, at: place))
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
        typed(name, .integer) { Self.integer($0) }
    }

    mutating func number(_ name: String) -> Located<Double>? {
        typed(name, .number, Self.number)
    }

    mutating func flag(_ name: String) -> Bool { placeOfFlag(name) != nil }

    /// Where a flag is set; `nil` for one that is not.
    mutating func placeOfFlag(_ name: String) -> SourceRange? {
        let flag = typed(name, .flag) { text -> Bool? in
            switch text {
            case "true", "是": true
            case "false", "否": false
            default: nil
            }
        }
        return flag?.value == true ? flag?.range : nil
    }

    mutating func date(_ name: String) -> Located<CalendarDate>? {
        typed(name, .date) { CalendarDate(iso: $0) }
    }

    mutating func word<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> Located<Word>? {
        trees[name].flatMap { word($0, name, as: type) }
    }

    mutating func texts(_ name: String) -> [Located<String>] {
        items(name).compactMap { scalar($0, name) }
    }

    /// Reads a list of short names. Several names in one text, as one writes them in a sentence, are an error.
    mutating func names(_ name: String) -> [Located<String>] {
        texts(name).compactMap { text in
            guard text.value.unicodeScalars.contains(where: Self.separatesNames) else { return text }
            let parts = text.value.unicodeScalars.split(whereSeparator: Self.separatesNames).map {
                String($0).trimmingSpaces
            }
            guard parts.count > 1 else { return text }
            // The file names the whole list when it is not one of brackets or dashes.
            let isWhole = if case .scalar = trees[name]?.value { true } else { false }
            let list = parts.joined(separator: ", ")
            findings.append(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "“\(label(name).zh)”的一项里写了几个名称。", en: "One item of “\(label(name).en)” holds several names."
                    ),
                    help: LocalizedText(zh: "请写成列表：[\(list)]。", en: "Write a list: [\(list)]."),
                    replacement: isWhole ? "[\(list)]" : list))
            return nil
        }
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

    /// The pairs of a mapping whose keys are data, as they stand.
    mutating func pairs(_ name: String) -> [YAMLPair] {
        guard let tree = trees[name] else { return [] }
        guard case .mapping(let pairs) = tree.value else {
            wrongType(tree.range, name, LocalizedText(zh: "一组“规则: 轻重”", en: "a mapping of rules"))
            return []
        }
        return pairs
    }

    /// Reads a mapping whose keys are data, such as provinces.
    mutating func entries<Key: Hashable>(
        _ name: String, key: (Located<String>) -> (Key?, Diagnostic?)
    ) -> [(key: Located<Key>, value: YAMLTree)] {
        guard let tree = trees[name] else { return [] }
        guard case .mapping(let pairs) = tree.value else {
            wrongType(tree.range, name, LocalizedText(zh: "一组“名称: 数”", en: "a mapping of names to numbers"))
            return []
        }
        var seen: [Key: Located<String>] = [:]
        return pairs.compactMap { pair in
            let (value, finding) = key(pair.key)
            if let finding { findings.append(FieldFinding.slip(in: pair.key.range) ?? finding) }
            guard let value else { return nil }
            if let first = seen[value] {
                findings.append(FieldFinding.duplicate(pair.key, first: first, names: [first.value, pair.key.value]))
                return nil
            }
            seen[value] = pair.key
            return (Located(value, at: pair.key.range), pair.tree)
        }
    }

    /// The number of an entry, in a mapping whose keys are data.
    mutating func number(_ tree: YAMLTree, _ name: String) -> Located<Double>? {
        typed(tree, name, .number, Self.number)
    }

    /// The whole number of an entry, in a mapping whose keys are data.
    mutating func integer(_ tree: YAMLTree, _ name: String) -> Located<Int>? {
        typed(tree, name, .integer, Self.integer)
    }

    mutating func report(_ finding: Diagnostic) { findings.append(finding) }

    // MARK: Typing

    private mutating func typed<Value: Sendable>(
        _ name: String, _ type: ExpectedValue, _ read: (String) -> Value?
    ) -> Located<Value>? {
        trees[name].flatMap { typed($0, name, type, read) }
    }

    private mutating func typed<Value: Sendable>(
        _ tree: YAMLTree, _ name: String, _ type: ExpectedValue, _ read: (String) -> Value?
    ) -> Located<Value>? {
        guard let text = scalar(tree, name, isText: false).map({ $0.map(Self.unquoted) }) else { return nil }
        guard let value = read(text.value) else {
            wrongType(text.range, name, type.description, found: text.value, proposal: type.proposal(for: text.value))
            return nil
        }
        return Located(value, at: text.range)
    }

    /// - Parameter isText: whether the value needs quotes where it stands in Chinese ones.
    private mutating func scalar(_ tree: YAMLTree, _ name: String, isText: Bool = true) -> Located<String>? {
        guard case .scalar(let text, _) = tree.value else {
            wrongType(tree.range, name, LocalizedText(zh: "一个值，而不是列表或一组字段", en: "one value, not a list or a mapping"))
            return nil
        }
        guard !text.isEmpty else {
            wrongType(tree.range, name, LocalizedText(zh: "一个不为空的值", en: "a value that is not empty"))
            return nil
        }
        if case .scalar(_, isPlain: true) = tree.value, Self.unquoted(text) != text {
            findings.append(EditorSlips.chineseQuotes(around: Self.unquoted(text), isText: isText, at: tree.range))
        }
        return Located(text, at: tree.range)
    }

    private mutating func word<Word: VocabularyWord>(_ tree: YAMLTree, _ name: String, as type: Word.Type) -> Located<
        Word
    >? {
        guard let text = scalar(tree, name, isText: false).map({ $0.map(Self.unquoted) }) else { return nil }
        if let list = list(of: type, in: text.value) {
            findings.append(severalWords(text, name, list: list, isWhole: isWhole(tree, name)))
            return nil
        }
        guard let word = Word(word: text.value) else {
            let words = Word.words
            let suggestion = NearestName.suggestion(for: text.value, among: words.flatMap { [$0.key, $0.chinese] })
            let choices = words.map { "\($0.key)（\($0.chinese)）" }.joined(separator: "、")
            findings.append(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "“\(label(name).zh)”不能是“\(text.value)”。",
                        en: "“\(label(name).en)” cannot be “\(text.value)”."),
                    help: LocalizedText(
                        zh: (suggestion.map { "是否应为“\($0)”？" } ?? "") + "可以是：\(choices)。",
                        en: (suggestion.map { "Did you mean “\($0)”? " } ?? "") + "It is one of: \(choices)."),
                    replacement: suggestion))
            return nil
        }
        return Located(word, at: text.range)
    }

    /// The words of a list that is written as one text, as `demand，process` is; `nil` for anything else.
    private func list<Word: VocabularyWord>(of type: Word.Type, in text: String) -> [String]? {
        let parts = text.unicodeScalars.split(whereSeparator: Self.separatesNames).map { String($0).trimmingSpaces }
        return parts.count > 1 && parts.allSatisfy { Word(word: $0) != nil } ? parts : nil
    }

    /// Whether a value is the whole of its field, not one item of a list in brackets or dashes.
    private func isWhole(_ tree: YAMLTree, _ name: String) -> Bool { trees[name]?.range == tree.range }

    private func severalWords(_ text: Located<String>, _ name: String, list: [String], isWhole: Bool) -> Diagnostic {
        let joined = list.joined(separator: ", ")
        return Diagnostic(
            .metaType, at: text.range,
            message: LocalizedText(
                zh: "“\(label(name).zh)”的各项要用英文逗号分开。", en: "Items of “\(label(name).en)” are separated by ASCII commas."
            ),
            help: LocalizedText(zh: "请写成 [\(joined)]。", en: "Write [\(joined)]."),
            replacement: isWhole ? "[\(joined)]" : joined)
    }

    /// A text without the Chinese quotation marks around the whole of it.
    private static func unquoted(_ text: String) -> String {
        guard let first = text.first, let last = text.last, text.count > 2,
            ["“”", "”“", "””", "““", "‘’", "’’", "＂＂", "「」", "＇＇"].contains("\(first)\(last)")
        else { return text }
        let inside = text.dropFirst().dropLast()
        return inside.contains { $0 == first || $0 == last } ? text : String(inside)
    }

    /// The elements of a list; a single value counts as a list of one.
    private mutating func items(_ name: String) -> [YAMLTree] {
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

    private mutating func object<Value>(
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
        let value = read(&reader)
        findings += reader.findings
        return value
    }

    private static func separatesNames(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", ",", "；", ";": true
        default: false
        }
    }

    private static func integer(_ text: String) -> Int? {
        // Int also reads `+5`, which is no way to write a year or a number of people.
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } ? Int(text) : nil
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

    private mutating func wrongType(
        _ range: SourceRange, _ name: String, _ expected: LocalizedText, found: String? = nil, proposal: String? = nil
    ) {
        findings.append(
            Diagnostic(
                .metaType, at: range,
                message: LocalizedText(
                    zh: "“\(label(name).zh)”应是\(expected.zh)" + (found.map { "，现在是“\($0)”。" } ?? "。"),
                    en: "“\(label(name).en)” must be \(expected.en)" + (found.map { ", not “\($0)”." } ?? ".")),
                help: proposal.map { LocalizedText(zh: "请写成 \($0)。", en: "Write \($0).") }, replacement: proposal))
    }
}
