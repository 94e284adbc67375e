/// Lines that were written one below the other and become one paragraph: items without the space that makes a list of
/// them, numbers that Markdown does not know, paragraphs begun with full-width spaces.
enum LineMarker: Equatable {
    /// `1.首件`, `1、首件`, `2. 首件`; the bytes of the marker with the blanks behind it.
    case number(Int, length: Int)
    /// `-首件`, `•首件`
    case bullet(length: Int)
    /// `（1）`, `①`, `一、`, `第二条`, `A、`, `其一`: numbers of which Markdown makes no list.
    case enumeration
    /// `1 总则`, `1.2 范围`: the last number, and what stands before it. Only with its neighbour is it no quantity.
    case section(Int, of: String)
    /// Two full-width spaces, as paragraphs begin in print.
    case indentation

    /// What a line begins with; `nil` for other text.
    ///
    /// - Parameter line: without indentation and marks of quotes.
    init?(of line: ArraySlice<UInt8>) {
        guard let first = line.first else { return nil }
        // A letter of a word begins nothing.
        if CharacterClass.isASCIIAlphanumeric(first), first >= 0x41, let second = line.dropFirst().first, second < 0x80,
            !".)".utf8.contains(second)
        {
            return nil
        }
        if line.starts(with: "　".utf8) {
            self = .indentation
            return
        }
        let text = Substring(String(decoding: line.prefix(48), as: UTF8.self))
        if let marker = Self.number(in: text) ?? Self.bullet(in: text, line: line) ?? Self.section(in: text) {
            self = marker
        } else if Self.isEnumerated(text) || Self.isLettered(text)
            || ArticleAnchors.anchor(ofTextBeginning: line) != nil
        {
            self = .enumeration
        } else {
            return nil
        }
    }

    /// Whether another line begins with the same kind of marker.
    func isAlike(_ other: LineMarker?) -> Bool {
        switch (self, other) {
        case (.number, .number?), (.bullet, .bullet?), (.enumeration, .enumeration?), (.indentation, .indentation?):
            true
        case (.section(let value, let outer), .section(let other, let otherOuter)?):
            outer == otherOuter && value + 1 == other
        default: false
        }
    }

    private static func number(in text: Substring) -> LineMarker? {
        let digits = text.prefix { "0"..."9" ~= $0 || "０"..."９" ~= $0 }
        guard (1...2).contains(digits.count) else { return nil }
        let value = digits.unicodeScalars.reduce(0) {
            $0 * 10 + Int($1.value >= 0xFF10 ? $1.value - 0xFF10 : $1.value - 0x30)
        }
        let rest = text[digits.endIndex...]
        guard let sign = rest.first, ".．、)".contains(sign) else { return nil }
        let behind = rest.dropFirst()
        let word = behind.drop { $0 == " " || $0 == "　" }
        guard let next = word.first else { return nil }
        // `1.5` is a number, `2)` in a formula none either.
        let isFree = sign == "、" || sign == "．" || behind.startIndex < word.startIndex
        guard isFree ? !next.isWhitespace : isWord(next) else { return nil }
        return .number(value, length: text[..<word.startIndex].utf8.count)
    }

    private static func bullet(in text: Substring, line: ArraySlice<UInt8>) -> LineMarker? {
        guard let sign = text.first else { return nil }
        let word = text.dropFirst().drop { $0 == " " || $0 == "　" }
        guard let next = word.first else { return nil }
        let length = text[..<word.startIndex].utf8.count
        switch sign {
        case "-", "+", "－": return isHan(next) ? .bullet(length: length) : nil
        // One that has a partner is emphasis.
        case "*": return isHan(next) && line.count { $0 == UInt8(ascii: "*") } == 1 ? .bullet(length: length) : nil
        case "•", "●", "■", "◆", "▪", "➢", "○", "□", "◇", "★", "☆", "▲", "△", "►", "·", "・", "✓":
            return next == sign ? nil : .bullet(length: length)
        // Two make a dash, and two asterisks mark bold text.
        case "—", "–", "＊", "＋": return isHan(next) ? .bullet(length: length) : nil
        default: return nil
        }
    }

    private static func isEnumerated(_ text: Substring) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if (0x2460...0x249B).contains(first.value) { return true }
        if first == "（" || first == "(" {
            let inside = text.dropFirst().prefix { isNumeral($0) }
            let close = text[inside.endIndex...].first
            return (1...3).contains(inside.count) && (close == "）" || close == ")")
        }
        let numerals = text.prefix { isNumeral($0) }
        let sign = text[numerals.endIndex...].first
        let isHanNumeral = numerals.first.map { !$0.isASCII } ?? false
        return (1...3).contains(numerals.count) && ((isHanNumeral && sign == "、") || sign == "）")
    }

    /// `A.甲`, `a、乙`, `b）丙`, `（C）丁`
    private static func isLettered(_ text: Substring) -> Bool {
        var rest = text
        let isOpen = rest.first == "（" || rest.first == "("
        if isOpen { rest.removeFirst() }
        guard let letter = rest.popFirst(), letter.isASCII, letter.isLetter, let sign = rest.popFirst() else {
            return false
        }
        guard isOpen ? "）)".contains(sign) : ".．、）)".contains(sign) else { return false }
        return rest.drop { $0 == " " || $0 == "　" }.first.map(isHan) ?? false
    }

    /// `1 总则`, `1.2 范围`: numbers of sections, with a blank behind them.
    private static func section(in text: Substring) -> LineMarker? {
        let number = text.prefix { "0"..."9" ~= $0 || $0 == "." }
        let rest = text[number.endIndex...]
        guard let blank = rest.first, blank == " " || blank == "　",
            rest.drop(while: { $0 == " " || $0 == "　" }).first.map(isHan) ?? false
        else { return nil }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
            let last = parts.last.flatMap({ Int($0) })
        else { return nil }
        return .section(last, of: parts.dropLast().joined(separator: "."))
    }

    private static func isNumeral(_ character: Character) -> Bool {
        "0"..."9" ~= character || "一二三四五六七八九十".contains(character)
    }

    private static func isWord(_ character: Character) -> Bool {
        isHan(character) || "《“（【".contains(character) || (character.isASCII && character.isLetter)
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { CharacterClass.isHan($0.value) } ?? false
    }
}

extension DocumentRenderer {
    /// Reports lines of a paragraph that were meant to stand one below the other.
    mutating func reportRunTogether(_ node: CommonMarkNode) {
        guard node.startLine > 0, node.endLine > node.startLine else { return }
        let lines = (node.startLine...node.endLine).map { content(ofLine: $0) }
        let markers = lines.map { LineMarker(of: source.bytes[$0]) }
        guard markers.dropFirst().contains(where: { $0 != nil }) else { return }
        let joined = lines.indices.dropFirst().first { isJoined($0, lines, markers) }
        guard let joined else { return }
        // Items before belong to the same list.
        let first = markers[..<joined].firstIndex { $0?.isAlike(markers[joined]) ?? false } ?? joined
        let range = lines[first].lowerBound..<lines[lines.count - 1].upperBound
        let isTop = node.parent?.kind == .document
        report(
            .runTogether(markers[joined] ?? .indentation), at: range,
            replacement: isTop ? separated(lines[first...], markers, afterText: first > 0) : nil)
    }

    /// Whether a line begins with a marker behind a line that ends, and does not stand on a line of its own already.
    private func isJoined(_ index: Int, _ lines: [Range<Int>], _ markers: [LineMarker?]) -> Bool {
        guard let marker = markers[index] else { return false }
        let before = source.bytes[lines[index - 1]]
        guard !before.suffix(2).elementsEqual("  ".utf8), before.last != UInt8(ascii: "\\"),
            !before.suffix(4).elementsEqual("<br>".utf8)
        else { return false }
        if marker == .indentation || markers[..<index].contains(where: { $0?.isAlike(marker) ?? false }) { return true }
        if case .section = marker { return false }
        // A line that was only broken goes on in the middle of a sentence.
        let ends = ["。", "；", "：", "！", "？", "”", "）"]
        return ends.contains { before.suffix(3).elementsEqual($0.utf8) }
            || [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(before.last ?? 0)
    }

    /// The lines as a list, where they count on and hold nothing else, else as paragraphs.
    private func separated(_ lines: ArraySlice<Range<Int>>, _ markers: [LineMarker?], afterText: Bool) -> String {
        let behind = lines[lines.startIndex].upperBound
        let end = behind < source.bytes.count && source.bytes[behind] == 0x0D ? "\r\n" : "\n"
        let isList = Self.isList(lines.indices.compactMap { markers[$0] })
        var result = afterText ? end : ""
        for index in lines.indices {
            let line = lines[index]
            if index > lines.startIndex { result += end + (isList || markers[index] == nil ? "" : end) }
            switch markers[index] {
            case .number(let value, let length)? where isList:
                result += "\(value). " + text(line.lowerBound + length..<line.upperBound)
            case .bullet(let length)? where isList: result += "- " + text(line.lowerBound + length..<line.upperBound)
            default: result += text(line)
            }
        }
        return result
    }

    private func text(_ bytes: Range<Int>) -> String { String(decoding: file.bytes[bytes], as: UTF8.self) }

    private static func isList(_ markers: [LineMarker]) -> Bool {
        var expected: Int?
        for marker in markers {
            switch marker {
            case .bullet where expected == nil: continue
            case .number(let value, _):
                if let expected, expected != value { return false }
                expected = value + 1
            default: return false
            }
        }
        return true
    }
}
