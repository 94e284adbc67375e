import Content
import Diagnostics
import Pipeline
import Testing

@Suite("Trials of changes")
struct TrialTests {
    private let site: TriedSite
    private let trial: Trial

    init() throws {
        site = try TriedSite.small.get()
        trial = try Trial(site.options)
    }

    private func outcome(_ changes: [String: FileChange]) throws -> Trial.Outcome { try trial.outcome(of: changes) }

    private func rules(_ findings: [Diagnostic]) -> [String] { findings.map(\.rule.name) }

    private func about(_ text: String) -> [String: FileChange] {
        ["content/about.md": .text("---\ntitle: 关于\n---\n\n见[办法](rules/measures.md)。\(text)\n")]
    }

    @Test("without changes nothing is found anew and no file differs")
    func nothing() throws {
        let outcome = try outcome([:])
        #expect(outcome.added.isEmpty && outcome.removed.isEmpty)
        let files = try #require(outcome.files)
        #expect(files.added.isEmpty && files.changed.isEmpty && files.removed.isEmpty)
    }

    @Test("a new text changes its page, whose bytes are told, and no other page")
    func text() throws {
        let files = try #require(try outcome(about("试一试的句子。")).files)
        #expect(files.changed.filter(\.isPage).map(\.url) == ["/about/"])
        let page = try #require(files.changed.first { $0.url == "/about/" })
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("试一试的句子。"))
        #expect(files.added.isEmpty && files.removed.isEmpty)
    }

    @Test("a mistake is found anew, and what it had before is found no more where it is mended")
    func findings() throws {
        let broken = try outcome(about("[坏](gone.md)"))
        #expect(rules(broken.added) == ["link/broken"] && broken.removed.isEmpty)
        var options = site.options
        options.workspace = options.workspace.changed(by: about("[坏](gone.md)"))
        let mended = try Trial(options).outcome(of: about("[好](apply.md)"))
        #expect(rules(mended.removed).contains("link/broken"))
    }

    @Test("a finding that only moves down is neither new nor gone")
    func moved() throws {
        var options = site.options
        options.workspace = options.workspace.changed(by: about("<u>甲</u>"))
        let outcome = try Trial(options).outcome(of: about("一句。\n\n两句。\n\n<u>甲</u>"))
        #expect(outcome.added.isEmpty && outcome.removed.isEmpty)
        let twice = try Trial(options).outcome(of: about("<u>甲</u>\n\n<u>甲</u>"))
        #expect(rules(twice.added) == ["markdown/raw-html"] && twice.removed.isEmpty)
    }

    @Test("a new page comes with its address, one that is taken away goes with it and is missed where links led to it")
    func pages() throws {
        let added = try outcome(["content/guide.md": .text("---\ntitle: 指南\n---\n\n见[关于](about.md)。\n")])
        #expect(try #require(added.files).added.map(\.url) == ["/guide/"])
        let removed = try outcome(["content/rules/measures.md": .removed])
        #expect(try #require(removed.files).removed.contains("/rules/measures/"))
        #expect(rules(removed.added).contains("link/broken"))
        #expect(removed.site?.routes["/rules/measures/"] == nil)
    }

    @Test("a theme and the configuration are tried as well")
    func theme() throws {
        let template = "themes/bare/templates/base.mustache"
        let changed = try outcome([
            template: .text(try site.text(template).replacing("</footer>", with: "<p>页脚</p></footer>"))
        ])
        let pages = try #require(changed.files).changed.filter(\.isPage)
        #expect(pages.count > 20)
        #expect(
            pages.allSatisfy {
                String(decoding: $0.bytes, as: UTF8.self).contains("<p>页脚</p>") || $0.bytes.count < 1000
            })
        let named = try outcome([
            "site.config": .text(
                try site.text("site.config").replacing(/title: .*/, with: "title: 另一个名字", maxReplacements: 1))
        ])
        #expect(try #require(named.files).changed.contains { $0.url == "/" })
        let unreadable = try outcome(["site.config": .removed])
        #expect(unreadable.site == nil && unreadable.files == nil && rules(unreadable.added).contains("config/missing"))
    }

    @Test("trials do not change each other")
    func independence() throws {
        _ = try outcome(["content/rules/measures.md": .removed])
        _ = try outcome(about("[坏](gone.md)"))
        #expect(try outcome([:]).added.isEmpty)
    }

    @Test(
        "what a trial finds is what a check of the changed files finds",
        arguments: [
            ("content/about.md", "---\ntitle: 关于\n---\n\n[坏](gone.md)，[坏](rules/measures.md#art-99)。\n"),
            ("content/about.md", "---\ntitel: 关于\n---\n\n文字\n"),
            ("content/awards/2020/roster.csv", "id,team\njs-002,丙班组\n"),
            ("content/apply/index.md", "---\ntitle: 另一页\naliases: [/about/]\n---\n\n文字\n"),
            ("themes/bare/assets/site.css", "a{background:url(/nope.png)}"),
            ("site.config", "title: 甲\nbase_url: https://example.org/\n"),
            ("published-urls.txt", "/gone/\n"), ("static/CNAME", "example.org\n"),
            ("content/enterprises.yaml", ""),
        ])
    func sameAsCheck(path: String, text: String) throws {
        let changes = [path: FileChange.text(text)]
        var options = site.options
        options.workspace = options.workspace.changed(by: changes)
        let checked = try Build.run(options)
        let tried = try outcome(changes)
        #expect(tried.findings == checked.findings)
        #expect(DiagnosticReport.of(tried.findings).lines == checked.report.lines)
    }
}
