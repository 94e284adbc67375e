import Content

/// A best practice with the teams it comes from.
package struct Practice: Sendable {
    package let entry: DocumentEntry
    /// Indices into `Site.teams`.
    package let teams: [Int]
    /// Indices into `Site.methods`.
    package let methods: [Int]
    /// Indices into `Site.works`.
    package let works: [Int]
    /// Indices of practices that share facets, most alike first.
    package var related: [Int] = []

    package var slug: String { entry.page.slug }
    package var title: String { entry.page.title.value }
    /// `/practices/<slug>/`.
    package var url: String { entry.page.url }
}

/// A method or a kind of works, as a way to find practices and teams.
package struct Facet: Sendable {
    package enum Kind: String, Sendable {
        case method
        case works
    }

    package let kind: Kind
    package let name: String
    package let slug: String
    /// Indices into `Site.practices`.
    package var practices: [Int]
    /// Indices into `Site.teams`, newest edition first.
    package var teams: [Int]

    /// `/practices/method/<slug>/`.
    package var url: String { SiteURL.facet(kind, slug) }
}
