import Diagnostics
import Rules

/// Markup of other programs, which stands in the published text as it was written: `%%remark%%`, `H~2~O`, `{% include %}`,
/// `> [!NOTE]`.
///
/// Each kind is told by its own beginning and end, and by what stands around them, so that ranges (3~5), money ($100) and names
/// (C++) stay what they are.
enum ForeignMarkup {
    enum Kind: Sendable {
        /// `%%…%%`, `{# … #}`, `{{! … }}`, `{/* … */}`, `<%-- … --%>`: remarks, which would be published.
        case remark
        /// `{{ … }}`, `{% … %}`, `<% … %>`, `{.class}`: instructions for programs.
        case instruction
        /// `~2~` behind a letter.
        case lowered(String)
        /// `++…++`, `==…==`.
        case marked
        /// `$…$`, `$$…$$`.
        case formula
        /// `:smile:`
        case emoji
        /// `:::tip`, `!!! note`, `[!NOTE]`: the beginning of a box.
        case box
        /// `[TOC]`
        case contents
    }

    struct Match {
        let kind: Kind
        let range: Range<Int>
    }

    /// A pair of marks with something between them.
    private struct Pair {
        let open: StaticString
        let close: StaticString
        let kind: Kind
        /// Whether blanks may stand inside the marks, and letters and digits outside of them.
        var isLoose = false
    }

    /// Longer beginnings stand before those that they begin with.
    private static let pairs: [Pair] = [
        Pair(open: "%%", close: "%%", kind: .remark), Pair(open: "{{!", close: "}}", kind: .remark, isLoose: true),
        Pair(open: "{{/*", close: "*/}}", kind: .remark, isLoose: true),
        Pair(open: "{/*", close: "*/}", kind: .remark, isLoose: true),
        Pair(open: "<%--", close: "--%>", kind: .remark, isLoose: true),
        Pair(open: "{{", close: "}}", kind: .instruction, isLoose: true),
        Pair(open: "{%", close: "%}", kind: .instruction, isLoose: true),
        Pair(open: "<%", close: "%>", kind: .instruction, isLoose: true), Pair(open: "++", close: "++", kind: .marked),
        Pair(open: "==", close: "==", kind: .marked), Pair(open: "$$", close: "$$", kind: .formula, isLoose: true),
    ]
    /// What stands between two marks is shorter.
    private static let maximumLength = 400

    /// Whether a byte may begin such markup.
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "+"), UInt8(ascii: "="),
            UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "["):
            true
        default: false
        }
    }

    /// The markup that begins at a place of a run of text without other markup.
    ///
    /// - Parameters:
    ///   - text: the run.
    ///   - isLineStart: whether the run is the first of its line.
    static func match(in text: ArraySlice<UInt8>, at start: Int, isLineStart: Bool) -> Match? {
        let rest = text[start...].prefix(maximumLength)
        let before = start > text.startIndex ? text[start - 1] : nil
        switch text[start] {
        case UInt8(ascii: ":"):
            return isLineStart && before == nil && rest.starts(with: ":::".utf8)
                ? box(rest, behind: 3) : emoji(rest, before: before)
        case UInt8(ascii: "!"): return isLineStart && before == nil ? admonition(rest) : nil
        case UInt8(ascii: "["): return isLineStart && before == nil ? bracket(rest) : nil
        case UInt8(ascii: "~"): return lowered(rest, before: before)
        case UInt8(ascii: "{"):
            // `{# … #}` is a remark, `{#id}` the id of a heading.
            if rest.starts(with: "{# ".utf8), let end = end("#}", in: rest, from: start + 3) {
                return Match(kind: .remark, range: start..<end)
            }
            return pair(rest, before: before) ?? attributes(rest)
        case UInt8(ascii: "$"): return pair(rest, before: before) ?? formula(rest)
        default: return pair(rest, before: before)
        }
    }

    private static func end(_ mark: StaticString, in text: ArraySlice<UInt8>, from start: Int) -> Int? {
        let count = mark.utf8CodeUnitCount
        guard start + count <= text.endIndex else { return nil }
        return (start...text.endIndex - count).first { place in
            (0..<count).allSatisfy { text[place + $0] == mark.utf8Start[$0] }
        }.map { $0 + count }
    }

    private static func pair(_ rest: ArraySlice<UInt8>, before: UInt8?) -> Match? {
        for pair in pairs
        where rest.starts(with: UnsafeBufferPointer(start: pair.open.utf8Start, count: pair.open.utf8CodeUnitCount)) {
            let inside = rest.startIndex + pair.open.utf8CodeUnitCount
            guard let end = end(pair.close, in: rest, from: inside), end - pair.close.utf8CodeUnitCount > inside else {
                return nil
            }
            if pair.isLoose { return Match(kind: pair.kind, range: rest.startIndex..<end) }
            let last = end - pair.close.utf8CodeUnitCount - 1
            let after = end < rest.endIndex ? rest[end] : nil
            // C++ … C++, a==b, 95%%: what the marks follow, or are followed by, belongs to them.
            let isApart =
                !(before.map { isWord($0) || $0 == rest[rest.startIndex] } ?? false)
                && !(after.map { isWord($0) || $0 == rest[rest.startIndex] } ?? false)
            let isTouching =
                rest[inside] > 0x20 && rest[last] > 0x20 && rest[inside] != rest[rest.startIndex]
                && rest[last] != rest[rest.startIndex]
            return isApart && isTouching ? Match(kind: pair.kind, range: rest.startIndex..<end) : nil
        }
        return nil
    }

    /// `H~2~O`, `SO~4~`.
    private static func lowered(_ rest: ArraySlice<UInt8>, before: UInt8?) -> Match? {
        guard let before, isLetter(before) || before == UInt8(ascii: ")") else { return nil }
        let inside = rest.dropFirst().prefix(3).prefix {
            isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        }
        guard !inside.isEmpty, inside.endIndex < rest.endIndex, rest[inside.endIndex] == UInt8(ascii: "~"),
            inside.endIndex + 1 == rest.endIndex || rest[inside.endIndex + 1] != UInt8(ascii: "~")
        else { return nil }
        return Match(
            kind: .lowered(String(decoding: inside, as: UTF8.self)), range: rest.startIndex..<inside.endIndex + 1)
    }

    /// `$E=mc^2$`: letters and signs of formulas, no blanks inside the marks.
    private static func formula(_ rest: ArraySlice<UInt8>) -> Match? {
        let inside = rest.dropFirst().prefix { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "$") }
        guard let first = inside.first, let last = inside.last, first > 0x20, last > 0x20,
            inside.endIndex < rest.endIndex,
            rest[inside.endIndex] == UInt8(ascii: "$"),
            inside.endIndex + 1 == rest.endIndex || !isWord(rest[inside.endIndex + 1])
        else { return nil }
        let hasSigns = inside.contains { "\\^_".utf8.contains($0) }
        guard hasSigns || !isDigit(first) && (inside.count == 1 ? isLetter(first) : inside.contains(UInt8(ascii: "=")))
        else {
            return nil
        }
        return Match(kind: .formula, range: rest.startIndex..<inside.endIndex + 1)
    }

    /// `:smile:` between Chinese, blanks or nothing.
    private static func emoji(_ rest: ArraySlice<UInt8>, before: UInt8?) -> Match? {
        guard before.map({ $0 == 0x20 || $0 >= 0x80 }) ?? true else { return nil }
        let name = rest.dropFirst().prefix(32).prefix {
            isDigit($0) || $0 >= 0x61 && $0 <= 0x7A || "_+-".utf8.contains($0)
        }
        guard name.count >= 2, name.contains(where: isLetter), name.endIndex < rest.endIndex,
            rest[name.endIndex] == UInt8(ascii: ":"),
            name.endIndex + 1 == rest.endIndex || rest[name.endIndex + 1] == 0x20 || rest[name.endIndex + 1] >= 0x80
        else { return nil }
        return Match(kind: .emoji, range: rest.startIndex..<name.endIndex + 1)
    }

    /// `:::tip`, `::: warning`; three colons alone end a box.
    private static func box(_ rest: ArraySlice<UInt8>, behind count: Int) -> Match? {
        let word = rest.dropFirst(count).drop { $0 == 0x20 || $0 == UInt8(ascii: "{") }.prefix(while: isLetter)
        return word.isEmpty ? nil : Match(kind: .box, range: rest.startIndex..<word.endIndex)
    }

    /// `!!! note`
    private static func admonition(_ rest: ArraySlice<UInt8>) -> Match? {
        rest.starts(with: "!!! ".utf8) ? box(rest, behind: 4) : nil
    }

    /// `[!NOTE]`, `[TOC]`
    private static func bracket(_ rest: ArraySlice<UInt8>) -> Match? {
        let isBox = rest.starts(with: "[!".utf8)
        let word = rest.dropFirst(isBox ? 2 : 1).prefix { isLetter($0) || $0 == UInt8(ascii: "_") }
        guard !word.isEmpty, word.endIndex < rest.endIndex, rest[word.endIndex] == UInt8(ascii: "]") else { return nil }
        let range = rest.startIndex..<word.endIndex + 1
        if isBox { return Match(kind: .box, range: range) }
        let isContents = word.count == 3 && String(decoding: word, as: UTF8.self).uppercased() == "TOC"
        return isContents && range.upperBound == rest.endIndex ? Match(kind: .contents, range: range) : nil
    }

    /// `{.class}`, `{: .class}`
    private static func attributes(_ rest: ArraySlice<UInt8>) -> Match? {
        let first = rest.dropFirst().first
        guard first == UInt8(ascii: ".") || first == UInt8(ascii: ":") else { return nil }
        let inside = rest.dropFirst(2).prefix { isWord($0) && $0 < 0x80 || " .:#=\"-_".utf8.contains($0) }
        guard inside.contains(where: isLetter), inside.endIndex < rest.endIndex,
            rest[inside.endIndex] == UInt8(ascii: "}")
        else { return nil }
        return Match(kind: .instruction, range: rest.startIndex..<inside.endIndex + 1)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    /// ASCII letters and digits.
    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

extension ForeignMarkup.Kind {
    /// The rule that is broken.
    var rule: Rule {
        if case .remark = self { return .openComment }
        return .foreignMark
    }

    /// - Parameter words: the markup as it was written.
    func message(_ words: String) -> LocalizedText {
        let shown = words.count > 40 ? words.prefix(38) + "…" : words[...]
        return switch self {
        case .remark:
            LocalizedText(
                zh: "“\(shown)”是别的软件的注释写法，在这里会公开。",
                en: "“\(shown)” is a remark in other programs; here it is published.")
        default:
            LocalizedText(
                zh: "“\(shown)”是别的软件的写法，会原样显示。",
                en: "“\(shown)” is markup of other programs: it shows as it is.")
        }
    }

    /// What to write instead.
    var help: LocalizedText {
        switch self {
        case .remark:
            LocalizedText(
                zh: "要隐去的，请写成 <!-- 内容 -->；要公开的，请删去两端的符号。",
                en: "To hide the text, write <!-- text -->; else delete the marks.")
        case .instruction:
            LocalizedText(
                zh: "请删去；要显示这些符号本身，请用反引号括起来。",
                en: "Delete it; to show the characters themselves, put them between backticks.")
        case .lowered(let text):
            LocalizedText(zh: "下标请写成 <sub>\(text)</sub>。", en: "Write lowered text as <sub>\(text)</sub>.")
        case .marked:
            LocalizedText(zh: "要突出的文字请写成 **文字**。", en: "Write **text** to stress it.")
        case .formula:
            LocalizedText(
                zh: "这里不排公式：简单的直接写成文字（如 E=mc²），复杂的请放图片。",
                en: "Formulas are not set here: write simple ones as text (E=mc²), and show others as a picture.")
        case .emoji:
            LocalizedText(zh: "请直接输入这个表情，或删去。", en: "Type the character itself, or delete it.")
        case .box:
            LocalizedText(
                zh: "请写成普通段落；要突出的，请写成引用（行首“> ”）或小标题。",
                en: "Write a paragraph, a quote (“> ”) or a heading instead.")
        case .contents:
            LocalizedText(zh: "请删去这一行；长文的目录由版式生成。", en: "Delete the line; pages make their contents themselves.")
        }
    }
}

extension DocumentRenderer {
    /// Reports markup of other programs in the text of a block, each once.
    mutating func reportForeignMarkup(_ content: InlineSequence, _ place: inout BlockPlace) {
        var position = 0
        var run: (range: Range<Int>, isLineStart: Bool) = (0..<0, false)
        for (index, token) in content.tokens.enumerated() where token.kind == .text {
            if index == 0 || content.tokens[index - 1].kind != .text { run = Self.run(from: index, of: content) }
            position = max(position, token.text.lowerBound)
            while position < token.text.upperBound,
                let start = content.text[position..<token.text.upperBound].firstIndex(where: ForeignMarkup.mayBegin)
            {
                position = start + 1
                guard
                    let found = ForeignMarkup.match(
                        in: content.text[run.range], at: start, isLineStart: run.isLineStart)
                else { continue }
                position = found.range.upperBound
                var part = token
                part.text = start..<min(position, token.text.upperBound)
                let bytes = bytes(of: part, content, &place)
                // With a backslash or as a character reference it is meant to be seen.
                guard source.bytes[bytes].elementsEqual(content.text[part.text]) else { continue }
                let words = String(decoding: content.text[found.range], as: UTF8.self)
                var replacement: String?
                if case .lowered(let text) = found.kind, bytes.count == found.range.count {
                    replacement = "<sub>\(text)</sub>"
                }
                report(
                    .foreignMarkup(found.kind, words),
                    at: bytes.lowerBound..<min(bytes.lowerBound + found.range.count, place.bytes.upperBound),
                    replacement: replacement)
            }
        }
    }

    /// The text from a token on, up to the next other markup, and whether it begins a line.
    private static func run(from first: Int, of content: InlineSequence) -> (range: Range<Int>, isLineStart: Bool) {
        var last = first
        while last + 1 < content.tokens.count, content.tokens[last + 1].kind == .text { last += 1 }
        let isLineStart = first == 0 || [.softBreak, .hardBreak].contains(content.tokens[first - 1].kind)
        return (content.tokens[first].text.lowerBound..<content.tokens[last].text.upperBound, isLineStart)
    }
}
