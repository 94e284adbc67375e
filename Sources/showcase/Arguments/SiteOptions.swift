import ArgumentParser
import Commands
import Diagnostics
import Foundation

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

/// How a command writes what it finds.
struct FormatOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "How findings are written: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). 检查结果的格式。",
        transform: { try OptionValue.word($0) })
    var format: OutputFormat = .text
}

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Number of threads. 线程数。", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs must be 1 to 256. --jobs 应为 1 到 256。")
        }
    }
}
