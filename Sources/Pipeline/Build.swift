import Content
import Diagnostics
import Pictures
import Publishing
import Search
import SiteModel
import Theming

/// The whole program: load, parse, validate, model, render, check, publish.
///
/// The one place that makes a site. `check`, the preview and trials differ in the ends that `BuildOptions` names; exports
/// and imports stop after `make`.
package enum Build {
    /// What a build did.
    package struct Outcome: Sendable {
        /// `nil` when the content could not be made into a site.
        package let made: MadeSite?
        package var site: Site? { made?.site }
        /// What was found, as the site counts it.
        package let findings: [Diagnostic]
        package var report: DiagnosticReport
        /// `nil` when nothing was published.
        package fileprivate(set) var published: Publisher.Summary?
        /// `nil` when links to other sites were not checked.
        package let external: ExternalLinkSummary?
        /// What was made of pictures; `nil` when it did not come to that.
        package let pictures: PictureStore.Summary?
        package fileprivate(set) var timings: StageTimings
    }

    /// Builds a site. Findings about content are in the outcome.
    ///
    /// - Throws: `PublishingError` when the output cannot be written, an I/O error when the source cannot be read,
    ///   `CancellationError`.
    package static func run(_ options: BuildOptions) throws -> Outcome {
        var timings = StageTimings()
        options.progress(BuildProgress(.load))
        let loaded = try timings.measure("load") {
            options.configured(try SiteLoader.load(options.workspace, jobs: options.jobs))
        }
        guard let content = loaded.content else {
            return Outcome(
                made: nil, findings: loaded.diagnostics, report: DiagnosticReport.of(loaded.diagnostics),
                published: nil, external: nil, pictures: nil, timings: timings)
        }
        let theme = try timings.measure("theme") { try ThemeSource.theme(of: content, options: options) }
        try options.throwIfCancelled()
        options.progress(BuildProgress(.model))
        let made = timings.measure("model") { make(content, found: loaded.diagnostics, theme: theme, options) }
        return try finish(made, options, timings: &timings)
    }

    /// Relates content, which is read, to a site that can be shown.
    ///
    /// - Parameters:
    ///   - content: at the address that the options name.
    ///   - found: what is wrong with the content.
    ///   - theme: `nil` where no page is needed.
    package static func make(
        _ content: SiteContent, found: [Diagnostic], theme: ThemeSource.Result?, _ options: BuildOptions
    ) -> MadeSite {
        let (site, relations) = SiteAssembler.assemble(content, options: options.assembly(of: content.configuration))
        return MadeSite(content: content, site: site, theme: theme, found: found, relations: relations)
    }

    /// Makes the pages of a site, checks them, and publishes them where the options say so and no error is in the way.
    ///
    /// - Throws: as `run`; also `UnaddressedFile`.
    package static func finish(_ made: MadeSite, _ options: BuildOptions) throws -> Outcome {
        var timings = StageTimings()
        return try finish(made, options, timings: &timings)
    }

    private static func finish(
        _ made: MadeSite, _ options: BuildOptions, timings: inout StageTimings
    ) throws -> Outcome {
        let site = made.site
        var findings = made.findings
        func outcome(
            _ published: Publisher.Summary? = nil, _ external: ExternalLinkSummary? = nil,
            _ pictures: PictureStore.Summary? = nil
        ) -> Outcome {
            Outcome(
                made: made, findings: findings, report: DiagnosticReport.of(findings), published: published,
                external: external, pictures: pictures, timings: timings)
        }
        try site.checkFieldReferences(known: findings)
        let policy = SitePolicy(made)
        guard let theme = made.theme?.theme else {
            findings = policy.counted(findings)
            return outcome()
        }
        try options.throwIfCancelled()
        // Errors that the site does not count as such are no reason not to write.
        let output = policy.holdErrors(findings) ? nil : try options.output?(options.permissions)
        do {
            var indexes: SearchIndexes?
            if output != nil {
                options.progress(BuildProgress(.index))
                indexes = timings.measure("index") { SearchIndexes(of: site, jobs: options.jobs) }
            }
            let pages = try timings.measure("render") {
                try SiteOutput(site: site, theme: theme, options: options).write(to: output, indexes: indexes)
            }
            let photos = PhotoStage(site: site, options: options)
            findings += try timings.measure("photos") { try photos.run(output: output) }
            output?.beginSync()
            options.progress(BuildProgress(.check))
            let known = findings
            findings += timings.measure("check") {
                SiteChecks.findings(site, theme: theme, output: pages, known: known, options: options)
            }
            let external = ExternalLinkStage(site: site, options: options).map { stage in
                timings.measure("external links") { stage.run() }
            }
            findings = policy.counted(findings + (external?.findings ?? []))
            var result = outcome(nil, external?.summary, photos.summary)
            guard let output, !result.report.isFailure(strict: options.isStrict) else {
                output?.abort()
                return result
            }
            try options.throwIfCancelled()
            options.progress(BuildProgress(.publish))
            result.published = try timings.measure("publish") { try output.commit() }
            result.timings = timings
            return result
        } catch {
            output?.abort()
            throw error
        }
    }
}

/// A site as it was made of its content, before a page of it is.
package struct MadeSite: Sendable {
    package let content: SiteContent
    package let site: Site
    /// `nil` where no page is needed.
    package let theme: ThemeSource.Result?
    /// What is wrong with the content, file by file.
    package let found: [Diagnostic]
    /// What was found when the content was related.
    package let relations: [Diagnostic]

    package init(
        content: SiteContent, site: Site, theme: ThemeSource.Result?, found: [Diagnostic], relations: [Diagnostic]
    ) {
        self.content = content
        self.site = site
        self.theme = theme
        self.found = found
        self.relations = relations
    }

    /// Everything that is wrong so far, as it was found.
    package var findings: [Diagnostic] {
        let missing = theme.flatMap { _ in SharePictureStage.missingFont(content.configuration) }
        return found + (theme?.diagnostics ?? []) + relations + (missing.map { [$0] } ?? [])
    }

    /// The findings as the site counts them.
    package var counted: [Diagnostic] { SitePolicy(self).counted(findings) }
}
