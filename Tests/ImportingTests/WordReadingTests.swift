import Content
import Fields
import Forms
import Foundation
import Testing

@testable import Importing

@Suite("What a Word file says")
struct WordReadingTests {
    private typealias Form = HandedIn

    private static let family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    private static func relation(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(family)\(kind)\" Target=\"\(target)\"\(isExternal ? " TargetMode=\"External\"" : "")/>"
    }

    private static func run(_ properties: String, _ text: String) -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    /// A form whose first part holds the body, with other parts of the file.
    private static func draft(
        _ body: String, styles: String? = nil, numbering: String? = nil, footnotes: String? = nil,
        relations: String = "", parts: [(String, [UInt8])] = []
    ) throws -> FormDraft {
        var relations = relations
        var parts = parts
        for (name, text) in [("styles", styles), ("numbering", numbering), ("footnotes", footnotes)] {
            guard let text else { continue }
            relations += relation(name, name, "\(name).xml")
            parts.append(("word/\(name).xml", Array("<w:\(name) \(Form.word)>\(text)</w:\(name)>".utf8)))
        }
        let all =
            Form.table([[Form.paragraph("班组名称"), Form.paragraph("路面班组")]])
            + Form.table([[Form.paragraph("班组简介") + body]])
            + Form.paragraph("表格编号：application/2024")
        let file = try Form.file(all, relations: relations, parts: parts)
        return FormDraft(try FilledForm(file, forms: [Form.form]), contacts: .init([]))
    }

    /// The Markdown of the part.
    private static func text(_ draft: FormDraft) -> String {
        let lines = draft.body.components(separatedBy: "\n## 质量改进与创新\n")[0]
        return lines.replacingOccurrences(of: "## 班组简介\n\n", with: "").trimmingCharacters(in: .newlines)
    }

    private static func paragraph(_ content: String, style: String = "") -> String {
        "<w:p>\(style.isEmpty ? "" : "<w:pPr>\(style)</w:pPr>")\(content)</w:p>"
    }

    // MARK: Characters

    private static let characters: [(name: String, runs: String, text: String)] = [
        (
            "a hyphen that keeps lines together", "<w:r><w:t>TBM</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>",
            "TBM\u{2011}3"
        ),
        ("such a hyphen as a character", Form.run("TBM\u{2011}3"), "TBM\u{2011}3"),
        ("a place where a word may be broken", "<w:r><w:t>Quali</w:t><w:softHyphen/><w:t>ty</w:t></w:r>", "Quality"),
        ("such a place as a character", Form.run("Quali\u{AD}ty"), "Quality"),
        ("a blank that keeps lines together", Form.run("第\u{A0}3\u{A0}层"), "第\u{A0}3\u{A0}层"),
        ("a tab", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲 乙"),
        (
            "the reading above a character",
            "<w:r><w:t>钱湾</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt>\(Form.run("yīn"))</w:rt><w:rubyBase>\(Form.run("堙"))</w:rubyBase></w:ruby></w:r>",
            "钱湾堙"
        ),
        ("a box", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>合格</w:t></w:r>", "☑合格"),
        ("an empty box", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>", "☐"),
        ("a box of another font", "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/></w:r>", "☑"),
        ("a tick", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>", "✓"),
        ("a Greek letter", "<w:r><w:sym w:font=\"Symbol\" w:char=\"F06D\"/><w:t>m</w:t></w:r>", "μm"),
        ("a sign without its private place", "<w:r><w:sym w:font=\"Symbol\" w:char=\"00B3\"/><w:t>3</w:t></w:r>", "≥3"),
        ("a character of an ordinary font", "<w:r><w:sym w:font=\"MS Gothic\" w:char=\"2611\"/></w:r>", "☑"),
        (
            "a place of a font as a character",
            run("<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>", "\u{F0E0}"), "→"
        ),
        ("raised figures", Form.run("10") + run("<w:vertAlign w:val=\"superscript\"/>", "3"), "10³"),
        ("raised by its place", Form.run("m") + run("<w:position w:val=\"8\"/>", "2"), "m²"),
        ("raised figures and letters", Form.run("10") + run("<w:vertAlign w:val=\"superscript\"/>", "2k"), "10^(2k)"),
        ("a raised minus", Form.run("10") + run("<w:vertAlign w:val=\"superscript\"/>", "−6"), "10⁻⁶"),
        ("an ordinal number", Form.run("1") + run("<w:vertAlign w:val=\"superscript\"/>", "st"), "1st"),
        ("lowered letters", Form.run("R") + run("<w:vertAlign w:val=\"subscript\"/>", "max"), "Rmax"),
        ("capitals by format", run("<w:caps/>", "tbm"), "TBM"),
        ("text struck through", Form.run("合格率") + run("<w:strike/>", "90%") + Form.run("98%"), "合格率98%"),
        ("text struck twice", run("<w:dstrike/>", "旧") + Form.run("新"), "新"),
        ("text no longer struck", run("<w:strike w:val=\"0\"/>", "新"), "新"),
        (
            "a field",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(Form.run("7"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(Form.run("页"))",
            "7页"
        ),
        (
            "a field in the code of another",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> X </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(Form.run("码"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(Form.run("值"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "值"
        ),
        ("a field without an end", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p><w:p>\(Form.run("后文"))", "后文"),
        ("a simple field", "<w:fldSimple w:instr=\" DATE \">\(Form.run("2026年"))</w:fldSimple>", "2026年"),
        (
            "a character in a circle",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(Form.run("号"))",
            "③号"
        ),
        (
            "a fraction of a field",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>EQ \\f(a+b,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "(a+b)/2"
        ),
        (
            "a box of an older form",
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(Form.run("是"))",
            "☑是"
        ),
        (
            "a list of an older form",
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "乙"
        ),
        ("smart tags", "<w:smartTag w:uri=\"u\" w:element=\"e\"><w:smartTagPr/>\(Form.run("杭州"))</w:smartTag>", "杭州"),
        ("custom XML", "<w:customXml w:uri=\"u\" w:element=\"e\">\(Form.run("杭州"))</w:customXml>", "杭州"),
        ("nested controls", Form.control("a", Form.control("b", Form.run("杭州")) + Form.run("湾")), "杭州湾"),
        (
            "a link", "<w:hyperlink r:id=\"h\">\(Form.run("见网站"))</w:hyperlink>", "见网站"
        ),
        (
            "tracked changes",
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>\(Form.run("新"))</w:ins><w:moveFrom>\(Form.run("移"))</w:moveFrom><w:moveTo>\(Form.run("移"))</w:moveTo>",
            "新移"
        ),
        (
            "properties as they were",
            "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>文字</w:t></w:r>",
            "文字"
        ),
    ]

    @Test("is what the draft says", arguments: characters.map(\.name))
    func character(name: String) throws {
        let sample = try #require(Self.characters.first { $0.name == name })
        let draft = try Self.draft(Self.paragraph(sample.runs))
        #expect(Self.text(draft) == sample.text)
    }

    @Test("the same characters in a name: the hyphen stays, the reading goes")
    func names() throws {
        func team(_ runs: String) throws -> String? {
            try Form.answer("team", in: "<w:p>\(Form.control("team", runs))</w:p>")?.text
        }
        #expect(try team(Self.characters[0].runs) == "TBM\u{2011}3")
        #expect(try team(Self.characters[6].runs) == "钱湾堙")
    }

    // MARK: Formulas

    private static func math(_ content: String) -> String { "<m:oMath>\(content)</m:oMath>" }
    private static func mr(_ text: String) -> String { "<m:r><w:rPr/><m:t>\(text)</m:t></m:r>" }

    private static let formulas: [(String, String)] = [
        (
            "<m:sSup><m:e>\(mr("10"))</m:e><m:sup>\(mr("3"))</m:sup></m:sSup>", "10³"
        ),
        ("<m:sSup><m:e>\(mr("10"))</m:e><m:sup>\(mr("-3"))</m:sup></m:sSup>", "10⁻³"),
        ("<m:sSup><m:e>\(mr("a+b"))</m:e><m:sup>\(mr("2"))</m:sup></m:sSup>", "(a+b)²"),
        ("<m:sSup><m:e>\(mr("x"))</m:e><m:sup>\(mr("k+m"))</m:sup></m:sSup>", "x^(k+m)"),
        ("<m:sSub><m:e>\(mr("x"))</m:e><m:sub>\(mr("max"))</m:sub></m:sSub>", "x_max"),
        ("<m:f><m:num>\(mr("a+b"))</m:num><m:den>\(mr("2"))</m:den></m:f>", "(a+b)/2"),
        ("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>\(mr("2"))</m:e></m:rad>", "√2"),
        ("<m:rad><m:deg>\(mr("3"))</m:deg><m:e>\(mr("x+1"))</m:e></m:rad>", "³√(x+1)"),
        (
            "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>\(mr("i=1"))</m:sub><m:sup>\(mr("n"))</m:sup><m:e>\(mr("x"))</m:e></m:nary>",
            "∑ᵢ₌₁ⁿ x"
        ),
        (
            "<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>\(mr("a"))</m:e><m:e>\(mr("b"))</m:e></m:d>",
            "[a|b]"
        ),
        ("<m:acc><m:accPr><m:chr m:val=\"\u{305}\"/></m:accPr><m:e>\(mr("x"))</m:e></m:acc>", "x\u{305}"),
        ("<m:func><m:fName>\(mr("sin"))</m:fName><m:e>\(mr("x"))</m:e></m:func>", "sin x"),
    ]

    @Test("a formula is one line, and remarked on", arguments: formulas.indices)
    func formula(index: Int) throws {
        let (content, line) = Self.formulas[index]
        let draft = try Self.draft(Self.paragraph(Form.run("共") + Self.math(content) + Form.run("项")))
        let shown = MarkdownEscape.line("共\(line)项")
        #expect(Self.text(draft) == shown)
        #expect(draft.notes.contains(.remark(.formula, count: 1, words: [line])))
    }

    // MARK: Headings, lists

    @Test("headings are known by the names of their styles, never by ids")
    func headings() throws {
        func style(_ id: String, _ name: String, _ more: String = "") -> String {
            "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(more)</w:style>"
        }
        let styles =
            style("1", "heading 1") + style("2", "标题 2") + style("a", "章", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
            + style("b", "我的标题", "<w:basedOn w:val=\"1\"/>") + style("Heading3", "正文加粗")
            + style("c", "文", "<w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
        func line(_ id: String, _ more: String = "") -> String {
            Self.paragraph(Form.run("甲#"), style: "<w:pStyle w:val=\"\(id)\"/>\(more)")
        }
        let body =
            line("1") + line("2") + line("a") + line("b") + line("Heading3") + line("c")
            + line("1", "<w:outlineLvl w:val=\"9\"/>")
            + line(
                "Heading3",
                "<w:pPrChange w:id=\"1\"><w:pPr><w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"
            )
        let text = Self.text(try Self.draft(body, styles: styles))
        #expect(
            text.components(separatedBy: "\n\n") == [
                "### 甲\\#", "### 甲\\#", "#### 甲\\#", "### 甲\\#", "甲#", "甲#", "甲#", "甲#",
            ])
    }

    private static func level(_ place: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    private static func item(_ list: Int, _ level: Int, _ text: String) -> String {
        paragraph(Form.run(text), style: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    @Test("items have the numbers that Word shows, in its figures, across what stands between them")
    func numbers() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\">"
            + Self.level(0, "chineseCountingThousand", "（%1）") + Self.level(1, "decimal", "%2.") + "</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\">\(Self.level(0, "bullet", "\u{F0B7}"))\(Self.level(1, "decimal", "%1.%2"))</w:abstractNum>"
            + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"11\"/></w:lvlOverride></w:num>"
        let body =
            Self.item(5, 0, "甲") + Self.item(5, 1, "子") + Self.item(5, 1, "丑") + Form.paragraph("中间")
            + Self.item(5, 1, "寅")
            + Self.item(5, 0, "乙") + Self.item(5, 1, "卯") + Self.item(6, 0, "点") + Self.item(7, 0, "丙")
        let text = Self.text(try Self.draft(body, numbering: numbering))
        #expect(
            text == """
                （一）甲

                1. 子
                2. 丑

                中间

                3. 寅

                （二）乙

                1. 卯

                - 点

                （十一）丙
                """)
    }

    @Test("lists in lists are indented as far as their numbers need, and a list that begins anew is another")
    func nestedLists() throws {
        let levels = Self.level(0, "decimal", "%1.") + Self.level(1, "decimal", "%2)")
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">\(levels)</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        let items = (1...10).map { Self.item(1, 0, "第\($0)项") }.joined() + Self.item(1, 1, "下") + Self.item(2, 0, "新")
        let text = Self.text(try Self.draft(items, numbering: numbering))
        #expect(text.hasSuffix("9. 第9项\n10. 第10项\n    1) 下\n1) 新"))
    }

    @Test("a style's list counts, and a paragraph that leaves it does not")
    func listOfStyle() throws {
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"条\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\">\(Self.level(0, "upperRoman", "%1."))\(Self.level(1, "decimalEnclosedCircle", "%2", "<w:pStyle w:val=\"a\"/>"))</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        let body =
            Self.item(1, 0, "上") + Self.paragraph(Form.run("甲"), style: "<w:pStyle w:val=\"a\"/>")
            + Self.paragraph(Form.run("外"), style: "<w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
            + Self.paragraph(Form.run("乙"), style: "<w:pStyle w:val=\"a\"/>")
        let text = Self.text(try Self.draft(body, styles: styles, numbering: numbering))
        #expect(text == "I. 上\n\n①甲\n\n外\n\n②乙")
    }

    // MARK: Notes

    @Test("footnotes are footnotes, each with all its paragraphs; those elsewhere are remarked on")
    func footnotes() throws {
        let notes =
            "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"2\">\(Form.paragraph("见*标准*"))\(Form.paragraph("第二段"))</w:footnote>"
            + "<w:footnote w:id=\"3\">\(Form.paragraph("另一条"))</w:footnote><w:footnote w:id=\"4\">\(Form.paragraph("别处"))</w:footnote>"
        let mark = { (id: Int) in
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"\(id)\"/></w:r>"
        }
        let body =
            Self.paragraph(Form.run("合格率") + mark(2) + Form.run("达标")) + Self.paragraph(mark(3) + Form.run(": 冒号"))
        let draft = try Self.draft(body, footnotes: notes)
        #expect(Self.text(draft) == "合格率[^1]达标\n\n[^2]\\: 冒号")
        #expect(draft.body.hasSuffix("\n[^1]: 见\\*标准\\*\n\n    第二段\n\n[^2]: 另一条\n"))
        #expect(draft.notes.contains(.remark(.note, count: 1, words: ["别处"])))
    }

    // MARK: What is remarked on

    private static let choice =
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>\(HandedIn.paragraph("框内"))</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(HandedIn.paragraph("框内"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"

    private static let remarks: [(name: String, body: String, kind: ReadingRemark.Kind, words: [String])] = [
        ("struck text of two runs", run("<w:strike/>", "旧") + run("<w:strike/><w:b/>", "数"), .struck, ["旧数"]),
        ("hidden text", run("<w:vanish/>", "内部"), .hidden, ["内部"]),
        ("deleted text", "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>", .deleted, ["删去"]),
        ("comments", "<w:r><w:commentReference w:id=\"0\"/></w:r>", .comment, []),
        (
            "readings",
            "<w:r><w:ruby><w:rt>\(Form.run("yīn"))</w:rt><w:rubyBase>\(Form.run("堙"))</w:rubyBase></w:ruby></w:r>",
            .reading, ["yīn"]
        ),
        ("unknown signs", "<w:r><w:sym w:font=\"Webdings\" w:char=\"F0B2\"/></w:r>", .symbol, ["Webdings F0B2"]),
        ("private characters of no font", Form.run("\u{F0B2}"), .symbol, ["F0B2"]),
        ("charts", "<w:r><w:drawing><a:graphic><c:chart r:id=\"c\"/></a:graphic></w:drawing></w:r>", .chart, ["合格率变化"]),
        (
            "SmartArt", "<w:r><w:drawing><a:graphic><dgm:relIds r:dm=\"d\"/></a:graphic></w:drawing></w:r>", .diagram,
            ["计划、实施"]
        ),
        ("shapes", "<w:r><w:drawing><wp:docPr id=\"1\" name=\"直线 1\"/><wps:wsp/></w:drawing></w:r>", .shape, ["直线 1"]),
        (
            "formulas of MathType", "<w:r><w:object><o:OLEObject ProgID=\"Equation.DSMT4\"/></w:object></w:r>",
            .formulaObject, ["Equation.DSMT4"]
        ),
        ("links", "<w:hyperlink r:id=\"h\">\(Form.run("网站"))</w:hyperlink>", .link, ["https://example.org/"]),
    ]

    @Test("what stays out is remarked on by its words", arguments: remarks.map(\.name))
    func remark(name: String) throws {
        let sample = try #require(Self.remarks.first { $0.name == name })
        let chart =
            "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:title><a:t>合格率变化</a:t></c:title><c:v>12</c:v></c:chartSpace>"
        let diagram =
            "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:q=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><q:t>计划</q:t><q:t>实施</q:t></d:dataModel>"
        let draft = try Self.draft(
            Self.paragraph(Form.run("文") + sample.body + Form.run("字")),
            relations: Self.relation("c", "chart", "charts/chart1.xml")
                + Self.relation("d", "diagramData", "diagrams/data1.xml")
                + Self.relation("h", "hyperlink", "https://example.org/", isExternal: true),
            parts: [("word/charts/chart1.xml", Array(chart.utf8)), ("word/diagrams/data1.xml", Array(diagram.utf8))])
        #expect(draft.notes.contains(.remark(sample.kind, count: 1, words: sample.words)))
        let remarks = draft.notes.filter { if case .remark = $0 { true } else { false } }
        #expect(remarks.count == 1)
    }

    @Test(
        "of alternatives the first is read that this program understands, else the last: text once, a chart as its picture"
    )
    func alternatives() throws {
        #expect(Self.text(try Self.draft(Self.paragraph(Form.run("段") + Self.choice))) == "段\n\n框内")
        let chart =
            "<w:r><mc:AlternateContent xmlns:cx1=\"http://schemas.microsoft.com/office/drawing/2015/9/8/chartex\"><mc:Choice Requires=\"cx1\"><w:drawing>\(Form.run("图"))</w:drawing></mc:Choice><mc:Fallback><w:drawing><a:blip r:embed=\"p\"/></w:drawing></mc:Fallback></mc:AlternateContent></w:r>"
        let draft = try Self.draft(
            Self.paragraph(chart), relations: Self.relation("p", "image", "media/a.png"),
            parts: [("word/media/a.png", [0x89, 0x50, 0x4E, 0x47])])
        #expect(Self.text(draft) == "![图片1](picture-1.png)")
        #expect(draft.pictures.count == 1)
    }

    @Test("paragraphs whose mark is deleted are one, and deleted rows are gone")
    func deletedMarks() throws {
        let mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
        let body = Self.paragraph(Form.run("前"), style: mark) + Form.paragraph("后")
        #expect(Self.text(try Self.draft(body)) == "前后")
        let table =
            "<w:tbl><w:tr><w:tc>\(Form.paragraph("头"))</w:tc></w:tr><w:tr><w:trPr><w:del w:id=\"2\"/></w:trPr><w:tc>\(Form.paragraph("删"))</w:tc></w:tr></w:tbl>"
        let draft = try Self.draft(table)
        #expect(Self.text(draft) == "| 头 |\n| --- |")
        #expect(draft.notes.contains(.remark(.deleted, count: 1, words: ["删"])))
    }

    @Test("other prefixes and the strict form say the same")
    func strict() throws {
        let strict = Form.word.replacingOccurrences(
            of: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            with: "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replacingOccurrences(of: "xmlns:w=", with: "xmlns:x=")
        let body =
            Form.table([[Form.paragraph("班组名称"), "<w:p><w:r><w:t>TBM</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r></w:p>"]])
            + Form.paragraph("表格编号：application/2024")
        let document = "<w:document \(strict)><w:body>\(body)</w:body></w:document>".replacingOccurrences(
            of: "<w:", with: "<x:"
        )
        .replacingOccurrences(of: "</w:", with: "</x:")
        let form = try FilledForm(try Form.package(document: document), forms: [Form.form])
        #expect(form.answer(to: .team)?.text == "TBM\u{2011}3")
    }

    // MARK: Hints

    @Test("words in a control that is still marked as empty are an answer, unless they are its hint")
    func marks() throws {
        func answer(_ run: String, glossary: String? = nil) throws -> String? {
            let control =
                "<w:sdt><w:sdtPr><w:tag w:val=\"team\"/><w:placeholder><w:docPart w:val=\"PH_team\"/></w:placeholder><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>\(run)</w:sdtContent></w:sdt>"
            let parts = glossary.map {
                [
                    (
                        "word/glossary/document.xml",
                        Array(
                            "<w:glossaryDocument \(Form.word)><w:docParts><w:docPart><w:docPartPr><w:name w:val=\"PH_team\"/></w:docPartPr><w:docPartBody>\(Form.paragraph($0))</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
                                .utf8)
                    )
                ]
            }
            let file = try Form.file(
                "<w:p>\(control)</w:p>" + Form.paragraph("表格编号：application/2024"),
                relations: Self.relation("g", "glossaryDocument", "glossary/document.xml"), parts: parts ?? [])
            return try FilledForm(file, forms: [Form.form]).answer(to: .team)?.text
        }
        #expect(try answer(Form.run("路面班组")) == "路面班组")
        #expect(try answer(Form.run("路面班组"), glossary: "旧提示") == "路面班组")
        #expect(try answer(Form.run("旧提示"), glossary: "旧提示") == "")
        #expect(try answer(Form.run("请填班组名称")) == "")
        #expect(try answer(Form.run("单击或点击此处输入文字。")) == "")
    }

    // MARK: Tables of signs

    @Test("tables of signs are as long as their fonts say")
    func signs() {
        #expect(SymbolFont.symbol.character(at: 0x40) == "≅" && SymbolFont.symbol.character(at: 0x7E) == "∼")
        #expect(SymbolFont.symbol.character(at: 0xE5) == "∑" && SymbolFont.symbol.character(at: 0xC0) == "ℵ")
        #expect(SymbolFont.wingdings.character(at: 0x69) == "♓" && SymbolFont.wingdings.character(at: 0x95) == "❿")
        #expect(SymbolFont.wingdings.character(at: 0xFE) == "☑" && SymbolFont(named: "wingdings 2") == .wingdings2)
        #expect(SymbolFont(named: "宋体") == nil && SymbolFont(named: "") == nil)
    }

    @Test(
        "numbers in words",
        arguments: [
            (12, "chineseCounting", "十二"), (110, "chineseCounting", "一百一十"), (103, "chineseCountingThousand", "一百零三"),
            (2026, "ideographDigital", "二〇二六"), (27, "lowerLetter", "aa"), (14, "upperRoman", "XIV"),
            (21, "decimalEnclosedCircle", "21"), (3, "ideographTraditional", "丙"), (3, "unknown", "3"),
        ])
    func words(number: Int, format: String, words: String) {
        #expect(NumberWords.text(number, format: format) == words)
    }
}
