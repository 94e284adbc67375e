import Content
import Diagnostics
import Search
import SiteModel
import Synchronization
import Theming

/// A site as it was after some change, ready to be looked at. A later change makes another one.
package final class PreviewSnapshot: Sendable {
    /// Counts the changes that could be shown.
    package let number: Int
    package let content: SiteContent
    package let site: Site
    let theme: Theme
    let renderer: SiteRenderer
    /// What the model found; kept for changes that leave all relations as they are.
    let relations: [Diagnostic]
    private let pages = Mutex<[String: [UInt8]]>([:])
    private let madeIndex = Mutex<SearchIndexes?>(nil)
    private let jobs: Int
    private let publishedSite = Mutex<Site?>(nil)

    /// Pages that are kept once they are made: those that people look at again.
    private static let maximumPages = 64

    init(
        number: Int, content: SiteContent, site: Site, theme: Theme, renderer: SiteRenderer, relations: [Diagnostic],
        jobs: Int
    ) {
        self.number = number
        self.content = content
        self.site = site
        self.theme = theme
        self.renderer = renderer
        self.relations = relations
        self.jobs = jobs
    }

    /// The site after a change of one write-up's text, which leaves all relations as they are.
    ///
    /// - Returns: `nil` when it changes addresses, so that everything is to be made anew.
    func withBody(of writeUp: WriteUpEntry, content: SiteContent, number: Int) -> PreviewSnapshot? {
        guard let site = site.withBody(of: writeUp) else { return nil }
        return PreviewSnapshot(
            number: number, content: content, site: site, theme: theme, renderer: renderer.withBodies(of: site),
            relations: relations, jobs: jobs)
    }

    /// What scripts search, made when a page first searches: for a large site this takes seconds, which nobody who only
    /// saves a file is to wait for.
    var index: SearchIndexes {
        madeIndex.withLock { made in
            if let made { return made }
            let index = SearchIndexes(of: site, jobs: jobs)
            made = index
            return index
        }
    }

    /// The site as it would be published, made when it is first asked for.
    func published(_ make: () -> Site) -> Site {
        publishedSite.withLock { known in
            let site = known ?? make()
            known = site
            return site
        }
    }

    /// The page at a route, made when it is first asked for; `nil` for what is no page.
    package func page(_ route: Route) -> [UInt8]? {
        if let bytes = pages.withLock({ $0[route.url] }) { return bytes }
        guard let bytes = renderer.page(route)?.bytes else { return nil }
        pages.withLock { pages in
            if pages.count >= Self.maximumPages { pages.removeAll(keepingCapacity: true) }
            pages[route.url] = bytes
        }
        return bytes
    }
}
