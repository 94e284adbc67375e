import ArgumentParser
import Commands
import Content
import Importing

/// `showcase import roster`
struct ImportRosterCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Take a result table over into a year's roster. 把结果名单表导入某一年度的名单。",
        discussion: """
            Reads .xlsx and .csv as associations send them: titles above the header, columns in any order, merged cells,
            serial numbers, GB18030. What is missing is proposed and said: ids, the province after recommender or
            enterprise, how a team applied. Data about people are left out.
            A second time it updates: rows are known by id, else by team and enterprise. Rows that are no longer in the
            table stay and are named. The roster as it would be is checked like every build: with an error, in the table
            or in the roster, nothing is written, and --dry-run says the same. Where the year has no index.md, a draft is made.
            读取各协会报送的 .xlsx、.csv：表头前的标题行、任意列序、合并单元格、序号、GB18030 都可以。缺少的编号、省份、申报方式
            由程序填写并说明；个人信息不导入。再次导入时按编号、或按班组与企业名称更新；表中已没有的行保留并列出。写之前按
            生成网站时的规则检查导入后的名单；表或名单有错误时不写任何文件，--dry-run 的结果相同。该年度还没有 index.md 时，生成一份草稿。

            Examples · 示例:
              showcase import roster 名单.xlsx --year 2022 --dry-run
              showcase import roster 名单.xlsx --year 2022
              showcase import roster 名单.xlsx --year 2022 --sheet 2
              showcase import roster 更正后.csv --year 2022 --source ../site
              showcase import roster 名单.xlsx --year 2022 --accept empty-recommender --accept other-lists
            """)

    @Argument(help: ArgumentHelp("The table: .xlsx or .csv. 名单表。", valueName: "file"))
    var file: String

    @OptionGroup var site: EditingOptions

    @Option(name: .long, help: ArgumentHelp("The edition's year. 年度。", valueName: "year"))
    var year: Int

    @Option(
        name: .long,
        help: ArgumentHelp("Name or number of the sheet, where several hold lists. 工作表的名称或序号。", valueName: "sheet"))
    var sheet: String?

    @Flag(
        name: .customLong("all-sheets"),
        help: "Read all sheets that hold lists as one, such as a sheet a province. 几张工作表（如一省一张）合起来读成一份名单。")
    var allSheets = false

    @Option(
        name: .long, help: ImportAcceptance.help(ImportAcceptance.ofTables))
    var accept: [ImportAcceptance] = []

    @Flag(name: .customLong("dry-run"), help: "Show the roster as it would be; write nothing. 只显示导入后的名单，不写文件。")
    var dryRun = false

    @OptionGroup var findings: FormatOptions

    func validate() throws {
        guard (1900...2199).contains(year) else {
            throw ValidationError("--year must be a year such as 2022. --year 应为年份，如 2022。")
        }
        try ImportAcceptance.validate(accept, among: ImportAcceptance.ofTables)
        guard sheet == nil || !allSheets else {
            throw ValidationError("--sheet and --all-sheets exclude each other. --sheet 和 --all-sheets 只能用一个。")
        }
    }

    func command() -> any Command {
        let choice: SheetChoice = allSheets ? .all : sheet.map { .named($0) } ?? .only
        return ImportRoster(
            file, year: year, site: site.choice, sheet: choice, accepted: Set(accept), isDryRun: dryRun,
            format: findings.format)
    }
}
