import Forms

/// The titles of the parts of a write-up, as people write them above their text or at its head.
struct PartTitles {
    let parts: [FormField.Part]

    /// In characters.
    private static let longestTitle = 40

    /// The part whose title a line is, perhaps with a number before it and more around it: “1、班组简介”, “（一）班组简介（500字）”,
    /// “【班组简介】”, “班组建设情况”.
    func part(titled line: some StringProtocol) -> FormField.Part? {
        guard line.count < Self.longestTitle else { return nil }
        var bare = LabelText.normal(String(line)).drop(while: Self.isMark)
        if bare.last == ")", let open = bare.lastIndex(of: "(") { bare = bare[..<open] }
        while let last = bare.last, "】]》".contains(last) { bare.removeLast() }
        let own = bare.trimmingPrefix("质量信得过")
        let titles = [bare, own, own.hasSuffix("情况") ? own.dropLast(2) : own]
        return parts.first { titles.contains(LabelText.normal($0.title.chinese)[...]) }
    }

    /// The part that a paragraph begins, and what the paragraph says behind the title: `一、班组简介：本班组……`, `【班组简介】本班组……`.
    func leadIn(of paragraph: WordContent.Paragraph) -> (part: FormField.Part, text: WordContent.Paragraph)? {
        let head = paragraph.text.prefix(Self.longestTitle)
        for stop in head.indices where Self.stops.contains(head[stop]) {
            guard let part = part(titled: head[...stop]) else { continue }
            let rest = paragraph.dropping(head.distance(from: head.startIndex, to: stop) + 1)
            return FieldSearch.cleaned(rest.text).isEmpty ? nil : (part, rest)
        }
        return nil
    }

    private static let stops: Set<Character> = ["：", ":", "\n", "\t", "\u{3000}", "】", "]", "》", "）", ")"]

    /// Whether a paragraph is the title of a part, or begins with one.
    func isTitle(_ text: String) -> Bool {
        part(titled: text) != nil || leadIn(of: .init(pieces: [.text(text)])) != nil
    }

    // MARK: Titles in other words

    /// Parts by the numbers of the lines that title them in the words of their hints: `一、班组成员构成、职责、主要工作`. Lines that are
    /// numbered alike and name at least two parts in the order of the form; else none.
    func parts(inWordsOf lines: [String]) -> [Int: FormField.Part] {
        let numbered = lines.enumerated().compactMap { index, line in
            Self.numbering(of: line).map { (index: index, style: $0, line: line) }
        }
        guard let style = numbered.first?.style else { return [:] }
        let words = parts.map { Self.words(of: $0) }
        var found: [Int: FormField.Part] = [:]
        var next = 0
        for (index, own, line) in numbered where own == style {
            let bare = Self.plain(line)
            let scores = words.map { $0.count(where: bare.contains) }
            guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1,
                let number = scores.firstIndex(of: best)
            else { continue }
            guard number >= next else { return [:] }
            found[index] = parts[number]
            next = number + 1
        }
        return found.count > 1 ? found : [:]
    }

    /// Whether a line looks like a heading: it is numbered or in brackets, short, and no sentence.
    static func looksLikeHeading(_ line: String) -> Bool { numbering(of: line) != nil }

    private enum Numbering { case part, han, bracketed, digits, boxed }

    private static func numbering(of line: String) -> Numbering? {
        let line = LabelText.normal(line)
        guard (2..<60).contains(line.count), !line.contains(where: { "。；;！".contains($0) }), let first = line.first
        else { return nil }
        if first == "第" { return line.dropFirst().first.map(isNumeral) == true ? .part : nil }
        if first == "(" { return line.dropFirst().first.map(isNumeral) == true ? .bracketed : nil }
        if "【[".contains(first) { return .boxed }
        guard isNumeral(first), let mark = line.first(where: { !isNumeral($0) }), "、.．)".contains(mark) else {
            return nil
        }
        return first.isASCII ? .digits : .han
    }

    private static func isNumeral(_ character: Character) -> Bool { "0123456789一二三四五六七八九十".contains(character) }

    private static func isMark(_ character: Character) -> Bool {
        isNumeral(character) || "、.．()第部分【[《".contains(character)
    }

    /// What title and hint of a part name, without words that stand in every part.
    private static func words(of part: FormField.Part) -> Set<String> {
        let texts = [part.title.chinese, part.hint?.chinese ?? ""]
        let words = texts.flatMap { $0.split { "、，,；;和与及".contains($0) } }.map { plain(String($0)) }
        return Set(words.filter { $0.count > 1 })
    }

    private static func plain(_ text: String) -> String {
        LabelText.normal(text).replacing("班组", with: "").replacing("的", with: "")
    }
}

extension WordContent.Paragraph {
    /// Without its first characters; pictures and notes are kept.
    func dropping(_ count: Int) -> WordContent.Paragraph {
        var rest = self
        var left = count
        rest.pieces = pieces.compactMap { piece in
            guard case .text(let text) = piece, left > 0 else { return piece }
            let dropped = min(left, text.count)
            left -= dropped
            return dropped == text.count ? nil : .text(String(text.dropFirst(dropped)))
        }
        return rest
    }
}
