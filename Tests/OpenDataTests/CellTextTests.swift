import Testing
import Text

@testable import Documents

@Suite("Text in files of other formats")
struct CellTextTests {
    @Test(
        "a cell holds no character that XML forbids, and nothing that is read as the escape of one",
        arguments: [
            ("班组", "班组"), ("a\u{FFFE}b\u{FFFF}", "ab"), ("\u{1B}[31m", "[31m"), ("_x0041_", "_x005F_x0041_"),
            ("a_x00e9_x0041_", "a_x005F_x00e9_x005F_x0041_"), ("_x_x0041_", "_x_x005F_x0041_"), ("_x004_", "_x004_"),
            ("_X0041_", "_X0041_"), ("甲\n乙\t丙", "甲\n乙\t丙"), ("\u{0}甲", "甲"), ("_", "_"), ("", ""),
            ("\u{FFFD}", "\u{FFFD}"),
        ])
    func cell(text: String, expected: String) { #expect(CellText.storable(text) == expected) }

    @Test("XML holds every character that it may, and no other")
    func xml() {
        for value in 0...0x10FFFF {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let escaped = XMLText.escaped(String(scalar))
            let isAllowed =
                value == 0x9 || value == 0xA || value == 0xD || (0x20...0xD7FF).contains(value)
                || (0xE000...0xFFFD).contains(value) || value >= 0x10000
            if escaped.isEmpty == isAllowed { Issue.record("U+\(String(value, radix: 16))") }
        }
    }
}
