import ArgumentParser
import Building
import Foundation

/// Options that every export takes.
struct ExportOptions: ParsableArguments {
    @OptionGroup var source: SourceOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            """
            File to write, outside of content and themes. Standard output without it. \
            写入的文件，不能在 content、themes 里；不写则输出到标准输出。
            """,
            valueName: "file"))
    var output: String?

    @Flag(
        name: .long,
        help: "Write over a file that is there; without, a person at the terminal is asked. 覆盖已有的文件；不加时在终端询问。")
    var force = false

    @OptionGroup var publication: PublicationOptions

    /// The options of a build that publishes nothing.
    func buildOptions() throws -> BuildOptions {
        try publication.buildOptions(
            source: source.folder, output: "", jobs: ProcessInfo.processInfo.activeProcessorCount, isDryRun: true)
    }
}
