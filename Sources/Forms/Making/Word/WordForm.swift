import Text

/// A form as a Word document with content controls (ISO/IEC 29500-1, 17.5.2).
///
/// Order of elements, and what Word and WPS refuse, are in `docs/forms.md`.
struct WordForm {
    /// Fonts of official documents by their names on Windows and in WPS (GB/T 9704-2012, 5.2).
    enum Font {
        static let title = "宋体"
        static let label = "黑体"
        static let answer = "仿宋"
    }

    private let form: FormDefinition

    init(_ form: FormDefinition) { self.form = form }

    /// - Throws: `FormMakingError.failed`.
    func bytes() throws -> [UInt8] {
        let parts = WordParts(form)
        return try ZIPWriter.bytes(of: [
            ("[Content_Types].xml", WordParts.contentTypes),
            ("_rels/.rels", WordParts.packageRelations),
            ("word/document.xml", Array(document().utf8)),
            ("word/_rels/document.xml.rels", WordParts.documentRelations),
            ("word/styles.xml", WordParts.styles),
            ("word/settings.xml", WordParts.settings),
            ("word/fontTable.xml", WordParts.fontTable),
            ("word/footer1.xml", WordParts.footer),
            ("word/glossary/document.xml", parts.glossary),
            ("docProps/core.xml", parts.properties),
        ])
    }

    private func document() -> String {
        var controls = WordControls(form)
        var body = WordText.paragraph(form.title.chinese, style: "Title")
        for (index, section) in form.sections.enumerated() {
            if section.beginsPage || section.title != nil {
                body += WordText.paragraph(
                    section.title?.chinese ?? "", style: "Heading1", beginsPage: section.beginsPage)
            } else if index > 0 {
                // Two tables without a paragraph between them would be one.
                body += WordText.gap
            }
            body += WordTable(section).xml(&controls)
        }
        body += WordText.gap
        if let note = form.note { body += WordText.paragraph(note.chinese, style: "Note") }
        body += "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>" + controls.identity() + "</w:p>"
        return WordText.head
            + "<w:document \(WordText.namespaces) mc:Ignorable=\"w14\"><w:body>\(body)\(Self.page)</w:body></w:document>"
    }

    private static var page: String {
        let margin = WordText.twips(FormGrid.margin)
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
            + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"\(margin)\" w:right=\"\(margin)\" w:bottom=\"\(margin)\" w:left=\"\(margin)\" "
            + "w:header=\"850\" w:footer=\"850\" w:gutter=\"0\"/></w:sectPr>"
    }
}
