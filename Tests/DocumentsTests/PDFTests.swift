import Testing

@testable import Documents

@Suite("PDF files")
struct PDFTests {
    /// A file of two pages with comments, fields, properties and metadata.
    private static func file(
        info: String = "/Author(Zhang)/Title(Form)", catalog: String = "", page: String = "", more: [String] = []
    ) -> [UInt8] {
        let content = "BT /F1 12 Tf 72 700 Td (Tel) Tj ET"
        let objects =
            [
                "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>\(page)>>",
                "<</Length \(content.utf8.count)>> stream\n\(content)\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<<\(info)>>",
            ] + more
        let text = objects.enumerated().map { "\($0.offset + 1) 0 obj \($0.element) endobj\n" }.joined()
        return Array("%PDF-1.4\n\(text)trailer <</Root 1 0 R/Info 7 0 R>>\n%%EOF\n".utf8)
    }

    private func passages(_ bytes: [UInt8]) throws -> [String] {
        try PDFDocument.contents(of: bytes).passages.map { "\($0.place.en): \($0.text.filter { !$0.isWhitespace })" }
    }

    @Test("comments and form fields are read with their pages, wherever the page is told")
    func notes() throws {
        let annotations = [
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(comment 1)>>",
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(field 2)/P 3 0 R/Rect[0 0 9 9]>>",
            "<</FT/Tx/T(g)/V(field 3)>>",
            // A signature has contents that are no text.
            "<</Type/Sig/ByteRange[0 1 2 3]/Contents<31333831323334353637>>>",
        ]
        let direct = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents<FEFF624B673A>>>"
        let read = try passages(
            Self.file(
                info: "", catalog: "/AcroForm<</Fields[9 0 R 10 0 R]>>", page: "/Annots[8 0 R \(direct)]",
                more: annotations))
        let notes = Set(read.filter { !$0.hasPrefix("page") })
        #expect(
            notes == [
                "a note or form field of page 2: comment1", "a note or form field of page 1: field2",
                "a note or form field: field3", "a note or form field of page 2: 手机",
            ])
        #expect(read.filter { $0.hasPrefix("page") } == ["page 1: Tel", "page 2: Tel"])
    }

    @Test("digits that stand apart in a row, as in cells of a form, are put together")
    func digits() throws {
        func row(_ number: String, at y: Int) -> String {
            number.enumerated().map { "1 0 0 1 \(72 + $0.offset * 24) \(y) Tm (\($0.element)) Tj " }.joined()
        }
        let content = "BT /F1 12 Tf \(row("13812345678", at: 700))\(row("33010219900101008X", at: 660))ET"
        let form = Self.file(
            page: "/Contents 8 0 R", more: ["<</Length \(content.utf8.count)>> stream\n\(content)\nendstream"])
        let texts = try PDFDocument.contents(of: form).passages.map(\.text)
        #expect(texts.contains { $0.hasSuffix("13812345678") } && texts.contains { $0.hasSuffix("33010219900101008X") })
    }

    @Test("properties of every name are read, but for those of programs and times; metadata as well")
    func properties() throws {
        let metadata = "<x><dc:creator>Li</dc:creator></x>"
        let bytes = Self.file(
            info: "/Author(Zhang)/Subject(s)/Company(c)/Producer(p)/CreationDate(D:2020)",
            catalog: "/Metadata 8 0 R",
            more: ["<</Type/Metadata/Subtype/XML/Length \(metadata.utf8.count)>> stream\n\(metadata)\nendstream"])
        let contents = try PDFDocument.contents(of: bytes)
        #expect(contents.people == [.init("Zhang", .author), .init("Li", .author)])
        let properties = contents.passages.filter { $0.place == .documentProperties }.map(\.text)
        #expect(Set(properties.map { $0.filter { !$0.isNewline } }) == ["s", "c", metadata])
    }

    @Test("authors of metadata and of comments are people, those of fields and links are none")
    func people() throws {
        let metadata = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Li</rdf:li>
            <rdf:li> Zhang </rdf:li></rdf:Seq></dc:creator><dc:title>Wang</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
            """
        let notes = [
            "<</Type/Metadata/Subtype/XML/Length \(metadata.utf8.count)>> stream\n\(metadata)\nendstream",
            "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Zhao)/Contents(x)>>",
            "<</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/T<FEFF9648>/Contents()>>",
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(field)/Rect[0 0 9 9]>>",
            "<</Type/Annot/Subtype/Link/T(link)/Rect[0 0 9 9]>>",
        ]
        let bytes = Self.file(
            catalog: "/Metadata 8 0 R",
            page: "/Annots[9 0 R 10 0 R 11 0 R 12 0 R <</Subtype/Ink/T(Qian)/Rect[0 0 9 9]>>]", more: notes)
        let people = try PDFDocument.contents(of: bytes).people
        #expect(people.filter { $0.role == .author }.map(\.name) == ["Zhang", "Li"])
        #expect(people.filter { $0.role == .reviewer }.map(\.name).sorted() == ["Qian", "Zhao", "陈"])
        let broken = "<x><dc:creator>Li</dc:creator>"
        let damaged = Self.file(
            catalog: "/Metadata 8 0 R",
            more: ["<</Type/Metadata/Subtype/XML/Length \(broken.utf8.count)>> stream\n\(broken)\nendstream"])
        #expect(try PDFDocument.contents(of: damaged).people.first == .init("Zhang", .author))
    }

    @Test("files in the file are named, however they hang in it")
    func attachments() throws {
        func specification(_ name: String) -> String { "<</Type/Filespec\(name)/EF<</F 9 0 R>>>>" }
        let stream = "<</Type/EmbeddedFile/Length 1>> stream\nx\nendstream"
        let byName = Self.file(
            catalog: "/Names<</EmbeddedFiles<</Names[(a) 8 0 R]>>>>", more: [specification("/F(a.doc)"), stream])
        #expect(try PDFDocument.contents(of: byName).activeParts == ["a.doc"])
        let direct = Self.file(
            catalog: "/AF[\(specification("/F(a)/UF<FEFF540D5355002E0078006C0073>"))]", more: ["<<>>", stream])
        #expect(try PDFDocument.contents(of: direct).activeParts == ["名单.xls"])
        let pinned = Self.file(
            page: "/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS \(specification("/F(b.zip)"))>>]",
            more: ["<<>>", stream])
        #expect(try PDFDocument.contents(of: pinned).activeParts == ["b.zip"])
        let link = Self.file(catalog: "/OpenAction<</S/GoToR/F(other.pdf)>>")
        #expect(try PDFDocument.contents(of: link).activeParts == [])
    }

    @Test(
        "what runs is found in every place of a file",
        arguments: [
            ("/OpenAction<</S/JavaScript/JS(x)>>", "", [], ["JavaScript"]),
            ("/OpenAction 8 0 R", "", ["<</S/Launch/F(a.exe)>>"], ["Launch"]),
            ("/Names<</JavaScript<</Names[(a) 8 0 R]>>>>", "", ["<</S/Java#53cript/JS(x)>>"], ["JavaScript"]),
            ("", "/AA<</O<</S/JavaScript/JS(x)>>>>", [], ["JavaScript"]),
            ("/OpenAction[3 0 R/Fit]", "", ["<</S/URI/URI(https://example.org/)>>"], []),
            ("", "", ["<</S/D/P(JavaScript)>>"], []),
        ] as [(String, String, [String], [String])])
    func actions(catalog: String, page: String, more: [String], expected: [String]) throws {
        let contents = try PDFDocument.contents(of: Self.file(catalog: catalog, page: page, more: more))
        #expect(contents.activeParts == expected)
    }

    @Test(
        "a program that is missing is named, and the others tell what they can",
        arguments: [("", ["pdfinfo", "pdftotext", "qpdf"]), ("relative/bin:.", ["pdfinfo", "pdftotext", "qpdf"])])
    func missing(folders: String, names: [String]) throws {
        let contents = try PDFDocument.contents(of: Self.file(), tools: PDFTools(in: folders))
        #expect(contents.missingPrograms.sorted() == names)
        #expect(contents.passages.isEmpty && contents.people.isEmpty)
        #expect(try PDFDocument.contents(of: Self.file()).missingPrograms.isEmpty)
    }

    @Test("JSON is read as it is written, and what is none is not")
    func json() {
        func value(_ text: String) -> JSONReading.Value? {
            var reader = JSONReading(Array(text.utf8))
            return reader.value()
        }
        #expect(
            value(#" {"a" : [1, -2.5, true, null, "\u624b\ud83d\ude00\n\"\\\/"], "b": {}} "#)
                == .object([
                    ("a", .list([.number(1), .other, .other, .other, .text("手😀\n\"\\/")])), ("b", .object([])),
                ]))
        #expect(value("\"\\ud800\"") == .text("\u{FFFD}"))
        for wrong in ["", "{", "[1,", "{\"a\"}", "\"a", "\"\\x\"", "\"\\u12\"", "[1 2]"] {
            #expect(value(wrong) == nil)
        }
        #expect(value(String(repeating: "[", count: 100_000)) == nil)
    }
}

@Suite("Programs that look into files")
struct LimitedProgramTests {
    private struct NoMemory: Error {}

    private func program(_ name: String) throws -> LimitedProgram {
        try #require(LimitedProgram(named: name, in: "/usr/bin:/bin"))
    }

    private func run(_ name: String, _ arguments: [String], limits: LimitedProgram.Limits = .init()) throws
        -> LimitedProgram.End
    {
        guard let file = MemoryFile(Array("input\n".utf8)) else { throw NoMemory() }
        return try program(name).run(arguments, input: file, limits: limits)
    }

    @Test("a program reads its input, says what it says and ends with its code")
    func ends() throws {
        #expect(try run("cat", []) == .ended(code: 0, output: Array("input\n".utf8)))
        #expect(try run("cat", [LimitedProgram.inputPath]) == .ended(code: 0, output: Array("input\n".utf8)))
        #expect(try run("false", []) == .ended(code: 1, output: []))
    }

    @Test("it sees no environment, no folder and no open file of this program")
    func isolation() throws {
        guard case .ended(0, let environment) = try run("env", []) else {
            Issue.record("env")
            return
        }
        #expect(String(decoding: environment, as: UTF8.self) == "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\n")
        #expect(try run("pwd", []) == .ended(code: 0, output: Array("/\n".utf8)))
        guard case .ended(0, let files) = try run("ls", ["/proc/self/fd"]) else {
            Issue.record("ls")
            return
        }
        // 3 is the folder that is listed.
        #expect(String(decoding: files, as: UTF8.self) == "0\n1\n2\n3\n")
    }

    @Test("what takes too much is stopped: processor time, output, memory")
    func limits() throws {
        #expect(try run("sh", ["-c", "while :; do :; done"], limits: .init(seconds: 1)) == .stopped)
        #expect(try run("yes", [], limits: .init(output: 100_000)) == .stopped)
        let little = LimitedProgram.Limits(memory: 64 << 20)
        guard case .ended(let code, _) = try run("dd", ["if=/dev/zero", "bs=200M", "count=1"], limits: little) else {
            Issue.record("dd was stopped")
            return
        }
        #expect(code != 0)
    }

    @Test("it can write no file")
    func writing() throws {
        let file = "/dev/shm/showcase-limited-\(UInt32.random(in: .min ... .max))"
        let end = try run("sh", ["-c", "echo a > \(file)"])
        #expect(end != .ended(code: 0, output: []))
        _ = try run("rm", ["-f", file])
    }
}
