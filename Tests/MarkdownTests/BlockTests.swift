import Testing

@testable import Markdown

@Suite("Blocks")
struct BlockTests {
    @Test("tables scroll, have scopes and classes, and no inline style")
    func tables() {
        let parsed = Parsed("| 甲 | 乙 | 丙 |\n| :-- | :-: | --: |\n| 1 | **二。**了 | 3 |")
        #expect(
            parsed.html == """
                <div class="table-scroll" tabindex="0"><table>
                <thead>
                <tr>
                <th scope="col">甲</th>
                <th scope="col" class="align-center">乙</th>
                <th scope="col" class="align-right">丙</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td class="align-center"><strong>二。</strong>了</td>
                <td class="align-right">3</td>
                </tr>
                </tbody>
                </table></div>
                """)
        #expect(parsed.document.plainText == "甲 乙 丙\n1 二。了 3")
        #expect(!Parsed("| 甲 |\n| - |").html.contains("tbody"))
    }

    @Test("tasks have a box with a label")
    func tasks() {
        #expect(
            Parsed("- [x] 完成\n- [ ] 待办\n- 普通").html == """
                <ul>
                <li class="task"><label><input type="checkbox" disabled checked> 完成</label></li>
                <li class="task"><label><input type="checkbox" disabled> 待办</label></li>
                <li>普通</li>
                </ul>
                """)
    }

    @Test("lists, quotes and code read as CommonMark says")
    func agreesWithCommonMark() {
        for text in [
            "- a\n- b\n\n  c\n", "3. a\n   - b\n     1. c\n4. d", "> a\n>\n> - b\n>   c",
            "```swift\nlet a = \"<&>\"\n```",
            "    code\n", "a\n===", "***", "- a\n\n- b", "- \n- a", "> ", "a  \nb\\\nc", "&copy; &lt; \"q\"",
            "1. a\n\n   b\n2. c", "- - a\n- > b",
        ] {
            let expected = CommonMark.referenceHTML(text).replacing(" />", with: ">")
            let html = Parsed(text).html.replacing(#/ id="[^"]*"/#, with: "").replacing("h2>", with: "h1>")
            #expect(html == expected)
        }
    }

    @Test("footnotes are a list at the end, with links back")
    func footnotes() {
        let parsed = Parsed("甲[^a]乙[^b]丙[^a]\n\n[^a]: 说明\n[^b]: 又见[^a]")
        #expect(
            parsed.html == """
                <p>甲<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" role="doc-noteref">1</a></sup>乙\
                <sup class="footnote-ref" id="fnref-2"><a href="#fn-2" role="doc-noteref">2</a></sup>丙\
                <sup class="footnote-ref" id="fnref-1-2"><a href="#fn-1" role="doc-noteref">1</a></sup></p>
                <section class="footnotes" role="doc-endnotes">
                <ol>
                <li id="fn-1">
                <p>说明 <a href="#fnref-1" class="footnote-back" role="doc-backlink">↩</a> \
                <a href="#fnref-1-2" class="footnote-back" role="doc-backlink">↩<sup>2</sup></a> \
                <a href="#fnref-1-3" class="footnote-back" role="doc-backlink">↩<sup>3</sup></a></p>
                </li>
                <li id="fn-2">
                <p>又见<sup class="footnote-ref" id="fnref-1-3"><a href="#fn-1" role="doc-noteref">1</a></sup> \
                <a href="#fnref-2" class="footnote-back" role="doc-backlink">↩</a></p>
                </li>
                </ol>
                </section>
                """)
        #expect(Set(parsed.document.anchors) == ["fnref-1", "fnref-1-2", "fnref-1-3", "fnref-2", "fn-1", "fn-2"])
        #expect(parsed.rules.isEmpty)
    }

    @Test("footnotes that lead nowhere are reported at their place")
    func brokenFootnotes() {
        let parsed = Parsed("甲[^无] \\[^转义] `[^码]`\n\n[^多余]: 说明\n\n```\n[^码]: 代码\n```")
        // One of each is a mistyped label: one finding with both places.
        #expect(parsed.rules == ["markdown/undefined-footnote"])
        #expect(parsed.marked == ["[^无]"])
        let two = Parsed("甲[^无] 乙[^没有]\n\n[^多余]: 说明\n")
        #expect(
            two.rules == ["markdown/undefined-footnote", "markdown/undefined-footnote", "markdown/unused-footnote"])
        #expect(two.marked == ["[^无]", "[^没有]", "[^多余]"])
    }

    @Test(
        "a line break between two Chinese characters leaves no space",
        arguments: [
            ("质量\n第一", "质量第一"),
            ("质量，\n第一", "质量，第一"),
            ("“质量”\n第一", "“质量”第一"),
            ("**质量**\n**第一**", "<strong>质量</strong><strong>第一</strong>"),
            ("质量\nQC", "质量\nQC"),
            ("QC\n质量", "QC\n质量"),
            ("한국\n어", "한국\n어"),
            ("そう\nです", "そうです"),
            ("“a”\n“b”", "“a”\n“b”"),
            ("质量  \n第一", "质量<br>\n第一"),
        ])
    func softBreaks(markdown: String, expected: String) {
        #expect(Parsed(markdown).html == "<p>\(expected)</p>")
    }

    @Test(
        "raw HTML is shown, not obeyed, and reported",
        arguments: [
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("<div onclick=x>\n甲\n</div>", "<div onclick=x>"),
            ("<iframe srcdoc=\"x\"></iframe>", "<iframe srcdoc=\"x\"></iframe>"),
        ])
    func htmlBlocks(markdown: String, marked: String) {
        let parsed = Parsed("前\n\n" + markdown)
        #expect(parsed.html.contains("<pre class=\"raw-html\"><code>&lt;"))
        #expect(!parsed.html.contains("<script") && !parsed.html.contains("<div") && !parsed.html.contains("<iframe"))
        #expect(parsed.rules == ["markdown/raw-html"])
        #expect(parsed.marked == [marked])
    }

    @Test("raw HTML in a line is shown and reported where it stands")
    func inlineHTML() {
        let parsed = Parsed("> 甲\n> 乙 <img src=x onerror=alert(1)> <b>丙</b>")
        #expect(parsed.html.contains("<code class=\"raw-html\">&lt;img src=x onerror=alert(1)&gt;</code>"))
        #expect(parsed.marked == ["<img src=x onerror=alert(1)>", "<b>"])
    }

    @Test(
        "plain tags are kept when they close where they open",
        arguments: [
            ("H<sub>2</sub>O", "H<sub>2</sub>O", 0),
            ("m<sup>2</sup> <kbd>Ctrl</kbd>", "m<sup>2</sup> <kbd>Ctrl</kbd>", 0),
            ("a<br>b<br/>c", "a<br>b<br>c", 0),
            ("a<sub>b", "a<code class=\"raw-html\">&lt;sub&gt;</code>b", 1),
            ("a<sub class=x>b</sub>", nil, 1),
            ("**a<sub>b**c</sub>", nil, 1),
            ("a<SUB>b</SUB>", nil, 1),
            ("甲<!-- 注 -->乙", "甲乙", 0),
        ])
    func allowedTags(markdown: String, expected: String?, findings: Int) {
        let parsed = Parsed(markdown)
        if let expected { #expect(parsed.html == "<p>\(expected)</p>") }
        #expect(parsed.rules.count == findings)
        if findings > 0 { #expect(!parsed.html.contains("<sub>")) }
    }

    @Test("a comment of its own leaves nothing")
    func comments() {
        let parsed = Parsed("甲\n\n<!-- 两\n行 -->\n\n乙")
        #expect(parsed.html == "<p>甲</p>\n<p>乙</p>")
        #expect(parsed.rules.isEmpty)
    }

    @Test(
        "articles get anchors",
        arguments: [
            ("第一条 甲", "art-1"), ("第十条　甲", "art-10"), ("**第二十五条** 甲", "art-25"), ("第一百条", "art-100"),
            ("第一百零五条", "art-105"), ("第九百九十九条", "art-999"), ("第12条", "art-12"), ("第一二条", nil),
            ("第条", nil), ("第三款", nil), ("根据第三条", nil), ("第十条之一", "art-10-1"), ("第二百一十条", "art-210"),
        ])
    func articles(markdown: String, anchor: String?) {
        let parsed = Parsed(markdown, marksArticles: true)
        #expect(parsed.document.anchors == [anchor].compactMap { $0 })
        if let anchor { #expect(parsed.html.hasPrefix("<p id=\"\(anchor)\" class=\"article\">")) }
        #expect(Parsed(markdown).document.anchors.isEmpty)
    }

    @Test("an article number twice is an error that names the first")
    func duplicateArticles() {
        let parsed = Parsed("第一条 甲\n\n第1条 乙", marksArticles: true)
        #expect(parsed.rules == ["markdown/duplicate-id"])
        #expect(parsed.marked == ["第1条 乙"])
        #expect(parsed.diagnostics.first?.related.first?.range.start.line == 1)
    }

    @Test(
        "字数 counts Han characters, words and numbers",
        arguments: [
            ("质量信得过。", 5), ("QC小组 PDCA", 4), ("98.5% 和 10,000 人", 4), ("don't well-known", 2), ("𠮷野家〇", 4),
            ("2020年5月15日", 6), ("ＡＢＣ１２", 1), ("café naïve", 2), ("……——“”", 0), ("**甲**乙`code` [链](http://a.cn)", 4),
        ])
    func characterCount(markdown: String, expected: Int) {
        #expect(Parsed(markdown).document.characterCount == expected)
    }

    @Test("plain text has one line a block")
    func plainText() {
        let parsed = Parsed("# 标题\n\n甲*乙*\n丙 `码`\n\n- 一\n- 二\n\n> 引\n\n![图](a.png)")
        #expect(parsed.document.plainText == "标题\n甲乙丙 码\n一\n二\n引\n图")
    }
}
