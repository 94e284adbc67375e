import Content
import Testing

@testable import Importing

/// LibreOffice has no content controls in DOC files: it writes their text as form fields around and between its pieces.
@Suite("Text that form fields repeat")
struct RepeatedFieldTests {
    private typealias Form = HandedIn

    private static let begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"Unnamed\"/><w:textInput/></w:ffData></w:fldChar></w:r>"
        + "<w:r><w:instrText xml:space=\"preserve\"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    private static let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

    private static func field(_ pieces: String...) -> String {
        begin + pieces.map(Form.run).joined() + end
    }

    private static func paragraph(_ content: String) -> String { "<w:p>\(content)</w:p>" }

    private static func team(_ content: String) throws -> String? {
        try Form.answer("team", in: Form.table([[Form.paragraph("班组名称"), paragraph(content)]]))?.text
    }

    @Test(
        "words that stand in fields as well are read once",
        arguments: [
            ("one piece", field("路面班组") + Form.run("路面班组") + field("路面班组") + field("路面班组"), "路面班组"),
            (
                "pieces by script",
                field("路面", "QC", "班组") + Form.run("路面") + field("路面QC班组") + Form.run("QC") + field("路面QC班组")
                    + Form.run("班组") + field("路面", "QC班组"), "路面QC班组"
            ),
            (
                "a number at the beginning that is in the fields alone",
                field("1. ", "路面班组") + Form.run("路面") + field("1. 路面班组") + Form.run("班组") + field("1. 路面班组"),
                "1. 路面班组"
            ),
            (
                "the end of the words alone",
                field("路面班组") + Form.run("班组") + field("路面班组"), "路面班组班组路面班组"
            ),
            ("a field alone", field("路面班组"), "路面班组"),
            ("text alone", Form.run("路面班组"), "路面班组"),
            ("a word that is twice in a name", Form.run("好好班组"), "好好班组"),
            ("a field and other words", field("路面班组") + Form.run("（第二）"), "路面班组（第二）"),
            ("two fields of the same words and no text", field("路面") + field("路面"), "路面路面"),
            ("fields that differ", field("路面") + Form.run("路面") + field("路面班组"), "路面路面路面班组"),
            ("text that is not whole", field("路面班组") + Form.run("路面") + field("路面班组"), "路面班组路面路面班组"),
            ("fields of another kind", field("路面").replacing("FORMTEXT", with: "PAGE") + Form.run("路面"), "路面路面"),
        ].map { Case($0.0, $0.1, $0.2) })
    func names(example: Case) throws {
        #expect(try Self.team(example.content) == example.text)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let content: String
        let text: String

        init(_ name: String, _ content: String, _ text: String) {
            (testDescription, self.content, self.text) = (name, content, text)
        }
    }

    @Test("fields that end behind their paragraphs are read once, and the paragraphs after them stay")
    func paragraphs() throws {
        func piece(_ text: String) -> String {
            // The paragraph's end is in the field.
            "\(Self.begin)\(Form.run("现有成员18人。"))</w:p><w:p>\(Self.end)\(text.isEmpty ? "" : Form.run(text))"
        }
        let body =
            "<w:p>" + ["现有成员", "18", "人。", ""].map(piece).joined() + "</w:p><w:p>" + piece("") + "</w:p>"
            + Form.paragraph("负责养护。")
        let form = try Form.read(
            Form.table([[Form.paragraph("班组名称"), Form.paragraph("路面班组")]])
                + Form.table([[Form.paragraph("班组简介") + body]]) + Form.paragraph("表格编号：application/2024"))
        let draft = FormDraft(form, contacts: .init([]))
        #expect(draft.body.hasPrefix("## 班组简介\n\n现有成员18人。\n\n负责养护。\n"), "\(draft.body)")
    }

    @Test("the same words in several cells are several answers")
    func cells() throws {
        let same = Self.paragraph(Self.field("甲"))
        let body = Form.table([
            [
                Form.paragraph("班组名称"), same, Form.paragraph("企业名称"), same + Form.paragraph(""),
            ]
        ])
        #expect(try Form.answer("team", in: body)?.text == "甲")
        #expect(try Form.answer("enterprise", in: body)?.text == "甲")
    }

    @Test("line ends in a field are repeated with it")
    func lineEnds() throws {
        let whole = "<w:r><w:t>路面</w:t><w:br/><w:t>班组</w:t></w:r>"
        let field = Self.begin + whole + Self.end
        #expect(try Self.team(field + whole + field + field) == "路面\n班组")
    }
}

@Suite("Pictures that pages cannot show")
struct LostPictureTests {
    private static func notes(_ bytes: [UInt8], description: String) throws -> [FormDraft.Note] {
        let relation =
            "<Relationship Id=\"p\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image1.emf\"/>"
        let picture =
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"\(description)\"/><a:graphic><a:graphicData><a:blip r:embed=\"p\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        let body =
            HandedIn.table([[HandedIn.paragraph("班组名称"), HandedIn.paragraph("路面班组")]])
            + HandedIn.table([[HandedIn.paragraph("班组简介") + picture]]) + HandedIn.paragraph("表格编号：application/2024")
        let file = try HandedIn.file(body, relations: relation, parts: [("word/media/image1.emf", bytes)])
        return FormDraft(try FilledForm(file, forms: [HandedIn.form]), contacts: .init([])).notes
    }

    private static let emf: [UInt8] =
        [1, 0, 0, 0] + [UInt8](repeating: 0, count: 36) + Array(" EMF".utf8) + [0, 0, 1, 0]

    @Test("are named by what they are and what they are called")
    func names() throws {
        let examples: [([UInt8], String, String)] = [
            (Self.emf, "流程图", "EMF 或 WMF 图片“流程图”"), (Self.emf, "", "EMF 或 WMF 图片"),
            ([0xD7, 0xCD, 0xC6, 0x9A, 0, 0], "", "EMF 或 WMF 图片"), ([1, 0, 9, 0, 0, 3, 0, 0], "甲", "EMF 或 WMF 图片“甲”"),
            ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], "", "TIFF 图片"),
        ]
        for (bytes, description, name) in examples {
            let lost = try Self.notes(bytes, description: description).compactMap { note in
                if case .lostPictures(let pictures) = note { pictures.map(\.zh) } else { nil }
            }
            #expect(lost == [[name]])
        }
    }
}
