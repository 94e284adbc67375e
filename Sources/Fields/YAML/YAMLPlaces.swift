import Diagnostics

/// The places of YAML inside a file.
package struct YAMLPlaces {
    let file: SourceFile
    /// The bytes that are YAML.
    let range: Range<Int>

    /// Byte offsets of the starts of the lines of `range`, as libyaml counts them.
    var lineStarts: [Int] { Self.lineStarts(in: file.bytes, range) }

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

    /// The bytes of the line around an offset, without its end, inside `range`.
    func line(around offset: Int) -> Range<Int> {
        let line = file.lineBytes(
            around: min(max(offset, range.lowerBound), max(range.lowerBound, range.upperBound - 1)))
        return max(line.lowerBound, range.lowerBound)..<max(line.lowerBound, min(line.upperBound, range.upperBound))
    }

    /// A scalar as it is written, quotes included; of other nodes, and of text over several lines without quotes, the
    /// rest of the first line.
    func range(of event: YAMLEvent) -> SourceRange {
        if case .scalar(_, let isPlain, let isOneLine) = event.kind, !event.hasAnchor, !event.hasTag {
            let first = event.range.isEmpty ? nil : file.bytes[event.range.lowerBound]
            let isQuoted = !isPlain && (first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"))
            if isOneLine || isQuoted { return file.range(event.range) }
        }
        let end = line(around: event.range.lowerBound).upperBound
        return file.range(event.range.lowerBound..<max(event.range.lowerBound, end))
    }
}
