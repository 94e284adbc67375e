import Content
import Diagnostics
import Pipeline
import SiteModel

/// A site as it would be with other bytes of some files, of which nothing is written.
package struct TriedSite: Sendable {
    /// `PreviewState.number` of the site that it was made of.
    package let number: Int
    /// Of the files that have other bytes.
    let paths: Set<String>
    /// `nil` when no site could be made of the files.
    package let snapshot: PreviewSnapshot?
    /// What is found in the content; the finished pages have not been looked at.
    package let report: DiagnosticReport
    /// What is found in the content of the site as it is.
    package let before: DiagnosticReport
    let store: ContentStore
    let options: BuildOptions
    let session: PreviewSession

    /// What is found in the content with the other bytes and not as it is, and the reverse.
    package var difference: FindingDifference {
        FindingDifference(from: before.entries.map(\.diagnostic), to: report.entries.map(\.diagnostic))
    }

    /// The page at an address within the site, with stand-ins where its source has errors; `nil` where nothing can be shown.
    package func page(at url: String) -> [UInt8]? {
        guard let snapshot else { return nil }
        let stem = "content" + url.dropLast()
        let isBroken =
            snapshot.site.routes.absentSource(of: url) != nil
            || [stem + ".md", stem + "/index.md"].contains(where: snapshot.site.unusablePaths.contains)
        if !isBroken, let route = snapshot.site.routes[url], let page = snapshot.page(route) { return page }
        guard let tolerant = session.tolerant(store, like: snapshot, options) else { return nil }
        return tolerant.site.routes[url].flatMap(tolerant.page)
    }
}
