import Checking
import Content
import Diagnostics
import ExternalLinks
import SiteModel
import Theming

/// The sixth stage: the checks of a site as a whole, and how their findings count.
package enum SiteChecks {
    /// The findings as this site counts them.
    package static func judged(_ findings: [Diagnostic], content: SiteContent, site: Site) -> [Diagnostic] {
        let exemptions = content.exemptions
        let policy = CheckPolicy(settings: content.configuration.checks.rules, exemptions: exemptions)
        let pathByURL =
            exemptions.isEmpty
            ? [:]
            : Dictionary(site.routes.urlBySource.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        return policy.judge(findings, pathByURL: pathByURL) { site.routes.urlBySource[$0] != nil }
    }

    /// What is wrong with links, finished pages and published addresses.
    ///
    /// - Parameter known: findings about the content, which finished pages do not tell again.
    static func findings(
        _ site: Site, theme: Theme, output: SiteOutput.Check, known: [Diagnostic], options: BuildOptions
    ) -> [Diagnostic] {
        // Without all pages, what leads to them would be wrong.
        if let cut = output.cut { return [cut] }
        let outlines = PageOutlines(output.outlines)
        let (sourceFindings, links) = SourceLinkCheck(site: site, outlines: outlines).findings(jobs: options.jobs)
        let explained = ExplainedData(
            links: links, findings: known + sourceFindings, urlBySource: site.routes.urlBySource)
        let check = OutputCheck(
            site: site, assets: theme.publishedPaths, sources: theme.sources, origins: output.origins)
        let external = LinkFindings(ExternalLinkListing.links(of: site))
        return sourceFindings + output.findings + check.findings(outlines, explained: explained, site: site)
            + check.findings(inStyles: theme.publishedFiles)
            + external.malformedAddresses + external.privateAddresses
            + (SiteSource.ledger(options)?.findings(
                in: site, outlines: outlines,
                failedPaths: Set(known.lazy.filter { $0.severity == .error }.compactMap { $0.range?.file.path })) ?? [])
    }

    /// What the checks of a site that is not written found.
    package struct Unwritten: Sendable {
        package let findings: [Diagnostic]
        /// Tells one version of a page from another, by address; empty unless the options ask for it.
        package let pages: [String: Int]
    }

    /// All checks of a site that is not written: every page is made for them.
    ///
    /// - Parameter known: findings about the content.
    /// - Throws: `CancellationError` when `options` say that nobody needs the result, an error of reading a file.
    package static func check(
        unwritten site: Site, theme: Theme, known: [Diagnostic], options: BuildOptions
    ) throws -> Unwritten {
        let output = try SiteOutput(site: site, theme: theme, options: options).write(to: nil, indexes: nil)
        guard !options.isCancelled() else { throw CancellationError() }
        return Unwritten(
            findings: findings(site, theme: theme, output: output, known: known, options: options),
            pages: Dictionary(output.digests.map { ($0.url, $0.digest) }, uniquingKeysWith: { first, _ in first }))
    }
}
