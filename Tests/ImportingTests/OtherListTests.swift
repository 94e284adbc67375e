import Content
import Diagnostics
import Rules
import Testing
import Values

@testable import Importing

/// Lists of teams that do not bear the year's title, in sheets, below titles and below headings.
@Suite("Lists that are not the one that is wanted")
struct OtherListTests {
    private static let header = ["序号", "省份", "企业名称", "班组名称", "推荐单位"]
    private static let teams = SentTableTests.teams

    private static func list(_ teams: ArraySlice<[String]>, below lines: [[String]] = []) -> [[String]] {
        lines + [header] + teams.enumerated().map { ["\($0 + 1)"] + $1 }
    }

    private func imported(
        _ sheets: [(String, [[String]])], hidden: Set<String> = [], sheet: SheetChoice? = nil,
        accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            WorkbookMaker.workbook(sheets.map { ($0.0, WorkbookMaker.sheet($0.1)) }, hidden: hidden), name: "t.xlsx",
            sheet: sheet ?? (sheets.count > 1 ? .all : .only), into: nil, surroundings: SentTableTests.surroundings,
            accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func names(_ imported: RosterImport) -> [String] {
        guard let merge = imported.merge else { return errors(imported) }
        return merge.rows.map { merge.file.text(.team, inRow: $0.index) }
    }

    @Test(
        "a sheet whose name is that of another list is asked about, and left out after a yes",
        arguments: [
            "撤销名单", "QC小组", "未入选", "2029", "2029年度", "落选班组", "备选", "拟推荐", "候补名单", "质量管理小组", "专家", "Withdrawn", "填写示例",
            "放弃",
        ])
    func sheets(name: String) throws {
        let sheets = [("2030名单", Self.list(Self.teams[..<2])), (name, Self.list(Self.teams[5...]))]
        let asked = errors(try imported(sheets))
        #expect(asked.count == 1 && asked[0].hasPrefix("\(name): “\(name)”像是"), "\(asked)")
        let accepted = try imported(sheets, accepting: [.otherLists])
        #expect(names(accepted) == Self.teams[..<2].map { $0[2] })
        #expect(accepted.notes.contains { $0.rule == .importOtherList && $0.severity == .warning })
    }

    @Test(
        "a list of another body's honour below is left out by its name, though its title is nearly the same",
        arguments: ["推荐全国质量信得过班组名单", "2030年推荐申报全国质量信得过班组名单", "二、推荐全国质量信得过班组汇总表"])
    func honorBelow(title: String) throws {
        let rows = Self.list(Self.teams[..<4]) + [[], [title]] + Self.list(Self.teams[..<1])
        let asked = errors(try imported([("名单", rows)]))
        #expect(asked.count == 1 && asked[0].contains("“\(title)”") && asked[0].contains("1 行"), "\(asked)")
        #expect(names(try imported([("名单", rows)], accepting: [.otherLists])) == Self.teams[..<4].map { $0[2] })
    }

    @Test(
        "a province's section that is denied ends at the next province, numbered or not",
        arguments: [
            ("浙江省（待审核）", "江苏省"), ("浙江省（拟推荐）", "江苏省（2个）"), ("浙江省2029年度未入选", "江苏省2030年度"), ("浙江 撤销", "江苏"),
        ])
    func deniedProvince(denied: String, next: String) throws {
        let header = ["序号", "企业名称", "班组名称", "推荐单位"]
        func row(_ index: Int) -> [String] { ["\(index)"] + Self.teams[index].dropFirst() }
        let rows = [header, [denied], row(0), row(1), [next], row(3), row(4)]
        let asked = errors(try imported([("名单", rows)]))
        #expect(asked.contains { $0.contains("“\(denied)”（2 行：钱湾路面养护班组") }, "\(asked)")
        #expect(
            names(try imported([("名单", rows)], accepting: [.otherLists, .unknownHeadings])) == [
                Self.teams[3][2], Self.teams[4][2],
            ])
    }

    @Test(
        "tables about the title that list nobody who has it are asked about",
        arguments: [
            "2030年度质量信得过班组退回材料名单", "2030年度质量信得过班组整改名单", "2030年度质量信得过班组初评结果", "质量信得过班组建设先进个人名单", "优秀质量信得过班组名单",
            "质量信得过班组专家打分表", "质量信得过班组通讯录", "质量信得过班组参会名单",
        ])
    func otherTables(title: String) throws {
        let asked = errors(try imported([("名单", Self.list(Self.teams[..<2], below: [[title]]))]))
        #expect(asked.count == 1 && asked[0].contains("“\(title)”"), "\(asked)")
    }

    @Test("lists side by side have the provinces that stand over them")
    func provincesSideBySide() throws {
        let header = ["企业名称", "班组名称", "", "企业名称", "班组名称"]
        let rows = [
            ["江苏省", "", "", "浙江省", ""], header, ["浙江甲市政有限公司", "甲班组", "", "江苏乙市政有限公司", "乙班组"],
        ]
        let merge = try #require(try imported([("名单", rows)]).merge)
        #expect(merge.rows.map { merge.file.text(.province, inRow: $0.index) } == ["江苏", "浙江"])
    }

    @Test(
        "the year's title in other words is its list",
        arguments: ["推荐全国市政工程质量信得过班组名单", "质量信得过班组推荐名单", "2030年度质量信得过班组申报汇总表"])
    func ownTitle(title: String) throws {
        #expect(
            names(try imported([("名单", Self.list(Self.teams[..<2], below: [[title]]))]))
                == Self.teams[..<2].map { $0[2] })
    }

    @Test(
        "a sheet with a name that says nothing, a province or the year is read",
        arguments: ["江苏", "Sheet2", "2030", "2030年度", "名单（续）", "西安市未央区企业", "第二批", "附件2", "班组2"])
    func otherSheets(name: String) throws {
        let sheets = [("2030名单", Self.list(Self.teams[..<2])), (name, Self.list(Self.teams[3..<5]))]
        #expect(names(try imported(sheets)) == (Self.teams[..<2] + Self.teams[3..<5]).map { $0[2] })
    }

    @Test(
        "a title above the header that is another list's is asked about, on one sheet and among several",
        arguments: [
            "2030年拟撤销称号班组名单", "2030年未通过评审班组名单", "2030年度撤销称号班组名单", "2029年度质量信得过班组名单", "落选班组", "2030年度优秀QC小组名单",
            "2030年质量信得过班组备选名单", "不予授予称号的班组",
        ])
    func titles(title: String) throws {
        for above in [[[title]], [["附件3"], [title], ["（排名不分先后）"]], [[title, "", "2030年5月"]]] {
            if above[0].count > 1, !title.contains("名单") { continue }
            let list = Self.list(Self.teams[...], below: above)
            let asked = errors(try imported([("名单", list)]))
            #expect(asked.count == 1 && asked[0].contains("“\(title)”像是") && asked[0].contains("7 行"), "\(asked)")
            let none = errors(try imported([("名单", list)], accepting: [.otherLists]))
            #expect(none == [": 除了没有导入的名单，没有 2030 年的班组。"])
            let beside = [("浙江", Self.list(Self.teams[..<3])), ("附件3", list)]
            #expect(errors(try imported(beside)).count == 1)
            #expect(names(try imported(beside, accepting: [.otherLists])).count == 3)
        }
    }

    @Test(
        "candidates may be the list that is wanted, which somebody has to say",
        arguments: ["拟推荐名单（不公开）", "2030年度质量信得过班组拟认定名单", "候选班组名单", "拟表彰班组"])
    func candidates(title: String) throws {
        let list = [("名单", Self.list(Self.teams[...], below: [[title]]))]
        let asked = try imported(list)
        #expect(errors(asked).count == 1)
        let question = try #require(asked.notes.first { $0.rule == .importOtherList })
        #expect(question.help?.zh.contains("--accept candidates") == true)
        let taken = try imported(list, accepting: [.candidates])
        #expect(names(taken) == Self.teams.map { $0[2] })
        #expect(taken.notes.contains { $0.severity == .warning && $0.message.zh == "“\(title)”当作要导入的名单。" })
        // Teams that lost the title are none.
        let lost = [("名单", Self.list(Self.teams[...], below: [["2030年撤销称号班组名单"]]))]
        #expect(errors(try imported(lost, accepting: [.candidates])).count == 1)
    }

    @Test(
        "titles of the year's list, and lines that are no titles, stay what they are",
        arguments: [
            "2030年度全国市政工程质量信得过班组名单", "浙江省2030年度市政工程质量信得过班组推荐汇总表", "注：带*的已撤销", "质量信得过班组名单（2029年12月）",
            "全国市政工程优秀质量管理小组和质量信得过班组名单", "名单（不含撤销称号的班组）", "填表日期：2029年12月1日",
            "根据2029年度的办法，连续两年未通过复核的班组取消称号，现将其余班组的名单公布如下，请各协会通知有关企业。",
        ])
    func healthyTitles(title: String) throws {
        let table = try imported([("名单", Self.list(Self.teams[...], below: [[title]]))])
        #expect(names(table) == Self.teams.map { $0[2] })
    }

    @Test(
        "headings between the rows that deny the title begin another list, whatever else they name",
        arguments: [
            "企业自荐（未入选）", "浙江省（候补）", "二、未通过的班组", "优秀质量管理小组", "（二）拟撤销", "2029年度", "备选班组", "三、自愿放弃",
        ])
    func headings(heading: String) throws {
        let rows = Self.list(Self.teams[..<3]) + [[heading]] + Self.list(Self.teams[3...]).dropFirst()
        let asked = errors(try imported([("名单", rows)]))
        #expect(
            asked.count == 1
                && asked[0].contains("另一份名单“\(heading)”（4 行：\(Self.teams[3...].map { $0[2] }.joined(separator: "、"))）"),
            "\(asked)")
        #expect(names(try imported([("名单", rows)], accepting: [.otherLists])).count == 3)
    }

    @Test("another list ends at a heading of its level, and at the title of the year's list")
    func ends() throws {
        let first = Array(Self.list(Self.teams[..<2]).dropFirst())
        let second = Array(Self.list(Self.teams[5...]).dropFirst())
        for (one, other) in [("一、撤销称号班组", "二、授予称号班组"), ("一、落选班组", "二、广东省"), ("撤销名单", "2030年质量信得过班组名单")] {
            let table = try imported(
                [("名单", [Self.header, [one]] + first + [[other]] + second)], accepting: [.otherLists])
            #expect(names(table) == Self.teams[5...].map { $0[2] }, "\(other)")
        }
        // The list that is wanted stands below another one that begins the sheet.
        let below = Self.list(Self.teams[..<2], below: [["撤销称号班组名单"]]) + [["2030年度质量信得过班组名单"]] + second
        #expect(names(try imported([("名单", below)], accepting: [.otherLists])) == Self.teams[5...].map { $0[2] })
        #expect(errors(try imported([("名单", below)])).count == 1)
    }

    @Test("a hidden sheet with a part of the list is asked about")
    func hiddenSheets() throws {
        let names = ["序号", "企业名称", "班组名称"]
        let sheets = [
            ("浙江省", [names, ["1", "澄湖公司", "甲班"]]), ("江苏省", [names, ["1", "秣陵公司", "乙班"]]),
            ("广东省", [names, ["1", "珠湾公司", "丙班"]]),
        ]
        let asked = errors(try imported(sheets, hidden: ["江苏省"]))
        #expect(asked.count == 1 && asked[0].contains("工作表“江苏省”是隐藏的"), "\(asked)")
        #expect(self.names(try imported(sheets, hidden: ["江苏省"], accepting: [.otherLists])) == ["甲班", "丙班"])
        #expect(self.names(try imported(sheets)) == ["甲班", "乙班", "丙班"])
    }

    @Test(
        "what denies the title inside of a section ends with it, and the teams that are left out are named",
        arguments: ["浙江省撤销名单", "（撤销）", "企业放弃的班组", "（二）未入选"])
    func insideSections(heading: String) throws {
        let rows =
            [Self.header, ["一、浙江省"]] + Self.list(Self.teams[..<1]).dropFirst() + [[heading]]
            + Self.list(Self.teams[1..<3]).dropFirst() + [["二、江苏省"]] + Self.list(Self.teams[3..<5]).dropFirst()
            + [["三、广东省"]] + Self.list(Self.teams[5...]).dropFirst()
        let asked = errors(try imported([("名单", rows)]))
        let left = Self.teams[1..<3].map { $0[2] }.joined(separator: "、")
        #expect(asked.count == 1 && asked[0].contains("另一份名单“\(heading)”（2 行：\(left)）"), "\(asked)")
        let table = try imported([("名单", rows)], accepting: [.otherLists])
        #expect(names(table) == (Self.teams[..<1] + Self.teams[3...]).map { $0[2] })
    }

    @Test("sections of another list that stands by itself belong to it")
    func sectionsOfAnother() throws {
        let rows =
            Self.list(Self.teams[..<3]) + [["撤销称号班组名单"], ["一、江苏省"]] + Self.list(Self.teams[3..<5]).dropFirst()
            + [["二、广东省"]] + Self.list(Self.teams[5...]).dropFirst()
        #expect(names(try imported([("名单", rows)], accepting: [.otherLists])) == Self.teams[..<3].map { $0[2] })
        #expect(errors(try imported([("名单", rows)])).count == 1)
    }

    @Test(
        "the name of a sheet is understood with its number, and asked about where a row is of none of its provinces",
        arguments: [
            ("附件3-广东", "广东"), ("1浙江", "浙江"), ("Sheet2_浙江省", "浙江"), ("表4、江苏", "江苏"), ("广东（4）", "广东"), ("浙江、广东", nil),
            ("广东及以外", nil), ("推荐广东的", nil),
        ] as [(String, String?)])
    func sheetNames(name: String, province: String?) throws {
        let header = ["序号", "企业名称", "班组名称"]
        let other = try imported([(name, [header, ["1", "秣陵隧道工程有限公司", "盾构掘进班组"]])])
        if let province {
            #expect(errors(other) == [])
            #expect(other.merge.map { $0.file.text(.province, inRow: $0.rows[0].index) } == province)
        } else {
            #expect(errors(other).count == 1 && errors(other)[0].contains("没有省份"))
            let told = try imported([(name, [header, ["1", "江苏秣陵隧道工程有限公司", "盾构掘进班组"]])])
            #expect(errors(told).count == 1 && errors(told)[0].contains("工作表的名称却是“\(name)”"), "\(errors(told))")
            let own = try imported([(name, [header, ["1", "广东珠湾路桥有限公司", "桥梁检测班组"]])])
            #expect(errors(own) == [])
        }
    }
}
