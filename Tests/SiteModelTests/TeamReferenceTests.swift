import Diagnostics
import Rules
import Testing

@testable import SiteModel

@Suite("References to teams")
struct TeamReferenceTests {
    private static let head = "编号,班组名称,企业名称,省份,申报方式\n"
    private static let roster = head + "bj-001,甲养护班组,北京甲,北京,自荐\nbj-002,乙泵站班组,北京乙,北京,自荐\n"

    /// The findings about references.
    private func findings(corrections: String = "", teams: String = "") throws -> [Diagnostic] {
        var files = [
            "content/awards/2020/index.md":
                "---\n标题: 名单\n年度: 2020\n状态: 公布\n发布日期: 2020-12-01\n\(corrections)---\n\n文字。\n",
            "content/awards/2020/roster.csv": Self.roster,
        ]
        if !teams.isEmpty {
            files["content/practices/a.md"] = "---\n标题: 做法\n来源班组: [\(teams)]\n---\n\n文字。\n"
        }
        return try MemorySite(files).findings.filter { $0.rule == .danglingReference }
    }

    @Test(
        "no team is proposed or shown for an id that looks like its own",
        arguments: [
            ("2020/bj-009", "编号见 content/awards/2020/roster.csv。"),
            ("2020/bj-02", "编号见 content/awards/2020/roster.csv。"),
            ("2020/bj-00l", "编号见 content/awards/2020/roster.csv。"), ("2019/bj-001", "有名单的年度：2020。"),
            ("2020/xizang-17", "编号见 content/awards/2020/roster.csv。"),
        ])
    func practice(_ id: String, _ help: String) throws {
        let found = try findings(teams: id)
        #expect(found.map { $0.help?.zh } == [help])
        #expect(found.allSatisfy { $0.replacement == nil })
    }

    @Test(
        "a correction about a team that the list does not have is answered with the team that its text names",
        arguments: [
            ("bj-003", "乙泵站班组的名称有误", "是 bj-002“乙泵站班组”吗？"), ("bj-003", "名称有误", ""), ("bj-0001", "名称有误", ""),
            ("bj-010", "名称有误", ""),
            ("xizang-17", "丁班组已删去", ""),
        ])
    func correction(_ id: String, _ text: String, _ question: String) throws {
        let found = try findings(corrections: "更正: [{日期: 2021-01-05, 编号: \(id), 说明: \(text)}]\n")
        #expect(found.map { $0.help?.zh } == [question + "名单里已经删去的班组，不写编号，在说明中写出它的编号和名称。"])
        #expect(found.allSatisfy { $0.replacement == nil })
    }
}
