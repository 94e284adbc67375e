import Foundation

/// What search makes no difference between: full and half width, capitals, compatibility forms, traditional and simplified
/// characters; and what it does not see: characters that show nothing.
///
/// Everything here is about UTF-16 units, which is what scripts in browsers count in. `search.js` does the same; an index
/// tells it the pairs that no browser knows.
package enum TextFolding {
    /// What a folded unit is to the index.
    package enum UnitClass: Sendable {
        /// Between words.
        case separator
        /// Latin, Greek and Cyrillic letters and digits, which make words.
        case word
        /// Han and everything else that is written without blanks, also halves of characters beyond U+FFFF.
        case gram
        /// Shows nothing: not seen, so that what stands around it meets.
        case ignored
        /// Another form of one or several units: those of `compatibilityForms`.
        case compatible
    }

    /// The class of a folded unit.
    package static func unitClass(of unit: UInt16) -> UnitClass {
        switch unit {
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x34F, 0x600...0x605, 0x61C, 0x6DD, 0x70F,
            0x890, 0x891, 0x8E2, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB:
            .ignored
        case 0xA0...0xBE, 0x2070...0x209F, 0x2100...0x218F, 0x2460...0x24FF, 0x3200...0x33FF, 0xFB00...0xFB06,
            0xFF5F...0xFFEE:
            .compatible
        case 0x30...0x39, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x52F: .word
        case 0x530...0x1FFF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x318F, 0x3400...0xFAFF: .gram
        default: .separator
        }
    }

    /// The folded form of a unit.
    package static func folded(_ unit: UInt16) -> UInt16 { table[Int(unit)] }

    /// What units of the class `compatible` stand for by Unicode's NFKC, folded: ① for 1, ㎡ for m2, Ⅲ for iii.
    package static let compatibilityForms: [UInt16: [UInt16]] = {
        let units = (0...UInt16.max).filter { unitClass(of: $0) == .compatible }
        return Dictionary(
            uniqueKeysWithValues: units.map { unit in
                let form = String(decoding: [unit], as: UTF16.self).precomposedStringWithCompatibilityMapping
                return (unit, form.utf16.map { table[Int($0)] })
            })
    }()

    /// The folded forms of all units but those that are ignored, or stand for others.
    package static let table: [UInt16] = {
        var table = (0...UInt16.max).map { simple($0) }
        for (unit, simplified) in pairs { table[Int(unit)] = simplified }
        // A half of a character beyond U+FFFF cannot stand in JSON by itself: units for private use, which no text has any
        // use for, stand for them.
        for unit in 0xD800...0xDFFF {
            table[unit] = UInt16(unit + 0x800)
            table[unit + 0x800] = 0xFFFD
        }
        return table
    }()

    /// Characters with their folded forms, ascending: traditional ones, Kangxi radicals and compatibility ideographs.
    package static let pairs: [(unit: UInt16, folded: UInt16)] = {
        let units = characters.withUTF8Buffer { Array(String(decoding: $0, as: UTF8.self).utf16) }
            .filter { unitClass(of: $0) == .gram }
        return stride(from: 0, to: units.count - 1, by: 2).map { (units[$0], units[$0 + 1]) }
    }()

    /// What search compares of a text: its letters, digits and Han, folded, without all that stands between them.
    package static func letters(of text: String) -> [UInt16] {
        var letters: [UInt16] = []
        for unit in text.utf16 {
            let forms = unitClass(of: unit) == .compatible ? compatibilityForms[unit] ?? [] : [folded(unit)]
            letters += forms.filter { unitClass(of: $0) == .word || unitClass(of: $0) == .gram }
        }
        return letters
    }

    private static func simple(_ unit: UInt16) -> UInt16 {
        // Full-width forms of ASCII.
        let narrow = (0xFF01...0xFF5E).contains(unit) ? unit - 0xFEE0 : unit
        guard narrow <= 0x52F, let scalar = Unicode.Scalar(narrow) else { return narrow }
        return scalar.properties.lowercaseMapping.utf16.first ?? narrow
    }
}
