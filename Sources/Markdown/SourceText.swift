/// The parsed part of a file with its lines: turns cmark's lines and columns into byte offsets of the file.
///
/// Lines end as CommonMark says (LF, CR LF, or CR alone), which is why these are not the lines of a `SourceFile`.
struct SourceText {
    /// The bytes of the whole file, comments hidden from the parser.
    let bytes: [UInt8]
    /// Where each line begins; the first is where parsing begins.
    let lineStarts: [Int]
    /// Whether a `[^` occurs, without which there are no footnotes.
    let mentionsFootnotes: Bool
    /// Whether a `]:` occurs, without which no label is defined.
    let mayDefineLinks: Bool
    /// Whether a `_` occurs, without which all emphasis is made of asterisks.
    let containsUnderscore: Bool

    /// Whether a `^` occurs other than at the beginning of a footnote's label.
    let containsCarets: Bool
    /// Whether two full-width asterisks occur in a row.
    let containsWideAsterisks: Bool
    /// Whether a backslash or an ampersand occurs: only then can a text differ from its source.
    let containsEscapes: Bool

    /// The bytes of the lines `first...last`, counted from 1 and clamped, line ends included.
    func lines(_ first: Int, through last: Int) -> Range<Int> {
        let lower = min(max(first, 1), lineStarts.count)
        let upper = min(max(last, lower), lineStarts.count)
        return lineStarts[lower - 1]..<(upper < lineStarts.count ? lineStarts[upper] : bytes.count)
    }

    /// The bytes of the lines `first...last` without the last one's line end.
    func trimmedLines(_ first: Int, through last: Int) -> Range<Int> {
        let range = lines(first, through: last)
        var upper = range.upperBound
        while upper > range.lowerBound, bytes[upper - 1] == 0x0A || bytes[upper - 1] == 0x0D { upper -= 1 }
        return range.lowerBound..<upper
    }

    /// The offset of the first byte of a line behind indentation and marks of block quotes.
    func contentStart(ofLine line: Int) -> Int? {
        guard line >= 1, line <= lineStarts.count else { return nil }
        var offset = lineStarts[line - 1]
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, UInt8(ascii: ">"): offset += 1
            default: return offset
            }
        }
        return offset
    }

    /// Where `needle` occurs first in `range`.
    func firstOccurrence(of needle: some Collection<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard let head = needle.first, !range.isEmpty else { return nil }
        let length = needle.count
        var index = range.lowerBound
        while index + length <= range.upperBound {
            if bytes[index] == head, bytes[index..<index + length].elementsEqual(needle) {
                return index..<index + length
            }
            index += 1
        }
        return nil
    }
}

/// Where the inline nodes of one block stand in the source.
///
/// cmark counts columns in the block's content, from which prefixes of continued lines (indentation, `>`) have been
/// taken away; it forgets the lines of link definitions at a paragraph's start, and the position of a paragraph that
/// continues into a table. A place found here is therefore checked against the text it should hold.
struct BlockPlace {
    /// The line and column of the block as cmark gives them; 0 where it gives none.
    let startLine: Int
    let startColumn: Int
    /// How many lines the content begins below `startLine`.
    var lineShift: Int
    /// The bytes of all lines of the block.
    let bytes: Range<Int>
    /// Whether a backslash or an ampersand occurs in them.
    let hasEscapes: Bool
    /// The number of lines, the bound of `lineShift`.
    let lineCount: Int

    /// The byte offset that cmark's line and column stand for.
    func offset(line: Int, column: Int, in source: SourceText) -> Int? {
        let actual = line + lineShift
        guard actual >= 1, actual <= source.lineStarts.count else { return nil }
        if line == startLine, lineShift == 0 {
            let offset = source.lineStarts[actual - 1] + column - 1
            return source.bytes.indices.contains(offset) ? offset : nil
        }
        guard let content = source.contentStart(ofLine: actual) else { return nil }
        let offset = content + column - startColumn
        return offset >= content && offset < source.bytes.count ? offset : nil
    }
}
