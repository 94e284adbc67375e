import Diagnostics
import Rules

extension DocumentRenderer {
    /// Reads the inline content of a block into `inlines`, with all repairs made.
    ///
    /// - Parameter bytes: the lines of the block, where cmark's own account of them cannot be used.
    mutating func readInlines(of node: CommonMarkNode, bytes: Range<Int>?) -> BlockPlace {
        let bytes = bytes ?? source.lines(node.startLine, through: max(node.endLine, node.startLine))
        var reader = InlineReader(
            source: source, place: blockPlace(node, bytes), sequence: takeInlines())
        reader.sequence.removeAll()
        reader.read(node)
        var place = reader.place
        inlines = reader.sequence
        reader.sequence = InlineSequence()
        var failedLinks: [Range<Int>] = []
        if inlines.hasHTML { takeComments(&place) }
        if inlines.mayHaveOpenComments {
            let content = takeInlines()
            reportOpenComments(content, &place)
            inlines = content
        }
        if inlines.mayHaveFailedLinks {
            let content = takeInlines()
            failedLinks = reportFailedLinks(content, &place)
            inlines = content
        }
        if inlines.mayHaveBareHosts || inlines.mayHaveFailedImages {
            let content = takeInlines()
            if content.mayHaveBareHosts { reportBareHosts(content, &place) }
            if content.mayHaveFailedImages { reportFailedImages(content, &place) }
            inlines = content
        }
        if source.containsCarets {
            let content = takeInlines()
            reportCarets(content, &place)
            inlines = content
        }
        if inlines.mayHaveForeignMarkup {
            let content = takeInlines()
            reportForeignMarkup(content, &place)
            inlines = content
        }
        if source.containsWideAsterisks {
            let content = takeInlines()
            reportWideAsterisks(content, &place)
            inlines = content
        }
        if inlines.hasDelimiters {
            for leftover in emphasis.apply(to: &inlines) {
                let mark = String(decoding: inlines.text[leftover.text], as: UTF8.self)
                report(.leftoverEmphasis(mark), at: self.bytes(of: leftover, inlines, &place))
            }
        }
        if inlines.hasHTML { RawHTML.keepTags(of: &inlines) }
        if inlines.mayHaveBareLinks {
            BareLinks.apply(to: &inlines, except: failedLinks)
            let content = takeInlines()
            reportCutAddresses(content, &place)
            inlines = content
        }
        return place
    }

    /// Hands over the sequence, so that it is changed and read without being copied. The caller gives it back.
    mutating func takeInlines() -> InlineSequence {
        var taken = InlineSequence()
        swap(&taken, &inlines)
        return taken
    }

    /// Reads and writes the inline content of a block.
    mutating func writeInlines(of node: CommonMarkNode, bytes: Range<Int>) {
        var place = readInlines(of: node, bytes: bytes)
        let content = takeInlines()
        writeInlines(content, &place)
        inlines = content
    }

    private func blockPlace(_ node: CommonMarkNode, _ bytes: Range<Int>) -> BlockPlace {
        let hasEscapes =
            source.containsEscapes
            && source.bytes[bytes].contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
        // Without a start of its own, the block begins where its bytes do.
        let shift = node.startLine > 0 ? 0 : line(ofOffset: bytes.lowerBound)
        return BlockPlace(
            startLine: node.startLine, startColumn: node.startColumn, lineShift: shift, bytes: bytes,
            hasEscapes: hasEscapes, lineCount: max(node.endLine - node.startLine, 0))
    }

    private func line(ofOffset offset: Int) -> Int {
        (source.lineStarts.firstIndex { $0 > offset } ?? source.lineStarts.count)
    }

    /// Writes a sequence of inline content.
    mutating func writeInlines(_ content: InlineSequence, _ place: inout BlockPlace) {
        let blockStart = plain.count
        var open: [Int?] = []
        var depth = 0
        for (index, token) in content.tokens.enumerated() {
            switch token.kind {
            case .text, .delimiter:
                html.appendEscaped(content.text[token.text])
                plain.append(contentsOf: content.text[token.text])
                if content.mayHaveFootnoteMarks { reportUndefinedFootnotes(token, content, &place) }
            case .code:
                html.append("<code>")
                html.appendEscaped(content.text[token.text])
                html.append("</code>")
                plain.append(contentsOf: content.text[token.text])
            case .softBreak: writeSoftBreak(at: index, in: content, blockStart)
            case .hardBreak:
                html.append("<br>\n")
                plain.append(0x20)
            case .html: writeInlineHTML(token, content, &place)
            case .tag: writeTag(content.text[token.text])
            case .footnoteReference:
                writeFootnoteReference(token.index, isInLink: open.contains { $0 != nil })
            case .image: writeInlineImage(token, content, place, isInLink: open.contains { $0 != nil })
            case .linkOpen: open.append(openLink(token, content, &place))
            case .linkClose:
                if let reference = open.popLast() ?? nil { closeLink(reference) }
            default:
                depth += Self.isOpening(token.kind) ? 1 : -1
                if depth > ComplexityLimits.maximumNesting, excess == nil {
                    excess = .init(kind: .nesting, bytes: bytes(of: token, content, &place))
                }
                html.append(Self.markup(token.kind))
            }
        }
    }

    private static func isOpening(_ kind: InlineSequence.Token.Kind) -> Bool {
        switch kind {
        case .emphasisOpen, .strongOpen, .strikeOpen: true
        default: false
        }
    }

    private static func markup(_ kind: InlineSequence.Token.Kind) -> StaticString {
        switch kind {
        case .emphasisOpen: "<em>"
        case .emphasisClose: "</em>"
        case .strongOpen: "<strong>"
        case .strongClose: "</strong>"
        case .strikeOpen: "<del>"
        case .strikeClose: "</del>"
        default: ""
        }
    }

    // MARK: Line breaks and HTML

    private mutating func writeSoftBreak(at index: Int, in content: InlineSequence, _ blockStart: Int) {
        let isAfterImage = index > 0 && content.tokens[index - 1].kind == .image
        if plain.count > blockStart, !isAfterImage, let next = Self.character(after: index, in: content) {
            let previous = UTF8Scalar.last(of: plain, before: plain.count, notBefore: blockStart)
            if SoftBreaks.vanishes(between: previous, and: next) { return }
        }
        html.append("\n")
        plain.append(0x20)
    }

    /// The first character shown behind a token, if it is text or code.
    private static func character(after index: Int, in content: InlineSequence) -> UInt32? {
        for token in content.tokens[(index + 1)...] {
            switch token.kind {
            case .text, .code, .delimiter:
                if !token.text.isEmpty { return UTF8Scalar.first(of: content.text, at: token.text.lowerBound).value }
            case .image, .html, .softBreak, .hardBreak, .tag, .footnoteReference: return nil
            default: continue
            }
        }
        return nil
    }

    private mutating func writeInlineHTML(
        _ token: InlineSequence.Token, _ content: InlineSequence, _ place: inout BlockPlace
    ) {
        let text = content.text[token.text]
        if RawHTML.isComment(text) { return note(commentsIn: bytes(of: token, content, &place)) }
        html.append("<code class=\"raw-html\">")
        html.appendEscaped(CommentMask.removing(from: Array(text)))
        html.append("</code>")
        // A tag and its end are one mistake.
        let name = text.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }.prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">")
        }
        if text.dropFirst().first == UInt8(ascii: "/") {
            if reportedTags.remove(Array(name)) != nil { return }
        } else {
            reportedTags.insert(Array(name))
        }
        let isComment = CommentMask.holdsOpening(text)
        report(isComment ? .openComment(.unclosed) : .rawHTML, at: bytes(of: token, content, &place))
    }

    private mutating func writeTag(_ text: ArraySlice<UInt8>) {
        switch RawHTML.tag(text) {
        case .lineBreak?:
            html.append("<br>")
            plain.append(0x20)
        case .open(let element)?: html.append(element.tags.open)
        case .close(let element)?: html.append(element.tags.close)
        case nil: break
        }
    }

    private mutating func reportUndefinedFootnotes(
        _ token: InlineSequence.Token, _ content: InlineSequence, _ place: inout BlockPlace
    ) {
        var index = token.text.lowerBound
        while index < token.text.upperBound {
            guard let mark = Footnotes.mark(in: content.text, at: index, to: token.text.upperBound) else {
                index += 1
                continue
            }
            index = mark.upperBound
            var part = token
            part.text = mark
            let bytes = bytes(of: part, content, &place)
            // An escaped bracket is no reference.
            guard source.bytes[bytes].first == UInt8(ascii: "[") else { continue }
            let label = content.text[mark.lowerBound + 2..<mark.upperBound - 1]
            report(.undefinedFootnote(String(decoding: label, as: UTF8.self)), at: bytes)
        }
    }

    // MARK: Links

    /// Whether a destination may be written. Reports nothing.
    func canBeFollowed(_ link: InlineSequence.Link) -> Bool {
        !link.destination.isEmpty && LinkSafety.objection(to: link.destination) == nil
    }

    /// Reports what is wrong with a destination.
    private mutating func reportDestination(_ link: InlineSequence.Link, isImage: Bool, at place: ReferencePlace) {
        let related = place.use.map {
            [Diagnostic.Related(.useOfDefinition, at: file.range($0))]
        }
        if let objection = LinkSafety.objection(to: link.destination) {
            report(
                .unsafeLink(destination: String(decoding: link.destination, as: UTF8.self), objection), at: place.bytes,
                related: related ?? [])
        } else {
            report(isImage ? .emptyImage : .emptyLink, at: place.bytes, related: related ?? [])
        }
    }

    private mutating func writeInlineImage(
        _ token: InlineSequence.Token, _ content: InlineSequence, _ place: BlockPlace, isInLink: Bool
    ) {
        let link = content.links[token.index]
        guard canBeFollowed(link) else {
            html.appendEscaped(content.text[token.text])
            plain.append(contentsOf: content.text[token.text])
            reportDestination(link, isImage: true, at: self.place(of: link, in: place))
            return
        }
        writeImage(token, content, place, title: link.title, isInLink: isInLink)
    }

    /// Writes the beginning of a link. Returns its reference; `nil` if it is shown as plain text.
    private mutating func openLink(
        _ token: InlineSequence.Token, _ content: InlineSequence, _ place: inout BlockPlace
    ) -> Int? {
        let link = content.links[token.index]
        let place = place
        let found =
            link.isBare
            ? ReferencePlace(bytes: bareLinkBytes(token, content, place), use: nil) : self.place(of: link, in: place)
        guard canBeFollowed(link) else {
            reportDestination(link, isImage: false, at: found)
            return nil
        }
        let start = html.count
        html.append("<a ")
        references.append(
            PendingReference(
                kind: .link, destination: link.destination, text: [], textStart: plain.count, bytes: found.bytes,
                use: found.use, htmlOffset: html.count, htmlStart: start))
        writeTitle(link.title)
        html.append(">")
        references[references.count - 1].htmlEnd = html.count
        return references.count - 1
    }

    private mutating func closeLink(_ reference: Int) {
        let text = plain[references[reference].textStart...]
        // What a picture shows is the text of a link around it.
        let pictures = references[(reference + 1)...].filter { $0.kind == .image }
        references[reference].text = text.isEmpty ? pictures.flatMap(\.text) : Array(text)
        html.append("</a>")
    }

    private func bareLinkBytes(
        _ token: InlineSequence.Token, _ content: InlineSequence, _ place: BlockPlace
    ) -> Range<Int> {
        var part = token
        part.text = token.text.lowerBound..<token.text.lowerBound + content.links[token.index].destination.count
        var place = place
        return bytes(of: part, content, &place)
    }

    /// Where a reference is to be mended, and where it is used if that is elsewhere.
    struct ReferencePlace {
        let bytes: Range<Int>
        let use: Range<Int>?
    }

    /// The destination of a link or an image: that of its definition, for one that has it elsewhere.
    mutating func place(of link: InlineSequence.Link, in place: BlockPlace) -> ReferencePlace {
        let use = bytes(of: link, in: place)
        guard !link.destination.isEmpty, source.bytes[use].last == UInt8(ascii: "]"),
            let definition = definition(ofReference: use)
        else { return ReferencePlace(bytes: use, use: nil) }
        return ReferencePlace(bytes: definition, use: use)
    }

    /// Where a link or an image stands in the source.
    mutating func bytes(of link: InlineSequence.Link, in place: BlockPlace) -> Range<Int> {
        let found = LinkPlaces.range(of: link, in: place, source: source, searchStart: lastReferenceEnd)
        if let found { lastReferenceEnd = found.upperBound }
        return found ?? withoutLineEnd(place.bytes)
    }

    /// Where a part of the text stands in the source.
    func bytes(
        of token: InlineSequence.Token, _ content: InlineSequence, _ place: inout BlockPlace
    ) -> Range<Int> {
        guard let start = TextAlignment.start(of: token, in: content, place: &place, source: source) else {
            return withoutLineEnd(place.bytes)
        }
        guard place.hasEscapes else {
            let lower = start + token.text.lowerBound - token.origin
            return lower..<lower + token.text.count
        }
        var lower = start
        let end = TextAlignment.walk(
            content.text, token.origin..<token.text.upperBound, source: source.bytes, from: start,
            to: place.bytes.upperBound
        ) { offset, position, _ in
            if offset == token.text.lowerBound { lower = position }
            return true
        }
        return lower..<max(end ?? lower + token.text.count, lower)
    }

    private func withoutLineEnd(_ bytes: Range<Int>) -> Range<Int> {
        var upper = bytes.upperBound
        while upper > bytes.lowerBound, source.bytes[upper - 1] == 0x0A || source.bytes[upper - 1] == 0x0D {
            upper -= 1
        }
        return bytes.lowerBound..<upper
    }
}
