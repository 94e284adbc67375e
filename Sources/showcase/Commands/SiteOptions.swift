import ArgumentParser
import Building
import Content
import Diagnostics
import Foundation

/// Options that every command about a site takes.
struct SiteOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Folder that holds site.config. 站点所在的文件夹（其中有 site.config）。", valueName: "folder"))
    var source = "."

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(
            "Address the site is published at, instead of base_url. 代替 base_url 的发布网址。", valueName: "url"),
        transform: {
            try OptionValue.parse($0, hint: "a full URL such as https://example.org/qc/. 请写完整网址。") { BaseURL($0) }
        })
    var baseURL: BaseURL?

    @Flag(name: .long, help: "Show drafts and content whose day has not come. 包括草稿和日期未到的内容。")
    var drafts = false

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("Build what is public on that day. 按这一天公开的内容生成。", valueName: "YYYY-MM-DD"),
        transform: {
            try OptionValue.parse($0, hint: "a day such as 2020-11-20. 请写日期，如 2020-11-20。") { CalendarDate(iso: $0) }
        })
    var asOf: CalendarDate?

    @Flag(name: .long, help: "Warnings fail as well. 有警告也算失败。")
    var strict = false

    @Option(
        name: .long,
        help: "How findings are written: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). 检查结果的格式。",
        transform: { try OptionValue.word($0) })
    var format: OutputFormat = .text

    @Option(
        name: .customLong("lang"), help: "Language of the messages: zh or en. 提示的语言。",
        transform: { try OptionValue.word($0) })
    var language: MessageLanguage?

    @Option(name: .long, help: ArgumentHelp("Number of threads. 线程数。", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    mutating func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs must be 1 to 256. --jobs 应为 1 到 256。")
        }
    }

    /// The options of a build.
    func buildOptions(output: String, isDryRun: Bool) throws -> BuildOptions {
        let environment = ProcessInfo.processInfo.environment
        guard let today = BuildDay.today(environment: environment, now: Date()) else {
            throw ValidationError("SOURCE_DATE_EPOCH is out of range. SOURCE_DATE_EPOCH 超出范围。")
        }
        return BuildOptions(
            source: source, output: output, baseURL: baseURL, includesDrafts: drafts, asOf: asOf, today: today,
            isStrict: strict, jobs: jobs, isDryRun: isDryRun)
    }

    /// `--lang`, else `SHOWCASE_LANG`, else the site's language.
    func messageLanguage(of site: SiteLanguage?) -> MessageLanguage {
        language ?? environmentLanguage ?? (site == .english ? .en : .zh)
    }

    /// `SHOWCASE_LANG`.
    var environmentLanguage: MessageLanguage? {
        ProcessInfo.processInfo.environment["SHOWCASE_LANG"].flatMap(MessageLanguage.init(rawValue:))
    }
}
