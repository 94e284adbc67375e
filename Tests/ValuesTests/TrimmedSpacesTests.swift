import Testing

@testable import Values

@Suite("Spaces around a value")
struct TrimmedSpacesTests {
    @Test("every kind of white space is taken from both ends of a value, and nothing else is")
    func everyScalar() {
        for scalar in (UInt32(1)...0xFFFF).compactMap(Unicode.Scalar.init) {
            let isSpace = scalar.properties.isWhitespace
            let behind = "甲" + String(scalar)
            let before = String(scalar) + "7"
            #expect(behind.trimmingSpaces.unicodeScalars.elementsEqual((isSpace ? "甲" : behind).unicodeScalars))
            #expect(before.trimmingSpaces.unicodeScalars.elementsEqual((isSpace ? "7" : before).unicodeScalars))
        }
    }

    @Test("space within a value stays, and a value of spaces becomes empty")
    func values() {
        #expect(" \u{3000}甲 乙\u{A0}\n".trimmingSpaces == "甲 乙")
        #expect("".trimmingSpaces == "" && " \u{2003}".trimmingSpaces == "")
        #expect("甲\u{200B}".trimmingSpaces == "甲\u{200B}")
    }
}
