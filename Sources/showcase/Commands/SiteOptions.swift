import ArgumentParser
import Commands

/// Options of the commands that build or check a site.
struct SiteOptions: ParsableArguments {
    @OptionGroup var source: SourceOptions
    @OptionGroup var publication: PublicationOptions

    @Flag(name: .long, help: "Warnings fail as well. 有警告也算失败。")
    var strict = false

    @OptionGroup var findings: FormatOptions

    @OptionGroup var threads: ThreadOptions

    /// What is asked of the site.
    var request: SiteRequest {
        SiteRequest(
            site: source.choice, publication: publication.choice, isStrict: strict, format: findings.format,
            jobs: threads.jobs)
    }
}
