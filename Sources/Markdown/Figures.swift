/// Images that stand alone in a paragraph.
enum Figures {
    /// The token of the image that is all of a paragraph.
    static func image(aloneIn content: InlineSequence) -> InlineSequence.Token? {
        guard content.tokens.count == 1, let token = content.tokens.first, token.kind == .image else { return nil }
        return token
    }
}

extension DocumentRenderer {
    /// Writes an image with its title, or else its alternative text, as caption. `false` if it has no usable address.
    mutating func writeFigure(_ image: InlineSequence.Token, _ content: InlineSequence, _ place: BlockPlace) -> Bool {
        let link = content.links[image.index]
        guard canBeFollowed(link) else { return false }
        let alternative = content.text[image.text]
        let caption = link.title.isEmpty ? alternative : link.title[...]
        html.append("<figure>")
        writeImage(image, content, place, title: [])
        if !caption.isEmpty {
            html.append("<figcaption>")
            html.appendEscaped(caption)
            html.append("</figcaption>")
            plain.append(contentsOf: caption)
        }
        html.append("</figure>\n")
        return true
    }

    /// Writes an image without the attributes that depend on the site.
    mutating func writeImage(
        _ image: InlineSequence.Token, _ content: InlineSequence, _ place: BlockPlace, title: [UInt8],
        isInLink: Bool = false
    ) {
        let link = content.links[image.index]
        let alternative = content.text[image.text]
        checkAlternative(alternative, of: link, in: place)
        let start = html.count
        let found = self.place(of: link, in: place)
        html.append("<img ")
        references.append(
            PendingReference(
                kind: .image, destination: link.destination, text: Array(alternative), textStart: plain.count,
                bytes: found.bytes, use: found.use, htmlOffset: html.count, htmlStart: start, isInLink: isInLink))
        html.append(" alt=\"")
        html.appendEscaped(alternative)
        html.append("\"")
        writeTitle(title)
        html.append(hasImage ? " loading=\"lazy\" decoding=\"async\">" : " decoding=\"async\">")
        hasImage = true
        references[references.count - 1].htmlEnd = html.count
    }

    private mutating func checkAlternative(
        _ text: ArraySlice<UInt8>, of link: InlineSequence.Link, in place: BlockPlace
    ) {
        if text.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            report(.missingAlternative, at: bytes(of: link, in: place))
        } else if link.destination.suffix(text.count).elementsEqual(text) && text.contains(UInt8(ascii: "."))
            || AlternativeText.saysNothing(String(decoding: text, as: UTF8.self))
        {
            report(.fileNameAsAlternative, at: bytes(of: link, in: place))
        }
    }

    /// Writes the title attribute of a link or an image, if there is one.
    mutating func writeTitle(_ title: [UInt8]) {
        guard !title.isEmpty else { return }
        html.append(" title=\"")
        html.appendEscaped(title)
        html.append("\"")
    }
}
