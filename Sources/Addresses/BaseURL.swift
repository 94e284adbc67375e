/// Where a site is published: scheme, host and an optional path; and the only maker of addresses of the site.
package struct BaseURL: Sendable, Hashable {
    /// `https://example.org`, without a slash at the end; a host of another script is in Punycode.
    package let origin: String
    /// The host as it is written in `site.config`.
    package let writtenHost: String
    /// `/` or a path with a slash at both ends, such as `/qc/`; decoded, in any script.
    package let path: String
    private let encodedPath: String

    /// Reads an absolute http or https URL without query and fragment; `nil` for anything else.
    package init?(_ text: String) {
        guard let schemeEnd = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<schemeEnd.lowerBound]
        guard scheme == "http" || scheme == "https", WebAddressFault(in: text) == nil else { return nil }
        let rest = text[schemeEnd.upperBound...]
        guard !rest.contains(where: { "?#\\\"'<>@ ".contains($0) }) else { return nil }
        let host = rest.prefix { $0 != "/" }
        guard let asciiHost = WebHost.ascii(host), !asciiHost.isEmpty else { return nil }
        var path = PercentEncoding.decoded(rest.dropFirst(host.count))
        if !path.hasSuffix("/") { path += "/" }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast()
        let isPath = segments.allSatisfy { segment in
            !segment.isEmpty && segment != "." && segment != ".." && !segment.contains("\\")
                && !segment.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        guard isPath else { return nil }
        origin = "\(scheme)://\(asciiHost)"
        writtenHost = String(host)
        self.path = path
        encodedPath = PercentEncoding.path(path)
    }

    /// The address of a site-absolute path as it stands in pages, ASCII alone: `/awards/` becomes `/qc/awards/`.
    ///
    /// - Parameter sitePath: its names as they are; they are encoded here and nowhere else.
    package func href(_ sitePath: String) -> String {
        // Most sites stand at the root of their host, and most names as they are.
        if encodedPath == "/", sitePath.utf8.first == UInt8(ascii: "/"), PercentEncoding.isPath(sitePath) {
            return sitePath
        }
        return encodedPath + PercentEncoding.path(Substring(sitePath.utf8.dropFirst()))
    }

    /// The full address of a site-absolute path.
    package func absolute(_ sitePath: String) -> String { origin + href(sitePath) }

    /// The address of a site-absolute path that somebody wrote as part of a URL: its escapes stay.
    package func href(written sitePath: String) -> String {
        encodedPath + PercentEncoding.written(sitePath.dropFirst())
    }

    /// What follows scheme and host in an address of the site's own host; `nil` for other hosts. Their letter case says
    /// nothing (RFC 3986, 6.2.2.1), nor whether a name of another script is in Punycode.
    package func pathOnHost(_ address: String) -> Substring? {
        guard let first = address.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return nil }
        if let path = path(behind: origin, in: address) { return path }
        // A host of another script, one with the port that its scheme has anyway, or with a dot at its end, is the same
        // in other bytes (RFC 3986, 6.2.3).
        guard mayBeOwn(address), let range = WebHost.authority(of: address), let own = WebHost.authority(of: origin),
            address[..<range.lowerBound].utf8.suffix(3).elementsEqual("://".utf8),
            let ascii = WebHost.ascii(address[range])
        else { return nil }
        let scheme = String(address[..<range.lowerBound].dropLast(3))
        guard WebHost.plain(ascii, scheme: scheme) == WebHost.plain(String(origin[own]), scheme: scheme),
            origin[..<own.lowerBound].dropLast(3) == scheme.lowercased()
        else { return nil }
        return address[range.upperBound...]
    }

    /// Whether an address may be one of the own host. Most hosts of others are told by their bytes alone.
    private func mayBeOwn(_ address: String) -> Bool {
        var address = address
        var origin = origin
        return address.withUTF8 { address in
            origin.withUTF8 { origin in
                guard let place = WebHost.authority(in: address), let own = WebHost.authority(in: origin) else {
                    return true
                }
                let host = UnsafeBufferPointer(rebasing: address[place])
                let ownHost = UnsafeBufferPointer(rebasing: origin[own])
                return !WebHost.isPlain(host) || !WebHost.isPlain(ownHost) || host.elementsEqual(ownHost)
            }
        }
    }

    private func path(behind origin: String, in address: String) -> Substring? {
        let count = origin.utf8.count
        var (written, wanted) = (address, origin)
        let begins = written.withUTF8 { written in
            wanted.withUTF8 { wanted in
                written.count >= count && (0..<count).allSatisfy { Self.small(written[$0]) == Self.small(wanted[$0]) }
            }
        }
        guard begins else { return nil }
        let rest = address[address.utf8.index(address.startIndex, offsetBy: count)...]
        return rest.isEmpty || "/?#".contains(rest.first ?? "/") ? rest : nil
    }

    /// The site-absolute path of a path on the host; `nil` for one that is not below `path`.
    ///
    /// - Parameter path: decoded, as `URLReference` has it.
    package func sitePath(ofPathOnHost path: String) -> String? {
        if path.hasPrefix(self.path) { return "/" + path.dropFirst(self.path.count) }
        // The address without its last slash is the same page.
        return path + "/" == self.path ? "/" : nil
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
