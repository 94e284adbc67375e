import Checking

/// Takes from pages what the checks need.
struct PageOutliner: Sendable {
    let check: OutputCheck
    /// What was taken from pages of nearly the same site, where it would be taken again from the same bytes.
    private let known: KnownPages?

    /// - Parameter known: of whatever site.
    init(_ check: OutputCheck, known: KnownPages?) {
        self.check = check
        self.known = known.flatMap { $0.check.agrees(with: check) ? $0 : nil }
    }

    func outline(of page: [UInt8], at url: String) -> PageOutline {
        known?.outline(of: page, at: url) ?? check.outline(of: page, at: url)
    }
}

/// What the checks took from the pages of a site. A page that is made again with the same bytes needs no second look.
struct KnownPages: Sendable {
    /// The check that took it.
    let check: OutputCheck
    private let outlines: [String: PageOutline]
    private let versions: [String: PageVersion]

    /// - Parameter versions: of the pages that were outlined, by address.
    init(_ outlines: [PageOutline], takenBy check: OutputCheck, versions: [String: PageVersion]) {
        self.check = check
        self.outlines = Dictionary(outlines.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        self.versions = versions
    }

    /// `nil` for a page that has other bytes now.
    func outline(of page: [UInt8], at url: String) -> PageOutline? {
        guard let outline = outlines[url], versions[url] == PageVersion(page) else { return nil }
        return outline
    }
}

/// Tells one version of a file from another, within a run of the program.
package struct PageVersion: Sendable, Hashable {
    private let digest: Int

    package init(_ bytes: [UInt8]) {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        digest = hasher.finalize()
    }
}
