/// FNV-1a over eight bytes at a time.
struct IndexHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Sixteen digits at most.
    var text: String { String(value, radix: 16) }

    /// The length counts as well, so that what is moved from one text to the next gives another hash.
    mutating func combine(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { combine($0) }
        mix(UInt64(bytes.count))
    }

    mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        for byte in bytes[index...] { mix(UInt64(byte)) }
    }

    /// The product moves nothing to lower bits; the next eight bytes are to meet all of it.
    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x100_0000_01B3
        value ^= value >> 29
    }
}
