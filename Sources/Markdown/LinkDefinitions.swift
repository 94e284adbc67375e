import Diagnostics
import Rules

/// Definitions of links that are used by their labels: `[m]: rules/measures.md`.
enum LinkDefinitions {
    /// The destinations by their labels, as CommonMark matches them (4.7); of equal labels the first counts.
    ///
    /// - Parameter verbatim: lines of code, where nothing is a definition.
    static func all(in source: SourceText, except verbatim: [ClosedRange<Int>]) -> [String: Range<Int>] {
        var destinations: [String: Range<Int>] = [:]
        for definition in list(in: source, except: verbatim) where destinations[definition.key] == nil {
            destinations[definition.key] = definition.destination
        }
        return destinations
    }

    /// A definition as it stands.
    struct Definition {
        let key: String
        let line: Int
        /// From the bracket to the end of the destination.
        let bytes: Range<Int>
        let destination: Range<Int>
    }

    /// All lines that define a label, in the order of the text.
    static func list(in source: SourceText, except verbatim: [ClosedRange<Int>]) -> [Definition] {
        var definitions: [Definition] = []
        for line in 1...source.lineStarts.count where !verbatim.contains(where: { $0.contains(line) }) {
            let end = source.trimmedLines(line, through: line).upperBound
            guard let start = source.contentStart(ofLine: line), start < end, source.bytes[start] == UInt8(ascii: "["),
                let close = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
                source.bytes[close + 1] == UInt8(ascii: ":")
            else { continue }
            guard close > start + 1, source.bytes[start + 1] != UInt8(ascii: "^"),
                let found = destination(in: source.bytes[(close + 2)..<end])
            else { continue }
            definitions.append(
                Definition(
                    key: key(source.bytes[(start + 1)..<close]), line: line, bytes: start..<found.upperBound,
                    destination: found))
        }
        return definitions
    }

    /// The labels in all brackets of a text that define nothing.
    static func mentions(in source: SourceText, except definitions: [Definition]) -> Set<String> {
        let starts = Set(definitions.map(\.bytes.lowerBound))
        var mentions: Set<String> = []
        var open: Int?
        for index in (source.lineStarts.first ?? 0)..<source.bytes.count {
            switch source.bytes[index] {
            case UInt8(ascii: "["): open = index
            case UInt8(ascii: "]"):
                // A link with its own address uses no definition.
                let hasAddress = index + 1 < source.bytes.count && source.bytes[index + 1] == UInt8(ascii: "(")
                if let start = open, !starts.contains(start), !hasAddress {
                    mentions.insert(key(source.bytes[(start + 1)..<index]))
                }
                open = nil
            default: continue
            }
        }
        return mentions
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
    /// Reports definitions that nothing uses, and those of a label that has one already: neither is shown.
    mutating func reportUselessDefinitions() {
        guard source.mayDefineLinks else { return }
        let candidates = LinkDefinitions.list(in: source, except: outline.verbatimLines)
        // Inside a paragraph such a line is text.
        let lines = Set(candidates.map(\.line))
        let definitions = candidates.filter { $0.line == 1 || lines.contains($0.line - 1) || isBlankLine($0.line - 1) }
        guard !definitions.isEmpty else { return }
        let mentions = LinkDefinitions.mentions(in: source, except: definitions)
        var first: [String: Range<Int>] = [:]
        for definition in definitions {
            let label = definition.key
            if let earlier = first[label] {
                let place = Diagnostic.Related(
                    LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: file.range(earlier))
                report(.repeatedDefinition(label), at: definition.bytes, related: [place])
            } else {
                first[label] = definition.bytes
                if !mentions.contains(label) { report(.unusedDefinition(label), at: definition.bytes) }
            }
        }
    }

    private func isBlankLine(_ line: Int) -> Bool {
        source.bytes[source.lines(line, through: line)].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    }

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
