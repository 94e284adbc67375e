import Content
import FormReading
import Forms
import Testing

@Suite("Drafts made of filled forms")
struct DraftTests {
    private typealias Form = HandedIn

    private func draft(_ parts: String, extra: String = "", team: String = "路面班组") throws -> FormDraft {
        let body =
            Form.table([
                [
                    Form.paragraph("班组名称"), Form.paragraph(team), Form.paragraph("企业名称"),
                    Form.paragraph("浙江越隧公司"),
                ],
                [Form.paragraph("联系人"), Form.paragraph("张三"), Form.paragraph("手机"), Form.paragraph("13812345678")],
            ]) + extra + Form.table([[parts]]) + Form.paragraph("表格编号：application/2024")
        return FormDraft(try Form.read(body), contacts: .init([]))
    }

    @Test("parts become sections; lists, tables and marks of Markdown in the text are kept as they read")
    func sections() throws {
        let list =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(Form.run("第一项"))</w:p>"
        let draft = try draft(
            Form.paragraph("一、班组简介") + Form.paragraph("# 不是*标题* [a](b) &lt;b&gt;") + list + list
                + Form.paragraph("2、质量改进与创新")
                + Form.table([[Form.paragraph("甲"), Form.paragraph("乙|丙")], [Form.paragraph("1"), ""]])
                + Form.paragraph("完"))
        #expect(
            draft.body == """
                ## 班组简介

                \\# 不是\\*标题\\* \\[a\\](b) \\<b\\>

                1. 第一项
                1. 第一项

                ## 质量改进与创新

                | 甲 | 乙\\|丙 |
                | --- | --- |
                | 1 |  |

                完

                """)
    }

    @Test("private answers are left out and named, missing parts and the length are told")
    func notes() throws {
        let draft = try draft(Form.paragraph("班组简介") + Form.paragraph("很短，电话13812345678。"))
        #expect(draft.privateFields == ["联系人", "手机"])
        #expect(!draft.body.contains("张三"))
        #expect(draft.notes.contains(.missingPart("质量改进与创新")))
        #expect(draft.notes.contains { if case .length(_, 100, 1000) = $0 { true } else { false } })
        #expect(draft.notes.contains { if case .personalData = $0 { true } else { false } })
    }

    @Test("a row of the roster quotes what it must, and no cell is a formula")
    func row() throws {
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/awards/2024/index.md": "---\ntitle: 年度\nyear: 2024\nstatus: draft\n---\n",
            "content/awards/2024/roster.csv":
                "id,team,enterprise,province,mode\r\nzj-004,甲班组,甲公司,浙江,self\r\n",
        ]
        let content = try #require(try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1).content)
        var placement = DraftPlacement(content, year: 2024, province: nil)
        let draft = try draft(Form.paragraph("班组简介") + Form.paragraph("文字"))
        let first = placement.place(draft)
        let place = try #require(first)
        #expect(DraftFiles.row(of: draft, at: place) == "zj-005,路面班组,浙江越隧公司,浙江,self,,title,,held\r\n")
        #expect(DraftFiles.writeUp(of: draft, at: place).map(\.path) == ["content/awards/2024/zj-005.md"])
        let hostile = try self.draft(Form.paragraph("班组简介"), team: "=1+1,队")
        #expect(DraftFiles.row(of: hostile, at: place).hasPrefix("zj-005,\"'=1+1,队\",浙江越隧公司,"))
        let second = placement.place(draft)
        let again = try #require(second)
        #expect(again.isKnown && again.hasWriteUp && again.id == "zj-005")
    }
}
