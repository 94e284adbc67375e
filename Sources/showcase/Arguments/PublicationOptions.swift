import Addresses
import ArgumentParser
import Commands
import Values

/// Options that say what is public, and where.
struct PublicationOptions: ParsableArguments {
    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(
            "Address the site is published at, instead of base_url. 代替 base_url 的发布网址。", valueName: "url"),
        transform: {
            try OptionValue.parse($0, hint: "a full URL such as https://example.org/qc/. 请写完整网址。") { BaseURL($0) }
        })
    var baseURL: BaseURL?

    private static let dayHint =
        "a day from 1900-01-01 to 2199-12-31, such as 2020-11-20. 请写 1900-01-01 至 2199-12-31 之间的日期，如 2020-11-20。"

    @Flag(name: .long, help: "Also drafts and content whose day has not come. 包括草稿和日期未到的内容。")
    var drafts = false

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("What is public on that day. 按这一天公开的内容。", valueName: "YYYY-MM-DD"),
        transform: {
            try OptionValue.parse($0, hint: Self.dayHint) { CalendarDate(iso: $0) }
        })
    var asOf: CalendarDate?

    /// What of a site is public, and where.
    var choice: PublicationChoice { PublicationChoice(baseURL: baseURL, includesDrafts: drafts, asOf: asOf) }
}
