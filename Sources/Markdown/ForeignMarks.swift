/// Marks that other programs know and Markdown does not: `m^2^` for m², and a quote that begins with `》` or `＞`, which
/// input methods write for `>`.
enum ForeignMarks {
    /// Longer ones are no raised text.
    private static let maximumLength = 8

    /// The first raised text between carets, with what stands between them.
    static func raised(in text: ArraySlice<UInt8>) -> (whole: Range<Int>, inside: Range<Int>)? {
        var start = text.startIndex
        while let open = text[start...].firstIndex(of: UInt8(ascii: "^")) {
            start = open + 1
            // Something is raised only behind something, and a caret in brackets is a footnote's.
            guard open > text.startIndex, isWord(text[open - 1]) || text[open - 1] == UInt8(ascii: ")") else {
                continue
            }
            let inside = text[start...].prefix(maximumLength + 1, while: { isWord($0) || "+-".utf8.contains($0) })
            guard !inside.isEmpty, inside.count <= maximumLength, inside.endIndex < text.endIndex,
                text[inside.endIndex] == UInt8(ascii: "^")
            else { continue }
            return (open..<inside.endIndex + 1, inside.startIndex..<inside.endIndex)
        }
        return nil
    }

    /// ASCII letters and digits, and bytes of other characters.
    private static func isWord(_ byte: UInt8) -> Bool { CharacterClass.isASCIIAlphanumeric(byte) || byte >= 0x80 }

    /// The mark of a quote at the start of a line, with the blanks behind it.
    static func quote(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let mark = ["》", "＞"].first(where: { line.starts(with: $0.utf8) }) else { return nil }
        var end = line.startIndex + mark.utf8.count
        // `＞95%` compares.
        if mark == "＞", end < line.endIndex, (0x30...0x39).contains(line[end]) { return nil }
        while end < line.endIndex, line[end] == 0x20 || line[end...].starts(with: "　".utf8) {
            end += line[end] == 0x20 ? 1 : "　".utf8.count
        }
        return end < line.endIndex ? line.startIndex..<end : nil
    }
}

extension ArraySlice<UInt8> {
    /// The first bytes that fulfil a condition, at most so many.
    fileprivate func prefix(_ count: Int, while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        prefix(count).prefix(while: condition)
    }
}

extension DocumentRenderer {
    /// Reports raised text between carets.
    mutating func reportCarets(_ content: InlineSequence, _ place: inout BlockPlace) {
        for token in content.tokens where token.kind == .text {
            var start = token.text.lowerBound
            while let (whole, inside) = ForeignMarks.raised(in: content.text[start..<token.text.upperBound]) {
                start = whole.upperBound
                var part = token
                part.text = whole
                let text = String(decoding: content.text[inside], as: UTF8.self)
                report(
                    .caretText(text), at: bytes(of: part, content, &place), replacement: RaisedCharacters.raised(text))
            }
        }
    }

    /// Reports lines of a paragraph that were meant to be a quote.
    mutating func reportFailedQuotes(_ node: CommonMarkNode) {
        guard node.startLine > 0, node.endLine >= node.startLine else { return }
        // The end of a title that began on a line before is none.
        var openTitles = 0
        for line in node.startLine...node.endLine {
            let bytes = content(ofLine: line)
            let text = source.bytes[bytes]
            if openTitles == 0, let mark = ForeignMarks.quote(in: text) {
                report(.failedQuote, at: mark, replacement: "> ")
            }
            openTitles = max(0, openTitles + Self.openTitles(in: text))
        }
    }

    /// How many titles a text opens more than it closes: 《 and 》 are E3 80 8A and E3 80 8B.
    private static func openTitles(in text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBufferPointer { text in
            var open = 0
            for index in 0..<max(text.count - 2, 0) where text[index] == 0xE3 && text[index + 1] == 0x80 {
                if text[index + 2] == 0x8A { open += 1 }
                if text[index + 2] == 0x8B { open -= 1 }
            }
            return open
        }
    }
}
