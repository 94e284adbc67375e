import Testing

@testable import Content

@Suite("The teams of a roster by name")
struct RosterNamesTests {
    private func names(_ text: String) -> [RosterNames.Team] {
        RosterNames(path: "roster.csv", bytes: Array(text.utf8)).teams
    }

    @Test("rows with errors count, in either language of the header and any order of the columns")
    func faultyRows() {
        #expect(
            names("\u{FEFF}省份,班组名称,企业名称,编号\r\n,甲班组,\"甲,公司\",zj-001\r\n没有这个省,乙班组, 乙公司 ,zj-002\r\n")
                == [
                    .init(id: "zj-001", name: "甲班组", enterprise: "甲,公司"),
                    .init(id: "zj-002", name: "乙班组", enterprise: "乙公司"),
                ])
    }

    @Test("the apostrophe that guards from formulas is no part of a name")
    func guarded() {
        #expect(names("id,team,enterprise\na,'=甲班组,甲公司\n") == [.init(id: "a", name: "=甲班组", enterprise: "甲公司")])
    }

    @Test("remarks are no teams, wherever they stand")
    func remarks() {
        #expect(
            names("# 说明,,\nid,team,enterprise\n# 说明, 说明, 说明\na,甲班组,甲公司\n#,,\n")
                == [.init(id: "a", name: "甲班组", enterprise: "甲公司")])
    }

    @Test(
        "no teams in what is no roster",
        arguments: ["", "\n", "id,team\na,甲\n", "PK\u{3}\u{4}", "id,team,enterprise\nx\n"])
    func nothing(text: String) { #expect(names(text) == []) }
}
