/// One address of the published site and what stands there.
package struct Route: Sendable {
    package enum Kind: Sendable, Hashable {
        case page(PageRoute)
        /// A page that leads to the site-absolute path.
        case redirect(to: String)
        case file(FileRoute)
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

    /// The page that stands here; `nil` for what is not made from a template.
    package var page: PageRoute? {
        if case .page(let page) = kind { page } else { nil }
    }

    /// The kind in a word, for lists of routes.
    package var kindName: String {
        switch kind {
        case .page(let page): page.kindName
        case .redirect: "redirect"
        case .file(let file): file.kindName
        }
    }

    /// The kind in Chinese, as an editor would call it.
    package var chineseKindName: String {
        switch kind {
        case .page(let page): page.chineseKindName
        case .redirect: "旧网址"
        case .file(let file): file.chineseKindName
        }
    }

    /// Whether a page made from a template stands here.
    package var isPage: Bool { page != nil }

    /// Whether others may keep the address.
    package var isLasting: Bool {
        switch kind {
        case .page, .redirect: true
        case .file(let file): file.isLasting
        }
    }

    /// Whether search engines and the sitemap are to know the page.
    package var isIndexed: Bool { page.map { $0 != .notFound } ?? false }
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
    /// Addresses that two sources would have in different letters, and only one has: what leads there is told with them.
    private let contested: Set<String>
    /// How long the texts are that can be searched, in bytes.
    package let textBytes: Int

    /// - Parameters:
    ///   - routes: with different URLs.
    ///   - contested: addresses that were asked for and given to another source.
    ///   - absentSources: paths of sources without a page by the address that would be theirs; of an edition or a roster
    ///     by the folder `/awards/2020/` of all its pages.
    ///   - textBytes: how long the texts are that can be searched.
    package init(
        routes: [Route], urlBySource: [String: String], absentSources: [String: String] = [:],
        serverRedirects: [String: String] = [:], contested: Set<String> = [], textBytes: Int = 0
    ) {
        let sorted = routes.sorted { $0.url < $1.url }
        self.routes = sorted
        self.indexByURL = Dictionary(
            sorted.enumerated().map { ($0.element.url, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.urlBySource = urlBySource
        self.absentSources = absentSources
        self.serverRedirects = serverRedirects
        self.contested = contested
        self.textBytes = textBytes
    }

    private init(_ other: RouteTable, textBytes: Int) {
        routes = other.routes
        indexByURL = other.indexByURL
        urlBySource = other.urlBySource
        absentSources = other.absentSources
        serverRedirects = other.serverRedirects
        contested = other.contested
        self.textBytes = textBytes
    }

    /// The same routes for texts of another length; `nil` when their index is divided differently.
    package func withTexts(bytes: Int) -> RouteTable? {
        guard SearchDivision.ofTexts(bytes: bytes) == .ofTexts(bytes: textBytes) else { return nil }
        return RouteTable(self, textBytes: bytes)
    }

    /// The route at a site-absolute path.
    package subscript(url: String) -> Route? { indexByURL[url].map { routes[$0] } }

    /// Whether something stands at an address, or would if another source had not taken it.
    package func isClaimed(_ url: String) -> Bool { indexByURL[url] != nil || contested.contains(url) }

    /// The source that keeps an address from being there; `nil` for addresses that exist and for those that no source has.
    package func absentSource(of url: String) -> String? {
        guard !absentSources.isEmpty, indexByURL[url] == nil else { return nil }
        if let source = absentSources[url.hasSuffix("/") ? url : url + "/"] { return source }
        let folders = url.split(separator: "/", maxSplits: 2)
        return folders.count == 3 && folders[0] == "awards" ? absentSources["\(SiteURL.awards)\(folders[1])/"] : nil
    }
}
