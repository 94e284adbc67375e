import CCmarkGFM
import Glibc

@testable import Markdown

extension CommonMark {
    /// What cmark itself makes of a text, without the line feed at the end: the yardstick for our own writer.
    static func referenceHTML(_ text: String) -> String {
        guard let html = cmark_markdown_to_html(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
        defer { free(html) }
        let result = String(cString: html)
        return result.hasSuffix("\n") ? String(result.dropLast()) : result
    }
}
