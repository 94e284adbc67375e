import Diagnostics
import Documents
import Testing

@Suite("Documents for download")
struct DocumentReaderTests {
    @Test("text of a Word document is read paragraph by paragraph, across runs, with tables, headers and links")
    func word() throws {
        let bytes = try SampleFiles.word(
            """
            <w:p><w:r><w:t>申报</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>手机 138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """,
            more: [
                ("word/header1.xml", "<w:hdr \(SampleFiles.wordSpace)><w:p><w:r><w:t>页眉文字</w:t></w:r></w:p></w:hdr>"),
                (
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Target=\"mailto:a@example.com\" TargetMode=\"External\"/></Relationships>"
                ),
            ])
        let contents = try DocumentReader.contents(of: bytes, named: "form.docx")
        #expect(
            contents.passages == [
                .init("申报", at: LocalizedText(zh: "第 1 段", en: "paragraph 1")),
                .init("手机 13812345678", at: LocalizedText(zh: "第 2 段", en: "paragraph 2")),
                .init("页眉文字", at: LocalizedText(zh: "页眉", en: "the header")),
                .init("a@example.com", at: LocalizedText(zh: "超链接", en: "a hyperlink")),
            ])
    }

    @Test("the people that a document names are found: author, last editor, reviewers")
    func people() throws {
        let bytes = try SampleFiles.word(
            "<w:p><w:ins w:author=\"审阅人\"><w:r><w:t>改</w:t></w:r></w:ins></w:p>",
            more: [
                (
                    "docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>作者</dc:creator><cp:lastModifiedBy>末改</cp:lastModifiedBy></cp:coreProperties>"
                ),
                ("docProps/app.xml", "<Properties><Manager>经理</Manager><Application>WPS</Application></Properties>"),
            ])
        let contents = try DocumentReader.contents(of: bytes, named: "form.docx")
        #expect(
            Set(contents.people) == [
                .init("作者", .author), .init("末改", .lastEditor), .init("审阅人", .reviewer), .init("经理", .manager),
            ])
        #expect(!contents.passages.contains { $0.text == "WPS" })
    }

    @Test("cells of a workbook are found with their names, numbers as well as shared strings")
    func workbook() throws {
        let bytes = try SampleFiles.zip([
            ("xl/workbook.xml", "<workbook/>"),
            (
                "xl/sharedStrings.xml",
                "<sst \(SampleFiles.sheetSpace)><si><t>名称</t></si><si><r><t>手机</t></r><r><t>号</t></r></si></sst>"
            ),
            (
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"><v>1.3812345678E10</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>行内</t></is></c></row></sheetData></worksheet>"
            ),
        ])
        let contents = try DocumentReader.contents(of: bytes, named: "table.xlsx")
        #expect(contents.passages.map(\.text) == ["手机号", "13812345678", "行内"])
        #expect(contents.passages[1].place.zh == "第 2 张工作表的 B1 单元格")
    }

    @Test("text and author of a PDF file are read, page by page")
    func pdf() throws {
        let bytes = SampleFiles.pdf("Tel 13812345678", info: "/Author(Zhang)/Title(Form)")
        let contents = try DocumentReader.contents(of: bytes, named: "form.pdf")
        #expect(contents.people == [.init("Zhang", .author)])
        #expect(contents.passages.contains { $0.text.contains("13812345678") && $0.place.en == "page 1" })
        #expect(contents.passages.contains(.init("Form", at: LocalizedText(zh: "文件属性", en: "the file's properties"))))
    }

    @Test("a PDF file that runs a script when it is opened says so")
    func script() throws {
        let plain = String(decoding: SampleFiles.pdf("Tel"), as: UTF8.self)
        let running = plain.replacing(
            "/Type/Catalog", with: "/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
        #expect(try DocumentReader.contents(of: Array(running.utf8), named: "a.pdf").activeParts == ["JavaScript"])
        #expect(try DocumentReader.contents(of: Array(plain.utf8), named: "a.pdf").activeParts.isEmpty)
    }

    @Test("files inside a document: a workbook is looked into, anything else is a file of another program")
    func embedded() throws {
        let workbook = try SampleFiles.zip([
            ("xl/workbook.xml", "<workbook/>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c r=\"A1\"><v>13812345678</v></c></row></sheetData></worksheet>"
            ),
        ])
        let word = try SampleFiles.zip(files: [
            ("word/document.xml", Array("<w/>".utf8)), ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", workbook),
            ("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0]),
        ])
        let contents = try DocumentReader.contents(of: word, named: "a.docx")
        #expect(contents.passages.map(\.text) == ["13812345678"])
        #expect(contents.activeParts == ["word/embeddings/oleObject1.bin"])
    }

    @Test("a PDF file that is broken is a problem, whatever its bytes are")
    func brokenPDF() {
        var generator = SystemRandomNumberGenerator()
        let whole = SampleFiles.pdf("Tel 13812345678")
        #expect(throws: DocumentProblem.self) {
            try DocumentReader.contents(of: Array("%PDF-1.7\n".utf8), named: "a.pdf")
        }
        for _ in 0..<20 {
            var bytes = whole
            for _ in 0..<10 { bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(in: 0...255) }
            // Whether poppler can mend it or not: it comes back.
            do { _ = try DocumentReader.contents(of: bytes, named: "a.pdf") } catch {
                #expect(error is DocumentProblem)
            }
        }
    }

    @Test("a picture's position, owner and comments are found in Exif, XMP and comments")
    func pictures() throws {
        let placed = SampleFiles.jpeg(exif: SampleFiles.exif(artist: "Zhang", latitude: [30, 15, 42]))
        let contents = try DocumentReader.contents(of: placed, named: "a.jpg")
        #expect(contents.holdsPosition)
        #expect(contents.people == [.init("Zhang", .author)])

        let empty = SampleFiles.jpeg(exif: SampleFiles.exif(latitude: [0, 0, 0]), comment: "QQ 123456")
        let unplaced = try DocumentReader.contents(of: empty, named: "a.jpeg")
        #expect(!unplaced.holdsPosition)
        #expect(unplaced.passages.map(\.text) == ["QQ 123456"])

        let xmp =
            "<x xmlns:dc=\"d\" exif:GPSLatitude=\"30,15N\" xmlns:exif=\"e\"><dc:creator><li>Li</li></dc:creator></x>"
        let described = try DocumentReader.contents(of: SampleFiles.jpeg(xmp: xmp), named: "a.jpg")
        #expect(described.holdsPosition && described.people == [.init("Li", .author)])
    }

    @Test(
        "files of an archive that lead out of the folder it is unpacked to are told",
        arguments: [
            ("../x.txt", true), ("a/../../x.txt", true), ("/etc/x.txt", true), ("C:\\x.txt", true), ("..\\x.txt", true),
            ("\\x.txt", true), ("a/x.txt", false), ("a..b/x.txt", false), ("表/说明.txt", false), ("...txt", false),
        ])
    func strayParts(name: String, isStray: Bool) throws {
        let archive = try SampleFiles.zip(files: [(name, Array("文字".utf8)), ("b.txt", Array("文字".utf8))])
        let contents = try DocumentReader.contents(of: archive, named: "all.zip")
        #expect(contents.strayParts == (isStray ? [name] : []))
    }

    @Test("a picture inside a document and a document inside an archive are looked into")
    func nested() throws {
        let image = SampleFiles.jpeg(exif: SampleFiles.exif(latitude: [30, 15, 42]), comment: "13812345678")
        let word = try SampleFiles.zip(files: [
            ("word/document.xml", Array("<w/>".utf8)), ("word/media/image1.jpg", image),
        ])
        let inWord = try DocumentReader.contents(of: word, named: "a.docx")
        #expect(inWord.holdsPosition && inWord.passages.map(\.text) == ["13812345678"])
        #expect(inWord.passages.first?.place.zh == "word/media/image1.jpg 的图片属性")

        let archive = try SampleFiles.zip(files: [("inner.pdf", SampleFiles.pdf("Tel 1"))])
        let inArchive = try DocumentReader.contents(of: archive, named: "all.zip")
        #expect(inArchive.passages.first?.place.zh == "inner.pdf 的第 1 页")
    }

    @Test(
        "words that stand beside the text of a document are read",
        arguments: [
            (
                "word/settings.xml",
                "<w:settings \(SampleFiles.wordSpace)><w:docVar w:name=\"a\" w:val=\"#\"/></w:settings>"
            ),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><w:fldSimple w:instr=\"#\"/></w:p>"),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><wp:docPr xmlns:wp=\"x\" descr=\"#\"/></w:p>"),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><w:listItem w:displayText=\"#\"/></w:p>"),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><v:shape xmlns:v=\"x\" alt=\"#\"/></w:p>"),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><v:rect xmlns:v=\"x\" title=\"#\"/></w:p>"),
            ("word/x.xml", "<w:p \(SampleFiles.wordSpace)><v:textpath xmlns:v=\"x\" string=\"#\"/></w:p>"),
            ("word/notes.txt", "#"),
            ("word/media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>#</text></svg>"),
            ("word/chunk.mht", "MIME-Version: 1.0\n\n#"), ("chunk.html", "<html><p>#"),
            ("WORD/Footer9.XML", "<w:p \(SampleFiles.wordSpace)><w:r><w:t>#</w:t></w:r></w:p>"),
            ("DocProps/Custom.xml", "<Properties><property><lpwstr>#</lpwstr></property></Properties>"),
        ])
    func wordsBeside(part: String, text: String) throws {
        let phone = "电话13812345678"
        let word = try SampleFiles.word("", more: [(part, text.replacing("#", with: phone))])
        let passages = try DocumentReader.contents(of: word, named: "a.docx").passages
        #expect(passages.contains { $0.text.contains(phone) }, "\(passages)")
    }

    @Test("a sheet's header is read without its codes, and digits in cells of their own as one number")
    func sheetWords() throws {
        func passages(_ sheet: String) throws -> [String] {
            let workbook = try SampleFiles.zip([
                (name: "[Content_Types].xml", text: ""), (name: "xl/workbook.xml", text: "<workbook/>"),
                (
                    name: "xl/worksheets/sheet1.xml",
                    text: "<worksheet \(SampleFiles.sheetSpace)>\(sheet)</worksheet>"
                ),
            ])
            return try DocumentReader.contents(of: workbook, named: "a.xlsx").passages.map(\.text)
        }
        let header =
            "<headerFooter><oddHeader>&amp;C13812345678&amp;R&amp;\"宋体,常规\"&amp;12第&amp;P页&amp;KFF0000红&amp;&amp;黑</oddHeader></headerFooter>"
        let words = try passages(header).joined().split(separator: "\n").map(String.init)
        #expect(words == ["13812345678", "第页红&黑"])
        let cells = "手机13812345678".enumerated().map {
            "<c t=\"str\"><v>\($0.offset < 2 ? "手机" : "\($0.element)")</v></c>"
        }
        #expect(try passages("<row>\(cells.dropFirst().joined())</row>").contains("手机：13812345678"))
    }

    @Test(
        "words that stand beside the cells of a workbook are read",
        arguments: [
            ("xl/workbook.xml", "<workbook \(SampleFiles.sheetSpace)><sheets><sheet name=\"#\"/></sheets></workbook>"),
            (
                "xl/workbook.xml",
                "<workbook \(SampleFiles.sheetSpace)><definedName name=\"a\">\"#\"</definedName></workbook>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet \(SampleFiles.sheetSpace)><c r=\"A1\"><f>HYPERLINK(\"#\")</f></c></worksheet>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet \(SampleFiles.sheetSpace)><dataValidation prompt=\"#\"><formula1>1</formula1></dataValidation></worksheet>"
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet \(SampleFiles.sheetSpace)><formula1>\"#\"</formula1></worksheet>"),
            ("xl/pivotCache/pivotCacheRecords1.xml", "<r \(SampleFiles.sheetSpace)><s v=\"#\"/></r>"),
            ("xl/externalLinks/externalLink1.xml", "<x \(SampleFiles.sheetSpace)><cell><v>#</v></cell></x>"),
        ])
    func wordsBesideCells(part: String, text: String) throws {
        let phone = "电话13812345678"
        let main = part == "xl/workbook.xml" ? [] : [(name: "xl/workbook.xml", text: "<workbook/>")]
        let workbook = try SampleFiles.zip(
            [(name: "[Content_Types].xml", text: "")] + main + [(name: part, text: text.replacing("#", with: phone))])
        let passages = try DocumentReader.contents(of: workbook, named: "a.xlsx").passages
        #expect(passages.contains { $0.text.contains(phone) }, "\(passages)")
    }

    @Test("a drawing that runs or loads something is found; one that only draws is not")
    func drawings() throws {
        func parts(_ inside: String) throws -> [String] {
            let text =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(inside)</svg>"
            return try DocumentReader.contents(of: Array(text.utf8), named: "a.svg").activeParts
        }
        #expect(try parts("<path d=\"M0 0\" style=\"fill:url(#g)\"/><use xlink:href=\"#a\"/>").isEmpty)
        #expect(try parts("<script>alert(1)</script>") == ["script"])
        #expect(try parts("<path onload=\"x()\"/>") == ["onload"])
        #expect(try parts("<image xlink:href=\"https://example.org/a.png\"/>") == ["xlink:href"])
        #expect(try parts("<style>@import url(https://example.org/a.css);</style>") == ["style"])
    }

    @Test("hostile and broken documents give one clear problem", arguments: HostileDocument.all)
    func hostile(document: HostileDocument) throws {
        let bytes = try document.bytes()
        #expect {
            _ = try DocumentReader.contents(of: bytes, named: document.name)
        } throws: {
            document.isExpected($0)
        }
    }

    @Test("mutated documents never stop the program")
    func mutations() throws {
        let whole = try SampleFiles.word("<w:p><w:r><w:t>文字</w:t></w:r></w:p>")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<5 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255) }
            do { _ = try DocumentReader.contents(of: bytes, named: "a.docx") } catch {
                #expect(error is DocumentProblem)
            }
            let picture = SampleFiles.jpeg(exif: SampleFiles.exif(artist: "Z", latitude: [1, 2, 3]))
            var mutated = picture
            for _ in 0..<4 { mutated[Int.random(in: 0..<mutated.count, using: &generator)] = .random(in: 0...255) }
            do { _ = try DocumentReader.contents(of: mutated, named: "a.jpg") } catch {
                #expect(error is DocumentProblem)
            }
        }
    }
}

/// A document that must not be read to its end.
struct HostileDocument: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: @Sendable () throws -> [UInt8]
    let isExpected: @Sendable (any Error) -> Bool

    private static func isDamaged(_ error: any Error) -> Bool {
        if case DocumentProblem.damaged = error { true } else { false }
    }

    private static func isExcessive(_ error: any Error) -> Bool {
        if case DocumentProblem.excessive = error { true } else { false }
    }

    private static func isEncrypted(_ error: any Error) -> Bool { error as? DocumentProblem == .encrypted }

    private static func document(_ xml: String) throws -> [UInt8] { try SampleFiles.zip([("word/document.xml", xml)]) }

    static let all: [HostileDocument] = [
        HostileDocument(
            testDescription: "no ZIP at all", name: "a.docx", bytes: { Array("PK\u{3}\u{4} no".utf8) },
            isExpected: isDamaged),
        HostileDocument(
            testDescription: "cut off", name: "a.docx", bytes: { try SampleFiles.word("<w:p/>").dropLast(40) },
            isExpected: isDamaged),
        HostileDocument(
            testDescription: "without a main part", name: "a.xlsx",
            bytes: { try SampleFiles.zip([("word/readme.txt", "x")]) },
            isExpected: isDamaged),
        HostileDocument(
            testDescription: "old format under a new name", name: "a.docx",
            bytes: { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] }, isExpected: isEncrypted),
        HostileDocument(
            testDescription: "with a password", name: "a.docx",
            bytes: { try SampleFiles.zip([("word/document.xml", "<w/>")], password: "geheim") }, isExpected: isEncrypted
        ),
        HostileDocument(
            testDescription: "billion laughs", name: "a.docx",
            bytes: {
                let levels = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
                return try document("<!DOCTYPE x [<!ENTITY a0 \"x\">\(levels.joined())]><x>&a9;</x>")
            }, isExpected: isDamaged),
        HostileDocument(
            testDescription: "external entity", name: "a.docx",
            bytes: { try document("<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><x/>") }, isExpected: isDamaged),
        HostileDocument(
            testDescription: "other encoding", name: "a.docx",
            bytes: { try document("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>") }, isExpected: isDamaged),
        HostileDocument(
            testDescription: "deep nesting", name: "a.docx",
            bytes: {
                try document(String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000))
            }, isExpected: isExcessive),
        HostileDocument(
            testDescription: "unpacks to too much", name: "a.docx",
            bytes: { try document("<x>" + String(repeating: " ", count: 12_000_000) + "</x>") },
            isExpected: isExcessive),
        HostileDocument(
            testDescription: "too many files", name: "a.zip",
            bytes: { try SampleFiles.zip((0..<4200).map { ("\($0).txt", "") }) }, isExpected: isExcessive),
        HostileDocument(
            testDescription: "XML that is not well formed", name: "a.docx", bytes: { try document("<x><y></x>") },
            isExpected: isDamaged),
    ]
}
