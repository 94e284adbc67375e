import Diagnostics

/// The text and the properties of a PDF file (ISO 32000-1), read by programs of their own: the format is the most complex
/// one that is looked into, and the files are untrusted.
enum PDFDocument {
    /// - Parameter tools: the programs; what those say that are not there is lacking, and their names are in the contents.
    /// - Throws: `DocumentProblem`.
    static func contents(of bytes: [UInt8], tools: PDFTools = .installed) throws -> DocumentContents {
        guard !bytes.isEmpty else { throw PDFTools.damaged }
        // Without memory or processes the file is no worse than before.
        guard let file = MemoryFile(bytes) else { throw DocumentProblem.opaque }
        var contents = DocumentContents()
        contents.missingPrograms = tools.missing
        if let structure = try tools.structure(of: file) { add(structure, to: &contents) }
        if let metadata = try tools.metadata(of: file), !metadata.allSatisfy(\.isWhitespace) {
            contents.passages.append(.init(metadata, at: .documentProperties))
            for name in PDFMetadata.authors(in: metadata)
            where !contents.people.contains(where: { $0.name == name && $0.role == .author }) {
                contents.people.append(.init(name, .author))
            }
        }
        let pages = try tools.pages(of: file)
        for (index, text) in pages.enumerated() where !text.allSatisfy(\.isWhitespace) {
            contents.passages.append(.init(text, at: .page(index + 1)))
        }
        // Forms give each digit of a number a cell of its own: on the page they stand in a row.
        if pages.contains(where: CellDigits.mayStand) {
            for (index, text) in try tools.pages(of: file, isLaidOut: true).enumerated() {
                contents.passages += CellDigits.numbers(inRowsOf: text).map { .init($0, at: .page(index + 1)) }
            }
        }
        return contents
    }

    private static func add(_ structure: PDFStructure, to contents: inout DocumentContents) {
        contents.activeParts += structure.actions + structure.attachments
        contents.people += structure.commenters.map { .init($0, .reviewer) }
        for (name, value) in structure.properties where !value.isEmpty {
            if name == "Author" {
                contents.people.append(.init(value, .author))
            } else {
                contents.passages.append(.init(value, at: .documentProperties))
            }
        }
        contents.passages += structure.notes.map { note in
            .init(
                note.text,
                at: note.page.map {
                    LocalizedText(zh: "第 \($0) 页的批注或表单", en: "a note or form field of page \($0)")
                } ?? LocalizedText(zh: "批注或表单", en: "a note or form field"))
        }
    }
}

/// Metadata of a PDF file (XMP, ISO 16684-1).
enum PDFMetadata {
    /// Whom the metadata name as authors: `dc:creator` (8.3), a list, or a text of programs that make none.
    static func authors(in metadata: String) -> [String] {
        var authors: [String] = []
        var depth = 0
        var text = ""
        func end() {
            let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !name.isEmpty, !authors.contains(name) { authors.append(name) }
            text = ""
        }
        do {
            try XMLPart.read(Array(metadata.utf8), named: "XMP", vocabulary: .any) { event in
                switch event {
                case .start(let name, _):
                    if depth > 0 || name == "creator" { depth += 1 }
                    if depth > 0 { end() }
                case .text(let more): if depth > 0 { text += more }
                case .end:
                    guard depth > 0 else { return }
                    end()
                    depth -= 1
                }
            }
        } catch {
            // Metadata that are no XML spoil no file: they are searched as a text like all others.
            return authors
        }
        return authors
    }
}

extension LocalizedText {
    /// The place of what stands in a file's properties.
    static let documentProperties = LocalizedText(zh: "文件属性", en: "the file's properties")

    /// The place of a page, counted from 1.
    fileprivate static func page(_ number: Int) -> LocalizedText {
        LocalizedText(zh: "第 \(number) 页", en: "page \(number)")
    }
}
