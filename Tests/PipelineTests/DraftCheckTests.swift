import Diagnostics
import Pipeline
import Testing

@Suite("What a check says of drafts")
struct DraftCheckTests {
    private static let edition = "content/awards/2021/index.md"
    private static let head = "id,team,enterprise,province,mode,recommender\n"

    /// What a check of the site with these files finds, but for hints.
    private func findings(_ files: [String: String], drafts: Bool = false) throws -> [Diagnostic] {
        let site = try AddressedSite(files)
        var options = site.options
        options.tellsOfDrafts = true
        options.includesDrafts = drafts
        return try DraftCheck.run(options).report.entries.map(\.diagnostic).filter { $0.severity != .hint }
    }

    private static func year(_ status: String, _ roster: String) -> [String: String] {
        [
            edition: "---\ntitle: 2021年度\nyear: 2021\nstatus: \(status)\n---\n\n名单。\n",
            "content/awards/2021/roster.csv": head + roster,
        ]
    }

    @Test("a draft without errors adds nothing, and neither does one whose warnings are still to be mended")
    func healthy() throws {
        let year = Self.year("draft", "zj-001,己班组,甲市政有限公司,浙江,self,\n")
        let page = "---\ntitle: 说明\ndraft: true\n---\n\n合格率<u>上升</u>。\n"
        for files in [[:], year, ["content/more.md": page]] {
            #expect(try findings(files).filter { $0.message.zh.hasPrefix("（") }.map(\.message.zh) == [])
        }
    }

    @Test(
        "errors of drafts are told, marked and as warnings; with drafts shown they are errors",
        arguments: [
            ("content/practices/new.md", "---\ntitle: 新做法\ndraft: true\nteams: [2020/zj-099]\n---\n\n文字。\n"),
            ("content/more.md", "---\ntitle: 说明\ndraft: true\n---\n\n见[表](missing.md)。\n"),
            (
                "content/notices/new.md",
                "---\ntitle: 通知\ndate: 2020-06-01\nkind: call\nedition: 2033\ndraft: true\n---\n\n文字。\n"
            ),
        ])
    func marked(_ path: String, _ text: String) throws {
        let found = try findings([path: text]).filter { $0.range?.file.path == path }
        try #require(found.count == 1)
        #expect(found[0].severity == .warning)
        #expect(found[0].message.zh.hasPrefix("（草稿，公开时是错误）"))
        #expect(found[0].message.en.hasPrefix("(draft, an error once it is public) "))
        let shown = try findings([path: text], drafts: true).filter {
            $0.range?.file.path == path && $0.severity == .error
        }
        #expect(shown.count == 1)
        #expect(shown.first.map { "（草稿，公开时是错误）" + $0.message.zh } == found[0].message.zh)
    }

    @Test("a year with the status draft is looked at as well")
    func draftYear() throws {
        let year = Self.year("draft", "zj-001,己班组,甲市政有限公司,浙江,recommended,没有的协会\n")
        let found = try findings(year).filter { $0.range?.file.path.hasPrefix("content/awards/2021/") ?? false }
        let shown = try findings(year, drafts: true).filter {
            $0.range?.file.path.hasPrefix("content/awards/2021/") ?? false && $0.severity == .error
        }
        #expect(!shown.isEmpty)
        #expect(found.count { $0.message.zh.hasPrefix("（草稿") } == shown.count)
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test("what waits for its day is told as such, beside drafts too")
    func laterDay() throws {
        let later = "content/notices/later.md"
        let draft = "content/more.md"
        let found = try findings([
            later: "---\ntitle: 通知\ndate: 2021-06-01\nkind: call\n---\n\n见[表](missing.md)。\n",
            draft: "---\ntitle: 说明\ndraft: true\n---\n\n见[表](missing.md)。\n",
        ])
        let marks = found.filter { $0.message.zh.hasPrefix("（") }.map {
            "\($0.range?.file.path ?? "") \($0.message.zh.prefix { $0 != "，" })"
        }
        #expect(marks == ["\(draft) （草稿", "\(later) （未到公开日期"])
    }

    @Test(
        "errors in the list of a draft year are marked, once, and keep nothing from being published",
        arguments: [
            "zj_001,己班组,甲市政有限公司,浙江,self,\n", "zj-001,,甲市政有限公司,浙江,self,\n", "zj-001,己班组,甲市政有限公司,淅江,self,\n",
            "zj-001,己班组,甲市政有限公司,浙江,self,\nzj-001,庚班组,甲市政有限公司,浙江,self,\n", "zj-001,己班组\n",
        ])
    func listOfDraft(_ row: String) throws {
        let path = "content/awards/2021/roster.csv"
        let found = try findings(Self.year("draft", row)).filter { $0.range?.file.path == path }
        #expect(!found.isEmpty && found.allSatisfy { $0.severity == .warning })
        #expect(found.contains { $0.message.zh.hasPrefix("（草稿，公开时是错误）") })
        #expect(Set(found.map(\.message.zh)).count == found.count)
        #expect(!found.contains { $0.message.zh.hasPrefix("（草稿，公开时是错误）（") })
        let site = try AddressedSite(Self.year("draft", row))
        #expect(!(try Build.run(site.options).report.isFailure(strict: false)))
        // With drafts, and once it is public, they are errors.
        #expect(try Build.run(site.options.showingDrafts).report.isFailure(strict: false))
        let shown = try findings(Self.year("publicity", row)).filter { $0.range?.file.path == path }
        #expect(shown.contains { $0.severity == .error })
    }
}

extension BuildOptions {
    fileprivate var showingDrafts: BuildOptions {
        var options = self
        options.includesDrafts = true
        return options
    }
}
