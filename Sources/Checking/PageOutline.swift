/// What the checks need to know of a finished page, taken from its bytes in one pass.
package struct PageOutline: Sendable {
    /// The site-absolute path of the page.
    package let url: String
    /// Every id, and the names of anchors.
    package let ids: PageIDs
    /// Ids that occur more than once, in the order of their second occurrence.
    package let duplicateIDs: [String]
    /// Addresses of `href`, `src` and `content` attributes that need a look: those with a fragment, and those whose
    /// path is no address of the site.
    package let suspects: [String]
}

/// The outlines of all pages.
package struct PageOutlines: Sendable {
    package let all: [PageOutline]
    private let indexByURL: [String: Int]

    package init(_ outlines: [PageOutline]) {
        all = outlines
        indexByURL = Dictionary(
            outlines.enumerated().map { ($0.element.url, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ids of the page at a site-absolute path; `nil` for what is no page.
    func ids(of url: String) -> PageIDs? { indexByURL[url].map { all[$0].ids } }
}
