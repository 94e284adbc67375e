import Content
import Rules
import Testing

@testable import Importing

/// A second table for a list that is there, where it says another thing than the list.
@Suite("Tables for a roster that is there")
struct RosterMergeTests {
    private static let roster = """
        编号,班组名称,企业名称,省份,申报方式,推荐单位,状态,撤销日期,撤销原因
        zj-001,甲养护班组,浙江甲市政有限公司,浙江,推荐,浙江省市政行业协会,有效,,
        zj-002,乙泵站班组,浙江乙市政有限公司,浙江,推荐,浙江省市政行业协会,有效,,
        js-001,丙盾构班组,江苏丙隧道有限公司,江苏,自荐,,撤销,2029-05-01,投诉

        """

    private func imported(
        _ rows: [String], header: String = "班组名称,企业名称,省份,推荐单位", isAnnounced: Bool = true,
        accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            Array(([header] + rows).joined(separator: "\n").utf8), name: "t.csv",
            into: RosterFile(Array(Self.roster.utf8), path: "roster.csv"),
            surroundings: RosterSurroundings(
                year: 2030, isChinese: true, associations: SentTableTests.surroundings.associations,
                isAnnounced: isAnnounced), accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private static let first = "甲养护班组,浙江甲市政有限公司,浙江,浙江省市政行业协会"
    private static let second = "乙泵站班组,浙江乙市政有限公司,浙江,浙江省市政行业协会"

    @Test(
        "a team under another enterprise, where the list has it under one that the table lacks, is one question",
        arguments: ["浙江新湖城市建设集团有限公司", "甲市政", "浙江甲市政有限公司第二分公司", "浙江戊路桥有限公司"], [true, false])
    func renamed(enterprise: String, isAnnounced: Bool) throws {
        let row = "甲养护班组,\(enterprise),浙江,浙江省市政行业协会"
        let asked = errors(try imported([row, Self.second], isAnnounced: isAnnounced, accepting: [.newTeams]))
        #expect(asked.count == 1 && asked[0].hasPrefix("2: ") && asked[0].contains("zj-001"), "\(asked)")
        let header = "编号,班组名称,企业名称,省份,推荐单位"
        let same = try imported(["zj-001," + row], header: header, accepting: [.listChanges])
        #expect(same.merge?.rows.count == 3, "\(errors(same))")
        let other = try imported(["zj-009," + row], header: header, accepting: [.newTeams])
        #expect(other.merge?.rows.count == 4, "\(errors(other))")
    }

    @Test("where the table has both, or the province is another one, it is another team")
    func another() throws {
        let other = "甲养护班组,浙江戊路桥有限公司,浙江,浙江省市政行业协会"
        #expect(try imported([Self.first, other], accepting: [.newTeams]).merge?.rows.count == 4)
        let elsewhere = "甲养护班组,江苏戊路桥有限公司,江苏,江苏省市政工程协会"
        #expect(try imported([elsewhere], accepting: [.newTeams]).merge?.rows.count == 4)
    }

    @Test("a withdrawal that is taken back takes its day and reason with it")
    func takenBack() throws {
        let row = "js-001,丙盾构班组,江苏丙隧道有限公司,江苏,有效"
        let header = "编号,班组名称,企业名称,省份,状态"
        #expect(errors(try imported([row], header: header)).count == 1)
        let merge = try #require(try imported([row], header: header, accepting: [.listChanges]).merge)
        let line = try #require(merge.file.rowIndices.last)
        #expect(
            [RosterColumn.standing, .withdrawnOn, .reason].map { merge.file.text($0, inRow: line) } == ["有效", "", ""])
    }

    @Test("a withdrawal without its day and reason is an error in the table")
    func withdrawn() throws {
        let header = "编号,班组名称,企业名称,省份,称号状态,撤销日期,撤销原因"
        let row = "zj-001,甲养护班组,浙江甲市政有限公司,浙江,"
        for (cells, words) in [
            ("已撤销,,", "“撤销日期”和“撤销原因”列"), ("Withdrawn,2030-01-01,", "还要有“撤销原因”列"), ("撤销,,投诉", "还要有“撤销日期”列"),
        ] {
            let found = errors(try imported([row + cells], header: header))
            #expect(found.count == 1 && found[0].hasPrefix("2: ") && found[0].contains(words), "\(found)")
        }
        #expect(try imported([row + "撤销,2030-01-01,投诉"], header: header).merge != nil)
        let known = try imported(["js-001,丙盾构班组,江苏丙隧道有限公司,江苏,撤销,,"], header: header)
        #expect(known.merge?.rows.allSatisfy { $0.change != .added } == true)
    }

    @Test("an empty recommender leaves a team that is recommended as it is, with a word, until somebody answers for it")
    func emptyRecommender() throws {
        let rows = [Self.first, "乙泵站班组,浙江乙市政有限公司,浙江,"]
        let kept = try imported(rows)
        #expect(kept.merge?.rows.allSatisfy { [.unchanged, .kept].contains($0.change) } == true, "\(errors(kept))")
        #expect(kept.notes.contains { $0.message.zh.contains("名单中 zj-002 的“浙江省市政行业协会”不改") })
        let asked = errors(try imported(rows, accepting: [.emptyRecommender]))
        #expect(
            asked.count == 1 && asked[0].contains("申报方式由“推荐”改为“自荐”") && asked[0].contains("要在年度的“更正”里写明"), "\(asked)")
        for isAnnounced in [true, false] {
            let accepted: Set<ImportAcceptance> = isAnnounced ? [.emptyRecommender, .listChanges] : [.emptyRecommender]
            let merge = try #require(try imported(rows, isAnnounced: isAnnounced, accepting: accepted).merge)
            let line = merge.file.rowIndices[1]
            #expect([RosterColumn.mode, .recommender].map { merge.file.text($0, inRow: line) } == ["自荐", ""])
        }
    }

    @Test("a way of applying or a recommender that changes on an announced list is asked about")
    func modes() throws {
        let row = "乙泵站班组,浙江乙市政有限公司,浙江,"
        let asked = errors(try imported([Self.first, row + "企业自荐"]))
        #expect(asked.count == 1 && asked[0].contains("申报方式由“推荐”改为“自荐”"), "\(asked)")
        #expect(try imported([Self.first, row + "企业自荐"], isAnnounced: false).merge != nil)
        let other = errors(try imported([Self.first, row + "宁波市市政行业协会"]))
        #expect(other.count == 1 && other[0].contains("推荐单位由“浙江省市政行业协会”改为“宁波市市政行业协会”"), "\(other)")
        #expect(try imported([Self.first, row + "宁波市市政行业协会"], isAnnounced: false).merge != nil)
        #expect(try imported([Self.first, row + "宁波市市政行业协会"], accepting: [.listChanges]).merge != nil)
    }

    @Test("ids that were exchanged are one error a row")
    func exchanged() throws {
        let rows = ["zj-002," + Self.first, "zj-001," + Self.second]
        let found = errors(try imported(rows, header: "编号,班组名称,企业名称,省份,推荐单位"))
        #expect(found.count == 2 && found.allSatisfy { $0.contains("后者在名单中的编号是") }, "\(found)")
    }

    @Test("one id twice is one error")
    func repeatedID() throws {
        let rows = ["zj-001," + Self.first, "zj-001," + Self.second]
        let found = errors(try imported(rows, header: "编号,班组名称,企业名称,省份,推荐单位"))
        #expect(found.count == 1 && found[0].contains("已经用过"), "\(found)")
    }
}
