import Content
import Forms

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
        case method(Int)
        case works(Int)
        case criterion(Criterion)
        case field(BuildingField)
        case search
        case verify
        case publicity
        case changes
        /// The list of all documents of a kind.
        case documents(DocumentKind)
        /// Index into the kind's `Site.documents`.
        case document(DocumentKind, Int)
        /// A file that is made of a form's definition. Index into the forms of `Site.documents`.
        case formFile(Int, FormFormat)
        case notFound
        /// A page that leads to the site-absolute path.
        case redirect(to: String)
        case data(DataFile)
        /// A file that scripts search: the first of its scope, or one of the parts it is divided into.
        case index(SearchScope, part: Int?)
        /// A file of the content that is published as it is. Index into `Site.attachments`.
        case attachment(Int)
        /// A file that is made of a picture. Indices into `Site.attachments` and the renditions of its plan.
        case picture(attachment: Int, rendition: Int)
        /// The picture that others show when they link to a page.
        case sharePicture(ShareSubject)
    }

    /// What a share picture is about.
    package enum ShareSubject: Sendable, Hashable {
        case site
        /// Indices into the arrays of `Site`.
        case edition(Int)
        case team(Int)
        case practice(Int)
    }

    /// A machine-readable file.
    package enum DataFile: Sendable, Hashable {
        case awardsJSON
        case awardsCSV
        case awardsXLSX
        case schema
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

    /// The site-absolute path, without the base URL's path: `/awards/2020/`. Its names are as they are; `BaseURL` makes an
    /// address of it.
    package let url: String
    package let kind: Kind

    /// The file relative to the output folder: `awards/2020/index.html`.
    package var output: String {
        // By bytes: a slash before a combining mark is one character with it.
        let path = String(decoding: url.utf8.dropFirst(), as: UTF8.self)
        return url.utf8.last == UInt8(ascii: "/") ? path + "index.html" : path
    }

    /// The kind of page that stands here; `nil` for what is not made from a template.
    package var page: PageKind? {
        switch kind {
        case .home: .home
        case .awards: .awards
        case .edition: .edition
        case .editionProvince: .editionProvince
        case .team: .team
        case .provinces: .provinces
        case .province: .province
        case .enterprises: .enterprises
        case .enterprise: .enterprise
        case .associations: .associations
        case .association: .association
        case .documents(let kind): .documents(kind)
        case .document(let kind, _): .document(kind)
        case .method, .works, .criterion, .field: .facet
        case .search: .search
        case .verify: .verify
        case .publicity: .publicity
        case .changes: .changes
        case .notFound: .notFound
        case .redirect, .data, .index, .attachment, .formFile, .picture, .sharePicture: nil
        }
    }

    /// The kind in a word, for lists of routes: that of the page, but for pages that gather by something, and for files.
    package var kindName: String { ownName ?? page?.rawValue ?? "" }

    private var ownName: String? {
        switch kind {
        case .method: "method"
        case .works: "works"
        case .criterion: "criterion"
        case .field: "field"
        case .redirect: "redirect"
        case .data: "data"
        case .index: "index"
        case .attachment, .formFile: "file"
        case .picture: "picture"
        case .sharePicture: "share-picture"
        case .home, .awards, .edition, .editionProvince, .team, .provinces, .province, .enterprises, .enterprise,
            .associations, .association, .search, .verify, .publicity, .changes, .documents, .document, .notFound:
            nil
        }
    }

    /// Whether a page made from a template stands here.
    package var isPage: Bool { page != nil }

    /// Whether others may keep the address. Those of pictures follow what the pictures show; for the files of the search
    /// only scripts of the site ask, and they come and go with the length of the texts.
    package var isLasting: Bool {
        switch kind {
        case .index, .picture, .sharePicture: false
        case .redirect, .data, .attachment, .formFile: true
        case .home, .awards, .edition, .editionProvince, .team, .provinces, .province, .enterprises, .enterprise,
            .associations, .association, .method, .works, .criterion, .field, .search, .verify, .publicity, .changes,
            .documents, .document, .notFound:
            true
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
    /// Sources that have no page because they have errors or are not public, by the address that is theirs.
    private let absentSources: [String: String]
    /// Old addresses of files, from which only the server can lead on, with the site-absolute paths they lead to.
    package let serverRedirects: [String: String]
    /// How long the texts are that can be searched, in bytes.
    package let textBytes: Int

    /// - Parameters:
    ///   - routes: with different URLs.
    ///   - absentSources: paths of sources without a page by the address that would be theirs; of an edition or a roster
    ///     by the folder `/awards/2020/` of all its pages.
    ///   - textBytes: how long the texts are that can be searched.
    package init(
        routes: [Route], urlBySource: [String: String], absentSources: [String: String] = [:],
        serverRedirects: [String: String] = [:], textBytes: Int = 0
    ) {
        let sorted = routes.sorted { $0.url < $1.url }
        self.routes = sorted
        self.indexByURL = Dictionary(
            sorted.enumerated().map { ($0.element.url, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.urlBySource = urlBySource
        self.absentSources = absentSources
        self.serverRedirects = serverRedirects
        self.textBytes = textBytes
    }

    private init(_ other: RouteTable, textBytes: Int) {
        routes = other.routes
        indexByURL = other.indexByURL
        urlBySource = other.urlBySource
        absentSources = other.absentSources
        serverRedirects = other.serverRedirects
        self.textBytes = textBytes
    }

    /// The same routes for texts of another length; `nil` when their index is divided differently.
    package func withTexts(bytes: Int) -> RouteTable? {
        guard SearchDivision.ofTexts(bytes: bytes) == .ofTexts(bytes: textBytes) else { return nil }
        return RouteTable(self, textBytes: bytes)
    }

    /// The route at a site-absolute path.
    package subscript(url: String) -> Route? { indexByURL[url].map { routes[$0] } }

    /// The source that keeps an address from being there; `nil` for addresses that exist and for those that no source has.
    package func absentSource(of url: String) -> String? {
        guard !absentSources.isEmpty, indexByURL[url] == nil else { return nil }
        if let source = absentSources[url.hasSuffix("/") ? url : url + "/"] { return source }
        let folders = url.split(separator: "/", maxSplits: 2)
        return folders.count == 3 && folders[0] == "awards" ? absentSources["\(SiteURL.awards)\(folders[1])/"] : nil
    }
}
