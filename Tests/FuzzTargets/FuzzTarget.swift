/// A way in for bytes that nobody vouches for, which fuzzers and the tests of their corpora go.
package enum FuzzTarget: String, Sendable, CaseIterable {
    /// A template of a theme.
    case templates
    /// The file of an edition and of a write-up, with its front matter.
    case frontMatter = "front-matter"
    /// A file that is edited by its fields, or a table by its rows.
    case editing
    /// A text in Markdown, to its HTML.
    case markdown
    /// A roster, also as a table to be imported.
    case roster
    /// The file of a filled form, as it is.
    case wordFile = "word-file"
    /// The parts of a filled form, packed into a file.
    case wordParts = "word-parts"
    /// A workbook to be imported, as it is.
    case workbookFile = "workbook-file"
    /// The parts of a workbook, packed into a file.
    case workbookParts = "workbook-parts"
    /// An SVG drawing.
    case drawing
    /// What a client sends to the preview.
    case requests

    /// Reads the bytes as the program would, and returns which of the promises about the result are broken.
    package func brokenPromises(with bytes: [UInt8]) -> [String] {
        switch self {
        case .templates: TemplateTarget.brokenPromises(with: bytes)
        case .frontMatter: FrontMatterTarget.brokenPromises(with: bytes)
        case .editing: EditingTarget.brokenPromises(with: bytes)
        case .markdown: MarkdownTarget.brokenPromises(with: bytes)
        case .roster: RosterTarget.brokenPromises(with: bytes)
        case .wordFile: FormTarget.brokenPromises(withFile: bytes)
        case .wordParts: FormTarget.brokenPromises(withParts: bytes)
        case .workbookFile: WorkbookTarget.brokenPromises(withFile: bytes)
        case .workbookParts: WorkbookTarget.brokenPromises(withParts: bytes)
        case .drawing: DrawingTarget.brokenPromises(with: bytes)
        case .requests: RequestHeadTarget.brokenPromises(with: bytes)
        }
    }
}
