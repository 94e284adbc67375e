import Testing

@testable import Importing

@Suite("Rows of tables that are no teams")
struct SubtotalTests {
    private func imported(_ rows: [String], header: String = "序号,省份,班组名称,企业名称") throws -> RosterImport {
        try RosterImport(
            Array(([header] + rows).joined(separator: "\n").utf8), name: "t.csv", into: nil,
            surroundings: SentTableTests.surroundings)
    }

    private func warnings(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity != .hint }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private static let zhejiang = "1,浙江,甲班组,甲市政有限公司"
    private static let jiangsu = "2,江苏,乙班组,乙市政有限公司"

    @Test(
        "a subtotal that differs from the rows above it is told",
        arguments: [
            ([zhejiang, "小计,,2,", jiangsu, "小计,,1,"], "3: “小计”写 2 个，上面这一段读到 1 行，请核对。"),
            ([zhejiang, "小计：2个班组,,,"], "3: “小计：2个班组”写 2 个，上面这一段读到 1 行，请核对。"),
            ([zhejiang, "小计,,1,", jiangsu, "小计,,2,"], "5: “小计”写 2 个，上面这一段读到 1 行，请核对。"),
            ([zhejiang, "浙江省小计,3,,", jiangsu], "3: “浙江省小计”写 3 个，上面这一段读到 1 行，请核对。"),
            ([zhejiang, jiangsu, "本页合计,3,,"], "4: “本页合计”写 3 个，上面这一段读到 2 行，请核对。"),
            (["一、浙江省,,,", zhejiang, "小 计,,２,"], "4: “小 计”写 2 个，上面这一段读到 1 行，请核对。"),
        ])
    func differs(rows: [String], warning: String) throws {
        let table = try imported(rows)
        #expect(table.merge != nil)
        #expect(warnings(table) == [warning])
    }

    @Test(
        "a subtotal that agrees with its part of the list, or says no number of teams, is not told",
        arguments: [
            [zhejiang, "小计,,1,", jiangsu, "小计,,1,", "合计,,2,"], [zhejiang, "小计,,,", jiangsu],
            [
                "一、浙江省,,,", "（一）浙江省市政行业协会推荐,,,", zhejiang, "小计,,1,", "（二）宁波市市政行业协会推荐,,,", "2,浙江,乙班组,乙市政有限公司", "小计,,1,",
                "小计,,2,",
            ],
            [zhejiang, "小计,,1,", jiangsu, "小计,,1,", "两省小计,,2,"], [zhejiang, jiangsu, "小计,2家,2个班组,"],
            [zhejiang, "小计,,1,28人", jiangsu, "合计,1家,2个,"],
        ])
    func agrees(rows: [String]) throws {
        #expect(warnings(try imported(rows)) == [])
    }

    @Test("a sum of the members is none of the teams")
    func members() throws {
        let table = try imported(
            ["1,浙江,甲班组,甲市政有限公司,12", "小计,,,,12", "2,江苏,乙班组,乙市政有限公司,9", "合计,,,,21"],
            header: "序号,省份,班组名称,企业名称,班组人数")
        #expect(warnings(table) == [])
    }

    @Test("a team with such a word in its name is a team")
    func names() throws {
        let merge = try #require(try imported(["1,浙江,小计班组,甲市政有限公司", "2,浙江,合计班,甲市政有限公司"]).merge)
        #expect(merge.rows.count == 2)
    }

    @Test(
        "a row below the header that only says more about its columns is left out and told",
        arguments: [
            ",,,,（人）", ",,,,人", ",,,,单位：人", ",,（全称）,（全称）,（人）", "（必填）,（必填）,（必填）,（必填）,（选填）", "1,2,3,4,5",
            "（1）,（2）,（3）,（4）,（5）", ",（如：浙江）,,,",
        ])
    func explanations(row: String) throws {
        let table = try imported([row, zhejiangWithMembers], header: "序号,省份,班组名称,企业名称,班组人数")
        #expect(table.merge?.rows.count == 1, "\(warnings(table))")
        #expect(warnings(table) == [])
        #expect(table.notes.contains { $0.handedIn?.spot == "2" && $0.message.zh.hasPrefix("没有导入这一行") })
    }

    private var zhejiangWithMembers: String { Self.zhejiang + ",12" }

    @Test(
        "a heading or a row without a team at that place is what it is",
        arguments: ["优秀质量管理小组,,,,", "（优秀质量管理小组）,,,,", "1,浙江,,甲市政有限公司,12"])
    func others(row: String) throws {
        let header = "序号,省份,班组名称,企业名称,班组人数"
        let table = try imported([row, "2,,乙班组,某建设有限公司,9"], header: header)
        #expect(warnings(table).contains { $0.hasPrefix("2: ") || $0.hasPrefix("2:3") }, "\(warnings(table))")
    }
}
