import Testing

@testable import Values

@Suite("What words say against a list or a team")
struct ListStandingTests {
    @Test(
        "names of lists that are not the year's say so",
        arguments: [
            ("撤销名单", .denied), ("2030年拟撤销称号班组名单", .denied), ("2030年未通过评审班组名单", .denied), ("未入选", .denied),
            ("落选班组", .denied),
            ("自愿放弃申报的班组", .denied), ("不予授予称号的班组名单", .denied), ("Not selected", .denied), ("Withdrawn titles", .denied),
            ("备选班组", .reserve), ("递补名单", .reserve), ("拟推荐名单（不公开）", .candidate), ("拟认定班组", .candidate),
            ("候选班组名单", .candidate),
            ("待定", .candidate), ("名单（征求意见稿）", .candidate), ("Proposed list", .candidate), ("QC小组", .otherHonor),
            ("2030年度优秀质量管理小组名单", .otherHonor), ("评审专家", .otherHonor), ("填写示例", .noList), ("作废", .noList),
            ("2029", .otherYear(2029)), ("2029年度质量信得过班组名单", .otherYear(2029)), ("二〇二九年名单", .otherYear(2029)),
            ("29年度", .otherYear(2029)), ("上年度名单", .otherYear(2029)),
        ] as [(String, ListStanding.Kind)])
    func others(text: String, kind: ListStanding.Kind) {
        #expect(ListStanding(ofList: text, year: 2030)?.kind == kind)
    }

    @Test(
        "names of the year's list, of places and of other things do not",
        arguments: [
            "2030年度全国市政工程质量信得过班组名单", "名单", "Sheet1", "浙江省", "西安市未央区", "2030", "2030年", "2029—2030年度名单", "2030名单",
            "（排名不分先后）", "附件1", "名单（2029年12月）", "报送日期：2029-12-01", "中市协〔2029〕12号 2030年度名单", "申报汇总表", "推荐班组汇总表",
            "全国市政工程优秀质量管理小组和质量信得过班组名单", "质量信得过班组名单（不含撤销称号的）", "公示无异议名单", "虚拟班组", "未来工匠班组名单", "成立15年",
            "企业自荐（1个）", "其他单位", "Crews of 2030", "一、浙江省（12个）", "List",
        ])
    func same(text: String) {
        #expect(
            ListStanding(ofList: text, year: 2030) == nil,
            "\(String(describing: ListStanding(ofList: text, year: 2030)))")
    }

    @Test(
        "remarks about teams",
        arguments: [
            ("已撤销", true), ("2029年已取消称号", true), ("落选", true), ("未通过", true), ("待定", true), ("企业自愿放弃", true),
            ("备选", true),
            ("拟推荐全国", true), ("有异议", true), ("withdrawn", true), ("not selected", true), ("新增", false), ("", false),
            ("联合申报", false),
            ("原名某某班组", false), ("未撤销", false), ("没有取消", false), ("模拟实训", false), ("未来工匠班", false), ("获奖3次", false),
            ("待核", false), ("无", false), ("held", false), ("2029年成立", false), ("企业更名为江苏新秣陵有限公司", false),
        ])
    func remarks(text: String, isAgainst: Bool) {
        #expect((ListStanding(ofTeam: text) != nil) == isAgainst)
    }
}

@Suite("What is a name, and what stands behind one")
struct NameTests {
    @Test(
        "numbers, signs, answers, places and words for what is missing are no names",
        arguments: [
            "0", "123", "*", "√", "？？？", "待定", "TRUE", "A", "FALSE", "１２", "12.5", "A1", "一", "十二", "2个", "3家", "是",
            "否", "——", "班组",
            "班组名称", "企业名称", "公司", "未定", "待补充", "同上", "TBD", "n/a", "xxx", "浙江省", "宁波市", "甲", "…", "#1", "见附件", "2030年",
        ])
    func noNames(text: String) {
        #expect(!NameKind.isName(text))
        #expect(NameKind.fault(team: text, enterprise: "浙江甲市政有限公司")?.isOfTeam == true)
        #expect(NameKind.fault(team: "甲养护班组", enterprise: text)?.isOfTeam == false)
    }

    @Test(
        "short names, names with numbers and names in English are names",
        arguments: [
            "甲班", "12班", "三2队", "007班组", "一班", "TBM班组", "Crew 7", "路面班组（一）", "青岛路班组", "浙江甲公司", "某班组", "某公司", "A1班组",
            "西湖",
            "中铁一局", "东方市政", "2号泵站班组", "乙\"班",
        ])
    func names(text: String) {
        #expect(NameKind.isName(text))
        #expect(NameKind.fault(team: text, enterprise: "") == nil || NameKind(text) == .firm)
    }

    @Test(
        "what stands behind names of teams",
        arguments: [
            ("盾构掘进班组（已撤销）", "盾构掘进班组", "standing"), ("桥梁检测班组(待定)", "桥梁检测班组", "standing"),
            ("养护班组【备选】", "养护班组", "standing"),
            ("养护班组 落选", "养护班组", "standing"), ("养护班组-未通过", "养护班组", "standing"), ("养护班组（盖章）", "养护班组", "seal"),
            ("养护班组（原名养护二班）", "养护班组", "formerName"), ("养护班组（现更名为道路班组）", "养护班组", "laterName"),
            ("养护班组（李四 13812345678）", "养护班组", "person"), ("养护班组（班组长：王五）", "养护班组", "person"),
            ("养护班组（班长陈长江）", "养护班组", "person"),
            ("养护班组（张三）", "养护班组", "maybePerson"), ("养护班组（王海、李小明）", "养护班组", "maybePerson"),
            ("养护班组 张大山", "养护班组", "maybePerson"),
        ])
    func behindTeams(name: String, bare: String, aside: String) throws {
        let found = try #require(NameAside.ending(name, isOfTeam: true))
        #expect(found.name == bare)
        #expect(String(describing: found.aside).hasPrefix(aside))
    }

    @Test(
        "brackets that belong to the name",
        arguments: [
            "污水班组（一）", "泵站班组（夜班）", "泵站班组（白班）", "泵站班组（原水班）", "养护班组（高架）", "养护班组（江北）", "养护班组（黄浦）", "养护班组（1标段）",
            "养护班组（模拟）", "养护班组（未来工匠）", "养护班组①", "养护班组", "（张三）", "养护班组（安全）", "养护班组（石塘）", "养护班组（退役军人）",
        ])
    func ownBrackets(name: String) {
        #expect(NameAside.ending(name, isOfTeam: true) == nil)
    }

    @Test("where persons are asked for beside the team, any short name in brackets is one")
    func personsWithTeam() {
        for text in ["张三", "欧阳小山", "次仁", "张三、李四"] {
            #expect(NameAside.ending("养护班组（\(text)）", isOfTeam: true, namesPersons: true)?.aside == .person, "\(text)")
        }
        for text in ["一", "夜班", "道路", "1标段"] {
            #expect(NameAside.ending("养护班组（\(text)）", isOfTeam: true, namesPersons: true) == nil, "\(text)")
        }
    }

    @Test("behind enterprises")
    func behindEnterprises() {
        for (name, bare) in [
            ("江苏秣陵隧道工程有限公司（原江苏石城隧道公司）", "江苏秣陵隧道工程有限公司"), ("浙江甲公司（盖章）", "浙江甲公司"), ("浙江甲公司(公章)", "浙江甲公司"),
            ("浙江甲公司（曾用名：乙公司）", "浙江甲公司"),
        ] {
            #expect(NameAside.ending(name, isOfTeam: false)?.name == bare)
        }
        for name in ["中建（杭州）有限公司", "甲公司（联合体：乙公司）", "中铁一局集团有限公司-第三分公司", "某公司（原平）", "甲（集团）", "甲公司 乙分公司"] {
            #expect(NameAside.ending(name, isOfTeam: false) == nil, "\(name)")
        }
    }
}

@Suite("Words that are ticked")
struct TickedChoiceTests {
    @Test(
        "boxes before and behind words",
        arguments: [
            ("☑浙江省市政行业协会 □企业自荐", .one("浙江省市政行业协会")), ("□浙江省市政行业协会　☑企业自荐", .one("企业自荐")), ("√企业自荐", .one("企业自荐")),
            ("企业自荐☑ 协会推荐□", .one("企业自荐")), ("企业自荐√", .one("企业自荐")), ("■ 协会推荐：浙江协会 / □ 自荐", .one("协会推荐：浙江协会")),
            ("□浙江省市政行业协会 □企业自荐", .unclear), ("☑浙江省市政行业协会 ☑企业自荐", .unclear), ("√", .unclear), ("企业自荐", .nothing),
            ("", .nothing),
            ("协会推荐（√） 企业自荐（ ）", .one("协会推荐")), ("协会推荐（　）企业自荐（√）", .one("企业自荐")), ("[x] 协会推荐 [ ] 企业自荐", .one("协会推荐")),
            ("（√）企业自荐", .one("企业自荐")), ("协会推荐（ ） 企业自荐（ ）", .nothing), ("浙江省市政行业协会（盖章）", .nothing),
        ] as [(String, TickedChoice)])
    func choices(text: String, expected: TickedChoice) {
        #expect(TickedChoice(text) == expected)
    }
}
