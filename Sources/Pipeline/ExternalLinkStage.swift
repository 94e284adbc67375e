import Checking
import Diagnostics
import ExternalLinks
import SiteModel

/// How links to other sites are asked for.
package struct ExternalLinkOptions: Sendable {
    package var probe: LinkProbe
    package var limits = LinkLimits()
    package var clock = LinkClock.system
    /// How long the answers of earlier checks are believed; 0 asks for all.
    package var days: Int

    package static let usualDays = 7

    package init(probe: LinkProbe = .network(), days: Int = usualDays) {
        self.probe = probe
        self.days = days
    }
}

/// What a build learnt about links to other sites.
package struct ExternalLinkSummary: Sendable {
    /// Addresses that were asked for now.
    package let asked: Int
    /// Addresses that were known from an earlier check.
    package let remembered: Int
    /// Addresses that could not be told.
    package let unverified: Int
    /// Addresses that `site.config` does not want to be asked for.
    package let skipped: Int
    /// Whether the cache was there and could not be read.
    package let hasUnreadableCache: Bool
    /// Whether the cache could not be written.
    package let hasUnwritableCache: Bool
}

/// Asks other sites for what is linked, and remembers the answers.
struct ExternalLinkStage {
    private let site: Site
    private let external: ExternalLinkOptions
    private let options: BuildOptions

    /// `nil` when no other site is to be asked.
    init?(site: Site, options: BuildOptions) {
        guard let external = options.externalLinks else { return nil }
        self.site = site
        self.external = external
        self.options = options
    }

    func run() -> (findings: [Diagnostic], summary: ExternalLinkSummary) {
        let links = ExternalLinkListing.links(of: site)
        let addresses = Set(links.compactMap(\.address)).filter { !$0.isPrivate }
        // A name in another script is compared as it is asked for.
        let skipped = site.configuration.checks.skippedHosts.map { WebAddress("https://\($0)/")?.host ?? $0 }
        let open = addresses.filter { address in
            !skipped.contains { address.host == $0 || address.host.hasSuffix("." + $0) }
        }
        let file = options.caches.links
        let cache = file.read()
        let progress = options.progress
        let result = LinkChecker(probe: external.probe, limits: external.limits, clock: external.clock).wait(
            for: open, cache: cache ?? LinkCache(), days: external.days
        ) { done, total in
            progress(BuildProgress(.externalLinks, pages: .init(done: done, total: total)))
        }
        let isWritten = result.cache == cache || file.write(result.cache)
        let summary = ExternalLinkSummary(
            asked: result.asked, remembered: result.remembered, unverified: result.unverified,
            skipped: addresses.count - open.count, hasUnreadableCache: cache == nil, hasUnwritableCache: !isWritten)
        return (LinkFindings(links).findings(result.verdicts), summary)
    }
}
