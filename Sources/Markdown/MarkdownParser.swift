import Diagnostics
import Rules

/// Markdown as the site's writers use it: GitHub's dialect by cmark-gfm, with repairs for Chinese text.
package enum MarkdownParser {
    /// What differs between kinds of content.
    package struct Options: Sendable {
        /// A paragraph that begins `第N条` gets the anchor `art-N` (rules and measures).
        package let marksArticles: Bool
        /// Whether the caller knows that the file is UTF-8, so that it need not be walked through once more.
        package let isKnownUTF8: Bool

        package init(marksArticles: Bool = false, isKnownUTF8: Bool = false) {
            self.marksArticles = marksArticles
            self.isKnownUTF8 = isKnownUTF8
        }
    }

    /// Parses the part of a file from byte `offset` to its end. Never fails: what is wrong is a diagnostic.
    ///
    /// Safe to call from any number of threads at once. Takes time proportional to the length of the text, whatever the
    /// text is: see `ComplexityLimits`.
    package static func parse(
        _ file: SourceFile, from offset: Int, options: Options
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        let offset = min(max(offset, 0), file.bytes.count)
        let hidden = CommentMask.text(hiding: file.bytes, from: offset)
        let bytes = hidden?.bytes ?? file.bytes
        let result = ComplexityLimits.scan(bytes, from: offset).flatMap { render(file, $0, offset, options) }
        let unclosed = hidden?.unclosed.map { start in
            let finding = MarkdownFinding.openComment(.unclosed)
            return Diagnostic(
                finding.rule, at: file.range(start..<start + 4), message: finding.message, help: finding.help)
        }
        switch result {
        case .success(let output):
            return (output.document, (output.diagnostics + [unclosed].compactMap { $0 }).inOrderOfText)
        case .failure(let excess):
            return (unparsed(CommentMask.removing(from: Array(bytes[offset...]))), [excess.diagnostic(in: file)])
        }
    }

    private static func render(
        _ file: SourceFile, _ source: SourceText, _ offset: Int, _ options: Options
    ) -> Result<Output, ComplexityLimits.Excess> {
        let result = source.bytes[offset...].withUnsafeBufferPointer { text in
            CommonMark.withTree(of: text, repairsEncoding: !options.isKnownUTF8 && !isUTF8(text)) { root in
                render(root, file, source, options)
            }
        }
        return result ?? .success((.empty, []))
    }

    private static func render(
        _ root: CommonMarkNode, _ file: SourceFile, _ source: SourceText, _ options: Options
    ) -> Result<Output, ComplexityLimits.Excess> {
        DocumentOutline.survey(root, in: source).flatMap { outline in
            var renderer = DocumentRenderer(file: file, source: source, options: options, outline: outline)
            renderer.render(root)
            if let excess = renderer.excess { return .failure(excess) }
            return .success((renderer.document, renderer.diagnostics))
        }
    }

    private typealias Output = (document: MarkdownDocument, diagnostics: [Diagnostic])

    private static func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        (try? UTF8Span(validating: text.span)) != nil
    }

    /// A text that is not parsed, shown as it is.
    private static func unparsed(_ text: [UInt8]) -> MarkdownDocument {
        let plainText = String(decoding: text, as: UTF8.self)
        let bytes = Array(plainText.utf8)
        var html = HTMLBuffer(capacity: bytes.count + bytes.count / 4)
        html.append("<pre class=\"unparsed\">")
        html.appendEscaped(bytes)
        html.append("</pre>\n")
        return MarkdownDocument(
            html: html.bytes, references: [], headings: [], anchors: [], plainTextBytes: bytes,
            characterCount: CharacterCount.count(in: bytes[...]))
    }
}

extension DocumentRenderer {
    /// The finished document.
    fileprivate var document: MarkdownDocument {
        var text = plain[...]
        while let last = text.last, last == 0x0A || last == 0x20 { text.removeLast() }
        return MarkdownDocument(
            html: html.bytes,
            references: references.map { reference in
                MarkdownReference(
                    kind: reference.kind, destination: String(decoding: reference.destination, as: UTF8.self),
                    text: String(decoding: reference.text, as: UTF8.self), range: file.range(reference.bytes),
                    use: reference.use.map(file.range), htmlOffset: reference.htmlOffset,
                    htmlStart: reference.htmlStart, htmlEnd: reference.htmlEnd, isInLink: reference.isInLink)
            },
            headings: headings, anchors: anchors, plainTextBytes: Array(text),
            characterCount: CharacterCount.count(in: text), comments: comments)
    }
}

extension [Diagnostic] {
    /// The findings in the order of the text.
    fileprivate var inOrderOfText: [Diagnostic] {
        enumerated().sorted { left, right in
            let leftStart = left.element.range?.bytes.lowerBound ?? 0
            let rightStart = right.element.range?.bytes.lowerBound ?? 0
            return (leftStart, left.offset) < (rightStart, right.offset)
        }.map(\.element)
    }
}
