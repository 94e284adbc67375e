import Testing

@testable import Text

@Suite("Search for bytes")
struct ByteSearchTests {
    @Test("a text is found where it begins first, from an offset on")
    func places() {
        let bytes = Array("a: aab; aab".utf8)
        #expect(bytes.firstIndex(of: "aab") == 3)
        #expect(bytes.firstIndex(of: "aab", from: 4) == 8)
        #expect(bytes.firstIndex(of: "aab", from: 9) == nil)
        #expect(bytes.firstIndex(of: "a") == 0)
        #expect(bytes.firstIndex(of: "b", from: bytes.count) == nil)
        #expect(bytes.firstIndex(of: "b", from: bytes.count + 1) == nil)
        #expect([UInt8]().firstIndex(of: "a") == nil)
    }

    @Test("every text of three letters is found where a comparison at each offset finds it first")
    func comparison() {
        // All texts of up to seven letters of two, in which beginnings repeat.
        for length in 0...7 {
            for number in 0..<(1 << length) {
                let bytes = (0..<length).map { number >> $0 & 1 == 0 ? UInt8(ascii: "x") : UInt8(ascii: "y") }
                let expected = bytes.indices.first { bytes[$0...].starts(with: "xxy".utf8) }
                #expect(bytes.firstIndex(of: "xxy") == expected)
            }
        }
    }
}
