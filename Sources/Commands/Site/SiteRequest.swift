import Addresses
import Diagnostics
import Pipeline
import Values

/// What of a site is public, and where.
package struct PublicationChoice: Sendable {
    /// Takes the place of `base_url`.
    package var baseURL: BaseURL?
    /// Whether drafts and content whose day has not come belong to it.
    package var includesDrafts: Bool
    /// The day that it is made for.
    package var asOf: CalendarDate?

    /// What is public today, at the site's own address, where nothing else is said.
    package init(baseURL: BaseURL? = nil, includesDrafts: Bool = false, asOf: CalendarDate? = nil) {
        self.baseURL = baseURL
        self.includesDrafts = includesDrafts
        self.asOf = asOf
    }
}

/// What a command is asked that builds or checks a site.
package struct SiteRequest: Sendable {
    package var site: SiteChoice
    package var publication: PublicationChoice
    /// Whether warnings fail as well.
    package var isStrict: Bool
    /// How findings are written.
    package var format: OutputFormat
    /// The number of threads; `nil` for as many as can work beside each other.
    package var jobs: Int?

    /// A request for what is public today, with findings for people, where nothing else is said.
    package init(
        site: SiteChoice, publication: PublicationChoice = PublicationChoice(), isStrict: Bool = false,
        format: OutputFormat = .text, jobs: Int? = nil
    ) {
        self.site = site
        self.publication = publication
        self.isStrict = isStrict
        self.format = format
        self.jobs = jobs
    }

    /// The options of a build.
    ///
    /// - Throws: `CommandFailure` when the day of the build cannot be told.
    func buildOptions(output: String, isDryRun: Bool, in context: CommandContext) throws -> BuildOptions {
        BuildOptions(
            source: context.path(site.folder), output: output, baseURL: publication.baseURL,
            includesDrafts: publication.includesDrafts, asOf: publication.asOf, today: try context.today(),
            isStrict: isStrict, jobs: jobs ?? context.processorCount, isDryRun: isDryRun)
    }
}
