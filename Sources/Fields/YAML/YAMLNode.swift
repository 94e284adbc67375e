import Diagnostics

/// YAML as it is written, for who edits it: every node with all of its bytes and the way it stands there. What the values mean is
/// `YAMLReader`'s matter.
package struct YAMLNode: Sendable {
    package enum ScalarStyle: Sendable {
        case plain, singleQuoted, doubleQuoted
        /// `|`.
        case literal
        /// `>`.
        case folded

        /// Whether the text stands on lines below its sign.
        package var isBlock: Bool { self == .literal || self == .folded }
    }

    package struct Pair: Sendable {
        package let key: YAMLNode
        package let value: YAMLNode
    }

    package enum Content: Sendable {
        case scalar(String, ScalarStyle)
        case sequence([YAMLNode], isFlow: Bool)
        case mapping([Pair], isFlow: Bool)
        case alias
    }

    package let content: Content
    /// From the first byte to behind the last one, without blanks and comments behind it. Nothing, behind the sign before it, where
    /// a value is left out.
    package let range: Range<Int>
    /// Whether it has an anchor, a tag, or another form that is not edited; what stands inside of it is looked at by itself.
    package let isUnusual: Bool

    /// Whether it, or anything inside of it, is written in a form that is not edited.
    package var holdsUnusual: Bool {
        guard !isUnusual else { return true }
        switch content {
        case .scalar: return false
        case .alias: return true
        case .sequence(let items, _): return items.contains(where: \.holdsUnusual)
        case .mapping(let pairs, _): return pairs.contains { $0.key.holdsUnusual || $0.value.holdsUnusual }
        }
    }

    /// Whether it is a list or mapping in brackets or braces.
    package var isFlow: Bool {
        switch content {
        case .sequence(_, let isFlow), .mapping(_, let isFlow): isFlow
        case .scalar, .alias: false
        }
    }
}

extension YAMLNode {
    /// The one document of a file; `nil` for nothing, and for what is no YAML or nested too deep: `YAMLReader` says what is wrong.
    ///
    /// - Parameter range: the bytes of the file that are YAML, without a byte order mark.
    package static func read(_ file: SourceFile, range: Range<Int>) -> YAMLNode? {
        file.bytes.withUnsafeBufferPointer { bytes in
            guard let stream = YAMLEventStream(bytes, range: range) else { return nil }
            return try? YAMLNodeReader(stream: stream, places: YAMLPlaces(file: file, range: range)).document()
        }
    }
}

/// Builds nodes of libyaml's events.
private struct YAMLNodeReader {
    let stream: YAMLEventStream
    let places: YAMLPlaces

    /// As deep as `YAMLReader` reads.
    private static let maximumDepth = 16

    func document() throws(YAMLParseError) -> YAMLNode? {
        var event = try stream.next()
        if case .streamStart = event.kind { event = try stream.next() }
        guard case .documentStart = event.kind else { return nil }
        let node = try node(try stream.next(), depth: 0)
        _ = try stream.next()
        guard case .streamEnd = try stream.next().kind else { return nil }
        return node
    }

    private func node(_ event: YAMLEvent, depth: Int) throws(YAMLParseError) -> YAMLNode {
        guard depth <= Self.maximumDepth else {
            throw .syntax(problem: "", offset: event.range.lowerBound, openQuote: nil)
        }
        let isMarked = event.hasAnchor || event.hasTag
        switch event.kind {
        case .scalar(let text, let isPlain, _):
            return isPlain && !isMarked ? plain(text, event) : scalar(text, event, isMarked: isMarked)
        case .sequenceStart:
            var items: [YAMLNode] = []
            var end = try stream.next()
            while !end.isEnd {
                items.append(try node(end, depth: depth + 1))
                end = try stream.next()
            }
            let isFlow = byte(at: event.range.lowerBound) == UInt8(ascii: "[")
            return YAMLNode(
                content: .sequence(items, isFlow: isFlow),
                range: event.range.lowerBound..<(isFlow ? end.range.upperBound : behind(items.last, event)),
                isUnusual: isMarked)
        case .mappingStart:
            var pairs: [YAMLNode.Pair] = []
            var end = try stream.next()
            while !end.isEnd {
                let key = try node(end, depth: depth + 1)
                pairs.append(YAMLNode.Pair(key: key, value: try node(try stream.next(), depth: depth + 1)))
                end = try stream.next()
            }
            let isFlow = byte(at: event.range.lowerBound) == UInt8(ascii: "{")
            return YAMLNode(
                content: .mapping(pairs, isFlow: isFlow),
                range: event.range.lowerBound..<(isFlow ? end.range.upperBound : behind(pairs.last?.value, event)),
                isUnusual: isMarked || !pairs.allSatisfy(isUsual))
        default: return YAMLNode(content: .alias, range: event.range, isUnusual: true)
        }
    }

    private func byte(at offset: Int) -> UInt8? {
        offset < places.range.upperBound ? places.file.bytes[offset] : nil
    }

    private func behind(_ last: YAMLNode?, _ event: YAMLEvent) -> Int {
        max(last?.range.upperBound ?? event.range.upperBound, event.range.lowerBound)
    }

    /// Whether a pair is a name with its colon behind it. A list in brackets may hold pairs without braces, which are none that
    /// are edited either: their mapping begins with the name.
    private func isUsual(_ pair: YAMLNode.Pair) -> Bool {
        guard case .scalar(_, let style) = pair.key.content, !style.isBlock, !pair.key.isUnusual else { return false }
        var offset = pair.key.range.upperBound
        while let byte = byte(at: offset), byte == 0x20 || byte == 0x09 { offset += 1 }
        return byte(at: offset) == UInt8(ascii: ":") && offset < pair.value.range.lowerBound
    }

    /// A text without quotes, with what YAML would cut off it.
    private func plain(_ text: String, _ event: YAMLEvent) -> YAMLNode {
        guard let cut = CutValue(behind: event, in: places), let range = cut.finding.range else {
            return YAMLNode(content: .scalar(text, .plain), range: event.range, isUnusual: false)
        }
        let whole: String = if case .scalar(let text, _) = cut.tree(keeping: text).value { text } else { text }
        return YAMLNode(
            content: .scalar(whole, .plain), range: range.bytes, isUnusual: cut.finding.replacement == nil)
    }

    private func scalar(_ text: String, _ event: YAMLEvent, isMarked: Bool) -> YAMLNode {
        let style: YAMLNode.ScalarStyle =
            switch byte(at: event.range.lowerBound) {
            case UInt8(ascii: "'"): .singleQuoted
            case UInt8(ascii: "|"): .literal
            case UInt8(ascii: ">"): .folded
            default: .doubleQuoted
            }
        let isTrimmed = style.isBlock || isMarked
        let range = isTrimmed ? event.range.lowerBound..<endOfBlock(event.range) : event.range
        return YAMLNode(content: .scalar(text, style), range: range, isUnusual: isMarked)
    }

    /// Behind the last line of a block that has more than blanks, without its line end.
    private func endOfBlock(_ range: Range<Int>) -> Int {
        let bytes = places.file.bytes
        guard let last = bytes[range].lastIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return range.upperBound
        }
        var end = last + 1
        while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }
}

extension YAMLEvent {
    fileprivate var isEnd: Bool { if case .collectionEnd = kind { true } else { false } }
}
