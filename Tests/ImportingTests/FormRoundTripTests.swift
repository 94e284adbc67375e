import Diagnostics
import Foundation
import Markdown
import Testing

@testable import Importing

@Suite("Text of Word shown by a page")
struct FormRoundTripTests {
    /// The words that a page shows of a text that stands in a Word file, without blanks.
    private static func shown(_ paragraphs: [String], style: String = "") throws -> (words: String, findings: Int) {
        let body = paragraphs.map {
            let text = $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            return "<w:p>\(style)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
        }.joined()
        let file = try HandedIn.file(
            HandedIn.table([[HandedIn.paragraph("班组简介") + body]]) + HandedIn.paragraph("表格编号：application/2024"))
        let draft = FormDraft(try FilledForm(file, forms: [HandedIn.form]), contacts: .init([]))
        let text = draft.body.components(separatedBy: "\n## 质量改进与创新\n")[0].replacing("## 班组简介\n", with: "")
        let source = SourceFile(path: "page", text: text)
        let (document, findings) = MarkdownParser.parse(source, from: 0, options: .init(isKnownUTF8: true))
        return (document.plainText.filter { !$0.isWhitespace }, findings.count)
    }

    private static let lines = [
        "1. 首件样板", "1.首件样板", "12) 班前会", "- 首件", "+ 首件", "* 首件 *", "# 标题", "#2 泵站", "规格为600*600*50mm", "95%*3次；路基宽8*2米",
        "a_b_c", "甲|乙", "|---|---|", "---", "===", "***", "> 引用", "`代码`", "```", "~~~", "[甲](b)", "![甲](b)", "[^1]",
        "[1]: 见后",
        "<b>粗</b>", "<!-- 内部 -->", "&amp;", "&#35;", "C:\\temp\\", "    四格", "　　两格", "\t制表", "1\\. 已转义", "~~删~~",
        "~0.5", "- [ ] 待办",
        "www.gov.cn", "第一条 总则", "：冒号", "+5℃", "-5℃", "=公式", "“引号”", "2026-11-25", "3.14", "\\", "甲\\", "#", "#甲#", "<",
        "https://example.org/a_b_c",
    ]

    @Test("each line is shown as it reads, alone and between others", arguments: lines)
    func line(text: String) throws {
        let wanted = text.filter { !$0.isWhitespace }
        #expect(try Self.shown([text]).words == wanted)
        #expect(try Self.shown(["前文", text, "后文"]).words == "前文\(wanted)后文")
        // Of an address that is no link a page is told, whoever wrote it.
        let findings = text.hasPrefix("www.") ? 1 : 0
        #expect(try Self.shown(["前文", text, "后文"]).findings == findings)
    }

    @Test("each line is shown as it reads as a heading", arguments: lines)
    func heading(text: String) throws {
        let style = "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
        #expect(try Self.shown([text], style: style).words == text.filter { !$0.isWhitespace })
    }

    @Test("text of any marks in any order is shown as it reads")
    func anything() throws {
        let marks = Array("*_`[]()<>#+-.!|~&\\\"'=:1 2a甲，。^{}")
        var state: UInt64 = 7
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(marks[Int(state >> 33) % marks.count])
            }
            // Blanks at its ends are no text.
            let words = "始\(text)"
            #expect(try Self.shown([text, words]).words == (text + words).filter { !$0.isWhitespace }, "\(text)")
        }
    }
}
