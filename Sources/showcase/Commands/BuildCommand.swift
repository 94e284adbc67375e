import ArgumentParser
import Building

/// `showcase build`
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Load, check and render the site, and publish it. 检查并生成站点。",
        discussion: """
            With errors nothing is published and the old output stays as it was.
            有错误时不发布，原来的输出保持不变。

            Examples · 示例:
              showcase build --strict
              showcase build --output /srv/www/qc --base-url https://example.org/qc/
              showcase build --as-of 2021-11-20 --drafts
              showcase build --format github
              showcase build --record
            """)

    @OptionGroup var site: SiteOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Folder to publish into, from the site's folder. 输出文件夹，从站点文件夹算起。", valueName: "folder"))
    var output = "public"

    @Flag(name: .long, help: "Show how long each stage took. 显示各阶段用时。")
    var timings = false

    @Flag(name: .long, help: "Only findings, no summary. 只显示检查结果。")
    var quiet = false

    @Flag(name: .long, help: "Also name what was left out and what was removed. 同时列出未公开和已删除的内容。")
    var verbose = false

    @Flag(
        name: .long,
        help:
            "Keep the addresses that are published in content/.urls, so that none vanishes later. 把公开的网址记入 content/.urls，以后消失时报错。"
    )
    var record = false

    func validate() throws {
        guard !record || (!site.publication.drafts && site.publication.asOf == nil) else {
            throw ValidationError(
                "--record keeps what is public: not with --drafts or --as-of. --record 只记已公开的内容，不能与 --drafts、--as-of 同用。"
            )
        }
    }

    func run() throws {
        try CommandRun(options: site).run(
            try site.buildOptions(output: output, isDryRun: false),
            summary: quiet ? nil : SummaryStyle(showsTimings: timings, isVerbose: verbose), recordsURLs: record)
    }
}
