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
}
