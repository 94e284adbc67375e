import Content
import Testing

@testable import Importing

@Suite("Tables for announced lists")
struct AnnouncedListTests {
    private static let roster = """
        编号,班组名称,企业名称,省份,申报方式,状态,撤销日期,撤销原因,班组人数
        zj-001,甲班组,甲市政有限公司,浙江,自荐,有效,,,12
        js-002,丙班组,乙市政有限公司,江苏,自荐,有效,,,9
        js-003,丁班组,乙市政有限公司,江苏,自荐,撤销,2021-05-01,投诉,9

        """

    private func imported(
        _ table: String, accepting accepted: Set<ImportAcceptance> = [], isAnnounced: Bool = true
    ) throws -> RosterImport {
        try RosterImport(
            Array(table.utf8), name: "t.csv", into: RosterFile(Array(Self.roster.utf8), path: "roster.csv"),
            surroundings: RosterSurroundings(year: 2020, isChinese: true, isAnnounced: isAnnounced),
            accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    @Test(
        "a change of names, provinces or withdrawals is asked about, and says that a correction is needed",
        arguments: [
            ("编号,班组名称,企业名称\nzj-001,甲甲班组,甲市政有限公司\n", "班组名称由“甲班组”改为“甲甲班组”"),
            ("编号,班组名称,企业名称\nzj-001,甲班组,甲甲市政有限公司\n", "企业名称由“甲市政有限公司”改为“甲甲市政有限公司”"),
            ("编号,班组名称,企业名称,省份\nzj-001,甲班组,甲市政有限公司,安徽\n", "省份由“浙江”改为“安徽”"),
            ("编号,班组名称,企业名称,状态\njs-003,丁班组,乙市政有限公司,有效\n", "状态由“撤销”改为“有效”"),
            ("班组名称,企业名称\n甲班,甲市政有限公司\n", "班组名称由“甲班组”改为“甲班”"),
        ])
    func changes(table: String, change: String) throws {
        let asked = errors(try imported(table))
        #expect(asked.count == 1 && asked[0].hasPrefix("2: 名单已公示或公布，"), "\(asked)")
        #expect(asked.first?.contains(change) ?? false, "\(asked)")
        let accepted = try imported(table, accepting: [.listChanges])
        #expect(accepted.merge != nil)
        #expect(accepted.notes.contains { $0.severity == .warning && $0.message.en.contains("asks for a correction") })
        #expect(try imported(table, isAnnounced: false).merge != nil)
    }

    @Test(
        "what is not of the decision changes without a question",
        arguments: [
            "编号,班组名称,企业名称,人数\nzj-001,甲班组,甲市政有限公司,14\n", "编号,班组名称,企业名称\nzj-001,甲 班组,甲市政有限公司\n",
            "编号,班组名称,企业名称,省份\nzj-001,甲班组,甲市政有限公司,浙江省\n",
            "编号,班组名称,企业名称,状态,撤销日期,撤销原因\nzj-001,甲班组,甲市政有限公司,撤销,2021-06-01,投诉\n",
        ])
    func other(table: String) throws {
        #expect(errors(try imported(table)) == [])
    }

    @Test("a team that may be another is one question, and each of its answers leads on")
    func oneQuestion() throws {
        let asked = errors(try imported("省份,班组名称,企业名称\n上海,丙班组,乙市政有限公司\n"))
        #expect(asked.count == 1 && asked[0].contains("还要加 --accept new-teams"), "\(asked)")
        let header = "编号,省份,班组名称,企业名称\n"
        // It is the same: its id.
        let same = try imported(header + "js-002,上海,丙班组,乙市政有限公司\n", accepting: [.listChanges])
        #expect(same.merge?.rows.count == 3, "\(errors(same))")
        // It is another: a new id.
        let other = header + "sh-001,上海,丙班组,乙市政有限公司\n"
        #expect(errors(try imported(other)).count == 1)
        #expect(try imported(other, accepting: [.newTeams]).merge?.rows.count == 4)
    }

    @Test("a question about a team of a draft says nothing of announced lists, and is the only one")
    func draft() throws {
        for table in ["省份,班组名称,企业名称\n上海,丙班组,乙市政有限公司\n", "编号,班组名称,企业名称\nzj-001,道路班组,丁市政有限公司\n"] {
            let asked = errors(try imported(table, isAnnounced: false))
            #expect(asked.count == 1 && !asked[0].contains("--accept"), "\(asked)")
        }
    }

    @Test("one table with teams of the same names in two provinces")
    func provinces() throws {
        let header = "编号,省份,班组名称,企业名称\n"
        let two = header + "js-002,江苏,丙班组,乙市政有限公司\nsh-001,上海,丙班组,乙市政有限公司\n"
        #expect(try imported(two, accepting: [.newTeams]).merge?.rows.count == 4)
        let one = errors(try imported(header + "js-002,江苏,丙班组,乙市政有限公司\njs-009,江苏,丙班组,乙市政有限公司\n"))
        #expect(one.contains { $0.contains("已经出现过") })
    }
}
