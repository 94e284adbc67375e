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
        var address = address
        guard let place = address.withUTF8({ authority(in: $0) }) else { return nil }
        let start = address.utf8.index(address.startIndex, offsetBy: place.lowerBound)
        return start..<address.utf8.index(start, offsetBy: place.count)
    }

    /// The same by bytes: every link to another site is asked for its host.
    package static func authority(in address: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var start = 0
        repeat {
            guard let colon = address[start...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
            start = colon + 1
        } while start + 1 >= address.count || address[start] != UInt8(ascii: "/")
            || address[start + 1] != UInt8(ascii: "/")
        start += 2
        var end = start
        var host = start
        while end < address.count {
            let byte = address[end]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
                || byte == UInt8(ascii: "\\")
            {
                break
            }
            end += 1
            if byte == UInt8(ascii: "@") { host = end }
        }
        return host..<end
    }

    /// Whether a host has one spelling alone: small letters of ASCII, digits, hyphens and dots, and no dot at its end.
    package static func isPlain(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
        host.last != UInt8(ascii: ".")
            && host.allSatisfy { byte in
                byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}
