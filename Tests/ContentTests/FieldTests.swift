import Rules
import Testing

@testable import Content

@Suite("Fields of each kind")
struct FieldTests {
    private static let writeUp = "content/awards/2020/zj-001.md"

    @Test(
        "a wrong write-up is found at its place",
        arguments: [
            ("meta/rate-below-90", "培训: {培训率: ⟦89.9⟧, 合格率: 96}"),
            ("meta/range", "training: {rate: ⟦101⟧}"),
            ("meta/type", "training: {rate: ⟦98%⟧}"),
            ("meta/syntax", "training: {rate⟦:⟧98}"),
            ("meta/syntax", "培训: {培训率⟦：⟧98}"),
            ("meta/syntax", "培训:\n  培训率⟦：⟧98"),
            ("meta/range", "scores: {demand: ⟦15.5⟧, planning: 1, process: 1, results: 1, features: 1}"),
            (
                "meta/duplicate-field",
                "scores: {demand: 15, ⟦需求确定⟧: 14, planning: 1, process: 1, results: 1, features: 1}"
            ),
            ("meta/unknown-field", "评分: {⟦需求确认⟧: 15}"),
            ("meta/accidents", "近三年事故: ⟦1⟧"),
            ("meta/range", "accidents: ⟦-1⟧"),
            ("meta/type", "accidents: ⟦99999999999999999999⟧"),
            ("meta/summary-length", "摘要: ⟦太短。⟧"),
            ("meta/missing-field", "indicators:\n  - ⟦name⟧: 甲\n    after: 1"),
            ("meta/type", "indicators:\n  - name: 甲\n    after: ⟦1e999⟧\n    better: higher"),
            ("meta/type", "indicators:\n  - name: 甲\n    after: 1\n    better: ⟦up⟧"),
            ("meta/type", "methods: ⟦QC小组、看板管理⟧"),
            ("meta/type", "established: ⟦2016-9-5⟧"),
            ("meta/range", "established: 2018-01-02\nregistered: ⟦2018-01-01⟧"),
            ("meta/type", "aliases: [⟦old/page/⟧]"),
            ("meta/type", "aliases: [⟦/a/../b/⟧]"),
            ("meta/type", "aliases: [⟦//evil.example/⟧]"),
            ("meta/type", "aliases: [⟦/.git/x/⟧]"),
            ("markdown/open-comment", "描述: ⟦<!-- 内部 --> 公开描述⟧"),
            ("meta/type", "aliases: [⟦/old/.hidden/⟧]"),
            ("meta/type", "aliases: [⟦/_showcase/x/⟧]"),
            ("meta/type", "aliases: [⟦/assets/x/⟧]"),
            ("meta/type", "draft: ⟦yes⟧"),
            ("award/registered-one-year", "registered: ⟦2019-08-01⟧"),
            ("meta/unknown-field", "⟦member⟧: 1"),
        ])
    func writeUps(rule: String, field: String) throws {
        let site = MarkedSite([Self.writeUp: "---\ntitle: 甲班\n\(field)\n---\n"])
        let place = try #require(site.place)
        #expect(try site.findings() == ["\(place) \(rule)"])
    }

    @Test("a year before the deadline to the day is a full year")
    func fullYear() throws {
        #expect(try MarkedSite([Self.writeUp: "---\ntitle: 甲班\nregistered: 2019-07-31\n---\n"]).findings() == [])
    }

    @Test(
        "a wrong edition is found at its place",
        arguments: [
            ("meta/range", "year: ⟦2021⟧\nstatus: final\npublished: 2020-11-30"),
            ("meta/missing-field", "year: 2020\nstatus: ⟦publicity⟧"),
            ("meta/range", "年度: 2020\n状态: 公示\n公示期: {开始: 2020-11-10, 结束: ⟦2020-11-01⟧, 受理部门: 办公室}"),
            ("meta/missing-field", "年度: 2020\n状态: 公示\n公示期: {⟦开始⟧: 2020-11-10, 结束: 2020-11-11}"),
            ("meta/range", "year: 2020\nstatus: final\ndeadline: 2020-07-31\npublished: ⟦2020-07-30⟧"),
            ("meta/type", "year: 2020\nstatus: final\npublished: 2020-11-30\nannounced: {by_province: {⟦淅江⟧: 1}}"),
            (
                "meta/duplicate-field",
                "year: 2020\nstatus: final\npublished: 2020-11-30\nannounced: {by_province: {浙江: 1, ⟦浙江省⟧: 1}}"
            ),
            ("meta/type", "year: 2020\nstatus: final\npublished: 2020-11-30\nannounced: {by_province: {浙江: ⟦1e30⟧}}"),
            (
                "meta/type",
                "year: 2020\nstatus: final\npublished: 2020-11-30\nannounced: {by_province: {浙江: ⟦100000000000000000000000⟧}}"
            ),
            ("meta/range", "year: 2020\nstatus: final\npublished: 2020-11-30\nannounced: {total: ⟦-1⟧}"),
            ("meta/range", "year: 2020\nstatus: final\npublished: ⟦2002-11-30⟧"),
            ("meta/range", "年度: 2020\n状态: 公示\n公示期: {开始: ⟦2091-11-10⟧, 结束: 2020-11-11, 受理部门: 办公室}"),
        ])
    func editions(rule: String, fields: String) throws {
        let site = MarkedSite(["content/awards/2020/index.md": "---\ntitle: 2020年度\n\(fields)\n---\n"])
        let place = try #require(site.place)
        #expect(try site.findings() == ["\(place) \(rule)"])
    }

    @Test(
        "a value in another notation is answered with the right one",
        arguments: [
            ("established: 2016年9月5日", "2016-09-05"), ("established: 2016/9/5", "2016-09-05"),
            ("established: 20160905", "2016-09-05"), ("accidents: ０", "0"), ("accidents: “0”", "0"),
            ("training: {rate: 98%}", "98"), ("draft: yes", "true"), ("methods: 甲、乙", "[甲, 乙]"),
            ("works: [甲、乙]", "甲, 乙"), ("team_kind: 班祖", "班组"),
            ("indicators:\n  - {name: 甲, after: \"1,234.5\", better: higher}", "1234.5"),
        ])
    func proposals(field: String, replacement: String) throws {
        let site = MarkedSite([Self.writeUp: "---\ntitle: 甲班\n\(field)\n---\n"])
        #expect(try site.diagnostics().map(\.replacement) == [replacement])
    }

    @Test(
        "a proposal is within the limits of its field",
        arguments: [
            "training: {rate: １10}", "training: {rate: ﹣5}", "training: {pass: －5}", "accidents: －1",
            "scores: {demand: １６, planning: 1, process: 1, results: 1, features: 1}", "established: ２０１６-13-05",
            "indicators:\n  - {name: 甲, after: \"98,5\", better: higher}", "registered: 2016年2月30日",
        ])
    func noProposals(field: String) throws {
        let findings = try MarkedSite([Self.writeUp: "---\ntitle: 甲班\n\(field)\n---\n"]).diagnostics()
        #expect(findings.map(\.rule) == [.metaType])
        #expect(findings.map(\.replacement) == [nil])
        #expect(findings.allSatisfy { $0.help?.en.contains(where: \.isNumber) != true })
    }

    @Test(
        "what is proposed for an edition would be taken",
        arguments: [
            ("年度: ２０２１", nil), ("年度: ２０２０", "2020"), ("年度: 2020\n申报截止: ２００２-07-31", nil),
            ("年度: 2020\n申报截止: ２０２０-07-31", "2020-07-31"), ("年度: 2020\n公布数: {总数: －１}", nil),
            ("年度: 2020\n公布数: {总数: １人}", "1"),
            ("年度: 2020\n公示期: {开始: 2020-11-16, 结束: 2020年11月6日, 受理部门: 办公室}", nil),
            ("年度: 2020\n公示期: {开始: 2020-11-16, 结束: 2020年11月26日, 受理部门: 办公室}", "2020-11-26"),
            ("年度: 2020\n申报截止: 2002-07-31", "2020-07-31"),
            ("年度: 2020\n公示期: {开始: 2020-11-16, 结束: 2002-11-06, 受理部门: 办公室}", nil),
        ] as [(String, String?)])
    func editionProposals(fields: String, replacement: String?) throws {
        let site = MarkedSite([
            "content/awards/2020/index.md": "---\n标题: 甲\n状态: 公布\n发布日期: 2020-11-30\n\(fields)\n---\n"
        ])
        #expect(try site.diagnostics().map(\.replacement) == [replacement])
    }

    @Test(
        "a number of members is proposed within its limits", arguments: [("２８人", "28"), ("100,001", nil), ("０", nil)])
    func members(text: String, replacement: String?) throws {
        let site = MarkedSite([
            "content/awards/2020/roster.csv":
                "id,team,enterprise,province,mode,members\nzj-001,甲班,乙公司,浙江,self,\"\(text)\"\n"
        ])
        #expect(try site.diagnostics().map(\.replacement) == [replacement])
    }

    @Test(
        "wrong lists of enterprises and associations are found at their places",
        arguments: [
            ("enterprises", "meta/duplicate-id", "- {id: a, names: [{name: 甲}]}\n- {id: ⟦a⟧, names: [{name: 乙}]}\n"),
            ("enterprises", "meta/range", "- {id: a, names: [{name: 甲}], parent: {id: ⟦a⟧, kind: 分公司}}\n"),
            ("enterprises", "meta/range", "- {id: a, names: [{name: 甲, from: 2020-01-02, to: ⟦2020-01-01⟧}]}\n"),
            ("enterprises", "meta/type", "- {id: ⟦越隧⟧, names: [{name: 甲}]}\n"),
            ("enterprises", "meta/type", "- {id: a, names: [⟦甲⟧, 乙]}\n"),
            ("enterprises", "meta/type", "- id: a\n  names: ⟦甲⟧\n"),
            ("enterprises", "meta/type", "- id: a\n  names:\n    - ⟦甲⟧\n    - 乙\n    - 丙\n"),
            ("enterprises", "meta/type", "- id: a\n  names:\n    - name: 甲\n    - ⟦乙⟧\n"),
            ("associations", "meta/type", "- {id: a, name: 甲, level: 省级, province: ⟦折江⟧}\n"),
            ("associations", "meta/type", "- {id: a, name: 甲, level: ⟦省⟧}\n"),
            ("associations", "meta/type", "⟦id⟧: a\n"),
        ])
    func lists(name: String, rule: String, text: String) throws {
        let site = MarkedSite(["content/\(name).yaml": text])
        let place = try #require(site.place)
        #expect(try site.findings() == ["\(place) \(rule)"])
    }

    @Test(
        "names that stand alone are one finding, whose help is right when it is followed",
        arguments: [
            ("名称: 甲公司", "名称: [{名称: \"甲公司\"}]"), ("names: [甲公司, 乙公司]", "名称: [{名称: \"甲公司\"}, {名称: \"乙公司\"}]"),
            ("名称: ['甲\"一\"公司']", "名称: [{名称: \"甲\\\"一\\\"公司\"}]"),
        ])
    func bareNames(written: String, right: String) throws {
        let site = MarkedSite(["content/enterprises.yaml": "- id: a\n  \(written)\n"])
        let found = try site.diagnostics()
        #expect(found.count == 1)
        #expect(found.first?.help?.zh == "请写成 \(right)；每项还可以写“开始”“结束”。")
        #expect(try MarkedSite(["content/enterprises.yaml": "- id: a\n  \(right)\n"]).diagnostics().isEmpty)
        let english = try #require(found.first?.help?.en.split(separator: ";").first?.dropFirst("Write ".count))
        #expect(try MarkedSite(["content/enterprises.yaml": "- id: a\n  \(english)\n"]).diagnostics().isEmpty)
    }

    @Test(
        "a wrong practice, notice or form is found at its place",
        arguments: [
            ("practices/a.md", "meta/type", "teams: [⟦zj-003⟧]"),
            ("practices/a.md", "meta/type", "teams: [⟦2020/ZJ-3⟧]"),
            ("practices/a.md", "meta/type", "fields: [⟦basics⟧]"), ("practices/a.md", "meta/type", "评价项目: [⟦特点⟧]"),
            ("notices/a.md", "meta/missing-field", "kind: call"),
            ("notices/a.md", "meta/type", "date: 2020-01-01\nkind: ⟦奖⟧"),
            ("forms/a/index.md", "meta/range", "version: 2020\nvalid: {from: 2020-02-01, to: ⟦2020-01-01⟧}"),
            ("rules/a.md", "meta/type", "date: ⟦2024-02-30⟧"),
        ])
    func documents(path: String, rule: String, fields: String) throws {
        let site = MarkedSite(["content/\(path)": "---\ntitle: 甲\n\(fields)\n---\n"])
        let place = site.place ?? "content/\(path):2:1"
        #expect(try site.findings() == ["\(place) \(rule)"])
    }

    @Test("every kind is read by its Chinese names")
    func chineseNames() throws {
        let site = MarkedSite([
            "content/awards/2020/index.md":
                "---\n标题: 甲\n年度: 2020\n状态: 公示\n发布日期: 2020-11-01\n公示期: {开始: 2020-11-01, 结束: 2020-11-10, 受理部门: 办公室}\n文号: 甲〔2020〕1号\n申报截止: 2020-07-31\n发布会: {日期: 2020-10-28, 地点: 深圳, 形式: 现场}\n更正: [{日期: 2020-11-02, 编号: zj-001, 说明: 更正一字}]\n公布数: {总数: 1, 分省: {浙江省: 1}}\n---\n",
            Self.writeUp:
                "---\n标题: 甲班\n成立时间: 2015-01-01\n注册时间: 2016-01-01\n评分: {需求确定: 15, 建设策划: 25, 建设过程: 30, 建设成效: 15, 特色: 15}\n工具方法: [QC小组]\n专业: [桥梁工程]\n培训: {培训率: 100, 合格率: 95}\n近三年事故: 0\n指标: [{名称: 合格率, 单位: \"%\", 改进前: 90, 改进后: 95.5, 目标: 95, 方向: 越高越好}]\n照片: [{文件: a.jpg, 替代文字: 现场, 说明: 现场, 人物: 否}]\n同意: {姓名: 2020-01-01, 照片: 2020-01-01}\n类型: 班组\n草稿: 否\n---\n",
            "content/practices/a.md":
                "---\n标题: 甲\n建设领域: [基础建设, 改进创新]\n评价项目: [特色]\n来源班组: [2020/zj-001]\n步骤: [一, 二]\n更新日期: 2020-01-01\n---\n",
            "content/notices/a.md": "---\n标题: 甲\n日期: 2020-01-01\n类别: 结果\n年度: 2020\n附件: [a.docx]\n旧网址: [/old/]\n---\n",
            "content/rules/a.md": "---\n标题: 甲\n发布日期: 2020-01-01\n施行日期: 2020-01-02\n文号: 1号\n代替: b.md\n---\n",
            "content/forms/a/index.md":
                "---\n标题: 甲\n版本: 2020\n有效期: {开始: 2020-01-01, 结束: 2020-07-31}\n文件: [a.docx]\n---\n",
            "content/about.md": "---\n标题: 甲\n摘要: 本页说明这个站点由谁维护、内容从哪里来、更正和撤销怎样公开，供读者查询核对。\n描述: 丙\n---\n",
        ])
        let result = try site.load()
        #expect(try site.diagnostics().map(\.message.en) == [])
        let content = try #require(result.content)
        #expect(content.editions.first?.announced?.byProvince.first?.province.value.slug == "zhejiang")
        #expect(content.writeUps.first?[WriteUpFields.indicators].first?.after.value == 95.5)
        #expect(content.documents[.form].first?[FormFields.version]?.value == "2020")
        #expect(content.documents[.notice].first?[NoticeFields.kind]?.value == .result)
    }
}
