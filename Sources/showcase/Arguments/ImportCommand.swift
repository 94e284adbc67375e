import ArgumentParser

/// `showcase import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over tables and filled forms as they come. 导入现成的名单表和填好的申报表。",
        discussion: """
            No row is removed, no file is written over, and private fields are left out and named.
            不删除任何一行，不覆盖任何文件；不公开的栏目不带出，并逐项列明。
            """,
        subcommands: [ImportRosterCommand.self, ImportFormCommand.self])
}
