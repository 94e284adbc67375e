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
            """)

    @OptionGroup var site: SiteOptions

    @Flag(name: .long, help: "Show how long each stage took. 显示各阶段用时。")
    var timings = false

    @Flag(name: .long, help: "Only findings, no summary. 只显示检查结果。")
    var quiet = false

    @Flag(name: .long, help: "Name what is left out. 列出未公开的内容。")
    var verbose = false

    func run() throws {
        try CommandRun(options: site).run(
            try site.buildOptions(output: "", isDryRun: true),
            summary: quiet ? nil : SummaryStyle(showsTimings: timings, isVerbose: verbose))
    }
}
