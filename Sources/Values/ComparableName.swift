import Foundation

/// Names of enterprises and teams as different people type them: full-width brackets and letters, capitals, spaces,
/// characters that show nothing (U+200B) and radicals in the place of characters (U+2F2D for 山) make no difference.
package enum ComparableName {
    /// Equal for two spellings of one name.
    package static func key(_ name: String) -> String {
        if name.utf8.allSatisfy(isAlwaysItself) { return name }
        var key = String.UnicodeScalarView()
        for scalar in name.precomposedStringWithCompatibilityMapping.unicodeScalars where !NameFolding.isIgnored(scalar)
        {
            key.append(scalar)
        }
        return String(key).lowercased()
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
