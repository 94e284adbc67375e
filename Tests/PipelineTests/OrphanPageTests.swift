import Pipeline
import Rules
import Testing

@Suite("Pages that nothing leads to")
struct OrphanPageTests {
    private static let lost = "content/lost.md"

    private static func page(_ text: String = "文字。", _ fields: String = "") -> String {
        "---\ntitle: 说明\n\(fields)---\n\n\(text)\n"
    }

    /// Paths of the pages that nothing leads to.
    private func orphans(_ files: [String: String]) throws -> [String] {
        try AddressedSite(files).check().entries.map(\.diagnostic).filter { $0.rule == .orphanPage }
            .compactMap { $0.range?.file.path }
    }

    @Test(
        "an old address that leads to a page is no way in",
        arguments: ["", "aliases: [/old-lost/]\n", "aliases: [/old-lost, /old/lost.html]\n", "aliases: [/旧页/]\n"])
    func alias(_ fields: String) throws {
        #expect(try orphans([Self.lost: Self.page("文字。", fields)]).contains(Self.lost))
    }

    @Test(
        "a link to the page or to its old address is one",
        arguments: ["../lost.md", "/lost/", "/old-lost/", "https://example.org/qc/old-lost/"])
    func link(_ address: String) throws {
        let notice = "---\ntitle: 通知\ndate: 2020-06-01\nkind: other\n---\n\n见[说明](\(address))。\n"
        let files = [
            Self.lost: Self.page("文字。", "aliases: [/old-lost/]\n"), "content/notices/more.md": notice,
        ]
        #expect(try !orphans(files).contains(Self.lost))
    }

    @Test(
        "a file that no page links to or shows is told; one that a page uses, and one in static, is not",
        arguments: [
            ("content/notices/评审意见（内部）.txt", "", true), ("content/roster (1).csv", "", true),
            ("content/notices/terms.txt", "[条件](terms.txt)", false), ("static/terms.txt", "", false),
        ])
    func files(path: String, text: String, isTold: Bool) throws {
        let notice = "---\ntitle: 通知\ndate: 2020-06-01\nkind: other\n---\n\n说明。\(text)\n"
        let found = try AddressedSite(["content/notices/more.md": notice, path: "文字\n"]).check().entries
            .map(\.diagnostic).filter { $0.rule == .unlinkedFile }
        #expect(found.compactMap { $0.range?.file.path } == (isTold ? [path] : []))
    }

    @Test("files whose names differ in case alone are one finding, whether fields or links name them")
    func otherCase() throws {
        let notice = """
            ---
            title: 通知
            date: 2020-06-01
            kind: other
            attachments: [A.txt, a.txt]
            ---

            见[甲](A.txt)和[乙](a.txt)。

            """
        let folder = "content/notices/more/"
        let site = try AddressedSite([
            folder + "index.md": notice, folder + "A.txt": "甲\n", folder + "a.txt": "乙\n",
        ])
        let found = try site.check().entries.map(\.diagnostic).filter {
            $0.range?.file.path.hasPrefix("content/notices/more/") == true || $0.rule.group == "output"
        }
        #expect(found.map(\.rule) == [.duplicateURL] && found.first?.range?.file.path == folder + "a.txt")
    }

    @Test("what stands on the same host beside the site's own folder is another site")
    func besideTheSite() throws {
        let notice =
            "---\ntitle: 通知\ndate: 2020-06-01\nkind: other\n---\n\n见[主站](https://example.org/main/)、[首页](https://example.org/)。\n"
        let found = try AddressedSite(["content/notices/more.md": notice]).check().entries.map(\.diagnostic)
        #expect(found.allSatisfy { $0.rule.group != "output" && $0.range?.file.path != "content/notices/more.md" })
    }

    @Test("two pages that lead to each other by their old addresses are reached by nobody")
    func island() throws {
        let found = try orphans([
            Self.lost: Self.page("见[另一页](/old-other/)。", "aliases: [/old-lost/]\n"),
            "content/other.md": Self.page("见[这一页](/old-lost/)。", "aliases: [/old-other/]\n"),
        ])
        #expect(found.filter { [Self.lost, "content/other.md"].contains($0) } == [Self.lost, "content/other.md"])
    }
}
