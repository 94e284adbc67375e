import ArgumentParser
import Commands

/// `showcase history`
struct HistoryCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What was changed in the site, when and by whom. 修改记录：什么时候、谁、改了什么。",
        discussion: """
            The newest change first, each with its number, which undo and restore take. Changes by commands are recorded when
            they are made, those by other programs when they are noticed.
            最近的修改在前，每次修改前面是它的编号，undo 和 restore 都认得。用命令做的修改随时记录；用其他程序做的，发现时记录。

            Examples · 示例:
              showcase history
              showcase history content/awards/2022/roster.csv --lines
              showcase history --limit 100
            """)

    @Argument(help: ArgumentHelp("Only changes of these files or folders. 只看这些文件或文件夹的修改。", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("How many changes are shown, 0 for all. 列出几次修改，0 为全部。", valueName: "number"))
    var limit = 20

    @Flag(name: .long, help: "Show the lines that were changed. 显示改动的各行。")
    var lines = false

    @OptionGroup var site: SourceOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit takes 0 or more. --limit 应为 0 或更大的数。") }
    }

    func command() -> any Command {
        ShowHistory(site: site.choice, paths: paths, limit: limit == 0 ? nil : limit, showsLines: lines)
    }
}

/// `showcase undo`
struct UndoCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a change back. 撤回一次修改。",
        discussion: """
            Without a number the newest change that a command made and that was not taken back. Later changes of other lines
            stay; where the same lines were changed again, nothing is written. Taking back is a change itself.
            不写编号时，撤回最近一次用命令做的、还没有撤回的修改。后来改的其他内容不受影响；同一处后来又改过的，不会写任何文件。
            撤回本身也是一次修改，可以再撤回。

            Examples · 示例:
              showcase undo --dry-run
              showcase undo
              showcase undo 3f2a9c1b
            """)

    @Argument(
        help: ArgumentHelp("The change's number, as history shows it. 修改的编号，见 showcase history。", valueName: "number"))
    var change: String?

    @Flag(
        name: .customLong("dry-run"),
        help: "Only show what would change, and what a check would find. 只显示会改什么、检查会怎么说，不写文件。")
    var dryRun = false

    @OptionGroup var site: EditingOptions

    func command() -> any Command { UndoChange(site: site.choice, change: change, isDryRun: dryRun) }
}

/// `showcase restore`
struct RestoreCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put files back as they were. 把文件恢复到以前的样子。",
        discussion: """
            Of a folder, files that came later go. Nothing is lost: what is replaced stays in the history.
            恢复文件夹时，后来新增的文件会去掉。被替换的内容仍在修改记录里，不会丢失。

            Examples · 示例:
              showcase restore content/about.md --at yesterday
              showcase restore content/awards/2022 --at "2026-11-29 15:00" --dry-run
              showcase restore --all --at 3f2a9c1b
            """)

    @Argument(help: ArgumentHelp("Files or folders. 文件或文件夹。", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "After which change, or when: its number, a day, a time, yesterday. 恢复到哪次修改之后，或什么时候：编号、日期、时间、昨天。",
            valueName: "moment"))
    var moment: String

    @Flag(name: .long, help: "The whole site. 整个网站。")
    var all = false

    @Flag(
        name: .customLong("dry-run"),
        help: "Only show what would change, and what a check would find. 只显示会改什么、检查会怎么说，不写文件。")
    var dryRun = false

    @OptionGroup var site: EditingOptions

    func validate() throws {
        guard all == paths.isEmpty else {
            throw ValidationError(
                "Name files or folders, or write --all for the whole site. 请写出文件或文件夹；整个网站写 --all。")
        }
    }

    func command() -> any Command {
        RestoreFiles(site: site.choice, paths: paths, to: moment, isDryRun: dryRun)
    }
}
