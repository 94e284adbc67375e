import Diagnostics
import Markdown
import Rules
import Values

/// What every Markdown file of the site has, whatever its kind.
package struct Page: Sendable {
    package let source: SourceFile
    package let path: SitePath
    package let title: Located<String>
    /// Written by the editor; `nil` where the kind or the editor has none.
    package let summary: Located<String>?
    /// For search engines; falls back to the summary.
    package let description: Located<String>?
    /// Old addresses that lead here, as site-absolute paths such as `/old/page/`.
    package let aliases: [Located<String>]
    /// The place of the field that says that the page is a draft; `nil` for one that is not.
    package let draft: SourceRange?
    let text: PageBody
    /// Where rules do not hold in the whole file.
    private let fileExemptions: [Exemption]

    init(
        source: SourceFile, path: SitePath, title: Located<String>, summary: Located<String>?,
        description: Located<String>?, aliases: [Located<String>], draft: SourceRange?, text: PageBody,
        fileExemptions: [Exemption] = []
    ) {
        self.source = source
        self.path = path
        self.title = title
        self.summary = summary
        self.description = description
        self.aliases = aliases
        self.draft = draft
        self.text = text
        self.fileExemptions = fileExemptions
    }

    package var body: MarkdownDocument { text.document }

    /// Where rules do not hold: in the whole file, or at places of the text as far as it has been read.
    package var exemptions: [Exemption] { fileExemptions + (text.knownNotes?.exemptions ?? []) }

    /// The name that stands in the page's URL: the file's name without `.md`, or its folder's for `index.md`.
    package var slug: String {
        guard path.name == "index.md" else { return String(path.name.dropLast(3)) }
        return path.folder.split(separator: "/").last.map(String.init) ?? ""
    }

    /// The page's address: `/notices/call/` for `notices/call.md` and `notices/call/index.md`.
    package var url: String { Self.url(ofPath: path.text) }

    /// The address of the page that a text at a path becomes.
    ///
    /// - Parameter path: of a Markdown file below `content/`; the text of the home page has no other address.
    package static func url(ofPath path: String) -> String {
        if path == SitePath.home { return "/" }
        let inside = String(decoding: path.utf8.dropFirst("content/".utf8.count), as: UTF8.self)
        let stem = inside.hasSuffix("/index.md") ? inside.dropLast("/index.md".count) : inside.dropLast(".md".count)
        return "/\(stem)/"
    }

    /// Whether the page has a folder of its own, with its files beside `index.md`.
    package var isBundle: Bool { path.name == "index.md" }
}
