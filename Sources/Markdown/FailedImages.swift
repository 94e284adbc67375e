/// Pictures whose exclamation mark is full-width or stands apart, so that they are links.
extension DocumentRenderer {
    /// Reports links to pictures that begin like a picture: `！[照片](a.png)`, `! [照片](a.png)`.
    mutating func reportFailedImages(_ content: InlineSequence, _ place: inout BlockPlace) {
        for index in content.tokens.indices.dropFirst() where content.tokens[index].kind == .linkOpen {
            let token = content.tokens[index - 1]
            let link = content.links[content.tokens[index].index]
            guard token.kind == .text, FailedMarkup.isPicture(link.destination[...]),
                let mark = FailedMarkup.imageMark(atEndOf: content.text[token.text])
            else { continue }
            // Behind other text it ends a sentence.
            let isFirst = index == 1 || [.softBreak, .hardBreak].contains(content.tokens[index - 2].kind)
            let before = content.text[token.text.lowerBound..<mark.lowerBound].last
            guard before.map({ $0 == 0x20 }) ?? isFirst else { continue }
            var part = token
            part.text = mark
            report(.failedImage, at: bytes(of: part, content, &place), replacement: "!")
        }
    }
}

extension FailedMarkup {
    /// Whether an address is that of a picture.
    static func isPicture(_ destination: ArraySlice<UInt8>) -> Bool {
        let path = String(decoding: destination, as: UTF8.self).lowercased().prefix { $0 != "?" && $0 != "#" }
        return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".jfif", ".bmp"].contains(where: path.hasSuffix)
    }

    /// The bytes of `！` or of `!` and spaces at the end of a text.
    static func imageMark(atEndOf text: ArraySlice<UInt8>) -> Range<Int>? {
        let trimmed = text.count - text.reversed().prefix { $0 == 0x20 }.count
        let rest = text.prefix(trimmed)
        if rest.suffix(3).elementsEqual("！".utf8) { return rest.endIndex - 3..<text.endIndex }
        return trimmed < text.count && rest.last == UInt8(ascii: "!") ? rest.endIndex - 1..<text.endIndex : nil
    }
}
