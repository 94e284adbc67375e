import Content
import Forms
import Importing
import Testing

struct NoPlace: Error {}

@Suite("Drafts made of filled forms")
struct DraftTests {
    private typealias Form = HandedIn

    private func draft(_ parts: String, extra: String = "", team: String = "路面班组") throws -> FormDraft {
        let body =
            Form.table([
                [
                    Form.paragraph("班组名称"), Form.paragraph(team), Form.paragraph("企业名称"),
                    Form.paragraph("浙江越隧公司"),
                ],
                [Form.paragraph("推荐协会"), Form.paragraph("")],
                [Form.paragraph("联系人"), Form.paragraph("张三"), Form.paragraph("手机"), Form.paragraph("13812345678")],
            ]) + extra + Form.table([[parts]]) + Form.paragraph("表格编号：application/2024")
        return FormDraft(try Form.read(body), contacts: .init([]))
    }

    @Test("parts become sections; lists, tables and marks of Markdown in the text are kept as they read")
    func sections() throws {
        let list =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(Form.run("第一项"))</w:p>"
        let draft = try draft(
            Form.paragraph("一、班组简介") + Form.paragraph("# 不是*标题* [a](b) &lt;b&gt;") + list + list
                + Form.paragraph("2、质量改进与创新")
                + Form.table([[Form.paragraph("甲"), Form.paragraph("乙|丙")], [Form.paragraph("1"), ""]])
                + Form.paragraph("完"))
        #expect(
            draft.body == """
                ## 班组简介

                \\# 不是\\*标题\\* \\[a\\](b) \\<b\\>

                1. 第一项
                2. 第一项

                ## 质量改进与创新

                | 甲 | 乙\\|丙 |
                | --- | --- |
                | 1 |  |

                完

                """)
    }

    @Test("private answers are left out and named, missing parts and the length are told")
    func notes() throws {
        let draft = try draft(Form.paragraph("班组简介") + Form.paragraph("很短，电话13812345678。"))
        #expect(draft.privateFields == ["联系人", "手机"])
        #expect(!draft.body.contains("张三"))
        #expect(draft.notes.contains(.missingPart("质量改进与创新")))
        #expect(draft.notes.contains { if case .length(_, 100, 1000) = $0 { true } else { false } })
        #expect(draft.notes.contains { if case .personalData = $0 { true } else { false } })
    }

    @Test("a row of the roster quotes what it must, and no cell is a formula")
    func row() throws {
        let files = [
            "site.config": "title: 样例\nbase_url: https://example.org/\norganisation: {name: 样例}\n",
            "content/awards/2024/index.md": "---\ntitle: 年度\nyear: 2024\nstatus: draft\n---\n",
            "content/awards/2024/roster.csv":
                "id,team,enterprise,province,mode\r\nzj-004,甲班组,甲公司,浙江,self\r\n",
        ]
        let content = try #require(try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1).content)
        var placement = DraftPlacement(content, year: 2024, province: nil)
        let draft = try draft(Form.paragraph("班组简介") + Form.paragraph("文字"))
        guard case .place(let place) = placement.place(draft) else { throw NoPlace() }
        #expect(DraftFiles.row(of: draft, at: place, .english) == "zj-005,路面班组,浙江越隧公司,浙江,self,,title,,held\r\n")
        #expect(DraftFiles.row(of: draft, at: place, .chinese) == "zj-005,路面班组,浙江越隧公司,浙江,自荐,,质量信得过班组,,有效\r\n")
        #expect(DraftFiles.header(.chinese) == "编号,班组名称,企业名称,省份,申报方式,推荐单位,荣誉,班组人数,状态\r\n")
        let written = DraftFiles.writeUp(of: draft, at: place, try Form.scaffold(.english))
        #expect(written.map(\.path) == ["content/awards/2024/zj-005.md"])
        let hostile = try self.draft(Form.paragraph("班组简介"), team: "=1+1,队")
        #expect(DraftFiles.row(of: hostile, at: place, .english).hasPrefix("zj-005,\"'=1+1,队\",浙江越隧公司,"))
        guard case .place(let again) = placement.place(draft) else { throw NoPlace() }
        #expect(again.isKnown && again.hasWriteUp && again.id == "zj-005")
    }

    // MARK: Values

    private static func values(_ name: String, _ kind: FormField.Kind, to destination: FormField.Destination? = nil)
        -> FormDefinition
    {
        let fields = [
            HandedIn.form.fields[0],
            FormField(
                name: name, label: FormText("栏目"), cellLabel: FormText("栏目"), kind: kind, destination: destination),
        ]
        let cells = fields.flatMap { [FormCell(.label($0.label)), FormCell(.fields([$0]))] }
        return FormDefinition(
            id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
            sections: [
                FormSection(
                    title: nil, columns: [40, 40, 40, 40], hasBorders: true, beginsPage: false,
                    rows: [FormRow(height: 9, cells: cells)])
            ], note: nil)
    }

    private func draft(
        _ value: String, _ kind: FormField.Kind, to destination: FormField.Destination? = nil, team: String = "路面班组"
    ) throws -> FormDraft {
        let row = [Form.paragraph("班组名称"), Form.paragraph(team), Form.paragraph("栏目"), Form.paragraph(value)]
        let file = try Form.file(Form.table([row]) + Form.paragraph("表格编号：application/2024"))
        let form = try FilledForm(file, forms: [Self.values("value", kind, to: destination)])
        return FormDraft(form, contacts: .init([]))
    }

    @Test(
        "a year is taken where the form allows it, however it is written",
        arguments: [
            ("2026", 2026), ("２０２６年", 2026), ("二〇二六年", 2026), ("二零二六", 2026), ("26", nil), ("2026.5", nil), ("今年", nil),
            ("2018", nil),
        ] as [(String, Int?)])
    func year(written: String, year: Int?) throws {
        let draft = try draft(written, .number(minimum: 2019, maximum: 2199), to: .year)
        #expect(draft.year == year)
        #expect((draft.refusal(isYearGiven: false) == nil) == (year != nil))
        #expect(draft.refusal(isYearGiven: true) == nil)
        guard year == nil, case .unusableYear(written, _) = draft.refusal(isYearGiven: false) else {
            #expect(year != nil)
            return
        }
    }

    @Test(
        "members are whole and within the limits, with a unit or without",
        arguments: [
            ("28", "28"), ("28人", "28"), ("二十八人", "28"), ("一百零二", "102"), ("28.5", ""), ("99999999999", ""), ("0", ""),
            ("约30人", ""), ("20至30人", ""), ("20-30", ""),
        ])
    func members(written: String, members: String) throws {
        let draft = try draft(written, .number(minimum: 1, maximum: 10000), to: .members)
        #expect(draft.columns[.members] ?? "" == members)
        let isTold = draft.notes.contains { if case .unusableValue(written, "栏目", _) = $0 { true } else { false } }
        #expect(isTold == members.isEmpty)
    }

    @Test("what is none of the choices, and what is no day, is told")
    func choicesAndDays() throws {
        func told(_ value: String, _ kind: FormField.Kind) throws -> Bool {
            try draft(value, kind).notes.contains { if case .unusableValue = $0 { true } else { false } }
        }
        #expect(try told("丙类", .choice(["甲类", "乙类"])))
        #expect(try !told(" 甲 类", .choice(["甲类", "乙类"])))
        #expect(try told("二〇二六年", .date))
        #expect(try told("2026年2月30日", .date))
        for digits in [20, 400] { #expect(try told(String(repeating: "9", count: digits) + "-1-1", .date)) }
        #expect(try told(String(repeating: "9", count: 400), .number(minimum: 1, maximum: nil)))
        for day in ["2026年5月8日", "2026-05-08", "2026.5.8", "二〇二六年五月八日"] { #expect(try !told(day, .date)) }
    }

    @Test("whoever writes that there is no association nominates itself", arguments: ["无", "/", "——", " 企业自荐 ", "N/A"])
    func noRecommender(written: String) throws {
        #expect(try draft(written, .text, to: .recommender).recommender == "")
    }

    @Test("a form that names no team is refused, whatever the year")
    func noTeam() throws {
        let draft = try draft("2026", .number(minimum: nil, maximum: nil), to: .year, team: "")
        #expect(draft.refusal(isYearGiven: true) == .noTeam)
    }

    // MARK: What cannot be taken over

    @Test("pictures that are only linked to, objects of other programs and references to the outside are told")
    func outside() throws {
        let picture = "<w:p><w:r><w:drawing><a:blip r:link=\"out\"/></w:drawing></w:r></w:p>"
        let lost = "<w:p><w:r><w:drawing><a:blip r:embed=\"gone\"/></w:drawing></w:r></w:p>"
        let object = "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>"
        let body =
            Form.table([[Form.paragraph("班组名称"), Form.paragraph("路面班组")]])
            + Form.table([[Form.paragraph("班组简介") + picture + lost + object + Form.paragraph("文字")]])
            + Form.paragraph("表格编号：application/2024")
        let relations =
            "<Relationship Id=\"out\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://example.org/a.png\" TargetMode=\"External\"/>"
            + "<Relationship Id=\"gone\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/gone.png\"/>"
            + "<Relationship Id=\"h\" Type=\"http://x/hyperlink\" Target=\"http://example.org/\" TargetMode=\"External\"/>"
        let settings =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://example.org/a.dotx\" TargetMode=\"External\"/></Relationships>"
        let file = try Form.file(
            body, relations: relations, parts: [("word/_rels/settings.xml.rels", Array(settings.utf8))])
        let notes = FormDraft(try FilledForm(file, forms: [HandedIn.form]), contacts: .init([])).notes
        #expect(notes.contains(.absentPictures(2)))
        #expect(notes.contains(.remark(.embeddedObject, count: 1, words: ["Excel.Sheet.12"])))
        #expect(notes.contains(.outsideReferences(["attachedTemplate", "image"])))
    }

    @Test("prefixes of names are the document's own choice")
    func prefixes() throws {
        let picture =
            "<w:p><w:r><w:drawing><x:blip xmlns:x=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" q:embed=\"p\"/></w:drawing></w:r></w:p>"
        let body =
            Form.table([[Form.paragraph("班组名称"), Form.paragraph("路面班组")]])
            + Form.table([[Form.paragraph("班组简介") + picture]]) + Form.paragraph("表格编号：application/2024")
        let file = try Form.file(
            body,
            relations:
                "<Relationship Id=\"p\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/a.png\"/>",
            parts: [("word/media/a.png", [0x89, 0x50, 0x4E, 0x47])])
        let draft = FormDraft(try FilledForm(file, forms: [HandedIn.form]), contacts: .init([]))
        #expect(draft.pictures.map(\.name) == ["picture-1.png"])
    }

    @Test("hidden text stays hidden, raised and lowered figures stay so")
    func runs() throws {
        func run(_ properties: String, _ text: String) -> String {
            "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
        }
        let line =
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("", "面积30m")
            + run("<w:vertAlign w:val=\"superscript\"/>", "2") + run("<w:vanish/>", "隐藏")
            + run("<w:vanish w:val=\"0\"/>", "，CO") + run("<w:vertAlign w:val=\"subscript\"/>", "2")
            + run("<w:vertAlign w:val=\"superscript\"/>", "注") + "</w:p>"
        #expect(try draft(Form.paragraph("班组简介") + line).body.contains("面积30m²，CO₂注"))
    }
}
