import ArgumentParser
import Building

/// `showcase check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "All checks of a build; nothing is written. 只检查，不写文件。",
        discussion: """
            Examples · 示例:
              showcase check
              showcase check --strict --format plain
              showcase check --lang en --source ../site
              showcase check --format sarif > findings.sarif
              showcase check --baseline known.txt --update-baseline
            """)

    @OptionGroup var site: SiteOptions

    @Flag(name: .long, help: "Show how long each stage took. 显示各阶段用时。")
    var timings = false

    @Flag(name: .long, help: "Only findings, no summary. 只显示检查结果。")
    var quiet = false

    @Flag(name: .long, help: "Name what is left out. 列出未公开的内容。")
    var verbose = false

    @Option(
        name: .long,
        help: ArgumentHelp("Leave out findings that are listed in a file. 不列出文件中已有的结果。", valueName: "file"))
    var baseline: String?

    @Flag(name: .customLong("update-baseline"), help: "Write all findings into the baseline. 把现有结果写入基线文件。")
    var updateBaseline = false

    func validate() throws {
        guard !updateBaseline || baseline != nil else {
            throw ValidationError("--update-baseline needs --baseline. --update-baseline 要与 --baseline 一起使用。")
        }
    }

    func run() throws {
        try CommandRun(options: site).run(
            try site.buildOptions(output: "", isDryRun: true),
            summary: quiet ? nil : SummaryStyle(showsTimings: timings, isVerbose: verbose),
            baseline: baseline.map { BaselineFile(path: $0, isUpdated: updateBaseline) })
    }
}
