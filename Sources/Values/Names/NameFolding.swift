import Foundation

/// Names without what programs and people write in many ways for the same: width, capitals, blanks, invisible characters,
/// compatibility and traditional forms.
package enum NameFolding {
    /// The name as it is compared: nothing of it is shown to anybody.
    package static func folded(_ name: String) -> String {
        if isPlain(name) { return name }
        var folded = String.UnicodeScalarView()
        for scalar in compatible(name).unicodeScalars where !isIgnored(scalar) {
            guard let unit = UInt16(exactly: scalar.value) else {
                folded.append(scalar)
                continue
            }
            folded.append(Unicode.Scalar(TextFolding.folded(unit)) ?? scalar)
        }
        return String(folded)
    }

    /// Whether a character shows nothing, or only room: blanks, controls and format characters such as U+200B.
    package static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .control || properties.generalCategory == .format
    }

    /// NFKC, but with Roman numerals as digits: `Ⅲ` would become three letters.
    private static func compatible(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            // ① would join the digit before it.
            case 0x2460...0x2473: text += " \(scalar.value - 0x245F) ".unicodeScalars
            case 0x2160...0x216B: text += " \(scalar.value - 0x215F) ".unicodeScalars
            case 0x2170...0x217B: text += " \(scalar.value - 0x216F) ".unicodeScalars
            default: text.append(scalar)
            }
        }
        return String(text).precomposedStringWithCompatibilityMapping
    }

    /// Whether a name holds digits, small letters of ASCII and characters from U+4E00 to U+9FFF alone, none of which is
    /// traditional: nearly all do.
    private static func isPlain(_ name: String) -> Bool {
        name.utf16.allSatisfy { unit in
            switch unit {
            case 0x30...0x39, 0x61...0x7A: true
            case 0x4E00...0x9FFF: TextFolding.folded(unit) == unit
            default: false
            }
        }
    }
}
