import Addresses
import Content
import Testing
import Values

@testable import SiteModel

@Suite("Names in addresses")
struct RouteNameTests {
    private static func edition(_ rows: String) -> [String: String] {
        [
            "content/awards/2020/index.md":
                "---\ntitle: 名单\nyear: 2020\nstatus: final\npublished: 2020-12-01\n---\n\n文字。\n",
            "content/awards/2020/roster.csv": "编号,班组名称,企业名称,省份,申报方式\n" + rows,
        ]
    }

    @Test(
        "a name that cannot be published is told at the place that gives it",
        arguments: [
            (edition("con,甲班组,北京甲公司,北京,自荐\n"), "content/awards/2020/roster.csv:2 url/name"),
            (["content/aux.md": MemorySite.page()], "content/aux.md:2 url/name"),
            (
                ["content/notices/nul.md": "---\ntitle: 通知\ndate: 2020-01-01\nkind: other\n---\n\n文字。\n"],
                "content/notices/nul.md:2 url/name"
            ),
            (["content/files/com1.txt": "文字"], "content/files/com1.txt:1 url/name"),
            (["content/files/说明.": "文字"], "content/files/说明.:1 url/name"),
            (
                Self.edition("bj-001,甲班组,北京甲公司,北京,自荐\n").merging(
                    [
                        "content/awards/2020/roster.csv":
                            "编号,班组名称,企业名称,省份,申报方式,企业编号\nbj-001,甲班组,北京甲公司,北京,自荐,con\n"
                    ], uniquingKeysWith: { $1 }), "content/awards/2020/roster.csv:2 url/name"
            ),
            (
                Self.edition("bj-001,甲班组,北京甲公司,北京,自荐\n").merging(
                    [
                        "content/awards/2020/roster.csv":
                            "编号,班组名称,企业名称,省份,申报方式,推荐单位\nbj-001,甲班组,北京甲公司,北京,推荐,北京协会\n",
                        "content/associations.yaml":
                            "- id: aux\n  name: 北京协会\n  level: provincial\n  province: 北京\n",
                    ], uniquingKeysWith: { $1 }), "content/associations.yaml:1 url/name"
            ),
            (["content/about.md": MemorySite.page(fields: "aliases: [/old/con/]\n")], "content/about.md:3 url/name"),
            (
                ["content/files/" + String(repeating: "泵", count: 81): "文字"],
                "content/files/" + String(repeating: "泵", count: 81) + ":1 url/name"
            ),
        ])
    func unpublishable(files: [String: String], finding: String) throws {
        #expect(try MemorySite(files).rules.filter { $0.hasSuffix("url/name") } == [finding])
    }

    @Test("a name of 75 Han characters is published, as is the address of an enterprise of three firms")
    func longNames() throws {
        let file = String(repeating: "泵", count: 75) + ".txt"
        let joint = ["一", "二", "三"].map { "中国市政工程第\($0)建设集团有限公司" }.joined(separator: "、")
        var files = Self.edition("bj-001,甲班组,\(joint),北京,自荐\n")
        files["content/files/" + file] = "文字"
        let site = try MemorySite(files)
        #expect(site.rules == [])
        #expect(site.site.routes["/files/" + file] != nil)
        let id = try #require(site.site.enterprises.first?.id)
        #expect(id.hasPrefix("zhong-guo-shi-zheng-gong-cheng-di-yi-") && id.utf8.count <= 80, "\(id)")
        #expect(try MemorySite(files).site.enterprises.first?.id == id)
        for route in site.site.routes.routes {
            #expect((try? OutputPath(url: route.output)) != nil, "\(route.output)")
        }
    }

    @Test(
        "pinyin that a file can be called stays as it is, and other pinyin gets a name of its own",
        arguments: [
            ("北京甲公司", "bei-jing-jia-gong-si"),
            (String(repeating: "质量", count: 20), String(repeating: "zhi-liang-", count: 20).dropLast().description),
        ])
    func segments(name: String, segment: String) {
        #expect(Pinyin(texts: [name]).addressSegment(name) == segment)
    }

    @Test("names that differ at their end only have different addresses, and a device's name is none")
    func hashes() {
        let names = (1...3).map { String(repeating: "市政工程建设集团", count: 8) + "\($0)" } + ["CON", "Nul", "lpt1"]
        let pinyin = Pinyin(texts: names)
        let segments = names.map(pinyin.addressSegment)
        #expect(Set(segments).count == names.count)
        for segment in segments {
            #expect(PublishableName.objection(to: segment) == nil && Slug.isValid(segment), "\(segment)")
        }
    }

    @Test(
        "one name for a file and a folder is told",
        arguments: [
            ["content/about.md": MemorySite.page(), "content/about": "文字"],
            ["content/files/a": "文字", "content/files/A/b.txt": "文字"],
            ["content/list.txt/b.txt": "文字", "content/LIST.TXT": "文字"],
        ])
    func fileAndFolder(files: [String: String]) throws {
        #expect(try MemorySite(files).rules.filter { $0.hasSuffix("file/duplicate-url") }.count == 1)
    }

    @Test(
        "a name that a system takes apart has an address with whole characters, which links in both forms reach",
        arguments: [
            ("content/files/re\u{301}sume\u{301}.txt", "files/r\u{E9}sum\u{E9}.txt"),
            ("content/files/u\u{308}ber/a.txt", "files/\u{FC}ber/a.txt"),
            ("content/files/\u{1112}\u{1161}\u{11AB}.txt", "files/\u{D55C}.txt"),
            ("static/n\u{303}.txt", "\u{F1}.txt"),
        ])
    func decomposed(path: String, url: String) throws {
        let site = try MemorySite([path: "文字", "content/about.md": MemorySite.page()])
        let route = try #require(
            site.site.routes.routes.first { if case .file(.attachment) = $0.kind { true } else { false } })
        #expect(Array(route.url.utf8) == Array("/\(url)".utf8))
        #expect(Array(route.output.utf8) == Array(url.utf8))
        let encoded = "/qc/" + PercentEncoding.path(url)
        for link in path.hasPrefix("static/")
            ? ["/\(url)"] : [url, String(path.dropFirst("content/".count)), "/\(url)"]
        {
            #expect(try site.href(link) == encoded, "\(link)")
        }
        // The file is read under the name that it has.
        #expect(site.site.attachments.map { Array($0.path.text.utf8) } == [Array(path.utf8)])
    }

    @Test("two names that differ in their Unicode form alone are told; neither is dropped in silence")
    func unicodeForms() throws {
        // Bytes differ where characters do not, so that a dictionary of paths takes one of them.
        let files = Workspace.memory([
            "site.config": Array("title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例协会}\n".utf8)
        ])
        let names = ["content/files/e\u{301}.txt", "content/files/\u{E9}.txt"]
        let reader = Workspace(
            list: { folder in
                folder == "content"
                    ? names.map { Workspace.Listing(path: $0, size: 6, entry: .file) } : try files.list(folder)
            },
            read: { path, limit in path.hasSuffix(".txt") ? Array("文字".utf8) : files.read(path, limit) },
            look: { files.look($0) }, isFolder: files.isFolder)
        let findings = try SiteLoader.load(reader, jobs: 1).diagnostics
        #expect(findings.filter { $0.rule == .duplicateURL }.count == 1)
    }

    @Test(
        "the old address of a file is told with the server's redirect, and no page stands there",
        arguments: [
            "/old/list.pdf", "/旧/名单.xlsx", "/old/page.php", "/old/a%20b.doc",
        ])
    func aliasOfFile(alias: String) throws {
        let site = try MemorySite(["content/about.md": MemorySite.page(fields: "aliases: [\(alias)]\n")])
        #expect(site.rules == ["content/about.md:3 url/alias-of-file"])
        let old = PercentEncoding.decoded(alias)
        #expect(site.site.routes[old] == nil && site.site.routes.serverRedirects[old] == "/about/")
        let help = try #require(site.findings.first { $0.rule == .aliasOfFile }?.help)
        #expect(help.en.contains("location = \"/qc\(old)\" { return 301 /qc/about/; }"))
    }

    @Test(
        "the old address of a page leads on by a page",
        arguments: ["/old/", "/old", "/old/page.html", "/old/PAGE.HTM", "/旧页/"])
    func aliasOfPage(alias: String) throws {
        let site = try MemorySite(["content/about.md": MemorySite.page(fields: "aliases: [\(alias)]\n")])
        #expect(site.rules == [])
        #expect(site.site.routes.routes.contains { if case .redirect(to: "/about/") = $0.kind { true } else { false } })
    }

    @Test("a photo that is not public, named by a public field, is told", arguments: ["notices/later/plan.png"])
    func withheldPhoto(file: String) throws {
        let png = "\u{89}PNG"
        let files = [
            "content/notices/call.md":
                "---\ntitle: 通知\ndate: 2020-01-01\nkind: other\nattachments: [later.md]\n---\n\n文字。\n",
            "content/notices/later.md": "---\ntitle: 以后\ndate: 2030-01-01\nkind: other\n---\n\n文字。\n",
            "content/\(file)x": png,
        ]
        #expect(try MemorySite(files).rules.contains("content/notices/call.md:5 link/not-published"))
    }

    @Test("files of a text that is not public are not published, but where a public text names them")
    func filesOfHiddenTexts() throws {
        let draft =
            "---\ntitle: 以后\ndate: 2020-01-01\nkind: other\ndraft: true\nattachments: [secret.txt]\n---\n\n[甲](linked.txt)\n"
        let files = [
            "content/notices/n/index.md": draft, "content/notices/n/secret.txt": "甲",
            "content/notices/n/linked.txt": "甲",
            "content/notices/n/more/other.txt": "甲", "content/notices/n/shared.txt": "甲",
            "content/notices/flat.md": draft,
            "content/notices/secret.txt": "甲", "content/notices/linked.txt": "甲", "content/notices/own.txt": "甲",
            "content/awards/2026/index.md": "---\ntitle: 年度\nyear: 2026\nstatus: draft\n---\n",
            "content/awards/2026/opinion.txt": "甲",
            "content/notices/call.md":
                "---\ntitle: 通知\ndate: 2020-01-01\nkind: other\nattachments: [own.txt]\n---\n\n[乙](n/shared.txt)\n",
        ]
        let site = try MemorySite(files)
        let published = Set(site.site.routes.routes.map(\.url).filter { $0.hasSuffix(".txt") && $0 != "/robots.txt" })
        #expect(published == ["/notices/n/shared.txt", "/notices/own.txt"])
        // The day it is public, its files are as well.
        let shown = try MemorySite(files.mapValues { $0.replacing("draft: true\n", with: "") })
        #expect(shown.site.routes.routes.count { $0.url.hasSuffix(".txt") } == 8)
    }
}
