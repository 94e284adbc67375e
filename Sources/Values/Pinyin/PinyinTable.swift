/// The reading of every Han character of the basic block, without tones.
enum PinyinTable {
    /// U+4E00 to U+9FFF (CJK Unified Ideographs).
    static let scalars: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// The reading in lower-case ASCII, empty where there is none; `nil` outside the block.
    static func syllable(of scalar: Unicode.Scalar) -> String? {
        guard scalars.contains(scalar.value) else { return nil }
        let index = Int(scalar.value - scalars.lowerBound)
        return index < syllables.count ? syllables[index] : nil
    }

    private static let syllables: [String] = readings.withUTF8Buffer { bytes in
        bytes.split { $0 == 0x20 || $0 == 0x0A }.map {
            $0.first == UInt8(ascii: "-") ? "" : String(decoding: $0, as: UTF8.self)
        }
    }
}
