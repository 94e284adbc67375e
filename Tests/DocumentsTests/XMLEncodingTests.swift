import Testing

@testable import Documents

@Suite("Encodings of XML")
struct XMLEncodingTests {
    /// A text in one of the encodings that programs write.
    enum Encoding: CaseIterable {
        case plain, marked, littleEndian, bigEndian

        func bytes(_ text: String) -> [UInt8] {
            switch self {
            case .plain: Array(text.utf8)
            case .marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .littleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .bigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            }
        }

        var name: String { self == .plain || self == .marked ? "utf-8" : "UTF-16" }
    }

    private func text(_ bytes: [UInt8]) throws -> String {
        var text = ""
        try XMLPart.read(bytes, named: "x", vocabulary: .any) { event in
            if case .text(let piece) = event { text += piece }
        }
        return text
    }

    @Test(
        "UTF-8 and UTF-16 are read, with a declaration, without, and with single quotes", arguments: Encoding.allCases)
    func encodings(encoding: Encoding) throws {
        let heads = [
            "<?xml version=\"1.0\" encoding=\"\(encoding.name)\" standalone=\"yes\"?>\r\n",
            "<?xml version='1.0' encoding='\(encoding.name.lowercased())'?>", "<?xml version=\"1.0\"?>", "",
            "<!-- encoding of the text: gb2312 -->",
        ]
        for head in heads {
            #expect(try text(encoding.bytes(head + "<a b=\"encoding\">班组𠮷&#x73ED;</a>")) == "班组𠮷班", "\(head)")
        }
    }

    @Test("the strings, sheet and text of a file may each have an encoding of their own")
    func ownEncodings() throws {
        let sheet =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet \(SampleFiles.sheetSpace)><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        let strings = "<sst \(SampleFiles.sheetSpace)><si><t>甲班</t></si></sst>"
        let workbook =
            "<workbook \(SampleFiles.sheetSpace) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
        let file = try SampleFiles.zip(files: [
            ("[Content_Types].xml", Encoding.marked.bytes("<Types/>")),
            ("xl/workbook.xml", Encoding.bigEndian.bytes(workbook)),
            ("xl/_rels/workbook.xml.rels", Encoding.littleEndian.bytes(relations)),
            ("xl/worksheets/sheet1.xml", Encoding.littleEndian.bytes(sheet)),
            ("xl/sharedStrings.xml", Encoding.bigEndian.bytes(strings)),
        ])
        #expect(try DocumentReader.contents(of: file, named: "a.xlsx").passages.contains { $0.text.contains("甲班") })
    }

    @Test("a document type is found in UTF-16 too", arguments: [Encoding.littleEndian, .bigEndian])
    func documentType(encoding: Encoding) {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>"
        #expect(throws: DocumentProblem.self) { try text(encoding.bytes(bomb)) }
    }

    @Test(
        "other encodings and broken ones are refused, so that nothing hides in them",
        arguments: [
            // EBCDIC, which libxml2 recognises: <?xml
            [0x4C, 0x6F, 0xA7, 0x94, 0x93], [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C],
            [0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], [0xFF, 0xFE, 0x3C, 0, 0x61], [0xFE, 0xFF, 0xD8, 0, 0, 0x3C],
            Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>".utf8),
            Array("<?xml version=\"1.0\" encoding='gb2312'?><a/>".utf8),
            Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>".utf8),
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(throws: DocumentProblem.self) { try text(bytes) }
    }
}
