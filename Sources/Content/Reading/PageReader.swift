import Addresses
import Diagnostics
import Fields
import Markdown
import Rules
import Values

/// Reads what all Markdown files have: front matter, the common fields, the body.
struct PageReader {
    let path: SitePath
    let file: SourceFile
    var fields: FieldReader
    let bodyOffset: Int

    static let maximumByteCount = 256 * 1024

    /// Reads a file. Whatever comes of it, what its reader reports is in `findings` afterwards.
    ///
    /// - Parameters:
    ///   - file: valid UTF-8.
    ///   - entry: makes the entry of the fields and the text.
    /// - Returns: `nil` when the front matter cannot be read, which is a finding, or when nothing can be made of it.
    static func read<Entry>(
        _ file: SourceFile, path: SitePath, schema: ContentSchema, findings: inout [Diagnostic],
        _ entry: (inout PageReader) -> Entry?
    ) -> Entry? {
        guard var reader = PageReader(file, path: path, schema: schema, findings: &findings) else { return nil }
        let read = entry(&reader)
        findings += reader.fields.findings
        return read
    }

    private init?(_ file: SourceFile, path: SitePath, schema: ContentSchema, findings: inout [Diagnostic]) {
        guard let matter = FrontMatter.read(file, fieldNames: ContentSchema.allNames, findings: &findings) else {
            return nil
        }
        self.path = path
        self.file = file
        bodyOffset = matter.bodyOffset
        // A missing field is shown at the first one that is there, else at the first line.
        fields = FieldReader(matter.pairs, schema: schema, place: matter.pairs.first?.key.range ?? file.start)
    }

    /// The page with its text; `nil` without a title.
    mutating func page(marksArticles: Bool = false) -> Page? {
        let reading = Self.body(of: file, from: bodyOffset, marksArticles: marksArticles)
        report(reading.notes.findings)
        return page(title: fields.value(of: CommonFields.title), text: PageBody(reading))
    }

    /// Reads the text below the front matter.
    static func body(of file: SourceFile, from offset: Int, marksArticles: Bool = false) -> PageBody.Reading {
        let body = MarkdownParser.parse(
            file, from: offset, options: .init(marksArticles: marksArticles, isKnownUTF8: true))
        var notes = PageBody.Notes(findings: body.diagnostics)
        notes.exemptions = body.document.comments.flatMap { CommentReader.exemptions($0, findings: &notes.findings) }
        return PageBody.Reading(document: body.document, notes: notes)
    }

    /// The page of a text that is read already, or will be; `nil` without a title.
    ///
    /// - Parameter title: what the front matter has, which is read only once.
    mutating func page(title: Located<String>?, text: PageBody) -> Page? {
        let summary = fields.value(of: CommonFields.summary)
        check(summary: summary)
        let description = fields.value(of: CommonFields.description)
        let aliases = fields.value(of: CommonFields.aliases)
        let draft = fields.value(of: CommonFields.draft)
        let exemptions =
            fields.has(CommonFields.checks.schema) ? CheckSettingsReader.exemptions(&fields, paths: coveredPaths) : []
        guard let title else { return nil }
        return Page(
            source: file, path: path, title: title, summary: summary, description: description, aliases: aliases,
            draft: draft, text: text, fileExemptions: exemptions)
    }

    mutating func report(_ findings: [Diagnostic]) { fields.findings += findings }

    mutating func report(_ finding: Diagnostic) { fields.report(finding) }

    /// The files that exemptions of this one cover: a roster has no place for its own.
    private var coveredPaths: Set<String> {
        guard case .edition = ContentKind(path: path), let roster = path.resolving("roster.csv") else {
            return [path.text]
        }
        return [path.text, roster.text]
    }

    /// Checks the length of a summary, where the form asks for one.
    private mutating func check(summary: Located<String>?) {
        guard let summary else { return }
        let count = summary.value.count
        guard !TextLengths.summary.range.contains(count) else { return }
        report(
            Diagnostic(
                .metaSummaryLength, at: summary.range,
                message: LocalizedText(
                    zh: "摘要有 \(count) 字，应为 \(TextLengths.summary.words.zh)字。",
                    en: "The summary has \(count.counting("character")); \(TextLengths.summary.words.en) are asked for."
                )))
    }
}
