import Diagnostics

/// A Markdown text after parsing: HTML with holes where addresses go, and everything else a page needs of it.
///
/// The HTML is complete but for the attributes of links and images: what a relative path of a source file means is
/// known only when the whole site is. Each `references` element says where its attributes are to be inserted.
package struct MarkdownDocument: Sendable {
    /// HTML without the attributes of the references.
    package let html: [UInt8]
    /// Links and images in the order of their `htmlOffset`.
    package let references: [MarkdownReference]
    package let headings: [MarkdownHeading]
    /// Further ids that can be linked to: footnotes and articles (`art-12`).
    package let anchors: [String]
    /// The text without markup as UTF-8, blocks separated by line feeds.
    package let plainTextBytes: [UInt8]
    /// 字数: Han characters, Latin words and numbers.
    package let characterCount: Int
    /// Comments, which are not shown.
    package let comments: [MarkdownComment]

    package init(
        html: [UInt8], references: [MarkdownReference], headings: [MarkdownHeading], anchors: [String],
        plainTextBytes: [UInt8], characterCount: Int, comments: [MarkdownComment] = []
    ) {
        self.html = html
        self.references = references
        self.headings = headings
        self.anchors = anchors
        self.plainTextBytes = plainTextBytes
        self.characterCount = characterCount
        self.comments = comments
    }

    /// A text without content.
    package static let empty = MarkdownDocument(
        html: [], references: [], headings: [], anchors: [], plainTextBytes: [], characterCount: 0)

    /// The text without markup. Made when asked for: most pages have a summary of their own.
    package var plainText: String { String(decoding: plainTextBytes, as: UTF8.self) }

    /// The HTML with each reference filled in.
    package func html(filling: (MarkdownReference) -> MarkdownFilling) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count + references.count * 64)
        var copied = 0
        for reference in references {
            let filling = filling(reference)
            let isWrapped = !filling.before.isEmpty || !filling.after.isEmpty
            if isWrapped {
                result.append(contentsOf: html[copied..<reference.htmlStart])
                result.append(contentsOf: filling.before.utf8)
                copied = reference.htmlStart
            }
            result.append(contentsOf: html[copied..<reference.htmlOffset])
            result.append(contentsOf: filling.attributes.utf8)
            copied = reference.htmlOffset
            if isWrapped {
                result.append(contentsOf: html[copied..<reference.htmlEnd])
                result.append(contentsOf: filling.after.utf8)
                copied = reference.htmlEnd
            }
        }
        result.append(contentsOf: html[copied...])
        return result
    }
}

/// What goes into a document's HTML at a reference, already escaped.
package struct MarkdownFilling: Sendable {
    /// In the element, without a leading space: `href="/a/"` for a link, `src="/b.jpg" width="3" height="2"` for an image.
    package let attributes: String
    /// Before and after the element of an image. A link cannot be wrapped: other references are inside it.
    package var before = ""
    package var after = ""

    package init(attributes: String, before: String = "", after: String = "") {
        self.attributes = attributes
        self.before = before
        self.after = after
    }
}

/// A link or an image of a Markdown text.
package struct MarkdownReference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case link
        case image
    }

    package let kind: Kind
    /// The destination as written, with Markdown's escapes resolved; not percent-decoded.
    package let destination: String
    /// The link's text or the image's alternative text.
    package let text: String
    /// Where the reference stands in the source file (byte offsets of the file, front matter included): the
    /// destination where it could be found, else the whole reference.
    package let range: SourceRange
    /// Where it is used, for a link whose destination is defined elsewhere: `[text][label]`.
    package let use: SourceRange?
    /// Where in `MarkdownDocument.html` the attributes go.
    package let htmlOffset: Int
    /// Where the element begins.
    package let htmlStart: Int
    /// Where the start tag ends; an image ends there as well.
    package let htmlEnd: Int
    /// Whether an image stands in a link.
    package let isInLink: Bool

    package init(
        kind: Kind, destination: String, text: String, range: SourceRange, use: SourceRange? = nil, htmlOffset: Int,
        htmlStart: Int, htmlEnd: Int, isInLink: Bool
    ) {
        self.kind = kind
        self.destination = destination
        self.text = text
        self.range = range
        self.use = use
        self.htmlOffset = htmlOffset
        self.htmlStart = htmlStart
        self.htmlEnd = htmlEnd
        self.isInLink = isInLink
    }
}

/// A comment in a Markdown text.
package struct MarkdownComment: Sendable, Hashable {
    /// From `<!--` to `-->`.
    package let range: SourceRange

    /// The bytes of the file that the comment is about: its line; for one on a line of its own, the block that follows
    /// up to the next blank line. O(length of both); blank lines between them do not count.
    package var subject: Range<Int> {
        let (file, comment) = (range.file, range.bytes)
        let line =
            file.lineBytes(around: comment.lowerBound)
            .lowerBound..<max(file.lineBytes(around: comment.upperBound).upperBound, comment.upperBound)
        let isAlone =
            isBlank(line.lowerBound..<comment.lowerBound) && isBlank(comment.upperBound..<line.upperBound)
        guard isAlone else { return line }
        var start = file.startOfLine(after: comment.upperBound)
        while start < file.bytes.count, isBlank(file.lineBytes(around: start)) {
            start = file.startOfLine(after: start)
        }
        var end = start
        while end < file.bytes.count, !isBlank(file.lineBytes(around: end)) { end = file.startOfLine(after: end) }
        return start..<end
    }

    private func isBlank(_ bytes: Range<Int>) -> Bool {
        range.file.bytes[bytes].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}

/// A heading of a Markdown text.
package struct MarkdownHeading: Sendable, Hashable {
    /// 1 to 6, as it stands in the HTML.
    package let level: Int
    /// Unique in its document, Unicode form C.
    package let id: String
    /// The text without markup.
    package let text: String
    package let range: SourceRange

    package init(level: Int, id: String, text: String, range: SourceRange) {
        self.level = level
        self.id = id
        self.text = text
        self.range = range
    }
}
