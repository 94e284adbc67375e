/// Reads the inline nodes of a block into a flat sequence.
struct InlineReader {
    let source: SourceText
    /// Where the block stands. Reading finds out by how many lines cmark is wrong.
    var place: BlockPlace
    var sequence: InlineSequence

    /// Reads all inline nodes below `block`.
    mutating func read(_ block: CommonMarkNode) {
        var closings: [InlineSequence.Token] = []
        var current = block.firstChild
        while var node = current {
            if let closing = open(node), let child = node.firstChild {
                closings.append(closing)
                current = child
                continue
            }
            while true {
                if let next = node.next {
                    current = next
                    break
                }
                guard let parent = node.parent, parent != block else {
                    current = nil
                    break
                }
                if let closing = closings.popLast() { close(closing) }
                node = parent
            }
        }
    }

    /// Appends what a node begins with. Returns what it ends with if its children are to be read.
    private mutating func open(_ node: CommonMarkNode) -> InlineSequence.Token? {
        switch node.kind {
        case .text: appendText(node)
        case .code: append(.code, of: node)
        case .inlineHTML:
            append(.html, of: node)
            sequence.hasHTML = true
        case .softBreak: append(.softBreak)
        case .hardBreak: append(.hardBreak)
        case .emphasis: return openEmphasis(node, width: 1)
        case .strong: return openEmphasis(node, width: 2)
        case .image: appendImage(node)
        case .footnoteReference:
            append(.footnoteReference)
            sequence.tokens[sequence.tokens.count - 1].index = Footnotes.number(node.literal)
        case .link:
            appendLink(node)
            append(.linkOpen)
            sequence.tokens[sequence.tokens.count - 1].index = sequence.links.count - 1
            if node.firstChild != nil {
                var closing = sequence.tokens[sequence.tokens.count - 1]
                closing.kind = .linkClose
                return closing
            }
            append(.linkClose)
            sequence.tokens[sequence.tokens.count - 1].index = sequence.links.count - 1
        default: break
        }
        return nil
    }

    private mutating func close(_ token: InlineSequence.Token) {
        var token = token
        let start = sequence.text.count
        if token.kind == .delimiter {
            sequence.text.append(contentsOf: repeatElement(UInt8(ascii: "*"), count: token.text.count))
            token.origin = start
        }
        token.text = start..<sequence.text.count
        sequence.tokens.append(token)
    }

    private mutating func append(_ kind: InlineSequence.Token.Kind, of node: CommonMarkNode? = nil) {
        let start = sequence.text.count
        node?.appendLiteral(to: &sequence.text)
        sequence.tokens.append(
            .init(
                kind: kind, text: start..<sequence.text.count, origin: start, line: node?.startLine ?? 0,
                column: node?.startColumn ?? 0))
    }

    private mutating func appendText(_ node: CommonMarkNode) {
        let start = sequence.text.count
        append(.text, of: node)
        var hasMarks = false
        var hasColon = false
        var hasBracket = false
        var mayHaveAddress = false
        var hasAngle = false
        var hasHyphen = false
        var hasForeignMark = false
        var before: UInt8 = 0
        sequence.text.withUnsafeBufferPointer { text in
            for byte in UnsafeBufferPointer(rebasing: text[start...]) where byte < 0x80 {
                switch byte {
                case UInt8(ascii: "*"): hasMarks = true
                case UInt8(ascii: "~"): (hasMarks, hasForeignMark) = (true, true)
                case UInt8(ascii: ":"): (hasColon, hasForeignMark) = (true, true)
                case UInt8(ascii: "{"), UInt8(ascii: "$"): hasForeignMark = true
                case UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="):
                    if byte == before || before == UInt8(ascii: "<") { hasForeignMark = true }
                case UInt8(ascii: "["): hasBracket = true
                case UInt8(ascii: "."), UInt8(ascii: "/"): mayHaveAddress = true
                case UInt8(ascii: "<"), UInt8(ascii: "!"): hasAngle = true
                case UInt8(ascii: "-"): hasHyphen = true
                default: break
                }
                before = byte
            }
        }
        // `[!NOTE]`, `[TOC]` and `!!! note` begin a text.
        if hasForeignMark || hasBracket && sequence.text[start] == UInt8(ascii: "[")
            || hasAngle && sequence.text[start] == UInt8(ascii: "!")
        {
            sequence.mayHaveForeignMarkup = true
        }
        if hasColon { sequence.mayHaveBareLinks = true }
        let text = sequence.text[start...]
        if mayHaveAddress, UnlinkedText.mayHoldHost(text) { sequence.mayHaveBareHosts = true }
        // The mark before a link ends its text.
        if FailedMarkup.imageMark(atEndOf: text) != nil { sequence.mayHaveFailedImages = true }
        if hasAngle || (hasHyphen && text.contains(bytes: "！-".utf8)) { sequence.mayHaveOpenComments = true }
        // 【】 or ［］ in the place of brackets, where there is anything that may be an address behind them.
        if mayHaveAddress, !hasBracket,
            FailedMarkup.fullWidthBrackets.contains(where: { sequence.text[start...].contains(bytes: $0.close.utf8) })
        {
            sequence.mayHaveFailedLinks = true
        }
        if hasBracket {
            sequence.mayHaveFailedLinks = true
            if source.mentionsFootnotes { sequence.mayHaveFootnoteMarks = true }
        }
        guard hasMarks else { return }
        sequence.hasDelimiters = true
        if place.hasEscapes { noteEscapes(sequence.tokens[sequence.tokens.count - 1]) }
    }

    /// Finds which bytes of a text were escaped in the source. If the source cannot be found, all marks count as
    /// escaped: then they stay what cmark made of them.
    private mutating func noteEscapes(_ token: InlineSequence.Token) {
        let known = sequence.escaped.count
        if let start = TextAlignment.start(of: token, in: sequence, place: &place, source: source) {
            let end = TextAlignment.walk(
                sequence.text, token.text, source: source.bytes, from: start, to: place.bytes.upperBound
            ) { offset, _, isEscaped in
                if isEscaped { sequence.escaped.append(offset) }
                return true
            }
            if end != nil { return }
        }
        sequence.escaped.removeLast(sequence.escaped.count - known)
        sequence.escaped.append(contentsOf: token.text)
    }

    /// Emphasis made of `*` is taken apart again, to be put together by the rules for Chinese; that of `_` stays.
    private mutating func openEmphasis(_ node: CommonMarkNode, width: Int) -> InlineSequence.Token? {
        guard node.firstChild != nil else { return nil }
        let start = sequence.text.count
        let isStar = isMadeOfAsterisks(node)
        if isStar {
            sequence.text.append(contentsOf: repeatElement(UInt8(ascii: "*"), count: width))
            sequence.hasDelimiters = true
        }
        let kind: InlineSequence.Token.Kind = isStar ? .delimiter : width == 1 ? .emphasisOpen : .strongOpen
        let opening = InlineSequence.Token(
            kind: kind, text: start..<sequence.text.count, origin: start, line: node.startLine,
            column: node.startColumn)
        sequence.tokens.append(opening)
        var closing = opening
        if !isStar { closing.kind = width == 1 ? .emphasisClose : .strongClose }
        closing.line = node.endLine
        closing.column = node.endColumn
        return closing
    }

    private mutating func isMadeOfAsterisks(_ node: CommonMarkNode) -> Bool {
        guard source.containsUnderscore else { return true }
        guard let offset = place.offset(line: node.startLine, column: node.startColumn, in: source) else {
            return false
        }
        return source.bytes[offset] == UInt8(ascii: "*")
    }

    private mutating func appendLink(_ node: CommonMarkNode) {
        sequence.links.append(
            .init(
                destination: CommentMask.removing(from: node.destination), title: title(of: node),
                startLine: node.startLine,
                startColumn: node.startColumn, endLine: node.endLine, endColumn: node.endColumn))
    }

    /// A title without comments and the blanks around them.
    private func title(of node: CommonMarkNode) -> [UInt8] {
        let title = node.title
        let shown = CommentMask.removing(from: title)
        guard shown.count < title.count else { return title }
        let start = shown.drop { $0 == 0x20 }
        return Array(start.dropLast(start.reversed().prefix { $0 == 0x20 }.count))
    }

    /// Appends an image with the text of its children as its own.
    private mutating func appendImage(_ image: CommonMarkNode) {
        appendLink(image)
        append(.image)
        let last = sequence.tokens.count - 1
        sequence.tokens[last].index = sequence.links.count - 1
        let start = sequence.text.count
        var current = image.firstChild
        while var node = current {
            switch node.kind {
            case .text, .code: node.appendLiteral(to: &sequence.text)
            case .softBreak, .hardBreak: sequence.text.append(0x20)
            default: break
            }
            if let child = node.firstChild {
                current = child
                continue
            }
            while true {
                if let next = node.next {
                    current = next
                    break
                }
                guard let parent = node.parent, parent != image else {
                    current = nil
                    break
                }
                node = parent
            }
        }
        sequence.tokens[last].text = start..<sequence.text.count
    }
}

extension ArraySlice<UInt8> {
    /// Whether some bytes stand anywhere in these. O(n) for bytes whose first is rare.
    fileprivate func contains(bytes: String.UTF8View) -> Bool {
        guard let first = bytes.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: bytes) }
    }
}
