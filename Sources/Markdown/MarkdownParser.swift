import Diagnostics

/// Markdown as the site's writers use it: GitHub's dialect by cmark-gfm, with repairs for Chinese text.
package enum MarkdownParser {
    /// What differs between kinds of content.
    package struct Options: Sendable {
        /// A paragraph that begins `第N条` gets the anchor `art-N` (rules and measures).
        package let marksArticles: Bool

        package init(marksArticles: Bool = false) {
            self.marksArticles = marksArticles
        }
    }

    /// Parses the part of a file from byte `offset` to its end. Never fails: what is wrong is a diagnostic.
    package static func parse(
        _ file: SourceFile, from offset: Int, options: Options
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        (.empty, [])
    }
}
