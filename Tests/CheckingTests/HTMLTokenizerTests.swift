import Foundation
import TestSupport
import Testing

@testable import Checking

@Suite("HTML tokenizing")
struct HTMLTokenizerTests {
    /// Inputs that browsers read otherwise than one expects, and what they read.
    private static let odd: [(String, [String])] = [
        ("<A HREF = /x>甲</A>", ["<a href=\"/x\">", "甲", "</a>"]),
        ("<p ID=a id=b>", ["<p id=\"a\">"]),
        ("<a href=/x/>甲", ["<a href=\"/x/\">", "甲"]),
        ("<a href=\"&#x2F;b&sol;\">", ["<a href=\"/b/\">"]),
        ("<a href=\"?a=1&copy=2&copy;\">", ["<a href=\"?a=1&copy=2©\">"]),
        ("<a/href='x'title=y>", ["<a href=\"x\" title=\"y\">"]),
        ("<a =b>", ["<a =b=\"\">"]),
        ("<a\nhref\t=\u{C}'x\n'>", ["<a href=\"x\n\">"]),
        ("<a title=\"a>b\">c", ["<a title=\"a>b\">", "c"]),
        ("<a title='a\"b' \"c>", ["<a \"c=\"\" title=\"a\"b\">"]),
        ("a<b", ["a"]), ("a < b", ["a < b"]), ("a</ b>c", ["a", "<!-- b-->", "c"]), ("a</>b", ["ab"]),
        ("<?xml a>b", ["<!--?xml a-->", "b"]),
        ("<!-- a --!>b", ["<!-- a -->", "b"]), ("<!-->a-->", ["<!---->", "a-->"]),
        ("<!--->a", ["<!---->", "a"]), ("<!-- a -- b -->c", ["<!-- a -- b -->", "c"]),
        ("<!-- a", ["<!-- a-->"]), ("<!a>b", ["<!--a-->", "b"]),
        ("<![CDATA[a<b>]]>", ["<!--[CDATA[a<b-->", "]]>"]),
        ("<svg><![CDATA[a<b>]]></svg>", ["<svg>", "a<b>", "</svg>"]),
        ("<svg><style>a<q></style></svg>", ["<svg>", "<style>", "a", "<q>", "</style>", "</svg>"]),
        (
            "<svg><path/><style>a<use/></style></svg>",
            ["<svg>", "<path/>", "<style>", "a", "<use/>", "</style>", "</svg>"]
        ),
        ("<style>a<b></style>", ["<style>", "a<b>", "</style>"]),
        ("<svg><p><style>a<b></style>", ["<svg>", "<p>", "<style>", "a<b>", "</style>"]),
        (
            "<svg><title><style>a<b></style></title></svg>",
            ["<svg>", "<title>", "<style>", "a<b>", "</style>", "</title>", "</svg>"]
        ),
        ("<math><mi><title>a<b></title>", ["<math>", "<mi>", "<title>", "a<b>", "</title>"]),
        ("<textarea><a href=x>&lt;</a></textarea>b", ["<textarea>", "<a href=x><</a>", "</textarea>", "b"]),
        ("<TITLE>a<b></Title >c", ["<title>", "a<b>", "</title>", "c"]),
        ("<title>a</titles></title>", ["<title>", "a</titles>", "</title>"]),
        ("<plaintext>a</plaintext><b>", ["<plaintext>", "a</plaintext><b>"]),
        ("<iframe><a href=x></iframe>", ["<iframe>", "<a href=x>", "</iframe>"]),
        ("<script>'</scripts>'</SCRIPT\n>a", ["<script>", "'</scripts>'", "</script>", "a"]),
        (
            "<script><!--<script></script>--></script>a",
            ["<script>", "<!--<script></script>-->", "</script>", "a"]
        ),
        ("<script><!--</script>a", ["<script>", "<!--", "</script>", "a"]),
        ("<a\0b c\0=\0>", ["<a\u{FFFD}b c\u{FFFD}=\"\u{FFFD}\">"]),
        ("<a href=\"x", []), ("<", ["<"]), ("</", ["</"]), ("<!", ["<!---->"]), ("<a b", []), ("<a b=", []),
        ("<script>", ["<script>"]), ("&#49", ["1"]), ("&#x110000;&#0;&#x80;", ["\u{FFFD}\u{FFFD}€"]),
        ("&notit;&notin;&nothing", ["¬it;∉¬hing"]), ("&#; &#x; &", ["&#; &#x; &"]),
    ]

    @Test("pages are read as browsers read them", arguments: odd)
    func oddities(html: String, expected: [String]) { #expect(TokenList.lines(html) == expected) }

    @Test("the place of a tag is that of its signs, and values stand in the page where they are told of")
    func places() {
        struct Places: HTMLVisitor {
            var tags: [Range<Int>] = []
            var values: [UnsafeBufferPointer<UInt8>] = []
            mutating func start(_ tag: HTMLTag) {
                tags.append(tag.bytes)
                values += tag.attributes.map(\.value)
            }
            mutating func end(_ name: UnsafeBufferPointer<UInt8>) {}
            mutating func text(_ text: UnsafeBufferPointer<UInt8>) {}
            mutating func rawText(_ text: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>) {}
        }
        let page = Array("甲<A HREF = x><p id='乙'>".utf8)
        var places = Places()
        page.withUnsafeBufferPointer { bytes in
            HTMLTokenizer.scan(bytes, &places)
            #expect(places.tags == [3..<15, 15..<27])
            #expect(places.values.compactMap { $0.baseAddress }.map { $0 - bytes.baseAddress! } == [13, 22])
        }
    }

    // MARK: html5lib

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Formats/html5lib")

    /// What of html5lib's tests does not apply, by file: the number of tests, and why.
    private static let leftOut: [String: Int] = [
        // Halves of surrogate pairs: a page is UTF-8, in which there are none.
        "unicodeCharsProblematic": 4
    ]

    @Test(
        "html5lib's tests of tokenizers",
        arguments: [
            "contentModelFlags", "domjs", "entities", "escapeFlag", "namedEntities", "numericEntities",
            "pendingSpecChanges", "test1", "test2", "test3", "test4", "unicodeChars", "unicodeCharsProblematic",
        ])
    func conformance(file: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: file + ".test"))
        let tests = try #require(
            (JSONSerialization.jsonObject(with: data) as? [String: Any])?["tests"] as? [[String: Any]])
        var leftOut = 0
        for test in tests {
            guard let test = try TokenizerTest(test) else {
                leftOut += 1
                continue
            }
            for state in test.states {
                #expect(test.tokens(in: state) == test.expected, "\(test.input.debugDescription) \(state)")
            }
        }
        #expect(leftOut == Self.leftOut[file] ?? 0)
    }

    // MARK: Properties

    private static let seeds = [
        "<!DOCTYPE html><html lang=\"a\"><head><title>甲&amp;</title><style>a{b:url(c)}</style></head>",
        "<svg><title>乙</title><style>a</style><![CDATA[x]]></svg><math><mi>n</mi></math><p ID=a>丙<!-- d --></p>",
        "<script><!-- <script> </script> --></script><textarea>&#x4e00;</textarea><A HREF = 'x' y>z</A>",
    ].map { Array($0.utf8) }

    @Test("whatever is read, no page crashes the reader, nothing is told twice, and the work grows with the page alone")
    func mutations() {
        var random = SeededGenerator(seed: 17)
        let pieces = [
            "<", ">", "\"", "'", "=", "--", "!", "/", "</script", "<script", "]]>", "<![CDATA[", "&", "\0", "<svg>",
            "</",
        ]
        for round in 0..<3_000 {
            var page = Self.seeds[round % Self.seeds.count]
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<page.count, using: &random)
                if Bool.random(using: &random) {
                    page[place] = .random(in: 0...255, using: &random)
                } else {
                    page.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: place)
                }
            }
            var list = TokenList()
            let work = page.withUnsafeBufferPointer { HTMLTokenizer.scan($0, &list) }
            #expect(list.byteCount <= page.count && list.calls <= page.count + 8)
            #expect(work <= 4 * page.count + 64, "\(String(decoding: page, as: UTF8.self).debugDescription)")
        }
    }

    @Test(
        "what never ends takes work in proportion to its length",
        arguments: [
            "<", "<a", "<a ", "<a b=\"", "<!--", "<!-- -", "</", "<script><!--<script>", "</script", "<svg>", "]]>",
            "&",
            "<a b='>", "<title></titl", "<![CDATA[]]", "<svg><![CDATA[]]", "a=b ",
            "<p a b c d e f g h i j k l m n o p q>", "<?",
        ])
    func work(piece: String) {
        let page = Array(String(repeating: piece, count: 2_000).utf8)
        var list = TokenList()
        let work = page.withUnsafeBufferPointer { HTMLTokenizer.scan($0, &list) }
        #expect(work <= 4 * page.count)
    }
}

/// One of html5lib's tests.
private struct TokenizerTest {
    let input: String
    let states: [String]
    let expected: [TokenList.Token]
    private let lastStartTag: String

    /// `nil` for a text that cannot be UTF-8.
    init?(_ test: [String: Any]) throws {
        let isEscaped = test["doubleEscaped"] as? Bool ?? false
        func text(_ value: Any) -> String? {
            guard let text = value as? String else { return nil }
            return isEscaped ? Self.unescaped(text) : text
        }
        guard let input = test["input"].flatMap(text) else { return nil }
        // Browsers do this before they tokenize (HTML standard, 13.2.3.5); this reader keeps the places of bytes.
        self.input = input.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        states = test["initialStates"] as? [String] ?? ["Data state"]
        lastStartTag = (test["lastStartTag"] as? String ?? "").lowercased()
        var expected: [TokenList.Token] = []
        for token in test["output"] as? [[Any]] ?? [] {
            guard let kind = token.first as? String else { continue }
            switch kind {
            // Names and identifiers of document types are told to nobody.
            case "DOCTYPE": expected.append(.doctype)
            case "StartTag":
                let pairs = (token[2] as? [String: Any] ?? [:]).compactMap { key, value in
                    text(key).flatMap { key in text(value).map { (key, $0) } }
                }
                expected.append(
                    .start(
                        try #require(text(token[1])), Dictionary(uniqueKeysWithValues: pairs),
                        isSelfClosing: token.count > 3 && token[3] as? Bool == true))
            case "EndTag": expected.append(.end(try #require(text(token[1]))))
            case "Comment": expected.append(.comment(try #require(text(token[1]))))
            default: expected.append(.text(try #require(text(token[1]))))
            }
        }
        self.expected = expected
    }

    func tokens(in state: String) -> [TokenList.Token] {
        let content: HTMLTokenizer.Content =
            switch state {
            case "RCDATA state": .rcdata
            case "RAWTEXT state": .rawText
            case "Script data state": .scriptData
            case "PLAINTEXT state": .plainText
            case "CDATA section state": .cdata
            default: .data
            }
        var list = TokenList(isCDATA: content == .cdata, isOfElement: content == .rcdata)
        Array(input.utf8).withUnsafeBufferPointer {
            _ = HTMLTokenizer.scan($0, from: content, in: Array(lastStartTag.utf8), &list)
        }
        return list.tokens
    }

    /// `nil` for halves of surrogate pairs.
    private static func unescaped(_ text: String) -> String? {
        var result = String.UnicodeScalarView()
        var rest = text[...]
        while let start = rest.firstRange(of: "\\u") {
            result.append(contentsOf: rest[..<start.lowerBound].unicodeScalars)
            guard let value = UInt32(rest[start.upperBound...].prefix(4), radix: 16), let scalar = Unicode.Scalar(value)
            else { return nil }
            result.append(scalar)
            rest = rest[start.upperBound...].dropFirst(4)
        }
        result.append(contentsOf: rest.unicodeScalars)
        return String(result)
    }
}
