import Diagnostics
import Rules
import Testing
import Values

@Suite("Which team a write-up is about")
struct WriteUpTeamTests {
    private static let head = "id,team,enterprise,province,mode\n"
    private static let roster =
        head + """
            fj-001,鹭岛管网养护班组,福建鹭屿市政工程有限公司,福建,self
            fj-002,闽沚桥隧检测班组,福建闽沚市政养护有限公司,福建,self
            js-001,沥青摊铺班组,江苏钟阜路桥有限公司,江苏,self
            js-002,金陵沥青摊铺班组,江苏秦淮市政工程有限公司,江苏,self
            zj-001,沥青摊铺班组,浙江澄湖市政建设有限公司,浙江,self
            zj-002,道路养护二班,浙江澄湖市政建设有限公司,浙江,self
            zj-003,运河盾构掘进班组,浙江越隧地下工程有限公司,浙江,self
            zj-004,盾构掘进班组,浙江鄞水隧道股份有限公司,浙江,self
            zj-005,TBM-3掘进班,中铁二局集团有限公司,浙江,self
            zj-006,检测中心,浙江澄湖检测科技有限公司,浙江,self
            zj-007,抢修一队,浙江鄞水隧道股份有限公司,浙江,self

            """

    private func findings(
        _ id: String, _ title: String, roster: String = roster, draft: Bool = false, _ more: [String: String] = [:]
    ) throws -> [Diagnostic] {
        var files = more
        files["content/awards/2020/roster.csv"] = roster
        files["content/awards/2020/\(id).md"] =
            "---\ntitle: \"⟦\(title)⟧\"\nsummary: 这是一篇说明班组做法的材料，写给同行看，讲清楚怎样做、做到什么程度、结果怎样。\n\(draft ? "draft: true\n" : "")---\n\n正文。\n"
        return try MarkedSite(files).diagnostics()
    }

    @Test(
        "a title that holds the name of the id's own team, in any of its spellings, is right",
        arguments: [
            ("zj-003", "运河盾构掘进班组"), ("zj-003", "运河盾构掘进班组：三检三复的做法"), ("zj-003", "运河盾构掘进班"),
            ("zj-003", "运河盾钩掘进班组"), ("zj-003", "“运河盾构”掘进班组"), ("zj-003", "运河 盾构掘进班组的夜班"),
            ("zj-003", "三检三复——记运河盾构掘进小组"), ("zj-003", "浙江越隧地下工程有限公司运河盾构掘进班组"),
            ("zj-003", "越隧公司运河盾构掘进班组"), ("zj-003", "浙江运河盾构掘进班组"), ("zj-003", "运河盾构掘进的首件样板"),
            ("zj-004", "盾构掘进班组"), ("zj-004", "宁波盾构掘进班组"), ("zj-002", "道路养护2班"), ("zj-002", "道路养护第二班组的巡查"),
            ("zj-005", "TBM‑3掘进班组"), ("zj-005", "TBM-三掘进班：换刀"), ("zj-006", "检测中心的标准样"), ("zj-007", "抢修1队"),
            ("zj-001", "沥青摊铺班组（浙江澄湖市政建设有限公司）"), ("js-001", "沥青摊铺班组的温度控制"),
            ("js-002", "金陵瀝青攤鋪班組"), ("js-002", "金陵沥青推铺班组"),
        ])
    func own(_ id: String, _ title: String) throws {
        #expect(try findings(id, title).filter { $0.rule == .writeUpOfOtherTeam }.map(\.message.zh) == [])
    }

    @Test(
        "a title about a method, which names no team, is left alone",
        arguments: [
            "夜间摊铺的“四时段”作业法", "沥青摊铺温度控制", "学习型班组建设的做法", "如何带好新班组", "质量信得过班组", "班组长讲质量", "值班与交接班",
            "盾构掘进中的换刀", "检测中心怎样服务现场", "打造一流的施工班组", "QC小组", "三检三复", "从“要我做”到“我要做”", "班前五分钟",
        ])
    func method(_ title: String) throws {
        #expect(try findings("fj-001", title).map(MarkedSite.text) == [])
    }

    @Test(
        "a title that names another row's team is an error that says which",
        arguments: [
            ("fj-001", "金陵沥青摊铺班组", "js-002"), ("fj-001", "闽沚桥隧检侧班组", "fj-002"),
            ("zj-004", "运河盾构掘进班组", "zj-003"), ("js-001", "金陵沥青摊铺班组：夜间施工", "js-002"),
            ("zj-003", "记道路养护2班的一天", "zj-002"), ("js-001", "浙江澄湖市政建设有限公司沥青摊铺班组", "zj-001"),
            ("fj-001", "检测中心", "zj-006"),
        ])
    func other(_ id: String, _ title: String, _ meant: String) throws {
        let found = try findings(id, title)
        #expect(found.map(\.rule) == [.writeUpOfOtherTeam])
        let message = try #require(found.first?.message.zh)
        #expect(message.hasPrefix("题目写的是 \(meant) 的“"), "\(message)")
        #expect(message.contains("文件名却是 \(id) 的"))
        #expect(found.first?.help?.zh.contains("就改名为 \(meant).md") == true)
        #expect(found.first?.severity == .error)
    }

    @Test(
        "a title that names no row's team is an error as well: numbers, provinces and enterprises are never a slip",
        arguments: [
            ("zj-002", "道路养护三班"), ("zj-003", "秦淮河清淤班组"), ("zj-003", "江苏运河盾构掘进班组"),
            ("zj-005", "中铁一局集团有限公司TBM-3掘进班"), ("zj-005", "TBM-4掘进班的换刀"), ("zj-007", "抢修二队"),
            ("js-002", "秦淮河清淤班组：三检三复"),
        ])
    func none(_ id: String, _ title: String) throws {
        let found = try findings(id, title)
        #expect(found.map(\.rule) == [.writeUpOfOtherTeam])
        let message = try #require(found.first?.message)
        #expect(message.zh.contains("不在 2020 年度的名单中"), "\(message.zh)")
        #expect(message.en.contains("which the roster of 2020 does not have"))
    }

    @Test("the finding stands at the title and leads to the row and the write-up that is there")
    func place() throws {
        let site = MarkedSite([
            "content/awards/2020/roster.csv": Self.roster,
            "content/awards/2020/fj-001.md": "---\ntitle: ⟦金陵沥青摊铺班组⟧\n---\n\n正文。\n",
            "content/awards/2020/js-002/index.md": "---\ntitle: 金陵沥青摊铺班组\n---\n\n正文。\n",
        ])
        let found = try site.diagnostics().filter { $0.rule == .writeUpOfOtherTeam }
        #expect(found.map(MarkedSite.text) == ["\(site.place ?? "") award/write-up-of-other-team"])
        #expect(
            found[0].related.map { $0.range.file.path } == [
                "content/awards/2020/roster.csv", "content/awards/2020/js-002/index.md",
            ])
        #expect(found[0].related.first?.message.zh == "这个班组已有成果材料，请核对")
    }

    @Test(
        "what is proposed for an id without row comes from the title, never from ids that look alike",
        arguments: [
            ("fj-004", "闽沚桥隧检侧班组", "fj-002"), ("fj-004", "金陵沥青摊铺班组", "js-002"), ("fj-020", "运河盾构掘进班组的做法", "zj-003"),
            ("zj-030", "记道路养护二班", "zj-002"), ("fj-005", "浙江澄湖市政建设有限公司沥青摊铺班组", "zj-001"),
        ])
    func proposal(_ id: String, _ title: String, _ meant: String) throws {
        let found = try findings(id, title)
        #expect(found.map(\.rule) == [.writeUpWithoutRow])
        let help = try #require(found.first?.help)
        #expect(help.zh.contains("题目写的是 \(meant) 的") && help.zh.contains("请改名为 \(meant).md"), "\(help.zh)")
        #expect(!help.zh.contains("fj-001") && !help.en.contains("fj-001"))
        #expect(found[0].related.first?.range.file.path == "content/awards/2020/roster.csv")
    }

    @Test(
        "no id is proposed where no team answers to the title; near names are shown with their teams",
        arguments: [
            ("fj-004", "秦淮河清淤班组", "没有与题目相符的班组。"), ("fj-004", "夜间摊铺的做法", "没有与题目相符的班组。"),
            ("zj-010", "道路养护四班", "没有与题目相符的班组。"),
            ("js-020", "沥青摊铺班组", "名单中同名或相近的有：js-001“沥青摊铺班组”（江苏钟阜路桥有限公司）、zj-001“沥青摊铺班组”"),
        ])
    func noProposal(_ id: String, _ title: String, _ words: String) throws {
        let found = try findings(id, title)
        #expect(found.map(\.rule) == [.writeUpWithoutRow])
        let help = try #require(found.first?.help?.zh)
        #expect(help.contains(words), "\(help)")
    }

    @Test("a roster whose names are nothing but signs, or that is empty, names no team")
    func nothingToName() throws {
        for names in [[], ["——"], ["（）", "班组"], ["甲"]] {
            var titles = TitleMatcher(names.map { NamedTeam(team: $0, enterprise: "乙公司") })
            for title in ["秦淮河清淤班组", "班组", "", "班", "——", "甲班组"] {
                #expect(titles.teams(namedIn: title).allSatisfy { names[$0] != "——" })
                #expect(titles.teams(near: title).count <= names.count)
            }
        }
    }

    @Test("a draft is told in the same way, a draft without row as a hint")
    func drafts() throws {
        #expect(try findings("fj-001", "金陵沥青摊铺班组", draft: true).map(\.rule) == [.writeUpOfOtherTeam])
        let begun = try findings("fj-004", "闽沚桥隧检侧班组", draft: true)
        #expect(begun.map(\.rule) == [.draftWithoutRow])
        #expect(begun.first?.help?.zh.contains("fj-002") == true)
    }

    @Test("a team of another year's roster is named")
    func otherYear() throws {
        let found = try findings(
            "zj-003", "秦淮河清淤班组",
            [
                "content/awards/2019/index.md":
                    "---\ntitle: 2019年度\nyear: 2019\nstatus: final\npublished: 2019-11-30\n---\n",
                "content/awards/2019/roster.csv": Self.head + "js-007,秦淮河清淤班组,江苏秦淮市政工程有限公司,江苏,self\n",
            ])
        #expect(found.map(\.rule) == [.writeUpOfOtherTeam])
        #expect(found.first?.help?.zh.hasPrefix("2019 年度的 js-007 是“秦淮河清淤班组”") == true)
    }

    @Test("an enterprise may be called as before or as the one that it belongs to")
    func renamedEnterprise() throws {
        let enterprises = """
            - id: chenghu
              names:
                - {name: 浙江澄湖市政建设有限公司, to: 2020-08-31}
                - {name: 浙江湖滨城市运营集团有限公司, from: 2020-09-01}
            """
        let title = "浙江湖滨城市运营集团有限公司道路养护二班"
        #expect(try findings("zj-002", title, ["content/enterprises.yaml": enterprises]).map(MarkedSite.text) == [])
        #expect(try findings("zj-002", title).map(\.rule) == [.writeUpOfOtherTeam])
    }

    @Test("where rows could not be read, nobody can tell that a team has none")
    func unreadableRows() throws {
        let roster = Self.roster + "sh-001,浦滨预制班组,上海沪沅市政工程有限公司,沪上,self\n"
        #expect(try findings("zj-003", "浦滨预制班组", roster: roster).map(\.rule) == [.rosterProvince])
        let found = try findings("zj-003", "金陵沥青摊铺班组", roster: roster).map(\.rule)
        #expect(found.contains(.writeUpOfOtherTeam))
    }

    @Test("the work for titles of thousands of teams grows with their number alone")
    func manyTitles() throws {
        // A quadratic search would take minutes here.
        let count = 3_000
        var files = [
            "content/awards/2020/roster.csv": Self.head
                + (0..<count).map { "zj-\($0 + 1000),运河养护\($0)班,浙江第\($0 % 97)市政有限公司,浙江,self\n" }.joined()
        ]
        for index in 0..<count {
            files["content/awards/2020/zj-\(index + 1000).md"] =
                "---\ntitle: 运河养护第\((index + (index == 7 ? 1 : 0)))班组的做法\ndraft: true\n---\n"
        }
        let found = try MarkedSite(files).diagnostics()
        #expect(found.map(MarkedSite.text) == ["content/awards/2020/zj-1007.md:2:8 award/write-up-of-other-team"])
    }

    @Test("two write-ups of one team are told once, a draft beside another is none", arguments: [false, true])
    func twice(isDraft: Bool) throws {
        let other =
            "---\ntitle: 运河盾构掘进班组\nsummary: 这是另一篇说明班组做法的材料，写给同行看，讲清楚怎样做、做到什么程度、结果怎样。\n\(isDraft ? "draft: true\n" : "")---\n\n别的正文。\n"
        let found = try findings("zj-003", "运河盾构掘进班组", ["content/awards/2020/zj-003/index.md": other])
        #expect(found.filter { $0.rule == .duplicateURL }.count == (isDraft ? 0 : 1))
        #expect(found.filter { $0.rule == .duplicateURL }.allSatisfy { $0.related.count == 1 })
    }
}
