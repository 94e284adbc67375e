import Diagnostics
import Pipeline
import Publishing

/// `build`: loads, checks and renders the site, and publishes it.
package struct BuildSite: Command {
    package var request: SiteRequest
    /// The folder to publish into; relative paths start from the site's folder.
    package var output: String
    /// `nil` to say nothing but findings.
    package var summary: SummaryStyle?
    /// What may be lost when the site is published.
    package var permissions: Publisher.Permissions
    /// Whether what the published site holds is kept in its ledger.
    package var ledger: LedgerKeeping

    /// A build into `public` that tells a summary and keeps the ledger, where nothing else is said.
    package init(
        _ request: SiteRequest, output: String = "public", summary: SummaryStyle? = SummaryStyle(),
        permissions: Publisher.Permissions = Publisher.Permissions(), ledger: LedgerKeeping = .usual
    ) {
        self.request = request
        self.output = output
        self.summary = summary
        self.permissions = permissions
        self.ledger = ledger
    }

    package func run(in context: CommandContext) throws {
        var build = try request.buildOptions(output: output, isDryRun: false, in: context)
        build.permissions = permissions
        // What drafts and other days show is not what is published.
        let isPublic = !request.publication.includesDrafts && request.publication.asOf == nil
        let keeping = isPublic || ledger == .demanded ? ledger : .never
        build.permissions.isTrial = keeping == .never
        build.beginsLedger = keeping == .demanded
        try CommandRun(request, in: context).run(build, summary: summary, ledger: keeping)
    }
}

/// `check`: all checks of a build; nothing is published.
package struct CheckSite: Command {
    package var request: SiteRequest
    /// `nil` to say nothing but findings.
    package var summary: SummaryStyle?
    /// Findings that are known already.
    package var baseline: BaselineFile?
    /// The rules whose findings are shown and count; `nil` for all.
    package var only: Set<Rule>?
    /// What becomes of proposals that are safe; `nil` to leave them as findings.
    package var fixes: SafeFixUse?
    /// How links to other sites are checked; `nil` asks nobody.
    package var externalLinks: ExternalLinkOptions?

    /// A check of everything but other sites, where nothing else is said.
    package init(
        _ request: SiteRequest, summary: SummaryStyle? = SummaryStyle(), baseline: BaselineFile? = nil,
        only: Set<Rule>? = nil, fixes: SafeFixUse? = nil, externalLinks: ExternalLinkOptions? = nil
    ) {
        self.request = request
        self.summary = summary
        self.baseline = baseline
        self.only = only
        self.fixes = fixes
        self.externalLinks = externalLinks
    }

    package func run(in context: CommandContext) throws {
        var build = try request.buildOptions(output: "", isDryRun: true, in: context)
        // A site of another day is not what drafts are checked for.
        build.tellsOfDrafts = request.publication.asOf == nil
        build.externalLinks = externalLinks
        try CommandRun(request, in: context).run(
            build, summary: summary, baseline: baseline, only: only, fixes: fixes)
    }
}

/// `routes`: every address of the site, one a line.
package struct ListRoutes: Command {
    package var request: SiteRequest
    /// Whether the kind of each address stands before it.
    package var showsKinds: Bool

    /// - Parameter showsKinds: whether the kind of each address stands before it.
    package init(_ request: SiteRequest, showsKinds: Bool = false) {
        self.request = request
        self.showsKinds = showsKinds
    }

    package func run(in context: CommandContext) throws {
        let build = try request.buildOptions(output: "", isDryRun: true, in: context)
        let lines = try CommandRun(request, in: context).routes(build, showsKinds: showsKinds)
        try context.answer(lines, words: context.language(request.site.language, site: nil))
    }
}
