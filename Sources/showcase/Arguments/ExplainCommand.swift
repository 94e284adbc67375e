import ArgumentParser
import Commands
import Diagnostics

/// `showcase explain`
struct ExplainCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule demands, why, and how to mend what breaks it. 说明一条规则：要求什么，依据什么，怎样改。",
        discussion: """
            Without a rule, all rules are listed. 不写规则名时列出全部规则。

            Examples 示例:
              showcase explain
              showcase explain link/anchor
              showcase explain award/publicity-days --lang en
            """)

    @Argument(
        help: ArgumentHelp(
            "Name of a rule, as it stands in brackets behind a finding. 规则名，即检查结果方括号里的文字。", valueName: "rule"))
    var rule: String?

    @Option(
        name: .customLong("lang"), help: "Language of the text: zh or en. 说明的语言。",
        transform: { try OptionValue.word($0) })
    var language: MessageLanguage?

    func command() -> any Command { ExplainRule(rule, language: language) }
}
