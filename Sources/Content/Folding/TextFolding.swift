/// What search makes no difference between: full and half width, capitals, traditional and simplified characters.
///
/// Everything here is about UTF-16 units, which is what scripts in browsers count in: a text and its folded form are
/// equally long, so that a place in one is the same place in the other. An index tells `search.js` what to fold to what.
package enum TextFolding {
    /// What a folded unit is to the index.
    package enum UnitClass: Sendable {
        /// Between words.
        case separator
        /// Latin, Greek and Cyrillic letters and digits, which make words.
        case word
        /// Han and everything else that is written without blanks, also halves of characters beyond U+FFFF.
        case gram
    }

    /// The class of a folded unit.
    package static func unitClass(of unit: UInt16) -> UnitClass {
        switch unit {
        case 0x30...0x39, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x52F: .word
        case 0x530...0x1FFF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x318F, 0x3400...0xFAFF: .gram
        default: .separator
        }
    }

    /// The folded form of a unit.
    package static func folded(_ unit: UInt16) -> UInt16 { table[Int(unit)] }

    /// The folded forms of all units.
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

    private static func simple(_ unit: UInt16) -> UInt16 {
        // Full-width forms of ASCII.
        let narrow = (0xFF01...0xFF5E).contains(unit) ? unit - 0xFEE0 : unit
        guard narrow <= 0x52F, let scalar = Unicode.Scalar(narrow) else { return narrow }
        return scalar.properties.lowercaseMapping.utf16.first ?? narrow
    }
}
