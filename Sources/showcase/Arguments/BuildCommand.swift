import ArgumentParser
import Commands
import Publishing

/// `showcase build`
struct BuildCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Load, check and render the site, and publish it. 检查并生成站点。",
        discussion: """
            With errors nothing is published and the old output stays as it was.
            有错误时不发布，原来的输出保持不变。
            A build that would take more than half of the published pages from the site stops with an error unless
            --allow-removals is given; so does one whose output folder holds what this program did not make, unless
            --remove-foreign is given.
            会让超过一半的已发布页面消失的生成以错误停止，除非加 --allow-removals；输出文件夹里有不是本程序生成的内容时也会停止，
            除非加 --remove-foreign。

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
        inversion: .prefixedNo,
        help:
            "Keep addresses, and the names of lists, in published-urls.txt, so that none vanishes or changes unseen; done by default but for drafts, other days and sites with as_of. 把公开的网址和名单记入 published-urls.txt，以后消失或改动时报错；默认就记，草稿、指定日期的生成和写了 as_of 的站点除外。"
    )
    var record: Bool?

    @Flag(
        name: .customLong("allow-removals"),
        help:
            "Publish even if more than half of the published pages go, as they do when content/ is empty or half there. 允许超过一半的已发布页面消失；content 没有挂载或没有取全时也会这样，请先核对。"
    )
    var allowRemovals = false

    @Flag(
        name: .customLong("remove-foreign"),
        help:
            "Remove what this program did not make from the output folder; files that belong to the site go into static/. 删除输出文件夹里不是本程序生成的内容；要随网站公开的文件请放进 static。"
    )
    var removeForeign = false

    func validate() throws {
        guard !output.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw ValidationError(
                "--output names a folder without line ends and other control characters. --output 的文件夹名里不能有换行等控制字符。")
        }
        guard record != true || (!site.publication.drafts && site.publication.asOf == nil) else {
            throw ValidationError(
                "--record keeps what is public: not with --drafts or --as-of. --record 只记已公开的内容，不能与 --drafts、--as-of 同用。"
            )
        }
    }

    func command() -> any Command {
        BuildSite(
            site.request, output: output,
            summary: quiet ? nil : SummaryStyle(showsTimings: timings, isVerbose: verbose),
            permissions: Publisher.Permissions(allowsRemovals: allowRemovals, removesForeign: removeForeign),
            ledger: record.map { $0 ? .demanded : .never } ?? .usual)
    }
}
