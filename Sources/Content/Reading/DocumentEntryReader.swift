import Diagnostics
import Values

/// Reads a document of any kind by the fields that its kind declares.
enum DocumentEntryReader {
    /// - Returns: `nil` for a document that lacks a title or a field that its kind cannot do without.
    static func read(
        _ file: SourceFile, path: SitePath, kind: DocumentKind, findings: inout [Diagnostic]
    ) -> DocumentEntry? {
        let declaration = kind.declaration
        return PageReader.read(file, path: path, schema: declaration.schema, findings: &findings) { reader in
            let page = reader.page(marksArticles: declaration.hasArticles)
            let values = reader.fields.values(of: declaration.fields)
            guard let page, declaration.fields.allSatisfy({ !$0.schema.isRequired || $0.isPresent(values) }) else {
                return nil
            }
            return DocumentEntry(kind: kind, page: page, values: values)
        }
    }
}
