import Testing

@testable import Documents

@Suite("Kinds of files")
struct FileKindTests {
    /// A box of the ISO base media file format.
    static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let size = content.count + 8
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
            + name.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + content
    }

    private static func film(_ brand: String, _ moov: [UInt8]) -> [UInt8] {
        box("ftyp", Array("\(brand)\0\0\0\0".utf8)) + box("mdat", [1, 2, 3]) + box("moov", moov)
    }

    @Test("a file is known by its bytes")
    func signatures() throws {
        let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]
        #expect(FileKind(SampleFiles.jpeg()) == .jpeg)
        #expect(FileKind(Array("GIF89a12345678".utf8)) == .gif)
        #expect(
            FileKind(SampleFiles.pdf("x")) == .pdf && FileKind(Array("\n\u{FEFF}".utf8) + SampleFiles.pdf("x")) == .pdf)
        #expect(FileKind(try SampleFiles.word("")) == .docx)
        #expect(FileKind(try SampleFiles.zip([("word/document2.xml", "<a/>"), ("[Content_Types].xml", "")])) == .docx)
        #expect(FileKind(try SampleFiles.zip([("xl/workbook.xml", "")])) == .xlsx)
        let ods = "application/vnd.oasis.opendocument.spreadsheet"
        #expect(FileKind(try SampleFiles.zip([("mimetype", ods), ("content.xml", "")])) == .ods)
        #expect(FileKind(try SampleFiles.zip([("a.txt", "x")])) == .zip)
        #expect(FileKind(Array("{\\rtf1 x}".utf8)) == .rtf)
        #expect(FileKind(gzip) == .gzip && FileKind(Array("MZ\u{1}".utf8)) == .program)
        #expect(FileKind(Array("#!/bin/sh\n".utf8)) == .program)
        #expect(FileKind(Self.film("isom", [])) == .mp4 && FileKind(Self.film("qt  ", [])) == .quickTime)
        #expect(FileKind(Self.film("heic", [])) == .heic)
        #expect(FileKind(Array("BM 是班组的缩写".utf8)) == .text)
        #expect(FileKind([0, 1, 2, 3, 0, 0]) == .unknown)
    }

    @Test(
        "markup is known for what a browser would make of it, in any encoding",
        arguments: [
            ("\u{FEFF} <?xml version=\"1.0\"?><!-- a --><s:svg xmlns:s=\"x\"/>", FileKind.svg),
            ("<!DOCTYPE svg PUBLIC \"-//W3C\" \"x\" [<!ENTITY a \"b>\">]>\n<svg/>", .svg),
            ("<?xml version=\"1.0\"?><x/>", .xml), ("<!doctype HTML><title>", .html), ("\n<Script>", .html),
            ("<html>", .html), ("<?xml version='1.0'?><h:html xmlns:h='x'/>", .html), ("<班组> 名单", .text),
            ("a < b", .text), ("<< 上一页", .text),
        ])
    func markup(text: String, kind: FileKind) {
        #expect(FileKind(Array(text.utf8)) == kind)
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(FileKind([0xFF, 0xFE] + wide) == kind)
    }

    @Test("the name of a file is compared with its kind")
    func names() {
        for name in ["现场.jfif", "a.jpe", "A.JPG", "现场", "a.dat", "a.jif"] {
            #expect(FileKind.jpeg.match(name) == .right, "\(name)")
        }
        #expect(FileKind.jpeg.match("a.png") == .promises(.png))
        #expect(FileKind.jpeg.match("a.txt") == .promises(.text))
        // Books and apps are archives.
        #expect(["a.epub", "a.apk", "a.kmz", "a.key"].allSatisfy { FileKind.zip.match($0) == .unlisted })
        #expect(FileKind.zip.match("a") == .misnamed)
        #expect(FileKind.pdf.match("a") == .misnamed && FileKind.pdf.match("a.PDF") == .right)
        #expect(FileKind.rtf.match("a.doc") == .right && FileKind.text.match("a.doc") == .promises(.oldOffice))
        #expect(FileKind.text.match("README") == .right && FileKind.text.match("a.wps") == .right)
        for name in ["a.php", "a.shtml", "a.hta", "a.url", "a.svgz", "a.php.txt", "a.bat", "a.html", "a.xsl", "a.scr"] {
            #expect(FileKind.text.match(name) == .unlisted, "\(name)")
        }
        #expect(FileKind.program.match("a.exe") == .unlisted && FileKind.program.match("a.pdf") == .promises(.pdf))
        #expect(FileKind.html.match("a.xhtml") == .unlisted && FileKind.unknown.match("a.bin") == .unlisted)
        #expect(FileKind.gzip.match("a.svgz") == .unlisted)
    }

    @Test(
        "the position of a film is found",
        arguments: [
            box("udta", box("©xyz", Array("\0\0+30.2741+120.1551/".utf8))),
            box("udta", box("loci", [0, 0, 0, 0])),
            box("meta", box("keys", Array("mdtacom.apple.quicktime.location.ISO6709".utf8))),
            box("trak", box("udta", box("©xyz", [1]))),
        ])
    func films(moov: [UInt8]) throws {
        for brand in ["isom", "qt  "] {
            #expect(try DocumentReader.contents(of: Self.film(brand, moov), named: "a.mp4").holdsPosition)
        }
        #expect(try !DocumentReader.contents(of: Self.film("isom", Self.box("udta", [])), named: "a.mp4").holdsPosition)
    }

    @Test("positions are found in TIFF, HEIC and GIF as in JPEG, and in pictures of any ending inside documents")
    func positions() throws {
        let exif = SampleFiles.exif(latitude: [30, 15, 42])
        let heic = Self.box("ftyp", Array("heic\0\0\0\0".utf8)) + Self.box("mdat", Array("Exif\0\0".utf8) + exif)
        let xmp = Array("\u{B}XMP DataXMP<x a=\"GPSLatitude\"/>".utf8)
        let gif = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFF] + xmp + [0, 0x3B]
        for bytes in [exif, heic, gif] {
            #expect(try DocumentReader.contents(of: bytes, named: "a").holdsPosition)
            let word = try SampleFiles.zip(files: [
                ("word/document.xml", Array("<w/>".utf8)), ("word/media/image1.tmp", bytes),
            ])
            #expect(try DocumentReader.contents(of: word, named: "a.docx").holdsPosition)
        }
    }

    @Test("what begins as a page is one, though a PDF file begins behind it")
    func pagesBeforeDocuments() {
        for beginning in ["<html>", "\n<!doctype html>", "<?xml version=\"1.0\"?><svg/>", "<!-- a --><script>"] {
            let kind = FileKind(Array(beginning.utf8) + SampleFiles.pdf("x"))
            #expect(kind != .pdf && kind.treatment != .opaque, "\(beginning)")
        }
        for beginning in ["\u{1B}%-12345X@PJL\n", "Content-Type: a\n\n", "\0\0"] {
            #expect(FileKind(Array(beginning.utf8) + SampleFiles.pdf("x")) == .pdf, "\(beginning)")
        }
    }

    @Test("a position in a film whose boxes are cut off is found")
    func cutFilms() throws {
        let whole = Self.film("isom", Self.box("udta", Self.box("©xyz", Array("\0\0+30.2741+120.1551/".utf8))))
        for cut in 1...12 {
            #expect(try DocumentReader.contents(of: whole.dropLast(cut), named: "a.mp4").holdsPosition, "\(cut)")
        }
    }

    @Test("what stands behind the end of a GIF is searched, and one without a picture is damaged")
    func tails() throws {
        let header = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 1, 1, 1]
        let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
        let contents = try DocumentReader.contents(
            of: header + picture + [0x3B] + Array("\n13812345678".utf8), named: "a.gif")
        #expect(contents.passages.contains { $0.text.contains("13812345678") })
        #expect(
            try DocumentReader.contents(of: header + picture + [0x3B], named: "a.gif").passages.allSatisfy {
                $0.text.isEmpty
            })
        for count in [6, 10, 13] {
            #expect(throws: DocumentProblem.self) {
                try DocumentReader.contents(of: Array(header.prefix(count)), named: "a.gif")
            }
        }
    }

    @Test("files of any kind with bytes changed never stop the program")
    func mutations() {
        let wholes = [
            Self.film("isom", Self.box("udta", Self.box("©xyz", [1, 2]))), SampleFiles.jpeg(comment: "abc"),
            Array("{\\rtf1\\ansi\\ansicpg936 {\\info{\\author A}}\\u20013?\\'d6\\'d0 13812345678\\par}".utf8),
            Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0x21, 0xFE, 2, 65, 66, 0, 0x2C], Array("文字 &#49; a".utf8),
        ]
        for (index, whole) in wholes.enumerated() {
            for seed in 0..<400 {
                var bytes = whole
                for step in 0...(seed % 5) {
                    bytes[(seed * 7919 + step * 104_729 + index) % bytes.count] = UInt8(
                        truncatingIfNeeded: seed * 37 + step * 101)
                }
                if seed % 3 == 0 { bytes.removeLast(seed % bytes.count) }
                do { _ = try DocumentReader.contents(of: bytes, named: "a") } catch {
                    #expect(error is DocumentProblem)
                }
            }
        }
    }
}
