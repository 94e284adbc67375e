/// A hash of bytes, eight at a time: a multiplication and a rotation a step, as in FxHash, and the finish of MurmurHash3
/// so that every byte reaches every bit.
enum ByteHash {
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: raw.count) &* factor
        var offset = 0
        while offset + 8 <= raw.count {
            hash = step(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < raw.count {
            rest = rest << 8 | UInt64(raw[offset])
            offset += 1
        }
        hash = step(hash, rest)
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }

    private static let factor: UInt64 = 0x517C_C1B7_2722_0A95

    private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        ((hash << 5 | hash >> 59) ^ word) &* factor
    }
}
