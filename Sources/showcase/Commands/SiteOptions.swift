import ArgumentParser
import Building
import Content
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

    /// The options of a build.
    func buildOptions(output: String, isDryRun: Bool) throws -> BuildOptions {
        try publication.buildOptions(
            source: source.folder, output: output, jobs: threads.jobs, isStrict: strict, isDryRun: isDryRun)
    }

    /// `--lang`, else `SHOWCASE_LANG`, else the site's language.
    func messageLanguage(of site: SiteLanguage?) -> MessageLanguage { source.messageLanguage(of: site) }
}
