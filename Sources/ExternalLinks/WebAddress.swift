import CLinkProbe
import Foundation

/// An http or https URL as a server is asked for it: in ASCII, without user and fragment.
package struct WebAddress: Sendable, Hashable, Comparable {
    package let text: String
    /// In small letters, names of other scripts in Punycode, without the brackets of IPv6.
    package let host: String

    /// Reads a URL as people write it; `nil` for what is no http or https URL with a host.
    package init?(_ text: String) {
        guard let url = URL(string: text) else { return nil }
        self.init(url)
    }

    private init?(_ url: URL) {
        guard var parts = URLComponents(url: url.absoluteURL, resolvingAgainstBaseURL: true),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.encodedHost?.lowercased(), !host.isEmpty
        else { return nil }
        parts.scheme = scheme
        parts.encodedHost = host
        parts.user = nil
        parts.password = nil
        parts.fragment = nil
        if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
        guard let text = parts.string else { return nil }
        self.text = text
        // A dot at the end only says that the name is whole.
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        self.host = String(name.drop { $0 == "[" }.prefix { $0 != "]" && $0 != "%" })
    }

    /// Whether only the writer's own machine or network knows the host: `localhost`, names without a dot or of networks
    /// at home (RFC 6761, RFC 6762, RFC 8375), and private IP addresses.
    package var isPrivate: Bool {
        if showcase_link_is_private_literal(host) != 0 { return true }
        guard !host.contains(":") else { return false }
        return !host.contains(".") || Self.localDomains.contains { host.hasSuffix($0) }
    }

    private static let localDomains = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa"]

    /// Whether the host is this machine, which tests may ask.
    var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    package static func < (left: WebAddress, right: WebAddress) -> Bool { left.text < right.text }
}
