import Content

/// One address of the published site and what stands there.
package struct Route: Sendable {
    package enum Kind: Sendable {
        case home
        case awards
        /// Indices are into the arrays of `Site`.
        case edition(Int)
        case editionProvince(edition: Int, group: Int)
        case team(Int)
        case provinces
        case province(Int)
        case enterprises
        case enterprise(Int)
        case associations
        case association(Int)
        case practices
        case practice(Int)
        case method(Int)
        case works(Int)
        case criterion(Criterion)
        case field(BuildingField)
        case verify
        case publicity
        case changes
        case notices
        case notice(Int)
        case rules
        case rule(Int)
        case forms
        case form(Int)
        case page(Int)
        case notFound
        /// A page that leads to the site-absolute path.
        case redirect(to: String)
        case data(DataFile)
        /// A file of the content, published as it is. Index into `Site.attachments`.
        case attachment(Int)
    }

    /// A machine-readable file.
    package enum DataFile: Sendable, Hashable {
        case awardsJSON
        case awardsCSV
        case schema
        case verifyIndex
        /// Indices into `Site.editions`.
        case editionCSV(Int)
        case editionJSON(Int)
        case editionXLSX(Int)
        /// Index into `Site.associations`.
        case associationCSV(Int)
        /// Index into `Site.provinces`.
        case provinceCSV(Int)
        case feed
        case sitemap
        case robots
    }

    /// The site-absolute path, without the base URL's path: `/awards/2020/`.
    package let url: String
    package let kind: Kind

    /// The file relative to the output folder: `awards/2020/index.html`.
    package var output: String {
        url.hasSuffix("/") ? String(url.dropFirst()) + "index.html" : String(url.dropFirst())
    }

    /// The kind in a word, for lists of routes.
    package var kindName: String {
        switch kind {
        case .home: "home"
        case .awards: "awards"
        case .edition: "edition"
        case .editionProvince: "edition-province"
        case .team: "team"
        case .provinces: "provinces"
        case .province: "province"
        case .enterprises: "enterprises"
        case .enterprise: "enterprise"
        case .associations: "associations"
        case .association: "association"
        case .practices: "practices"
        case .practice: "practice"
        case .method: "method"
        case .works: "works"
        case .criterion: "criterion"
        case .field: "field"
        case .verify: "verify"
        case .publicity: "publicity"
        case .changes: "changes"
        case .notices: "notices"
        case .notice: "notice"
        case .rules: "rules"
        case .rule: "rule"
        case .forms: "forms"
        case .form: "form"
        case .page: "page"
        case .notFound: "not-found"
        case .redirect: "redirect"
        case .data: "data"
        case .attachment: "file"
        }
    }

    /// Whether a page made from a template stands here.
    package var isPage: Bool {
        switch kind {
        case .redirect, .data, .attachment: false
        default: true
        }
    }

    /// Whether search engines and the sitemap are to know the page.
    package var isIndexed: Bool {
        if case .notFound = kind { return false }
        return isPage
    }
}

/// All routes of a site: the complete list of what may be served or published.
package struct RouteTable: Sendable {
    /// Sorted by URL.
    package let routes: [Route]
    private let indexByURL: [String: Int]
    /// The URL of each published content file by its path in the site.
    package let urlBySource: [String: String]

    /// - Parameter routes: with different URLs.
    package init(routes: [Route], urlBySource: [String: String]) {
        let sorted = routes.sorted { $0.url < $1.url }
        self.routes = sorted
        self.indexByURL = Dictionary(
            sorted.enumerated().map { ($0.element.url, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.urlBySource = urlBySource
    }

    /// The route at a site-absolute path.
    package subscript(url: String) -> Route? { indexByURL[url].map { routes[$0] } }
}
