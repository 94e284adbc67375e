import Content
import Forms
import Testing
import Values

@testable import Importing

@Suite("Names of fields in filled forms")
struct FormLabelTests {
    /// A form with the labels of an application form, which its files seldom have word by word.
    private static let form: FormDefinition = {
        func row(
            _ name: String, _ label: String, _ destination: FormField.Destination? = nil, isRequired: Bool = false
        ) -> FormRow {
            let field = FormField(
                name: name, label: FormText(label), cellLabel: FormText(label), kind: .text, isRequired: isRequired,
                hint: FormText("请填\(label)"), destination: destination)
            return FormRow(height: 9, cells: [FormCell(.label(FormText(label))), FormCell(.fields([field]))])
        }
        return FormDefinition(
            id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
            sections: [
                FormSection(
                    title: nil, columns: [40, 120], hasBorders: true, beginsPage: false,
                    rows: [
                        row("recommender", "推荐协会（可选项）", .recommender), row("year", "申报年度", .year, isRequired: true),
                        row("team", "质量信得过班组名称", .team, isRequired: true),
                        row("enterprise", "企业名称", .enterprise, isRequired: true),
                        row("qualification", "企业市政工程相关资质"), row("members", "班组人数", .members),
                        row("reasons", "协会推荐理由"),
                        FormRow(height: 9, cells: [FormCell(.fields([HandedIn.text]), span: 2)]),
                    ])
            ], note: nil)
    }()

    private static let association = "浙江省市政行业协会"
    private static let enterprise = "浙江澄湖城市建设集团有限公司"

    /// What the team wrote, by the labels of the form.
    private static let usual: [(label: String, answer: String)] = [
        ("推荐协会（可选项）", association), ("申报年度", "2024"), ("质量信得过班组名称", "钱湾路面养护班组"), ("企业名称", enterprise),
        ("企业市政工程相关资质", "总承包一级"), ("班组人数", "18"), ("协会推荐理由", "同意推荐"),
    ]
    private static let text =
        HandedIn.paragraph("一、班组简介") + HandedIn.paragraph("成员十八名。")
        + HandedIn.paragraph("二、质量改进与创新") + HandedIn.paragraph("平整度提高。")

    /// The usual rows under other labels, or with other answers.
    private static func rows(
        _ labels: [String: String] = [:], answers: [String: String] = [:], without removed: [String] = []
    ) -> [[String]] {
        usual.filter { !removed.contains($0.label) }.map {
            [labels[$0.label] ?? $0.label, answers[$0.label] ?? $0.answer]
        }
    }

    private static func table(_ rows: [[String]]) -> String {
        HandedIn.table(rows.map { $0.map(HandedIn.paragraph) })
    }

    private func draft(_ body: String) throws -> FormDraft {
        FormDraft(try FilledForm(HandedIn.file(body), forms: [Self.form]), contacts: .init([]))
    }

    private func placement(accepting: Set<ImportAcceptance> = [], province: Province? = nil) throws -> DraftPlacement {
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/associations.yaml":
                "- {id: zjmea, name: 浙江省市政行业协会, level: provincial, province: 浙江}\n- {id: jsmea, name: 江苏省市政工程协会, level: provincial, province: 江苏}\n- {id: cmea, name: 中国市政工程协会, level: national}\n",
        ]
        let content = try #require(
            try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1).content)
        return DraftPlacement(content, year: nil, province: province, accepting: accepting)
    }

    private func refusal(_ draft: FormDraft, accepting: Set<ImportAcceptance> = [], province: Province? = nil) throws
        -> FormDraft.Refusal?
    {
        var placement = try placement(accepting: accepting, province: province)
        if case .refused(let refusal) = placement.place(draft) { return refusal }
        return nil
    }

    // MARK: Other names

    @Test(
        "the recommender is known by every name that columns have for it",
        arguments: [
            "推荐协会", "推荐单位", "推荐协会（必填）", "推荐单位名称", "推 荐 机 构：", "申报协会", "组织推荐单位", "省级推荐单位", "推荐单位（盖章）", "Recommended by",
        ])
    func recommender(label: String) throws {
        let draft = try draft(Self.table(Self.rows(["推荐协会（可选项）": label])) + Self.text)
        #expect(draft.recommender == Self.association)
        #expect(draft.notes.contains { if case .otherName(_, "推荐协会（可选项）") = $0 { true } else { false } })
        #expect(try refusal(draft) == nil)
    }

    @Test(
        "team, enterprise, year and members are known by their other names",
        arguments: [
            ("质量信得过班组名称", "班组名称"), ("质量信得过班组名称", "班（组）名称"), ("质量信得过班组名称", "申报班组"), ("企业名称", "单位名称"),
            ("企业名称", "申报单位（盖章）"), ("企业名称", "所在单位全称"), ("申报年度", "年度"), ("申报年度", "年份"), ("班组人数", "人数"),
            ("班组人数", "成员人数（人）"),
        ])
    func others(own: String, label: String) throws {
        let draft = try draft(Self.table(Self.rows([own: label])) + Self.text)
        #expect(draft.team == "钱湾路面养护班组" && draft.enterprise == Self.enterprise && draft.year == 2024)
        #expect(draft.columns[.members] == "18" && draft.recommender == Self.association)
        #expect(try refusal(draft) == nil)
    }

    @Test("an answer that speaks of a recommendation is no label", arguments: ["浙江省市政行业协会推荐", "由浙江省市政行业协会推荐"])
    func answersAreNoLabels(words: String) throws {
        let draft = try draft(Self.table(Self.rows(answers: ["推荐协会（可选项）": words])) + Self.text)
        #expect(draft.recommender == Self.association)
    }

    @Test(
        "labels with answers behind a colon are read in paragraphs and cells",
        arguments: [
            HandedIn.paragraph("推荐协会（可选项）：浙江省市政行业协会      申报年度：2024"), HandedIn.paragraph("推荐单位：浙江省市政行业协会；年度:2024年"),
            HandedIn.paragraph("推荐协会：浙江省市政行业协会") + HandedIn.paragraph("申报年度：二〇二四年度"),
            HandedIn.table([[HandedIn.paragraph("推荐单位：浙江省市政行业协会"), HandedIn.paragraph("申报年度：2024")]]),
        ])
    func lines(head: String) throws {
        let table = Self.table(Self.rows(without: ["推荐协会（可选项）", "申报年度"]))
        let draft = try draft(head + table + Self.text)
        #expect(draft.recommender == Self.association && draft.year == 2024)
        #expect(try refusal(draft) == nil)
    }

    @Test("a form that is all lines is read, and one that lines fill in twice is not")
    func onlyLines() throws {
        let lines = Self.usual.map { HandedIn.paragraph("\($0.label)：\($0.answer)") }.joined()
        let draft = try draft(lines + Self.text)
        #expect(draft.team == "钱湾路面养护班组" && draft.recommender == Self.association && draft.year == 2024)
        let other = lines.replacing("钱湾路面养护班组", with: "管道检测班组")
        guard case .severalForms(let forms) = try refusal(self.draft(lines + other + Self.text)) else {
            throw OtherOutcome()
        }
        #expect(forms.map(\.team) == ["钱湾路面养护班组", "管道检测班组"])
    }

    private struct OtherOutcome: Error {}

    // MARK: Fields that are not there

    @Test("a recommender's row that is not there is asked about, with the labels that were not understood")
    func noRecommender() throws {
        let rows = Self.rows(["推荐协会（可选项）": "荐举方"]) + [["联系电话", "某号码"]]
        let draft = try draft(Self.table(rows) + Self.text)
        guard case .noField("推荐协会（可选项）", .recommender, let unknown) = try refusal(draft) else { throw OtherOutcome() }
        #expect(
            unknown == [.init(label: "荐举方", text: Self.association), .init(label: "联系电话", text: "")])
        #expect(draft.notes.contains(.unknownAnswers(unknown)))
        #expect(try refusal(draft, accepting: [.emptyRecommender]) == nil)
        let removed = try self.draft(Self.table(Self.rows(without: ["推荐协会（可选项）"])) + Self.text)
        guard case .noField(_, .recommender, []) = try refusal(removed) else { throw OtherOutcome() }
    }

    @Test("an empty answer is none that is not there", arguments: ["", "/", "无", "企业自荐", "请填推荐协会（可选项）"])
    func empty(words: String) throws {
        let rows = Self.rows(answers: ["推荐协会（可选项）": words], without: ["协会推荐理由"])
        let draft = try draft(Self.table(rows) + Self.text)
        #expect(draft.recommender.isEmpty)
        #expect(try refusal(draft) == nil)
    }

    @Test("reasons of an association without its name are asked about")
    func reasons() throws {
        let draft = try draft(Self.table(Self.rows(answers: ["推荐协会（可选项）": ""])) + Self.text)
        #expect(try refusal(draft) == .unnamedRecommendation("协会推荐理由"))
        #expect(try refusal(draft, accepting: [.emptyRecommender]) == nil)
        let own = ["推荐协会（可选项）": "企业自荐"]
        #expect(try refusal(self.draft(Self.table(Self.rows(answers: own)) + Self.text)) == nil)
        let none = ["推荐协会（可选项）": "", "协会推荐理由": "无"]
        #expect(try refusal(self.draft(Self.table(Self.rows(answers: none)) + Self.text)) == nil)
    }

    @Test("names and year under labels that nobody knows are not called empty")
    func noNames() throws {
        for (label, field) in [("质量信得过班组名称", FormDraft.RosterField.team), ("企业名称", .enterprise), ("申报年度", .year)] {
            let draft = try draft(Self.table(Self.rows([label: "栏目甲"])) + Self.text)
            guard case .noField(label, field, let unknown) = try refusal(draft) else { throw OtherOutcome() }
            #expect(unknown.map(\.label) == ["栏目甲"])
        }
        let empty = try draft(Self.table(Self.rows(answers: ["质量信得过班组名称": ""])) + Self.text)
        #expect(try refusal(empty) == .noTeam)
    }

    // MARK: Given more than once

    @Test("two forms in one file are an error with both names")
    func twoForms() throws {
        let other = Self.rows(answers: ["质量信得过班组名称": "管道检测班组", "企业名称": "浙江越澜管网科技有限公司"])
        let (one, two) = (Self.table(Self.rows()), Self.table(other))
        let filled: [FilledForm.Filling] = [
            .init(team: "钱湾路面养护班组", enterprise: Self.enterprise), .init(team: "管道检测班组", enterprise: "浙江越澜管网科技有限公司"),
        ]
        // Side by side, with a text each, one in a cell, and under other labels.
        let alike = Self.table(other.map { [$0[0] == "质量信得过班组名称" ? "班组名称" : $0[0], $0[1]] })
        for body in [
            one + two + Self.text, one + Self.text + two + Self.text, one + HandedIn.table([[two]]), one + alike,
        ] {
            #expect(try refusal(draft(body)) == .severalForms(filled))
        }
        // One team twice is nobody's form either; an empty one behind it is paper.
        #expect(try refusal(draft(one + Self.text + one)) == .severalForms([filled[0], filled[0]]))
        let empty = Self.table(Self.usual.map { [$0.label, ""] })
        #expect(try refusal(draft(one + Self.text + empty)) == nil)
    }

    @Test("two forms with controls are an error with both names")
    func twoTaggedForms() throws {
        func form(_ team: String) -> String {
            HandedIn.table(
                Self.rows(answers: ["质量信得过班组名称": team]).map { row in
                    let isTeam = row[0] == "质量信得过班组名称"
                    return [
                        HandedIn.paragraph(row[0]),
                        isTeam
                            ? "<w:p>\(HandedIn.control("team", HandedIn.run(row[1])))</w:p>"
                            : HandedIn.paragraph(row[1]),
                    ]
                })
        }
        guard case .severalForms(let forms) = try refusal(draft(form("甲班组") + form("乙班组") + Self.text)) else {
            throw OtherOutcome()
        }
        #expect(forms.map(\.team) == ["甲班组", "乙班组"])
    }

    @Test("a cover that says the same is no second form, and one that says otherwise is told")
    func cover() throws {
        let same = Self.table([
            ["班组名称", "钱湾路面养护班组"], ["申报单位", Self.enterprise], ["推荐单位", "由\(Self.association)推荐"], ["年度", "2024年"],
        ])
        #expect(try refusal(draft(same + Self.table(Self.rows()) + Self.text)) == nil)
        let other = same.replacing("由\(Self.association)推荐", with: "江苏省市政工程协会")
        #expect(
            try refusal(draft(other + Self.table(Self.rows()) + Self.text))
                == .severalAnswers([Self.association, "江苏省市政工程协会"], label: "推荐协会（可选项）"))
        let year = same.replacing("2024年", with: "2023年")
        #expect(
            try refusal(draft(year + Self.table(Self.rows()) + Self.text))
                == .severalAnswers(["2024", "2023年"], label: "申报年度"))
        let seals = Self.table([["企业名称（盖章）", "推荐协会（盖章）"], ["年　月　日", "2024年5月8日"]])
        #expect(try refusal(draft(Self.table(Self.rows()) + seals + Self.text)) == nil)
    }

    @Test("a table in the write-up is no answer, whatever its columns are called")
    func tablesOfText() throws {
        let tables = [
            Self.table([["年度", "人数", "合格率"], ["2022", "12", "95%"]]),
            Self.table([["班组名称", "企业名称", "人数"], ["桥面班组", "鸿远市政有限公司", "9"]]),
            Self.table([["单位", "推荐单位"], ["甲公司", "某协会"]]),
        ]
        for table in tables {
            let draft = try draft(Self.table(Self.rows()) + Self.text + table + HandedIn.paragraph("以上。"))
            #expect(try refusal(draft) == nil)
            #expect(draft.team == "钱湾路面养护班组" && draft.year == 2024 && draft.columns[.members] == "18")
            #expect(!draft.notes.contains { if case .unknownAnswers = $0 { true } else { false } })
            #expect(draft.body.contains("|"))
        }
    }

    // MARK: Provinces

    @Test("a recommender of one province and an enterprise named after another are asked about")
    func provinces() throws {
        let (js, zj) = (try #require(Province(named: "江苏")), try #require(Province(named: "浙江")))
        let answers = ["推荐协会（可选项）": "江苏省市政工程协会"]
        let draft = try draft(Self.table(Self.rows(answers: answers)) + Self.text)
        #expect(
            try refusal(draft)
                == .provinces([.init(source: .recommender, province: js), .init(source: .enterprise, province: zj)]))
        var told = try placement(province: js)
        guard case .place(let place) = told.place(draft) else { throw OtherOutcome() }
        #expect(place.province == js && place.id == "js-001")
        // No province is contradicted by an association of all, nor by a word that only may be a place.
        for (recommender, enterprise) in [("中国市政工程协会", Self.enterprise), ("江苏省市政工程协会", "中铁九局集团有限公司")] {
            let answers = ["推荐协会（可选项）": recommender, "企业名称": enterprise]
            #expect(try refusal(self.draft(Self.table(Self.rows(answers: answers)) + Self.text)) == nil)
        }
    }

    @Test(
        "an enterprise with places in two provinces tells neither, unless the recommender or an answer does",
        arguments: ["北京城建（上海）有限公司", "上海路桥隧道工程有限公司浙江分公司", "浙江省建工集团江苏分公司", "深圳水务集团（江西）有限公司"])
    func rivals(enterprise: String) throws {
        let rival = try #require(EnterprisePlaces.rival(in: enterprise))
        func form(_ recommender: String, _ row: [String] = []) throws -> FormDraft {
            let rows = Self.rows(answers: ["企业名称": enterprise, "推荐协会（可选项）": recommender]) + (row.isEmpty ? [] : [row])
            return try draft(Self.table(rows) + Self.text)
        }
        guard case .provinces(let signs)? = try refusal(form("自荐")) else { throw OtherOutcome() }
        #expect(signs.map(\.source) == [.enterprise, .branch] && signs[1].province == rival)
        // Its association, or an answer, says which of both.
        var placement = try placement(accepting: [.unknownRecommenders])
        guard case .place(let place) = placement.place(try form("\(rival.shortName)市政工程协会")) else {
            throw OtherOutcome()
        }
        #expect(place.province == rival)
        guard case .place(let told) = placement.place(try form("自荐", ["所在省份", rival.shortName])) else {
            throw OtherOutcome()
        }
        #expect(told.isKnown || told.province == rival)
    }

    @Test(
        "an answer that names the province counts, and is asked about where another says otherwise",
        arguments: [("所在省份", "江苏省"), ("省份", "江苏"), ("企业所在地", "江苏省南京市玄武区"), ("所在城市", "南京")])
    func stated(label: String, text: String) throws {
        let js = try #require(Province(named: "江苏"))
        let answers = ["推荐协会（可选项）": "自荐"]
        let draft = try draft(Self.table(Self.rows(answers: answers) + [[label, text]]) + Self.text)
        guard case .provinces(let signs)? = try refusal(draft) else { throw OtherOutcome() }
        #expect(signs.first == .init(source: .answer(label), province: js))
        let other = try self.draft(
            Self.table(Self.rows(answers: answers.merging(["企业名称": "中铁九局集团有限公司"]) { $1 }) + [[label, text]]) + Self.text
        )
        var placement = try placement()
        guard case .place(let place) = placement.place(other) else { throw OtherOutcome() }
        #expect(place.province == js)
        #expect(!other.notes.contains { if case .unknownAnswers = $0 { true } else { false } })
    }

    @Test("a recommender that the site does not know is proposed by the province of the team")
    func proposal() throws {
        let answers = ["推荐协会（可选项）": "市政行业协会联合会", "企业名称": Self.enterprise]
        guard
            case .unknownRecommender(let unknown)? = try refusal(
                draft(Self.table(Self.rows(answers: answers)) + Self.text))
        else { throw OtherOutcome() }
        #expect(unknown.nearest == nil || unknown.nearest == "浙江省市政行业协会")
    }

    @Test(
        "a prompt that still stands there is no answer",
        arguments: ["单击此处输入文字。", "（请填写班组全称）", "请输入", "（盖章）", "＿＿＿＿", "Click or tap here to enter text."])
    func prompts(text: String) throws {
        #expect(try refusal(draft(Self.table(Self.rows(answers: ["质量信得过班组名称": text])) + Self.text)) == .noTeam)
        #expect(try refusal(draft(Self.table(Self.rows(answers: ["企业名称": text])) + Self.text)) == .noEnterprise)
        let recommended = try draft(Self.table(Self.rows(answers: ["推荐协会（可选项）": text])) + Self.text)
        #expect(recommended.recommender.isEmpty)
    }

    @Test(
        "what no name is, and what stands around one, is asked about",
        arguments: ["＿＿钱湾班组＿＿", "《钱湾班组》", "XX班组", "示例班组", "钱湾一班、钱湾二班"])
    func noNames(text: String) throws {
        guard
            case .misplacedNames? = try refusal(draft(Self.table(Self.rows(answers: ["质量信得过班组名称": text])) + Self.text))
        else { throw OtherOutcome() }
    }

    @Test(
        "the address, number or day behind an enterprise is left out and told",
        arguments: ["（公章）   年  月  日", " 杭州市某路1号 310000", "（91330100MA27XXXX0X）"])
    func particulars(more: String) throws {
        let draft = try draft(Self.table(Self.rows(answers: ["企业名称": Self.enterprise + more])) + Self.text)
        #expect(draft.enterprise == Self.enterprise)
        #expect(draft.notes.contains { if case .leftOffName = $0 { true } else { false } })
    }

    @Test(
        "an answer that speaks of a recommendation contradicts an empty recommender, whatever it is called",
        arguments: [
            ("推荐协会意见", "该班组质量优秀，同意推荐。"), ("推荐理由及意见", "浙江省市政行业协会（盖章）"), ("省级推荐意见", "同意"),
        ])
    func recommended(label: String, text: String) throws {
        let answers = ["推荐协会（可选项）": "", "协会推荐理由": ""]
        let draft = try draft(Self.table(Self.rows(answers: answers) + [[label, text]]) + Self.text)
        #expect(try refusal(draft) == .unnamedRecommendation(label))
        let blank = try self.draft(Self.table(Self.rows(answers: answers) + [[label, "/"]]) + Self.text)
        #expect(try refusal(blank) == nil)
    }

    // MARK: Behind names

    @Test(
        "what stands behind a name and is no part of it is left out and told",
        arguments: [
            ("质量信得过班组名称", "钱湾路面养护班组（盖章）"), ("企业名称", "浙江澄湖城市建设集团有限公司(公章)"),
            ("企业名称", "浙江澄湖城市建设集团有限公司（原浙江老湖公司）"), ("企业名称", "浙江澄湖城市建设集团有限公司（曾用名：浙江老湖市政公司）（盖章）"),
            ("质量信得过班组名称", "钱湾路面养护班组 （原摊铺一班）"),
        ])
    func additions(label: String, name: String) throws {
        let draft = try draft(Self.table(Self.rows(answers: [label: name])) + Self.text)
        #expect(draft.team == "钱湾路面养护班组" && draft.enterprise == Self.enterprise)
        #expect(draft.notes.contains { if case .leftOffName(_, label) = $0 { true } else { false } })
        #expect(try refusal(draft) == nil)
    }

    @Test(
        "a team that is said not to be honoured, and what may be a person, are not taken over",
        arguments: ["钱湾路面养护班组（已撤销）", "钱湾路面养护班组 落选", "钱湾路面养护班组（张大山）"])
    func undecidedNames(name: String) throws {
        let draft = try draft(Self.table(Self.rows(answers: ["质量信得过班组名称": name])) + Self.text)
        guard case .doubtfulName(let found, _) = try refusal(draft) else { throw OtherOutcome() }
        #expect(found.name == "钱湾路面养护班组")
    }

    @Test("a person who is called one is left out of the team's name")
    func leaders() throws {
        let answers = ["质量信得过班组名称": "钱湾路面养护班组（班组长：王五）"]
        let draft = try draft(Self.table(Self.rows(answers: answers)) + Self.text)
        #expect(try refusal(draft) == nil && draft.team == "钱湾路面养护班组")
    }

    @Test("of two names that both may be meant one has to be chosen", arguments: ["（现浙江新湖集团有限公司）", "（已更名为浙江新湖集团）"])
    func laterNames(addition: String) throws {
        let answers = ["企业名称": Self.enterprise + addition]
        guard
            case .doubtfulName(let found, "企业名称") = try refusal(
                draft(Self.table(Self.rows(answers: answers)) + Self.text))
        else { throw OtherOutcome() }
        #expect(found.name == Self.enterprise)
    }

    // MARK: Healthy forms

    /// Ways in which people lay out what they were asked.
    private static let layouts: [(String, String)] = {
        let rows = Self.rows()
        var pairs: [[String]] = []
        for index in stride(from: 0, to: rows.count - 1, by: 2) { pairs.append(rows[index] + rows[index + 1]) }
        pairs.append(rows[rows.count - 1] + ["", ""])
        return [
            ("two columns", table(rows)), ("four columns", table(pairs)),
            ("labels above", table([rows.map { $0[0] }, rows.map { $0[1] }])),
            ("a table each", rows.map { table([$0]) }.joined()),
            ("in a cell", HandedIn.table([[table(rows)]])),
            ("labels with colons", table(rows.map { [$0[0] + "：", $0[1]] })),
            ("spaced labels", table(rows.map { [$0[0].map(String.init).joined(separator: " "), $0[1]] })),
            ("a heading at the side", table(rows.enumerated().map { [$0 == 0 ? "基本情况" : "", $1[0], $1[1]] })),
            ("cells with colons", HandedIn.table(rows.map { [HandedIn.paragraph("\($0[0])：\($0[1])")] })),
            ("numbered rows", table(rows.enumerated().map { ["\($0 + 1)", $1[0], $1[1]] })),
            ("a note below", table(rows) + HandedIn.paragraph("注：推荐协会：企业自荐的不填；班组名称：与注册一致。")),
            ("a list of members", table(rows + [["姓名", "性别", "工种", "工龄"], ["某甲", "男", "摊铺工", "9"]])),
        ]
    }()

    @Test("every usual layout is read, without questions", arguments: layouts)
    func layout(name: String, body: String) throws {
        let draft = try draft(body + Self.text)
        #expect(draft.team == "钱湾路面养护班组" && draft.enterprise == Self.enterprise && draft.year == 2024, "\(name)")
        #expect(draft.recommender == Self.association && draft.columns[.members] == "18", "\(name)")
        #expect(try refusal(draft) == nil, "\(name)")
        #expect(!draft.notes.contains { if case .unknownAnswers = $0 { true } else { false } }, "\(name)")
    }

    private static func answers(_ body: String) throws -> [String: String] {
        let form = try FilledForm(HandedIn.file(body), forms: [Self.form])
        return Dictionary(uniqueKeysWithValues: form.answers.filter { $0.part == nil }.map { ($0.field.name, $0.text) })
    }

    private static let expected = [
        "recommender": association, "year": "2024", "team": "钱湾路面养护班组", "enterprise": enterprise, "members": "18",
    ]

    @Test(
        "labels may be numbered",
        arguments: ["%d ", "%d、", "（%d）", "%d.", "(%d) ", "%d", "①"])
    func numbered(mark: String) throws {
        let rows = Self.usual.enumerated().map { index, row in
            [mark.replacing("%d", with: "\(index + 1)") + row.label, row.answer]
        }
        let answers = try Self.answers(Self.table(rows))
        for (field, text) in Self.expected { #expect(answers[field] == text, "\(mark) \(field)") }
    }

    @Test("a label and its answer may be two lines of one cell")
    func inOneCell() throws {
        let rows = Self.usual.map { [HandedIn.paragraph($0.label) + HandedIn.paragraph($0.answer)] }
        let answers = try Self.answers(HandedIn.table(rows))
        for (field, text) in Self.expected { #expect(answers[field] == text, "\(field)") }
    }

    @Test("in paragraphs a tab or blanks may stand behind a label", arguments: ["\t", "  ", "　", "　　\t", " "])
    func blanks(gap: String) throws {
        let lines = Self.usual.map { HandedIn.paragraph($0.label + gap + $0.answer) }.joined()
        let answers = try Self.answers(lines)
        for (field, text) in Self.expected { #expect(answers[field] == text, "\(field)") }
        let pairs = try Self.answers(
            HandedIn.paragraph(["申报年度", "2024", "班组人数", "18"].joined(separator: gap))
                + Self.table(Self.rows(without: ["申报年度", "班组人数"])))
        #expect(pairs["year"] == "2024" && pairs["members"] == "18")
    }

    @Test("a number that is no row's is part of a word", arguments: ["一级企业名称", "十班班组名称"])
    func notNumbered(label: String) throws {
        #expect(FieldNames(Self.form).field(named: label) == nil)
    }

    /// The place of the team in which a hint was left.
    private static let behindHints: [String] = [
        HandedIn.paragraph("单击或点击此处输入文字。") + HandedIn.paragraph(team),
        HandedIn.paragraph("单击或点击此处输入文字。\(team)"),
        HandedIn.paragraph("（请填写班组全称）\(team)"),
        "<w:p>\(HandedIn.control("", HandedIn.run("单击或点击此处输入文字。"), placeholder: true))\(HandedIn.run(team))</w:p>",
    ]
    private static let team = "钱湾路面养护班组"

    @Test("a name behind a hint is the name", arguments: behindHints)
    func besidePrompt(cell: String) throws {
        let others = Self.rows(without: ["质量信得过班组名称"]).map { $0.map(HandedIn.paragraph) }
        let answers = try Self.answers(HandedIn.table(others + [[HandedIn.paragraph("质量信得过班组名称"), cell]]))
        #expect(answers["team"] == "钱湾路面养护班组")
    }

    @Test("a hint alone is no name", arguments: ["单击或点击此处输入文字。", "（请填写班组全称）", "（盖章）"])
    func promptAlone(text: String) throws {
        #expect(try Self.answers(Self.table(Self.rows(answers: ["质量信得过班组名称": text])))["team"] == "")
    }
}
