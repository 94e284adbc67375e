import ArgumentParser
import Commands

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

    /// The export of something.
    func command(_ kind: ExportData.Kind) -> ExportData {
        ExportData(
            kind, site: source.choice, publication: publication.choice, output: output, overwrites: force)
    }
}
