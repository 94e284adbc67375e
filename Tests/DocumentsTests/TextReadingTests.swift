import Testing

@testable import Documents

@Suite("Texts in any encoding")
struct TextReadingTests {
    private static let text = "联系人手机：13812345678，班组在杭州。\n第二行"

    private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? bytes : bytes.reversed()
        }
    }

    /// “手机：13812345678” in GB 18030.
    private static let chinese: [UInt8] = [0xCA, 0xD6, 0xBB, 0xFA, 0xA3, 0xBA] + Array("13812345678".utf8)

    @Test(
        "the text is the same whatever it was saved in",
        arguments: [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + wide(text, isLittle: true),
            [0xFE, 0xFF] + wide(text, isLittle: false), wide(text, isLittle: true), wide(text, isLittle: false),
        ])
    func encodings(bytes: [UInt8]) {
        #expect(SearchableText.utf8(bytes) == Array(Self.text.utf8))
    }

    @Test("GB 18030 is read; of what cannot be decoded the ASCII remains; what is no text is none")
    func others() {
        #expect(SearchableText.utf8(Self.chinese) == Array("手机：13812345678".utf8))
        let broken = SearchableText.utf8(Self.chinese + [0xFF, 0x20, 0xCA])
        #expect(broken.map { String(decoding: $0, as: UTF8.self).contains("13812345678") } == true)
        #expect(SearchableText.utf8([0, 1, 2, 3, 4, 5, 6, 7]) == nil)
        #expect(SearchableText.utf8([0x89, 0x50, 1, 2, 3]) == nil)
        #expect(SearchableText.utf8([]) == [])
    }

    @Test("the escapes of RTF are read, across changes of style, and who wrote it")
    func richText() {
        let text = """
            {\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun 13900000000;}}{\\*\\generator x 13900000000;}
            {\\info{\\author \\'d5\\'c5\\'c8\\'fd}}{\\pict 89504e47}
            \\u25163?\\u26426 ?\\'a3\\'ba138\\b 1234\\b0 5678\\par {\\*\\fldinst HYPERLINK "mailto:a@example.com"}\\par}
            """
        let contents = RichText.contents(of: Array(text.utf8))
        #expect(contents.people == [.init("张三", .author)])
        #expect(contents.passages.map(\.text) == ["手机：13812345678", "HYPERLINK \"mailto:a@example.com\""])
        #expect(contents.activeParts.isEmpty)
        #expect(
            RichText.contents(of: Array("{\\rtf1{\\object\\objemb{\\*\\objdata 00}}}".utf8)).activeParts == ["object"])
    }

    @Test(
        "text that programs hide is told as hidden",
        arguments: [
            ("甲\\v 13812345678\\v0 乙\\par", ["paragraph 1: 甲乙", "hidden text of paragraph 1: 13812345678"]),
            ("甲{\\v 乙}丙\\par", ["paragraph 1: 甲丙", "hidden text of paragraph 1: 乙"]),
            (
                "{\\v 甲\\par 乙}\\par 丙\\par",
                ["hidden text of paragraph 1: 甲", "hidden text of paragraph 2: 乙", "paragraph 3: 丙"]
            ),
            ("\\v1 甲\\plain 乙\\par", ["paragraph 1: 乙", "hidden text of paragraph 1: 甲"]),
            ("\\viewkind4 甲\\vertalt 乙\\par", ["paragraph 1: 甲乙"]),
        ])
    func hiddenRichText(body: String, expected: [String]) {
        let escaped = body.unicodeScalars.map { $0.isASCII ? String($0) : "\\u\($0.value)?" }.joined()
        let contents = RichText.contents(of: Array("{\\rtf1\\ansi \(escaped)}".utf8))
        #expect(contents.passages.map { "\($0.place.en): \($0.text)" } == expected)
    }

    @Test(
        "characters that HTML and JSON write by their numbers are read as programs show them",
        arguments: [
            ("&#49;&#51;8&#x31;2", "13812"), ("&#49&#51", "13"), ("a &# b &#; &#xZ;", "a &# b &#; &#xZ;"),
            ("&amp;", "&amp;"),
            ("&#1114112;", "&#1114112;"), ("138\\u00312", "13812"), ("\\u0031\\u0033 \\u", "13 \\u"),
            ("\\uD83D\\uDE00", "\\uD83D\\uDE00"), ("\\u12", "\\u12"), ("\\u0026#49;", "1"),
        ])
    func references(text: String, shown: String) {
        #expect(PlainText.unescaped(text) == shown)
    }

    @Test("texts in archives are searched, in archives inside of them too; the next one is told as closed to us")
    func archives() throws {
        let inner = try SampleFiles.zip(files: [("b.txt", [0xFF, 0xFE] + Self.wide("138", isLittle: true))])
        let middle = try SampleFiles.zip(files: [("c.zip", inner), ("d.log", Array("139".utf8))])
        let outer = try SampleFiles.zip(files: [
            ("e.zip", middle), ("f.zip", inner), ("__MACOSX/._f.zip", [0, 5, 0x16, 7, 1]),
            ("g.rar", Array("Rar!\u{1A}\u{7}\0".utf8)),
            ("h.exe", Array("MZ\u{1}".utf8)), ("i.bat", Array("@echo off".utf8)), ("j.html", Array("<html>".utf8)),
            ("k.bin", [0, 1, 2, 3]), ("README", Array("136".utf8)), ("l.docm", try SampleFiles.word("")),
        ])
        let contents = try DocumentReader.contents(of: outer, named: "a.zip")
        let names = contents.passages.filter {
            $0.place.en.hasSuffix("a name in the archive") || $0.place.en.contains("a name in")
        }
        #expect(names.map(\.text).contains("l.docm") && names.map(\.text).contains("d.log"))
        #expect(
            contents.passages.map(\.text).filter { !names.map(\.text).contains($0) }.sorted() == ["136", "138", "139"])
        #expect(contents.opaqueParts == ["c.zip", "g.rar", "k.bin"])
        #expect(contents.activeParts == ["h.exe", "i.bat", "j.html"])
    }

    @Test("the name of a file in an archive, and what stands behind the archive's directory, are searched")
    func namesAndTails() throws {
        let archive = try SampleFiles.zip(files: [("张三13812345678/表.txt", Array("x".utf8))])
        let contents = try DocumentReader.contents(of: archive + Array("尾13912345678".utf8), named: "a.zip")
        #expect(contents.passages.map(\.text).contains("张三13812345678/表.txt"))
        #expect(contents.passages.map(\.text).contains("尾13912345678"))
        let word = try SampleFiles.word("<w:p/>")
        let inWord = try DocumentReader.contents(of: word + Array("尾13912345678".utf8), named: "a.docx")
        #expect(inWord.passages.map(\.text) == ["尾13912345678"])
    }

    @Test("what a photo in RTF says of itself is read, in digits and in bytes")
    func photosInRichText() {
        let photo = SampleFiles.jpeg(exif: SampleFiles.exif(latitude: [30, 15, 42]))
        let digits = photo.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let wrapped = digits.enumerated().map { $0.offset % 60 == 59 ? "\($0.element)\n" : "\($0.element)" }.joined()
        for text in [
            "{\\rtf1{\\pict\\jpegblip\\picw10 \(wrapped)}}",
            "{\\rtf1{\\*\\shppict{\\pict{\\*\\picprop abc}\\jpegblip{\\*\\blipuid 00ff}\(digits.uppercased())}}}",
        ] {
            #expect(RichText.contents(of: Array(text.utf8)).holdsPosition, "\(text.prefix(60))")
        }
        let bytes = Array("{\\rtf1{\\pict\\jpegblip\\bin\(photo.count) ".utf8) + photo + Array("}13812345678}".utf8)
        let contents = RichText.contents(of: bytes)
        #expect(contents.holdsPosition && contents.passages.map(\.text) == ["13812345678"])
        #expect(!RichText.contents(of: Array("{\\rtf1{\\pict 89504e47}}".utf8)).holdsPosition)
    }

    @Test("XML is data only where nothing in it has a meaning to a browser")
    func inertXML() {
        func isInert(_ text: String) -> Bool { XMLPart.isInert(Array(text.utf8)) }
        #expect(isInert("<?xml version=\"1.0\"?><users><user>5A3</user></users>"))
        #expect(isInert("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document/></kml>"))
        #expect(!isInert("<?xml version=\"1.0\"?><x xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script/></x>"))
        #expect(!isInert("<?xml-stylesheet href=\"a.xsl\"?><x/>"))
        #expect(!isInert("<x xmlns=\"http://www.w3.org/2000/svg\"/>") && !isInert("<x xmlns=\"http://example.org/\"/>"))
        #expect(!isInert("<!DOCTYPE x><x/>") && !isInert("<x>"))
    }
}
