import Importing
import Testing

@Suite("Fields of filled forms")
struct FieldSearchTests {
    private typealias Form = HandedIn

    /// A control around a run, a paragraph, a table, a row and a cell.
    static let controls: [(String, String)] = [
        (
            "a run",
            HandedIn.table([
                [HandedIn.paragraph("班组名称"), "<w:p>\(HandedIn.control("team", HandedIn.run("路面班组")))</w:p>"]
            ])
        ),
        (
            "paragraphs",
            HandedIn.table([[HandedIn.paragraph("班组名称"), HandedIn.control("team", HandedIn.paragraph("路面班组"))]])
        ),
        (
            "a table",
            HandedIn.control("team", HandedIn.table([[HandedIn.paragraph("班组名称"), HandedIn.paragraph("路面班组")]]))
        ),
        (
            "a row",
            "<w:tbl><w:tblGrid/>"
                + HandedIn.control(
                    "team",
                    "<w:tr><w:tc>\(HandedIn.paragraph("班组名称"))</w:tc><w:tc>\(HandedIn.paragraph("路面班组"))</w:tc></w:tr>")
                + "</w:tbl>"
        ),
        (
            "a cell",
            "<w:tbl><w:tblGrid/><w:tr><w:tc>\(HandedIn.paragraph("班组名称"))</w:tc>"
                + HandedIn.control("team", "<w:tc>\(HandedIn.paragraph("路面班组"))</w:tc>") + "</w:tr></w:tbl>"
        ),
    ]

    @Test("a control around anything is found by its tag", arguments: controls)
    func shapes(name: String, body: String) throws {
        let answer = try #require(try Form.answer("team", in: body))
        #expect(answer.text == "路面班组")
        #expect(answer.origin == .tag)
    }

    @Test("without controls a field is found by its label, to the right or below")
    func labels() throws {
        let right = Form.table([[Form.paragraph("班 组 名称："), Form.paragraph("路面班组")]])
        let below = Form.table([[Form.paragraph("班组名称")], [Form.paragraph("路面班组")]])
        for body in [right, below] {
            let answer = try #require(try Form.answer("team", in: body))
            #expect(answer.text == "路面班组" && answer.origin == .label)
        }
    }

    @Test("a control that LibreOffice 7.4 moves from a row to the label in it is passed over")
    func movedControl() throws {
        let label = Form.control("team", Form.paragraph("班组名称"))
        let answer = try #require(try Form.answer("team", in: Form.table([[label, Form.paragraph("路面班组")]])))
        #expect(answer.text == "路面班组" && answer.origin == .label)
    }

    @Test("a label over several runs is one label, a label beside it no answer")
    func splitLabel() throws {
        let label = "<w:p>\(Form.run("班组"))\(Form.run("名称"))</w:p>"
        #expect(try Form.answer("team", in: Form.table([[label, Form.paragraph("路面班组")]]))?.text == "路面班组")
        let empty = Form.table([[Form.paragraph("班组名称"), Form.paragraph("企业名称")]])
        #expect(try Form.answer("team", in: empty)?.origin == .missing)
    }

    @Test("a hint is no answer, with its mark or without")
    func hints() throws {
        let grey = "<w:r><w:rPr><w:color w:val=\"808080\"/></w:rPr><w:t>什么都行</w:t></w:r>"
        let marked = "<w:p>\(Form.control("team", grey, placeholder: true))</w:p>"
        let unmarked = "<w:p>\(Form.control("team", Form.run("请填班组名称")))</w:p>"
        for body in [marked, unmarked] {
            let answer = try #require(try Form.answer("team", in: body))
            #expect(answer.text.isEmpty && answer.origin == .tag)
        }
    }

    @Test("two controls of one tag with different answers are told, with the same one are one")
    func duplicates() throws {
        let first = "<w:p>\(Form.control("team", Form.run("路面班组")))</w:p>"
        let other = "<w:p>\(Form.control("team", Form.run("桥面班组")))</w:p>"
        #expect(try Form.answer("team", in: first + other)?.origin == .duplicate)
        #expect(try Form.answer("team", in: first + first)?.text == "路面班组")
    }

    @Test("deleted text and the second form of alternative content are passed over, inserted text is not")
    func revisions() throws {
        let body =
            "<w:p>"
            + Form.control(
                "team",
                "<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins>\(Form.run("路面"))</w:ins>"
                    + "<mc:AlternateContent><mc:Choice>\(Form.run("班组"))</mc:Choice><mc:Fallback>\(Form.run("班组"))</mc:Fallback></mc:AlternateContent>"
            ) + "</w:p>"
        #expect(try Form.answer("team", in: body)?.text == "路面班组")
    }

    @Test("a control that LibreOffice 7.4 repeats for every change of script, without its tag, is one answer")
    func repetitions() throws {
        func control(_ texts: String...) -> String {
            "<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val=\"PH_team\"/></w:placeholder><w:alias w:val=\"班组名称\"/><w:text/></w:sdtPr>"
                + "<w:sdtContent><w:r>\(texts.map { "<w:t>\($0)</w:t>" }.joined())</w:r></w:sdtContent></w:sdt>"
        }
        let body = "<w:p>\(control("A1路面班组"))\(control("A1", "A1路面班组"))\(control("路面班组"))</w:p>"
        let answer = try #require(try Form.answer("team", in: body))
        #expect(answer.text == "A1路面班组" && answer.origin == .tag)
    }

    @Test("full-width digits and spaces around an answer are taken as meant")
    func widths() throws {
        let body = "<w:p>\(Form.control("year", Form.run("　２０２４年 ")))</w:p>"
        let form = try Form.read(body + Form.paragraph("表格编号：application/2024"))
        #expect(FormDraft(form, contacts: .init([])).year == 2024)
    }

    @Test("a file with none of the fields is no form of the site")
    func otherFile() throws {
        #expect(throws: FilledFormProblem.unknownForm) { try Form.read(Form.paragraph("会议纪要")) }
    }

    @Test("words typed beside the hint of an untouched control are the answer")
    func besideControl() throws {
        let hint = Form.control("team", Form.run("请填班组名称"), placeholder: true)
        let below = Form.table([[Form.paragraph("班组名称"), "<w:p>\(hint)</w:p>" + Form.paragraph("路面班组")]])
        let behind = Form.table([[Form.paragraph("班组名称"), "<w:p>\(hint)\(Form.run("路面班组"))</w:p>"]])
        for body in [below, behind] {
            let answer = try #require(try Form.answer("team", in: body))
            #expect(answer.text == "路面班组" && answer.origin == .label)
        }
        let empty = Form.table([[Form.paragraph("班组名称"), "<w:p>\(hint)</w:p>"]])
        #expect(try Form.answer("team", in: empty)?.text == "")
    }

    @Test("a part is what stands below its title where its control was left alone")
    func besidePart() throws {
        let body = Form.table([
            [
                Form.paragraph("班组简介") + Form.control("text.one", Form.paragraph("写成员"), placeholder: true)
                    + Form.paragraph("写成员多年，人人会写。")
            ]
        ])
        let form = try Form.read(body + Form.paragraph("表格编号：application/2024"))
        let answer = try #require(form.answers.first { $0.part?.name == "one" })
        #expect(answer.text == "写成员多年，人人会写。" && answer.origin == .label)
    }

    @Test("words beside the control of an answer are told")
    func moreThanControl() throws {
        let control = "<w:p>\(Form.control("team", Form.run("路面班组")))</w:p>"
        let body = Form.table([[Form.paragraph("班组名称"), control + Form.paragraph("（原摊铺班组）")]])
        let form = try Form.read(body + Form.paragraph("表格编号：application/2024"))
        #expect(FormDraft(form, contacts: .init([])).notes.contains(.textBeside("班组名称")))
        let plain = try Form.read(
            Form.table([[Form.paragraph("班组名称"), control]]) + Form.paragraph("表格编号：application/2024"))
        #expect(!FormDraft(plain, contacts: .init([])).notes.contains(.textBeside("班组名称")))
    }
}
