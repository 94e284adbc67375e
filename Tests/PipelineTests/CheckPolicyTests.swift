import Content
import Pipeline
import Testing

/// What `site.config`, front matter and comments say about rules, on the site `Tests/Sites/small`.
@Suite("Settings of checks")
struct CheckPolicyTests {
    /// `rule severity` of every finding in `content/about.md` and `site.config`.
    private func findings(about: String, configuration: String = "") throws -> [String] {
        let site = try TriedSite.small.get()
        var changes: [String: FileChange] = ["content/about.md": .text(about)]
        if !configuration.isEmpty { changes["site.config"] = .text(try site.text("site.config") + configuration) }
        return try site.report(changes).entries.map(\.diagnostic)
            .filter { ["content/about.md", "site.config"].contains($0.range?.file.path) }
            .map { "\($0.rule.name) \($0.severity.rawValue)" }
    }

    private let page = "---\ntitle: 关于\n---\n\n合格率<u>上升</u>。\n"

    @Test("a severity of site.config counts for the whole site, a rule's own before its group's")
    func severities() throws {
        #expect(try findings(about: page) == ["markdown/raw-html warning"])
        #expect(try findings(about: page, configuration: "checks: {markdown/raw-html: off}\n") == [])
        #expect(
            try findings(about: page, configuration: "检查:\n  markdown/raw-html: 错误\n  markdown/*: off\n")
                == ["markdown/raw-html error"])
    }

    @Test("what cannot be switched off, and what does not exist, is an error at its place")
    func wrongSettings() throws {
        #expect(
            try findings(about: page, configuration: "checks: {markdown/*: off, meta/syntax: off}\n") == [
                "checks/not-adjustable error"
            ])
        #expect(
            try findings(about: page, configuration: "checks: {markdown/*: off, link/brokn: off}\n") == [
                "checks/unknown-rule error"
            ])
        #expect(try findings(about: page, configuration: "checks: {markdown/*: offf}\n").contains("meta/type error"))
    }

    @Test("front matter exempts a file, with its reason")
    func file() throws {
        let exempt = page.replacing("---\n\n", with: "checks:\n  markdown/raw-html: off\n  because: 说明旧系统的标签\n---\n\n")
        #expect(try findings(about: exempt) == [])
        #expect(
            try findings(about: exempt.replacing("  because: 说明旧系统的标签\n", with: "")) == ["meta/missing-field error"])
        #expect(try findings(about: exempt.replacing("<u>上升</u>", with: "上升")) == ["checks/unused warning"])
        #expect(
            try findings(about: exempt.replacing("raw-html: off", with: "raw-html: hint")).contains("meta/type error"))
    }

    @Test("a comment exempts the block that follows, or its own line, and nothing else")
    func comment() throws {
        let comment = "<!-- showcase-ignore markdown/raw-html: 引用原文 -->"
        let head = "---\ntitle: 关于\n---\n\n"
        #expect(try findings(about: head + comment + "\n合格率<u>上升</u>，\n返修率<u>下降</u>。\n") == [])
        #expect(
            try findings(about: head + comment + "\n\n合格率<u>上升</u>。\n\n第二段<b>不</b>算。\n") == [
                "markdown/raw-html warning"
            ])
        #expect(try findings(about: head + "合格率<u>上升</u>。" + comment + "\n") == [])
        #expect(try findings(about: head + comment + "\n没有标签。\n") == ["checks/unused warning"])
        #expect(
            try findings(about: head + "<!-- showcase-ignore markdown/raw-html -->\n<u>甲</u>\n").contains(
                "meta/missing-field error"))
        #expect(
            try findings(about: head + "<!-- showcase-ignore markdown/raw-htm: 理由 -->\n文字\n") == [
                "checks/unknown-rule error"
            ])
        #expect(try findings(about: head + "<!-- 给同事的话 -->\n文字\n") == [])
        #expect(try findings(about: head + "```\n\(comment)\n```\n") == [])
    }

    @Test("a comment exempts its place from several rules, each of which must be broken there")
    func severalRules() throws {
        let head = "---\ntitle: 关于\n---\n\n"
        let both = "见[这里](rules/measures.md)，<u>甲</u>\n"
        for list in ["link/text, markdown/raw-html:", "link/text markdown/raw-html：", "link/text、markdown/raw-html:"] {
            #expect(try findings(about: head + "<!-- showcase-ignore \(list) 引用原文 -->\n" + both) == [])
        }
        let comment = "<!-- showcase-ignore link/text, markdown/raw-html: 引用原文 -->\n"
        #expect(try findings(about: head + comment + "见[这里](rules/measures.md)。\n") == ["checks/unused warning"])
        #expect(
            try findings(
                about: head + "<!-- showcase-ignore link/text, markdown/raw-htm: 理由 -->\n[这里](rules/measures.md)\n")
                == ["checks/unknown-rule error"])
        #expect(
            try findings(about: head + "<!-- showcase-ignore link/text, markdown/raw-html -->\n" + both).contains(
                "meta/missing-field error"))
    }

    @Test("rules that say nothing by default speak when asked, alone or as a group")
    func onRequest() throws {
        let text = "---\ntitle: 关于\n---\n\n分层压实,逐点检测。合格率９８％。\n"
        #expect(try findings(about: text) == [])
        #expect(
            try findings(about: text, configuration: "checks: {typography/*: hint}\n")
                == ["typography/half-width-punctuation hint", "typography/full-width-digits hint"])
        #expect(
            try findings(about: text, configuration: "checks: {typography/full-width-digits: warning}\n")
                == ["typography/full-width-digits warning"])
    }

    @Test("contacts of offices that site.config lists may stand in the text")
    func contacts() throws {
        let text = "---\ntitle: 关于\n---\n\n电话 010-12345678，来信 office@example.org。\n"
        #expect(try findings(about: text) == ["privacy/telephone warning", "privacy/email error"])
        #expect(
            try findings(about: text, configuration: "checks:\n  contacts: [010-12345678, office@example.org]\n") == [])
    }

    @Test("a picture's alternative text is the text of the link around it")
    func linkedPicture() throws {
        let head = "---\ntitle: 关于\n---\n\n"
        #expect(try findings(about: head + "[![井周分层压实](awards/2020/js-002/site.png)](rules/measures.md)\n") == [])
        #expect(try findings(about: head + "[](rules/measures.md)\n") == ["link/text warning"])
    }
}
