import ArgumentParser
import Commands
import Pipeline
import Rules

/// `showcase check`
struct CheckCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "All checks of a build; nothing is written. 只检查，不写文件。",
        discussion: """
            Errors of drafts are marked and count as warnings; with --drafts they count as what they are.
            草稿中的错误标明“草稿”，算作警告；加 --drafts 时按错误计。

            Examples · 示例:
              showcase check
              showcase check --strict --format plain
              showcase check --lang en --source ../site
              showcase check --format sarif > findings.sarif
              showcase check --fix --dry-run
              showcase check --only 'privacy/*' link/broken
              showcase check --baseline known.txt --update-baseline
              showcase check --external
              showcase check --external --external-age 0
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var person: PersonOptions

    @Flag(name: .long, help: "Show how long each stage took. 显示各阶段用时。")
    var timings = false

    @Flag(name: .long, help: "Only findings, no summary. 只显示检查结果。")
    var quiet = false

    @Flag(name: .long, help: "Name what is left out. 列出未公开的内容。")
    var verbose = false

    @Option(
        name: .long,
        help: ArgumentHelp("Leave out findings that are listed in a file. 不列出文件中已有的结果。", valueName: "file"))
    var baseline: String?

    @Flag(name: .customLong("update-baseline"), help: "Write all findings into the baseline. 把现有结果写入基线文件。")
    var updateBaseline = false

    @Flag(name: .long, help: "Mend what is safe to mend: names that are nearly right. 改正可以放心改正的：差一点就对的名称。")
    var fix = false

    @Flag(name: .customLong("dry-run"), help: "With --fix: only show what would change. 与 --fix 同用：只显示，不改文件。")
    var dryRun = false

    @Flag(
        name: .long,
        help: "Also ask other sites whether linked pages are still there. 也询问其他网站，链接的网页是否还在。")
    var external = false

    @Option(
        name: .customLong("external-age"),
        help: ArgumentHelp(
            "With --external: days for which earlier answers are used, 0 to ask for all. 与 --external 同用：几天内的旧结果可用，0 为全部重新询问。",
            valueName: "days"))
    var externalAge: Int?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Only findings of these rules or groups. 只看这些规则或一组规则的结果。", valueName: "rule"))
    var only: [String] = []

    func validate() throws {
        guard person.person == nil || fix else { throw ValidationError("--by needs --fix. --by 要与 --fix 一起使用。") }
        guard !dryRun || fix else { throw ValidationError("--dry-run needs --fix. --dry-run 要与 --fix 一起使用。") }
        guard external || externalAge == nil else {
            throw ValidationError("--external-age needs --external. --external-age 要与 --external 一起使用。")
        }
        guard (0...90).contains(externalAge ?? 0) else {
            throw ValidationError("--external-age takes 0 to 90 days. --external-age 可写 0 到 90 天。")
        }
        // A baseline of some rules would forget what it holds of the others.
        guard !updateBaseline || only.isEmpty else {
            throw ValidationError(
                "--update-baseline takes all rules: not with --only. --update-baseline 不能与 --only 同用。")
        }
        for name in only where RuleSetting.rules(matching: name).isEmpty {
            throw ValidationError("There is no rule “\(name)”; see showcase explain. 没有规则“\(name)”，见 showcase explain。")
        }
        guard !updateBaseline || baseline != nil else {
            throw ValidationError("--update-baseline needs --baseline. --update-baseline 要与 --baseline 一起使用。")
        }
    }

    func command() -> any Command {
        var request = site.request
        request.site.person = person.person
        return CheckSite(
            request, summary: quiet ? nil : SummaryStyle(showsTimings: timings, isVerbose: verbose),
            baseline: baseline.map { BaselineFile(path: $0, isUpdated: updateBaseline) },
            only: only.isEmpty ? nil : Set(only.flatMap(RuleSetting.rules)),
            fixes: fix ? (dryRun ? .shown : .made) : nil,
            externalLinks: external
                ? ExternalLinkOptions(days: externalAge ?? ExternalLinkOptions.usualDays) : nil)
    }
}
