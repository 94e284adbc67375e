import Diagnostics
import SiteModel

/// A check that tells of drafts as well: what would be wrong if everything that is not public yet were.
package enum DraftCheck {
    /// Runs a build, and where a check withholds something, once more with it. Errors that only that finds are marked, and
    /// are warnings: they keep nothing from being published until the draft is. What a draft lacks otherwise is still to
    /// be written.
    ///
    /// - Throws: as `Build.run`.
    package static func run(_ options: BuildOptions) throws -> Build.Outcome {
        var outcome = try Build.run(options)
        guard options.tellsOfDrafts, !options.includesDrafts, let made = outcome.made, !made.site.withheld.isEmpty
        else {
            return outcome
        }
        var shown = options
        shown.includesDrafts = true
        shown.externalLinks = nil
        shown.output = nil
        // The content is read and judged by itself already; only what is public of it is another.
        let other = Build.make(made.content, found: made.found, theme: made.theme, shown)
        // Lists of drafts are read by both, and are marked already.
        let known = Set(outcome.report.entries.map { Identity($0.diagnostic) })
        outcome.report = outcome.report.adding(from: try Build.finish(other, shown).report) { finding in
            guard finding.severity == .error, !known.contains(Identity(finding)) else { return nil }
            let marked = marked(finding, asDraft: isDraft(finding, among: made.site.withheld))
            return known.contains(Identity(marked)) ? nil : marked
        }
        return outcome
    }

    /// The lists of years that are drafts: they are read whenever the site is, though nothing of them is published.
    ///
    /// - Parameter withheld: what of the site is not public.
    static func lists(of withheld: [Site.Withheld]) -> Set<String> {
        Set(
            withheld.lazy.filter { $0.reason == .draft && $0.path.name == "index.md" }
                .compactMap { $0.edition.map { "content/awards/\($0)/roster.csv" } })
    }

    /// Findings of a site, with those in the list of a year that is a draft marked, so that its errors keep nothing else
    /// from being published.
    ///
    /// - Parameter lists: of the years that are drafts.
    static func marked(_ findings: [Diagnostic], lists: Set<String>) -> [Diagnostic] {
        guard !lists.isEmpty else { return findings }
        return findings.map { finding in
            guard finding.severity == .error, let path = finding.range?.file.path, lists.contains(path) else {
                return finding
            }
            return marked(finding, asDraft: true)
        }
    }

    /// What tells findings apart.
    private struct Identity: Hashable {
        let rule: Rule
        let range: SourceRange?
        let message: LocalizedText

        init(_ finding: Diagnostic) {
            (rule, range, message) = (finding.rule, finding.range, finding.message)
        }
    }

    /// Whether what is wrong is a draft, and does not wait for its day; of files that are public already, whether there
    /// are drafts at all.
    private static func isDraft(_ finding: Diagnostic, among withheld: [Site.Withheld]) -> Bool {
        let path = finding.range?.file.path ?? ""
        let own = withheld.filter { item in
            item.path.text == path || item.edition.map { path.hasPrefix("content/awards/\($0)/") } ?? false
        }
        return (own.isEmpty ? withheld : own).contains { $0.reason == .draft }
    }

    private static func marked(_ finding: Diagnostic, asDraft: Bool) -> Diagnostic {
        let (zh, en) = asDraft ? ("草稿", "draft") : ("未到公开日期", "not public yet")
        return Diagnostic(
            finding.rule, at: finding.range,
            message: LocalizedText(
                zh: "（\(zh)，公开时是错误）\(finding.message.zh)",
                en: "(\(en), an error once it is public) \(finding.message.en)"),
            help: finding.help, related: finding.related, replacement: finding.replacement, url: finding.url,
            cause: finding.cause
        ).counting(as: .warning)
    }
}
