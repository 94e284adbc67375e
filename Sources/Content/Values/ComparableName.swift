/// Names of enterprises and teams as different people type them: full-width brackets and letters, capitals and spaces
/// make no difference.
package enum ComparableName {
    /// Equal for two spellings of one name.
    package static func key(_ name: String) -> String {
        if name.utf8.allSatisfy(isAlwaysItself) { return name }
        var key = ""
        for scalar in name.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar.value {
            case 0xFF01...0xFF5E: key.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: key.unicodeScalars.append(scalar)
            }
        }
        return key.lowercased()
    }

    /// Whether a byte occurs in no character that the key changes: digits and small letters of ASCII, and U+4000 to
    /// U+DFFF, which begin with E4 to ED.
    private static func isAlwaysItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case 0x80...0xBF, 0xE4...0xED: true
        default: false
        }
    }
}
