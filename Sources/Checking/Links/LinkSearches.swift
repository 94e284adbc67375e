import Content
import SiteModel

/// What was looked for among all pages of a site, each once: hundreds of broken links mostly have one cause, and the nearest of
/// thousands of names takes a millisecond.
struct LinkSearches {
    /// More different names are looked for in no check; who has so many wrong has moved a folder.
    static let maximumCount = 500

    private let site: Site
    private var found: [String: String?] = [:]
    private var pages: [String: Page]?

    init(_ site: Site) { self.site = site }

    /// What a search has found, now or before; `nil` for nothing, or behind the last that is made.
    mutating func first(_ key: String, _ search: () -> String?) -> String? {
        if let known = found[key] { return known }
        guard found.count < Self.maximumCount else { return nil }
        let result = search()
        found[key] = .some(result)
        return result
    }

    /// The page at an address.
    mutating func page(at url: String) -> Page? {
        let known =
            pages ?? Dictionary(site.publishedPages.map { ($0.url, $0.page) }, uniquingKeysWith: { first, _ in first })
        pages = known
        return known[url]
    }
}
