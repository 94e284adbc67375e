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
}
