import ArgumentParser
import Diagnostics
import Foundation

struct ExplainCommand: ParsableCommand {
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

    func run() throws {
        let environment = ProcessInfo.processInfo.environment["SHOWCASE_LANG"].flatMap(MessageLanguage.init(rawValue:))
        let language = language ?? environment ?? .zh
        guard let name = rule else {
            return try StandardOutput.write(RuleText.list(language: language), words: language)
        }
        guard let found = RuleCatalogue.rule(named: name) else {
            let suggestion = NearestName.suggestion(for: name, among: RuleCatalogue.rules.map(\.name))
            throw ValidationError(
                "There is no rule “\(name)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? "")
                    + " 没有这条规则。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""))
        }
        try StandardOutput.write(RuleText.explanation(of: found, language: language), words: language)
    }
}
