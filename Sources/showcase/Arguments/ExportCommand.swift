import ArgumentParser

/// `showcase export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write published data to files. 把公布的数据导出成文件。",
        subcommands: [ExportEditionCommand.self, ExportAwardsCommand.self, ExportCertificatesCommand.self])
}
