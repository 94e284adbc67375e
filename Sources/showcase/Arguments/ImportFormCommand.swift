import ArgumentParser
import Commands
import Content
import Values

/// `showcase import form`
struct ImportFormCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "Draft write-ups and roster rows from filled forms (.docx). 由填好的申报表（.docx）起草成果材料和名单行。",
        discussion: """
            A field is found by the tag of its control, else by its label in the table; the report says which.
            Write-ups are drafts (draft: true) in content/awards/<year>/. Roster rows go to roster.csv where there is none
            yet, else to imports/roster-<year>.csv, which import roster takes over. A year without a page gets a
            draft of one.
            先按填写项的编号、再按表中栏目名认出每一项，并说明是怎样认出的。成果材料写成草稿（草稿: 是），放在
            content/awards/年份/ 下。还没有 roster.csv 时写成名单，已有时写到 imports/roster-年份.csv，用 import roster
            并入。年度还没有页面时生成草稿。

            Examples · 示例:
              showcase import form 申报表.docx
              showcase import form forms-2026/ --year 2026 --dry-run
            """)

    @Argument(
        help: ArgumentHelp(
            "Filled forms, or folders with them, with the folders inside. 填好的表格，或放着它们的文件夹（含下级文件夹）。",
            valueName: "file"))
    var files: [String]

    @OptionGroup var source: EditingOptions

    @Option(
        name: .long, help: ArgumentHelp("Year of the edition, instead of the form's. 年度，代替表中所填。", valueName: "year"))
    var year: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Province of teams whose forms do not tell. 表中看不出省份时使用的省份。", valueName: "name"),
        transform: {
            try OptionValue.parse($0, hint: "a province such as 浙江 or zhejiang. 请写省份，如 浙江。") { Province(named: $0) }
        })
    var province: Province?

    @Option(
        name: .long, help: ImportAcceptance.help(ImportAcceptance.ofForms))
    var accept: [ImportAcceptance] = []

    @Flag(name: .customLong("dry-run"), help: "Say what would be written. 只说明将写什么，不写文件。")
    var dryRun = false

    @Flag(name: .long, help: "Say for each field how it was found. 逐项说明是怎样认出的。")
    var verbose = false

    @OptionGroup var findings: FormatOptions
    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        guard year.map({ (1900...2199).contains($0) }) ?? true else {
            throw ValidationError("--year must be a year. --year 应为年份。")
        }
        try ImportAcceptance.validate(accept, among: ImportAcceptance.ofForms)
    }

    func command() -> any Command {
        ImportForms(
            files, site: source.choice, year: year, province: province, accepted: Set(accept), isDryRun: dryRun,
            isVerbose: verbose, format: findings.format, jobs: threads.jobs)
    }
}
