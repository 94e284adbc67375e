import Testing

@testable import Markdown

@Suite("Text that Markdown would lose or join")
struct LostTextTests {
    /// The text with the proposals of its findings taken over.
    private func mended(_ text: String) -> String {
        let parsed = Parsed(text)
        var bytes = Array(text.utf8)
        for finding in parsed.diagnostics.reversed() {
            guard let range = finding.range, let replacement = finding.replacement else { continue }
            bytes.replaceSubrange(range.bytes, with: Array(replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let lists: [(String, String)] = [
        ("1.首件样板\n2.班前会", "1. 首件样板\n2. 班前会"), ("1、首件样板\n2、班前会", "1. 首件样板\n2. 班前会"),
        ("-首件样板\n-班前会", "- 首件样板\n- 班前会"), ("做法如下：\n1.首件\n2.样板", "做法如下：\n\n1. 首件\n2. 样板"),
        ("做法如下：\n2. 首件\n3. 样板", "做法如下：\n\n2. 首件\n3. 样板"), ("（1）首件；\n（2）样板。", "（1）首件；\n\n（2）样板。"),
        ("一、首件\n二、样板", "一、首件\n\n二、样板"), ("①首件\n②样板\n③会议", "①首件\n\n②样板\n\n③会议"),
        ("　　第一段。\n　　第二段。", "　　第一段。\n\n　　第二段。"), ("甲。\n　　乙。", "甲。\n\n　　乙。"), ("•首件\n•样板", "- 首件\n- 样板"),
        ("1.首件\n3.样板", "1.首件\n\n3.样板"), ("１．首件\n２．样板", "1. 首件\n2. 样板"), ("*首件\n*样板", "- 首件\n- 样板"),
        ("第一条 甲。\n第二条 乙。", "第一条 甲。\n\n第二条 乙。"), ("1.首件\n续行\n2.样板", "1. 首件\n续行\n2. 样板"),
        ("1.首件\r\n2.班前会\r\n", "1. 首件\r\n2. 班前会\r\n"), ("1）首件\n2）样板", "1）首件\n\n2）样板"),
        ("甲：\n-首件\n-样板", "甲：\n\n- 首件\n- 样板"),
        ("1.首件 <!-- 注 -->\n2.样板", "1. 首件 <!-- 注 -->\n2. 样板"),
    ]

    @Test("lines that were meant to stand one below the other are one finding, and mended by it", arguments: lists)
    func runTogether(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/run-together"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty, "\(Parsed(expected).diagnostics.map(\.message.zh))")
    }

    @Test("in a quote the lines are told, and left to their writer")
    func quotedLines() {
        let parsed = Parsed("> 1.首件\n> 2.样板")
        #expect(parsed.rules == ["markdown/run-together"])
        #expect(parsed.diagnostics.first?.replacement == nil)
    }

    @Test(
        "lines of prose and lists that are lists are let alone",
        arguments: [
            "1. 甲\n2. 乙", "- 甲\n- 乙", "1.首件样板", "1.首件\n\n2.样板", "根据办法第八条第\n（一）项办理。", "合格率由\n95.2 提高到 98.1", "气温\n-5 以下",
            "甲  \n（1）乙  \n（2）丙", "甲\\\n1.乙", "2.5 米\n3.5 米", "长\n*很*重要\n*也*重要", "2020年\n12月", "见第\n3、4 章", "　　只有一段。",
            "```\n1.甲\n2.乙\n```", "甲，\n2.乙", "版本 1.2\n1.3 版", "甲：\n乙\n丙", "1) 甲\n2) 乙", "**1.首件**\n说明",
        ])
    func prose(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "a list whose numbers are not the ones that readers see is one finding at the first that differs",
        arguments: [
            ("1. 甲\n3. 丙\n2. 乙", 3, 2), ("1. 甲\n2. 乙\n4. 丁", 4, 3), ("3. 甲\n3. 乙", 3, 4),
            ("1. 甲\n\n   段\n\n1. 乙\n2. 丙", 1, 2),
            ("> 2) 甲\n> 1) 乙", 1, 3), ("- 甲\n  1. 乙\n  5. 丙", 5, 2), ("9. 甲\n11. 乙", 11, 10),
        ])
    func listNumbers(text: String, written: Int, shown: Int) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/list-number"])
        #expect(parsed.diagnostics.first?.message.zh == "列表这一项写的是 \(written)，网页上显示 \(shown)。")
        #expect(parsed.diagnostics.first?.range.map { parsed.text($0.bytes).dropLast() } == "\(written)")
    }

    @Test(
        "lists that count on, begin later or are ones alone are let alone",
        arguments: [
            "1. 甲\n2. 乙\n3. 丙", "1. 甲\n1. 乙\n1. 丙", "4. 甲\n5. 乙", "0. 甲\n1. 乙", "1. 甲", "1) 甲\n2) 乙\n\n1. 丙",
            "8. 甲\n9. 乙\n10. 丙",
        ])
    func countedLists(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    private static func table(_ row: String) -> String { "| 甲 | 乙 |\n| --- | --- |\n\(row)\n" }

    @Test(
        "cells that the table has no column for are told where they stand",
        arguments: [
            ("| 一 | 二 | 三 |", " 三 "), ("| 一 | 二 | 三 | 四 |", " 三 | 四 "), ("一 | 二 | 三", " 三"), ("| 一 | 二 | 三", " 三"),
            ("> | 一 | 二 | 三 |", nil), ("| 一 | `a` | `b` |", " `b` "),
        ])
    func lostCells(row: String, lost: String?) {
        let text = row.hasPrefix(">") ? "> | 甲 | 乙 |\n> | - | - |\n" + row : Self.table(row)
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/lost-cell"])
        #expect(parsed.diagnostics.first?.range?.start.line == 3)
        if let lost { #expect(parsed.marked == [lost]) }
    }

    @Test(
        "bars in code are escaped",
        arguments: [
            ("| `a|b` | 二 |", "| `a\\|b` | 二 |"), ("| 一 | `a|b|c` |", "| 一 | `a\\|b\\|c` |"),
            ("| `a|b` | `c|d` |", "| `a\\|b` | `c\\|d` |"),
        ])
    func barsInCode(row: String, expected: String) {
        let text = Self.table(row)
        #expect(Parsed(text).rules == ["markdown/lost-cell"])
        #expect(mended(text) == Self.table(expected))
        #expect(Parsed(Self.table(expected)).rules.isEmpty)
    }

    @Test(
        "rows that lose nothing are let alone",
        arguments: [
            "| 一 | 二 |", "| 一 |", "| 一 | 二 | |", "| 一 | 二 ||", "| 一 \\| 甲 | 二 |", "| `a\\|b` | 二 |", "一 | 二",
            "| 一 | 二 |  ",
            "| 一 <!-- | --> | 二 |",
        ])
    func fullRows(row: String) { #expect(Parsed(Self.table(row)).rules.isEmpty, "\(Parsed(Self.table(row)).marked)") }

    @Test(
        "a picture with a wrong mark is told and mended",
        arguments: [
            ("！[照片](p.png)", "![照片](p.png)"), ("文字。\n！[照片](a/p.JPG)", "文字。\n![照片](a/p.JPG)"),
            ("! [照片](p.webp)", "![照片](p.webp)"),
            ("- ！[照片](p.jpeg)", "- ![照片](p.jpeg)"), ("！ [照片](p.png)", "![照片](p.png)"),
            ("见 ！[照片](p.png)", "见 ![照片](p.png)"),
        ])
    func images(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/failed-image"])
        #expect(mended(text) == expected)
    }

    @Test("a picture that fails in both marks is one finding", arguments: ["！[照片]（p.png）", "！【照片】（p.png）"])
    func doublyFailedImage(text: String) {
        #expect(Parsed(text).rules == ["markdown/failed-link"])
        #expect(mended(text) == "![照片](p.png)")
    }

    @Test(
        "an exclamation mark that ends a sentence is let alone",
        arguments: ["好！[办法](a.md)", "注意！[照片](p.png)", "！[办法](a.md)", "![井周压实](p.png)", "注意! [照片](p.png)"])
    func exclamations(text: String) { #expect(Parsed(text).rules.isEmpty) }

    @Test(
        "what is no link here is a hint",
        arguments: [
            ("见[[目标页]]。", "[[目标页]]"), ("见 [[rules/measures]]", "[[rules/measures]]"), ("见www.gov.cn。", "www.gov.cn"),
            ("（www.example.org/a/b.html）", "www.example.org/a/b.html"), ("www.gov.cn", "www.gov.cn"),
            ("**[[页]]**", "[[页]]"),
        ])
    func unlinked(text: String, marked: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/no-link"])
        #expect(parsed.marked == [marked])
        #expect(parsed.diagnostics.first?.severity == .hint)
    }

    @Test(
        "links and code with such text are let alone",
        arguments: [
            "[www.gov.cn](https://www.gov.cn/)", "https://www.gov.cn/", "<https://www.gov.cn/>", "`www.gov.cn`",
            "[[1]](a.md)", "[[1]]", "数组 a[[0]]",
            "www.", "www.甲", "a@www.gov.cn", "`[[页]]`", "\\[[页]]",
        ])
    func linked(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test("definitions that nothing uses, and second ones, are told")
    func definitions() {
        let parsed = Parsed("见[办法][m]、[指南]。\n\n[m]: a.md\n[M]: b.md\n[指南]: c.md\n[旧]: nope.md\n\n[注]: 以上数据为统计数。")
        #expect(parsed.rules == Array(repeating: "markdown/unused-definition", count: 3))
        #expect(parsed.marked == ["[M]: b.md", "[旧]: nope.md", "[注]: 以上数据为统计数。"])
        #expect(Parsed("```\n[x]: a.md\n```").rules.isEmpty)
        #expect(Parsed("[^1]\n\n[^1]: 脚注").rules.isEmpty)
        #expect(Parsed("![图][p]\n\n[p]: a.png").rules.isEmpty)
    }

    @Test("examples of CommonMark and its extensions never publish HTML of their own")
    func families() {
        let pieces = [
            "<!--", "-->", "<a href=x>", "<b>", "</b>", "<?php", "?>", "<!X", "<![CDATA[", "]]>", "&lt;", "`", "```\n",
            "\n\n", "\n", "> ", "- ", "1. ",
            "|", "|-|-|\n", "# ", "[a]: b\n", "[a]", "(c)", "![", "**", "~~", "_", "\t", "    ", "<div>\n", "</div>",
            "<script>", "\\", "甲", "a", "http://x",
            "<x000>", "\u{1A}", "[^1]", "---\n", "===\n", "&#60;", "<http://a>", "<m@a>",
        ]
        var state: UInt64 = 1
        let foreign = ["script", "div>", "?php", "!X", "![CDATA", "x000", "!--", "b>"]
        for _ in 0..<4000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let html = Parsed(text).html
            for name in foreign { #expect(!html.contains("<" + name), "\(text)") }
            #expect(!html.contains("<a href=x>"), "\(text)")
        }
    }

    @Test(
        "items behind other signs and letters are mended as well",
        arguments: [
            ("· 甲\n· 乙", "- 甲\n- 乙"), ("—甲\n—乙", "- 甲\n- 乙"), ("★甲\n★乙", "- 甲\n- 乙"), ("＋甲\n＋乙", "- 甲\n- 乙"),
            ("A、甲\nB、乙", "A、甲\n\nB、乙"), ("a.甲\nb.乙", "a.甲\n\nb.乙"), ("（a）甲\n（b）乙", "（a）甲\n\n（b）乙"),
            ("1 总则\n2 术语", "1 总则\n\n2 术语"), ("1.1 目的\n1.2 范围", "1.1 目的\n\n1.2 范围"),
        ])
    func otherItems(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/run-together"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty, "\(Parsed(expected).rules)")
    }

    @Test(
        "a title's dash, letters of names and quantities begin no item",
        arguments: [
            "质量信得过\n——记某班组", "分为甲、\nB、C 两组", "共完成\n2 座桥", "3 座桥。\n2 座隧道", "2.5 米。\n3.5 米", "A 组\nB 组", "甲\nT.CAQ 标准",
            "···\n甲\n···",
        ])
    func noItems(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "text right below a table is told, and a blank line mends it",
        arguments: [
            ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n下文。", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n下文。"),
            ("| 甲 |\n| --- |\n下文。", "| 甲 |\n| --- |\n\n下文。"),
            ("甲 | 乙\n--- | ---\n1 | 2\n**下文**", "甲 | 乙\n--- | ---\n1 | 2\n\n**下文**"),
            ("| 甲 |\r\n| --- |\r\n| 1 |\r\n下文\r\n", "| 甲 |\r\n| --- |\r\n| 1 |\r\n\r\n下文\r\n"),
        ])
    func textInTable(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/run-together"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty)
    }

    @Test(
        "rows that a comment or a blank line cuts off a table are one finding",
        arguments: ["<!-- 注 -->\n", "\n", "<!-- | 3 | 4 | -->\n"], ["| 5 | 6 |", "| 5 | 6 |\n| 7 | 8 |"])
    func dividedTables(between: String, rows: String) {
        let parsed = Parsed("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\(between)\(rows)")
        #expect(parsed.rules == ["markdown/failed-table"])
        #expect(parsed.marked == ["| 5 | 6 |"])
    }

    @Test(
        "lines of cells between tabs are a table that a spreadsheet gave away, and become one",
        arguments: [
            ("班组\t人数\n甲\t12\n乙\t9", "| 班组 | 人数 |\n| --- | --- |\n| 甲 | 12 |\n| 乙 | 9 |"),
            ("项目\t值\t\n合格率\t98 %\t年底", "| 项目 | 值 |  |\n| --- | --- | --- |\n| 合格率 | 98 % | 年底 |"),
            ("甲|乙\t丙\r\n1\t2\r\n", "| 甲\\|乙 | 丙 |\r\n| --- | --- |\r\n| 1 | 2 |\r\n"),
        ])
    func tabbedTables(text: String, table: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/failed-table"], "\(parsed.rules)")
        #expect(mended(text) == table)
        #expect(Parsed(table).html.contains("<table"))
    }

    @Test(
        "tabs in a line, and lines with other numbers of them, are text",
        arguments: ["甲\t乙", "甲\t乙\n丙", "甲\t乙\n丙\t丁\t戊"])
    func tabs(text: String) { #expect(!Parsed(text).rules.contains("markdown/failed-table")) }

    @Test(
        "tables with full-width bars or hyphens are told as such and mended",
        arguments: [
            "｜ 甲 ｜ 乙 ｜\n｜ --- ｜ --- ｜\n｜ 1 ｜ 2 ｜", "| 甲 | 乙 |\n| －－－ | －－－ |\n| 1 | 2 |",
            "| 甲 | 乙 |\n| —— | —— |\n| 1 | 2 |", "| 甲 ｜ 乙 |\n| --- | --- |\n| 1 ｜ 2 |",
        ])
    func fullWidthTables(text: String) throws {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/failed-table"])
        #expect(try #require(parsed.diagnostics.first).message.zh.contains("全角"))
        let table = Parsed(mended(text))
        #expect(table.rules.isEmpty)
        #expect(table.html.contains("<td>1</td>") && table.html.contains("<th scope=\"col\">乙</th>"))
    }

    @Test(
        "text with hyphens right below it is a heading that nobody meant",
        arguments: ["首段文字\n---\n次段文字", "合计：\n-", "甲。\n乙。\n----", "> 甲\n> ---", "- 甲\n  ---", "标题: 乙\n---"])
    func underlined(text: String) {
        #expect(Parsed(text).rules == ["markdown/failed-heading"], "\(Parsed(text).rules)")
    }

    @Test(
        "headings with marks, and lines that divide, are let alone",
        arguments: [
            "## 甲\n\n---\n\n乙", "甲\n\n---\n乙", "甲\n***\n乙", "## 甲\n---", "> ## 甲", "- ## 甲", "##\t甲", "## 甲 ##",
        ])
    func dividers(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "marks of other programs are told and mended",
        arguments: [
            ("面积 50 m^2^。", "面积 50 m²。"), ("10^-3^ 至 10^3^", "10⁻³ 至 10³"), ("甲^1^与乙^2^", "甲¹与乙²"),
            ("(a+b)^n^", "(a+b)ⁿ"), ("**50 m^3^/h**", "**50 m³/h**"), ("》引用", "> 引用"), ("＞ 引用", "> 引用"),
            ("甲。\n》乙", "甲。\n> 乙"), ("》　引用\n》二", "> 引用\n> 二"), ("- 甲\n\n  》乙", "- 甲\n\n  > 乙"),
        ])
    func foreignMarks(text: String, expected: String) {
        #expect(Set(Parsed(text).rules) == ["markdown/foreign-mark"], "\(Parsed(text).rules)")
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty, "\(Parsed(expected).rules)")
    }

    @Test("raised text that has no characters of its own is told, and left to its writer")
    func raisedWords() {
        let parsed = Parsed("甲^上标^")
        #expect(parsed.rules == ["markdown/foreign-mark"] && parsed.diagnostics.first?.replacement == nil)
    }

    @Test(
        "carets, footnotes, titles and comparisons are let alone",
        arguments: [
            "2^10 与 3^5", "a^b c^d", "甲[^1]与乙[^2]\n\n[^1]: 一\n[^2]: 二", "`m^2^`", "^_^ 甲 ^_^", "^甲^", "x^^y",
            "见《某办法\n》第三条", "《甲》与\n《乙》", "＞95% 的样本", "`》甲`", "说“》”", "》", "甲^1234567890^",
        ])
    func noForeignMarks(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "text that blanks make code of is told and mended",
        arguments: [
            ("甲\n\n    缩进文字。", "甲\n\n缩进文字。"), ("甲\n\n\t制表符。\n\t第二行。", "甲\n\n制表符。\n第二行。"),
            ("    首段，[乙](a.md)。\n\n次段", "首段，[乙](a.md)。\n\n次段"),
            ("甲\r\n\r\n      乙。\r\n", "甲\r\n\r\n乙。\r\n"),
        ])
    func indentedText(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/indented-text"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty)
    }

    @Test(
        "code is let alone, and so are paragraphs of list items",
        arguments: ["甲\n\n    ls -l\n", "- 甲\n\n    续段。", "```\n    缩进。\n```", "1. 甲\n\n   续段", "甲\n    续行"])
    func code(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "full-width asterisks are told and mended",
        arguments: [("甲＊＊乙＊＊丙", "甲**乙**丙"), ("- ＊＊乙。＊＊", "- **乙。**"), ("＊＊甲＊＊、＊＊乙＊＊", "**甲**、**乙**")])
    func wideAsterisks(text: String, expected: String) {
        #expect(Set(Parsed(text).rules) == ["markdown/leftover-emphasis"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty)
    }

    @Test(
        "signs of multiplication in formulas stay",
        arguments: ["体积=长*宽*高", "长*宽*高＝体积", "（长）*（宽）*（高）", "V=a*b*c", "面积=(a+b)*(c+d)*(e)", "S=2*a*b，其中 a 为边长"])
    func formulas(text: String) { #expect(Parsed(text).html == "<p>\(text)</p>") }

    @Test(
        "emphasis beside an equals sign or a bracket stays emphasis",
        arguments: [
            ("结论=*重点*", "<em>重点</em>"), ("（*甲*）", "<em>甲</em>"), ("这是*重点*内容", "<em>重点</em>"),
            ("甲=乙，*丙*丁", "<em>丙</em>"),
        ])
    func emphasisStays(text: String, html: String) { #expect(Parsed(text).html.contains(html)) }

    @Test(
        "a title behind an address is mended to one",
        arguments: [
            ("[甲](b.md \"乙)", "[甲](b.md \"乙\")"), ("[甲](b.md “乙”)", "[甲](b.md \"乙\")"),
            ("[甲](b.md （乙）)", "[甲](b.md \"乙\")"),
        ])
    func titles(text: String, expected: String) {
        #expect(Parsed(text).rules == ["markdown/failed-link"])
        #expect(mended(text) == expected)
        #expect(Parsed(expected).rules.isEmpty)
    }

    @Test(
        "addresses without an ASCII scheme are told in capitals and with a full-width colon",
        arguments: [
            ("见 WWW.GOV.CN。", "WWW.GOV.CN", "https://WWW.GOV.CN"),
            ("见http：//www.gov.cn/x", "http：//www.gov.cn/x", "https://www.gov.cn/x"),
        ])
    func hosts(text: String, place: String, proposal: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/no-link"])
        #expect(parsed.marked == [place])
        #expect(parsed.diagnostics.first?.replacement == proposal)
    }
}
