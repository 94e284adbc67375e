import Testing
import Values

@testable import Importing

@Suite("Tables that name renamed enterprises")
struct RenamedEnterpriseTests {
    private static let names = EnterpriseNames([
        (id: "jia", names: ["甲市政有限公司", "甲城市建设有限公司"]), (id: "yi", names: ["乙市政有限公司"]),
        (id: "bing", names: ["戊路桥建设有限公司", "丙市政有限公司"]), (id: "ding", names: ["戊路桥建设有限公司", "丁市政有限公司"]),
    ])
    private static let roster = """
        编号,班组名称,企业名称,省份,申报方式,企业编号
        zj-001,甲班组,甲城市建设有限公司,浙江,自荐,jia
        zj-002,乙班组,乙市政有限公司,浙江,自荐,
        zj-003,丙班组,丙市政有限公司,浙江,自荐,

        """

    private func imported(_ rows: String, header: String = "省份,班组名称,企业名称", into roster: String = roster) throws
        -> RosterImport
    {
        try RosterImport(
            Array((header + "\n" + rows + "\n").utf8), name: "t.csv",
            into: RosterFile(Array(roster.utf8), path: "roster.csv"),
            surroundings: RosterSurroundings(
                year: 2020, isChinese: true, enterpriseNames: Self.names, isAnnounced: true))
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map(\.message.zh)
    }

    @Test(
        "a team under an earlier or later name of its enterprise is the one of the roster, which stays as it is",
        arguments: ["甲市政有限公司", "甲市政有限责任公司", "甲 市政有限公司", "甲城市建设有限公司"])
    func earlier(enterprise: String) throws {
        let table = try imported("浙江,甲班组,\(enterprise)")
        let merge = try #require(table.merge, "\(errors(table))")
        #expect(String(decoding: merge.file.bytes, as: UTF8.self) == Self.roster)
        let told = table.notes.filter { $0.message.zh.contains("甲城市建设有限公司") && $0.message.zh.contains("zj-001") }
        #expect(told.isEmpty == (enterprise == "甲城市建设有限公司"))
    }

    @Test("the roster has the earlier name, and the table the new one")
    func later() throws {
        let old = Self.roster.replacing("甲城市建设有限公司", with: "甲市政有限公司").replacing(",jia", with: ",")
        let merge = try #require(try imported("浙江,甲班组,甲城市建设有限公司", into: old).merge)
        #expect(String(decoding: merge.file.bytes, as: UTF8.self) == old)
    }

    @Test("another team of the enterprise, and a name that two enterprises had, are asked about")
    func others() throws {
        for (row, words) in [
            ("浙江,隧道班组,甲市政有限公司", "要作为新班组加入"), ("浙江,丙班组,戊路桥建设有限公司", "表中没有的 zj-003“丙班组”（丙市政有限公司）"),
        ] {
            let found = errors(try imported(row))
            #expect(found.count == 1 && found[0].contains(words), "\(found)")
        }
    }

    @Test("with ids, an earlier name is the same team, and another id is none of it")
    func ids() throws {
        let header = "编号,省份,班组名称,企业名称"
        let same = try imported("zj-001,浙江,甲班组,甲市政有限公司", header: header)
        #expect(String(decoding: try #require(same.merge).file.bytes, as: UTF8.self) == Self.roster)
        let other = errors(try imported("zj-009,浙江,甲班组,甲市政有限公司", header: header))
        #expect(other.count == 1 && other[0].contains("在名单中的编号是“zj-001”"), "\(other)")
    }

    @Test("one team under two names of its enterprise in one table is told")
    func twice() throws {
        let found = errors(try imported("浙江,隧道班组,甲市政有限公司\n浙江,隧道班组,甲城市建设有限公司"))
        #expect(found.count == 1 && found[0].contains("像是同一个班组"), "\(found)")
    }
}
