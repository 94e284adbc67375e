import Foundation
import TestSupport
import Testing

/// What pages say of states that change with the day, the drafts and the language.
@Suite("States of the published site", .serialized)
struct SiteStateTests {
    /// The pages of this repository's site, built with some options, by their paths.
    private func pages(_ options: [String], _ change: (String) throws -> Void = { _ in }) throws -> (String) throws ->
        String
    {
        let scratch = try Scratch()
        for part in ["content", "themes", "site.config"] {
            try FileManager.default.copyItem(
                atPath: Sites.repository + "/" + part, toPath: scratch.path + "/" + part)
        }
        try change(scratch.path)
        let result = Shell.run(["build", "--output", scratch.path + "/public"] + options, in: scratch.path)
        try #require(result.status == 0, "\(result.out)\(result.error)")
        return { try String(contentsOfFile: scratch.path + "/public/" + $0, encoding: .utf8) }
    }

    private func replace(_ text: String, with other: String, in path: String) throws {
        let old = try String(contentsOfFile: path, encoding: .utf8)
        try #require(old.contains(text))
        try old.replacing(text, with: other).write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test("after the publicity all pages say that it is over")
    func ended() throws {
        let page = try pages(["--as-of", "2021-12-20"])
        let team = try page("awards/2021/zj-003/index.html")
        #expect(team.contains("状态：公示期已结束</strong>"))
        #expect(!team.contains("状态：公示</strong>"))
        #expect(try page("awards/2021/index.html").contains("公示期已结束"))
        #expect(try page("provinces/index.html").contains("2021（公示期已结束）</th>"))
    }

    @Test("a draft shows no publicity as running")
    func draft() throws {
        let page = try pages(["--drafts"]) { site in
            try replace("status: publicity", with: "status: draft", in: site + "/content/awards/2021/index.md")
        }
        let home = try page("index.html")
        #expect(home.contains("拟公示的班组"))
        #expect(!home.contains("<dt>公示的班组</dt>"))
        #expect(!home.contains("如何提出异议") && !home.contains("受理部门"))
        #expect(try page("publicity/index.html").contains("目前没有正在进行的公示。"))
    }

    @Test("totals without the year in publicity say so, and tiles what their numbers count")
    func totals() throws {
        let page = try pages([])
        let provinces = try page("provinces/index.html")
        #expect(provinces.contains("合计（不含公示）</th>"))
        for path in ["provinces/index.html", "index.html"] {
            #expect(try page(path).contains("数字为历年授予称号的班组数，不含公示中的。</figcaption>"))
        }
    }

    @Test("a form whose time is over says so, in the list and on its page")
    func expired() throws {
        let page = try pages([])
        #expect(try page("forms/index.html").components(separatedBy: "已过有效期</strong>").count == 3)
        #expect(try page("forms/application-form/index.html").contains("<p class=\"mark\">已过有效期</p>"))
        // The last day counts.
        let during = try pages([]) { site in
            for form in ["application-form", "scoring-table"] {
                try replace("to: 2021-07-31", with: "to: 2021-11-18", in: site + "/content/forms/\(form)/index.md")
            }
        }
        #expect(try !during("forms/index.html").contains("已过有效期"))
        #expect(try !during("forms/application-form/index.html").contains("已过有效期"))
    }

    @Test("in English tiles have letters, charts room for their labels, sentences a space between them")
    func english() throws {
        let page = try pages([]) { site in
            try replace("language: zh-CN", with: "language: en", in: site + "/site.config")
        }
        let provinces = try page("provinces/index.html")
        #expect(provinces.contains("<text class=\"name\" x=\"30\" y=\"26\">NM</text>"))
        #expect(provinces.contains("<text class=\"short\" x=\"30\" y=\"26\">NM</text>"))
        #expect(provinces.contains("<title>Inner Mongolia "))
        #expect(try page("awards/2021/index.html").contains("it is not final. Objections to: "))
        #expect(try page("awards/2021/index.html").contains("Content as of 18 November 2021"))
        let practices = try page("practices/index.html")
        #expect(practices.contains("None yet for Needs in "))
        let head = try #require(practices.firstMatch(of: /<text class="upright" x="\d+" y="(\d+)">Health/))
        #expect(try #require(Int(head.1)) > 200)
    }

    @Test("a site with a single page has no empty sections")
    func empty() throws {
        let page = try pages([]) { site in
            try FileManager.default.removeItem(atPath: site + "/content")
            try FileManager.default.createDirectory(atPath: site + "/content", withIntermediateDirectories: false)
            try "---\ntitle: 关于本站\n---\n\n本站刚刚建好。\n".write(
                toFile: site + "/content/about.md", atomically: false, encoding: .utf8)
            try replace("  - title: 申报指南\n    url: /apply/\n", with: "", in: site + "/site.config")
        }
        for path in ["index.html", "awards/index.html", "practices/index.html"] {
            let text = try page(path)
            #expect(!text.contains("<tbody>\n</tbody>"), "\(path)")
            // A heading is followed by what it is about.
            #expect(text.firstMatch(of: /<\/h2>\s*(<h2|<\/section|<\/div>|<p><a)/) == nil, "\(path)")
        }
        #expect(try page("awards/index.html").contains("<p>暂无。</p>"))
    }

    @Test("photos of a gallery are as wide for browsers as they are shown")
    func photos() throws {
        let team = try pages([])("awards/2020/js-002/index.html")
        #expect(team.contains("sizes=\"(min-width: 67rem) 22rem"))
    }
}
