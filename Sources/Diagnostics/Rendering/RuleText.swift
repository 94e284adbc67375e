/// A rule in words, for `showcase explain`, `docs/rules.md` and SARIF.
package enum RuleText {
    /// Everything about a rule, for a terminal.
    package static func explanation(of rule: Rule, language: MessageLanguage) -> String {
        let text = { (zh: String, en: String) in language == .zh ? zh : en }
        var lines = [
            "\(rule.name)（\(severity(of: rule, language))）".replacing("（", with: text("（", " (")).replacing(
                "）", with: text("）", ")"))
        ]
        lines += ["", rule.summary[language], rule.reason[language]]
        if let basis = rule.basis { lines += ["", text("依据：", "Basis: ") + basis[language]] }
        lines += ["", text("错误的写法", "Wrong") + place(of: rule.example, language) + text("：", ":"), ""]
        lines += block(rule.example.wrong)
        lines += ["", text("正确的写法：", "Right:"), ""]
        lines += block(rule.example.right)
        lines += ["", use(of: rule, language)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// `warning`, and that it is off where nobody asks for it.
    package static func severity(of rule: Rule, _ language: MessageLanguage) -> String {
        let name: String
        switch (rule.severity, language) {
        case (.error, .zh): name = "错误"
        case (.warning, .zh): name = "警告"
        case (.hint, .zh): name = "提示"
        default: name = rule.severity.rawValue
        }
        guard rule.use == .onRequest else { return name }
        return name + (language == .zh ? "，默认关闭" : ", off unless asked for")
    }

    private static func use(of rule: Rule, _ language: MessageLanguage) -> String {
        switch (rule.use, language) {
        case (.fixed, .zh): "这条规则不能关闭。"
        case (.fixed, .en): "This rule cannot be switched off."
        case (.adjustable, .zh):
            "全站：在 site.config 的“检查:”下写“\(rule.name): off”（或 hint、warning、error）。\n一个文件：在文件开头的“检查:”下写“\(rule.name): off”和“理由: …”。\n一处：在正文前一行写 <!-- showcase-ignore \(rule.name): 理由 -->。"
        case (.adjustable, .en):
            "Whole site: `\(rule.name): off` (or hint, warning, error) under `checks:` in site.config.\nOne file: `\(rule.name): off` and `because: …` under `checks:` in its front matter.\nOne place: <!-- showcase-ignore \(rule.name): reason --> on the line before."
        case (.onRequest, .zh): "默认关闭。需要时在 site.config 的“检查:”下写“\(rule.name): hint”（或 warning、error）。"
        case (.onRequest, .en):
            "Off by default. Ask for it with `\(rule.name): hint` (or warning, error) under `checks:` in site.config."
        }
    }

    /// Where an example stands, in brackets: ` (a row of a roster)`.
    package static func place(of example: RuleExample, _ language: MessageLanguage) -> String {
        let isChinese = language == .zh
        switch example.frame {
        case .page: return isChinese ? "（正文）" : " (text of a page)"
        case .pageFields: return isChinese ? "（页面开头）" : " (front matter of a page)"
        case .writeUp: return isChinese ? "（成果材料正文）" : " (text of a write-up)"
        case .writeUpFields: return isChinese ? "（成果材料开头）" : " (front matter of a write-up)"
        case .rosterRow: return isChinese ? "（名单中的一行）" : " (a row of a roster)"
        case .editionFields: return isChinese ? "（年度文件开头）" : " (front matter of an edition)"
        case .configuration: return isChinese ? "（site.config）" : " (site.config)"
        case .file(let path): return isChinese ? "（\(path)）" : " (\(path))"
        case .outputFile(let url): return isChinese ? "（生成的 \(url)）" : " (\(url) as it is written)"
        case .fileName: return isChinese ? "（文件名）" : " (name of a file)"
        case .themeWord: return isChinese ? "（主题文字表的一行）" : " (a line of a theme's strings)"
        case .draftName: return isChinese ? "（草稿的文件名）" : " (name of a draft's file)"
        case .resultTable: return isChinese ? "（要导入的名单表）" : " (a table to import)"
        case .announcedTable:
            return isChinese ? "（要导入已公布年度的名单表）" : " (a table to import into an announced list)"
        case .filledForm: return isChinese ? "（填好的申报表）" : " (a form that was filled in)"
        }
    }

    /// The lines of an example, long ones and many of them cut short.
    private static func shown(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.count > 90 ? line.prefix(88) + "……" : String(line)
        }
        return (lines.last == "" ? lines.dropLast() : lines[...]).map(VisibleText.oneLine)
    }

    private static func block(_ text: String) -> [String] { shown(text).map { "    " + $0 } }

    /// An example as a code block of Markdown.
    package static func fenced(_ text: String) -> [String] { ["```text"] + shown(text) + ["```"] }
}
