import Content
import Diagnostics
import Pipeline
import Rules
import Testing

/// One slip laid over the content of this repository.
struct Mutation: Sendable, CustomTestStringConvertible {
    let file: String
    let from: String
    let to: String
    /// Turns the whole text into the wrong one.
    let edit: @Sendable (String) -> String?
    let rule: String
    /// The file and a text of the line where the finding belongs; by default, what was written instead.
    let place: (file: String, text: String)

    init(_ file: String, _ from: String, _ to: String, _ rule: String, at text: String? = nil, in other: String? = nil)
    {
        self.file = file == "site.config" || file.hasPrefix("themes/") ? file : "content/" + file
        self.from = from
        self.to = to
        self.rule = rule
        edit = { text in text.firstRange(of: from).map { text.replacingCharacters(in: $0, with: to) } }
        place = (other.map { "content/" + $0 } ?? self.file, text ?? to)
    }

    /// A slip that changes lines: `nil` deletes one, a text with a line feed makes several of it.
    init(
        lines file: String, _ name: String, _ rule: String, at text: String, in other: String? = nil,
        _ change: @escaping @Sendable (Int, String) -> String?
    ) {
        self.file = "content/" + file
        from = name
        to = ""
        self.rule = rule
        edit = { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .compactMap { change($0.offset, String($0.element)) }.joined(separator: "\n")
        }
        place = (other.map { "content/" + $0 } ?? self.file, text)
    }

    var testDescription: String { "\(file): \(from.prefix(30)) → \(to.prefix(30))" }

    static let all: [Mutation] = [
        // Anchors, links and files.
        Mutation(
            "practices/night-paving-window/index.md", "js-002/index.md#质量改进与创新", "js-002/index.md#质量改进", "link/anchor"),
        Mutation(
            "awards/2020/js-002/index.md", "## 质量改进与创新", "## 质量改进和创新", "link/anchor", at: "js-002/index.md#质量改进与创新",
            in: "practices/night-paving-window/index.md"),
        Mutation(
            "practices/heating-joint-traceability.md", "(survey-double-check/index.md)",
            "(survey-double-chek/index.md)",
            "link/broken"),
        Mutation(
            "practices/survey-double-check/index.md", "../segment-crack-prevention.md)",
            "../Segment-crack-prevention.md)",
            "file/case"),
        Mutation("notices/2020-results.md", "(../awards/2020/hb-003.md)", "(../awards/2019/hb-003.md)", "link/broken"),
        Mutation("notices/2020-results.md", "(../awards/2020/index.md)", "(awards/2020/index.md)", "link/broken"),
        Mutation("about.md", "(rules/standard.md)", "(../../rules/standard.md)", "link/outside-site"),
        Mutation("supervision.md", "(/publicity/)", "(/publicty/)", "link/broken"),
        Mutation("supervision.md", "(/changes/)", "(/changes/2020/)", "link/broken"),
        Mutation("supervision.md", "measures.md#art-18", "measures.md#art-28", "link/anchor"),
        Mutation("supervision.md", "measures.md#art-23", "measures.md#art23", "link/anchor"),
        Mutation(
            "rules/measures.md", "第二十二条 这项活动", "第二十六条 这项活动", "link/anchor", at: "measures.md#art-22",
            in: "supervision.md"),
        Mutation("about.md", "(privacy.md)", "()", "markdown/empty-link"),
        Mutation("about.md", "(privacy.md)", "(javascript:alert(1))", "markdown/unsafe-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[点击这里](privacy.md)", "link/text"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](about.md)", "link/self"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](http://example.org/)", "link/insecure"),
        Mutation(
            "about.md", "[隐私说明](privacy.md)", "[隐私说明](http://showcase.example.org/privacy/)", "link/own-http"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](https://192.168.1.8/)", "link/private-address"),
        Mutation("about.md", "[隐私说明](privacy.md)", "隐私说明见住址：样例市中山街３号", "privacy/address"),
        // No line of the source holds the number; the page does.
        Mutation("about.md", "[隐私说明](privacy.md)", "隐私说明 138[1234](privacy.md)5678", "privacy/mobile", at: "title:"),
        Mutation("notices/2020-call.md", "application-form-2020.docx", "application-form-2021.docx", "file/missing"),
        Mutation(
            "forms/application-form-2019/index.md", "application-form-2019.docx", "application-form-2019.doc",
            "file/missing"),
        Mutation("rules/measures.md", "(../apply.md)", "(../aply.md)", "link/broken"),
        // References of front matter.
        Mutation("practices/pump-drill-cards.md", "\"2020/hb-003\"", "\"2020/hb-033\"", "meta/dangling-reference"),
        Mutation(
            "awards/2020/zj-003/index.md", "[segment-crack-prevention]", "[segment-crack]", "meta/dangling-reference"),
        Mutation("notices/2020-call.md", "edition: 2020", "edition: 2022", "meta/dangling-reference"),
        Mutation(
            "forms/application-form/index.md", "../application-form-2019/index.md", "../application-form-2018/index.md",
            "file/missing"),
        Mutation("awards/2020/index.md", "编号: gd-003", "编号: gd-033", "meta/dangling-reference"),
        // Fields.
        Mutation("practices/pump-drill-cards.md", "摘要: ", "摘耍: ", "meta/unknown-field"),
        Mutation("practices/pump-drill-cards.md", "更新日期: 2020-12-15", "更新日期: 2020-12-32", "meta/type"),
        Mutation("practices/pump-drill-cards.md", "[demand, process]", "[demand, proces]", "meta/type"),
        Mutation("notices/2020-call.md", "kind: call", "kind：call", "meta/syntax"),
        Mutation("notices/2020-call.md", "kind: call", "kind:call", "meta/syntax"),
        Mutation("notices/2020-call.md", "date: 2020-05-15", "data: 2020-05-15", "meta/unknown-field"),
        Mutation("notices/2020-call.md", "kind: call", "kind: call\n类别: call", "meta/duplicate-field", at: "类别: call"),
        Mutation("awards/2020/zj-003/index.md", "rate: 100", "rate: 110", "meta/range"),
        Mutation("awards/2020/zj-003/index.md", "rate: 100", "rate: 80", "meta/rate-below-90"),
        Mutation("awards/2020/zj-003/index.md", "accidents: 0", "accidents: 1", "meta/accidents"),
        Mutation("awards/2020/zj-003/index.md", "demand: 13,", "demand: 16,", "meta/range"),
        Mutation(
            "awards/2020/zj-003/index.md", "registered: 2018-11-12", "registered: 2019-11-12",
            "award/registered-one-year"),
        Mutation("awards/2020/zj-003/index.md", "registered: 2018-11-12", "registered: 2015-11-12", "meta/range"),
        Mutation("awards/2020/zj-003/index.md", "after: 2.3", "after: 12.3", "award/worse-indicator"),
        Mutation("awards/2020/zj-003/index.md", "## 班组简介", "## 我们是谁", "award/write-up-parts", at: "title: 运河"),
        Mutation(
            "awards/2020/zj-003/index.md", "summary: 土压平衡盾构掘进班组，", "summary: \"土压。\" #", "meta/summary-length",
            at: "summary: "),
        Mutation(
            "forms/application-form/index.md", "to: 2021-07-31", "to: 2021-06-30", "award/expired-form",
            at: "title: 全国市政工程质量信得过班组建设成果申报表"),
        Mutation(
            "forms/application-form/index.md", "from: 2020-05-15", "from: 2021-08-15", "meta/range",
            at: "to: 2021-07-31"),
        Mutation("notices/2021-call.md", "title: ", "title: 关于申报2020年度质量信得过班组建设成果的通知 # ", "html/duplicate-title"),
        // Editions and rosters.
        Mutation("awards/2020/index.md", "年度: 2020", "年度: 2021", "meta/range"),
        Mutation("awards/2020/index.md", "状态: 公布", "状态: 公示了", "meta/type"),
        Mutation("awards/2020/index.md", "总数: 96", "总数: 97", "award/announced-mismatch"),
        Mutation("awards/2020/index.md", "    浙江: 7", "    浙江: 8", "award/announced-mismatch"),
        Mutation("awards/2021/index.md", "结束: 2021-11-24", "结束: 2021-11-18", "award/publicity-days"),
        Mutation("awards/2020/index.md", "发布日期: 2020-12-08", "发布日期: 2020-06-08", "meta/range"),
        Mutation("awards/2020/roster.csv", "bj-002,桥面防水班组", "bj-001,桥面防水班组", "roster/duplicate-id"),
        Mutation("awards/2020/roster.csv", "bj-002,桥面防水班组", "BJ-002,桥面防水班组", "roster/value"),
        Mutation(
            "awards/2020/roster.csv", "有限公司,北京,recommended,北京市市政协会（样例）,title,12",
            "有限公司,北京市,recommended,北京市市政协会（样例）,title,十二", "roster/written-form"),
        Mutation(
            "awards/2020/roster.csv", "bj-002,桥面防水班组,北京通漷路桥有限公司,北京,", "bj-002,桥面防水班组,北京通漷路桥有限公司,北东,", "roster/province"),
        Mutation(
            "awards/2020/roster.csv", "北京京渠地下工程有限公司,北京,recommended,北京市市政协会（样例）", "北京京渠地下工程有限公司,北京,recommended,",
            "roster/combination"),
        Mutation(
            "awards/2020/roster.csv", "hi-001,台风抢险班组,海南琼屿市政工程有限公司,海南,self,,",
            "hi-001,台风抢险班组,海南琼屿市政工程有限公司,海南,self,海南协会,", "roster/combination"),
        Mutation("awards/2020/roster.csv", "withdrawn,2021-06-22,", "withdrawn,,", "roster/combination"),
        Mutation("awards/2020/roster.csv", "id,team,enterprise", "id,teem,enterprise", "roster/column"),
        Mutation("awards/2020/roster.csv", "bj-004,环卫车辆保障班,", "bj-004,环卫车辆保障班,,", "roster/column"),
        Mutation(
            "awards/2020/roster.csv", "天津津濡排水管理有限公司,天津,recommended,天津市市政协会（样例）", "天津津濡排水管理有限公司,天津,recommended,天津市市政协会",
            "meta/dangling-reference"),
        Mutation(
            "awards/2019/roster.csv", "旧城胡同排水改造班组,北京蓟泓市政工程有限公司", "燕垣道路养护一班,北京燕垣市政集团有限公司", "roster/duplicate-team",
            at: "bj-002,燕垣"),
        Mutation(
            "awards/2019/roster.csv", "zj-003,", "zj-030,", "award/write-up-without-row", at: "title: ",
            in: "awards/2019/zj-003.md"),
        Mutation("enterprises.yaml", "- id: linghe", "- id: chenghu #", "meta/duplicate-id"),
        Mutation(
            "associations.yaml", "level: provincial\n  province: 北京", "level: province\n  province: 北京", "meta/type",
            at: "level: province\n"),
        Mutation("associations.yaml", "  province: 天津", "  province: 大津", "meta/type"),
        // Texts.
        Mutation("awards/2020/bj-001.md", "[^1]: 范围为", "[^3]: 范围为", "markdown/undefined-footnote", at: "23起测量差错"),
        Mutation("about.md", "**", "*", "markdown/leftover-emphasis"),
        Mutation("about.md", "发现内容有误", "<b>发现</b>内容有误", "markdown/raw-html"),
        Mutation("apply.md", "## 谁可以申报", "#### 谁可以申报", "markdown/heading-order"),
        Mutation("apply.md", "## 谁可以申报", "## ……", "markdown/empty-heading-id"),
        Mutation("awards/2020/zj-003/index.md", "| 岗位 | 人数 |", "| 岗位 | |", "markdown/table-header"),
        Mutation("about.md", "发现内容有误，", "发现内容有误，请电 13523333233，", "privacy/mobile"),
        Mutation("awards/2020/zj-003/index.md", "全班28人", "全班28人（身份证11010119000101009X）", "privacy/id-number"),
        Mutation("about.md", "发现内容有误，", "发现内容有误，请写信到 banzu@example.com，", "privacy/email"),
        Mutation("about.md", "发现内容有误，", "发现\u{0}内容有误，", "file/unreadable"),
        // One mistake on which much depends is one finding.
        Mutation(lines: "awards/2020/roster.csv", "header alone", "roster/missing", at: "id,team") { index, line in
            index == 0 ? line : nil
        },
        Mutation(lines: "awards/2020/roster.csv", "header gone", "roster/column", at: "bj-001,") { index, line in
            index == 0 ? nil : line
        },
        Mutation(lines: "awards/2019/roster.csv", "all gone", "roster/column", at: "") { _, _ in nil },
        Mutation(lines: "awards/2020/roster.csv", "unclosed quote", "roster/syntax", at: "bj-001,\"") { index, line in
            index == 1 ? line.replacing("bj-001,", with: "bj-001,\"") : line
        },
        Mutation(lines: "awards/2021/roster.csv", "unclosed quote", "roster/syntax", at: "hn-003,\"") { _, line in
            line.replacing("hn-003,", with: "hn-003,\"")
        },
        Mutation(lines: "awards/2020/roster.csv", "row twice", "roster/duplicate-id", at: "北京市市政协会（样例）,title,13") {
            _, line in line.hasPrefix("bj-001,") ? line + "\n" + line.replacing("title,12", with: "title,13") : line
        },
        Mutation(
            lines: "awards/2020/roster.csv", "row gone", "award/announced-mismatch", at: "总数: 96",
            in: "awards/2020/index.md"
        ) {
            _, line in line.hasPrefix("zj-003,") ? nil : line
        },
        Mutation(
            lines: "awards/2020/roster.csv", "row of a correction gone", "award/announced-mismatch", at: "总数: 96",
            in: "awards/2020/index.md"
        ) {
            _, line in line.hasPrefix("gd-003,") ? nil : line
        },
        Mutation("awards/2020/roster.csv", "\nzj-003,", "\nZJ-003,", "roster/value", at: "ZJ-003,"),
        Mutation("awards/2020/roster.csv", "\nzj-003,", "\n,", "roster/value", at: ",运河"),
        Mutation("awards/2020/index.md", "    浙江: 7", "    淅江: 7", "meta/type"),
        Mutation("awards/2020/index.md", "    浙江: 7", "    浙江: 七", "meta/type"),
        Mutation(
            "awards/2021/index.md", "  开始: 2021-11-15\n  结束: 2021-11-24", "  开始: 2021-11-24\n  结束: 2021-11-15",
            "meta/range", at: "  结束"),
        Mutation("awards/2020/roster.csv", "withdrawn,2021-06-22,", "withdrawn,2019-06-22,", "roster/withdrawal-date"),
        Mutation("awards/2020/roster.csv", "withdrawn,2021-06-22,", "withdrawn,2022-06-22,", "roster/withdrawal-ahead"),
        Mutation("awards/2021/roster.csv", "北京漷堃地下工程有限公司", "北京燕园市政集团有限公司", "meta/slug-collision"),
        Mutation("awards/2020/roster.csv", "bj-002,桥面防水班组", "beijing,桥面防水班组", "file/duplicate-url"),
        Mutation(
            "associations.yaml", "name: 北京市市政协会（样例）", "name: 北京市市政协会", "meta/dangling-reference", at: "北京市市政协会（样例）",
            in: "awards/2021/roster.csv"),
        // What is not public, and whatever leads there.
        Mutation("awards/2020/index.md", "发布日期: 2020-12-08", "发布日期: 2029-12-08", "meta/range"),
        Mutation("awards/2020/index.md", "发布日期: 2020-12-08", "发布日期: 2021-12-08", "link/not-published"),
        Mutation("awards/2020/index.md", "状态: 公布", "状态: 草稿", "link/not-published"),
        Mutation("awards/2020/index.md", "状态: 公布", "状态: 公布\n草稿: 是", "link/not-published", at: "草稿: 是"),
        Mutation("awards/2021/index.md", "  开始: 2021-11-15", "  开始: 2091-11-15", "meta/range"),
        Mutation("awards/2021/index.md", "  开始: 2021-11-15", "  开始: 2012-11-15", "meta/range"),
        Mutation(
            "awards/2021/index.md", "  开始: 2021-11-15\n  结束: 2021-11-24", "  开始: 2021-12-15\n  结束: 2021-12-24",
            "link/not-published", at: "  开始"),
        Mutation("awards/2020/index.md", "申报截止: 2020-07-31", "申报截止: 2002-07-31", "meta/range"),
        Mutation("awards/2020/index.md", "  日期: 2020-11-12", "  日期: 2200-11-12", "meta/type"),
        Mutation("awards/2020/index.md", "  日期: 2020-11-12", "  日期: 2030-11-12", "meta/range"),
        Mutation("notices/2020-call.md", "date: 2020-05-15", "date: 2022-05-15", "link/not-published"),
        Mutation("rules/measures.md", "\n---\n", "\ndraft: true\n---\n", "link/not-published", at: "draft: true"),
        Mutation(
            "practices/pump-drill-cards.md", "\n---\n", "\ndraft: true\n---\n", "link/not-published", at: "draft: true"),
        Mutation(
            "forms/application-form/form.yaml", "name: recommender, type: text", "name: recommender, type: total",
            "form/field"),
        Mutation("enterprises.yaml", "  names:", "  name:", "meta/unknown-field"),
        Mutation("about.md", "[隐私说明](privacy.md)", "![井周压实](https://example.com/a.png)", "link/foreign-picture"),
        Mutation(
            "awards/2020/zj-003/index.md", "| --- | ---: | --- |", "| --- | ---: |", "markdown/failed-table",
            at: "| 岗位 | 人数 |"),
        // A file that is not where it was.
        Mutation(
            "awards/2020/roster.csv", "bj-001,燕垣", "bj-001，燕垣", "roster/column"),
        Mutation(
            "site.config", "theme: default", "theme: Default", "config/value"),
        Mutation("awards/2020/index.md", "    北京: 4", "    北京 4", "meta/syntax"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](privacy.md", "markdown/failed-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "【隐私说明】(privacy.md)", "markdown/failed-link"),
        // Signs of Chinese input in metadata.
        Mutation("awards/2020/zj-003/index.md", "unit: \"%\"", "unit: “%”", "meta/chinese-quotes"),
        Mutation("awards/2020/zj-003/index.md", "unit: \"%\"", "unit：“%”", "meta/syntax"),
        Mutation("notices/2020-call.md", "date: 2020-05-15", "date: “2020-05-15”", "meta/chinese-quotes"),
        Mutation("practices/pump-drill-cards.md", "[demand, process]", "[demand，process]", "meta/type"),
        // Links and headings that are none.
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明]（privacy.md）", "markdown/failed-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明] (privacy.md)", "markdown/failed-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](my privacy.md)", "markdown/failed-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明][m]", "markdown/failed-link"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私说明](#)", "markdown/empty-link"),
        Mutation("about.md", "## 本站公布什么", "##本站公布什么", "markdown/failed-heading"),
        Mutation("about.md", "## 本站公布什么", "＃＃ 本站公布什么", "markdown/failed-heading"),
        Mutation("awards/2020/zj-003/index.md", "## 班组简介", "##班组简介", "markdown/failed-heading"),
        Mutation("about.md", "## 本站公布什么", "# 本站公布什么", "markdown/top-heading"),
        // Addresses that were meant otherwise.
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私](HTTPS://Showcase.Example.org/privcy/)", "link/broken"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私](privacy/)", "link/broken"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[隐私](/privacy/index.html)", "link/broken"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[制度](rules/)", "link/broken"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[协会](www.example.org)", "link/broken"),
        Mutation("about.md", "[隐私说明](privacy.md)", "[协会](https：//example.org/)", "link/broken"),
        Mutation("supervision.md", "measures.md#art-18", "measures.md#ART-18", "link/anchor"),
        Mutation("supervision.md", "measures.md#art-18", "measures.md#第十八条", "link/anchor"),
        Mutation(
            "about.md", "[隐私说明](privacy.md)", "[隐私][p]和[说明][p]\n\n[p]: privcy.md\n\n", "link/broken",
            at: "[p]: privcy.md"),
        // Data about persons in disguise.
        Mutation("about.md", "[隐私说明](privacy.md)", "https://example.org/?tel=13812345678", "privacy/mobile"),
        Mutation("about.md", "[隐私说明](privacy.md)", "138.1234.5678", "privacy/mobile"),
        Mutation("about.md", "[隐私说明](privacy.md)", "1\u{200B}38123\u{200B}45678", "privacy/mobile"),
        Mutation("about.md", "[隐私说明](privacy.md)", "zhang＠qq.com", "privacy/email"),
        Mutation("about.md", "[隐私说明](privacy.md)", "VX: zhangsan1", "privacy/messenger"),
        // Templates.
        Mutation(
            "themes/default/templates/partial-footer.mustache", "<footer", "<a href=\"\">x</a>\n<footer",
            "output/broken-link"),
        Mutation(
            "themes/default/templates/partial-footer.mustache", "<footer", "<a href=\"hlep/\">x</a>\n<footer",
            "output/broken-link"),
        Mutation(
            "themes/default/templates/partial-footer.mustache", "<footer",
            "<p style=\"background:url(/assets/nope.png)\">x</p>\n<footer", "output/broken-link"),
        Mutation(
            "themes/default/templates/partial-footer.mustache", "<footer",
            "<script src=\"http://example.org/a.js\"></script>\n<footer", "output/foreign-resource"),
    ]
}

@Suite("Slips in real content")
struct MutationTests {
    /// Every finding after files were moved, or removed where they get no other name.
    private func findings(moving files: [(from: String, to: String?)]) throws -> [Diagnostic] {
        let site = try TriedSite.sample.get()
        var changes: [String: FileChange] = [:]
        for (from, to) in files {
            if let to { changes["content/" + to] = .written(try #require(site.files["content/" + from])) }
            changes["content/" + from] = .removed
        }
        return try site.report(changes).entries.map(\.diagnostic)
    }

    @Test("a page to which many lead is missed once, with their number and files")
    func removedPage() throws {
        let findings = try findings(moving: [("rules/measures.md", nil)])
        #expect(findings.map(\.rule) == [.brokenLink])
        let finding = try #require(findings.first)
        #expect(finding.message.en.hasPrefix("There is no “content/rules/measures.md”, but public content leads there"))
        #expect(finding.help?.en.contains("content/about.md, content/apply.md") == true)
        #expect(finding.related.count == 3)
    }

    @Test("a file whose name cannot be is told once, and not at the links to the name it should have")
    func capitals() throws {
        let findings = try findings(moving: [("awards/2020/bj-001.md", "awards/2020/BJ-001.md")])
        #expect(findings.map(\.rule) == [.fileName])
    }

    @Test("for a write-up that is not there the page of its team is proposed, and no other team")
    func otherTeam() throws {
        let findings = try findings(moving: [("awards/2020/bj-001.md", nil)])
        #expect(findings.count == 3)
        #expect(
            findings.allSatisfy { $0.rule == .brokenLink && $0.replacement?.hasPrefix("/awards/2020/bj-001/") == true })
    }

    @Test("each slip gives its one finding at its line, and nothing else", arguments: Mutation.all)
    func slip(_ mutation: Mutation) throws {
        let site = try TriedSite.sample.get()
        let wrong = try #require(mutation.edit(site.text(mutation.file)), "the content has changed")
        let report = try site.report([mutation.file: .text(wrong)])
        let place = mutation.place.file
        let lines = try (place == mutation.file ? wrong : site.text(place))
            .split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = mutation.place.text.split(separator: "\n").first.map(String.init) ?? ""
        let line = wanted.isEmpty ? 1 : try #require(lines.firstIndex { $0.contains(wanted) }) + 1
        #expect(report.lines == ["\(place):\(line) \(mutation.rule)"])
    }
}
