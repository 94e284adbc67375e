import Diagnostics
import Documents
import Testing

@testable import Fields

@Suite("Reading of text files")
struct TextReaderTests {
    private static let text = "分层压实，逐点检测。ABC 2026\n"

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF])
            + text.utf16.flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isLittle ? bytes.reversed() : bytes
            }
    }

    private static func decoded(_ bytes: [UInt8]) -> String? {
        guard case .success(let text) = TextReader.decode(bytes) else { return nil }
        return String(decoding: text.unmarked, as: UTF8.self)
    }

    private static func problem(_ bytes: [UInt8]) -> TextProblem? {
        guard case .failure(let problem) = TextReader.decode(bytes) else { return nil }
        return problem
    }

    /// 分层压实，逐点检测。ABC 2026
    private static let gb18030: [UInt8] = [
        0xB7, 0xD6, 0xB2, 0xE3, 0xD1, 0xB9, 0xCA, 0xB5, 0xA3, 0xAC, 0xD6, 0xF0, 0xB5, 0xE3, 0xBC, 0xEC, 0xB2, 0xE2,
        0xA1,
        0xA3, 0x41, 0x42, 0x43, 0x20, 0x32, 0x30, 0x32, 0x36, 0x0A,
    ]

    @Test("a text is the same in every encoding that programs here save")
    func encodings() {
        #expect(Self.decoded(Array(Self.text.utf8)) == Self.text)
        #expect(Self.decoded(TextEncoding.mark + Array(Self.text.utf8)) == Self.text)
        #expect(Self.decoded(Self.utf16(Self.text, isLittle: true)) == Self.text)
        #expect(Self.decoded(Self.utf16(Self.text, isLittle: false)) == Self.text)
        #expect(Self.decoded(Self.gb18030) == Self.text)
    }

    @Test("characters outside the first plane are read from UTF-16 and GB 18030")
    func supplementary() {
        #expect(Self.decoded(Self.utf16("𠮷田", isLittle: true)) == "𠮷田")
        // 吉 𠮷 吉 in GB 18030; 𠮷 takes four bytes.
        #expect(Self.decoded([0xBC, 0xAA, 0x95, 0x34, 0x92, 0x35, 0xBC, 0xAA])?.count == 3)
    }

    private static let foreign: [([UInt8], Int)] = [
        // A NUL in UTF-8.
        ([0xE7, 0x94, 0xB2, 0x00, 0xE4, 0xB9, 0x99], 3),
        // UTF-8 with a broken character, also behind a byte order mark.
        ([0xE7, 0x94, 0xB2, 0xE4, 0xB8], 3), ([0xEF, 0xBB, 0xBF, 0xB7, 0xD6, 0xB2, 0xE3], 3),
        // Half a character of UTF-16: an odd byte, a surrogate without its other half.
        ([0xFF, 0xFE, 0x32, 0x75, 0x00], 4), ([0xFF, 0xFE, 0x32, 0x75, 0x42, 0xD8], 4),
        // Windows-1252, Shift JIS, Big5.
        ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72], 1), ([0x8E, 0xE6, 0x91, 0xCC], 0),
        ([0xBD, 0x71, 0xB8, 0x71, 0xA4, 0x71, 0xAA, 0x6B], 0),
    ]

    @Test("what is no text is refused at its byte", arguments: foreign)
    func refused(bytes: [UInt8], offset: Int) throws {
        let problem = try #require(Self.problem(bytes))
        #expect(problem.offset == offset)
        #expect(problem.message.en.contains("byte \(offset + 1) "))
    }

    @Test("one byte 0 in UTF-8 is told by its number, at its line")
    func nul() throws {
        var findings: [Diagnostic] = []
        #expect(TextReader.read(path: "a.md", bytes: Array("甲\n乙\u{0}丙".utf8), findings: &findings) == nil)
        let finding = try #require(findings.first)
        #expect(finding.message.zh == "这里有一个看不见的空字符（文件的第 8 个字节是 0），文件可能没有存完整。")
        #expect(finding.range?.start == SourcePosition(line: 2, column: 2))
    }

    @Test("UTF-16 without its mark is called what it is")
    func unmarked() throws {
        let bytes = Array(Self.utf16("title: A", isLittle: true).dropFirst(2))
        #expect(try #require(Self.problem(bytes)).message.zh.contains("UTF-16"))
    }

    @Test("UTF-8 that one byte broke is not taken for GB 18030, whatever the byte")
    func brokenUTF8() {
        let text = Array("本年度名单公示如下：浙江省杭州市政工程质量信得过班组，共四十八个。".utf8)
        for index in text.indices {
            var bytes = text
            bytes.remove(at: index)
            guard TextEncoding.firstInvalidByte(bytes) != nil else { continue }
            #expect(Self.decoded(bytes) == nil, "without byte \(index)")
        }
    }

    @Test(
        "text becomes form C, and compatibility ideographs stay to be told of",
        arguments: [
            ("cafe\u{301}", "caf\u{E9}"), ("か\u{3099}", "\u{304C}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
            ("10 \u{2126}", "10 \u{3A9}"), ("\u{F979}爽 e\u{301}", "\u{F979}爽 \u{E9}"),
            ("沥青 ①②㎡℃", "沥青 ①②㎡℃"),
        ])
    func composed(text: String, expected: String) {
        #expect(Self.decoded(Array(text.utf8)).map { Array($0.utf8) } == Array(expected.utf8))
    }
}
