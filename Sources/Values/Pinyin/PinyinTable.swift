/// The reading of every Han character of the basic block, without tones.
enum PinyinTable {
    /// U+4E00 to U+9FFF (CJK Unified Ideographs).
    static let scalars: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// The reading in lower-case ASCII, empty where there is none; `nil` outside the block.
    static func syllable(of scalar: Unicode.Scalar) -> String? {
        guard scalars.contains(scalar.value) else { return nil }
        let index = Int(scalar.value - scalars.lowerBound)
        guard index < starts.count else { return nil }
        return readings.withUTF8Buffer { bytes in
            let reading = bytes[Int(starts[index])...].prefix { !isBlank($0) }
            return reading.first == UInt8(ascii: "-") ? "" : String(decoding: reading, as: UTF8.self)
        }
    }

    /// Where each reading begins. A name asks for a few of twenty thousand: they are made when asked for.
    private static let starts: [Int32] = readings.withUTF8Buffer { bytes in
        var starts: [Int32] = []
        starts.reserveCapacity(scalars.count)
        var isBetween = true
        for index in bytes.indices {
            if isBetween, !isBlank(bytes[index]) { starts.append(Int32(index)) }
            isBetween = isBlank(bytes[index])
        }
        return starts
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
