import Testing
import Values

@testable import Content
@testable import SiteModel

@Suite("Files of texts that are not public")
struct HiddenFileTests {
    private static func notice(_ fields: String, _ text: String = "文字。") -> String {
        "---\ntitle: 通知\ndate: 2020-01-01\nkind: other\n\(fields)---\n\n\(text)\n"
    }

    /// The addresses of the files of the content that would be published.
    private func published(_ files: [String: String]) throws -> [String] {
        try MemorySite(files).site.routes.routes.compactMap { route in
            if case .file(.attachment) = route.kind { route.url } else { nil }
        }.sorted()
    }

    @Test(
        "what only a draft names, in a field or a link, is not published; neither is what lies in its folder",
        arguments: [
            ("content/notices/a.md", "draft: true\nattachments: [a.txt]\n", "", "content/notices/a.txt"),
            ("content/notices/a.md", "draft: true\n", "[表](a.txt)", "content/notices/a.txt"),
            ("content/notices/a.md", "draft: true\n", "[表](/notices/a.txt)", "content/notices/a.txt"),
            ("content/notices/a/index.md", "draft: true\n", "", "content/notices/a/评审意见.txt"),
            ("content/notices/a/index.md", "draft: true\n", "", "content/notices/a/内部/意见.txt"),
        ])
    func drafts(page: String, fields: String, text: String, file: String) throws {
        #expect(try published([page: Self.notice(fields, text), file: "文字\n"]) == [])
    }

    @Test("what a notice of a day to come names is published on that day")
    func later() throws {
        let notice = Self.notice("attachments: [a.txt]\n").replacing("2020-01-01", with: "2099-01-01")
        #expect(try published(["content/notices/a.md": notice, "content/notices/a.txt": "文字\n"]) == [])
    }

    @Test(
        "what a public text names as well is published",
        arguments: [("attachments: [a.txt]\n", ""), ("", "见[表](a.txt)。")])
    func shared(fields: String, text: String) throws {
        let files = [
            "content/notices/a.md": Self.notice("draft: true\nattachments: [a.txt]\n"),
            "content/notices/b.md": Self.notice(fields, text), "content/notices/a.txt": "文字\n",
        ]
        #expect(try published(files) == ["/notices/a.txt"])
    }

    @Test(
        "the folder of an edition that is a draft, with all below it, is not published; files in static are, whatever links to them"
    )
    func edition() throws {
        let edition = "---\nyear: 2020\ntitle: 名单\nstatus: draft\n---\n"
        let files = [
            "content/awards/2020/index.md": edition, "content/awards/2020/评审意见.txt": "文字\n",
            "content/awards/2020/files/b.txt": "文字\n",
            "content/notices/a.md": Self.notice("draft: true\n", "[甲](/b.txt)"),
            "static/b.txt": "文字\n",
        ]
        #expect(try published(files).allSatisfy { !$0.hasPrefix("/awards/") })
        #expect(try MemorySite(files).site.routes["/b.txt"] != nil)
    }

    @Test("texts that are read on demand are read for hidden files only where they hold the name of one")
    func onDemand() throws {
        func readBodies(_ texts: [String]) throws -> [Bool] {
            var files = [
                "site.config": "title: 样例\nbase_url: https://example.org/\ntheme: default\norganisation: {name: 协会}\n",
                "content/awards/2020/index.md":
                    "---\nyear: 2020\ntitle: 名单\nstatus: final\npublished: 2020-12-01\n---\n\n名单。\n",
                "content/awards/2020/roster.csv": "id,team,enterprise,province,mode,standing\n",
                "content/notices/a.md": Self.notice("draft: true\nattachments: [a.txt]\n"),
                "content/notices/a.txt": "文字\n",
            ]
            for (index, text) in texts.enumerated() {
                let id = "zj-00\(index + 1)"
                files["content/awards/2020/roster.csv", default: ""] += "\(id),班组\(index),甲市政有限公司,浙江,self,held\n"
                files["content/awards/2020/\(id).md"] = "---\ntitle: 班组\(index)\nsummary: 摘要\n---\n\n\(text)\n"
            }
            var store = ContentStore(
                .memory(files.mapValues { Array($0.utf8) }), jobs: 1, recentBodies: RecentBodies(capacity: 9))
            try store.readAll()
            let content = try #require(store.result().content)
            let day = try #require(CalendarDate(iso: "2022-06-30"))
            _ = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false))
            return content.writeUps.sorted { $0.page.path.text < $1.page.path.text }.map {
                $0.page.text.knownNotes != nil
            }
        }
        #expect(try readBodies(["文字。", "另一段。"]) == [false, false])
        #expect(try readBodies(["文字。", "见[表](../../notices/a.txt)。"]) == [false, true])
    }
}
