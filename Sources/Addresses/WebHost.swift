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
        let bytes = address.utf8
        var start = bytes.startIndex
        while true {
            guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
            start = bytes.index(after: colon)
            if bytes[start...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) { break }
        }
        start = bytes.index(start, offsetBy: 2)
        let end = bytes[start...].firstIndex { "/?#\\".utf8.contains($0) } ?? bytes.endIndex
        if let user = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = bytes.index(after: user) }
        return start..<end
    }

    /// Whether a host has one spelling alone: small letters of ASCII, digits, hyphens and dots, and no dot at its end.
    package static func isPlain(_ host: some BidirectionalCollection<UInt8>) -> Bool {
        host.last != UInt8(ascii: ".")
            && host.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}
