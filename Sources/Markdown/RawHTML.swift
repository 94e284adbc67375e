/// What becomes of HTML in Markdown: comments vanish, a few plain tags are kept, everything else is shown as text.
///
/// The list is matched exactly, without attributes, so that nothing has to be parsed and nothing can be smuggled in.
enum RawHTML {
    /// A tag that is kept.
    enum Tag: Equatable {
        case lineBreak
        case open(Element)
        case close(Element)
    }

    /// An element that is kept, if it is closed where it was opened.
    enum Element: CaseIterable {
        case subscripted, superscripted, key

        /// The opening and the closing tag.
        var tags: (open: StaticString, close: StaticString) {
            switch self {
            case .subscripted: ("<sub>", "</sub>")
            case .superscripted: ("<sup>", "</sup>")
            case .key: ("<kbd>", "</kbd>")
            }
        }
    }

    /// The tag that a piece of HTML is, if it is kept. `<br/>` is taken for `<br>`, as editors write it.
    static func tag(_ html: ArraySlice<UInt8>) -> Tag? {
        if html.elementsEqual("<br>".utf8) || html.elementsEqual("<br/>".utf8) || html.elementsEqual("<br />".utf8) {
            return .lineBreak
        }
        for element in Element.allCases {
            if equal(html, element.tags.open) { return .open(element) }
            if equal(html, element.tags.close) { return .close(element) }
        }
        return nil
    }

    private static func equal(_ html: ArraySlice<UInt8>, _ tag: StaticString) -> Bool {
        html.elementsEqual(UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
    }

    /// Whether a piece of HTML is nothing but comments and white space.
    static func isComment(_ html: ArraySlice<UInt8>) -> Bool {
        var index = html.startIndex
        while index < html.endIndex {
            if CharacterClass.isWhiteSpace(UInt32(html[index])) {
                index += 1
                continue
            }
            if let length = CommentMask.shortLength(html[index...]) {
                index += length
                continue
            }
            guard html[index...].starts(with: "<!--".utf8) else { return false }
            index += 4
            while index < html.endIndex, !html[index...].starts(with: "-->".utf8) { index += 1 }
            guard index < html.endIndex else { return false }
            index += 3
        }
        return true
    }

    /// Whether a block of HTML is nothing but line breaks.
    static func isLineBreak(_ html: ArraySlice<UInt8>) -> Bool {
        html.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }).allSatisfy { tag($0) == .lineBreak }
    }

    /// Marks the tags of a sequence that are kept: line breaks, and pairs that open and close inside the same element.
    static func keepTags(of sequence: inout InlineSequence) {
        /// An open element: of HTML with the index of its token, or of Markdown.
        var open: [(element: Element?, token: Int)] = []
        for index in sequence.tokens.indices {
            switch sequence.tokens[index].kind {
            case .emphasisOpen, .strongOpen, .strikeOpen, .linkOpen: open.append((nil, index))
            case .emphasisClose, .strongClose, .strikeClose, .linkClose:
                while let last = open.popLast(), last.element != nil {}
            case .html:
                switch tag(sequence.text[sequence.tokens[index].text]) {
                case .lineBreak?: sequence.tokens[index].kind = .tag
                case .open(let element)?: open.append((element, index))
                case .close(let element)?:
                    guard let last = open.last, last.element == element else { continue }
                    open.removeLast()
                    sequence.tokens[last.token].kind = .tag
                    sequence.tokens[index].kind = .tag
                case nil: continue
                }
            default: continue
            }
        }
    }
}
