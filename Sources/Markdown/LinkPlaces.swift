/// Finds where the destination of a link stands in the source.
///
/// cmark gives the position of the whole link, and not always a right one. The end is the most reliable part: it is
/// right for links over several lines, where the start is not.
enum LinkPlaces {
    /// How far to look: keeps the search cheap where nothing is to be found.
    private static let reach = 4096

    /// The bytes of the destination; if it cannot be found (`[text][label]`), those of the whole link.
    ///
    /// - Parameter searchStart: where the link before this one was found, for links whose position is wrong.
    static func range(
        of link: InlineSequence.Link, in place: BlockPlace, source: SourceText, searchStart: Int
    ) -> Range<Int>? {
        let end = place.offset(line: link.endLine, column: link.endColumn, in: source)
        if let end, source.bytes[end] == UInt8(ascii: ")"), !link.destination.isEmpty,
            let found = destination(of: link, endingAt: end, in: place, source: source)
        {
            return found
        }
        if let end, source.bytes[end] == UInt8(ascii: "]") || link.destination.isEmpty,
            let start = place.offset(line: link.startLine, column: link.startColumn, in: source), start < end,
            source.bytes[start] == UInt8(ascii: "[") || source.bytes[start] == UInt8(ascii: "!")
        {
            return start..<end + 1
        }
        guard !link.destination.isEmpty else { return nil }
        let rest = max(searchStart, place.bytes.lowerBound)..<max(searchStart, place.bytes.upperBound)
        return search(for: link, in: rest, source: source) ?? search(for: link, in: place.bytes, source: source)
    }

    private static func destination(
        of link: InlineSequence.Link, endingAt end: Int, in place: BlockPlace, source: SourceText
    ) -> Range<Int>? {
        let lowest = max(place.bytes.lowerBound, end - reach)
        var index = end - 1
        while index > lowest {
            if source.bytes[index] == UInt8(ascii: "("), source.bytes[index - 1] == UInt8(ascii: "]"),
                let found = destination(of: link, from: index + 1, to: end, source: source)
            {
                return found
            }
            index -= 1
        }
        return nil
    }

    private static func search(
        for link: InlineSequence.Link, in range: Range<Int>, source: SourceText
    ) -> Range<Int>? {
        let range = range.lowerBound..<min(range.upperBound, range.lowerBound + 8 * reach)
        var index = range.lowerBound
        while index + 1 < range.upperBound {
            let next = source.bytes[index + 1]
            if source.bytes[index] == UInt8(ascii: "]"), next == UInt8(ascii: "(") || next == UInt8(ascii: ":"),
                let found = destination(of: link, from: index + 2, to: range.upperBound, source: source)
            {
                return found
            }
            if source.bytes[index] == UInt8(ascii: "<"),
                let found = autolink(link, from: index + 1, to: range.upperBound, source: source)
            {
                return found
            }
            index += 1
        }
        return nil
    }

    private static func autolink(
        _ link: InlineSequence.Link, from start: Int, to end: Int, source: SourceText
    ) -> Range<Int>? {
        let prefix = Array("mailto:".utf8)
        for destination in [link.destination[...], link.destination.dropFirst(prefix.count)] {
            if destination.startIndex > 0, !link.destination.starts(with: prefix) { continue }
            let upper = start + destination.count
            guard upper < end, !destination.isEmpty, source.bytes[upper] == UInt8(ascii: ">") else { continue }
            if source.bytes[start..<upper] == destination { return start..<upper }
        }
        return nil
    }

    /// The bytes of a destination written at `start`, if it is that of the link.
    private static func destination(
        of link: InlineSequence.Link, from start: Int, to end: Int, source: SourceText
    ) -> Range<Int>? {
        var lower = start
        while lower < end, source.bytes[lower] <= 0x20 { lower += 1 }
        guard lower < end else { return nil }
        let written = source.bytes[lower] == UInt8(ascii: "<") ? lower + 1..<end : lower..<end
        let found = TextAlignment.walk(
            link.destination, 0..<link.destination.count, source: source.bytes, from: written.lowerBound,
            to: written.upperBound
        ) { _, _, _ in true }
        guard let upper = found, upper <= end else { return nil }
        // A longer destination that begins with this one is another link.
        let following = upper < source.bytes.count ? source.bytes[upper] : 0x20
        guard following <= 0x20 || following == UInt8(ascii: ")") || following == UInt8(ascii: ">") else { return nil }
        return written.lowerBound..<upper
    }
}
