/// Limits of texts in a workbook, in UTF-16 units as Excel counts them (Excel specifications and limits). The library
/// leaves out what is longer.
package enum CellText {
    static let longestText = 32_767
    static let longestPromptTitle = 32

    /// The text as a file can hold it: without the characters that XML forbids (XML 1.0, 2.2), and what only looks like
    /// the escape of a character, `_x0041_`, escaped itself (ECMA-376, 22.4.2.4), as programs would read another text.
    static func storable(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == UInt8(ascii: "_") || $0 < 0x20 || $0 == 0xEF }) else { return text }
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                index += 1
            } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
                index += 3
            } else {
                if isEscape(bytes, at: index) { result += "_x005F".utf8 }
                result.append(byte)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether `_x`, four hexadecimal digits and `_` stand at an index.
    private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[index + 2..<index + 6].allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
        }
    }

    /// The text as far as it may be long, with an ellipsis where it is cut.
    ///
    /// - Parameter longest: in UTF-16 units.
    package static func fitting(_ text: String, longest: Int = longestText) -> String {
        guard text.utf16.count > longest else { return text }
        var units = 1
        let kept = text.unicodeScalars.prefix { scalar in
            units += UTF16.width(scalar)
            return units <= longest
        }
        return String(kept) + "…"
    }
}
