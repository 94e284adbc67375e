import Content
import Forms
import Testing
import Values

@testable import Importing

@Suite("Which team a form is of")
struct PlacementTests {
    private typealias Form = HandedIn

    private static func content(status: String = "publicity", enterprises: String = "") throws -> SiteContent {
        let publicity =
            status == "publicity" ? "publicity: {from: 2024-09-01, to: 2024-09-10, contact: 秘书处}\n" : ""
        var files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/awards/2024/index.md": "---\ntitle: 年度\nyear: 2024\nstatus: \(status)\n\(publicity)---\n",
            "content/awards/2024/roster.csv": """
            id,team,enterprise,province,mode,recommender,members
            zj-001,钱湾管道焊接班组,浙江澄湖城市建设集团有限公司,浙江,recommended,浙江省市政行业协会,28
            zj-002,钱湾第一养护班组,浙江澄湖城市建设集团有限公司,浙江,self,,
            zj-003,钱湾第二养护班组,浙江澄湖城市建设集团有限公司,浙江,self,,
            bt-001,北疆路面班组,新疆生产建设兵团北疆市政有限公司,新疆生产建设兵团,self,,

            """.replacing("\n", with: "\r\n"),
            "content/associations.yaml":
                "- {id: zjmea, name: 浙江省市政行业协会, level: provincial, province: 浙江}\n- {id: hnmea, name: 湖南省市政工程协会, level: provincial, province: 湖南}\n",
        ]
        if !enterprises.isEmpty { files["content/enterprises.yaml"] = enterprises }
        return try #require(try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1).content)
    }

    private static func draft(_ team: String, _ enterprise: String, recommender: String = "", members: String? = nil)
        throws -> FormDraft
    {
        let body =
            Form.table([
                [Form.paragraph("班组名称"), Form.paragraph(team), Form.paragraph("企业名称"), Form.paragraph(enterprise)],
                [Form.paragraph("推荐协会"), Form.paragraph(recommender), Form.paragraph("年度"), Form.paragraph("2024")],
            ]) + Form.paragraph("表格编号：application/2024")
        return FormDraft(try FilledForm(Form.file(body), forms: [Form.form]), contacts: .init([]))
    }

    private static let enterprise = "浙江澄湖城市建设集团有限公司"

    @Test(
        "written otherwise it is the team of the list, and why is told",
        arguments: [
            ("钱湾管道焊接班", enterprise), ("钱湾管道焊接班组", "浙江澄湖城市建设集团有限责任公司"), ("钱湾管道焊接小组", enterprise),
            ("钱湾 管道焊接班组", "浙江澄湖城市建设（集团）有限公司"),
        ])
    func same(team: String, enterprise: String) throws {
        var placement = DraftPlacement(try Self.content(), year: nil, province: nil)
        guard case .place(let place) = placement.place(try Self.draft(team, enterprise, recommender: "浙江省市政行业协会"))
        else { throw NoPlace() }
        #expect(place.id == "zj-001" && place.isKnown)
        #expect(!place.reasons.isEmpty)
        #expect(place.listed?.team == "钱湾管道焊接班组")
    }

    @Test("two firms in two lines are a joint enterprise")
    func joint() throws {
        let body =
            Form.table([
                [
                    Form.paragraph("班组名称"), Form.paragraph("钱湾联合班组"), Form.paragraph("企业名称"),
                    Form.paragraph(Self.enterprise) + Form.paragraph("浙江越澜管网科技有限公司"),
                ],
                [Form.paragraph("推荐协会"), Form.paragraph(""), Form.paragraph("年度"), Form.paragraph("2024")],
            ]) + Form.paragraph("表格编号：application/2024")
        let draft = FormDraft(try FilledForm(Form.file(body), forms: [Form.form]), contacts: .init([]))
        #expect(draft.enterprise == "浙江澄湖城市建设集团有限公司、浙江越澜管网科技有限公司")
        #expect(draft.notes.contains { if case .jointEnterprise = $0 { true } else { false } })
    }

    @Test(
        "a form with an earlier or later name of the enterprise is of the team of the list",
        arguments: ["浙江澄湖市政工程公司", "浙江澄湖市政工程有限公司", "浙江澄湖城市发展有限公司"])
    func renamed(enterprise: String) throws {
        let list = """
            - id: chenghu
              names:
                - {name: 浙江澄湖市政工程公司, to: 2010-01-01}
                - {name: 浙江澄湖城市建设集团有限公司, from: 2010-01-02, to: 2025-01-01}
                - {name: 浙江澄湖城市发展有限公司, from: 2025-01-02}

            """
        var placement = DraftPlacement(try Self.content(enterprises: list), year: nil, province: nil)
        guard
            case .place(let place) = placement.place(
                try Self.draft("钱湾管道焊接班组", enterprise, recommender: "浙江省市政行业协会"))
        else { throw NoPlace() }
        #expect(place.id == "zj-001" && place.isKnown)
        #expect(place.reasons.contains { if case .otherName = $0 { true } else { false } })
        // Another team of the enterprise is none of the list.
        guard case .notListed = placement.place(try Self.draft("钱湾隧道班组", enterprise)) else { throw NoPlace() }
    }

    @Test("a write-up bears the name that the list gives its team")
    func title() throws {
        var placement = DraftPlacement(try Self.content(), year: nil, province: nil)
        let draft = try Self.draft("钱湾管道焊接班", Self.enterprise)
        guard case .place(let place) = placement.place(draft) else { throw NoPlace() }
        let file = try #require(DraftFiles.writeUp(of: draft, at: place, try HandedIn.scaffold(.english)).first)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("\ntitle: 钱湾管道焊接班组\n"))
    }

    @Test(
        "a draft begins as a new write-up does, in the language of the site, with the text that was handed in",
        arguments: SiteLanguage.allCases)
    func beginning(language: SiteLanguage) throws {
        var placement = DraftPlacement(try Self.content(), year: nil, province: nil)
        let draft = try Self.draft("钱湾管道焊接班", Self.enterprise)
        guard case .place(let place) = placement.place(draft) else { throw NoPlace() }
        let scaffold = try HandedIn.scaffold(language)
        let file = try #require(DraftFiles.writeUp(of: draft, at: place, scaffold).first)
        let new = scaffold.writeUp(year: place.year, id: place.id, title: "钱湾管道焊接班组", hasFolder: false)
        let (head, body) = DraftFiles.split(String(decoding: file.bytes, as: UTF8.self))
        #expect(body == draft.body)
        #expect(new.path == file.path)
        let remark =
            language == .chinese
            ? "# 由申报表导入的草稿，核对后删去下一行。\n" : "# Drafted from a form: take the next line away once it is checked.\n"
        #expect(head.contains(remark + (language == .chinese ? "草稿: true\n" : "draft: true\n")))
        #expect(head.replacing(remark, with: "") == DraftFiles.split(String(decoding: new.bytes, as: UTF8.self)).head)
    }

    @Test(
        "a team that an announced list does not have stops, until a person says yes", arguments: ["publicity", "draft"])
    func new(status: String) throws {
        let content = try Self.content(status: status)
        let draft = try Self.draft("钱湾第三养护班组", Self.enterprise)
        var placement = DraftPlacement(content, year: nil, province: nil)
        switch placement.place(draft) {
        case .notListed(2024): #expect(status == "publicity")
        case .place(let place): #expect(status == "draft" && place.id == "zj-004" && !place.isKnown)
        default: throw NoPlace()
        }
        var accepting = DraftPlacement(content, year: nil, province: nil, accepting: [.newTeams])
        guard case .place(let place) = accepting.place(draft) else { throw NoPlace() }
        #expect(place.id == "zj-004" && place.province?.shortName == "浙江")
    }

    @Test(
        "a recommender that the site does not know stops a new team, until a person says yes",
        arguments: ["浙江省市政协会", "由浙江省市政联合会推荐", "浙江省住房和城乡建设厅"])
    func unknownRecommender(words: String) throws {
        let content = try Self.content(status: "draft")
        let draft = try Self.draft("钱湾第三养护班组", Self.enterprise, recommender: words)
        var placement = DraftPlacement(content, year: nil, province: nil)
        guard case .refused(.unknownRecommender(let unknown)) = placement.place(draft) else { throw NoPlace() }
        #expect(unknown.name == draft.recommender && !draft.recommender.isEmpty)
        var accepting = DraftPlacement(content, year: nil, province: nil, accepting: [.unknownRecommenders])
        guard case .place(let place) = accepting.place(draft) else { throw NoPlace() }
        #expect(place.isRecommenderUnknown && place.id == "zj-004")
    }

    @Test("names are cleaned of characters that look like others, and names in each other's place are refused")
    func names() throws {
        let radical = try Self.draft("钱湾⼭路养护班组", Self.enterprise, recommender: "浙江省市政⾏业协会")
        #expect(radical.team == "钱湾山路养护班组" && radical.recommender == "浙江省市政行业协会")
        let cleaned = radical.notes.filter { if case .cleaned = $0 { true } else { false } }
        #expect(cleaned.count == 2)
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        let swapped = try Self.draft(Self.enterprise, "钱湾路面养护班组")
        guard case .refused(.misplacedNames(.swapped)) = placement.place(swapped) else { throw NoPlace() }
        let firm = try Self.draft("浙江云港市政有限公司", Self.enterprise)
        guard case .refused(.misplacedNames(.teamIsFirm)) = placement.place(firm) else { throw NoPlace() }
    }

    @Test("a new team whose province nothing tells stops, unless a person names it; one of the list has its own")
    func withoutProvince() throws {
        let draft = try Self.draft("路面养护班组", "鸿远市政有限公司")
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        guard case .refused(.noProvince) = placement.place(draft) else { throw NoPlace() }
        var told = DraftPlacement(try Self.content(status: "draft"), year: nil, province: Province(named: "湖南"))
        guard case .place(let place) = told.place(draft) else { throw NoPlace() }
        #expect(place.id == "hn-001" && place.province?.shortName == "湖南")
        guard case .place(let listed) = placement.place(try Self.draft("北疆路面班组", "新疆生产建设兵团北疆市政有限公司")) else {
            throw NoPlace()
        }
        #expect(listed.id == "bt-001" && listed.isKnown)
    }

    @Test("ids go on behind the highest of the year, in the way the site writes those of a province")
    func ids() throws {
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        let ids = try [
            ("云港路面班组", "浙江云港市政有限公司"), ("桥梁养护班组", "新疆生产建设兵团北疆市政有限公司"), ("泵站班组", "湖南湘岭市政有限公司"), ("管网班组", "浙江云港市政有限公司"),
        ].map { team, enterprise in
            guard case .place(let place) = placement.place(try Self.draft(team, enterprise)) else { throw NoPlace() }
            return place.id
        }
        #expect(ids == ["zj-004", "bt-002", "hn-001", "zj-005"])
    }

    @Test("where several teams may be meant a person is asked, by their names")
    func several() throws {
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        guard case .unclear(let candidates) = placement.place(try Self.draft("钱湾管道焊接班组", "")) else { throw NoPlace() }
        #expect(candidates.map(\.id) == ["zj-001"])
        #expect(candidates.allSatisfy { !$0.reasons.isEmpty })
    }

    @Test(
        "a team of the list under a shortened or another enterprise is asked about",
        arguments: [
            ("钱湾管道焊接班组", "浙江澄湖城建集团"), ("钱湾管道焊接班组", "浙江新湖城市建设集团有限公司"), ("钱湾第一养护班组", "澄湖城建"),
            ("北疆路面班组", "新疆兵团路桥有限公司"),
        ])
    func namesakes(team: String, enterprise: String) throws {
        let draft = try Self.draft(team, enterprise, recommender: "无")
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: Province(named: "浙江"))
        guard case .unclear(let candidates) = placement.place(draft) else { throw NoPlace() }
        #expect(candidates.map(\.team.team) == [team])
        var accepting = DraftPlacement(
            try Self.content(status: "draft"), year: nil, province: Province(named: "浙江"), accepting: [.newTeams])
        guard case .place(let place) = accepting.place(draft) else { throw NoPlace() }
        #expect(!place.isKnown)
    }

    @Test("a team of the same name in another province is a new one")
    func namesakeElsewhere() throws {
        let draft = try Self.draft("钱湾管道焊接班组", "江苏秣陵隧道工程有限公司", recommender: "无")
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        guard case .place(let place) = placement.place(draft) else { throw NoPlace() }
        #expect(!place.isKnown)
    }

    @Test("two forms of one team are one, however they write it")
    func twins() throws {
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        guard case .place(let first) = placement.place(try Self.draft("云港路面班组", "浙江云港市政有限公司")),
            case .place(let second) = placement.place(try Self.draft("云港路面班", "浙江云港市政有限责任公司"))
        else { throw NoPlace() }
        #expect(first.id == second.id && second.isKnown && !second.reasons.isEmpty)
    }

    @Test("every field that list and form both have is compared")
    func differences() throws {
        var placement = DraftPlacement(try Self.content(), year: nil, province: nil)
        guard
            case .place(let place) = placement.place(
                try Self.draft("钱湾管道焊接班组", Self.enterprise, recommender: "湖南省市政工程协会"))
        else { throw NoPlace() }
        #expect(
            place.differences == [
                .init(column: .province, listed: "浙江", stated: "湖南"),
                .init(column: .recommender, listed: "浙江省市政行业协会", stated: "湖南省市政工程协会"),
            ])
        guard case .place(let other) = placement.place(try Self.draft("钱湾管道焊接班组", Self.enterprise, recommender: "无"))
        else { throw NoPlace() }
        #expect(other.differences == [.init(column: .recommender, listed: "浙江省市政行业协会", stated: "无")])
    }

    @Test("the Corps is a province of its own, beside a roster and without one")
    func corps() throws {
        let draft = try Self.draft("北疆路面班组", "新疆生产建设兵团北疆市政有限公司", recommender: "无")
        var placement = DraftPlacement(try Self.content(), year: nil, province: nil)
        guard case .place(let place) = placement.place(draft) else { throw NoPlace() }
        #expect(place.id == "bt-001" && place.differences.isEmpty)
        let other = try Self.draft("南疆路面班组", "新疆生产建设兵团南疆市政有限公司")
        var accepting = DraftPlacement(try Self.content(), year: nil, province: nil, accepting: [.newTeams])
        guard case .place(let made) = accepting.place(other) else { throw NoPlace() }
        #expect(made.province == Province(named: "XPCC"))
    }

    @Test(
        "who says that nobody recommends the team, says so in any words",
        arguments: ["无（企业自荐）", "不适用", "无推荐协会", "自荐（无）", "无/企业自荐", "没有推荐单位", "不填", "企业自荐"])
    func nobody(words: String) throws {
        #expect(try Self.draft("甲班组", "甲公司", recommender: words).recommender == "")
    }

    @Test("an association without its name is asked for, never taken for none", arguments: ["协会", "省协会推荐"])
    func unnamed(words: String) throws {
        var placement = DraftPlacement(try Self.content(status: "draft"), year: nil, province: nil)
        guard
            case .refused(.unnamedRecommender(words)) = placement.place(
                try Self.draft("甲班组", "甲公司", recommender: words))
        else { throw NoPlace() }
    }

    // MARK: Forms handed in again

    @Test("two texts are compared by words, in Han text by characters")
    func comparison() {
        let old = "## 简介\n\n班组共有 28 人，合格率由90%提高到95.5%。\n\n第二段不变。\n"
        let new = "## 简介\n\n班组共有 12 人，合格率由90%提高到98%。\n\n第二段不变。\n\n新的一段。\n"
        let changes = TextComparison(old: old, new: new).changes
        #expect(changes.map(\.old) == ["28", "95.5", ""])
        #expect(changes.map(\.new).prefix(2) == ["12", "98"])
        #expect(changes.last?.new.contains("新的一段。") == true)
        #expect(changes.first?.before == "班组共有 " && changes.first?.after.hasPrefix(" 人，") == true)
        #expect(TextComparison(old: old, new: old.replacing("\n", with: "\r\n")).changes.isEmpty)
        #expect(TextComparison(old: "", new: "").changes.isEmpty)
    }

    @Test("texts that have nothing in common are compared within bounds")
    func others() {
        let old = String(repeating: "甲乙丙", count: 20_000)
        let new = String(repeating: "子丑寅", count: 20_000)
        #expect(TextComparison(old: old, new: new).changes.count == 1)
    }

    @Test("a write-up is cut behind its front matter")
    func split() {
        #expect(DraftFiles.split("---\ntitle: a\n---\n\n文\n") == ("---\ntitle: a\n---\n\n", "文\n"))
        #expect(DraftFiles.split("\u{FEFF}---\r\ntitle: a\r\n---\r\n文") == ("\u{FEFF}---\r\ntitle: a\r\n---\r\n", "文"))
        #expect(DraftFiles.split("文") == ("", "文"))
    }

    // MARK: What is missing

    @Test("missing are required fields without a usable answer, and parts")
    func missing() throws {
        let fields = [
            Form.form.fields[0],
            FormField(
                name: "members", label: FormText("人数"), cellLabel: FormText("人数"),
                kind: .number(minimum: 1, maximum: nil), isRequired: true, destination: .members),
        ]
        let form = FormDefinition(
            id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
            sections: [
                FormSection(
                    title: nil, columns: [40, 40, 40, 40], hasBorders: true, beginsPage: false,
                    rows: [
                        FormRow(
                            height: 9, cells: fields.flatMap { [FormCell(.label($0.label)), FormCell(.fields([$0]))] }),
                        FormRow(height: 9, cells: [FormCell(.fields([Form.text]), span: 4)]),
                    ])
            ], note: nil)
        func count(_ members: String, _ part: String) throws -> Int {
            let body =
                Form.table([
                    [Form.paragraph("班组名称"), Form.paragraph("甲班组"), Form.paragraph("人数"), Form.paragraph(members)]
                ])
                + Form.table([[part]]) + Form.paragraph("表格编号：application/2024")
            return FormDraft(try FilledForm(Form.file(body), forms: [form]), contacts: .init([])).missingCount
        }
        #expect(try count("", Form.paragraph("班组简介")) == 3)
        #expect(try count("若干", Form.paragraph("班组简介") + Form.paragraph("文字")) == 2)
        #expect(try count("28", Form.paragraph("班组简介") + Form.paragraph("文字")) == 1)
    }
}
