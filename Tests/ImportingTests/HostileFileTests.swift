import Foundation
import Importing
import Testing

@testable import Forms

@Suite("Hostile files handed in as forms")
struct HostileFileTests {
    private static func document(_ head: String, _ body: String = "<w:p/>") -> String {
        "\(head)<w:document \(HandedIn.word)><w:body>\(body)</w:body></w:document>"
    }

    private static func laughs() -> String {
        var entities = "<!ENTITY a0 \"ha\">"
        for level in 1...9 {
            entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        return "<?xml version=\"1.0\"?><!DOCTYPE d [\(entities)]>"
    }

    /// Each kind with the word that its message has to have.
    private static func kinds() throws -> [(name: String, bytes: [UInt8], word: String)] {
        let plain = try HandedIn.file(HandedIn.paragraph("班组名称"))
        let outside = "file:///etc/hostname"
        var kinds: [(String, [UInt8], String)] = [
            ("empty", [], "空"), ("text", Array("hello".utf8), "Word"),
            ("old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600), ".doc"),
            ("large", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 11 << 20), "10 MB"),
            ("cut off", Array(plain.prefix(plain.count / 2)), "打不开"),
            ("laughs", try HandedIn.package(document: document(laughs())), "文档类型"),
            (
                "external entity",
                try HandedIn.package(
                    document: document(
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"\(outside)\">]>", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")),
                "文档类型"
            ),
            ("deep", try HandedIn.file(String(repeating: "<w:p>", count: 5000)), "嵌套"),
            ("not well formed", try HandedIn.file("<w:p>"), "XML"),
            ("macros", try HandedIn.package(document: document(""), type: "document.macroEnabled.main"), "宏"),
            ("template", try HandedIn.package(document: document(""), type: "template.main"), "模板"),
            ("macro part", try HandedIn.file("", parts: [("word/vbaProject.bin", [1])]), "宏"),
            ("name outside", try HandedIn.file("", parts: [("../../evil.txt", [1])]), "外面"),
            ("absolute name", try HandedIn.file("", parts: [("/etc/evil", [1])]), "外面"),
            ("backslash", try HandedIn.file("", parts: [("word\\evil", [1])]), "外面"),
            ("twin", try HandedIn.file("", parts: [("WORD/document.xml", [1])]), "两次"),
            ("many", try HandedIn.file("", parts: (0..<600).map { ("p/\($0)", [1]) }), "文件"),
            ("bomb", try HandedIn.package(document: document("", String(repeating: "<w:p/>", count: 3_000_000))), "过大"),
            ("document type in UTF-16", try utf16(), "文档类型"),
            (
                "spreadsheet",
                try HandedIn.package(document: document(""), type: "sheet.main").replacing(
                    "wordprocessingml", "spreadsheetml"), "Word"
            ),
            ("controls", try HandedIn.file("<w:p>" + String(repeating: "<w:sdt/>", count: 6000) + "</w:p>"), "控件"),
            ("other form", try HandedIn.file(HandedIn.paragraph("会议纪要")), "认不出"),
            (
                "target outside",
                try ZIPWriter.bytes(of: [
                    (
                        "[Content_Types].xml",
                        Array(
                            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                                .utf8)
                    ),
                    (
                        "_rels/.rels",
                        Array(
                            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"../../../etc/hostname\"/></Relationships>"
                                .utf8)
                    ),
                ]), "Word"
            ),
        ]
        // Cut off at every length: the list of an archive's files is at its end.
        for part in 1...80 {
            kinds.append(("cut off at \(part)/81", Array(plain.prefix(plain.count * part / 81)), "打不开"))
        }
        // Bytes that were changed on the way: each either reads or is one clear message.
        for seed in 0..<80 {
            var bytes = plain
            for step in 0..<12 {
                bytes[(seed * 7919 + step * 104_729) % bytes.count] = UInt8((seed * 31 + step * 17) & 0xFF)
            }
            kinds.append(("changed \(seed)", bytes, ""))
        }
        return kinds
    }

    private static func utf16() throws -> [UInt8] {
        let text = document("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE w>")
        var units: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { units += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        return try ZIPWriter.bytes(of: [
            (
                "[Content_Types].xml",
                Array(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                        .utf8)
            ),
            (
                "_rels/.rels",
                Array(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                        .utf8)
            ),
            ("word/document.xml", units),
        ])
    }

    @Test("each ends with one clear message")
    func messages() throws {
        let kinds = try Self.kinds()
        var problems = 0
        for kind in kinds {
            do {
                _ = try FilledForm(kind.bytes, forms: [HandedIn.form])
                #expect(kind.word.isEmpty, "\(kind.name) was read")
            } catch let problem as FilledFormProblem {
                problems += 1
                #expect(
                    kind.word.isEmpty || problem.message.zh.contains(kind.word), "\(kind.name): \(problem.message.zh)")
                #expect(!problem.message.en.isEmpty)
            }
        }
        #expect(problems >= 100)
    }

    @Test("what a file refers to outside itself is not looked at")
    func external() throws {
        let relation =
            "<Relationship Id=\"p\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://127.0.0.1:9/x.png\" TargetMode=\"External\"/>"
            + "<Relationship Id=\"q\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"file:///etc/hostname\"/>"
        let body =
            HandedIn.paragraph("班组简介") + "<w:p><w:r><a:blip r:embed=\"p\"/><a:blip r:embed=\"q\"/></w:r></w:p>"
            + HandedIn.paragraph("表格编号：application/2024")
        let form = try FilledForm(HandedIn.file(body, relations: relation), forms: [HandedIn.form])
        #expect(FormDraft(form, contacts: .init([])).pictures.isEmpty)
    }
}

extension [UInt8] {
    /// The bytes of an archive whose content types say something else; stored anew, so that checksums hold.
    fileprivate func replacing(_ old: String, _ new: String) throws -> [UInt8] {
        try HandedIn.repacked(self) { name, bytes in
            name == "[Content_Types].xml"
                ? Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8) : bytes
        }
    }
}
