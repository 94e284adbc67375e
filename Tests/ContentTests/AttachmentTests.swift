import Rules
import Testing

@testable import Content
@testable import Values

@Suite("Files beside the texts")
struct AttachmentTests {
    private static let phone = "手机：13812345678"

    private static func wide(_ text: String, mark: [UInt8] = [0xFF, 0xFE]) -> [UInt8] {
        mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// The rules that are broken in a file, and whether the site offers it: as it is, or in pictures made of it.
    private func read(_ name: String, _ bytes: [UInt8]) throws -> (rules: [String], isOffered: Bool, isPicture: Bool) {
        let path = "content/notices/\(name)"
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let result = try SiteLoader.load(
            .memory(["site.config": Array(config.utf8), path: bytes]), jobs: 1)
        let file = result.content?.attachments[try #require(SitePath(path))]
        return (
            result.diagnostics.filter { $0.range?.file.path == path }.map(\.rule.name), file != nil,
            file?.picture != nil
        )
    }

    /// A JPEG of one pixel, as far as its header.
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xD9]

    @Test(
        "a picture is a picture whatever its name, and its original is not offered",
        arguments: ["现场.jfif", "a.jpe", "A.JPG", "photo", "a.dat", "a.jif", "a.pjpeg"])
    func pictures(name: String) throws {
        let file = try read(name, Self.jpeg)
        #expect(file.rules == [] && file.isPicture)
    }

    @Test(
        "a picture under the name of another kind is told and not offered",
        arguments: ["a.png", "a.txt", "a.pdf", "a.php.jpg"])
    func liars(name: String) throws {
        let file = try read(name, Self.jpeg)
        #expect(file.rules == [name.contains("php") ? "file/active-content" : "file/kind"] && !file.isOffered)
    }

    @Test("a picture whose name makes servers run it is told by that part of the name")
    func runByServers() throws {
        let path = "content/notices/a.php.jpg"
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let found = try SiteLoader.load(.memory(["site.config": Array(config.utf8), path: Self.jpeg]), jobs: 1)
            .diagnostics
            .filter { $0.range?.file.path == path }
        #expect(found.map(\.message.zh) == ["文件名“a.php.jpg”里有“.php”，有的服务器会把它当作程序运行。"])
    }

    @Test(
        "a picture that no browser shows is told by what it is, not by its name",
        arguments: [("a.bin", "bmp"), ("a.heif", "bmp"), ("a", "bmp"), ("a.bmp", "bmp")])
    func unshowable(name: String, format: String) throws {
        let bitmap =
            Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0] + [UInt8](repeating: 0, count: 40)
        let path = "content/notices/\(name)"
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let found = try SiteLoader.load(.memory(["site.config": Array(config.utf8), path: bitmap]), jobs: 1).diagnostics
            .filter { $0.range?.file.path == path }
        #expect(found.count == 1)
        #expect(
            found.first?.message.zh == "图片格式“\(format)”不能在网页上显示。"
                || found.first?.message.zh == "文件“\(path)”不是 HEIC 照片，而是 BMP 图片。")
    }

    @Test(
        "what nobody sees in the name of a file or folder is told with the name as it is meant",
        arguments: [
            ("\u{202E}txt.exe.txt", "请改名为“txt.exe.txt”。"), ("零\u{200B}宽.txt", "请改名为“零宽.txt”。"),
            ("a\u{FEFF}.txt", "请改名为“a.txt”。"), ("⽤户.txt", "请改名为“用户.txt”。"), ("表\u{2066}/a.txt", "请改名为“表”。"),
        ])
    func hiddenInNames(name: String, help: String) throws {
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let found = try SiteLoader.load(
            .memory(["site.config": Array(config.utf8), "content/notices/\(name)": Array("x".utf8)]), jobs: 1
        ).diagnostics.filter { $0.rule == .hiddenInValue }
        #expect(found.map(\.help?.zh) == [help] && found.allSatisfy { $0.replacement == nil })
    }

    @Test("emoji, letters of other scripts and ideographic spaces may stand in names")
    func ordinaryNames() throws {
        for name in ["😀👩‍👩‍👧.txt", "é.txt", "ⅲ类.txt", "全角　空格.txt", "（一）.txt"] {
            #expect(try read(name, Array("x".utf8)).rules == [], "\(name)")
        }
    }

    @Test("a number in the name of a folder is one finding, however many files are in it")
    func folders() throws {
        let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
        let result = try SiteLoader.load(
            .memory([
                "site.config": Array(config.utf8), "content/notices/张三13812345678/a.txt": Array("x".utf8),
                "content/notices/张三13812345678/b.txt": Array("x".utf8),
            ]), jobs: 1)
        let found = Set(result.diagnostics.filter { $0.rule.name == "privacy/mobile" })
        #expect(found.map(\.message.zh) == ["文件夹名里像是手机号码。"])
    }

    @Test(
        "a number is found in texts of any ending and encoding",
        arguments: [
            ("a.txt", Array(phone.utf8)), ("a.text", Array(phone.utf8)), ("a.log", Array(phone.utf8)),
            ("LIST", Array(phone.utf8)),
            ("a.txt", wide(phone)), ("a.csv", wide(phone, mark: [])), ("a.rtf", Array("{\\rtf1 138\\b 12345678}".utf8)),
            ("a.doc", Array("{\\rtf1\\u25163?13812345678}".utf8)), ("a.md.txt", Array("&#49;3812345678".utf8)),
            ("a.json", [0xCA, 0xD6, 0xBB, 0xFA] + Array(" 13812345678".utf8)),
        ] as [(String, [UInt8])])
    func numbers(name: String, bytes: [UInt8]) throws {
        let file = try read(name, bytes)
        #expect(file.rules == ["privacy/mobile"] && file.isOffered)
    }

    @Test(
        "what is on no list is not offered",
        arguments: [
            "a.shtml", "a.php", "a.hta", "a.url", "a.jsp", "a.cgi", "a.xsl", "a.scr", "a.html", "a.xhtml", "a.svg.php",
            "a.htaccess",
            "a.js", "a.css", "a.vcf", "web.config",
        ])
    func unlisted(name: String) throws {
        let file = try read(name, Array("文字\n".utf8))
        #expect(file.rules == ["file/active-content"] && !file.isOffered)
    }

    @Test("files that run, pages in XML and packed drawings are not offered, whatever their names")
    func active() throws {
        let page = "<?xml version=\"1.0\"?><x xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>1</h:script></x>"
        #expect(try read("a.xml", Array(page.utf8)).rules == ["file/active-content"])
        #expect(try read("a.xml", Array("<?xml version=\"1.0\"?><a/>".utf8)).isOffered)
        #expect(try !read("a.svg", Array("<g xmlns=\"http://www.w3.org/2000/svg\" onload=\"1\"/>".utf8)).isOffered)
        #expect(try read("a.xml", Array("没有标签".utf8)).rules == ["file/active-content"])
        #expect(try read("a.exe", Array("MZ\u{1}".utf8)).rules == ["file/active-content"])
        #expect(try read("a.bin", Array("MZ\u{1}".utf8)).rules == ["file/active-content"])
        #expect(try read("a.pdf", Array("MZ\u{1}".utf8)).rules == ["file/kind"])
        #expect(try !read("a.svgz", [0x1F, 0x8B, 8, 0, 0, 0]).isOffered)
        #expect(try read("a.bin", [0, 1, 2, 3, 4, 5]).rules == ["file/active-content"])
    }

    @Test("a document that is cut off is damaged; an archive under its name is another kind")
    func archives() throws {
        #expect(try read("a.docx", [0x50, 0x4B, 3, 4] + Array("cut off".utf8)).rules == ["file/damaged"])
        #expect(try read("a.zip", [0x50, 0x4B, 3, 4] + Array("cut off".utf8)).rules == ["file/damaged"])
        // An archive without files.
        let empty: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        #expect(try read("a.docx", empty).rules == ["file/kind"] && read("a.zip", empty).rules.isEmpty)
    }

    @Test("of many parts that run ten are named, and how many more there are is said")
    func manyParts() throws {
        for (count, told) in [(10, 10), (11, 11), (14, 11)] {
            let text = "{\\rtf1 " + String(repeating: "{\\object x}", count: count) + "}"
            let path = "content/notices/a.rtf"
            let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\n"
            let found = try SiteLoader.load(
                .memory(["site.config": Array(config.utf8), path: Array(text.utf8)]), jobs: 1
            ).diagnostics.filter { $0.range?.file.path == path }
            #expect(found.count == told && found.reduce(0) { $0 + $1.count } == count)
            #expect(count == 10 || found.last?.message.zh == "这个文件里这样的内容还有 \(count - 10) 个，没有逐个列出。")
        }
    }

    @Test("what cannot be looked into says so")
    func opaque() throws {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
        #expect(try read("a.doc", old).rules == ["file/opaque"])
        #expect(try read("a.docx", old).rules == ["file/kind"])
        #expect(try read("a.docx", old + Self.wide("EncryptedPackage", mark: [])).rules == ["file/damaged"])
        #expect(try read("a.xls", old + Self.wide("_VBA_PROJECT", mark: [])).rules == ["file/macros"])
        #expect(try read("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]).rules == ["file/opaque"])
        #expect(try read("a.rar", Array("Rar!\u{1A}\u{7}\0".utf8)).rules == ["file/opaque"])
    }
}
