/// Numbers that have the form of a person's, wherever they stand: mobile telephones of China (eleven digits from 13 to 19)
/// and identity numbers (seventeen digits and a digit or X). In a path or an address they may be anything, which is no
/// finding; but a report need not repeat them.
enum NumberShapes {
    /// The bytes of such numbers, in their order.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            let next = index < bytes.count ? bytes[index] : 0
            if index - start == 17, next | 0x20 == UInt8(ascii: "x") { index += 1 }
            if isPersonal(bytes[start..<index]) { ranges.append(start..<index) }
        }
        return ranges
    }

    /// The text with such numbers as `***`.
    static func masked(_ text: String) -> String {
        guard text.utf8.count >= 11 else { return text }
        let bytes = Array(text.utf8)
        let ranges = ranges(in: bytes)
        guard !ranges.isEmpty else { return text }
        var result: [UInt8] = []
        var position = 0
        for range in ranges {
            result += bytes[position..<range.lowerBound] + Array("***".utf8)
            position = range.upperBound
        }
        return String(decoding: result + bytes[position...], as: UTF8.self)
    }

    private static func isPersonal(_ number: ArraySlice<UInt8>) -> Bool {
        switch number.count {
        case 11: number.first == UInt8(ascii: "1") && number[number.startIndex + 1] >= UInt8(ascii: "3")
        case 13: number.starts(with: "861".utf8) && number[number.startIndex + 3] >= UInt8(ascii: "3")
        case 18: number.first != UInt8(ascii: "0")
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
