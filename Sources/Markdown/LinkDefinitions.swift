import Diagnostics

/// Definitions of links that are used by their labels: `[m]: rules/measures.md`.
enum LinkDefinitions {
    /// The destinations by their labels, as CommonMark matches them (4.7); of equal labels the first counts.
    ///
    /// - Parameter verbatim: lines of code, where nothing is a definition.
    static func all(in source: SourceText, except verbatim: [ClosedRange<Int>]) -> [String: Range<Int>] {
        var destinations: [String: Range<Int>] = [:]
        for line in 1...source.lineStarts.count where !verbatim.contains(where: { $0.contains(line) }) {
            let end = source.trimmedLines(line, through: line).upperBound
            guard let start = source.contentStart(ofLine: line), start < end, source.bytes[start] == UInt8(ascii: "["),
                let close = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
                source.bytes[close + 1] == UInt8(ascii: ":")
            else { continue }
            let key = self.key(source.bytes[(start + 1)..<close])
            guard destinations[key] == nil, let found = destination(in: source.bytes[(close + 2)..<end]) else {
                continue
            }
            destinations[key] = found
        }
        return destinations
    }

    /// A label without differences of case and white space.
    static func key(_ label: some Sequence<UInt8>) -> String {
        String(decoding: Array(label), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private static func destination(in rest: ArraySlice<UInt8>) -> Range<Int>? {
        let text = rest.drop { $0 <= 0x20 }
        let isBracketed = text.first == UInt8(ascii: "<")
        let inside = isBracketed ? text.dropFirst() : text
        let end = inside.firstIndex { isBracketed ? $0 == UInt8(ascii: ">") : $0 <= 0x20 } ?? inside.endIndex
        return end > inside.startIndex ? inside.startIndex..<end : nil
    }
}

extension DocumentRenderer {
    /// Where the destination of a reference stands: of `[text][label]`, `[label][]` or `[label]` at `use`.
    mutating func definition(ofReference use: Range<Int>) -> Range<Int>? {
        let all = definitions ?? LinkDefinitions.all(in: source, except: outline.verbatimLines)
        definitions = all
        let bytes = source.bytes[use]
        guard let open = bytes.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        let label = bytes[(open + 1)..<(bytes.endIndex - 1)]
        if !label.isEmpty { return all[LinkDefinitions.key(label)] }
        // `[label][]`
        let text = bytes[..<open].drop { $0 != UInt8(ascii: "[") }.dropFirst()
        return all[LinkDefinitions.key(text.dropLast())]
    }
}

extension LocalizedText {
    /// Says of a second place that the link is used there.
    package static let useOfDefinition = LocalizedText(zh: "链接用在这里", en: "the link is used here")
}
