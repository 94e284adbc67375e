import ArgumentParser

/// `showcase new`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin content, with every field explained. 新建内容，附上每个字段的说明。",
        discussion: """
            Nothing is ever overwritten. 不覆盖任何已有文件。

            Examples · 示例:
              showcase new site qc
              showcase new edition 2022 --from 2021
              showcase new writeup 2022/zj-003 --folder
              showcase new practice pipe-inspection --title 管道检测分级
            """,
        subcommands: [
            NewSiteCommand.self, NewEditionCommand.self, NewWriteUpCommand.self,
        ] + NewDocumentCommands.all)
}
