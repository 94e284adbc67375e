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
        let paths = site.routes.routes.map(\.url) + assets.sorted()
        self.paths = paths
        known = KnownAddresses(
            paths.map { base.href($0) } + paths.map { base.absolute($0) })
    }

    /// Whether addresses mean the same among others. Those of sources with errors are not compared: then they may not.
    func agree(with other: SiteAddresses) -> Bool {
        unusablePaths.isEmpty && other.unusablePaths.isEmpty && baseURL == other.baseURL && paths == other.paths
    }

    /// The site-absolute path of a known address.
    func path(ofKnown index: Int) -> String { paths[index % paths.count] }

    /// The index among those known of where an address leads, however it is written; `nil` for what is not published.
    ///
    /// - Parameter url: the page that has the address.
    func known(_ address: PageAddress, on url: String) -> UInt32? {
        guard !address.leavesSite(isOwn: isOwn), let target = target(of: address, on: url) else { return nil }
        var href = baseURL.href(target.path)
        return href.withUTF8 { known.index(of: $0) }.map { UInt32($0) }
    }

    /// A page's full address, as it stands in pages.
    func canonical(_ url: String) -> String { baseURL.absolute(url) }

    /// Whether a full address is one of this site's host.
    /// Whether a full address is one of this site: of its host, and below the path that it is published at. What stands beside
    /// it on the same host is another site.
    func isOwn(_ address: String) -> Bool {
        guard let onHost = baseURL.pathOnHost(address) else { return false }
        guard baseURL.path != "/" else { return true }
        let path = URLReference(onHost).path
        return sitePath(of: path.isEmpty ? "/" : path, on: "/") != nil
    }

    /// The address if it needs a look when all pages are known; `nil` for other sites and for pages and files that exist.
    ///
    /// - Parameter url: the page that has the address, from which a relative one is counted.
    func suspect(_ address: PageAddress, on url: String) -> PageAddress? {
        if address.fault(isOwn: isOwn) != nil { return address }
        guard !address.leavesSite(isOwn: isOwn) else { return nil }
        guard let target = target(of: address, on: url) else { return address }
        return target.fragment == nil && exists(target.path) ? nil : address
    }

    /// Whether an address leads to another site, as it may, or to a page or file of this one.
    ///
    /// - Parameter url: the page or file that has the address.
    func isThere(_ address: PageAddress, from url: String) -> Bool {
        guard address.fault(isOwn: isOwn) == nil else { return false }
        return address.leavesSite(isOwn: isOwn) || target(of: address, on: url).map { exists($0.path) } ?? false
    }

    /// What is wrong with an address that needs a look; `nil` when it leads to a place that is there.
    ///
    /// - Parameter url: the page that has the address.
    func fault(of address: PageAddress, on url: String, among outlines: PageOutlines) -> LinkFault? {
        if let kind = address.fault(isOwn: isOwn) { return LinkFault(address: address.text, kind: kind) }
        guard let target = target(of: address, on: url), exists(target.path) else {
            return LinkFault(address: address.text, kind: .absent)
        }
        guard let fragment = target.fragment, let ids = outlines.ids(of: target.path), !ids.holdPlace(fragment) else {
            return nil
        }
        return LinkFault(address: address.text, kind: .lacksPlace)
    }

    /// Where an address within the site leads: a site-absolute path, decoded, and the place on it. The query says what a
    /// page shows, not which one it is. `nil` for an address outside of the site.
    ///
    /// - Parameter url: the page or file from which a relative address is counted.
    private func target(of address: PageAddress, on url: String) -> (path: String, fragment: String?)? {
        let onHost = address.fullAddress.flatMap { baseURL.pathOnHost($0) }
        let reference = URLReference(onHost ?? address.text[...])
        guard !reference.path.isEmpty || onHost != nil else { return (url, reference.fragment) }
        return sitePath(of: reference.path.isEmpty ? "/" : reference.path, on: url).map { ($0, reference.fragment) }
    }

    /// The site-absolute path that a path means, its steps taken as browsers take them (URL standard, 4.4): a backslash is
    /// a slash, and no step leads above the root. `nil` for a path outside of the site.
    private func sitePath(of written: String, on url: String) -> String? {
        let path = written.utf8.contains(UInt8(ascii: "\\")) ? written.replacing("\\", with: "/") : written
        var folders: [Substring] = []
        var steps = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.utf8.first == UInt8(ascii: "/") {
            steps.removeFirst()
        } else {
            folders = (baseURL.path.dropLast() + url).split(separator: "/", omittingEmptySubsequences: false)
            folders = Array(folders.dropFirst().dropLast())
        }
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1
            switch step {
            case "..":
                _ = folders.popLast()
                if isLast { folders.append("") }
            case ".": if isLast { folders.append("") }
            default: folders.append(step)
            }
        }
        return baseURL.sitePath(ofPathOnHost: "/" + folders.joined(separator: "/"))
    }

    private func exists(_ sitePath: String) -> Bool {
        routes.isClaimed(sitePath) || assets.contains(sitePath)
            || routes.absentSource(of: sitePath).map(unusablePaths.contains) ?? false
    }
}
