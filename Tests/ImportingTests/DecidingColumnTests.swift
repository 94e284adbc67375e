import Content
import Rules
import Testing
import Values

@testable import Importing

/// Columns that rosters do not have and that say which teams are on the list, and names that say so themselves.
@Suite("What decides whether a team is on the list")
struct DecidingColumnTests {
    private static let header = ["序号", "省份", "企业名称", "班组名称", "推荐单位"]
    private static let teams = [0, 1, 3, 5].map { SentTableTests.teams[$0] }

    /// The list of four teams with one more column.
    private func imported(
        _ name: String, _ cells: [String], accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try imported(
            [Self.header + [name]] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 + [cells[$0]] },
            accepting: accepted)
    }

    private func imported(
        _ rows: [[String]], more: String = "", accepting accepted: Set<ImportAcceptance> = []
    ) throws -> RosterImport {
        try RosterImport(
            WorkbookMaker.workbook([("名单", WorkbookMaker.sheet(rows, more: more))]), name: "t.xlsx", into: nil,
            surroundings: SentTableTests.surroundings, accepting: accepted)
    }

    private func errors(_ imported: RosterImport) -> [String] {
        imported.notes.filter { $0.severity == .error }.map { "\($0.handedIn?.spot ?? ""): \($0.message.zh)" }
    }

    private func names(_ imported: RosterImport) -> [String] {
        guard let merge = imported.merge else { return errors(imported) }
        return merge.rows.map { merge.file.text(.team, inRow: $0.index) }
    }

    @Test(
        "rows that a column keeps out of the list are one question at the first of them",
        arguments: [
            ("是否入选", ["是", "是", "否", "是"], "名单!F4"), ("是否入选", ["√", "√", "×", "√"], "名单!F4"),
            ("评审结果", ["通过", "通过", "未通过", "通过"], "名单!F4"), ("评审结论", ["合格", "合格", "不合格", "合格"], "名单!F4"),
            ("是否撤销", ["否", "否", "是", "否"], "名单!F4"), ("是否有效", ["是", "是", "否", "是"], "名单!F4"),
            ("目前状态", ["有效", "有效", "撤销", "有效"], "名单!F4"), ("处理结果", ["", "", "撤销称号", ""], "名单!F4"),
            ("备注", ["", "", "已撤销", ""], "名单!F4"), ("说明", ["新增", "", "企业放弃", "新增"], "名单!F4"),
            ("备注", ["", "", "落选", "联合申报"], "名单!F4"), ("", ["", "", "待定", ""], "名单!F4"),
            ("2030年", ["√", "√", "", "√"], "名单!4"),
            ("是否通过", ["是", "是", "", "是"], "名单!4"), ("Selected", ["yes", "yes", "no", "yes"], "名单!F4"),
            ("撤销", ["", "", "√", ""], "名单!F4"),
        ])
    func leftOut(name: String, cells: [String], place: String) throws {
        let table = try imported(name, cells)
        let asked = errors(table)
        #expect(asked.count == 1 && asked[0].hasPrefix(place), "\(asked)")
        #expect(!table.notes.contains { $0.message.zh.hasPrefix("名单没有“\(name)”列") })
        #expect(names(try imported(name, cells, accepting: [.otherLists])) == [0, 1, 3].map { Self.teams[$0][2] })
        #expect(names(try imported(name, cells, accepting: [.unknownColumns])) == Self.teams.map { $0[2] })
    }

    @Test(
        "columns that keep nobody out, or are about something else, are left out with a word",
        arguments: [
            ("是否入选", ["是", "是", "是", "是"]), ("评审结果", ["通过", "通过", "评审通过", "通过"]), ("是否撤销", ["否", "否", "", "否"]),
            ("备注", ["新增", "", "联合申报", ""]), ("备注", ["", "", "", ""]), ("得分", ["95", "88", "72", "90"]),
            ("评审结果", ["95", "88", "72.5", "90"]), ("证书编号", ["2030-001", "2030-002", "2030-003", "2030-004"]),
            ("是否联合体", ["是", "否", "否", "否"]), ("推荐意见", ["同意推荐", "同意", "同意", "同意"]),
            ("课题名称", ["提高合格率", "降低不合格率", "减少管道失效", "取消人工巡检"]),
            ("2030年", ["√", "√", "√", "√"]), ("成立时间", ["2029年", "2015", "2030-01-01", ""]),
            ("考核结果", ["优秀", "优秀", "优秀", "优秀"]),
            ("是否属实", ["是", "是", "否", "是"]), ("备注", ["原名某某班组", "企业更名为江苏新秣陵有限公司", "待核", "获奖3次"]),
            ("是否自荐", ["否", "否", "否", "否"]),
            ("备注", ["未撤销", "2029年成立", "省级", "无"]), ("专业", ["路面", "泵站", "盾构", "检测"]),
            ("资质等级", ["一级", "二级", "特级", "一级"]),
        ])
    func harmless(name: String, cells: [String]) throws {
        let table = try imported(name, cells)
        #expect(names(table) == Self.teams.map { $0[2] })
        #expect(!table.notes.contains { $0.severity == .warning })
    }

    @Test(
        "what a column of the roster should say, and what is not understood, is asked about",
        arguments: [
            ("是否推荐全国", ["是", "否", "否", "否"], "“荣誉”列"), ("推荐申报全国质量信得过班组", ["√", "", "", ""], "“荣誉”列"),
            ("荣誉称号", ["全国质量信得过班组", "质量信得过班组", "", ""], "“荣誉”列"), ("备注", ["推荐全国", "", "", ""], "“荣誉”列"),
            ("评审结果", ["一等奖", "二等奖", "三等奖", "优秀奖"], "看不懂"), ("2029年", ["√", "", "√", ""], "看不懂"),
            ("最终状态", ["甲", "乙", "丙", "丁"], "看不懂"),
        ])
    func otherColumns(name: String, cells: [String], words: String) throws {
        let asked = errors(try imported(name, cells))
        #expect(asked.count == 1 && asked[0].contains(words), "\(asked)")
        #expect(names(try imported(name, cells, accepting: [.unknownColumns])).count == 4)
    }

    @Test("a way of applying in another column is asked about where nothing else tells it")
    func modes() throws {
        for (name, cells) in [("是否自荐", ["是", "否"]), ("类别", ["企业自荐", "协会推荐"]), ("是否协会推荐", ["否", "是"])] {
            let rows =
                [["序号", "省份", "企业名称", "班组名称", name]]
                + Self.teams.prefix(2).enumerated().map { ["\($0 + 1)"] + $1.prefix(3) + [cells[$0]] }
            let asked = errors(try imported(rows))
            #expect(asked.count == 1 && asked[0].contains("“申报方式”列"), "\(asked)")
        }
    }

    @Test("two columns of years: the one that is wanted decides, the other is named")
    func years() throws {
        let rows =
            [Self.header + ["2029年", "2030年"]]
            + zip(Self.teams, [["√", ""], ["√", "√"], ["", "√"], ["√", "√"]]).enumerated().map {
                ["\($0 + 1)"] + $1.0 + $1.1
            }
        let asked = errors(try imported(rows))
        #expect(asked.count == 1 && asked[0].contains("“2030年”列"), "\(asked)")
        #expect(names(try imported(rows, accepting: [.otherLists])) == Self.teams.dropFirst().map { $0[2] })
    }

    @Test(
        "a name that says that its team is not on the list is asked about",
        arguments: ["（已撤销）", "(待定)", "（落选）", "【备选】", " 未通过", "（拟推荐）", "-取消"])
    func names(ending: String) throws {
        var rows = [Self.header] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 }
        rows[3][3] += ending
        let asked = errors(try imported(rows))
        #expect(asked.count == 1 && asked[0].hasPrefix("名单!D4: “盾构掘进班组\(ending)”写着"), "\(asked)")
        #expect(names(try imported(rows, accepting: [.otherLists])) == [0, 1, 3].map { Self.teams[$0][2] })
    }

    @Test("names of persons behind teams are left out, asked about where they may be something else, and never shown")
    func persons() throws {
        func table(_ ending: String, header: String = "班组名称", accepting: Set<ImportAcceptance> = []) throws
            -> RosterImport
        {
            var rows = [Self.header] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 }
            rows[0][3] = header
            rows[3][3] += ending
            return try imported(rows, accepting: accepting)
        }
        for (ending, header) in [
            ("（张三）", "班组名称（班组长）"), ("（李四 13812345678）", "班组名称"), ("（班组长：王五）", "班组名称"), ("（欧阳小山）", "班组名称/班组长"),
            (" 赵六 13812345678", "班组名称（负责人及电话）"),
        ] {
            let read = try table(ending, header: header)
            #expect(names(read) == Self.teams.map { $0[2] }, "\(ending)")
            #expect(read.notes.contains { $0.rule == .importPersonalData && $0.handedIn?.spot == "名单!D4" })
            #expect(
                !read.notes.contains { note in
                    ["张三", "李四", "王五", "欧阳", "赵六", "138"].contains { note.message.zh.contains($0) }
                })
        }
        let asked = try table("（张三）")
        #expect(errors(asked).count == 1 && errors(asked)[0].contains("像是人的姓名") && !errors(asked)[0].contains("张三"))
        #expect(names(try table("（张三）", accepting: [.namesAsWritten]))[2] == "盾构掘进班组（张三）")
        for ending in ["（一）", "（夜班）", "（高架）", "（江北）"] {
            #expect(names(try table(ending))[2] == "盾构掘进班组" + ending)
            #expect(names(try table(ending, header: "班组名称（班组长）"))[2] == "盾构掘进班组" + ending)
        }
    }

    @Test("seals and former names behind names are left out with a word, a later name is asked about")
    func formerNames() throws {
        func table(_ column: Int, _ ending: String) throws -> RosterImport {
            var rows = [Self.header] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 }
            rows[3][column] += ending
            return try imported(rows)
        }
        for (column, ending) in [(2, "（原江苏石城隧道公司）"), (2, "（盖章）"), (3, "（盖章）"), (3, "(原名盾构二班)"), (2, "（曾用名：石城公司）")] {
            let read = try table(column, ending)
            #expect(names(read) == Self.teams.map { $0[2] }, "\(ending)")
            #expect(read.merge.map { $0.file.text(.enterprise, inRow: $0.rows[2].index) } == Self.teams[2][1])
            #expect(read.notes.contains { $0.handedIn?.spot == "名单!\(column == 2 ? "C" : "D")4" })
        }
        for ending in ["（现更名为江苏新秣陵公司）", "（现名新秣陵公司）"] {
            let asked = errors(try table(2, ending))
            #expect(asked.count == 1 && asked[0].contains("两个名称"), "\(asked)")
        }
    }

    @Test(
        "a column of a review that holds yes and no alone decides",
        arguments: [("审核", "Y", "N"), ("评审意见", "建议授予", "不建议授予"), ("处理", "保留", "删"), ("专家复核", "通过", "退回")])
    func verdicts(name: String, yes: String, no: String) throws {
        var rows = [Self.header + [name]] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 + [yes] }
        rows[2][rows[2].count - 1] = no
        let asked = errors(try imported(rows))
        #expect(asked.count == 1 && asked[0].contains("“\(no)”"), "\(asked)")
    }

    @Test(
        "a cell that is no name is an error at it",
        arguments: ["0", "123", "*", "√", "？？？", "待定", "TRUE", "A", "2个", "浙江省"])
    func noNames(text: String) throws {
        for (column, place, words) in [(3, "D", "不是班组的名称"), (2, "C", "不是企业的名称")] {
            var rows = [Self.header] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 }
            rows[3][column] = text
            let asked = errors(try imported(rows))
            #expect(asked.count == 1 && asked[0].hasPrefix("名单!\(place)4: “\(text)”\(words)"), "\(asked)")
        }
    }

    @Test("a formula's 0 in the place of a name says what it may be")
    func computedNames() throws {
        let sheet = WorkbookMaker.sheet([["省份", "企业名称", "班组名称"], ["浙江", "浙江甲市政有限公司", "占位"]])
        let cell = "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">占位</t></is></c>"
        #expect(sheet.contains(cell))
        let table = try RosterImport(
            WorkbookMaker.workbook([("名单", sheet.replacing(cell, with: "<c><f>B9&amp;C9</f><v>0</v></c>"))]),
            name: "t.xlsx", into: nil, surroundings: SentTableTests.surroundings)
        #expect(errors(table).count == 1 && errors(table)[0].contains("公式没有算过时也会存成 0"), "\(errors(table))")
    }

    @Test("a heading whose number and count stand in cells of their own is a heading")
    func numberedHeadings() throws {
        for (number, count) in [("一", "2"), ("一、", "2个"), ("（一）", "共2家"), ("1", "2"), ("十一", "")] {
            let rows = [
                ["序号", "企业名称", "班组名称"], [number, "浙江省", count], ["1", "澄湖公司", "钱湾路面养护班组"], ["2", "澄江公司", "泵站班组"],
                [number == "1" ? "2" : "二", "江苏省", "1"], ["1", "秣陵公司", "盾构掘进班组"],
            ]
            let table = try imported(rows)
            let provinces = table.merge.map { merge in merge.rows.map { merge.file.text(.province, inRow: $0.index) } }
            #expect(provinces == ["浙江", "浙江", "江苏"], "\(number) \(errors(table))")
            #expect(!table.notes.contains { $0.rule == .importCount })
        }
        let wrong = [["序号", "企业名称", "班组名称"], ["一", "浙江省", "3"], ["1", "澄湖公司", "钱湾路面养护班组"]]
        #expect(try imported(wrong).notes.contains { $0.rule == .importCount })
    }

    @Test(
        "a team that is merged over two enterprises is asked about, one row a member or an enterprise over its teams is not"
    )
    func mergedTeams() throws {
        func table(_ area: String, _ second: [String]) throws -> RosterImport {
            let rows = [Self.header, ["1"] + Self.teams[0], ["2"] + second]
            return try imported(rows, more: "<mergeCells><mergeCell ref=\"\(area)\"/></mergeCells>")
        }
        let two = errors(try table("D2:D3", ["浙江", "宁波鄞水市政设施有限公司", "", "宁波市市政行业协会"]))
        #expect(two.count == 1 && two[0].hasPrefix("名单!C3: “钱湾路面养护班组”是合并的单元格，企业却有"), "\(two)")
        for second in [
            ["浙江", Self.teams[0][1], "", Self.teams[0][3]], ["", "", "", ""], ["浙江", "浙江澄湖城市建设集团 有限公司", "", ""],
        ] {
            let one = try table("D2:D3", second)
            #expect(names(one) == ["钱湾路面养护班组"], "\(second)")
        }
        let recommenders = errors(try table("D2:D3", ["浙江", Self.teams[0][1], "", "宁波市市政行业协会"]))
        #expect(recommenders.count == 1 && recommenders[0].contains("“推荐单位”"), "\(recommenders)")
        #expect(names(try table("C2:C3", ["浙江", "", "泵站班组", Self.teams[0][3]])) == ["钱湾路面养护班组", "泵站班组"])
    }

    @Test(
        "words for self-nomination in the place of a recommender, in either language and with boxes",
        arguments: ["Self-nominated", "Self nominated", "Self-nomination", "□浙江省市政行业协会 ☑企业自荐", "自行推荐", "√企业自荐"])
    func selfNominated(text: String) throws {
        var rows = [Self.header] + Self.teams.enumerated().map { ["\($0 + 1)"] + $1 }
        rows[3][4] = text
        let table = try imported(rows)
        let modes = table.merge.map { merge in merge.rows.map { merge.file.text(.mode, inRow: $0.index) } }
        #expect(modes == ["推荐", "推荐", "自荐", "推荐"], "\(errors(table))")
        rows[3][4] = "☑江苏省市政工程协会 □企业自荐"
        let ticked = try imported(rows)
        #expect(ticked.merge.map { $0.file.text(.recommender, inRow: $0.rows[2].index) } == "江苏省市政工程协会")
        rows[3][4] = "□江苏省市政工程协会 □企业自荐"
        #expect(errors(try imported(rows, accepting: [.unknownRecommenders])).count == 1)
    }

    @Test(
        "a remark that puts a team in doubt is asked about",
        arguments: [
            "作废", "撤回", "退回", "复核中", "待核实", "不公示", "仅公示", "存在争议", "投诉核查中", "中止", "延期", "缺席", "逾期", "材料不全", "未盖章", "重复",
            "×", "提名",
            "发生事故",
        ])
    func doubted(remark: String) throws {
        let asked = errors(try imported("备注", ["", "", remark, ""]))
        #expect(asked.count == 1 && asked[0].hasPrefix("名单!F4") && asked[0].contains("“\(remark)”"), "\(asked)")
    }

    @Test("other remarks are left out with their words, but for data about persons")
    func shownRemarks() throws {
        let table = try imported("备注", ["新增", "无事故", "张三", "联系 13812345678"])
        #expect(table.notes.contains { $0.message.zh == "名单没有“备注”列，没有导入：“新增”、“无事故”。" })
        #expect(names(table).count == 4)
    }
}
