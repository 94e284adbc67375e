import SiteModel

/// What scripts search on a finished site.
package struct SearchIndexes: Sendable {
    private let everything: SearchIndex
    private let titles: SearchIndex

    /// Pure: the same site gives the same bytes.
    ///
    /// - Parameter jobs: the number of threads.
    package init(of site: Site, jobs: Int) {
        everything = SearchIndex(
            SiteDocuments.everything(in: site, jobs: jobs), synonyms: site.synonyms,
            division: .ofTexts(bytes: site.routes.textBytes),
            jobs: jobs)
        titles = SearchIndex(
            SiteDocuments.titles(of: site), division: .ofTitles(count: site.teams.count), jobs: jobs)
    }

    /// The bytes of a file; `nil` for a part that there is not.
    ///
    /// - Parameter part: its number; `nil` for the file that is read first.
    package func bytes(of scope: SearchScope, part: Int?) -> [UInt8]? {
        let index =
            switch scope {
            case .everything: everything
            case .titles: titles
            }
        guard let part else { return index.root }
        return index.parts.indices.contains(part) ? index.parts[part] : nil
    }
}
