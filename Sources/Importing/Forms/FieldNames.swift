import Content
import Forms
import Values

/// What the fields of a form are called in files that people hand in: by their labels, whatever stands in brackets behind them, and by
/// every other name that the columns of rosters and lists have. Old forms and forms of provinces say 推荐单位 for 推荐协会（可选项）.
struct FieldNames {
    /// Answers that stand behind their label: `推荐单位：浙江省市政行业协会`.
    struct Statement {
        let field: String
        /// As it is written.
        let label: String
        let value: String
    }

    /// The printed words of the form, as labels are compared.
    private let printed: Set<String>
    /// Names of fields by their labels, as they are printed; none for a label that several have.
    private let byLabel: [String: String]
    /// Names of fields by their labels without brackets; none for one that several have.
    private let byPlainLabel: [String: String]
    private let byDestination: [FormField.Destination: String]
    /// What empty fields show.
    private let prompts: Set<String>

    init(_ form: FormDefinition) {
        let fields = form.fields.filter { $0.kind != .stamp }
        let parts = form.fields.flatMap { field -> [FormField.Part] in
            if case .longText(_, _, let parts) = field.kind { return parts }
            return []
        }
        let words = form.sections.flatMap(\.rows).flatMap(\.cells).compactMap(\.words)
        printed = Set((words + parts.map(\.title)).map { LabelText.normal($0.chinese) })
        byLabel = Self.unique(
            fields.map { (LabelText.normal(($0.cellLabel ?? $0.label).chinese), $0.name) })
        byPlainLabel = Self.unique(
            fields.flatMap { field in
                [field.cellLabel ?? field.label, field.label].flatMap { [$0.chinese, $0.english ?? ""] }
                    .map { (TableHeader.simplified($0), field.name) }
            })
        prompts = Set(fields.map { LabelText.normal($0.prompt) })
        byDestination = Dictionary(
            fields.compactMap { field in field.destination.map { ($0, field.name) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func unique(_ names: [(label: String, field: String)]) -> [String: String] {
        Dictionary(grouping: names.filter { !$0.label.isEmpty }, by: \.label).compactMapValues { same in
            let fields = Set(same.map(\.field))
            return fields.count == 1 ? fields.first : nil
        }
    }

    /// Whether a text is printed on the form: a label, the title of a part, or words that name nothing.
    func isPrinted(_ text: String) -> Bool { printed.contains(LabelText.normal(text)) }

    /// Whether a text is printed on the form, or names one of its fields.
    func isLabel(_ text: String) -> Bool { isPrinted(text) || otherName(text) != nil }

    /// The name of the field that a text names though its label is another one.
    func otherName(_ text: String) -> String? {
        guard !text.isEmpty, text.count <= Self.longestLabel, !isPrinted(text) else { return nil }
        let plain = TableHeader.simplified(text)
        guard !plain.isEmpty, !prompts.contains(LabelText.normal(text)) else { return nil }
        if let field = byPlainLabel[plain] { return field }
        return switch TableHeader.meaning(of: text) {
        case .roster(let column): byDestination[FormField.Destination(column)]
        case .year: byDestination[.year]
        case .serial, .city, .derived, .personal, nil: nil
        }
    }

    /// The name of the field that a text names by its label or otherwise; `nil` also for a label that several fields have.
    func field(named text: String) -> String? { byLabel[LabelText.normal(text)] ?? otherName(text) }

    /// A label, in characters.
    static let longestLabel = 30

    /// What lines say with labels, colons and answers, of which several may stand in one line.
    func statements(in text: String) -> [Statement] {
        text.split(whereSeparator: \.isNewline).flatMap { line -> [Statement] in
            var labels: [(field: String, range: Range<String.Index>, answer: String.Index)] = []
            var from = line.startIndex
            for colon in line.indices where Self.colons.contains(line[colon]) {
                let nearest = line.index(colon, offsetBy: -Self.longestLabel, limitedBy: from) ?? from
                let next = line.index(after: colon)
                if let (field, start) = label(in: line[nearest..<colon]) {
                    labels.append((field, start..<colon, next))
                }
                from = next
            }
            return labels.enumerated().map { index, label in
                let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : line.endIndex
                return Statement(
                    field: label.field, label: FieldSearch.cleaned(String(line[label.range])),
                    value: Self.answer(line[label.answer..<end]))
            }
        }
    }

    private static let colons: Set<Character> = [":", "："]
    private static let stops: Set<Character> = ["；", ";", "，", ",", "、", "|", "。"]

    /// The longest name of a field that a text ends with, at its beginning or behind a blank or a stop.
    private func label(in text: Substring) -> (field: String, start: String.Index)? {
        var start = text.startIndex
        while start < text.endIndex {
            if let field = field(named: String(text[start...])) { return (field, start) }
            guard let gap = text[start...].firstIndex(where: { $0.isWhitespace || Self.stops.contains($0) }) else {
                return nil
            }
            start = text.index(after: gap)
        }
        return nil
    }

    /// Without the stop before the next label.
    private static func answer(_ text: Substring) -> String {
        var answer = FieldSearch.cleaned(String(text))
        while let last = answer.last, stops.contains(last) || last.isWhitespace { answer.removeLast() }
        return answer
    }
}
