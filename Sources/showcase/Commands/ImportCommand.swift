import ArgumentParser

/// `showcase import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over tables as they come. 导入现成的表格。",
        subcommands: [ImportRosterCommand.self])
}
