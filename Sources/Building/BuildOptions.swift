import Content
import Publishing

/// What a build is asked to do.
package struct BuildOptions: Sendable {
    /// The folder that holds `site.config`.
    package var source: String
    /// The folder to publish into; relative paths start from `source`.
    package var output: String
    /// Replaces `base_url` of `site.config`.
    package var baseURL: BaseURL?
    /// Whether drafts and content whose day has not come are shown.
    package var includesDrafts: Bool
    /// The day the site is built for, where somebody named one; else `as_of` of `site.config`, else `today`.
    package var asOf: CalendarDate?
    package var today: CalendarDate
    /// Whether warnings keep the site from being published.
    package var isStrict: Bool
    /// The number of threads.
    package var jobs: Int
    /// Whether the site is only checked, not written.
    package var isDryRun: Bool
    /// Files of the site as they would be, by path, in the place of those on the disk.
    package var overlay: [String: [UInt8]] = [:]
    /// What may be lost when the site is published.
    package var permissions = Publisher.Permissions()
    /// How links to other sites are checked; `nil` asks nobody.
    package var externalLinks: ExternalLinkOptions?
    /// Told how far the build has come; called from any thread.
    package var progress: @Sendable (BuildProgress) -> Void = { _ in }
    /// Whether a check looks at drafts as well, and marks what it finds in them.
    package var tellsOfDrafts = false
    /// Whether checks of a site that is not written tell which version of each page they saw.
    package var notesPages = false
    /// Asked between two pages, from any thread, whether there is no use for the rest.
    package var isCancelled: @Sendable () -> Bool = { false }

    /// Ends a build that nobody waits for any more.
    ///
    /// - Throws: `CancellationError`.
    func throwIfCancelled() throws {
        if isCancelled() { throw CancellationError() }
    }

    package init(
        source: String, output: String, baseURL: BaseURL? = nil, includesDrafts: Bool = false,
        asOf: CalendarDate? = nil, today: CalendarDate, isStrict: Bool = false, jobs: Int, isDryRun: Bool = false
    ) {
        self.source = source
        self.output = output
        self.baseURL = baseURL
        self.includesDrafts = includesDrafts
        self.asOf = asOf
        self.today = today
        self.isStrict = isStrict
        self.jobs = jobs
        self.isDryRun = isDryRun
    }
}
