import Checking
import Content
import Diagnostics
import ExternalLinks
import Rules
import SiteModel
import Theming

/// How the findings of a site count: by the settings of `site.config` and the places that are exempt.
struct SitePolicy {
    private let policy: CheckPolicy
    private let site: Site
    private let pathByURL: [String: String]
    /// Lists of years that are drafts.
    private let draftLists: Set<String>

    init(_ made: MadeSite) {
        let exemptions = made.content.exemptions
        policy = CheckPolicy(settings: made.content.configuration.checks.rules, exemptions: exemptions)
        site = made.site
        draftLists = DraftCheck.lists(of: site.withheld)
        pathByURL =
            exemptions.isEmpty
            ? [:]
            : Dictionary(
                made.site.routes.urlBySource.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }

    /// All findings as they count, and those about exemptions that exempt nothing.
    func counted(_ findings: [Diagnostic]) -> [Diagnostic] {
        let judged = policy.judge(findings, pathByURL: pathByURL) { site.routes.urlBySource[$0] != nil }
        return DraftCheck.marked(judged, lists: draftLists)
    }

    /// Whether some of the findings count as errors, whatever else is found later.
    func holdErrors(_ findings: [Diagnostic]) -> Bool {
        let counting = findings.filter { !draftLists.contains($0.range?.file.path ?? "") }
        return policy.holdsErrors(counting, pathByURL: pathByURL)
    }
}

/// The sixth stage: the checks of a site as a whole.
enum SiteChecks {
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
        let failedPaths = Set(known.lazy.filter { $0.severity == .error }.compactMap { $0.range?.file.path })
        // Where all content is gone, so is everything that was published, for one reason.
        let isContentMissing = known.contains {
            $0.rule == .configurationMissing || $0.severity == .error && $0.range?.file.path == "content"
        }
        let obstacle =
            SiteSource.ledgerObstacle(options)
            ?? (isContentMissing ? nil : SiteSource.missingLedger(of: site, options))
        let ledger = obstacle == nil && !isContentMissing ? SiteSource.ledger(options) : nil
        let external = LinkFindings(ExternalLinkListing.links(of: site))
        return sourceFindings + output.findings + check.findings(outlines, explained: explained, site: site)
            + check.findings(inStyles: theme.publishedFiles)
            + external.malformedAddresses + external.privateAddresses
            + CorrectionCheck.findings(in: site, failedPaths: failedPaths) + [obstacle].compactMap { $0 }
            + (ledger?.findings(in: site, outlines: outlines, failedPaths: failedPaths) ?? [])
    }
}
