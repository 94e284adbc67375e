import Content
import Foundation

/// What a destination in content or configuration means.
package enum LinkTarget: Sendable, Hashable {
    /// An address of this site, as a site-absolute path, with the id it points to.
    case page(url: String, fragment: String?)
    /// A place on the page itself.
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

    /// What `destination` means in the file at `path`.
    package func target(of destination: String, from path: SitePath) -> LinkTarget {
        if destination.hasPrefix("#") { return .samePage(fragment: Self.decoded(destination.dropFirst())) }
        return target(ofAddress: destination) ?? relative(destination, from: path)
    }

    /// What a path of the site or a full URL means, as `site.config` has them; `nil` for a relative path.
    package func target(ofAddress destination: String) -> LinkTarget? {
        if destination.hasPrefix("//") { return .broken(.withoutScheme) }
        if let scheme = Self.scheme(of: destination) {
            switch scheme {
            case "mailto", "tel": return .contact(destination)
            default:
                return baseURL.sitePath(of: destination).map(address) ?? .external(destination)
            }
        }
        return destination.hasPrefix("/") ? address(destination) : nil
    }

    /// The attribute value for a target: with the base URL's path, ASCII only, not yet escaped for HTML.
    package func href(_ target: LinkTarget, fallback: String) -> String {
        switch target {
        case .page(let url, let fragment):
            Self.encoded(baseURL.href(url)) + (fragment.map { "#" + Self.encoded($0) } ?? "")
        case .samePage(let fragment): "#" + Self.encoded(fragment)
        case .external(let url), .contact(let url): Self.encoded(url)
        case .broken(.withoutScheme): Self.encoded(fallback)
        case .broken: Self.encoded(fallback.hasPrefix("/") ? baseURL.href(fallback) : fallback)
        }
    }

    private func address(_ destination: String) -> LinkTarget {
        let (path, fragment) = Self.split(destination)
        let candidates = path.hasSuffix("/") ? [path] : [path, path + "/"]
        for candidate in candidates where routes[candidate] != nil {
            return .page(url: candidate, fragment: fragment)
        }
        guard let source = routes.absentSource(of: path) else { return .broken(.missingAddress(path)) }
        return .broken(withheld[source].map { .notPublished($0) } ?? .unusable(source))
    }

    private func relative(_ destination: String, from path: SitePath) -> LinkTarget {
        let (relativePath, fragment) = Self.split(destination)
        guard let target = path.resolving(relativePath) else { return .broken(.outsideSite) }
        let candidates = [target.text, target.text + "/index.md"]
        for candidate in candidates {
            if let url = routes.urlBySource[candidate] { return .page(url: url, fragment: fragment) }
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

    /// The path and the fragment, both percent-decoded, without a query.
    private static func split(_ destination: String) -> (path: String, fragment: String?) {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].prefix { $0 != "?" }
        return (decoded(path), parts.count > 1 && !parts[1].isEmpty ? decoded(parts[1]) : nil)
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

    /// Percent-decodes a text; a text whose escapes are no UTF-8 stays as it is.
    package static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var encoded = String(text)
        return encoded.withUTF8 { encoded in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: encoded.count) { buffer in
                let count = decode(encoded, into: buffer)
                return String(validating: UnsafeBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
            }
        } ?? String(text)
    }

    /// Writes the decoded bytes to `buffer`, which has room for all of them; returns their number.
    private static func decode(
        _ encoded: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var index = 0
        var count = 0
        while index < encoded.count {
            if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
                let high = hexadecimal(encoded[index + 1]), let low = hexadecimal(encoded[index + 2])
            {
                buffer[count] = high << 4 | low
                index += 3
            } else {
                buffer[count] = encoded[index]
                index += 1
            }
            count += 1
        }
        return count
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Percent-encodes what may not stand in a URL (RFC 3986), leaving existing escapes alone.
    package static func encoded(_ text: String) -> String {
        var text = text
        let encoded: [UInt8]? = text.withUTF8 { source in
            guard source.contains(where: needsEncoding) else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(source.count * 3)
            for byte in source {
                if needsEncoding(byte) {
                    bytes.append(UInt8(ascii: "%"))
                    bytes.append(hexadecimalDigit(byte >> 4))
                    bytes.append(hexadecimalDigit(byte & 15))
                } else {
                    bytes.append(byte)
                }
            }
            return bytes
        }
        return encoded.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func needsEncoding(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x80...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
