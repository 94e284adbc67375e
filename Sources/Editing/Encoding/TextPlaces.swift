/// Places in a text as JavaScript counts them, in UTF-16 units with line ends of LF and without a byte order mark, and as bytes
/// of the file's text.
package struct TextPlaces: Sendable {
    /// The text as JavaScript has it.
    package let text: String
    private let bytes: [UInt8]
    /// Where lines begin: in bytes, and in units.
    private let lines: [(byte: Int, unit: Int)]
    /// How many units there are.
    package let unitCount: Int

    /// - Parameter bytes: the text of a file as UTF-8.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        text = LineEnds.unified(String(decoding: bytes[start...], as: UTF8.self))
        var lines = [(byte: start, unit: 0)]
        var unit = 0
        var index = start
        while index < bytes.count {
            unit += Self.units(of: bytes[index])
            let isReturn = bytes[index] == 0x0D
            index += 1
            if isReturn || bytes[index - 1] == 0x0A {
                if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                lines.append((index, unit))
            }
        }
        self.lines = lines
        unitCount = unit
    }

    /// How many units a byte stands for: those of a character are counted at its first byte.
    private static func units(of byte: UInt8) -> Int {
        byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }

    /// The byte at which a unit begins; `nil` behind the end, and in the middle of a character.
    package func byte(ofUnit unit: Int) -> Int? {
        guard (0...unitCount).contains(unit) else { return nil }
        var (byte, current) = lines[lastLine { $0.unit <= unit }]
        while current < unit {
            current += Self.units(of: bytes[byte])
            byte += 1
            while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
        }
        return current == unit ? byte : nil
    }

    /// The bytes between two units; `nil` where they are none of the text.
    package func bytes(ofUnits start: Int, _ end: Int) -> Range<Int>? {
        guard start <= end, let lower = byte(ofUnit: start), let upper = byte(ofUnit: end) else { return nil }
        return lower..<upper
    }

    /// The unit that begins at a byte, or the one that holds it; the ends of the text for what lies outside.
    package func unit(ofByte byte: Int) -> Int {
        var (current, unit) = lines[lastLine { $0.byte <= byte }]
        while current < min(byte, bytes.count) {
            // Both bytes of CR LF are one unit.
            if current > 0, bytes[current] == 0x0A, bytes[current - 1] == 0x0D { return unit }
            unit += Self.units(of: bytes[current])
            current += 1
        }
        return unit
    }

    /// The last line that begins before something, found in halves.
    private func lastLine(_ isBefore: ((byte: Int, unit: Int)) -> Bool) -> Int {
        var (low, high) = (0, lines.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if isBefore(lines[middle]) { low = middle } else { high = middle }
        }
        return low
    }
}
