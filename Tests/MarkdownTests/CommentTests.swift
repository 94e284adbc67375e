import Testing

@testable import Markdown

@Suite("Comments")
struct CommentTests {
    private static let hidden: [(String, String)] = [
        ("正文一 <!-- 内部：此句待核实 -- 联系人甲某 --> 正文二。", "<p>正文一 正文二。</p>"), ("正文三 <!-- 内部 --- 甲某 --> 正文四。", "<p>正文三 正文四。</p>"),
        ("正文五 <!-- 普通注释 --> 正文六。", "<p>正文五 正文六。</p>"), ("- 项目 <!-- 内部：乙某 -- 未定 -->", "<ul>\n<li>项目</li>\n</ul>"),
        ("<!-- 块注释 -- 内部 -- 丁某 -->\n\n甲", "<p>甲</p>"), ("正文七 <!-- 跨行\n注释 -- 戊某 --> 正文八。", "<p>正文七 正文八。</p>"),
        ("正文九 <!---> 正文十", "<p>正文九 正文十</p>"), ("正文九 <!--> 正文十", "<p>正文九 正文十</p>"), ("甲<!---->乙", "<p>甲乙</p>"),
        ("<!-- 注 -->甲", "<p>甲</p>"), ("<!-- 注 --> 甲[乙](a.md)", "<p>甲<a href=\"a.md\">乙</a></p>"),
        ("甲 <!-- 注\n\n空行\n\n--> 乙", "<p>甲 乙</p>"), ("甲\n\n<!-- 注\n\n## 空行\n\n- 列表\n--> 乙", "<p>甲</p>\n<p>乙</p>"),
        ("<!-- 一 --> <!-- 二 -->\n\n甲", "<p>甲</p>"), ("甲 <!-- 一 --><!-- 二 --> 乙", "<p>甲 乙</p>"),
        ("<!-->\n\n甲", "<p>甲</p>"),
        ("甲 <!-- a --!> b --> 乙", "<p>甲 乙</p>"), ("甲 <!-- `码 --> 乙` 丙", "<p>甲 乙` 丙</p>"),
        ("> 引 <!-- 注\n> 续 --> 文", "<blockquote>\n<p>引 文</p>\n</blockquote>"), ("甲 <!-- a > b --> 乙", "<p>甲 乙</p>"),
        ("甲 <!-- [x](javascript:y) --> 乙", "<p>甲 乙</p>"), ("甲 <!-->b\n\n乙 --> 丙", "<p>甲 b</p>\n<p>乙 --&gt; 丙</p>"),
        ("甲 <!---> <!-- 乙 --> 丙", "<p>甲 丙</p>"),
        ("    <!-- 内部 -->\n\n甲", "<p>甲</p>"),
        ("1. 甲\n\n    <!-- 内部 -- 乙 -->\n\n    丙", "<ol>\n<li>\n<p>甲</p>\n<p>丙</p>\n</li>\n</ol>"),
        ("**甲**<!-- 注 -->乙", "<p><strong>甲</strong>乙</p>"), ("甲\n<!-- 注 -->\n乙", "<p>甲</p>\n<p>乙</p>"),
        ("- 甲\n  <!-- 注 -- 内 -->\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"), ("甲 <!-- 注 -->\n乙", "<p>甲乙</p>"),
        ("## 甲 <!-- 注 -- 内 -->", "<h2 id=\"甲\">甲</h2>"), ("甲 <!-- \u{1F600} 𠮷 --> 乙", "<p>甲 乙</p>"),
        (
            "![图](a.png) <!-- 来源 -- 内部 -->",
            "<figure><img src=\"a.png\" alt=\"图\" decoding=\"async\"><figcaption>图</figcaption></figure>"
        ),
    ]

    @Test("a comment is whatever ends at the first -->, wherever it stands, and is never shown", arguments: hidden)
    func comments(text: String, html: String) {
        let parsed = Parsed(text)
        #expect(parsed.html == html)
        #expect(parsed.rules.isEmpty, "\(parsed.diagnostics.map(\.message.zh))")
        #expect(!parsed.document.comments.isEmpty)
        for comment in parsed.document.comments {
            let written = parsed.text(comment.range.bytes)
            #expect(written.hasPrefix("<!--") && written.hasSuffix("-->"))
        }
    }

    @Test(
        "a comment that is nothing but its marks, with an end further on, is told: what follows is published",
        arguments: [
            "正文 <!---> 乙 -->", "甲 <!-->b --> 乙", "- 甲 <!---> 乙 -->", "甲 <!--->\n乙 --> 丙", "<!---> 乙 -->",
            "> 甲 <!--> 乙 -->",
        ])
    func shortComments(text: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/open-comment"], "\(parsed.html)")
        #expect(parsed.diagnostics.first?.message.zh.hasPrefix("注释到这里就完了") == true)
    }

    @Test("a comment in a cell is hidden with its bars")
    func cells() {
        let parsed = Parsed("| 甲 | 乙 |\n| --- | --- |\n| 丙 <!-- 内部 -- 丙某 | 丁 --> | 丁 |")
        #expect(parsed.document.plainText == "甲 乙\n丙 丁")
        #expect(parsed.rules.isEmpty)
    }

    @Test(
        "what looks like a comment is shown in code and where it is escaped",
        arguments: [
            ("`<!-- 甲 -- 乙 -->`", "<p><code>&lt;!-- 甲 -- 乙 --&gt;</code></p>"),
            ("```\n<!-- 甲 -->\n```", "<pre><code>&lt;!-- 甲 --&gt;\n</code></pre>"),
            ("~~~\n<!--\n~~~", "<pre><code>&lt;!--\n</code></pre>"), ("\\<!-- 甲 -->", "<p>&lt;!-- 甲 --&gt;</p>"),
            ("&lt;!-- 甲", "<p>&lt;!-- 甲</p>"), ("`` ` <!-- `` 甲", "<p><code>` &lt;!--</code> 甲</p>"),
            ("> ```\n> <!-- 甲\n> ```", "<blockquote>\n<pre><code>&lt;!-- 甲\n</code></pre>\n</blockquote>"),
            ("- ```\n  <!-- 甲\n  ```", "<ul>\n<li>\n<pre><code>&lt;!-- 甲\n</code></pre>\n</li>\n</ul>"),
        ])
    func code(text: String, html: String) {
        #expect(Parsed(text).html == html)
        #expect(Parsed(text).rules.isEmpty)
        #expect(Parsed(text).document.comments.isEmpty)
    }

    @Test(
        "a comment without an end is one error, which says that it would be published",
        arguments: [
            "⟦<!--⟧ 没有结尾的注释：己某\n\n后面的正文。", "正文 ⟦<!--⟧ 待核实\n\n## 后面\n\n正文", "- 甲 ⟦<!--⟧ 乙 --!> 丙",
            "| 甲 ⟦<!--⟧ |\n| - |\n| 乙 |",
            "甲 <!-- 好 --> 乙 ⟦<!--⟧ 坏 --", "```\n码\n```\n\n⟦<!--⟧\n\n<div>", "> ⟦<!--⟧ 引\n\n`文`",
        ])
    func unclosed(marked: String) {
        let parts = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
        let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
        let parsed = Parsed(text)
        let found = parsed.diagnostics.filter { $0.rule.name == "markdown/open-comment" }
        #expect(found.map { $0.range?.bytes.lowerBound } == [parts[0].utf8.count])
        #expect(found.first?.message.zh == "注释没有结尾“-->”，它和后面的文字都会公开。")
        #expect(
            parsed.rules.allSatisfy { ["markdown/open-comment", "markdown/raw-html"].contains($0) }, "\(parsed.rules)")
    }

    @Test(
        "no comment gets out unseen where code has no clear end",
        arguments: [
            "- ```\n  码\n\n正文 <!-- 秘密 -->", "- `甲\n- <!-- 秘密 --> 乙`", "| `甲 | <!-- 秘密 --> 乙` |\n| - | - |\n| 1 | 2 |",
            "    ```\n\n正文 <!-- 秘密 -- 密 --> 文", "<div>\n<!-- 秘密 -->\n</div>", "<script>\n`<!-- 秘密 -- 密 -->\n</script>",
            "[甲](<!-- 秘密 -->)", "[甲](a.md \"<!-- 秘密 -->\")", "[r]: a.md \"<!-- 秘密 -->\"\n\n[r]",
            "<a title=\"<!-- 秘密 -->\">",
            "<? <!-- 秘密 --> ?>", "<![CDATA[<!-- 秘密 -->]]>", "<!X <!-- 秘密 -->>", "甲 <b <!-- 秘密 --> 乙",
            "![<!-- 秘密 -->](a.png)",
            "## 甲 {#<!-- 秘密 -->}", "[^1]\n\n[^1]: <!-- 秘密 -- 密 -->", "~~~ <!-- 秘密 -->\n~~~", "# <!-- 秘密 -->",
            "<!-- 秘密 -->: <https://example.org/>",
        ])
    func safety(text: String) {
        let parsed = Parsed(text)
        let isShown =
            parsed.html.contains("秘密") || parsed.document.plainText.contains("秘密")
            || parsed.document.headings.contains { ($0.text + $0.id).contains("秘密") }
        #expect(!isShown || parsed.rules.contains("markdown/open-comment"), "\(parsed.html)")
    }

    @Test(
        "what was meant as a comment and is none is an error, and so is one whose end is in doubt",
        arguments: [
            ("甲 <！-- 内部 --> 乙", "<！--"), ("甲 ＜!-- 内部 --＞ 乙", "＜!--"), ("甲 《！-- 内部 --》 乙", "《！--"),
            ("甲 <!—— 内部 ——> 乙", "<!——"), ("甲 <! -- 内部 --> 乙", "<! --"), ("甲 <!- 内部 -> 乙", "<!-"),
            ("甲 < !-- 内部 --> 乙", "< !--"), ("< ! -- 内部 -->", "< ! --"), ("- ＜ ！-- 内部 -->", "＜ ！--"),
            ("- 甲 <！-- 内部 --> 乙", "<！--"), ("| 甲 |\n| --- |\n| <！-- 内部 --> |", "<！--"),
            ("## 甲 <!– 内部 –> 乙", "<!–"),
            ("甲 <!-- 内部 ——>\n\n乙\n\n<!-- 丙 -->", "——>"), ("甲 <!-- 内部 --＞ 乙 -->", "--＞"),
            ("<!-- 内部 —>\n\n乙 -->", "—>"), ("甲 <!-- 外 <!-- 内 --> 仍是外 --> 乙", "<!--"),
            ("<!-- 忘了结尾\n\n乙\n\n<!-- 丙 -->", "<!--"), ("- 甲 <!-- 一 <!-- 二 -->", "<!--"),
        ])
    func slips(text: String, mark: String) {
        let parsed = Parsed(text)
        #expect(parsed.rules == ["markdown/open-comment"], "\(parsed.rules) \(parsed.html)")
        #expect(parsed.marked == [mark])
    }

    @Test(
        "signs that only look like a comment's are text",
        arguments: [
            "甲 --> 乙", "甲 <- 乙 -> 丙", "1 < 2！-3", "《！》-", "`<！-- 码 -->`", "甲 \\<!-- 乙 -->", "真好！--乙", "甲<!乙", "a < !-1",
            "1 < ! 2",
            "<!-- 甲 -> 乙 => 丙 -->", "<!-- 甲 — 乙 -->", "甲 <!---->乙",
        ])
    func noSlips(text: String) { #expect(Parsed(text).rules.isEmpty, "\(Parsed(text).rules)") }

    @Test(
        "comments in titles, addresses and marks of code leave nothing behind",
        arguments: [
            ("[甲](a.md \"乙 <!-- 内 -->\")", "<p><a href=\"a.md\" title=\"乙\">甲</a></p>"),
            ("[甲][r]\n\n[r]: a.md \"<!-- 内 -->\"", "<p><a href=\"a.md\">甲</a></p>"),
            ("[甲](a.md<!-- 内 -->)", "<p><a href=\"a.md\">甲</a></p>"),
        ])
    func attributes(text: String, html: String) { #expect(Parsed(text).html == html) }

    @Test("an exemption at the head of a line covers the line")
    func exemption() throws {
        let parsed = Parsed("甲\n\n<!-- showcase-ignore link/text: 引用原文 -->[点击这里](target.md)\n\n乙")
        #expect(parsed.document.references.map(\.text) == ["点击这里"])
        let comment = try #require(parsed.document.comments.first)
        #expect(parsed.text(comment.subject).contains("[点击这里]"))
    }

    @Test(
        "a comment on a line of its own is about the block behind it, whatever ends the lines",
        arguments: ["\n", "\r\n"], ["", "<!-- 又 -->\n", "\n\n"])
    func subjects(lineEnd: String, between: String) throws {
        let text = "甲\n\n<!-- 一\n二 -->\n\(between)丙\n丁\n\n戊\n".replacing("\n", with: lineEnd)
        let parsed = Parsed(text)
        let subject = try #require(parsed.document.comments.last?.subject)
        #expect(parsed.text(subject) == "丙\(lineEnd)丁\(lineEnd)")
        #expect(parsed.html.contains("<p>丙"))
    }

    @Test("a comment at the end of a file is about nothing", arguments: ["\n", "\r\n", "", "\r\n\r\n"])
    func lastComment(lineEnd: String) throws {
        let parsed = Parsed("甲\r\n\r\n<!-- 乙 -->" + lineEnd)
        #expect(try #require(parsed.document.comments.first).subject.isEmpty)
    }

    @Test("positions behind comments are those of the file")
    func places() {
        let parsed = Parsed("甲 <!-- 一\n二 -- 三 --> [乙]（a.md） <!-- x -->[丙](b.md)\n\n丁 **戊")
        #expect(parsed.marked == ["[乙]（a.md）", "**"])
        #expect(parsed.referenced == ["b.md"])
        #expect(parsed.diagnostics.map(\.range?.start.line) == [2, 4])
    }

    @Test("a comment may be as long as a page")
    func long() {
        let parsed = Parsed("甲\n\n<!--\n" + String(repeating: "内部说明。\n\n", count: 4000) + "-->\n\n乙")
        #expect(parsed.html == "<p>甲</p>\n<p>乙</p>")
        #expect(parsed.rules.isEmpty)
    }
}
