import Foundation
import TestSupport
import Testing

@Suite("showcase new")
struct NewTests {
    private static let themes = Sites.repository + "/themes"

    @Test("a new site builds at once with both themes", arguments: ["zh-CN", "en"])
    func newSite(language: String) throws {
        let scratch = try Scratch()
        let site = try scratch.newSite(language: language)
        let built = Shell.run(["build"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        let plain = try contents(site + "/site.config").replacing("default", with: "plain")
        try plain.write(toFile: site + "/site.config", atomically: true, encoding: .utf8)
        #expect(Shell.run(["build"], in: site).status == 0)
        let again = Shell.run(["new", "site", "site", "--themes", Self.themes], in: scratch.path)
        #expect(again.status == 2)
        #expect(Shell.run(["new", "site", "other", "--themes", scratch.path], in: scratch.path).status == 2)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/other"))
    }

    @Test("new content of every kind keeps the site building and never replaces anything")
    func newContent() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let kinds = [
            ["edition", "2030", "--from", "2019"], ["writeup", "2019/zj-001", "--folder"],
            ["practice", "a", "--title", "做法: 一"], ["notice", "b"], ["rule", "c"], ["form", "d"],
        ]
        // SOURCE_DATE_EPOCH of the tests is of December 2020, the sample's edition of the year before.
        for arguments in kinds {
            let made = Shell.run(["new"] + arguments, in: site)
            #expect(made.status == 0, "\(arguments) \(made.error)")
            let before = try Sites.files(below: site)
            #expect(Shell.run(["new"] + arguments, in: site).status == 2)
            #expect(try Sites.files(below: site) == before)
        }
        let built = Shell.run(["build", "--lang", "en"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        for wrong in [
            ["edition", "2031", "--from", "1999"], ["writeup", "zj"], ["practice", "！"], ["notice", "../x"],
            ["rule", "甲/乙"],
        ] {
            #expect(Shell.run(["new"] + wrong, in: site).status == 2)
        }
    }

    @Test(
        "a name that cannot stand in an address is written in pinyin, and that is said",
        arguments: [
            (["practice", "管道检测分级"], "practices/guan-dao-jian-ce-fen-ji.md", "管道检测分级"),
            (["notice", "２０２２年 申报通知"], "notices/2022-nian-shen-bao-tong-zhi.md", "２０２２年 申报通知"),
            (["rule", "重庆 Measures", "--title", "办法"], "rules/chong-qing-measures.md", "办法"),
            (["form", "申报表"], "forms/shen-bao-biao/index.md", "申报表"),
            (["practice", String(repeating: "长", count: 40)], nil, String(repeating: "长", count: 40)),
        ] as [([String], String?, String)])
    func namesInPinyin(arguments: [String], path: String?, title: String) throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let made = Shell.run(["new"] + arguments, in: site)
        #expect(made.status == 0 && made.error.contains("在网址中写作"), "\(made.error)")
        if let path { #expect(try contents(site + "/content/" + path).contains(title), "\(made.error)") }
        let built = Shell.run(["build"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
    }

    @Test("what is made is said in these words, with what comes next")
    func words() throws {
        let scratch = try Scratch()
        let made = Shell.run(["new", "site", "site", "--themes", Self.themes], in: scratch.path)
        #expect(
            made.error == """
                已建好 site。接下来：
                  showcase serve --source site --open
                  showcase build --source site

                """)
        for (arguments, words) in [
            (
                ["edition", "2023"],
                """
                已新建 content/awards/2023/index.md。
                已新建 content/awards/2023/roster.csv。
                接下来可以导入名单：showcase import roster 名单.xlsx --year 2023

                """
            ),
            (["edition", "2023"], "showcase: content/awards/2023/index.md 已经存在，没有改动。\n"),
            (["edition", "2024", "--from", "1999"], "showcase: 没有 1999 年度。\n"),
            (
                ["writeup", "2022/zz-1"],
                "已新建 content/awards/2022/zz-1.md。\n2022 年度的名单中还没有编号 zz-1，请在生成前加入。\n"
            ),
            (["writeup", "zz-1"], "showcase: “zz-1”应写成“年度/编号”，如 2022/zj-003。\n"),
            (
                ["practice", "管道检测"],
                "已新建 content/practices/guan-dao-jian-ce.md。\n“管道检测”在网址中写作 guan-dao-jian-ce；要用别的，发布前改文件名即可。\n"
            ),
            (["rule", "甲/乙"], "showcase: 名称“甲/乙”不能用作网址，请用汉字、字母或数字，不带 /。\n"),
            (["notice", "call", "--lang", "en"], "Made content/notices/call.md.\n"),
        ] as [([String], String)] {
            let output = Shell.run(["new"] + arguments, in: scratch.path + "/site")
            #expect(output.error == words && output.out.isEmpty)
            #expect(output.status == (words.hasPrefix("showcase:") ? 2 : 0))
        }
    }
}
