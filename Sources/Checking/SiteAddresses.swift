import Addresses
import Content
import SiteModel

/// The addresses of a site: which exist, and what an address in a finished page means.
struct SiteAddresses: Sendable {
    private let routes: RouteTable
    private let baseURL: BaseURL
    /// Addresses outside the route table: style sheet and theme assets, as site-absolute paths.
    private let assets: Set<String>
    /// Sources with errors: what they were to be is not missing on top of them.
    private let unusablePaths: Set<String>
    /// Every address of the site as pages write it: first as paths, then in full.
    let known: KnownAddresses
    /// Site-absolute paths in the order of `known`.
    private let paths: [String]

    init(site: Site, assets: Set<String>) {
        routes = site.routes
        baseURL = site.configuration.baseURL
        self.assets = assets
        unusablePaths = site.unusablePaths
        let base = baseURL
        let paths = site.routes.routes.map(\.url) + assets
        self.paths = paths
        known = KnownAddresses(
            paths.map { base.href($0) } + paths.map { base.absolute($0) })
    }

    /// The site-absolute path of a known address.
    func path(ofKnown index: Int) -> String { paths[index % paths.count] }

    /// A page's full address, as it stands in pages.
    func canonical(_ url: String) -> String { baseURL.absolute(url) }

    /// The address if it needs a look when all pages are known; `nil` for other sites and for pages and files that exist.
    ///
    /// - Parameter url: the page that has the address, from which a relative one is counted.
    func suspect(_ address: String, on url: String) -> String? {
        let path = baseURL.pathOnHost(address) ?? address[...]
        guard path.hasPrefix("/"), !path.hasPrefix("//") else {
            let page = url.hasSuffix("/") ? url + "index.html" : url
            return Self.isRelative(address) && !isThere(address, from: page) ? address : nil
        }
        guard !path.utf8.contains(UInt8(ascii: "#")) else { return address }
        // What follows a question mark is for the page or the server, and names no other file.
        return baseURL.sitePath(ofPathOnHost: URLReference(path).path).map(exists) ?? false ? nil : address
    }

    /// Whether an address has neither scheme nor host, nor begins at the root.
    private static func isRelative(_ address: String) -> Bool {
        guard let first = address.first, !"/#?".contains(first) else { return false }
        return !address.prefix { !"/?#".contains($0) }.contains(":")
    }

    /// Whether an address in a style sheet is one of another site, of data, or of a file that is published.
    func isThere(_ address: String, from url: String) -> Bool {
        if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:") || address.contains("://") {
            return true
        }
        let path = URLReference(address).path
        if path.hasPrefix("/") { return baseURL.sitePath(ofPathOnHost: path).map(exists) ?? false }
        var parts = url.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        let end = path.hasSuffix("/") && !parts.isEmpty ? "/" : ""
        return exists("/" + parts.joined(separator: "/") + end)
    }

    /// What is wrong with an address that needs a look; `nil` when it leads to a place that is there.
    ///
    /// - Parameter url: the page that has the address.
    func fault(of address: String, on url: String, among outlines: PageOutlines) -> LinkFault? {
        let isAbsent = LinkFault(address: address, lacksPlace: false)
        let reference = URLReference(baseURL.pathOnHost(address) ?? address[...])
        var target = url
        if !reference.path.isEmpty {
            guard let path = baseURL.sitePath(ofPathOnHost: reference.path), exists(path) else { return isAbsent }
            target = path
        }
        guard let fragment = reference.fragment, let ids = outlines.ids(of: target), !ids.holdPlace(fragment) else {
            return nil
        }
        return LinkFault(address: address, lacksPlace: true)
    }

    private func exists(_ sitePath: String) -> Bool {
        routes[sitePath] != nil || assets.contains(sitePath)
            || routes.absentSource(of: sitePath).map(unusablePaths.contains) ?? false
    }
}
