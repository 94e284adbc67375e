import ArgumentParser
import Commands
import Diagnostics

/// Options of the commands that build or check a site.
struct SiteOptions: ParsableArguments {
    @OptionGroup var source: SourceOptions
    @OptionGroup var publication: PublicationOptions

    @Flag(name: .long, help: "Warnings fail as well. 有警告也算失败。")
    var strict = false

    @Option(
        name: .long,
        help: "How findings are written: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). 检查结果的格式。",
        transform: { try OptionValue.word($0) })
    var format: OutputFormat = .text

    @OptionGroup var threads: ThreadOptions

    /// What is asked of the site.
    var request: SiteRequest {
        SiteRequest(
            site: source.choice, publication: publication.choice, isStrict: strict, format: format, jobs: threads.jobs)
    }
}
