import Diagnostics
import Values

/// Reads the fields of one mapping by its schema: both names, types, required fields. What is wrong is collected.
package struct FieldReader {
    package let schema: ContentSchema
    let trees: [String: YAMLTree]
    /// The fields that are given under their Chinese names, by their English ones.
    let fieldsInChinese: Set<String>
    /// Where a missing field is reported.
    package let place: SourceRange
    /// The year of the folder in which an edition's file stands; `nil` for other files.
    package var folderYear: Int?
    package var findings: [Diagnostic] = []

    package init(_ pairs: [YAMLPair], schema: ContentSchema, place: SourceRange) {
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
                findings.append(FieldFinding.duplicate(pair.key, first: first))
                continue
            }
            keys[field.english] = pair.key
            if pair.tree.value.isAbsent || field.isRequired && pair.tree.value.isEmptyList {
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
        fieldsInChinese = Set(keys.compactMap { $0.value.value == $0.key ? nil : $0.key })
        self.findings = findings
    }

    /// Whether a field is given.
    package func has(_ name: String) -> Bool { trees[name] != nil }

    /// Whether a field is given.
    package func has(_ field: FieldSchema) -> Bool { has(field.english) }

    package mutating func text(_ name: String) -> Located<String>? { trees[name].flatMap { scalar($0, name) } }

    /// The text of a field that may be written down empty.
    mutating func textOrEmpty(_ name: String) -> String? {
        if case .scalar("", _) = trees[name]?.value { return nil }
        return text(name)?.value
    }

    /// A whole number within the limits that the field's form has; one outside is reported.
    package mutating func limitedInteger(_ name: String) -> Located<Int>? {
        guard let form = schema.field(named: name)?.form?.limits else { return integer(name) }
        let limits = ExpectedValue.integer(Int(form.lowerBound)...Int(form.upperBound))
        guard let number = integer(name, in: Int(form.lowerBound)...Int(form.upperBound)) else { return nil }
        guard form.contains(Double(number.value)) else {
            wrongType(number.range, name, limits.description, found: String(number.value))
            return nil
        }
        return number
    }

    /// - Parameter limits: what is proposed for a value that is no number; numbers outside are the caller's to report.
    package mutating func integer(
        _ name: String, in limits: ClosedRange<Int> = ExpectedValue.anyInteger
    ) -> Located<Int>? {
        typed(name, .integer(limits), Self.integer)
    }

    /// - Parameter limits: what is proposed for a value that is no number; numbers outside are the caller's to report.
    package mutating func number(
        _ name: String, in limits: ClosedRange<Double> = ExpectedValue.anyNumber
    ) -> Located<Double>? {
        typed(name, .number(limits), Self.number)
    }

    package mutating func flag(_ name: String) -> Bool { placeOfFlag(name) != nil }

    /// Where a flag is set; `nil` for one that is not.
    mutating func placeOfFlag(_ name: String) -> SourceRange? {
        let flag = typed(name, .flag) { text -> Bool? in
            switch text {
            case "true", "True", "TRUE", "是": true
            case "false", "False", "FALSE", "否": false
            default: nil
            }
        }
        return flag?.value == true ? flag?.range : nil
    }

    /// - Parameter isPossible: what is proposed for a value that is no day; other days are the caller's to report.
    package mutating func date(
        _ name: String, where isPossible: @escaping (CalendarDate) -> Bool = { _ in true }
    ) -> Located<CalendarDate>? {
        typed(name, .date(isPossible)) { CalendarDate(iso: $0) }
    }

    mutating func word<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> Located<Word>? {
        trees[name].flatMap { word($0, name, as: type) }
    }

    package mutating func texts(_ name: String) -> [Located<String>] {
        items(name).compactMap { scalar($0, name) }
    }

    package mutating func words<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> [Located<Word>] {
        items(name).compactMap { word($0, name, as: type) }
    }

    /// Reads a nested mapping.
    package mutating func object<Value>(
        _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        trees[name].flatMap { object($0, name, schema, read) }
    }

    /// Reads a list of mappings.
    package mutating func objects<Value>(
        _ name: String, _ schema: ContentSchema, _ read: (inout FieldReader) -> Value?
    ) -> [Value] {
        let items = items(name)
        // Names alone, in the place of mappings that begin with them, are one mistake.
        guard let bare = bareTexts(items, of: schema) else {
            return items.compactMap { object($0, name, schema, read) }
        }
        wrongType(
            bare.range, name, LocalizedText(zh: "一组“字段名: 值”", en: "a mapping of `name: value`"),
            help: schema.help(writing: bare.texts, for: self.schema.field(named: name)))
        return []
    }

    /// The texts of a list in which no item is a mapping, where the fields of one are a text and others that may be left out.
    private func bareTexts(_ items: [YAMLTree], of schema: ContentSchema) -> (texts: [String], range: SourceRange)? {
        guard schema.soleText != nil, let first = items.first else { return nil }
        let texts = items.compactMap { item in
            if case .scalar(let text, _) = item.value, FieldFinding.slip(in: item.range) == nil { text } else { nil }
        }
        return texts.count == items.count ? (texts, first.range) : nil
    }

    /// The pairs of a mapping whose keys are data, as they stand.
    package mutating func pairs(_ name: String) -> [YAMLPair] {
        guard let tree = trees[name] else { return [] }
        guard case .mapping(let pairs) = tree.value else {
            wrongType(tree.range, name, LocalizedText(zh: "一组“规则: 轻重”", en: "a mapping of rules"))
            return []
        }
        return pairs
    }

    /// Reads a mapping whose keys are data, such as provinces.
    package mutating func entries<Key: Hashable>(
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
            if let finding {
                let hidden = HiddenCharacters.finding(about: pair.key.value, at: pair.key.range)
                findings.append(FieldFinding.slip(in: pair.key.range) ?? hidden ?? finding)
            }
            guard let value else { return nil }
            if let first = seen[value] {
                findings.append(FieldFinding.duplicate(pair.key, first: first))
                return nil
            }
            seen[value] = pair.key
            return (Located(value, at: pair.key.range), pair.tree)
        }
    }

    /// The number of an entry, in a mapping whose keys are data.
    package mutating func number(_ tree: YAMLTree, _ name: String, in limits: ClosedRange<Double>) -> Located<Double>? {
        typed(tree, name, .number(limits), Self.number)
    }

    /// The whole number of an entry, in a mapping whose keys are data.
    package mutating func integer(_ tree: YAMLTree, _ name: String, in limits: ClosedRange<Int>) -> Located<Int>? {
        typed(tree, name, .integer(limits), Self.integer)
    }

    package mutating func report(_ finding: Diagnostic) { findings.append(finding) }
}

/// Fields whose values the caller makes something of that a key alone cannot.
extension FieldReader {
    /// Reads a nested mapping.
    package mutating func object<Value>(_ field: FieldSchema, _ read: (inout FieldReader) -> Value?) -> Value? {
        field.type.schema.flatMap { object(field.english, $0, read) }
    }

    /// Reads a list of mappings.
    package mutating func objects<Value>(_ field: FieldSchema, _ read: (inout FieldReader) -> Value?) -> [Value] {
        field.type.schema.map { objects(field.english, $0, read) } ?? []
    }

    package mutating func texts(_ field: FieldSchema) -> [Located<String>] { texts(field.english) }

    /// - Parameter usual: what holds where the field is not given.
    package mutating func flag(_ field: FieldSchema, otherwise usual: Bool) -> Bool {
        has(field) ? flag(field.english) : usual
    }

    /// A whole number with the limits of the field's form; one outside is the caller's to report.
    package mutating func integer(_ field: FieldSchema) -> (value: Located<Int>, limits: ClosedRange<Int>)? {
        let limits = field.form?.limits.map { Int($0.lowerBound)...Int($0.upperBound) } ?? ExpectedValue.anyInteger
        return integer(field.english, in: limits).map { ($0, limits) }
    }

    /// A number with the limits of the field's form; one outside is the caller's to report.
    package mutating func number(_ field: FieldSchema) -> (value: Located<Double>, limits: ClosedRange<Double>)? {
        let limits = field.form?.limits ?? ExpectedValue.anyNumber
        return number(field.english, in: limits).map { ($0, limits) }
    }
}
