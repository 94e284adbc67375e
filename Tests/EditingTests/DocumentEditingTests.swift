import Diagnostics
import Testing
import Values

@testable import Editing
@testable import Fields

@Suite("Editing the fields of a file")
struct DocumentEditingTests {
    private static let notice = "content/notices/call.md"
    private static let team = "content/awards/2020/js-002.md"
    private static let enterprises = "content/enterprises.yaml"

    private func document(
        _ text: String, at path: String = notice, _ language: SiteLanguage = .english
    ) throws -> EditableDocument {
        try EditableDocument(path: path, bytes: Array(text.utf8), language: language)
    }

    private func edited(
        _ text: String, _ edits: [DocumentEdit], at path: String = notice, _ language: SiteLanguage = .english
    ) throws -> String {
        String(decoding: try document(text, at: path, language).applying(edits).bytes, as: UTF8.self)
    }

    /// What an edit makes of the fields of a notice.
    private func fields(_ text: String, _ edits: DocumentEdit..., language: SiteLanguage = .english) throws -> String {
        let result = try edited("---\n\(text)\n---\n\nBody.\n", edits, language)
        #expect(result.hasSuffix("\n---\n\nBody.\n"))
        return String(result.dropFirst(4).dropLast("\n---\n\nBody.\n".count))
    }

    private func refusal(_ text: String, _ edits: DocumentEdit..., at path: String = notice) -> EditRefusal.Reason? {
        do {
            _ = try edited(text, edits, at: path)
            return nil
        } catch {
            return (error as? EditRefusal)?.reason
        }
    }

    // MARK: Values

    struct Case: CustomTestStringConvertible, Sendable {
        let before: String
        let value: String
        let after: String
        var testDescription: String { "\(before) → \(after)" }
    }

    @Test(
        "a value takes the place of another, and nothing else of its line changes",
        arguments: [
            Case(before: "title: Old", value: "New", after: "title: New"),
            Case(before: "title:   Old   # remark", value: "New", after: "title:   New   # remark"),
            Case(before: "title: 'Old' # remark", value: "New: more", after: "title: 'New: more' # remark"),
            Case(before: "title: \"Old\"", value: "New: more", after: "title: \"New: more\""),
            Case(before: "标题: 旧", value: "新", after: "标题: 新"),
            Case(before: "\"title\": Old", value: "New", after: "\"title\": New"),
            Case(before: "title:", value: "New", after: "title: New"),
            Case(before: "title: # remark", value: "New", after: "title: New # remark"),
            Case(before: "title: ~ # remark", value: "New", after: "title: New # remark"),
            Case(before: "title: Old text\n  on two lines # remark", value: "New", after: "title: New # remark"),
            Case(before: "title: \"Old text\n  on two lines\"", value: "New", after: "title: New"),
            Case(before: "title:\n  Old # remark", value: "New", after: "title:\n  New # remark"),
            Case(before: "title: |-\n  Old\n  text", value: "New", after: "title: New"),
            Case(before: "title: >- # remark\n  Old\n  text", value: "New", after: "title: New # remark"),
            Case(before: "title: |\n  Old\n\n", value: "New", after: "title: New\n\n"),
            Case(before: "title: Old # remark", value: "a\nb", after: "title: |- # remark\n  a\n  b"),
            Case(before: "title: |-\n  a\n  b", value: "a\n\nc", after: "title: |-\n  a\n\n  c"),
            Case(before: "title: 东区 #2 泵站", value: "西区 #3 泵站", after: "title: \"西区 #3 泵站\""),
            Case(before: "{title: Old, summary: x}", value: "a, b", after: "{title: \"a, b\", summary: x}"),
        ])
    func replacing(example: Case) throws {
        #expect(try fields(example.before, .set([.field("title")], .text(example.value))) == example.after)
    }

    @Test(
        "a text is written without quotes where it reads back the same, and else in the simplest",
        arguments: [
            ("plain text", "plain text"), ("全角：冒号", "全角：冒号"), ("http://a.example/x#y", "http://a.example/x#y"),
            ("-5 degrees", "-5 degrees"), ("a - b", "a - b"), ("it's", "it's"), ("50%", "50%"), ("a, b", "a, b"),
            ("a: b", "\"a: b\""), ("a:", "\"a:\""), ("a #b", "\"a #b\""), ("#b", "\"#b\""), ("- a", "\"- a\""),
            ("-", "\"-\""),
            ("? a", "\"? a\""), ("*a", "\"*a\""), ("&a", "\"&a\""), ("!a", "\"!a\""), ("%a", "\"%a\""),
            ("@a", "\"@a\""),
            ("[a]", "\"[a]\""), ("{a}", "\"{a}\""), ("|", "\"|\""), (">", "\">\""), ("'a'", "\"'a'\""),
            ("\"a\"", "'\"a\"'"), ("\"it's\"", "'\"it''s\"'"), ("a\\b", "a\\b"), ("\\", "\\"), ("null", "\"null\""),
            ("~", "\"~\""), ("true", "\"true\""), ("No", "\"No\""), ("2020", "\"2020\""),
            ("2020-05-15", "\"2020-05-15\""),
            ("1e3", "\"1e3\""), (".5", "\".5\""), ("“引号”开头", "\"“引号”开头\""), (" a", "\" a\""), ("a ", "\"a \""),
            ("---", "\"---\""), ("...", "\"...\""), ("<<", "\"<<\""), ("a\tb", "\"a\\tb\""),
            ("a\u{2028}b", "\"a\\u2028b\""),
            ("a\u{FEFF}b", "\"a\\uFEFFb\""), ("a\u{0}b", "\"a\\u0000b\""), ("\u{85}", "\"\\u0085\""), ("😀", "😀"),
            (" a\nb", "\" a\\nb\""), ("a\nb\n\n", "\"a\\nb\\n\\n\""), ("a\nb\n", "|\n  a\n  b"), ("\n", "\"\\n\""),
            ("a\n b", "|-\n  a\n   b"), ("a\n# b", "|-\n  a\n  # b"), ("a\n---\nb", "|-\n  a\n  ---\n  b"),
        ])
    func scalars(text: String, written: String) throws {
        #expect(try fields("title: Old", .set([.field("title")], .text(text))) == "title: " + written)
    }

    @Test("days, numbers and words of fields that hold such stand without quotes")
    func plainTypes() throws {
        let text = "title: A\ndate: \"2020-01-01\"\nkind: 'other'\nedition: 2020"
        let result = try fields(
            text, .set([.field("date")], .text("2021-05-15")), .set([.field("kind")], .text("call")),
            .set([.field("edition")], .text("2021")))
        #expect(result == "title: A\ndate: 2021-05-15\nkind: call\nedition: 2021")
        #expect(try fields("title: 2020", .set([.field("title")], .text("2021"))) == "title: 2021")
    }

    // MARK: Fields

    @Test("a new field comes to its place in the declared order, under the name of the site's language")
    func newFields() throws {
        let text = "title: A\n# about the day\ndate: 2020-01-01 # remark\n\nkind: call"
        #expect(
            try fields(text, .set([.field("summary")], .text("S")), language: .chinese)
                == "title: A\n摘要: S\n# about the day\ndate: 2020-01-01 # remark\n\nkind: call")
        #expect(
            try fields(text, .set([.field("edition")], .text("2020")))
                == text + "\nedition: 2020")
        #expect(
            try fields("# head\n\n# about\ndate: 2020-01-01", .set([.field("title")], .text("A")))
                == "# head\n\ntitle: A\n# about\ndate: 2020-01-01")
        #expect(try fields("", .set([.field("title")], .text("A"))) == "\ntitle: A")
        #expect(
            try fields("{title: A, kind: call}", .set([.field("date")], .text("2020-01-01")))
                == "{title: A, date: 2020-01-01, kind: call}")
        #expect(
            try edited("---\n---\n", [.set([.field("title")], .text("A"))]) == "---\ntitle: A\n---\n")
    }

    @Test("a new field stands below the remark that shows it, as new files have it")
    func examples() throws {
        let text =
            "# Title.\ntitle: A\n\n# Old addresses.\n#aliases: [/old/]\n\n# Summary.\n#summary: Text\n\n# Day.\ndate: 2020-01-01"
        #expect(
            try fields(text, .set([.field("summary")], .text("S")))
                == text.replacing("#summary: Text\n", with: "#summary: Text\nsummary: S\n"))
        let nested = "title: A\n#publicity:\n#  from: 2020-01-01  # x\n#  to: 2020-01-02\nyear: 2020"
        let result = try edited(
            "---\n\(nested)\n---\n",
            [.set([.field("publicity"), .field("contact")], .text("Office"))], at: "content/awards/2020/index.md")
        #expect(
            result
                == "---\n\(nested.replacing("\nyear", with: "\npublicity:\n  contact: Office\nyear"))\n---\n")
    }

    @Test("a field goes with its lines, the remark of the next one stays; a record goes with its last field")
    func clearing() throws {
        let text = "title: A\nsummary: |-\n  a\n  b\n# about the day\ndate: 2020-01-01 # remark\nkind: call"
        #expect(
            try fields(text, .clear([.field("summary")]))
                == "title: A\n# about the day\ndate: 2020-01-01 # remark\nkind: call")
        #expect(try fields(text, .clear([.field("edition")])) == text)
        #expect(try fields("{title: A, kind: call}", .clear([.field("kind")])) == "{title: A}")
        #expect(try fields("{title: A, kind: call}", .clear([.field("title")])) == "{kind: call}")
        #expect(try fields("title: A", .set([.field("title")], .absent)) == "")
        let consent = "---\ntitle: A\nconsent:\n  names: 2020-01-01\n---\n"
        #expect(
            try edited(consent, [.clear([.field("consent"), .field("names")])], at: Self.team) == "---\ntitle: A\n---\n"
        )
        let item = "---\nindicators:\n  - name: A # x\n    # unit\n    unit: mm\n---\n"
        #expect(
            try edited(item, [.clear([.field("indicators"), .item(0), .field("name")])], at: Self.team)
                == "---\nindicators:\n  - # unit\n    unit: mm\n---\n")
        #expect(
            try edited(
                item,
                [
                    .clear([.field("indicators"), .item(0), .field("name")]),
                    .clear([.field("indicators"), .item(0), .field("unit")]),
                ], at: Self.team) == "---\nindicators:\n  - {} # unit\n---\n")
    }

    // MARK: Lists

    @Test("items come, go and move in brackets and in lines of dashes")
    func items() throws {
        func team(_ text: String, _ edit: DocumentEdit) throws -> String {
            let result = try edited("---\n\(text)\n---\n", [edit], at: Self.team)
            return String(result.dropFirst(4).dropLast(5))
        }
        let methods: DocumentValue.Path = [.field("methods")]
        #expect(try team("methods: [a, b] # x", .add(methods, .text("c"), at: nil)) == "methods: [a, b, c] # x")
        #expect(try team("methods: [a, b]", .add(methods, .text("c"), at: 0)) == "methods: [c, a, b]")
        #expect(try team("methods: [a, b]", .remove(methods + [.item(0)])) == "methods: [b]")
        #expect(try team("methods: [a, b]", .remove(methods + [.item(1)])) == "methods: [a]")
        #expect(try team("methods: [ a , b ,c ]", .remove(methods + [.item(1)])) == "methods: [ a , c ]")
        #expect(try team("methods: [a, 'b', \"c\"]", .move(methods + [.item(0)], to: 2)) == "methods: ['b', \"c\", a]")
        #expect(
            try team("methods: [\n  a, # one\n  b # two\n]", .add(methods, .text("c"), at: 1))
                == "methods: [\n  a, c, # one\n  b # two\n]")
        #expect(
            try team("methods: [\n  a, # one\n  b # two\n]", .remove(methods + [.item(1)]))
                == "methods: [\n  a # one\n   # two\n]")
        #expect(try team("methods: []", .add(methods, .text("c"), at: nil)) == "methods: [c]")
        #expect(try team("methods: a", .add(methods, .text("c"), at: nil)) == "methods: [a, c]")
        #expect(try team("methods: a", .remove(methods + [.item(0)])) == "")
        #expect(try team("title: A", .add(methods, .text("c"), at: nil)) == "title: A\nmethods: [c]")
        #expect(
            try team("works:\n- x\ntitle: A", .add(methods, .text("c"), at: nil))
                == "works:\n- x\ntitle: A\nmethods:\n- c")
        #expect(
            try team("methods:\n    - a # one\n    - b\nworks: [x]", .add(methods, .text("c: d"), at: 1))
                == "methods:\n    - a # one\n    - \"c: d\"\n    - b\nworks: [x]")
        #expect(
            try team("methods:\n- a # one\n# two\n- b\n- c", .move(methods + [.item(0)], to: 2))
                == "methods:\n- b\n# two\n- c\n- a # one")
        #expect(
            try team("methods:\n- a # one\n# two\n- b\n- c", .remove(methods + [.item(1)]))
                == "methods:\n- a # one\n# two\n- c")
        #expect(
            try team("methods: [a, b]\ntitle: A", .set(methods, .list([.text("a"), .text("x"), .text("b")])))
                == "methods: [a, x, b]\ntitle: A")
    }

    @Test("records of a list are edited in the way the list has them")
    func records() throws {
        let text = """
            # Enterprises.

            - id: a
              names:
                - name: A # first
                  to: 2020-08-31
                - name: B
                  from: 2020-09-01

            # The second.
            - id: b
              names:
                - name: C

            """
        let new = DocumentValue.record([
            .init("names", .list([.record([.init("name", .text("D"))])])), .init("id", .text("d")),
        ])
        #expect(
            try edited(text, [.add([], new, at: nil)], at: Self.enterprises)
                == text + "\n- id: d\n  names:\n    - name: D\n")
        #expect(
            try edited(text, [.add([], new, at: 1)], at: Self.enterprises)
                == text.replacing("\n# The second.", with: "\n- id: d\n  names:\n    - name: D\n\n# The second."))
        #expect(
            try edited(text, [.remove([.item(0)])], at: Self.enterprises)
                == "# Enterprises.\n\n# The second.\n- id: b\n  names:\n    - name: C\n")
        #expect(
            try edited(text, [.remove([.item(1)])], at: Self.enterprises)
                == text.replacing("- id: b\n  names:\n    - name: C\n", with: ""))
        #expect(
            try edited(
                text, [.set([.item(0), .field("names"), .item(1), .field("to")], .text("2022-01-01"))],
                at: Self.enterprises)
                == text.replacing("from: 2020-09-01\n", with: "from: 2020-09-01\n      to: 2022-01-01\n"))
        #expect(
            try edited(
                text,
                [
                    .set(
                        [.item(1), .field("parent")],
                        .record([.init("kind", .text("branch")), .init("id", .text("a"))]))
                ],
                at: Self.enterprises) == text + "  parent:\n    id: a\n    kind: branch\n")
        let moved = try edited(text, [.move([.item(1)], to: 0)], at: Self.enterprises)
        #expect(moved.contains("# The second.\n- id: a\n") && moved.contains("- name: A # first"))
        #expect(
            try edited("# none\n", [.add([], new, at: nil)], at: Self.enterprises)
                == "# none\n- id: d\n  names:\n    - name: D\n")
        #expect(
            try edited("- id: a", [.add([], new, at: 0), .remove([.item(1)])], at: Self.enterprises)
                == "- id: d\n  names:\n    - name: D")
    }

    @Test("a list of lists is edited as others are")
    func synonyms() throws {
        let text = "# Roads\n- [沥青, 柏油]\n- [坑槽, 坑洞] # x\n"
        let path = "content/synonyms.yaml"
        #expect(
            try edited(text, [.add([.item(1)], .text("坑洼"), at: nil)], at: path)
                == text.replacing("坑洞]", with: "坑洞, 坑洼]"))
        #expect(
            try edited(text, [.add([], .list([.text("a b"), .text("c")]), at: nil)], at: path) == text + "- [a b, c]\n")
        #expect(try edited(text, [.remove([.item(0)])], at: path) == "# Roads\n- [坑槽, 坑洞] # x\n")
    }

    // MARK: Bytes

    @Test("line ends, byte order marks and texts that end without a line end stay", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let text = "\u{FEFF}# x\n- id: a\n  names:\n    - name: A # first".replacing("\n", with: end)
        let result = try edited(
            text,
            [
                .set([.item(0), .field("names"), .item(0), .field("to")], .text("2020-01-01")),
                .set([.item(0), .field("names"), .item(0), .field("name")], .text("a\nb")),
            ], at: Self.enterprises)
        #expect(
            result
                == "\u{FEFF}# x\n- id: a\n  names:\n    - name: |- # first\n        a\n        b\n      to: 2020-01-01"
                .replacing("\n", with: end))
    }

    @Test("an edit that says what the file says changes no byte")
    func unchanged() throws {
        let text = "---\ntitle:   'A'   # x\nkind: >-\n   call\ndate: 2020-01-01\n---\nBody"
        for name in ["title", "kind", "date"] {
            let document = try document(text)
            let value = try #require(document.value.value(at: [.field(name)]))
            #expect(try document.applying([.set([.field(name)], value)]).bytes == document.bytes)
        }
    }

    @Test("a part of the text is replaced in the file's line ends, together with fields")
    func texts() throws {
        let text = "---\r\ntitle: A\r\n---\r\n\r\nOne.\r\nTwo.\r\n"
        let start = text.utf8.count - "Two.\r\n".utf8.count
        #expect(
            try edited(text, [.set([.field("title")], .text("B")), .text(start..<start + 4, "2.\n3.")])
                == "---\r\ntitle: B\r\n---\r\n\r\nOne.\r\n2.\r\n3.\r\n")
    }

    @Test("GB 18030 and UTF-16 stay, and what GB 18030 lacks is asked about")
    func encodings() throws {
        let text = "---\ntitle: 钱湾路面班组通知 # 说明\nsummary: 路面\n---\n\n正文在此。\n"
        let gb = try #require(EncodedText(try Self.gb18030(text)))
        let document = try EditableDocument(path: Self.notice, bytes: gb.bytes, language: .chinese)
        let edited = try document.applying([.set([.field("title")], .text("新标题"))])
        #expect(edited.bytes == (try Self.gb18030(text.replacing("钱湾路面班组通知", with: "新标题"))))
        #expect(throws: EditRefusal.self) { try document.applying([.set([.field("title")], .text("𬭊钉"))]) }
        #expect(throws: EditRefusal.self) { try document.applying([.set([.field("title")], .text("好😀"))]) }
        let inUTF8 = try document.inUTF8().applying([.set([.field("title")], .text("好😀"))])
        #expect(String(decoding: inUTF8.bytes, as: UTF8.self) == text.replacing("钱湾路面班组通知", with: "好😀"))
        for isLittle in [true, false] {
            let wide = try EditableDocument(path: Self.notice, bytes: Self.utf16(text, isLittle), language: .chinese)
            let result = try wide.applying([.set([.field("title")], .text("好😀\n二"))])
            #expect(
                result.bytes
                    == Self.utf16(text.replacing("钱湾路面班组通知 # 说明", with: "|- # 说明\n  好😀\n  二"), isLittle))
        }
    }

    static func gb18030(_ text: String) throws -> [UInt8] {
        try text.unicodeScalars.flatMap { try #require(GB18030Characters.bytes(of: $0)) }
    }

    static func utf16(_ text: String, _ isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? bytes : bytes.reversed()
        }
    }

    // MARK: Refusals

    @Test("what cannot be edited safely says why, with its place")
    func refusals() throws {
        let head = { (text: String) in "---\n\(text)\n---\n" }
        let title: DocumentValue.Path = [.field("title")]
        #expect(refusal(head("title: &a A\nsummary: *a"), .set(title, .text("B"))) == .unusualYAML)
        #expect(refusal(head("title: A\nsummary: *a"), .clear([.field("summary")])) != nil)
        #expect(refusal(head("title: !x A"), .set(title, .text("B"))) == .unusualYAML)
        #expect(refusal(head("? title\n: A"), .set(title, .text("B"))) == .unusualYAML)
        #expect(refusal(head("title: A\ntitle: B"), .set(title, .text("C"))) == .duplicateField)
        #expect(refusal(head("title: A\n标题: B"), .set(title, .text("C"))) == .duplicateField)
        #expect(refusal(head("title: [A"), .set(title, .text("C"))) == .unreadable)
        #expect(refusal("text", .set(title, .text("C"))) == .noFields)
        #expect(refusal(head("title: A"), .set(title + [.field("x")], .text("C"))) == .noSuchPlace)
        #expect(refusal(head("title: A"), .move(title, to: 1)) == .noSuchPlace)
        #expect(refusal("- a\n", .remove([.item(4)]), at: Self.enterprises) == .noSuchPlace)
        #expect(refusal(head("title: A\nkind: &k call"), .set(title, .text("B"))) == nil)
        #expect(refusal(head(String(repeating: "# remark\n", count: 7281)), .set(title, .text("B"))) != nil)
        do {
            _ = try document(head("title: A\nsummary: &s S")).applying([.set([.field("summary")], .text("C"))])
        } catch {
            let refusal = try #require(error as? EditRefusal)
            #expect(refusal.range?.start == SourcePosition(line: 3, column: 10))
            #expect(refusal.message.zh.contains("按文字修改") && refusal.message.en.contains("as text"))
        }
        do {
            _ = try document(head("title: A")).applying([.remove([.field("aliases"), .item(1)])])
        } catch {
            let message = try #require(error as? EditRefusal).message
            #expect(message.zh.contains("“旧网址 › 2”") && message.en.contains("“aliases › 2”"))
        }
    }
}
