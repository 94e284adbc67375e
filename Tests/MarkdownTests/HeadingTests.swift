import Testing

@testable import Markdown

@Suite("Headings")
struct HeadingTests {
    @Test(
        "an id keeps Han, small ASCII letters and digits",
        arguments: [
            ("质量方针", "质量方针"), ("一、概况（2020年）", "一概况2020年"), ("PDCA Cycle", "pdca-cycle"), ("a - b", "a-b"),
            ("e\u{301}t\u{E9}", "\u{E9}t\u{E9}"), ("`代码` *强调* [链接](a)", "代码-强调-链接"), ("全角　空格", "全角-空格"),
            ("📈 指标", "指标"), ("fn-1", "section-fn-1"), ("甲_乙", "甲_乙"), ("甲 {#x-1}", "x-1"), ("**甲** {#节}", "节"),
        ])
    func ids(text: String, id: String) {
        let parsed = Parsed("## " + text)
        #expect(parsed.document.headings.map(\.id) == [id])
        #expect(parsed.html.hasPrefix("<h2 id=\"\(id)\">"))
        #expect(parsed.rules.isEmpty)
    }

    @Test("an id given at the end is not shown")
    func explicit() {
        let parsed = Parsed("## 质量 **方针** 一 {#policy}")
        #expect(parsed.html == "<h2 id=\"policy\">质量 <strong>方针</strong> 一</h2>")
        #expect(parsed.document.headings.first?.text == "质量 方针 一")
    }

    @Test("equal headings get numbers, given ids go first")
    func unique() {
        let parsed = Parsed("## 甲\n## 甲\n## 甲-2\n## 乙 {#丙}\n## 丙\n## 甲")
        #expect(parsed.document.headings.map(\.id) == ["甲", "甲-2", "甲-2-2", "丙", "丙-2", "甲-3"])
        #expect(Parsed("## 丙\n## 乙 {#丙}").document.headings.map(\.id) == ["丙-2", "丙"])
    }

    @Test(
        "bad ids are errors",
        arguments: [
            ("## 甲 {#a b}", "markdown/bad-heading-id"), ("## 甲 {#}", "markdown/bad-heading-id"),
            ("## 甲 {#a.b}", "markdown/bad-heading-id"),
            ("## 甲 {#art-1}", "markdown/bad-heading-id"), ("## 甲 {#x}\n## 乙 {#x}", "markdown/duplicate-id"),
            ("## ！？", "markdown/empty-heading-id"), ("##", "markdown/empty-heading-id"),
        ])
    func bad(markdown: String, rule: String) {
        let parsed = Parsed(markdown)
        #expect(parsed.rules == [rule])
        #expect(Set(parsed.document.headings.map(\.id)).count == parsed.document.headings.count)
    }

    @Test("a level-1 heading moves all down, to 6 at most")
    func levels() {
        #expect(Parsed("# 甲\n## 乙\n###### 丙").document.headings.map(\.level) == [2, 3, 6])
        #expect(Parsed("## 甲\n### 乙").document.headings.map(\.level) == [2, 3])
        #expect(Parsed("甲\n===").html == "<h2 id=\"甲\">甲</h2>")
    }
}
