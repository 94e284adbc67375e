import TestSupport
import Testing

@testable import Markdown

@Suite("Emphasis in Chinese text")
struct EmphasisTests {
    @Test(
        "bold beside Chinese punctuation is bold",
        arguments: [
            ("**质量。**信", "<strong>质量。</strong>信"),
            ("**“质量”**是", "<strong>“质量”</strong>是"),
            ("他说**“好”**。", "他说<strong>“好”</strong>。"),
            ("他说**“好”**，我说**“行”**。", "他说<strong>“好”</strong>，我说<strong>“行”</strong>。"),
            ("**质量。**信得过**班组**", "<strong>质量。</strong>信得过<strong>班组</strong>"),
            ("**质量（QC）**小组", "<strong>质量（QC）</strong>小组"),
            ("开展**《办法》**学习", "开展<strong>《办法》</strong>学习"),
            ("开展**QC（质量）**活动", "开展<strong>QC（质量）</strong>活动"),
            ("合格率**98%**以上", "合格率<strong>98%</strong>以上"),
            ("*提示：*请", "<em>提示：</em>请"),
            ("***注意！***请", "<em><strong>注意！</strong></em>请"),
            ("**[链接](a)**是", "<strong><a href=\"a\">链接</a></strong>是"),
            ("见**`代码`**的", "见<strong><code>代码</code></strong>的"),
            ("**质量“[标准](a)”**是", "<strong>质量“<a href=\"a\">标准</a>”</strong>是"),
            ("**质量*第一*！**信", "<strong>质量<em>第一</em>！</strong>信"),
            ("**\"质量\"**是", "<strong>&quot;质量&quot;</strong>是"),
            ("**质量……**信", "<strong>质量……</strong>信"),
            ("**质量——**信", "<strong>质量——</strong>信"),
            ("**质量：**\n信", "<strong>质量：</strong>信"),
            ("**これは。**私", "<strong>これは。</strong>私"),
            ("**한국어(조선말)**은", "<strong>한국어(조선말)</strong>은"),
            ("**ABC。**DEF", "<strong>ABC。</strong>DEF"),
            ("，**、**，", "，<strong>、</strong>，"),
            ("[见**“甲”**乙](a)", "<a href=\"a\">见<strong>“甲”</strong>乙</a>"),
            ("**一、**甲**二、**乙", "<strong>一、</strong>甲<strong>二、</strong>乙"),
            ("~~**“旧”**~~的", "<del><strong>“旧”</strong></del>的"),
        ])
    func repairs(markdown: String, expected: String) {
        let parsed = Parsed(markdown)
        #expect(parsed.html == "<p>\(expected)</p>")
        #expect(parsed.rules.isEmpty)
    }

    @Test(
        "asterisks that are no emphasis stay",
        arguments: [
            (#"\*\*质量。\*\*信"#, "**质量。**信"),
            (#"&#42;*质量。**信"#, "**质量。**信"),
            ("`**质量。**信`", "<code>**质量。**信</code>"),
            ("2 * 3 ** 4", "2 * 3 ** 4"),
            ("长*宽", "长*宽"),
        ])
    func keeps(markdown: String, expected: String) {
        #expect(Parsed(markdown).html == "<p>\(expected)</p>")
    }

    @Test("asterisks left over are reported where they stand")
    func leftovers() {
        let parsed = Parsed("前文\n\n> 这是** 质量 **的[链接](a)\n> **信")
        #expect(
            parsed.rules == ["markdown/leftover-emphasis", "markdown/leftover-emphasis", "markdown/leftover-emphasis"])
        #expect(parsed.marked == ["**", "**", "**"])
        #expect(parsed.diagnostics.map(\.range?.start.line) == [3, 3, 4])
        #expect(parsed.diagnostics.map(\.range?.start.column) == [5, 11, 3])
    }

    @Test("text without Chinese reads as CommonMark says, whatever the asterisks")
    func agreesWithCommonMark() {
        var generator = SeededGenerator(seed: 7)
        let pieces = ["*", "**", "***", "a", "b", " ", ".", "(", ")", "_", "`c`", "[x](y)", "\nz", "\\*", "2 "]
        for _ in 0..<4000 {
            let count = Int(generator.next() % 12) + 1
            let text = "w" + (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            let expected = CommonMark.referenceHTML(text).replacing(" />", with: ">")
            #expect(Parsed(text).html == expected, "\(text)")
        }
    }

    @Test(
        "a sign between numbers, units and percentages marks nothing",
        arguments: [
            "规格为600*600*50mm的透水砖", "95%*3次；路基宽8*2米", "8米*2米，共3层*4遍", "长50mm*宽30mm*2根，再50cm*30cm", "(2+3)*4和(1+2)*5",
            "2**10和3**5", "误差3~~5天，8~~10天", "面积12㎡*3，8℃*2", "１２*１３*１４", "10厘米*20厘米*30厘米", "3*4",
        ])
    func operators(text: String) {
        #expect(Parsed(text).html == "<p>\(text)</p>")
        #expect(Parsed(text).rules.isEmpty)
    }

    @Test(
        "a sign between measures with names, grades and numerals marks nothing",
        arguments: [
            "长600mm*宽600mm*厚50mm", "C30*P6*F150混凝土", "K0+100*K0+200*段", "Ⅰ*Ⅱ*Ⅲ", "①*②*③", "一*二*三", "直径8*φ6*L30",
            "高2米*宽3米*长4米的箱涵",
        ])
    func measures(text: String) {
        #expect(Parsed(text).html == "<p>\(text)</p>")
        #expect(Parsed(text).rules.isEmpty)
    }

    @Test("stars with spaces inside are told once for a pair, single ones and those between numbers are not")
    func spaced() {
        #expect(Parsed("** 空格粗体 **").rules == ["markdown/leftover-emphasis"])
        #expect(Parsed("说明 ** 重点 ** 与 ** 要点 ** 。").rules.count == 2)
        for text in ["2 ** 3 ** 4", "甲 ** 乙", "* * *", "a * b * c"] { #expect(Parsed(text).rules.isEmpty, "\(text)") }
    }

    @Test(
        "numbers are emphasised like other words",
        arguments: [
            ("共**48**个", "共<strong>48</strong>个"), ("第*3*次", "第<em>3</em>次"),
            ("合格率**98%**。", "合格率<strong>98%</strong>。"),
            ("**2020**年**48**个", "<strong>2020</strong>年<strong>48</strong>个"), ("8*2米，*重点*内容", "8*2米，<em>重点</em>内容"),
            ("8**2和**重点**", "8**2和<strong>重点</strong>"), ("共8人*重点*", "共8人<em>重点</em>"), ("~~3~~5", "~~3~~5"),
            ("宽~~3~~米", "宽<del>3</del>米"),
        ])
    func emphasisedNumbers(text: String, html: String) { #expect(Parsed(text).html == "<p>\(html)</p>") }

    @Test(
        "double tildes strike out, others stay",
        arguments: [
            ("~~旧~~新", "<del>旧</del>新"),
            ("~~a **b** c~~", "<del>a <strong>b</strong> c</del>"),
            ("**a ~~b~~ c**", "<strong>a <del>b</del> c</strong>"),
            ("~a~ ~~~b~~~", "~a~ ~~~b~~~"),
            (#"\~~a~~"#, "~~a~~"),
            ("~~ a ~~", "~~ a ~~"),
            ("**a ~~b** c~~", "<strong>a ~~b</strong> c~~"),
            ("`~~a~~`", "<code>~~a~~</code>"),
            ("1~3月，5~8月", "1~3月，5~8月"),
        ])
    func strikethrough(markdown: String, expected: String) {
        #expect(Parsed(markdown).html == "<p>\(expected)</p>")
    }
}
