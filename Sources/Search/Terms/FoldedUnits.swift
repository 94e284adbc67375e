import Values

/// Texts as the index looks at them: in folded UTF-16 units, without those that show nothing.
enum FoldedUnits {
    /// Calls `body` with each folded unit of a text and with its class.
    ///
    /// - Parameter text: UTF-8; bytes that are none count as separators.
    @inline(__always)
    static func forEach(of text: [UInt8], _ body: (UInt16, TextFolding.UnitClass) -> Void) {
        table.withUnsafeBufferPointer { table in
            forEachUnit(of: text) { unit in
                let entry = table[Int(unit)]
                switch entry.unitClass {
                case .ignored: break
                case .compatible:
                    for folded in TextFolding.compatibilityForms[unit] ?? [] {
                        body(folded, table[Int(folded)].unitClass)
                    }
                case .separator, .word, .gram: body(entry.folded, entry.unitClass)
                }
            }
        }
    }

    /// For each unit what it folds to and the class of that; for what is ignored or stands for others, its own class.
    private static let table: [(folded: UInt16, unitClass: TextFolding.UnitClass)] = (0...UInt16.max).map { unit in
        let folded = TextFolding.folded(unit)
        switch TextFolding.unitClass(of: unit) {
        case .ignored: return (unit, .ignored)
        case .compatible: return (unit, .compatible)
        case .separator, .word, .gram: return (folded, TextFolding.unitClass(of: folded))
        }
    }

    /// The UTF-16 units of a text but of tags and other characters beyond U+FFFF that show nothing.
    @inline(__always)
    static func forEachUnit(of text: [UInt8], _ body: (UInt16) -> Void) {
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let lead = UInt32(bytes[index])
                // Nearly all are Han.
                if lead & 0xF0 == 0xE0, index + 3 <= bytes.count {
                    let rest = (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
                    body(UInt16(truncatingIfNeeded: lead << 12 | rest))
                    index += 3
                    continue
                }
                let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                guard index + length <= bytes.count else { return }
                var value = lead
                if length > 1 {
                    value = lead & (0x7F >> UInt32(length))
                    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
                }
                if value < 0x10000 {
                    body(UInt16(value))
                } else if value < 0x110000, Unicode.Scalar(value).map(NameFolding.isIgnored) != true {
                    body(0xD800 + UInt16((value - 0x10000) >> 10))
                    body(0xDC00 + UInt16(value & 0x3FF))
                }
                index += length
            }
        }
    }
}
