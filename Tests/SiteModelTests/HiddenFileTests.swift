import SiteModel
import Testing

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
        "the folder of an edition that is a draft, with all below it, is not published, nor are files in static hidden by a link"
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
    }
}
