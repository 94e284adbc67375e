import ArgumentParser
import Commands

/// `showcase new edition`
struct NewEditionCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "A draft of a year's edition and an empty roster. 新建一个年度的草稿和空名单。",
        discussion: """
            With --from, settings are taken over: title, deadline, office, form of the meeting. Results are not.
            用 --from 沿用某一年度的标题、截止日期、受理部门等设置，不带结果。

            Examples · 示例:
              showcase new edition 2022
              showcase new edition 2022 --from 2021
            """)

    @Argument(help: ArgumentHelp("The year. 年度。", valueName: "year"))
    var year: Int

    @Option(name: .long, help: ArgumentHelp("An edition whose settings are taken over. 沿用设置的年度。", valueName: "year"))
    var from: Int?

    @OptionGroup var site: EditingOptions

    func validate() throws {
        guard (1900...2199).contains(year) else {
            throw ValidationError("The year must be one such as 2022. 年度应为年份，如 2022。")
        }
    }

    func command() -> any Command { NewContent(.edition(year: year, from: from), site: site.choice) }
}

/// `showcase new writeup`
struct NewWriteUpCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "writeup",
        abstract: "A draft of a team's write-up. 新建一个班组的成果材料草稿。",
        discussion: """
            Examples · 示例:
              showcase new writeup 2022/zj-003
              showcase new writeup 2022/zj-003 --folder
            """)

    @Argument(help: ArgumentHelp("Year and id of the team. 年度/编号。", valueName: "year/id"))
    var team: String

    @Flag(name: .long, help: "With a folder for photos beside the text. 建成文件夹，照片放在正文旁边。")
    var folder = false

    @Option(name: .long, help: ArgumentHelp("Its title; else the team's name. 标题，默认为班组名称。", valueName: "text"))
    var title: String?

    @OptionGroup var site: EditingOptions

    func command() -> any Command {
        NewContent(.writeUp(team: team, hasFolder: folder, title: title), site: site.choice)
    }
}

/// `showcase new` for each kind of documents.
enum NewDocumentCommands {
    static let all: [any ParsableCommand.Type] = [
        NewPracticeCommand.self, NewNoticeCommand.self, NewRuleCommand.self, NewFormCommand.self,
    ]
}

/// `showcase new practice`
struct NewPracticeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "A draft of a best practice. 新建一项最佳实践的草稿。",
        discussion: "Example · 示例: showcase new practice pipe-inspection --title 管道检测分级")

    @OptionGroup var page: NewPageOptions

    func command() -> any Command { page.command(.practice) }
}

/// `showcase new notice`
struct NewNoticeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "A draft of a notice. 新建一篇通知公告的草稿。",
        discussion: "Example · 示例: showcase new notice 2022-call --title 2022年度申报通知")

    @OptionGroup var page: NewPageOptions

    func command() -> any Command { page.command(.notice) }
}

/// `showcase new rule`
struct NewRuleCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "A draft of a rule or standard. 新建一项制度标准的草稿。",
        discussion: "Example · 示例: showcase new rule measures-2022 --title 管理办法")

    @OptionGroup var page: NewPageOptions

    func command() -> any Command { page.command(.rule) }
}

/// `showcase new form`
struct NewFormCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "A draft of a form with its definition. 新建一份表格的草稿和定义。",
        discussion: """
            index.md is the form's page; Word file, PDF and preview are made of form.yaml beside it, an application form
            to be changed.
            index.md 是表格的页面；Word、PDF 和网页预览由旁边的 form.yaml 生成，里面是一份可以改写的申报表。

            Example · 示例: showcase new form application-form-2022 --title 申报表
            """)

    @OptionGroup var page: NewPageOptions

    func command() -> any Command {
        NewContent(.form(name: page.name, title: page.title), site: page.site.choice)
    }
}
