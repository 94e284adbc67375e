import Diagnostics

@testable import Markdown

/// A parsed text in the forms that tests compare.
struct Parsed {
    let file: SourceFile
    let document: MarkdownDocument
    let diagnostics: [Diagnostic]

    init(_ text: String, from offset: Int = 0, marksArticles: Bool = false) {
        self.init(SourceFile(path: "test.md", text: text), from: offset, marksArticles: marksArticles)
    }

    init(_ file: SourceFile, from offset: Int = 0, marksArticles: Bool = false) {
        self.file = file
        (document, diagnostics) = MarkdownParser.parse(file, from: offset, options: .init(marksArticles: marksArticles))
    }

    /// The HTML with destinations in the holes, without the line feed at the end.
    var html: String {
        let bytes = document.html { reference in
            MarkdownFilling(
                attributes: (reference.kind == .link ? "href=\"" : "src=\"") + reference.destination + "\"")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// The rules broken, in the order of the text.
    var rules: [String] { diagnostics.map(\.rule.name) }

    /// What the findings point at.
    var marked: [String] { diagnostics.map { text($0.range?.bytes ?? 0..<0) } }

    /// What the references point at.
    var referenced: [String] { document.references.map { text($0.range.bytes) } }

    func text(_ bytes: Range<Int>) -> String { String(decoding: file.bytes[bytes], as: UTF8.self) }
}
