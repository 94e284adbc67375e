import Testing

@testable import Markdown

@Suite("Markup of other programs")
struct ForeignMarkupTests {
    @Test(
        "remarks of other programs would be published",
        arguments: [
            "%%内部%%", "甲%%待核实%%乙", "甲{# 内部 #}乙", "{{! 内部 }}", "{{!-- 内部 --}}", "{{/* 内部 */}}", "{/* 内部 */}",
            "<%-- 内部 --%>",
            "| 甲 |\n| - |\n| %%内部%% |",
        ])
    func remarks(text: String) { #expect(Parsed(text).rules == ["markdown/open-comment"], "\(Parsed(text).rules)") }

    @Test(
        "everything else shows as it is, and is named once",
        arguments: [
            ("水H~2~O", "~2~"), ("SO~4~排放", "~4~"), ("++甲++", "++甲++"), ("是 ==高亮文字== 的", "==高亮文字=="),
            ("$E=mc^2$", "$E=mc^2$"),
            ("$$\\sum x$$", "$$\\sum x$$"), ("设 $x$ 为", "$x$"), (":::tip\n甲\n:::", ":::tip"),
            ("::: warning 注意\n甲\n:::", "::: warning"),
            ("> [!NOTE]\n> 甲", "[!NOTE]"), ("!!! note\n    甲", "!!! note"), ("{% include x %}", "{% include x %}"),
            ("甲 {.class}", "{.class}"), ("甲 {: .note #x}", "{: .note #x}"), ("{{ page.title }}", "{{ page.title }}"),
            ("{{< figure src=\"a.png\" >}}", "{{< figure src=\"a.png\" >}}"), ("<%= title %>", "<%= title %>"),
            ("好:smile:", ":smile:"),
            ("[TOC]", "[TOC]"), ("[toc]\n\n甲", "[toc]"), ("## 甲 :+1:x\n\n:thumbs_up: 好", ":thumbs_up:"),
        ])
    func marks(text: String, marked: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/foreign-mark"], "\(parsed.rules)")
        #expect(parsed.marked == [marked])
    }

    @Test("lowered text is mended")
    func lowered() { #expect(Parsed("H~2~O").diagnostics.first?.replacement == "<sub>2</sub>") }

    @Test(
        "what looks like it and is none",
        arguments: [
            "长3~5~8米", "3~5 天，A~C 区", "C++ 和 C++", "C++和C++程序", "a==b，c==d", "合格率 95%%，较上年 3%%", "每组 $100 和 $200",
            "$100=700元，$200=1400元",
            "10:30:20 开始", "时间：10:30 至 12:30", "比例 1:2:3", "注：a:b:c", "`{{ x }}`、`$x$`、`%%`", "\\{\\{ x }}", "{甲、乙}",
            "集合 {1, 2}",
            "## 标题 {#scoring}", "第[1]条", "![图](a.png \"x\")", "!!! 重要", "::: ", "三个冒号:::之后", "x = 1 + 2 ++ 3",
            "C:\\a:b", "[注] 甲",
            "https://a.cn/a=b==c++d", "```\n{{ x }}\n:::tip\n```", "&#123;{ x }}", "5%~8%", "{…}", "谢谢~~",
        ])
    func none(text: String) {
        let rules = Parsed(text).rules.filter { $0 == "markdown/foreign-mark" || $0 == "markdown/open-comment" }
        #expect(rules == [])
    }

    @Test("struck text without an end is told as bold text is", arguments: ["~~甲", "前 ~~甲乙", "~~甲 乙，丙"])
    func tildes(text: String) { #expect(Parsed(text).rules == ["markdown/leftover-emphasis"]) }

    @Test(
        "tildes that are no mark, or have their partner",
        arguments: ["~~甲~~", "谢谢~~", "周一~~周五", "3~~5", "好 ~~ 坏", "\\~~甲"])
    func noTildes(text: String) { #expect(Parsed(text).rules == []) }

    @Test("a row that is broken over two lines is told, with both lines")
    func brokenRow() {
        let head = "| a | b |\n|---|---|\n"
        #expect(Parsed(head + "| 1\n2 | 3 |").marked == ["| 1\n2 | 3 |"])
        #expect(Parsed(head + "| 1 | 2\n3 |\n| 4 | 5 |").rules == [])
        #expect(Parsed("| a | b | c |\n|---|---|---|\n| 1 | 2\n2 | 3 |\n").rules == ["markdown/failed-table"])
        #expect(
            Parsed("| a | b | c |\n|---|---|---|\n| 1\n1 | 2 | 3 |\n| 4 | 5 | 6 |").rules == ["markdown/failed-table"])
        for healthy in ["| 1 |\n| 2 | 3 |", "1 | 2\n3 | 4", "| 1 | 2\n| 3 | 4", "| 1\n| 2"] {
            #expect(Parsed(head + healthy).rules == [], "\(healthy)")
        }
    }

    @Test("a link that ends before a Chinese name of its address is told")
    func cutAddress() {
        #expect(Parsed("见https://a.cn/路径，后").marked == ["https://a.cn/"])
        #expect(Parsed("https://a.cn/x/文件.pdf").rules == ["markdown/no-link"])
        for healthy in [
            "见https://a.cn/，后", "见https://a.cn/ 路径", "登录https://a.cn/x报名", "[名](https://a.cn/路径)", "https://a.cn/。",
        ] {
            #expect(Parsed(healthy).rules == [], "\(healthy)")
        }
    }
}
