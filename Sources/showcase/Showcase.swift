import ArgumentParser
import Commands
import Foundation

/// The program `showcase`.
@main
package struct Showcase: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "showcase",
        abstract: "Publishes quality-trustworthy teams as a static site. 质量信得过班组成果展示网站生成工具。",
        discussion: """
            Examples · 示例:
              showcase build                        build the site in the current folder into public/
                                                    把当前文件夹的站点生成到 public/
              showcase build --drafts --lang en     with drafts, messages in English
                                                    包括草稿，提示用英文
              showcase serve --open                 preview while you edit
                                                    边改边预览
              showcase check                        all checks, nothing is written
                                                    只检查，不写文件
              showcase explain link/anchor          what a rule demands, why, how to mend
                                                    说明一条规则：要求、依据、改法
              showcase routes                       every address of the site
                                                    列出全部网址
              showcase new site qc                  a new site; also new edition, writeup, practice, …
                                                    新建站点、年度、成果材料、最佳实践等
              showcase import roster 名单.xlsx --year 2022
                                                    take a result table over
                                                    导入结果名单表
              showcase import form FILE.docx        draft a write-up from a filled form
                                                    由填好的申报表起草成果材料
              showcase export edition 2020 -o 名单.xlsx
                                                    a year's list as a file
                                                    导出一个年度的名单
              showcase history                      what was changed, when, by whom
                                                    修改记录：什么时候、谁、改了什么
              showcase undo                         take the newest change of a command back
                                                    撤回最近一次用命令做的修改

            Exit codes · 退出码: 0 fine 正常, 1 errors in the content 内容有错误, 2 usage or configuration 用法或配置,
            70 fault of the program 程序故障, 73 output cannot be written 无法写入, 75 another build is running 另一个生成正在进行
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, ExplainCommand.self, RoutesCommand.self,
            NewCommand.self, ImportCommand.self, ExportCommand.self, SchemaCommand.self, HistoryCommand.self,
            UndoCommand.self, RestoreCommand.self,
        ]
    )

    package init() {}

    package static func main() {
        // Where the size of files is limited, writing fails and is told; the signal would end the program without a word.
        signal(SIGXFSZ, SIG_IGN)
        Foundation.exit(run(Array(CommandLine.arguments.dropFirst()), in: .process))
    }

    /// Runs the program with its arguments, and returns its exit code. Wrong usage ends with 2; the parser's own code would
    /// be 64.
    package static func run(_ arguments: [String], in context: CommandContext) -> Int32 {
        do {
            var parsed = try parseAsRoot(arguments)
            guard let command = parsed as? any ProgramCommand else {
                // A group of commands shows its help.
                try parsed.run()
                return 0
            }
            do {
                try command.command().run(in: context)
                return 0
            } catch CommandFailure.usage(let message) {
                throw ValidationError(message)
            }
        } catch CommandFailure.ended(let code) {
            return code
        } catch {
            return tell(error, in: context)
        }
    }

    /// Shows what the parser has to say, help among it, and returns the exit code.
    private static func tell(_ error: any Error, in context: CommandContext) -> Int32 {
        let text = fullMessage(for: error) + "\n"
        let code = exitCode(for: error)
        guard code == .success else {
            context.streams.error(text)
            return code == .validationFailure ? 2 : code.rawValue
        }
        do {
            try context.streams.output(Data(text.utf8))
            return 0
        } catch {
            return 73
        }
    }
}
