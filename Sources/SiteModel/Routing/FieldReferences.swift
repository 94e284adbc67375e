import Content
import Diagnostics
import Values

/// A file that a field names and that the checks of the content took, and that no page could link to: a fault of the
/// program, which a page would show by leaving the file out.
package struct UnaddressedFile: Error, CustomStringConvertible {
    /// As the field has it.
    package let reference: String
    /// Where it stands, as `path:line`.
    package let place: String

    package var description: String { "the file “\(reference)” named at \(place) has no address" }
}

extension Site {
    /// Makes sure that every file that a field of a public page names has an address.
    ///
    /// - Parameter known: findings about the content; a reference with one of its own is told there.
    package func checkFieldReferences(known: [Diagnostic]) throws(UnaddressedFile) {
        let links = LinkResolver(site: self)
        // Thousands of files may be missing from one page.
        lazy var told = Set(known.compactMap(\.range))
        for (reference, path) in fieldReferences where reference.value.webAddress == nil {
            let hasAddress =
                switch links.target(of: reference.value, from: path) {
                case .page(let url, _, _): routes.isClaimed(url)
                case .broken(.notPublished), .broken(.unusable): true
                default: false
                }
            guard !hasAddress, !told.contains(reference.range) else { continue }
            throw UnaddressedFile(
                reference: reference.value.text,
                place: "\(reference.range.file.path):\(reference.range.start.line)")
        }
    }

    /// The files that fields of public pages name, each with the file that has the field.
    private var fieldReferences: [(reference: Located<FileReference>, path: SitePath)] {
        var references: [(reference: Located<FileReference>, path: SitePath)] = []
        func add(_ files: [Located<FileReference>], _ path: SitePath) { references += files.map { ($0, path) } }
        for document in documents.all { add(document.files, document.page.path) }
        for team in teams {
            if let writeUp = team.writeUp { add(writeUp[WriteUpFields.photos].map(\.file), writeUp.page.path) }
            let files = team.row.files
            guard !files.isEmpty, let roster = editions[team.edition].entry.page.path.resolving("roster.csv") else {
                continue
            }
            add(files, roster)
        }
        return references
    }
}
