import Diagnostics

/// What the checks need to know of a finished page, taken from its bytes in one pass.
package struct PageOutline: Sendable {
    /// The site-absolute path of the page.
    package let url: String
    /// Every id, and the names of anchors.
    package let ids: PageIDs
    /// Ids that occur more than once, in the order of their second occurrence.
    let duplicateIDs: [(id: String, bytes: Range<Int>)]
    /// Addresses that need a look: those with a fragment, and those that are no address of the site.
    let suspects: [PageAddress]
    /// The addresses of the site that its links lead to and its pictures have, as indices into those that the check knows.
    let links: [UInt32]
    let faults: [PlacedFault]
    /// Hashes of what the page says of itself; `nil` where it says nothing, or is not for search engines.
    let title: UInt64?
    let description: UInt64?
    let personalData: [PersonalData]

    /// Data about a person in the page's text.
    struct PersonalData: Sendable, Hashable {
        let rule: Rule
        /// Without spaces; never shown.
        let value: String
        /// The words before it on its line, by which it is found.
        let context: String
    }
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
