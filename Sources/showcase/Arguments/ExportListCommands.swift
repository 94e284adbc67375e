import ArgumentParser
import Commands
import Pipeline

/// `showcase export edition`
struct ExportEditionCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "Write the list of one year. 导出一个年度的名单。",
        discussion: """
            The same bytes as the build publishes below /awards/YEAR/.
            内容与网站 /awards/年度/ 下的数据文件相同。

            Examples · 示例:
              showcase export edition 2020 --format xlsx --output 名单.xlsx
              showcase export edition 2021 --drafts > 2021.csv
            """)

    @Argument(help: ArgumentHelp("The edition's year. 年度。", valueName: "year"))
    var year: Int

    @OptionGroup var list: ExportListOptions
    @OptionGroup var site: ExportOptions

    func validate() throws { _ = try list.format(for: site.output) }

    func command() throws -> any Command {
        site.command(.list(year: year, try list.format(for: site.output)))
    }
}

/// `showcase export awards`
struct ExportAwardsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "awards",
        abstract: "Write the list of all years. 导出历年名单。",
        discussion: """
            The same bytes as the build publishes below /data/.
            内容与网站 /data/ 下的数据文件相同。

            Examples · 示例:
              showcase export awards --output 历年名单.xlsx
              showcase export awards --format json > awards.json
            """)

    @OptionGroup var list: ExportListOptions
    @OptionGroup var site: ExportOptions

    func validate() throws { _ = try list.format(for: site.output) }

    func command() throws -> any Command {
        site.command(.list(year: nil, try list.format(for: site.output)))
    }
}

/// The format of a list.
struct ExportListOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "csv, json or xlsx; else after the output's ending, else csv. 导出的格式，默认按文件名。", valueName: "format"),
        transform: { try OptionValue.word($0) })
    var format: SiteExport.Format?

    /// The format that was asked for, else that of the output's ending.
    ///
    /// - Throws: `ValidationError` for an ending of something else.
    func format(for output: String?) throws -> SiteExport.Format {
        let possible = format.map { [$0] } ?? SiteExport.Format.allCases
        let ending = try OutputEnding.checked(output, among: possible.map(\.rawValue))
        return format ?? ending.flatMap(SiteExport.Format.init(rawValue:)) ?? .csv
    }
}
