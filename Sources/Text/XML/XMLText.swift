/// Text for XML 1.0, in elements and attributes.
package enum XMLText {
    /// The text with the five special characters as entities, without the control characters that XML forbids.
    package static func escaped(_ text: String) -> String {
        guard holdsSpecial(text) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // As they are, attributes would turn them into spaces.
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a text has anything that cannot stay as it is: most texts are addresses and names.
    private static func holdsSpecial(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { index in
                switch bytes[index] {
                case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
                    UInt8(ascii: "'"):
                    true
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
                case 0xEF: index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
                default: false
                }
            }
        }
    }
}
