import Content
import Fields
import Rules
import Values

/// Front matter with every field of a kind of content: those that have a value, and all others as comments with an
/// example, so that taking away the `#` at the beginning of their lines is enough.
struct CommentedFields {
    /// A value that a field begins with.
    indirect enum Value {
        /// As YAML writes it.
        case plain(String)
        case text(String)
        case mapping([FieldSchema: Value])
        case items([[FieldSchema: Value]])
    }

    private let isChinese: Bool
    private let year: Int
    private let examples: [FieldSchema: String]
    private let remarks: [FieldSchema: String]

    /// - Parameters:
    ///   - year: the year that examples of days are in.
    ///   - examples: texts in place of a field's own example, where it stays a comment.
    ///   - remarks: what is to be said of a field's value, on the line before it.
    init(
        language: SiteLanguage, year: Int, examples: [FieldSchema: String] = [:], remarks: [FieldSchema: String] = [:]
    ) {
        isChinese = language == .chinese
        self.year = year
        self.examples = examples
        self.remarks = remarks
    }

    /// The fields as YAML, without `---`.
    func yaml(_ schema: ContentSchema, values: [FieldSchema: Value]) -> String {
        let known = schema.fields.map { field in
            var lines = ["# " + explanation(of: field)]
            if let remark = remarks[field] { lines.append("# " + remark) }
            if let value = values[field] {
                lines += self.lines(field, value, indent: "")
            } else {
                lines += example(field, indent: "").map { "#" + $0 }
            }
            return lines.joined(separator: "\n") + "\n"
        }
        return known.joined(separator: "\n")
    }

    private func name(_ field: FieldSchema) -> String { isChinese ? field.chinese : field.english }

    private func explanation(of field: FieldSchema) -> String {
        let purpose = isChinese ? field.purpose.zh : field.purpose.en
        guard field.isRequired else { return purpose }
        return purpose + (isChinese ? "（必填）" : " (required)")
    }

    // MARK: Values

    private func lines(_ field: FieldSchema, _ value: Value, indent: String) -> [String] {
        let head = indent + name(field) + ":"
        switch (value, field.type) {
        case (.plain(let text), _): return [head + " " + text]
        case (.text(let text), _): return [head + " " + YAMLText.quoted(text)]
        case (.mapping(let values), .object(let schema)):
            return [head] + nested(schema, values: values, indent: indent + "  ")
        case (.items(let items), .list(.object(let schema))):
            return [head] + items.flatMap { item in asItem(nested(schema, values: item, indent: indent + "    ")) }
        case (.mapping, _), (.items, _): return [head]
        }
    }

    /// The fields of a mapping that is filled; those without a value are comments in their lines.
    private func nested(_ schema: ContentSchema, values: [FieldSchema: Value], indent: String) -> [String] {
        schema.fields.flatMap { field in
            values[field].map { lines(field, $0, indent: indent) }
                ?? example(field, indent: "").map { indent + "#" + $0 }
        }
    }

    // MARK: Examples

    private func example(_ field: FieldSchema, indent: String) -> [String] {
        let head = indent + name(field) + ":"
        switch field.type {
        case .object(let schema):
            return [head] + schema.fields.flatMap { explained($0, indent: indent + "  ") }
        case .list(.object(let schema)):
            return [head] + asItem(schema.fields.flatMap { explained($0, indent: indent + "    ") })
        case .provinceCounts: return [head, indent + "  " + (isChinese ? "浙江: 12" : "zhejiang: 12")]
        case .points:
            return [head]
                + Criterion.allCases.map { criterion in
                    let name = isChinese ? criterion.chineseName : criterion.rawValue
                    return indent + "  \(name): \(criterion.maximumPoints - 2)"
                }
        case .checks:
            guard let rule = RuleCatalogue.rules.first(where: { $0.use == .adjustable }) else { return [head] }
            // A site says how much rules count; a page says why one does not hold there.
            if field == SiteFields.checks.schema {
                return [
                    head, indent + "  \(rule.name): " + (isChinese ? "警告" : "warning"),
                    indent + "  " + (isChinese ? "公开联系方式: []" : "contacts: []"),
                    indent + "  " + (isChinese ? "不查的网站: []" : "skip_hosts: []"),
                ]
            }
            let reason = isChinese ? "理由: 为什么在这里可以不守这条规则" : "because: why the rule does not hold here"
            return [head, indent + "  \(rule.name): off", indent + "  " + reason]
        default: return [head + " " + exampleValue(field)]
        }
    }

    /// A field inside of another with what it is for behind it.
    private func explained(_ field: FieldSchema, indent: String) -> [String] {
        var lines = example(field, indent: indent)
        lines[0] += "  # " + explanation(of: field)
        return lines
    }

    private func exampleValue(_ field: FieldSchema) -> String {
        if let example = examples[field] { return YAMLText.quoted(example) }
        if let example = field.example { return isChinese ? example.zh : example.en }
        switch field.type {
        case .text: return isChinese ? "文字" : "text"
        case .integer: return String(exampleNumber(within: field.form?.limits))
        case .number: return "96.5"
        case .flag: return "false"
        case .date: return "\(year)-06-30"
        case .word(let words): return words.first.map { isChinese ? $0.chinese : $0.key } ?? ""
        case .list(.word(let words)):
            return "[" + words.prefix(2).map { isChinese ? $0.chinese : $0.key }.joined(separator: ", ") + "]"
        case .list: return "[]"
        case .object, .provinceCounts, .points, .checks: return ""
        }
    }

    /// The year where the limits allow it, else the least number that they do.
    private func exampleNumber(within limits: ClosedRange<Double>?) -> Int {
        guard let limits, !limits.contains(Double(year)) else { return year }
        return Int(limits.lowerBound)
    }

    /// Lines of fields as one item of a list.
    private func asItem(_ lines: [String]) -> [String] {
        // The dash stands before the first field that is no comment.
        guard let first = lines.firstIndex(where: { !$0.drop { $0 == " " }.hasPrefix("#") }) else { return lines }
        var lines = lines
        let spaces = lines[first].prefix { $0 == " " }.count
        guard spaces >= 2 else { return lines }
        lines[first] =
            String(repeating: " ", count: spaces - 2) + "- " + lines[first].dropFirst(spaces)
        // Comments before it would seem to be of the item above.
        let dashed = lines.remove(at: first)
        return [dashed] + lines
    }
}

/// Texts as YAML reads them back.
enum YAMLText {
    /// In quotes where the text would mean something else without.
    static func quoted(_ text: String) -> String {
        let special = text.contains { ":#\"'[]{}&*!|>%@`,\\\n".contains($0) }
        let isOther =
            ["true", "false", "yes", "no", "null", "~", ""].contains(text.lowercased()) || Double(text) != nil
        let edge = text.first.map { "-? ".contains($0) } ?? true || text.last == " "
        guard special || isOther || edge else { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            + "\""
    }
}
