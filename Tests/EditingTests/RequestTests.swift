import Documents
import Testing
import Text
import Values

@testable import Editing
@testable import Fields

@Suite("Edits that a browser asks for")
struct RequestTests {
    private static let path = "content/awards/2020/js-002.md"

    private func document(_ fields: String, _ language: SiteLanguage = .chinese) throws -> EditableDocument {
        try EditableDocument(
            path: Self.path, bytes: Array("---\n\(fields)\n---\n\n正文😀。\n第二行。\n".utf8), language: language)
    }

    private func fields(_ text: String, _ requests: JSONValue..., language: SiteLanguage = .chinese) throws -> String {
        let document = try document(text, language).applying(requests: requests)
        return String(decoding: document.file.bytes[document.fields].dropLast(), as: UTF8.self)
    }

    @Test("values come and go as the type of their field has them")
    func values() throws {
        let text =
            "标题: 甲\ndraft: 是\nteam_kind: crew\nestablished: 2012-02-21\nworks: 道路\n培训: {rate: 100, pass: 98.2}\nindicators:\n  - name: 平整度\n    after: \"0.96\"\n    better: lower\n"
        let document = try document(text)
        func json(_ path: DocumentValue.Step...) -> JSONValue { document.json(at: path) }
        #expect(json(.field("title")) == "甲" && json(.field("draft")) == .bool(true))
        #expect(json(.field("team_kind")) == "crew" && json(.field("works")) == ["道路"])
        #expect(
            json(.field("training")) == .object([.init("rate", .integer(100)), .init("pass", .number(98.2))]))
        #expect(json(.field("indicators"), .item(0), .field("after")) == .number(0.96))
        #expect(json(.field("consent")) == .null && json(.field("established")) == "2012-02-21")
    }

    @Test("what says the same as the file changes nothing, whatever its words")
    func unchanged() throws {
        let text =
            "title: '甲'\ndraft: 是\nteam_kind: crew\nworks: 道路\ntraining: {rate: 100.0, pass: \"98.2\"}\nindicators:\n- {name: a, after: 1, better: 越低越好}"
        let document = try document(text)
        for field in ContentPaths.all {
            let path: JSONValue = [.string(field)]
            let same = document.json(at: [.field(field)])
            let result = try document.applying(requests: [["op": "set", "field": path, "value": same]])
            #expect(result.bytes == document.bytes, "\(field)")
        }
    }

    private enum ContentPaths {
        static let all = ["title", "draft", "team_kind", "works", "training", "indicators", "photos"]
    }

    @Test("numbers, days and words are written as they are meant; what is not understood as it was typed")
    func coding() throws {
        let text = "title: 甲"
        func set(_ field: JSONValue, _ value: JSONValue, _ language: SiteLanguage = .chinese) throws -> String {
            String(
                try fields(text, ["op": "set", "field": field, "value": value], language: language)
                    .dropFirst("title: 甲\n".count))
        }
        #expect(try set(["established"], "2012年2月21日") == "成立时间: 2012-02-21")
        #expect(try set(["established"], "大约2012年") == "成立时间: 大约2012年")
        #expect(try set(["team_kind"], "crew") == "类型: 班组" && set(["team_kind"], "crew", .english) == "team_kind: crew")
        #expect(try set(["draft"], .bool(true)) == "" || set(["draft"], .bool(true)) == "草稿: true")
        #expect(try set(["accidents"], .integer(0)) == "近三年事故: 0" && set(["accidents"], "０") == "近三年事故: 0")
        #expect(try set(["training", "rate"], .number(98.5)) == "培训:\n  培训率: 98.5")
        #expect(try set(["training", "rate"], "98.5%") == "培训:\n  培训率: 98.5")
        #expect(try set(["methods"], ["QC小组", "", "控制图"]) == "工具方法: [QC小组, 控制图]")
        #expect(try set(["methods"], []) == "" && set(["methods"], .null) == "")
        #expect(try set(["summary"], "第一行\r\n第二行\n") == "摘要: |-\n  第一行\n  第二行")
        #expect(
            try set(["indicators"], [["name": "平整度", "after": .number(0.96), "better": "lower", "unit": ""]])
                == "指标:\n  - 名称: 平整度\n    改进后: 0.96\n    方向: 越低越好")
        #expect(throws: EditRefusal.self) { try set(["indicators"], "x") }
        #expect(throws: EditRefusal.self) { try set(["title"], ["x": "y"]) }
    }

    @Test("edits of lists and records follow each other")
    func lists() throws {
        let text = "indicators:\n  - name: a\n    better: lower\n  - name: b\n    better: higher"
        #expect(
            try fields(
                text,
                ["op": "add", "field": ["indicators"], "value": ["name": "c", "better": "higher"], "to": .integer(0)],
                ["op": "set", "field": ["indicators", .integer(1), "name"], "value": "A"],
                ["op": "move", "field": ["indicators", .integer(0)], "to": .integer(2)],
                ["op": "remove", "field": ["指标", .integer(1)]],
                ["op": "clear", "field": ["indicators", .integer(0), "better"]], language: .english)
                == "indicators:\n  - name: A\n  - name: c\n    better: higher")
        #expect(throws: EditRefusal.self) {
            try fields(text, ["op": "move", "field": ["indicators", .integer(0)], "to": .integer(9)])
        }
        #expect(throws: EditRefusal.self) { try fields(text, ["op": "jump", "field": ["title"]]) }
    }

    @Test(
        "places in UTF-16 units are bytes of the file, with any line ends and byte order marks",
        arguments: ["\n", "\r\n", "\r"])
    func places(end: String) throws {
        let text = "\u{FEFF}甲😀" + end + "b" + end + end + "é"
        let places = TextPlaces(Array(text.utf8))
        #expect(places.text == "甲😀\nb\n\né" && places.unitCount == places.text.utf16.count)
        for (unit, offset) in zip(places.text.utf16.indices, 0...) {
            let byte = places.byte(ofUnit: offset)
            guard unit.samePosition(in: places.text.unicodeScalars) != nil else {
                #expect(byte == nil)
                continue
            }
            let found = try #require(byte)
            #expect(places.unit(ofByte: found) == offset)
            #expect(
                LineEnds.unified(String(decoding: Array(text.utf8)[found...], as: UTF8.self)) == places.text[unit...])
        }
        #expect(
            places.byte(ofUnit: places.unitCount) == text.utf8.count && places.byte(ofUnit: places.unitCount + 1) == nil
        )
        #expect(places.bytes(ofUnits: 1, 3) == 6..<10 && places.bytes(ofUnits: 3, 1) == nil)
    }

    @Test("a text edit counts in the text of JavaScript")
    func texts() throws {
        let document = try document("title: 甲")
        let text = TextPlaces(document.file.bytes).text
        let start = try #require(text.utf16.firstIndex(of: "第".utf16.first ?? 0))
        let offset = text.utf16.distance(from: text.startIndex, to: start)
        let result = try document.applying(requests: [
            ["op": "text", "start": .integer(offset), "end": .integer(offset + 2), "text": "😀\n"],
            ["op": "set", "field": ["title"], "value": "乙"],
        ])
        #expect(String(decoding: result.bytes, as: UTF8.self) == "---\ntitle: 乙\n---\n\n正文😀。\n😀\n行。\n")
        #expect(throws: EditRefusal.self) {
            try document.applying(requests: [["op": "text", "start": .integer(0), "end": .integer(9999), "text": ""]])
        }
    }

    @Test(
        "a whole text from a browser leaves lines as they are stored that it does not change",
        arguments: [
            ("\u{FEFF}a\r\nb\nc\r\n", "a\nB\nc\n", "\u{FEFF}a\r\nB\r\nc\r\n"), ("a\nb", "a\nb\n", "a\nb\n"),
            ("a\nb\n", "a\nb", "a\nb"),
            ("a\r\nb", "a\nb\nc", "a\r\nb\r\nc"), ("", "a\n", "a\n"), ("a\n", "", ""), ("a\rb\rc", "a\nc", "a\rc"),
            ("a\nb\r\nc\n", "x\na\nb\nc\ny\n", "x\na\nb\r\nc\ny\n"), ("a\n", "a\n", "a\n"),
        ])
    func wholeTexts(old: String, new: String, wanted: String) throws {
        let stored = try #require(EncodedText(Array(old.utf8)))
        #expect(
            String(decoding: try stored.replacingText(with: new).bytes, as: UTF8.self).unicodeScalars.elementsEqual(
                wanted.unicodeScalars))
    }
}
