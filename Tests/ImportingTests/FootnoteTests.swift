import Content
import Testing

@testable import Importing

@Suite("Notes of tables, and their marks")
struct FootnoteTests {
    /// The import of a list of two teams with the marks behind their names, and lines around it.
    private func imported(_ first: String, _ second: String, above: String = "", below: String) throws -> RosterImport {
        let table =
            above + "序号,省份,班组名称,企业名称,推荐单位\n1,浙江,\(first),甬江建设有限公司,浙江省市政行业协会\n"
            + "2,浙江,\(second),甬江建设有限公司,浙江省市政行业协会\n" + below
        return try RosterImport(
            Array(table.utf8), name: "t.csv", into: nil, surroundings: SentTableTests.surroundings)
    }

    private func teams(_ imported: RosterImport) throws -> [String] {
        let merge = try #require(imported.merge, "\(imported.notes)")
        return merge.rows.map { merge.file.text(.team, inRow: $0.index) }
    }

    @Test(
        "a mark that a note explains is no part of a name, wherever the note stands and however it begins",
        arguments: [
            ("*", "①", "", "注：*该班组为联合体；①原名某丙班组。,,,,\n"), ("＊", "①", "", "注：*该班组为联合体；①原名某丙班组。\n"),
            ("*", "**", "", "备注：1.*为联合体 2.**已更名,,,,\n"), ("[1]", "〔2〕", "", "说明：[1]为联合体；[2]已更名,,,,\n"),
            ("（注1）", "（注2）", "", "注1：为联合体,,,,\n注2：已更名,,,,\n"), ("（注）", "", "", "注：该班组为联合体\n"),
            ("*", "※", "", "名称后带*的为联合体,,,,\n标“※”的已更名,,,,\n"), ("*", "", "", "（注：*为联合体）,,,,\n"),
            ("*", "", "", "*为联合体,,,,\n合计,2个,,,\n"), ("*①", "①、②", "", "*为联合体\n①已更名；②新组建\n"),
            ("*", "", "2030年质量信得过班组名单（带*的为联合体）,,,,\n", ""), ("*", "", "", "注：,*为联合体,,,\n"),
        ])
    func explained(first: String, second: String, above: String, below: String) throws {
        let table = try imported("甲甲班组" + first, "乙乙班组" + second, above: above, below: below)
        #expect(try teams(table) == ["甲甲班组", "乙乙班组"])
        let told = table.notes.filter { $0.severity == .warning && $0.message.zh.contains("附注的记号") }
        let places = second.isEmpty ? ["2:3"] : ["2:3", "3:3"]
        #expect(told.map(\.handedIn?.spot) == places.map { above.isEmpty ? $0 : $0.moved })
        #expect(table.notes.contains { $0.message.en.contains("ends with the mark of a note") })
    }

    @Test("marks before names, and in other columns")
    func elsewhere() throws {
        #expect(try teams(imported("★甲甲班组", "乙乙班组", below: "注：★为联合体\n")) == ["甲甲班组", "乙乙班组"])
        let table = "省份,班组名称,企业名称,人数\n浙江*,甲班组,甬江建设有限公司①,12※\n注：*按推荐单位；①联合体；※含学徒,,,\n"
        let merge = try #require(
            try RosterImport(Array(table.utf8), name: "t.csv", into: nil, surroundings: SentTableTests.surroundings)
                .merge)
        let row = try #require(merge.rows.first).index
        #expect(
            [RosterColumn.province, .enterprise, .members].map { merge.file.text($0, inRow: row) }
                == ["浙江", "甬江建设有限公司", "12"])
    }

    @Test(
        "a mark that no note explains stays",
        arguments: ["", "注：排名不分先后,,,,\n", "注：①为联合体,,,,\n", "（1）按报送先后排列,,,,\n", "合计,2个,,,\n"])
    func unexplained(below: String) throws {
        #expect(try teams(imported("甲甲班组*", "乙乙班组（1）", below: below)) == ["甲甲班组*", "乙乙班组（1）"])
    }
}

extension String {
    /// A place one row further down.
    fileprivate var moved: String {
        let parts = split(separator: ":")
        return "\((parts.first.flatMap { Int($0) } ?? 0) + 1):\(parts.last ?? "")"
    }
}
