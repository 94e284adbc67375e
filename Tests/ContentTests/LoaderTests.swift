import TestSupport
import Testing

@testable import Content

@Suite("Loading a site")
struct LoaderTests {
    @Test("a draft edition and a draft write-up may be begun before the roster has teams, with a hint")
    func begun() throws {
        let head = MarkedSite.roster.split(separator: "\n")[0] + "\n"
        let site = MarkedSite([
            "content/awards/2021/index.md": "---\ntitle: 2021年度\nyear: 2021\nstatus: draft\n---\n",
            "content/awards/2021/roster.csv": String(head),
            "content/awards/2021/zj-001.md": "---\ntitle: 甲班\ndraft: true\n---\n\n## 班组简介\n",
            "content/awards/2020/zj-009.md": "---\ntitle: 乙班\ndraft: true\n---\n",
        ])
        let found = try site.load().diagnostics
        #expect(
            found.map(MarkedSite.text) == [
                "content/awards/2020/zj-009.md:2:8 award/draft-without-row",
                "content/awards/2021/zj-001.md:2:8 award/draft-without-row",
            ])
        #expect(found.allSatisfy { $0.severity == .hint })
    }

    @Test("the result does not depend on the number of threads")
    func threads() throws {
        var files = ["content/awards/2020/roster.csv": MarkedSite.roster]
        for number in 0..<300 {
            files["content/p\(number).md"] = number % 7 == 0 ? "无" : "---\ntitle: 第\(number)页\n---\n"
        }
        let site = MarkedSite(files)
        let one = try site.load(jobs: 1)
        let eight = try site.load(jobs: 8)
        #expect(one.diagnostics == eight.diagnostics)
        #expect(one.content?.documents[.page].map(\.page.path) == eight.content?.documents[.page].map(\.page.path))
        #expect(one.content?.documents[.page].count == 257)
    }

    @Test("one mistake in a roster or an edition shows once, not again at every write-up")
    func oneMistake() throws {
        let writeUp = ["content/awards/2020/zj-001.md": "---\ntitle: 甲\n---\n"]
        let roster = MarkedSite(
            writeUp.merging([
                "content/awards/2020/roster.csv": "id,team,enterprise,province,mode\nzj-001,甲班,乙公司,⟦折江⟧,self\n"
            ]) { $1 })
        #expect(try roster.findings() == ["\(roster.place ?? "") roster/province"])
        let edition = MarkedSite(
            writeUp.merging(["content/awards/2020/index.md": "---\ntitle: 甲\nyear: 2020\nstatus: ⟦fnal⟧\n---\n"]) { $1 }
        )
        #expect(try edition.findings() == ["\(edition.place ?? "") meta/type"])
    }

    @Test(
        "what could not be read is known, with all that hangs on it, so that references to it are not reported as well")
    func unusable() throws {
        let writeUp = "---\ntitle: 甲\n---\n"
        let content = try #require(
            try MarkedSite([
                "content/about.md": "无", "content/notices/a.md": "---\ntitle: 甲\n---\n",
                "content/awards/2020/roster.csv": MarkedSite.roster + "zj-002,丙班\n",
                "content/awards/2020/zj-002.md": writeUp,
                "content/awards/2019/roster.csv": MarkedSite.roster, "content/awards/2019/index.md": "无",
                "content/awards/2021/index.md":
                    "---\ntitle: 甲\nyear: 2021\nstatus: final\npublished: 2020-11-30\n---\n",
                "content/awards/2021/roster.csv": "编号，班组名称\n", "content/awards/2021/zj-009.md": writeUp,
            ]).load().content)
        #expect(
            content.unusable.paths.sorted() == [
                "content/about.md", "content/awards/2019/index.md", "content/awards/2020/zj-002.md",
                "content/awards/2021/roster.csv", "content/awards/2021/zj-009.md", "content/notices/a.md",
            ])
        #expect(content.unusable.teams == ["2019/zj-001", "2020/zj-002", "2021/zj-009"])
    }

    @Test("a roster without its edition, and an edition without its roster, are errors")
    func halves() throws {
        let missing = try SiteLoader.load(
            .memory([
                "site.config": Array(MarkedSite.configuration.utf8),
                "content/awards/2020/index.md": Array(MarkedSite.edition.utf8),
                "content/awards/2020/名单.csv": Array("编号,班组名称\n".utf8),
                "content/awards/2019/roster.csv": Array(MarkedSite.roster.utf8),
            ]), jobs: 1
        ).diagnostics
        #expect(missing.map(\.rule.name) == ["roster/missing", "file/misplaced"])
        #expect(missing.first?.help?.zh.contains("名单.csv") == true)
    }

    @Test("a heading of the text inside the metadata tells that the closing line is missing")
    func missingEnd() throws {
        let site = MarkedSite(["content/about.md": "---\ntitle: 甲\n\n⟦## 一、简介⟧\n\n正文：第一段。\n第二段\n\n---\n\n尾\n"])
        let found = try site.load().diagnostics
        #expect(found.map(MarkedSite.text) == ["\(site.place ?? "") meta/syntax"])
        #expect(found.first?.help?.zh == "请在最后一个字段之后另起一行写 ---。")
    }

    @Test(
        "changed bytes of a whole site never crash the loader and keep every place inside its file", arguments: 0..<150)
    func mutations(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var files: [String: [UInt8]] = [
            "site.config": Array((MarkedSite.configuration + "navigation:\n  - {title: 甲, url: /a/}\n").utf8),
            "content/awards/2020/index.md": Array(MarkedSite.edition.utf8),
            "content/awards/2020/roster.csv": Array((MarkedSite.roster + "zj-002,\"丙,\"\"班\"\"\",丁公司,33,自荐\r\n").utf8),
            "content/awards/2020/zj-001.md": Array(
                "---\n标题: 甲班\n培训: {培训率: 98, 合格率: 96}\n指标:\n  - 名称: 甲\n    改进后: 1\n    方向: 越高越好\n---\n正文\n".utf8),
            "content/enterprises.yaml": Array(
                "- id: a\n  names:\n    - name: 甲\n      to: 2020-01-01\n    - name: 乙\n".utf8),
        ]
        for path in files.keys.sorted() {
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                guard var bytes = files[path], !bytes.isEmpty else { continue }
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2:
                    bytes.insert(
                        contentsOf: ["：", "\t", "\"", "[", "- ", "\n", "“", "&a ", "!!x "].randomElement(
                            using: &random)?.utf8.map { $0 } ?? [], at: index)
                case 3: bytes.removeLast(bytes.count - index)
                default: bytes.insert(contentsOf: bytes[index..<min(index + 20, bytes.count)], at: index)
                }
                files[path] = bytes
            }
        }
        let result = try SiteLoader.load(.memory(files), jobs: 2)
        for finding in result.diagnostics {
            let range = try #require(finding.range)
            #expect(range.bytes.upperBound <= range.file.bytes.count)
            #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
            _ = (range.start, range.end)
        }
    }
}
