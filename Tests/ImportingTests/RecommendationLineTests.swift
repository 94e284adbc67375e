import Content
import Testing
import Values

@testable import Importing

/// Forms whose place for the recommender is empty, and which speak of a recommendation elsewhere.
@Suite("Recommendations elsewhere in forms")
struct RecommendationLineTests {
    private typealias Form = HandedIn

    private static func fields(recommender: String = "") -> String {
        Form.table(
            [
                ["班组名称", "钱湾路面养护班组", "企业名称", "浙江澄湖城市建设集团有限公司"], ["推荐协会", recommender, "年度", "2024"],
            ].map { $0.map(Form.paragraph) })
    }

    private static let text =
        Form.paragraph("一、班组简介") + Form.paragraph("成员十八名，2023年经浙江省市政行业协会推荐获评先进。")
        + Form.paragraph("二、质量改进与创新") + Form.paragraph("平整度提高。")

    private func outcome(_ body: String, accepting accepted: Set<ImportAcceptance> = []) throws
        -> DraftPlacement.Outcome
    {
        let draft = FormDraft(
            try FilledForm(Form.file(body + Form.paragraph("表格编号：application/2024")), forms: [Form.form]),
            contacts: .init([]))
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/associations.yaml": "- {id: zjmea, name: 浙江省市政行业协会, level: provincial, province: 浙江}\n",
        ]
        let content = try #require(try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1).content)
        var placement = DraftPlacement(content, year: nil, province: nil, accepting: accepted)
        return placement.place(draft)
    }

    private func refusal(_ body: String, accepting accepted: Set<ImportAcceptance> = []) throws -> FormDraft.Refusal? {
        if case .refused(let refusal) = try outcome(body, accepting: accepted) { return refusal }
        return nil
    }

    @Test(
        "words that say that somebody recommends are asked about where the recommender is empty",
        arguments: [
            ("a line above", Form.paragraph("浙江省市政行业协会推荐"), ""),
            ("a line above that says how", Form.paragraph("由宁波市市政行业协会择优推荐"), ""),
            ("a labelled line behind the write-up", "", Form.paragraph("推荐协会意见：同意推荐。 浙江省市政行业协会（盖章） 2030年5月1日")),
            (
                "a table behind the write-up", "",
                Form.table([[Form.paragraph("协会推荐理由"), Form.paragraph("质量优秀，同意推荐。")]])
            ),
            ("a seal behind the write-up", "", Form.paragraph("浙江省市政行业协会（公章）")),
            ("a row of its own", Form.table([[Form.paragraph("协会意见：同意上报。")]]), ""),
            ("a label above its answer", Form.table([[Form.paragraph("省级推荐意见")], [Form.paragraph("情况属实，同意")]]), ""),
            ("a line without a name", Form.paragraph("经研究，同意推荐该班组参评。"), ""),
            ("a tick", Form.paragraph("推荐方式：☑协会推荐 □企业自荐"), ""),
            ("a row of ticks", Form.table([[Form.paragraph("申报方式"), Form.paragraph("协会推荐（√）企业自荐（　）")]]), ""),
            ("a way", Form.table([[Form.paragraph("申报方式"), Form.paragraph("省协会汇总申报")]]), ""),
            ("a way by name", Form.table([[Form.paragraph("申报途径"), Form.paragraph("由浙江省市政行业协会汇总申报")]]), ""),
            ("who sends it", Form.paragraph("报送单位：浙江省市政行业协会"), ""),
            ("a title in brackets", Form.paragraph("（浙江省市政行业协会推荐）"), ""),
            ("a seal above", Form.paragraph("浙江省市政行业协会（盖章）"), ""),
        ])
    func asked(name: String, above: String, below: String) throws {
        let body = above + Self.fields() + Self.text + below
        let found = try refusal(body)
        guard case .recommendationElsewhere = found else {
            Issue.record("\(name): \(String(describing: found))")
            return
        }
        #expect(try refusal(body, accepting: [.emptyRecommender]) == nil, "\(name)")
        // Where the recommender is named, or said to be none, nothing contradicts.
        for stated in ["浙江省市政行业协会", "企业自荐", "无"] {
            #expect(
                try refusal(above + Self.fields(recommender: stated) + Self.text + below) == nil, "\(name) \(stated)")
        }
    }

    @Test(
        "what is printed, denied or said of somebody else is no recommendation",
        arguments: [
            ("a place for a seal", Form.table([[Form.paragraph("推荐协会意见"), Form.paragraph("（盖章）　　年　月　日")]])),
            (
                "a label above another",
                Form.table(
                    [["协会推荐理由", "（盖章）　　年　月　日"], ["班组简介及活动成果", "见正文"]].map { $0.map(Form.paragraph) })
            ), ("an empty answer", Form.paragraph("推荐单位意见：")), ("a blank answer", Form.paragraph("协会推荐理由：无")),
            ("a note", Form.paragraph("说明：企业自荐的，“推荐协会”与“协会推荐理由”不填。")),
            ("an instruction", Form.paragraph("由协会推荐的，请推荐单位盖章。")),
            ("a tick", Form.paragraph("推荐方式：□协会推荐 ☑企业自荐")), ("a refusal", Form.paragraph("协会意见：不予推荐")),
            ("the enterprise", Form.table([[Form.paragraph("企业意见"), Form.paragraph("同意推荐该班组参评。（盖章）")]])),
            ("who prints the form", Form.paragraph("浙江省市政行业协会")), ("who gets it", Form.paragraph("主送：浙江省市政行业协会")),
            ("another way", Form.table([[Form.paragraph("申报方式"), Form.paragraph("企业自荐申报")]])),
            ("a title", Form.paragraph("质量信得过班组推荐申报表")),
        ])
    func notAsked(name: String, more: String) throws {
        #expect(try refusal(more + Self.fields() + Self.text) == nil, "\(name)")
    }

    @Test(
        "a recommender that is ticked is read as ticked",
        arguments: ["协会推荐（√） 企业自荐（ ）", "☑协会推荐 □企业自荐", "[√]协会推荐 [ ]企业自荐"])
    func ticked(words: String) throws {
        guard case .unnamedRecommender = try refusal(Self.fields(recommender: words) + Self.text) else {
            Issue.record("\(words)")
            return
        }
    }

    @Test("two teams below one row of labels are two forms")
    func listedTeams() throws {
        let rows = [
            ["年度", "班组名称", "企业名称", "推荐协会"], ["2024", "钱湾路面养护班组", "浙江澄湖城市建设集团有限公司", "无"],
            ["2024", "东钱泵站运行一班", "宁波鄞水市政设施有限公司", "无"],
        ]
        func table(_ rows: [[String]]) -> String { Form.table(rows.map { $0.map(Form.paragraph) }) }
        guard case .severalForms(let forms) = try refusal(table(rows) + Self.text) else {
            Issue.record("one form")
            return
        }
        #expect(forms.map(\.team) == ["钱湾路面养护班组", "东钱泵站运行一班"])
        #expect(try refusal(table(Array(rows.prefix(2))) + Self.text) == nil)
        let labels = [["联系人", "手机", "", ""], ["某甲", "某号", "", ""]]
        #expect(try refusal(table(rows.prefix(2) + labels) + Self.text) == nil)
    }

    @Test("a raised mark behind a name is none of it")
    func raisedMark() throws {
        let body = Self.fields(recommender: "无").replacing("钱湾路面养护班组", with: "钱湾路面养护班组¹") + Self.text
        let draft = FormDraft(
            try FilledForm(Form.file(body + Form.paragraph("表格编号：application/2024")), forms: [Form.form]),
            contacts: .init([]))
        #expect(draft.team == "钱湾路面养护班组")
        #expect(draft.notes.contains { if case .leftOffName(let found, _) = $0 { found.text == "¹" } else { false } })
    }

    @Test("a recommender that a line names counts where its cell is empty")
    func namedInLine() throws {
        let lines = Form.paragraph("推荐单位：浙江省市政行业协会")
        guard case .place(let place) = try outcome(lines + Self.fields() + Self.text) else {
            Issue.record("no place")
            return
        }
        #expect(!place.isRecommenderUnknown)
        let draft = FormDraft(
            try FilledForm(
                Form.file(lines + Self.fields() + Self.text + Form.paragraph("表格编号：application/2024")),
                forms: [Form.form]), contacts: .init([]))
        #expect(draft.recommender == "浙江省市政行业协会")
    }
}
