import Foundation

/// The host of a web address in ASCII, as it is looked up: names of other scripts in Punycode (UTS 46).
package enum WebHost {
    /// The host, with its port, of what stands between `//` and the path; `nil` for what no name can be made of.
    ///
    /// - Parameter authority: without a user.
    package static func ascii(_ authority: some StringProtocol) -> String? {
        guard !authority.utf8.allSatisfy({ $0 < 0x80 }) else { return String(authority) }
        // Foundation maps and encodes names as UTS 46 says.
        guard let url = URL(string: "https://\(authority)/"),
            let parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let host = parts.encodedHost
        else { return nil }
        return host + (parts.port.map { ":\($0)" } ?? "")
    }

    /// A full address whose host is in ASCII; the rest stays as it is written. An address without a host stays whole.
    package static func withASCIIHost(_ address: String) -> String {
        guard let range = authority(of: address), let host = ascii(address[range]) else { return address }
        return address.replacingCharacters(in: range, with: host)
    }

    /// A host in ASCII in the form in which equal ones are equal: small letters, without the port that the scheme has
    /// anyway, and without a dot at its end.
    package static func plain(_ host: String, scheme: String) -> String {
        var host = host.lowercased()[...]
        for port in [scheme.lowercased() == "https" ? ":443" : ":80", ":"] where host.hasSuffix(port) {
            host = host.dropLast(port.count)
        }
        return String(host.hasSuffix(".") ? host.dropLast() : host)
    }

    /// Where the host and the port of a full address stand, behind a user that it may have.
    package static func authority(of address: String) -> Range<String.Index>? {
        guard let slashes = address.firstRange(of: "://") else { return nil }
        let rest = address[slashes.upperBound...]
        let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
        let start = rest[..<end].lastIndex(of: "@").map { rest.index(after: $0) } ?? rest.startIndex
        return start..<end
    }
}
