import Fields
import Values

/// Values as new YAML, in the style of a file.
struct YAMLRendering {
    let style: YAMLStyle
    let language: SiteLanguage
    /// Whether texts of several lines stand below their names.
    var hasBlocks = true

    /// What stands behind a name or a dash, and on the lines below.
    struct Written: Equatable {
        /// Empty where all stands below.
        var inline: String
        /// Whole lines with their indentation, without line ends.
        var below: [String] = []
    }

    /// A text that another takes the place of.
    struct Former {
        let text: String
        let style: YAMLNode.ScalarStyle
    }

    /// The longest list that is written in brackets on one line, where the file has no list of texts.
    private static let longestInline = 80

    /// - Parameters:
    ///   - column: of the name or dash that the value stands behind.
    ///   - old: the text that this value replaces.
    func block(
        _ value: DocumentValue, _ type: FieldSchema.FieldType?, column: Int, isItem: Bool,
        replacing old: Former? = nil
    ) -> Written {
        switch value {
        case .absent: return Written(inline: "")
        case .text(let text):
            if hasBlocks, let (sign, lines) = YAMLScalar.block(text) {
                let indent = Self.spaces(column + max(style.fieldStep, 1))
                return Written(inline: sign, below: lines.map { $0.isEmpty ? "" : indent + $0 })
            }
            return Written(inline: scalar(text, .block, type, old))
        case .list(let items): return list(items, type, column: column, isItem: isItem)
        case .record(let members):
            guard !members.isEmpty else { return Written(inline: "{}") }
            guard isItem else {
                return Written(inline: "", below: fields(members, type, column: column + style.fieldStep))
            }
            var lines = fields(members, type, column: column + style.itemStep)
            let first = lines.removeFirst().dropFirst(column + style.itemStep)
            return Written(inline: String(first), below: lines)
        }
    }

    private func list(
        _ items: [DocumentValue], _ type: FieldSchema.FieldType?, column: Int, isItem: Bool
    ) -> Written {
        let isOfTexts = items.allSatisfy { if case .text = $0 { true } else { false } }
        let inline = flow(.list(items), type)
        guard !items.isEmpty, !isItem else { return Written(inline: inline) }
        if isOfTexts, !(style.hasDashedLists ?? (inline.utf8.count > Self.longestInline)) {
            return Written(inline: inline)
        }
        let dash = column + style.dashStep
        return Written(inline: "", below: items.flatMap { item($0, type?.element, column: dash) })
    }

    /// An item of a list of dashes, as whole lines.
    func item(_ value: DocumentValue, _ type: FieldSchema.FieldType?, column: Int) -> [String] {
        let written = block(value, type, column: column, isItem: true)
        let isRecord = if case .record(let members) = value { !members.isEmpty } else { false }
        let gap = isRecord ? Self.spaces(style.itemStep - 1) : " "
        return [Self.spaces(column) + "-" + (written.inline.isEmpty ? "" : gap + written.inline)] + written.below
    }

    /// A field, as whole lines.
    func field(_ name: String, _ value: DocumentValue, in type: FieldSchema.FieldType?, column: Int) -> [String] {
        let field = type?.field(named: name)
        let written = block(value, field?.type, column: column, isItem: false)
        let head = Self.spaces(column) + nameText(name, field, .name) + ":"
        return [head + (written.inline.isEmpty ? "" : " " + written.inline)] + written.below
    }

    private func fields(_ members: [DocumentValue.Member], _ type: FieldSchema.FieldType?, column: Int) -> [String] {
        ordered(members, type).flatMap { field($0.name, $0.value, in: type, column: column) }
    }

    /// A value between brackets or braces.
    func flow(_ value: DocumentValue, _ type: FieldSchema.FieldType?, replacing old: Former? = nil) -> String {
        switch value {
        case .absent: return ""
        case .text(let text): return scalar(text, .flow, type, old)
        case .list(let items):
            return "[" + items.map { $0 == .absent ? "null" : flow($0, type?.element) }.joined(separator: ", ") + "]"
        case .record(let members):
            return "{" + ordered(members, type).map { flowField($0.name, $0.value, in: type) }.joined(separator: ", ")
                + "}"
        }
    }

    /// A field between braces.
    func flowField(_ name: String, _ value: DocumentValue, in type: FieldSchema.FieldType?) -> String {
        let field = type?.field(named: name)
        let text = flow(value, field?.type)
        return nameText(name, field, .flow) + ":" + (text.isEmpty ? "" : " " + text)
    }

    /// The fields of a record in the order in which its kind declares them, others behind them.
    private func ordered(
        _ members: [DocumentValue.Member], _ type: FieldSchema.FieldType?
    ) -> [DocumentValue.Member] {
        guard case .object(let schema) = type else { return members }
        let declared = schema.fields.compactMap { field in members.first { $0.name == field.english } }
        return declared + members.filter { schema.field(named: $0.name) == nil }
    }

    private func nameText(_ name: String, _ field: FieldSchema?, _ context: YAMLScalar.Context) -> String {
        guard let field else { return YAMLScalar.written(name, in: context == .flow ? .flow : .name) }
        return language == .chinese ? field.chinese : field.english
    }

    private func scalar(
        _ text: String, _ context: YAMLScalar.Context, _ type: FieldSchema.FieldType?, _ old: Former?
    ) -> String {
        // A text that looks like a number may stand there without quotes, as the one before did.
        let wasPlain = old.map { $0.style == .plain && YAMLScalar.looksLikeOther($0.text) } ?? false
        return YAMLScalar.written(
            text, in: context, isText: (type?.isText ?? false) && !wasPlain, keeping: old?.style)
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
