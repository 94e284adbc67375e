import Content
import Rules
import Testing
import Values

@testable import Importing

@Suite("Names of columns")
struct HeaderNameTests {
    private typealias Sent = SentTableTests

    @Test(
        "a column of an attribute is not the column of the thing itself",
        arguments: [
            "推荐单位地址", "推荐单位邮编", "推荐单位联系人", "推荐单位意见", "推荐单位编号", "推荐单位排序", "推荐单位盖章", "推荐协会会长", "推荐机构代码",
            "推荐单位（意见）", "推荐单位（联系人）", "推荐单位名称及电话", "推荐单位会员数", "推荐理由", "推荐单位公章日期",
            "企业地址", "企业（地址）", "企业名称（联系人）", "企业法人代表", "单位性质", "申报单位联系人", "企业负责人电话", "企业规模", "班组长", "班组成立时间",
            "班组口号", "班组（班长）", "班组 leader", "省份代码", "省份（代码）", "省级奖项", "年度目标", "年度计划", "状态说明", "荣誉证书编号",
        ])
    func attributes(name: String) {
        let deciding: [RosterColumn] = [.team, .enterprise, .province, .recommender, .standing, .honors]
        switch TableHeader.meaning(of: name) {
        case .roster(let column): #expect(!deciding.contains(column), "\(column.name)")
        case .year, .serial, .city, .derived: Issue.record("known as another column")
        case .personal, nil: break
        }
    }

    @Test(
        "names of columns that are put together are known by their last word",
        arguments: [
            ("推荐单位", RosterColumn.recommender), ("推荐单位（盖章）", .recommender), ("省级推荐机构", .recommender),
            ("推荐市政行业协会", .recommender),
            ("推荐单位/协会", .recommender), ("推荐协会（可选项）", .recommender), ("组织推荐单位", .recommender),
            ("初审推荐单位名称", .recommender),
            ("地方推荐协会全称", .recommender), ("推荐单位名称（公章）", .recommender), ("推荐单位 Association", .recommender),
            ("班组（人数）", .members), ("班组人数", .members), ("班组 Members", .members), ("企业（编号）", .enterpriseID),
            ("编号（班组编号）", .id), ("班组名称（班组长）", .team), ("班组名称（全称）", .team), ("企业名称（须与公章一致）", .enterprise),
            ("承建企业全称", .enterprise), ("推荐班组所在单位", .enterprise), ("企业所在省份", .province), ("省份 region", .province),
        ])
    func names(name: String, column: RosterColumn) {
        let meaning = TableHeader.meaning(of: name)
        // What is not put together of known words is asked about by its cells.
        if name == "班组 Members" || name == "推荐班组所在单位" {
            #expect(meaning == nil || meaning == .roster(column))
        } else {
            #expect(meaning == .roster(column))
        }
    }

    private func imported(_ rows: [[String]], accepting: Set<ImportAcceptance> = []) throws -> RosterImport {
        try RosterImport(
            WorkbookMaker.workbook([("名单", WorkbookMaker.sheet(rows))]), name: "t.xlsx", into: nil,
            surroundings: Sent.surroundings, accepting: accepting)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func recommenders(_ imported: RosterImport) -> [String] {
        guard let merge = imported.merge else { return errors(imported) }
        return merge.rows.map { merge.file.text(.recommender, inRow: $0.index) }
    }

    private static let right = Sent.teams.prefix(2).map { $0[3] }

    @Test(
        "an attribute beside the recommender is left out and never published",
        arguments: [
            ("推荐单位地址", "杭州市文三路1号"), ("推荐单位邮编", "310000"), ("推荐单位联系人", "张三"), ("推荐单位意见", "同意推荐"), ("推荐单位编号", "07"),
            ("推荐单位排序", "1"), ("推荐单位盖章", "（章）"), ("推荐单位会长", "李四"),
        ])
    func attributesOfRecommender(name: String, value: String) throws {
        for isFirst in [true, false] {
            let rows =
                [["省份", "企业名称", "班组名称"] + (isFirst ? [name, "推荐单位"] : ["推荐单位", name])]
                + Sent.teams.prefix(2).map { Array($0.prefix(3)) + (isFirst ? [value, $0[3]] : [$0[3], value]) }
            let read = try imported(rows)
            #expect(recommenders(read) == Self.right)
            #expect(!read.notes.contains { $0.message.zh.contains(value) && $0.rule != .importLeftOut })
        }
    }

    @Test(
        "a table that speaks of a recommendation and names no recommender is asked about",
        arguments: ["推荐单位联系人", "推荐单位意见", "推荐排序", "推荐单位盖章", "协会推荐理由"])
    func unnamed(name: String) throws {
        let rows = [["省份", "企业名称", "班组名称", name]] + Sent.teams.prefix(2).map { Array($0.prefix(3)) + ["同意推荐"] }
        let asked = errors(try imported(rows))
        #expect(asked == ["名单!D1: 有“\(name)”列，却没有一列写由谁推荐。请加上“推荐单位”列，写协会的全称；企业自荐的写“自荐”。"])
        #expect(recommenders(try imported(rows, accepting: [.emptyRecommender])) == ["", ""])
        // Nothing is said of a recommendation where nobody filled it in.
        let empty = rows.enumerated().map { $0.offset == 0 ? $0.element : Array($0.element.prefix(3)) + ["/"] }
        #expect(errors(try imported(empty)) == [])
    }

    @Test("a header over two rows is about what its lower half says")
    func twoRows() throws {
        let rows =
            [["省份", "企业名称", "班组名称", "推荐单位", "推荐单位"], ["省份", "企业名称", "班组名称", "名称", "意见"]]
            + Sent.teams.prefix(2).map { $0 + ["同意"] }
        #expect(recommenders(try imported(rows)) == Self.right)
        let others =
            [["省份", "企业名称", "班组名称", "推荐单位", "推荐单位"], ["省份", "企业名称", "班组名称", "意见", "名称"]]
            + Sent.teams.prefix(2).map { Array($0.prefix(3)) + ["同意", $0[3]] }
        #expect(recommenders(try imported(others)) == Self.right)
    }

    @Test(
        "who recommends is written by the name alone, however the cell says it",
        arguments: [
            "浙江省市政行业协会推荐", "由浙江省市政行业协会推荐", "推荐：浙江省市政行业协会", "经浙江省市政行业协会择优推荐", "推荐单位 浙江省市政行业协会",
            "浙江省市政行业协会（推荐）", "浙江省市政行业协会（联系人：张三 13812345678）", "浙江省市政行业协会推荐申报",
        ])
    func verbs(text: String) throws {
        let rows = [["省份", "企业名称", "班组名称", "推荐单位"], Array(Sent.teams[0].prefix(3)) + [text]]
        #expect(recommenders(try imported(rows)) == ["浙江省市政行业协会"])
    }

    @Test(
        "a cell that says more than who recommends is asked about",
        arguments: ["浙江省市政行业协会拟推荐", "浙江省市政行业协会不推荐", "未经浙江省市政行业协会推荐", "推荐了浙江省市政行业协会"])
    func unclear(text: String) throws {
        let rows = [["省份", "企业名称", "班组名称", "推荐单位"], Array(Sent.teams[0].prefix(3)) + [text]]
        #expect(
            errors(try imported(rows)) == ["名单!D2: 推荐单位写的是“\(text)”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。"])
    }

    @Test("a place in the enterprise's name that explains its province is not asked about, and one doubt is told once")
    func places() throws {
        let rows = [
            ["省份", "企业名称", "班组名称", "推荐单位"],
            ["江苏", "上海路桥隧道工程有限公司江苏分公司", "隧道养护班组", "自荐"],
            ["", "上海路桥隧道（江苏）有限公司", "桥梁养护班组", "自荐"],
        ]
        let merged = try RosterImport(
            WorkbookMaker.workbook([
                ("名单", WorkbookMaker.sheet(rows, more: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"))
            ]), name: "t.xlsx", into: nil, surroundings: Sent.surroundings)
        #expect(errors(merged) == [])
        // The check of the roster warns of this one.
        let below = try imported([
            ["序号", "企业名称", "班组名称", "推荐单位"], ["江苏省"], ["1", "上海路桥隧道工程有限公司", "隧道养护班组", "自荐"],
        ])
        #expect(below.merge != nil && !below.notes.contains { $0.severity != .hint })
    }

    @Test(
        "a recommendation that stands elsewhere than in a column is asked about where no team has a recommender",
        arguments: [
            [["推荐单位：浙江省市政行业协会　　填表日期：2030年5月"]], [["浙江省市政行业协会推荐2030年度质量信得过班组名单"]],
            [["填报单位：浙江省市政行业协会（公章）  联系电话：0571-88888888"]], [["推荐单位：", "浙江省市政行业协会"]], [["2030年度推荐汇总表"]],
        ])
    func elsewhere(above: [[String]]) throws {
        let list = [["省份", "企业名称", "班组名称"]] + Sent.teams.prefix(2).map { Array($0.prefix(3)) }
        for rows in [above + list, list + above] {
            let read = try imported(rows)
            let isRead = recommenders(read).allSatisfy { $0 == "浙江省市政行业协会" } && read.merge != nil
            #expect(isRead || !errors(read).isEmpty, "\(errors(read))")
        }
    }

    @Test(
        "so are cells that name an association, or say that somebody recommends",
        arguments: [("备注", "浙江省市政行业协会推荐"), ("协会意见", "同意（浙江省市政行业协会章）"), ("备注", "由协会推荐"), ("推荐单位：浙江省市政行业协会", "")])
    func cells(name: String, text: String) throws {
        let rows =
            [["省份", "企业名称", "班组名称", name]] + Sent.teams.prefix(2).map { Array($0.prefix(3)) + [text] }
        let asked = errors(try imported(rows))
        #expect(asked.count == 1, "\(asked)")
    }

    @Test(
        "a list without recommenders that speaks of none is taken over",
        arguments: [
            [["中国市政工程协会"], ["2030年度全国市政工程质量信得过班组名单"]], [["企业自荐班组名单"]], [["附件2"], ["推荐全国质量信得过班组名单"]],
            [["2030年度名单（排名不分先后）"]],
        ])
    func silent(above: [[String]]) throws {
        let list = [["省份", "企业名称", "班组名称"]] + Sent.teams.prefix(2).map { Array($0.prefix(3)) }
        #expect(errors(try imported(above + list)) == [])
    }

    @Test("a title of another province than a firm's name is asked about, one of its own is not")
    func titles() throws {
        let rows = [["序号", "企业名称", "班组名称", "推荐单位"], ["1", "江苏秣陵隧道工程有限公司", "盾构掘进班组", "自荐"]]
        for title in ["浙江省2030年度质量信得过班组汇总表", "省份：浙江省　填表：2030年", "附件：广东省名单"] {
            let asked = errors(try imported([[title]] + rows))
            #expect(asked.count == 1 && asked[0].contains("表头上面却写着“\(title)”"), "\(asked)")
        }
        for title in ["江苏省2030年度质量信得过班组汇总表", "2030年度质量信得过班组名单", "江苏、浙江两省名单"] {
            #expect(errors(try imported([[title]] + rows)) == [], "\(title)")
        }
    }
}
