import Testing
import Text

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test("what is written reads the same")
    func roundTrip() {
        let value: JSONValue = [
            "a": [1, -2, .number(0.5), .bool(true), .bool(false), .null, "质量\"\\\n\u{1F600}\u{2028}"], "b": .object([]),
            "c": [], "d": .integer(Int.max),
        ]
        #expect(JSONReader.value(of: value.bytes()) == value)
        #expect(JSONReader.value(of: value.bytes(isPretty: true)) == value)
    }

    @Test(
        "texts and numbers as the grammar has them",
        arguments: [
            ("\"\\u4e2d\\ud83d\\ude00\\/\\b\\f\"", .string("中😀/\u{08}\u{0C}")), (" 0 ", .integer(0)),
            ("-0.5e-1", .number(-0.05)),
            ("1E2", .number(100)), ("{\"\":0}", .object([.init("", .integer(0))])),
            ("18446744073709551616", .number(18_446_744_073_709_551_616)),
        ] as [(String, JSONValue)])
    func values(text: String, value: JSONValue) { #expect(JSONReader.value(of: Array(text.utf8)) == value) }

    @Test(
        "anything else is none",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", ".5", "+1", "1e", "-", "tru",
            "nulll",
            "\"\u{01}\"", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\udc00\"", "'a'", "[1 2]", "{1:2}", "NaN",
            "1 1",
            "\u{FEFF}1", "1e999", "\"", "\"\\u12\"",
        ])
    func refused(text: String) { #expect(JSONReader.value(of: Array(text.utf8)) == nil) }

    @Test("bytes that are no UTF-8, and lists within lists without end, are none")
    func hostile() {
        #expect(JSONReader.value(of: [0x22, 0xFF, 0x22]) == nil)
        for count in [65, 1_000_000] {
            #expect(JSONReader.value(of: [UInt8](repeating: UInt8(ascii: "["), count: count)) == nil)
        }
        let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(JSONReader.value(of: Array(deep.utf8)) != nil)
    }
}
