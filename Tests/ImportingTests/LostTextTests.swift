import Testing

@testable import Importing

@Suite("Text of forms that no draft has")
struct LostTextTests {
    private typealias Form = HandedIn

    private static let fields = Form.table(
        [
            ["班组名称", "钱湾路面养护班组", "企业名称", "浙江澄湖城市建设集团有限公司"], ["推荐协会", "无", "年度", "2024"],
        ].map { $0.map(Form.paragraph) })
    private static let story = "本班组负责城区道路养护，共有十八名成员，坚持自检互检。"

    private func draft(_ body: String) throws -> FormDraft {
        FormDraft(
            try FilledForm(
                Form.file(Self.fields + body + Form.paragraph("表格编号：application/2024")), forms: [Form.form]),
            contacts: .init([]))
    }

    private func lost(_ body: String) throws -> LostText? {
        try draft(body).notes.lazy.compactMap { if case .lostText(let lost) = $0 { lost } else { nil } }.first
    }

    @Test(
        "sentences that stand in no part are told with the first of them",
        arguments: [
            ("without headings", Form.paragraph(story) + Form.paragraph(story.replacing("养护", with: "检修"))),
            ("short sentences", Form.paragraph("本班组负责城区道路养护。")),
            ("other headings", Form.paragraph("第一部分　我们是谁") + Form.paragraph(story)),
            ("in a cell", Form.table([[Form.paragraph("简介与成果") + Form.paragraph(story)]])),
            (
                "before the first heading",
                Form.paragraph(story) + Form.paragraph("一、班组简介") + Form.paragraph("成员十八名，分两班。")
            ),
            ("a heading with its text", Form.paragraph("一、班组简介：" + story)),
        ])
    func told(name: String, body: String) throws {
        let found = try #require(try lost(body), "\(name)")
        #expect(found.first.contains("本班组负责城区道路养护"), "\(name): \(found)")
    }

    @Test(
        "headings with more around them are those of their parts",
        arguments: ["【班组简介】", "一、班组简介（500字）", "（一）班组简介情况", "二、质量信得过班组简介", "1.班组简介", "班组简介"])
    func titles(title: String) throws {
        let draft = try draft(Form.paragraph(title) + Form.paragraph(Self.story))
        #expect(draft.body.contains(Self.story), "\(draft.body)")
        #expect(!draft.notes.contains { if case .lostText = $0 { true } else { false } })
    }

    @Test("notes of the form, titles and answers are not lost")
    func healthy() throws {
        let body =
            Form.paragraph("全国市政工程质量信得过班组建设成果申报表") + Form.paragraph("填表说明：企业自荐的，“推荐协会”不填；请盖章后报送。")
            + Form.paragraph("一、班组简介") + Form.paragraph(Self.story)
        #expect(try lost(body) == nil)
        #expect(try lost("") == nil)
    }
}
