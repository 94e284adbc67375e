import Diagnostics

/// `site.config`.
package struct SiteConfiguration: Sendable {
    package struct Organisation: Sendable {
        package let name: String
        package let englishName: String?
        /// The office that answers questions and objections; never a person.
        package let office: String?
        package let url: Located<String>?
    }

    package struct NavigationItem: Sendable {
        package let title: String
        /// A site-absolute path such as `/awards/`, or an http(s) URL.
        package let url: Located<String>
    }

    package let source: SourceFile
    package let title: String
    package let shortTitle: String
    package let description: String
    package var baseURL: BaseURL
    package let language: SiteLanguage
    package let theme: Located<String>
    /// The one colour that stands out; `nil` for the theme's own.
    package let accent: AccentColour?
    /// The day the site shows itself as of, where it is a sample or an archive.
    package let asOf: Located<CalendarDate>?
    package let organisation: Organisation
    /// The programme's name, for texts and metadata.
    package let programmeName: String
    /// The title that teams are given, without its year.
    package let honorName: String
    package let navigation: [NavigationItem]
    /// Number of the ICP filing, shown in the footer.
    package let icpRecord: String?
    /// Number of the public security filing, shown in the footer.
    package let policeRecord: String?
    /// Whether teams and enterprises are invented, which every page then says.
    package let isSample: Bool
    /// Whether the points of the scoring table may be published. Off unless the site says so.
    package let publishesScores: Bool
    /// Which pages have a picture for those who link to them; `nil` leaves it to the number of teams.
    package let sharePictures: SharePictureExtent?
    package var checks = CheckSettings()
}

extension SiteConfiguration {
    /// The same site published elsewhere.
    package func published(at baseURL: BaseURL) -> SiteConfiguration {
        var configuration = self
        configuration.baseURL = baseURL
        return configuration
    }
}

/// The language of a site's own words; content may be in any language.
package enum SiteLanguage: String, Sendable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"
}

/// Which pages have a picture of their own for those who link to them.
package enum SharePictureExtent: String, Sendable, CaseIterable {
    /// The site, editions, practices and teams.
    case all
    /// The site, editions and practices; teams have that of their edition.
    case editions
    case none
}

/// Where a site is published: scheme, host and an optional path.
package struct BaseURL: Sendable, Hashable {
    /// `https://example.org`, without a slash at the end.
    package let origin: String
    /// `/` or a path with a slash at both ends, such as `/qc/`.
    package let path: String

    /// Reads an absolute http or https URL without query and fragment; `nil` for anything else.
    package init?(_ text: String) {
        guard let schemeEnd = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<schemeEnd.lowerBound]
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[schemeEnd.upperBound...]
        guard !rest.contains(where: { "?#\\\"'<>@ ".contains($0) }) else { return nil }
        let host = rest.prefix { $0 != "/" }
        guard !host.isEmpty else { return nil }
        var path = String(rest.dropFirst(host.count))
        if !path.hasSuffix("/") { path += "/" }
        guard !path.contains("//"), !path.split(separator: "/").contains("..") else { return nil }
        self.origin = "\(scheme)://\(host)"
        self.path = path
    }

    /// The address as seen from the server's root of a site-absolute path: `/awards/` becomes `/qc/awards/`.
    package func href(_ sitePath: String) -> String { path + sitePath.dropFirst() }

    /// The full address of a site-absolute path.
    package func absolute(_ sitePath: String) -> String { origin + href(sitePath) }

    /// What follows scheme and host in an address of the site's own host; `nil` for other hosts. Their letter case says
    /// nothing (RFC 3986, 6.2.2.1).
    package func pathOnHost(_ address: String) -> Substring? {
        let count = origin.utf8.count
        guard let first = address.utf8.first, first | 0x20 == UInt8(ascii: "h"), address.utf8.count >= count,
            address.utf8.prefix(count).elementsEqual(origin.utf8, by: { Self.small($0) == Self.small($1) })
        else { return nil }
        let rest = address[address.utf8.index(address.startIndex, offsetBy: count)...]
        return rest.isEmpty || "/?#".contains(rest.first ?? "/") ? rest : nil
    }

    /// The site-absolute path, with query and fragment, of a full address below this one; `nil` for other addresses.
    package func sitePath(of address: String) -> String? {
        guard let rest = pathOnHost(address) else { return nil }
        if rest.hasPrefix(path) { return "/" + rest.dropFirst(path.count) }
        // The address without its last slash is the same page.
        let end = rest.prefix { $0 != "?" && $0 != "#" }
        return end + "/" == path ? "/" + rest.dropFirst(end.count) : nil
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
