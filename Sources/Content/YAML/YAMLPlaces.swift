import Diagnostics
import Yams

/// Turns the marks of libyaml, lines and columns in code points, into byte ranges of the file.
struct YAMLPlaces {
    let file: SourceFile
    /// The bytes that are YAML.
    let range: Range<Int>
    /// Byte offsets of the starts of the lines of `range`, as libyaml counts them.
    let lineStarts: [Int]

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        lineStarts = Self.lineStarts(in: file.bytes, range)
    }

    /// libyaml ends a line at CR, LF, CR LF, and also at NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR, which come along
    /// with text that is pasted from word processors.
    private static func lineStarts(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
        var starts = [range.lowerBound]
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "\n"): starts.append(index + 1)
            case UInt8(ascii: "\r") where index + 1 >= range.upperBound || bytes[index + 1] != UInt8(ascii: "\n"):
                starts.append(index + 1)
            case 0x85 where index > range.lowerBound && bytes[index - 1] == 0xC2: starts.append(index + 1)
            case 0xA8, 0xA9:
                guard index >= range.lowerBound + 2, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 else {
                    continue
                }
                starts.append(index + 1)
            default: continue
            }
        }
        return starts
    }

    func offset(of mark: Mark) -> Int {
        guard mark.line >= 1 else { return range.lowerBound }
        guard mark.line <= lineStarts.count else { return range.upperBound }
        var offset = lineStarts[mark.line - 1]
        var column = 1
        while column < mark.column, offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// The bytes of the line around an offset, without its end, inside `range`.
    func line(around offset: Int) -> Range<Int> {
        let line = file.lineBytes(
            around: min(max(offset, range.lowerBound), max(range.lowerBound, range.upperBound - 1)))
        return max(line.lowerBound, range.lowerBound)..<max(line.lowerBound, min(line.upperBound, range.upperBound))
    }

    /// A scalar as it is written, quotes included; of other nodes, and of text over several lines without quotes, the
    /// rest of the first line.
    func range(of node: Node) -> SourceRange {
        guard let mark = node.mark else { return file.range(range.lowerBound..<range.lowerBound) }
        let start = offset(of: mark)
        let lineEnd = line(around: start).upperBound
        guard start < lineEnd else { return file.range(start..<start) }
        guard let scalar = node.scalar else { return file.range(start..<lineEnd) }
        let first = file.bytes[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            return file.range(start..<(endOfQuotes(from: start, quote: first) ?? lineEnd))
        }
        // Plain text of one line stands in the file as it is.
        let end = start + scalar.string.utf8.count
        if end <= lineEnd, file.bytes[start..<end].elementsEqual(scalar.string.utf8) { return file.range(start..<end) }
        return file.range(start..<lineEnd)
    }

    /// The offset after the closing quote.
    private func endOfQuotes(from start: Int, quote: UInt8) -> Int? {
        var index = start + 1
        while index < range.upperBound {
            switch file.bytes[index] {
            case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): index += 2
            case quote:
                let isDoubled =
                    quote == UInt8(ascii: "'") && index + 1 < range.upperBound && file.bytes[index + 1] == quote
                guard isDoubled else { return index + 1 }
                index += 2
            default: index += 1
            }
        }
        return nil
    }
}
