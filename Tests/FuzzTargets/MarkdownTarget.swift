import Diagnostics
import Markdown

/// Markdown: whatever a text holds, what is written of it is whole and runs nothing.
enum MarkdownTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let file = SourceFile(path: "content/text.md", bytes: bytes)
        return [true, false].flatMap { marksArticles -> [String] in
            let (document, findings) = MarkdownParser.parse(
                file, from: 0, options: MarkdownParser.Options(marksArticles: marksArticles))
            return FindingPromises.broken(by: findings) + broken(by: document)
        }
    }

    private static func broken(by document: MarkdownDocument) -> [String] {
        var broken: [String] = []
        var end = 0
        for reference in document.references {
            if reference.htmlStart > reference.htmlOffset || reference.htmlOffset > reference.htmlEnd
                || reference.htmlEnd > document.html.count
            {
                broken.append("a reference lies outside of its element")
            }
            if reference.htmlOffset < end { broken.append("references are out of order") }
            end = reference.htmlOffset
        }
        let html = document.html { reference in
            MarkdownFilling(attributes: reference.kind == .link ? "href=\"/\"" : "src=\"/\" alt=\"\"")
        }
        if String(validating: html, as: UTF8.self) == nil { broken.append("the HTML is no UTF-8") }
        if String(validating: document.plainTextBytes, as: UTF8.self) == nil { broken.append("the text is no UTF-8") }
        if let fault = BalancedMarkup.fault(in: html) { broken.append(fault) }
        return broken
    }
}
