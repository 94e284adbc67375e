import Content
import Diagnostics
import Photos
import Publishing
import Searching
import SharePictures
import SiteModel
import Theming

/// The whole program: load, parse, validate, model, render, check, publish.
package enum Build {
    /// What a build did.
    package struct Outcome: Sendable {
        /// `nil` when the content could not be made into a site.
        package let site: Site?
        package var report: DiagnosticReport
        /// `nil` when nothing was published.
        package let published: Publisher.Summary?
        /// `nil` when links to other sites were not checked.
        package let external: ExternalLinkSummary?
        /// What was made of pictures; `nil` when it did not come to that.
        package let pictures: PictureStore.Summary?
        package let timings: StageTimings
    }

    /// Builds a site. Findings about content are in the outcome.
    ///
    /// - Throws: `PublishingError` when the output cannot be written, an I/O error when the source cannot be read.
    package static func run(_ options: BuildOptions) throws -> Outcome {
        var timings = StageTimings()
        var findings: [Diagnostic] = []
        var external: ExternalLinkSummary?
        var pictures: PictureStore.Summary?
        func outcome(_ site: Site?, _ published: Publisher.Summary? = nil) -> Outcome {
            Outcome(
                site: site, report: DiagnosticReport(findings), published: published, external: external,
                pictures: pictures, timings: timings)
        }

        options.progress(BuildProgress(.load))
        let loaded = try timings.measure("load") { try SiteSource.load(options) }
        findings += loaded.diagnostics
        guard let content = loaded.content else { return outcome(nil) }

        let theme = try timings.measure("theme") { try ThemeSource.theme(of: content, options: options) }
        findings += theme.diagnostics

        try options.throwIfCancelled()
        options.progress(BuildProgress(.model))
        let (site, relations) = timings.measure("model") {
            SiteAssembler.assemble(content, options: SiteSource.assembly(of: content, options))
        }
        findings += relations
        try site.checkFieldReferences(known: findings)
        if let missing = SharePictureStage.missingFont(content.configuration) { findings.append(missing) }
        guard let theme = theme.theme else {
            findings = SiteChecks.judged(findings, content: content, site: site)
            return outcome(site)
        }

        try options.throwIfCancelled()
        // Errors that the site does not count as such are no reason not to write.
        let hasErrors = SiteChecks.judged(findings, content: content, site: site).contains { $0.severity == .error }
        let publisher = options.isDryRun || hasErrors ? nil : try SiteSource.publisher(options)
        do {
            var indexes: SearchIndexes?
            if publisher != nil {
                options.progress(BuildProgress(.index))
                indexes = timings.measure("index") { SearchIndexes(of: site, jobs: options.jobs) }
            }
            let output = try timings.measure("render") {
                try SiteOutput(site: site, theme: theme, options: options).write(to: publisher, indexes: indexes)
            }
            let photos = PhotoStage(site: site, options: options)
            findings += try timings.measure("photos") { try photos.run(publisher: publisher) }
            pictures = photos.summary
            publisher?.beginSync()
            options.progress(BuildProgress(.check))
            let known = findings
            findings += timings.measure("check") {
                SiteChecks.findings(site, theme: theme, output: output, known: known, options: options)
            }
            if let stage = ExternalLinkStage(site: site, options: options) {
                let (answers, summary) = timings.measure("external links") { stage.run() }
                findings += answers
                external = summary
            }

            findings = SiteChecks.judged(findings, content: content, site: site)
            let report = DiagnosticReport(findings)
            guard let publisher, !report.isFailure(strict: options.isStrict) else {
                publisher?.abort()
                return outcome(site)
            }
            try options.throwIfCancelled()
            options.progress(BuildProgress(.publish))
            return outcome(site, try timings.measure("publish") { try publisher.commit() })
        } catch {
            publisher?.abort()
            throw error
        }
    }
}
