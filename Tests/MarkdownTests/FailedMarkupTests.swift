import Testing

@testable import Markdown

@Suite("Links, headings and pictures that fail")
struct FailedMarkupTests {
    @Test(
        "a link that is none is marked, with the link it should be",
        arguments: [
            ("见[办法]（rules/measures.md）。", "[办法](rules/measures.md)"),
            ("见[办法](rules/measures.md）。", "[办法](rules/measures.md)"),
            ("见[办法] (rules/measures.md#art-8)。", "[办法](rules/measures.md#art-8)"),
            ("见[办法](rules/my file.md)。", "[办法](<rules/my file.md>)"),
            ("> 引用\n> [办法]（https://example.org/a）", "[办法](https://example.org/a)"),
            ("| 甲 |\n| - |\n| [办法]（a.md） |", "[办法](a.md)"),
            ("见[办法](rules/measures.md。", "[办法](rules/measures.md)"),
            ("见[办法](rules/measures.md，再看（下）。", "[办法](rules/measures.md)"),
            ("见[办法](rules/measures.md", "[办法](rules/measures.md)"),
            ("见【办法】(rules/measures.md)。", "[办法](rules/measures.md)"),
            ("见【办法】（rules/measures.md）。", "[办法](rules/measures.md)"),
            ("见［办法］(/rules/measures/)。", "[办法](/rules/measures/)"), ("［办法］（a.md）", "[办法](a.md)"),
        ])
    func links(text: String, proposal: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/failed-link"])
        #expect(parsed.diagnostics.first?.replacement == proposal)
        #expect(
            parsed.marked.first?.hasPrefix("[") == true
                || ["【", "［"].contains { parsed.marked.first?.hasPrefix($0) == true })
    }

    @Test("a label without an address is marked", arguments: ["见[办法][m]。", "见[办法][]。"])
    func labels(text: String) { #expect(Parsed(text).rules == ["markdown/failed-link"]) }

    @Test(
        "brackets that are just brackets are left alone",
        arguments: [
            "[注]（见下）", "[1][2]", "\\[办法]（a.md）", "`[办法]（a.md）`", "[办法](a.md)", "[办法]\n\n[办法]: a.md", "【办法】（甲、乙）",
            "［注］（见下）",
            "[甲](乙 丙)", "[办法][m]\n\n[M]: a.md", "[甲](乙", "【通知】(2020)", "[注] (a", "- [ ] 待办（2020.md）", "数组 a[0] (见 1.2)",
        ])
    func noLinks(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "lines that were meant to be a table are marked at the first",
        arguments: [
            ("| 甲 | 乙 |\n|--|\n| 1 | 2 |", "| 甲 | 乙 |"), ("| 甲 | 乙 |\n| 1 | 2 |", "| 甲 | 乙 |"),
            ("文字：\n| 甲 | 乙 |\n| --- | --- | --- |", "| 甲 | 乙 |"),
            ("｜ 甲 ｜ 乙 ｜\n｜ --- ｜ --- ｜", "｜ 甲 ｜ 乙 ｜\n｜ --- ｜ --- ｜"),
            ("> | 甲 | 乙 |\n> |--|", "| 甲 | 乙 |"),
        ])
    func tables(text: String, marked: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/failed-table"])
        #expect(parsed.marked.first?.hasSuffix(marked) == true, "\(parsed.marked)")
    }

    @Test(
        "bars that are just bars are left alone",
        arguments: [
            "| 甲 | 乙 |\n| - | - |\n| 1 | 2 |", "|x| 是绝对值", "| 重点 |\n| 也是 |", "甲 | 乙\n丙 | 丁", "| 甲 | 乙 |",
            "```\n| 甲 | 乙 |\n| 1 | 2 |\n```",
        ])
    func noTables(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "code without its end is marked at its beginning",
        arguments: ["```\n甲\n\n乙", "文字\n\n~~~csv\n甲\n", "```\n甲\n~~~", "````\n甲\n````x", "```"])
    func unclosedCode(text: String) { #expect(Parsed(text).rules == ["markdown/unclosed-code"], "\(text)") }

    @Test(
        "code that ends is left alone",
        arguments: [
            "```\n甲\n```", "```\n```", "    ```\n    x", "> ```\n> 甲\n> ```\n", "- ```\n  甲\n  ```\n",
            "~~~\n甲\n~~~~\n\n乙",
        ])
    func closedCode(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "a heading that is none is marked at its signs",
        arguments: [
            ("##标题", "##"), ("＃标题", "＃"), ("＃＃ 标题", "＃＃ "), ("文字\n###标题", "###"), ("- 项\n\n  ##标题", "##"), ("#标题", "#"),
        ])
    func headings(text: String, marks: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/failed-heading"], "\(text)")
        #expect(parsed.marked == [marks])
    }

    @Test(
        "number signs that are no heading's are left alone",
        arguments: [
            "#1 机组", "#话题# 讨论", "\\##标题", "`##标题`", "    ##标题", "## 标题", "####### 七个", "#include", "见 ##标题", "＃",
        ])
    func noHeadings(text: String) { #expect(!Parsed(text).rules.contains("markdown/failed-heading"), "\(text)") }

    @Test("a heading of the first level is told once, and not that others are out of order")
    func topLevel() {
        #expect(Parsed("## 甲\n\n# 乙\n\n# 丙\n").rules == ["markdown/top-heading"])
        #expect(Parsed("## 甲\n").rules.isEmpty)
    }

    @Test(
        "a text that says nothing about a picture",
        arguments: [
            "DSC_0001", "IMG_2020", "img-20200515-101010", "image.png", "IMG_2020 (1).JPG", "微信图片_20200101", "图片1",
            "照片", "Screenshot 2020-05-15",
            "屏幕截图（3）", "photo",
        ])
    func emptyAlternatives(text: String) {
        #expect(Parsed("![\(text)](a.png)").rules == ["markdown/alternative-text"], "\(text)")
    }

    @Test("a text that says what is to be seen", arguments: ["井周分层压实", "图1 管片拼装", "IMG 采集系统的界面", "照片墙", "3号泵站"])
    func alternatives(text: String) { #expect(Parsed("![\(text)](a.png)").rules.isEmpty, "\(text)") }

    @Test(
        "a link with a label is marked at its definition and knows where it is used",
        arguments: [
            ("见[办法][m]。\n\n[m]: rules/a.md \"题\"", "rules/a.md", "[办法][m]"),
            ("见[办法][]。\n\n[办法]: <rules/a.md>", "rules/a.md", "[办法][]"),
            ("见[办法]。\n\n[办法]:\trules/a.md", "rules/a.md", "[办法]"),
            ("![图][P]。\n\n[p]: a.png", "a.png", "![图][P]"),
            ("```\n[m]: no.md\n```\n\n[甲][m]\n\n[m]: a.md\n[m]: b.md", "a.md", "[甲][m]"),
        ])
    func definitions(text: String, destination: String, use: String) {
        let parsed = Parsed(text)
        #expect(parsed.referenced == [destination])
        #expect(parsed.document.references.map { $0.use.map { parsed.text($0.bytes) } } == [use])
    }
}
