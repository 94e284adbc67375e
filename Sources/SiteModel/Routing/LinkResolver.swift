import Addresses
import Content
import Values

/// What a destination in content or configuration means.
package enum LinkTarget: Sendable, Hashable {
    /// An address of this site, as a site-absolute path, with the query and the fragment as they are written.
    case page(url: String, query: String?, fragment: String?)
    /// A place on the page itself, as it is written.
    case samePage(fragment: String)
    /// An http or https URL elsewhere.
    case external(String)
    /// A `mailto:` or `tel:` address.
    case contact(String)
    case broken(Reason)

    /// Why a destination leads nowhere.
    package enum Reason: Sendable, Hashable {
        /// The relative path climbs out of the site.
        case outsideSite
        /// No such file, given as the path in the site.
        case missingFile(String)
        /// The file is there but not public: a draft, or its day has not come.
        case notPublished(Site.Withheld)
        /// The file is there but has errors of its own.
        case unusable(String)
        /// No such address on the site.
        case missingAddress(String)
        /// `//example.org`: neither a path nor a full URL.
        case withoutScheme
    }
}

/// Turns destinations as editors write them into addresses of the site.
package struct LinkResolver: Sendable {
    private let routes: RouteTable
    private let baseURL: BaseURL
    /// Content that exists but is not public, by its path.
    private let withheld: [String: Site.Withheld]
    private let unusable: Set<String>

    package init(site: Site) {
        routes = site.routes
        baseURL = site.configuration.baseURL
        unusable = site.unusablePaths
        withheld = Dictionary(site.withheld.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a destination in the text of the file at `path` means: a URL, in which names are encoded.
    package func target(of destination: String, from path: SitePath) -> LinkTarget {
        if destination.hasPrefix("#") { return .samePage(fragment: String(destination.dropFirst())) }
        return target(ofAddress: destination) ?? relative(URLReference(destination), from: path)
    }

    /// What a field of the file at `path` means: the path of a file, in which nothing is encoded, or a web address.
    package func target(of reference: FileReference, from path: SitePath) -> LinkTarget {
        if let address = reference.webAddress { return target(ofAddress: address) ?? .external(address) }
        return file(at: path.resolving(reference.text))
    }

    /// What a path of the site or a full URL means, as `site.config` has them; `nil` for a relative path.
    package func target(ofAddress destination: String) -> LinkTarget? {
        if destination.hasPrefix("//") { return .broken(.withoutScheme) }
        if let scheme = Self.scheme(of: destination) {
            switch scheme {
            case "mailto", "tel": return .contact(destination)
            default:
                guard let own = ownAddress(destination) else { return .external(destination) }
                return address(URLReference(own.rest))
            }
        }
        return destination.hasPrefix("/") ? address(URLReference(destination)) : nil
    }

    /// A full address of the site, divided before its site-absolute path, which is as it is written; `nil` for other
    /// addresses.
    package func ownAddress(_ destination: String) -> (base: Substring, rest: String)? {
        guard let onHost = baseURL.pathOnHost(destination) else { return nil }
        let written = onHost.prefix { $0 != "?" && $0 != "#" }
        guard baseURL.sitePath(ofPathOnHost: PercentEncoding.decoded(written)) != nil else { return nil }
        // As many segments as the base has, however they are written.
        var rest = onHost
        for _ in baseURL.path.split(separator: "/") {
            rest = rest.dropFirst().drop { !"/?#".contains($0) }
        }
        let base = destination[..<rest.startIndex]
        return (base, rest.hasPrefix("/") ? String(rest) : "/" + rest)
    }

    /// The file of the content that a destination in a text names; `nil` for addresses.
    package func file(of destination: String, from path: SitePath) -> SitePath? {
        guard !destination.hasPrefix("#"), !destination.hasPrefix("/"), Self.scheme(of: destination) == nil else {
            return nil
        }
        return path.resolving(URLReference(destination).path)
    }

    /// The attribute value for a target: with the base URL's path, ASCII only, not yet escaped for HTML.
    package func href(_ target: LinkTarget, fallback: String) -> String {
        switch target {
        case .page(let url, let query, let fragment):
            baseURL.href(url) + URLReference.suffix(query: query, fragment: fragment)
        case .samePage(let fragment): "#" + PercentEncoding.written(fragment)
        case .external(let url): PercentEncoding.written(WebHost.withASCIIHost(url))
        case .contact(let url): PercentEncoding.written(url)
        case .broken(.withoutScheme): PercentEncoding.written(fallback)
        case .broken: fallback.hasPrefix("/") ? baseURL.href(written: fallback) : PercentEncoding.written(fallback)
        }
    }

    private func address(_ reference: URLReference) -> LinkTarget {
        let path = reference.path
        let candidates = path.hasSuffix("/") ? [path] : [path, path + "/"]
        for candidate in candidates where routes[candidate] != nil {
            return .page(url: candidate, query: reference.query, fragment: reference.fragment)
        }
        guard let source = routes.absentSource(of: path) else { return .broken(.missingAddress(path)) }
        return .broken(withheld[source].map { .notPublished($0) } ?? .unusable(source))
    }

    private func relative(_ reference: URLReference, from path: SitePath) -> LinkTarget {
        // A query alone is one of the page itself.
        let target = reference.path.isEmpty && reference.query != nil ? path : path.resolving(reference.path)
        return file(at: target, query: reference.query, fragment: reference.fragment)
    }

    /// - Parameter target: `nil` for a path that leaves the site.
    private func file(at target: SitePath?, query: String? = nil, fragment: String? = nil) -> LinkTarget {
        guard let target else { return .broken(.outsideSite) }
        let candidates = [target.text, target.text + "/index.md"]
        for candidate in candidates {
            if let url = routes.urlBySource[candidate] { return .page(url: url, query: query, fragment: fragment) }
        }
        for candidate in candidates {
            if let item = withheld[candidate] { return .broken(.notPublished(item)) }
        }
        // The files of a form are made of its definition.
        for candidate in candidates + [target.folder + "/form.yaml"] where unusable.contains(candidate) {
            return .broken(.unusable(candidate))
        }
        return .broken(.missingFile(target.text))
    }

    /// The scheme in lower case; `nil` for a path.
    private static func scheme(of destination: String) -> String? {
        guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = destination[..<colon]
        guard let first = scheme.utf8.first, Character(Unicode.Scalar(first)).isLetter else { return nil }
        let isScheme = scheme.utf8.allSatisfy { byte in
            (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
                || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return isScheme ? scheme.lowercased() : nil
    }
}
