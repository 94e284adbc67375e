import Documents
import Forms
import Foundation
import Testing

@Suite("Forms as Word files")
struct WordFormTests {
    static let slugs = ["application-form", "scoring-table"]

    private func main(_ bytes: [UInt8]) throws -> XMLTree {
        try XMLTree.part("word/document.xml", of: bytes)
    }

    @Test("nothing in them makes Word or WPS complain", arguments: slugs)
    func structure(slug: String) throws {
        #expect(try WordLint(FormMaker.bytes(of: SampleForms.own(slug), as: .docx)).faults == [])
        #expect(try WordLint(FormMaker.bytes(of: SampleForms.everyKind(), as: .docx)).faults == [])
    }

    @Test(
        "what Word complains of is seen",
        arguments: [
            (
                "<w:tbl><w:tblPr><w:tblW w:w=\"9\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"8\"/></w:tblGrid></w:tbl>",
                "grid"
            ),
            ("<w:tc><w:tcPr/><w:tbl/></w:tc>", "end with a paragraph"), ("<w:tc/>", "without a paragraph"),
            ("<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>", "line break"), ("<w:p><w:p/></w:p>", "in a paragraph"),
            (
                "<w:p><w:sdt><w:sdtPr><w:id w:val=\"1\"/><w:alias w:val=\"a\"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt></w:p>",
                "order"
            ),
            ("<w:p><w:sdt><w:sdtPr><w:tag w:val=\"a\"/></w:sdtPr><w:sdtContent/></w:sdt></w:p>", "ids"),
        ])
    func faults(piece: String, fault: String) throws {
        let document = "<w:document xmlns:w=\"w\"><w:body>\(piece)</w:body></w:document>"
        #expect(try WordLint(document: document).faults.contains { $0.contains(fault) })
    }

    @Test("every field has its control, every label its cell", arguments: slugs)
    func fields(slug: String) throws {
        let form = try SampleForms.own(slug)
        let document = try main(FormMaker.bytes(of: form, as: .docx))
        let tags = Set(document.all("tag").compactMap(\.value))
        for field in form.fields where field.kind != .stamp {
            if case .longText(_, _, let parts) = field.kind, !parts.isEmpty {
                for part in parts { #expect(tags.contains(field.tag(of: part))) }
            } else {
                #expect(tags.contains(field.name))
            }
        }
        let texts = Set(document.all("p").map { $0.all("t").map(\.text).joined() })
        for words in form.sections.flatMap(\.rows).flatMap(\.cells).compactMap(\.words) {
            #expect(texts.contains(words.chinese))
        }
    }

    @Test("the kinds of field are the kinds of control")
    func kinds() throws {
        let controls = try main(FormMaker.bytes(of: SampleForms.everyKind(), as: .docx)).all("sdtPr")
        func kind(_ tag: String) -> String? { controls.first { $0["tag"]?.value == tag }?.children.last?.name }
        #expect(kind("name") == "text" && kind("count") == "text" && kind("day") == "date")
        #expect(kind("mode") == "dropDownList" && kind("agreed") == "checkbox")
        #expect(controls.first { $0["tag"]?.value == "text" }?["text"]?.attributes["w:multiLine"] == "1")
        #expect(!controls.contains { $0["tag"]?.value == "seal" })
    }

    @Test("nobody is named, no fragment of a session is left", arguments: slugs)
    func anonymity(slug: String) throws {
        let bytes = try FormMaker.bytes(of: SampleForms.own(slug), as: .docx)
        #expect(try DocumentReader.contents(of: bytes, named: "a.docx").people.isEmpty)
        let document = try main(bytes)
        #expect(!document.all.contains { $0.attributes.keys.contains { $0.hasPrefix("w:rsid") } })
    }

    @Test("an entry of the archive has a fixed time, its sizes before it, and asks for no newer program")
    func archive() throws {
        let bytes = try FormMaker.bytes(of: SampleForms.everyKind(), as: .docx)
        func number(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
        }
        #expect(number(0, 4) == 0x0403_4B50)
        #expect(number(4, 2) <= 20, "version needed")
        #expect(number(6, 2) & 0x0008 == 0, "sizes behind the data")
        #expect(number(10, 4) == 0x0021_0000, "1 January 1980")
        #expect(number(18, 4) > 0 && number(22, 4) > 0)
    }

    @Test("the same definition gives the same bytes", arguments: [FormFormat.docx, .pdf, .xlsx])
    func determinism(format: FormFormat) throws {
        let form = try SampleForms.everyKind()
        #expect(try FormMaker.bytes(of: form, as: format) == FormMaker.bytes(of: form, as: format))
    }

    @Test("no file holds the time at which it was made")
    func times() throws {
        let form = try SampleForms.everyKind()
        let year = try #require(form.version.firstMatch(of: /[0-9]{4}/)).output
        for format in [FormFormat.docx, .xlsx] {
            let bytes = try FormMaker.bytes(of: form, as: format)
            // The beginnings of the archive's list of files, with their times at the twelfth byte.
            let entries = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
            let times = Set(entries.map { Array(bytes[$0 + 12..<$0 + 16]) })
            #expect(entries.count > 4 && times == [[0, 0, 0x21, 0]], "1 January 1980")
            let properties = try XMLTree.part("docProps/core.xml", of: bytes)
            let moments = ["created", "modified"].map { properties[$0]?.text }
            #expect(moments == ["\(year)-01-01T00:00:00Z", "\(year)-01-01T00:00:00Z"])
        }
        let print = String(decoding: try FormMaker.bytes(of: form, as: .pdf), as: UTF8.self)
        let moments = print.matches(of: /Date \(([0-9]{8})/).map { String($0.output.1) }
        #expect(!moments.isEmpty && moments.allSatisfy { $0 == "\(year)0101" }, "\(moments)")
    }
}
