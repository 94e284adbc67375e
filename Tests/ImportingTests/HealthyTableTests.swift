import Content
import Rules
import Testing

@testable import Importing

/// Tables in which nothing is wrong: whatever a table is asked about, these are taken over without a question.
@Suite("Tables in which nothing is wrong")
struct HealthyTableTests {
    private static let header = ["序号", "省份", "企业名称", "班组名称", "推荐单位"]
    private static let teams = [0, 1, 3, 5].map { SentTableTests.teams[$0] }
    private static let rows = teams.enumerated().map { ["\($0 + 1)"] + $1 }

    /// The list with one more column.
    private static func with(_ name: String, _ cells: [String]) -> [[String]] {
        [header + [name]] + zip(rows, cells).map { $0 + [$1] }
    }

    private static func above(_ lines: [String]) -> [[String]] { lines.map { [$0] } + [header] + rows }

    private static func below(_ lines: [[String]]) -> [[String]] { [header] + rows + lines }

    private static let tables: [(name: String, rows: [[String]])] = [
        ("remarks that say nothing", with("备注", ["新增", "", "联合申报", "首次申报"])),
        ("empty remarks", with("备注", ["", "", "", ""])),
        ("names that were", with("备注", ["原名某某班组", "", "2029年更名", ""])),
        ("contacts", with("联系人", ["鸿远", "鸿远", "鸿远", "鸿远"])),
        ("certificates", with("证书编号", ["SZ2030-01", "SZ2030-02", "SZ2030-03", "SZ2030-04"])),
        ("points", with("得分", ["95.5", "88", "90", "91"])), ("all of them chosen", with("是否入选", ["是", "是", "是", "是"])),
        ("all of them passed", with("评审结果", ["通过", "通过", "通过", "通过"])),
        ("members", with("班组人数", ["12", "12人", "十二", "１２"])),
        ("found", with("成立时间", ["2015年3月", "2029年", "2018-05-01", "2020.6"])),
        ("trade", with("专业类别", ["道路", "泵站", "隧道", "桥梁"])),
        ("topic", with("课题名称", ["降低不合格率", "减少漏损", "提高一次验收合格率", "取消人工巡检"])),
        ("rate", with("一次验收合格率", ["98%", "99%", "100%", "97%"])),
        ("telephones", with("联系电话", ["0571-8888888", "", "", ""])),
        ("opinion", with("推荐意见", ["同意推荐", "同意推荐", "同意推荐", "同意推荐"])),
        ("joint", with("是否联合体", ["否", "是", "否", "否"])), ("grade", with("企业资质等级", ["特级", "一级", "二级", "一级"])),
        ("title", with("荣誉", Array(repeating: "质量信得过班组", count: 4))),
        ("standing", with("称号状态", ["有效", "有效", "正常", "有效"])),
        ("ticks of the year", with("2030年", ["√", "√", "√", "√"])),
        ("usual titles", above(["附件1", "2030年度全国市政工程质量信得过班组名单", "（排名不分先后）"])),
        ("a province's title", above(["浙江省2030年度市政工程质量信得过班组推荐汇总表", "填报单位（盖章）：浙江省市政行业协会"])),
        ("a number in the title", above(["2030年度质量信得过班组名单（共4个）"])), ("a document", above(["中市协〔2029〕58号 附件2"])),
        ("a day", above(["名单（2029年12月31日）"])),
        (
            "signatures",
            below([["审核人：鸿远", "", "填表人：鸿远"], ["注：1.排名不分先后；2.未列入本名单的班组另行通知。"], ["合计", "4个"], ["第1页 共1页"]])
        ),
        ("subtotals", [header] + rows.prefix(2) + [["小计", "2个"]] + rows.suffix(2) + [["小计", "2个"], ["合计", "4个"]]),
        (
            "headings",
            [header, ["一、浙江省（2个）"]] + rows.prefix(2) + [["二、江苏省（1个）"], rows[2], ["三、广东省（1个）"], rows[3]]
        ),
        (
            "headings with numbers in cells of their own",
            [header, ["一", "", "浙江省", "2"]] + rows.prefix(2) + [
                ["二", "", "江苏省", "1"], rows[2], ["三", "", "广东省", "1"], rows[3],
            ]
        ),
        ("units", [header, ["", "", "（全称）", "（全称）", "（盖章）"]] + rows),
        ("columns in another order", ([header] + rows).map { [$0[3], $0[2], $0[4], $0[1], $0[0]] }),
        ("seals", [header.map { $0 == "企业名称" ? "企业名称（盖章）" : $0 }] + rows),
    ]

    @Test("is taken over with nothing to decide or to check", arguments: tables.indices)
    func healthy(index: Int) throws {
        let (name, rows) = Self.tables[index]
        let table = try RosterImport(
            WorkbookMaker.workbook([("名单", WorkbookMaker.sheet(rows))]), name: "t.xlsx", into: nil,
            surroundings: SentTableTests.surroundings)
        let doubts = table.notes.filter { $0.severity != .hint }.map(\.message.zh)
        #expect(doubts.isEmpty, "\(name): \(doubts)")
        let teams = table.merge.map { merge in merge.rows.map { merge.file.text(.team, inRow: $0.index) } }
        #expect(teams == Self.teams.map { $0[2] }, "\(name)")
        #expect(!table.notes.contains { $0.message.zh.contains("行只有序号") }, "\(name)")
    }
}
