import Testing

@testable import Values

@Suite("What stands behind a name")
struct NameAsideTests {
    @Test(
        "seals and other names in brackets are no part of a name",
        arguments: [
            ("甲班组（盖章）", "甲班组", NameAside.seal), ("甲班组 【 公 章 】", "甲班组", .seal), ("甲公司(签字盖章)", "甲公司", .seal),
            ("甲公司（原乙市政公司）", "甲公司", .formerName), ("甲公司（原名：乙公司）", "甲公司", .formerName),
            ("甲公司（原乙（集团）公司）", "甲公司", .formerName), ("甲公司（曾用名乙）", "甲公司", .formerName),
            ("甲公司（现丙集团公司）", "甲公司", .laterName), ("甲公司（更名为丙）", "甲公司", .laterName), ("路面班组（原摊铺一班）", "路面班组", .formerName),
        ])
    func additions(text: String, name: String, aside: NameAside) throws {
        let addition = try #require(NameAside.ending(text, isOfTeam: false))
        #expect(addition.name == name && addition.aside == aside)
    }

    @Test(
        "places, branches, numbers and shifts in brackets belong to the name",
        arguments: [
            "甲（集团）有限公司", "甲公司（原平分公司）", "甲公司（原阳项目部）", "养护班组（1）", "养护班组（夜班）", "甲公司（浙江）", "（盖章）", "甲班组", "现代市政公司",
            "甲公司（现代产业园）", "甲班组（原）", "泵站班组（原水养护班组）", "甲公司（现代化班组）", "甲公司（现场作业班）",
        ])
    func names(text: String) { #expect(NameAside.ending(text, isOfTeam: false) == nil) }

    @Test(
        "a telephone, or a person with a label, is no part of any name",
        arguments: ["甲公司（联系人：张三）", "甲公司（13812345678）", "甲协会 0571-88888888", "甲公司（张三，电话 88881234）"])
    func persons(text: String) throws {
        #expect(try #require(NameAside.ending(text, isOfTeam: false)).aside == .person)
    }

    @Test(
        "persons who are counted are no team",
        arguments: [
            ("张三等5人", false), ("李四等人", false), ("王五等三名同志", false), ("共12人", false), ("五人小组", true), ("三人行班组", true),
            ("等闲班组", true),
        ])
    func counted(text: String, isName: Bool) { #expect(NameKind.isName(text) == isName) }

    @Test(
        "a long name is looked at as a short one is",
        arguments: [("共一百二十三个班组", false), ("沥青混凝土路面摊铺班组", true), ("12345678班组", true)])
    func long(text: String, isName: Bool) { #expect(NameKind.isName(text) == isName) }

    @Test(
        "a place of another province in a name tells why it is listed there",
        arguments: [
            ("上海路桥隧道工程有限公司江苏分公司", "江苏", true), ("上海路桥隧道（浙江）有限公司", "浙江", true), ("北京城建集团南京项目部", "江苏", true),
            ("上海路桥隧道工程有限公司", "江苏", false), ("上海路桥隧道（浙江）有限公司", "江苏", false), ("上海路桥隧道浦东分公司", "江苏", false),
        ])
    func explained(name: String, province: String, isExplained: Bool) throws {
        #expect(EnterprisePlaces.explains(name, in: try #require(Province(named: province))) == isExplained)
    }

    @Test(
        "the address, postal code or number of an enterprise, and the place of a day, are no part of its name",
        arguments: [
            ("甲公司 南京市某路1号", NameAside.particulars), ("甲公司 210000", .particulars),
            ("甲公司（91330100MA27XXXX0X）", .particulars),
            ("甲公司（统一社会信用代码：91330100）", .particulars), ("甲公司（地址：杭州）", .particulars), ("甲公司，钱湾街道2幢", .particulars),
            ("甲公司   年  月  日", .seal), ("甲公司（公章）年 月 日", .seal), ("甲公司____年__月__日", .seal),
        ])
    func particulars(text: String, aside: NameAside) throws {
        let found = try #require(NameAside.ending(text, isOfTeam: false))
        #expect(found.aside == aside && found.name.hasPrefix("甲公司"))
    }

    @Test(
        "numbers of branches and sites belong to the name", arguments: ["甲公司（1号）", "甲公司-2", "甲公司（第3分公司）", "甲公司（2030）"])
    func numbers(text: String) { #expect(NameAside.ending(text, isOfTeam: false) == nil) }

    @Test(
        "prompts, examples and drawn lines are no names",
        arguments: [
            "（请填写班组全称）", "请填写质量信得过班组", "单击此处输入文字。", "单击或点击此处输入文字。", "Click or tap here to enter text.", "（盖章）", "（全称）",
            "____",
            "＿＿＿＿", "示例班组", "例：东钱泵站运行一班", "XX班组", "XX市XX路养护班组", "××班组", "某某有限公司", "浙江某某市政工程有限公司", "○○市政有限公司",
        ])
    func prompts(text: String) { #expect(!NameKind.isName(text)) }

    @Test(
        "names are none of these",
        arguments: ["点式桥养护班组", "例行检查班组", "TBM-3掘进班", "Phoenix班组", "某山隧道班组", "此山桥养护班组", "浙江样例市政工程有限公司", "单轨养护班组", "选矿班"])
    func named(text: String) { #expect(NameKind.isName(text)) }

    @Test(
        "what is wrong with names is told in words of its own",
        arguments: [
            ("《盾构掘进班组》", "甲公司", NameKind.Fault.flawed(.team, .enclosed("《盾构掘进班组》"))),
            ("＿＿桥梁检测班组＿＿", "甲公司", .flawed(.team, .enclosed("＿＿桥梁检测班组＿＿"))),
            ("甲班组", "“甲公司”", .flawed(.enterprise, .enclosed("“甲公司”"))),
            ("运河管网班组、桥梁检测班组", "甲公司", .severalTeams(["运河管网班组", "桥梁检测班组"])),
            ("甲一班/甲二班", "甲公司", .severalTeams(["甲一班", "甲二班"])),
            ("钱湾一班、二班", "甲公司", .severalTeams(["钱湾一班", "二班"])), ("（盖章）", "甲公司", .noTeam("（盖章）")),
            ("甲班组", "（盖章）", .noEnterprise("（盖章）")),
            ("路面班组 管网班组", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("路面班组　管网班组", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("路面班组+管网班组", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("路面班组—管网班组", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("路面班组（管网班组）", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("钱湾一班 二班", "甲公司", .severalTeams(["钱湾一班", "二班"])),
            ("班组甲\n班组乙", "甲公司", .severalTeams(["班组甲", "班组乙"])),
            ("路面班组（2个）", "甲公司", .countedTeams("路面班组（2个）", 2)), ("路面班组(共三个班组)", "甲公司", .countedTeams("路面班组(共三个班组)", 3)),
            ("1.钱湾路面养护班组", "甲公司", .flawed(.team, .numbered("1.钱湾路面养护班组", number: "1."))),
            ("（2）东钱泵站运行一班", "甲公司", .flawed(.team, .numbered("（2）东钱泵站运行一班", number: "(2)"))),
            ("04 桥梁检测班组", "甲公司", .flawed(.team, .numbered("04 桥梁检测班组", number: "04"))),
            ("三、桥梁检测班组", "甲公司", .flawed(.team, .numbered("三、桥梁检测班组", number: "三、"))),
            ("甲班组", "12、浙江甲市政有限公司", .flawed(.enterprise, .numbered("12、浙江甲市政有限公司", number: "12、"))),
            ("钱湾路面养?班组", "甲公司", .flawed(.team, .lossy("钱湾路面养?班组", trace: "?"))),
            ("锟斤拷养护班组", "甲公司", .flawed(.team, .lossy("锟斤拷养护班组", trace: "锟斤拷"))),
            ("钱湾&amp;路面班组", "甲公司", .flawed(.team, .lossy("钱湾&amp;路面班组", trace: "&amp;"))),
            ("&#30462;构班组", "甲公司", .flawed(.team, .lossy("&#30462;构班组", trace: "&#30462;"))),
            ("钱湾路面<br>养护班组", "甲公司", .flawed(.team, .lossy("钱湾路面<br>养护班组", trace: "<br>"))),
            ("钱湾路面_x000D_养护班组", "甲公司", .flawed(.team, .lossy("钱湾路面_x000D_养护班组", trace: "_x000D"))),
            ("%E9%92%B1班组", "甲公司", .flawed(.team, .lossy("%E9%92%B1班组", trace: "%E9"))),
            ("甲班组", "浙江？市政有限公司", .flawed(.enterprise, .lossy("浙江？市政有限公司", trace: "？"))),
            ("路面班组管网班组", "甲公司", .severalTeams(["路面班组", "管网班组"])),
            ("路面一、二、三班", "甲公司", .severalTeams(["一班", "二班", "三班"])),
            ("路面班组（一班、二班）", "甲公司", .severalTeams(["一班", "二班"])),
            ("路面一班至三班", "甲公司", .severalTeams(["路面一班", "三班"])),
            ("路面班组等3个班组", "甲公司", .countedTeams("路面班组等3个班组", 3)),
            ("路面班组。", "甲公司", .flawed(.team, .surplus("路面班组。", part: "。"))),
            ("班组：路面班组", "甲公司", .flawed(.team, .surplus("班组：路面班组", part: "班组："))),
            ("路面班组 副本", "甲公司", .flawed(.team, .surplus("路面班组 副本", part: "副本"))),
            ("甲班组", "浙江甲市政有限公司,", .flawed(.enterprise, .surplus("浙江甲市政有限公司,", part: ","))),
            ("甲班组", "浙江甲市政有限公司2", .flawed(.enterprise, .surplus("浙江甲市政有限公司2", part: "2"))),
            ("甲班组", "1浙江甲市政有限公司", .flawed(.enterprise, .surplus("1浙江甲市政有限公司", part: "1"))),
            ("甲班组", "浙江甲市政有限公", .flawed(.enterprise, .cutOff("浙江甲市政有限公"))),
            ("甲班组", "浙江甲市政有限公可", .flawed(.enterprise, .cutOff("浙江甲市政有限公可"))),
            ("甲班组", "原浙江辰市政有限公司", .flawed(.enterprise, .surplus("原浙江辰市政有限公司", part: "原"))),
            ("张三", "甲公司", .noTeam("张三")), ("甲班组", "李四", .noEnterprise("李四")),
            ("甲班组", "某市政有限公司", .noEnterprise("某市政有限公司")), ("甲班组", "测试有限公司", .noEnterprise("测试有限公司")),
            ("错误!未找到引用源。", "甲公司", .noTeam("错误!未找到引用源。")),
            ("Error! Reference source not found.", "甲公司", .noTeam("Error! Reference source not found.")),
            ("'钱湾路面养护班组'", "甲公司", .flawed(.team, .enclosed("'钱湾路面养护班组'"))),
            ("钱湾路面养护班组钱湾路面养护班组", "甲公司", .flawed(.team, .repeated("钱湾路面养护班组"))),
            ("甲班组", "浙江甲有限公司浙江甲有限公司浙江甲有限公司", .flawed(.enterprise, .repeated("浙江甲有限公司"))),
            (String(repeating: "长", count: 300) + "班组", "甲公司", .flawed(.team, .tooLong(302))),
            ("甲班组", "江苏秣陵隧道工程有限公司（南京地铁建设有限公司）", .severalFirms(["江苏秣陵隧道工程有限公司", "南京地铁建设有限公司"])),
            ("甲班组", "浙江甲集团有限公司(浙江乙路桥公司)", .severalFirms(["浙江甲集团有限公司", "浙江乙路桥公司"])),
        ])
    func faults(team: String, enterprise: String, fault: NameKind.Fault) {
        #expect(NameKind.fault(team: team, enterprise: enterprise) == fault)
    }

    @Test(
        "names with quotation marks and brackets in them are whole",
        arguments: [
            "“钱湾”班组", "（1）班", "【东】泵站【西】", "和平班组", "水与电班组", "养护班组，一队", "乙班组, 2班", "第一工程队 管网班组", "TBM-3掘进班组", "运行班-巡检小组",
            "养护班组 一班组", "钱湾 路面班组",
            "管网班组（女子班组）", "摊铺班组（一）", "路面班组（2标）", "3、5号线养护班组", "1号泵站班组", "2标 桥梁班组", "3 号线养护班组", "一、二号泵站班组",
            "95%合格班组", "R&D班组", "A&B班组", "M&amp班组", "甲_乙班组", "哈哈班组", "青春青春班组", "Ø800管道班组", "C++班组", "（1）班组",
        ])
    func whole(team: String) { #expect(NameKind.fault(team: team, enterprise: "甲公司") == nil) }

    @Test(
        "a branch, a former name and a place in brackets make no second firm",
        arguments: ["（杭州分公司）", "（中国）", "（原浙江乙路桥有限公司）", "（联合体）"])
    func oneFirm(more: String) {
        #expect(NameKind.fault(team: "甲班组", enterprise: "浙江甲城市建设有限公司" + more)?.isOfTeam != false)
    }

    @Test(
        "words behind a name that decide or belong elsewhere are seen",
        arguments: [
            ("路面班组（公示中）", true, "公示中"), ("路面班组(更名中)", true, "更名中"), ("路面班组（见备注）", true, "见备注"),
            ("路面班组 12人", true, "12人"),
            ("浙江戊市政有限公司 法人：张三", false, "张三"), ("浙江己市政有限公司（张三）", false, "张三"),
            ("浙江庚市政有限公司（以下简称庚公司）", false, "以下简称庚公司"), ("浙江辛市政有限公司（国企）", false, "国企"),
            ("浙江辛市政有限公司（一级资质）", false, "一级资质"),
        ])
    func asides(name: String, isOfTeam: Bool, text: String) {
        #expect(NameAside.ending(name, isOfTeam: isOfTeam)?.text == text)
    }

    @Test(
        "parts of the country, forms of firms and partners are the name's own",
        arguments: ["（华东）", "（集团）", "（江苏）", "（中国）", "（控股）"])
    func ownBrackets(more: String) { #expect(NameAside.ending("浙江甲市政有限公司" + more, isOfTeam: false) == nil) }

    @Test("firms in lines, or whole ones behind a stroke, are a joint enterprise")
    func joint() {
        #expect(SeveralNames.jointEnterprise(in: "浙江甲公司\n浙江乙集团") == "浙江甲公司、浙江乙集团")
        #expect(SeveralNames.jointEnterprise(in: "浙江甲公司/浙江乙公司") == "浙江甲公司、浙江乙公司")
        #expect(SeveralNames.jointEnterprise(in: "浙江甲公司\n第一分公司养护队") == nil)
        #expect(SeveralNames.jointEnterprise(in: "浙江甲公司/二处") == nil)
    }
}
