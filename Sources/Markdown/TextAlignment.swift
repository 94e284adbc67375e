/// Brings text that cmark has resolved (`\*` → `*`, `&amp;` → `&`) together with the source it came from.
enum TextAlignment {
    /// Where the literal of which `token` is a part begins in the file.
    ///
    /// cmark's position is taken if the source there agrees with the text; else the position after lines that cmark
    /// forgot; else the first place in the block where the text occurs.
    static func start(
        of token: InlineSequence.Token, in sequence: InlineSequence, place: inout BlockPlace, source: SourceText
    ) -> Int? {
        let literal = token.origin..<max(token.text.upperBound, token.origin)
        guard !literal.isEmpty else { return place.offset(line: token.line, column: token.column, in: source) }
        func agrees(_ offset: Int) -> Bool {
            walk(sequence.text, literal, source: source.bytes, from: offset, to: place.bytes.upperBound) { _, _, _ in
                true
            } != nil
        }
        let shift = place.lineShift
        for candidate in 0...max(place.lineCount, 0) {
            place.lineShift = shift + candidate
            if var offset = place.offset(line: token.line, column: token.column, in: source) {
                if agrees(offset) { return offset }
                // What emphasis left of a run keeps the column of the whole run.
                let mark = source.bytes[offset]
                while mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), source.bytes[offset] == mark,
                    offset + 1 < place.bytes.upperBound
                {
                    offset += 1
                    if agrees(offset) { return offset }
                }
            }
            // Only a definition of a link at the block's start makes cmark's lines wrong.
            if candidate == 0, !startsWithBracket(place, source) { break }
        }
        place.lineShift = shift
        return source.firstOccurrence(of: sequence.text[literal], in: place.bytes)?.lowerBound
    }

    private static func startsWithBracket(_ place: BlockPlace, _ source: SourceText) -> Bool {
        var index = place.bytes.lowerBound
        while index < place.bytes.upperBound {
            switch source.bytes[index] {
            case UInt8(ascii: "["): return true
            case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
                index += 1
            default: return false
            }
        }
        return false
    }

    /// Walks a literal and its source side by side.
    ///
    /// - Parameter visit: gets each byte's offset in the literal's text, its offset in the source and whether it was
    ///   escaped there; returns whether to go on.
    /// - Returns: where the walk ended in the source; `nil` if the two do not agree.
    static func walk(
        _ text: [UInt8], _ literal: Range<Int>, source: [UInt8], from start: Int, to end: Int,
        visit: (_ offset: Int, _ source: Int, _ isEscaped: Bool) -> Bool
    ) -> Int? {
        var offset = literal.lowerBound
        var position = start
        while offset < literal.upperBound {
            guard position < end else { return nil }
            let byte = source[position]
            if byte == UInt8(ascii: "\\"), position + 1 < end, source[position + 1] == text[offset],
                CharacterClass.isASCIIPunctuation(source[position + 1])
            {
                guard visit(offset, position, true) else { return position }
                offset += 1
                position += 2
                continue
            }
            if byte == UInt8(ascii: "&"), let length = referenceLength(source, at: position, to: end),
                let resolved = resolvedLength(
                    text, offset..<literal.upperBound, after: position + length, source: source, at: position)
            {
                for index in offset..<offset + resolved {
                    guard visit(index, position, true) else { return position }
                }
                offset += resolved
                position += length
                continue
            }
            guard byte == text[offset] else { return nil }
            guard visit(offset, position, false) else { return position }
            offset += 1
            position += 1
        }
        return position
    }

    /// The length of something that looks like `&name;` or `&#1;`.
    private static func referenceLength(_ source: [UInt8], at start: Int, to end: Int) -> Int? {
        var index = start + 1
        if index < end, source[index] == UInt8(ascii: "#") { index += 1 }
        let first = index
        while index < end, index - start < 34, CharacterClass.isASCIIAlphanumeric(source[index]) { index += 1 }
        guard index < end, index > first, source[index] == UInt8(ascii: ";") else { return nil }
        return index + 1 - start
    }

    /// How many bytes of the text a character reference became; `nil` if it stayed as it is.
    private static func resolvedLength(
        _ text: [UInt8], _ rest: Range<Int>, after next: Int, source: [UInt8], at start: Int
    ) -> Int? {
        let isUnchanged =
            rest.count >= next - start && text[rest.lowerBound..<rest.lowerBound + next - start] == source[start..<next]
        // `&amp;amp;` becomes `&amp;`, which looks unchanged; its source goes on differently.
        if isUnchanged, !(source[start..<next].elementsEqual("&amp;".utf8) && source[next...].starts(with: "amp;".utf8))
        {
            return nil
        }
        // One character, or in a few cases two: the one after which text and source agree again.
        let first = UTF8Scalar.first(of: text, at: rest.lowerBound).length
        let afterFirst = rest.lowerBound + first
        guard afterFirst < rest.upperBound, next < source.count, text[afterFirst] != source[next],
            source[next] != UInt8(ascii: "\\"), source[next] != UInt8(ascii: "&")
        else { return first }
        let second = UTF8Scalar.first(of: text, at: afterFirst).length
        return first + second
    }
}
