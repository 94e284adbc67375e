import Forms
import Values

/// A file that is made of a form's definition, at the place where a hand-made one would stand.
package struct MadeFormFile: Sendable {
    package let path: SitePath
    package let format: FormFormat
    package let definition: FormDefinition

    /// The file's address.
    package var url: String { "/" + path.text.dropFirst("content/".count) }
}

extension DocumentEntry {
    /// What is made of the form's `form.yaml`; none for a form with hand-made files only, and for other documents.
    package var madeFiles: [MadeFormFile] {
        guard let definition = definition?.value else { return [] }
        return definition.formats.compactMap { format in
            page.path.resolving(definition.fileName(format)).map {
                MadeFormFile(path: $0, format: format, definition: definition)
            }
        }
    }
}
