import Testing

@testable import Importing

@Suite("Text of forms below other headings, or below none")
struct UnsortedTextTests {
    private typealias Form = HandedIn

    private static let fields = Form.table(
        [
            ["班组名称", "钱湾路面养护班组", "企业名称", "浙江澄湖城市建设集团有限公司"], ["推荐协会", "无", "年度", "2024"],
        ].map { $0.map(Form.paragraph) })
    private static let story = "本班组负责城区道路养护，共有十八名成员，坚持自检互检。"
    private static let other = "改进了摊铺的方法，平整度提高三成。"

    private static func p(_ text: String) -> String { Form.paragraph(text) }

    /// Text that stands in no part, with what its place is.
    private static let unsorted: [(name: String, body: String)] = {
        var all: [(name: String, body: String)] = []
        all.append(("without headings", p(story) + p(other)))
        all.append(("short sentences", p("本班组负责城区道路养护。")))
        all.append(("other headings", p("第一部分　我们是谁") + p(story)))
        all.append(("in a cell", Form.table([[p("简介与成果") + p(story)]])))
        all.append(("beside a label", Form.table([[p("简介与成果"), p(story)]])))
        all.append(("beside a label of others", Form.table([[p("班组事迹材料"), p(story)]])))
        all.append(("before the first heading", p(story) + p("一、班组简介") + p("成员十八名，分两班。")))
        all.append(("in a table below", p("一、班组简介") + p("成员十八名，分两班。") + Form.table([[p(story), p(other)]])))
        return all
    }()

    private func draft(_ body: String) throws -> FormDraft {
        FormDraft(
            try FilledForm(
                Form.file(Self.fields + body + Form.paragraph("表格编号：application/2024")), forms: [Form.form]),
            contacts: .init([]))
    }

    private func isTold(_ draft: FormDraft) -> Bool {
        draft.notes.contains { if case .unsortedText = $0 { true } else { false } }
    }

    @Test(
        "text that stands in no part is drafted as it stands, and told with the first of it",
        arguments: unsorted)
    func drafted(name: String, body: String) throws {
        let draft = try draft(body)
        #expect(draft.body.contains("本班组负责城区道路养护"), "\(name): \(draft.body)")
        if name != "in a table below" { #expect(isTold(draft), "\(name)") }
        if body.contains("第一部分") { #expect(draft.body.contains("第一部分"), "its heading stays with it") }
    }

    @Test("text before the first part stands before it, text of another place behind the last")
    func places() throws {
        let draft = try draft(
            Form.paragraph(Self.story)
                + Form.table([
                    [
                        Form.paragraph("一、班组简介") + Form.paragraph("成员十八名，分两班。") + Form.paragraph("二、质量改进与创新")
                            + Form.paragraph("改进方法三项，都在用。")
                    ]
                ]) + Form.paragraph(Self.other))
        let positions = [Self.story, "成员十八名", "改进方法三项", Self.other].map { draft.body.firstRange(of: $0)?.lowerBound }
        #expect(!positions.contains(nil), "\(draft.body)")
        #expect(positions.compactMap { $0 } == positions.compactMap { $0 }.sorted())
    }

    @Test(
        "headings with more around them are those of their parts",
        arguments: ["【班组简介】", "一、班组简介（500字）", "（一）班组简介情况", "二、质量信得过班组简介", "1.班组简介", "班组简介"])
    func titles(title: String) throws {
        let draft = try draft(Form.paragraph(title) + Form.paragraph(Self.story))
        #expect(draft.body.contains("## 班组简介\n\n\(Self.story)"), "\(draft.body)")
        #expect(!isTold(draft))
    }

    @Test(
        "a title at the head of a paragraph begins its part",
        arguments: ["一、班组简介：", "班组简介:", "【班组简介】", "一、班组简介（500字）", "（一）班组简介　"])
    func leadIns(title: String) throws {
        let draft = try draft(
            Form.paragraph(title + Self.story) + Form.paragraph("二、质量改进与创新：" + Self.other))
        #expect(draft.body.contains("## 班组简介\n\n\(Self.story)"), "\(draft.body)")
        #expect(draft.body.contains("## 质量改进与创新\n\n\(Self.other)"), "\(draft.body)")
        #expect(!isTold(draft))
    }

    @Test("a title at the head of a paragraph is text where a line of its own is the title")
    func leadInOfText() throws {
        let draft = try draft(
            Form.paragraph("一、班组简介") + Form.paragraph("质量改进与创新：三项。") + Form.paragraph("二、质量改进与创新")
                + Form.paragraph(Self.other))
        #expect(draft.body.contains("## 班组简介\n\n质量改进与创新：三项。"), "\(draft.body)")
    }

    @Test("parts in rows, with their titles beside or above their text", arguments: [true, false])
    func rows(isBeside: Bool) throws {
        let cells = [("一、班组简介", Self.story), ("二、质量改进与创新", Self.other)].map { ($0, $1) }
        let rows = cells.flatMap { title, text in
            let (title, text) = (Form.paragraph(title), Form.paragraph(text))
            return isBeside ? [[title, text]] : [[title], [text]]
        }
        let draft = try draft(Form.table(rows))
        #expect(draft.body.contains("## 班组简介\n\n\(Self.story)"), "\(draft.body)")
        #expect(draft.body.contains("## 质量改进与创新\n\n\(Self.other)"), "\(draft.body)")
        #expect(draft.body.components(separatedBy: Self.story).count == 2, "once")
    }

    @Test("headings in the words of the hints are those of their parts, and told")
    func otherWords() throws {
        let draft = try draft(
            Form.paragraph("一、班组写成员与职责") + Form.paragraph(Self.story) + Form.paragraph("二、班组的改进能力和创新能力")
                + Form.paragraph(Self.other))
        #expect(draft.body.contains("## 班组简介\n\n\(Self.story)"), "\(draft.body)")
        #expect(draft.body.contains("## 质量改进与创新\n\n\(Self.other)"), "\(draft.body)")
        #expect(draft.notes.contains { if case .otherName(_, "质量改进与创新") = $0 { true } else { false } })
    }

    @Test("notes of the form, titles and answers are not text")
    func healthy() throws {
        let body =
            Form.paragraph("全国市政工程质量信得过班组建设成果申报表") + Form.paragraph("填表说明：企业自荐的，“推荐协会”不填；请盖章后报送。")
            + Form.paragraph("一、班组简介") + Form.paragraph(Self.story)
        #expect(!isTold(try draft(body)))
        #expect(!isTold(try draft("")))
        let signed = try draft(Form.paragraph(Self.story) + Form.paragraph("负责人（签字）") + Form.paragraph("2024年5月1日"))
        #expect(!signed.body.contains("负责人"))
    }

    @Test("what stands beside a label that speaks of people is not drafted")
    func people() throws {
        let draft = try draft(
            Form.table([[Form.paragraph("联系电话"), Form.paragraph("张三，一三八零零一三八零零零，住在文三路。")]]))
        #expect(!draft.body.contains("张三"), "\(draft.body)")
    }
}
