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
    /// Labels of long texts that become the text of a page.
    private let writeUpLabels: Set<String>
    /// What empty fields show.
    private let prompts: Set<String>

    init(_ form: FormDefinition) {
        let fields = form.fields.filter { $0.kind != .stamp }
        let words = form.sections.flatMap(\.rows).flatMap(\.cells).compactMap(\.words)
        printed = Set((words + form.textParts.map(\.title)).map { LabelText.normal($0.chinese) })
        byLabel = Self.unique(
            fields.map { (LabelText.normal(($0.cellLabel ?? $0.label).chinese), $0.name) })
        byPlainLabel = Self.unique(
            fields.flatMap { field in
                [field.cellLabel ?? field.label, field.label].flatMap { [$0.chinese, $0.english ?? ""] }
                    .map { (TableHeader.simplified($0), field.name) }
            })
        writeUpLabels = Set(
            fields.filter { $0.destination == .text }.flatMap { [$0.label, $0.cellLabel ?? $0.label] }
                .map { LabelText.normal($0.chinese) })
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
    func isPrinted(_ text: String) -> Bool { printed.contains(comparable(text)) }

    /// A label as it is compared, without the number of its row where that is no part of it: `3 班组名称`, `（5）推荐协会`.
    func comparable(_ text: String) -> String {
        let words = LabelText.normal(text)
        guard !printed.contains(words), let bare = Self.withoutNumber(words), printed.contains(bare) else {
            return words
        }
        return bare
    }

    /// The words behind a number of one or two figures; `nil` for words without one.
    private static func withoutNumber(_ words: String) -> String? {
        guard words.utf8.count <= 3 * (longestLabel + 4), let first = words.first else { return nil }
        if ("①"..."⑳").contains(first) { return String(words.dropFirst()) }
        let isBracketed = first == "("
        let rest = words.dropFirst(isBracketed ? 1 : 0)
        let number = rest.prefix { numerals.contains($0) }
        guard (1...2).contains(number.count) else { return nil }
        var bare = rest.dropFirst(number.count)
        let mark = bare.first.map { ")、.．".contains($0) } ?? false
        // A Han numeral without a mark may begin a word: 一级.
        guard mark || !isBracketed && number.allSatisfy(\.isASCII) else { return nil }
        if mark { bare = bare.dropFirst() }
        return bare.isEmpty ? nil : String(bare)
    }

    private static let numerals: Set<Character> = Set("0123456789一二三四五六七八九十")

    /// Whether a label names the whole write-up.
    func namesWriteUp(_ label: String) -> Bool {
        let words = LabelText.normal(label).prefix { $0 != "(" }
        return writeUpLabels.contains(String(words)) || Self.writeUps.contains(where: words.hasSuffix)
    }

    private static let writeUps = ["简介与成果", "简介及成果", "活动成果", "成果材料", "申报材料", "事迹材料", "建设成果", "申报正文"]

    /// Whether a text is printed on the form, or names one of its fields.
    func isLabel(_ text: String) -> Bool { isPrinted(text) || otherName(text) != nil }

    /// The name of the field that a text names though its label is another one.
    func otherName(_ text: String) -> String? {
        guard !text.isEmpty, text.count <= Self.longestLabel, !isPrinted(text) else { return nil }
        let plain = TableHeader.simplified(text)
        guard !plain.isEmpty, !prompts.contains(LabelText.normal(text)) else { return nil }
        if let field = byPlainLabel[plain] ?? meaning(of: text) { return field }
        return Self.withoutNumber(LabelText.normal(text)).flatMap {
            byPlainLabel[TableHeader.simplified($0)] ?? meaning(of: $0)
        }
    }

    /// The field that a text names as columns of lists do.
    private func meaning(of text: String) -> String? {
        switch TableHeader.meaning(of: text) {
        case .roster(let column): byDestination[FormField.Destination(column)]
        case .year: byDestination[.year]
        case .serial, .city, .derived, .personal, nil: nil
        }
    }

    /// The name of the field that a text names by its label or otherwise; `nil` also for a label that several fields have.
    func field(named text: String) -> String? { byLabel[comparable(text)] ?? otherName(text) }

    /// A label, in characters.
    static let longestLabel = 30

    /// What lines say with labels, colons and answers, of which several may stand in one line.
    func statements(in text: String) -> [Statement] {
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.flatMap(inLine) + belowLabels(lines)
    }

    /// Labels in lines of their own, with their answers in the line below: both in one cell.
    private func belowLabels(_ lines: [Substring]) -> [Statement] {
        zip(lines, lines.dropFirst()).compactMap { line, next in
            guard let field = field(named: String(line)), !isLabel(String(next)), inLine(next).isEmpty else {
                return nil
            }
            return Statement(
                field: field, label: FieldSearch.cleaned(String(line)), value: FieldSearch.cleaned(String(next)))
        }
    }

    /// What one line says behind colons; where it has none, behind labels with a tab or blanks.
    private func inLine(_ line: Substring) -> [Statement] {
        let stated = behindColons(line)
        return stated.isEmpty ? behindBlanks(line) : stated
    }

    /// What a line says that begins with a label: `班组名称　钱湾路面养护班组`. A label and a blank alone say nothing.
    private func behindBlanks(_ line: Substring) -> [Statement] {
        guard line.utf8.count <= Self.longestLineOfBlanks, !line.contains(where: { "。：:，；".contains($0) }) else {
            return []
        }
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count > 1 else { return [] }
        var found: [(field: String, label: String, value: [Substring])] = []
        var index = 0
        while index < words.count {
            if let (field, count) = label(at: index, of: words) {
                found.append((field, words[index..<(index + count)].joined(), []))
                index += count
            } else {
                guard !found.isEmpty else { return [] }
                found[found.count - 1].value.append(words[index])
                index += 1
            }
        }
        let answers = found.filter { !$0.value.isEmpty }
        return answers.map { Statement(field: $0.field, label: $0.label, value: $0.value.joined(separator: " ")) }
    }

    /// The longest label that begins at a word, which may be written with blanks: 班 组 名 称.
    private func label(at index: Int, of words: [Substring]) -> (field: String, count: Int)? {
        for count in stride(from: min(Self.mostWordsOfLabel, words.count - index), to: 0, by: -1) {
            let text = words[index..<(index + count)].joined()
            if text.count > 2, let field = field(named: text) { return (field, count) }
        }
        return nil
    }

    private static let mostWordsOfLabel = 8
    /// In bytes.
    private static let longestLineOfBlanks = 400

    private func behindColons(_ line: Substring) -> [Statement] {
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
