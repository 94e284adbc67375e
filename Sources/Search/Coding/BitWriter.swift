/// Writes numbers bit by bit, the highest bit first.
struct BitWriter: Sendable {
    /// What was written so far, 32 bits each.
    private var words: [UInt32] = []
    /// Bits that do not fill a word yet, the last one lowest.
    private var pending: UInt64 = 0
    /// How many bits are pending, less than 32 between calls.
    private var pendingCount: UInt64 = 0

    /// - Parameter capacity: about how many bytes will be written.
    init(capacity: Int = 0) { words.reserveCapacity(capacity / 4) }

    /// - Parameters:
    ///   - value: less than 2 to the power of `count`.
    ///   - count: at most 32.
    @inline(__always)
    mutating func write(_ value: UInt32, bits count: Int) {
        pending = pending &<< UInt64(truncatingIfNeeded: count) | UInt64(value)
        pendingCount &+= UInt64(truncatingIfNeeded: count)
        guard pendingCount >= 32 else { return }
        pendingCount &-= 32
        words.append(UInt32(truncatingIfNeeded: pending &>> pendingCount))
    }

    mutating func write(_ flag: Bool) { write(flag ? 1 : 0, bits: 1) }

    /// A number by Elias' gamma code: as many zeros as its binary form has digits after the first, then that form.
    ///
    /// - Parameter number: at least 1; small ones take fewer bits.
    mutating func writeGamma(_ number: Int) {
        let digits = Int.bitWidth - number.leadingZeroBitCount
        write(0, bits: digits - 1)
        write(UInt32(number), bits: digits)
    }

    /// A number by Rice's code: what is left after `low` bits as ones with a zero behind them, then those bits.
    @inline(__always)
    mutating func writeRice(_ number: UInt32, low: Int) {
        var ones = Int(number &>> UInt32(low))
        while ones >= 16 {
            write(0xFFFF, bits: 16)
            ones -= 16
        }
        write((1 &<< UInt32(ones) &- 1) &<< 1, bits: ones + 1)
        write(number & (1 &<< UInt32(low) &- 1), bits: low)
    }

    /// All bytes; zeros fill the last one.
    var finished: [UInt8] {
        let count = words.count * 4 + Int(pendingCount + 7) / 8
        let last = UInt32(truncatingIfNeeded: pending &<< (32 - pendingCount))
        return [UInt8](unsafeUninitializedCapacity: words.count * 4 + 4) { bytes, initialized in
            for (index, word) in (words + [last]).enumerated() {
                for place in 0..<4 {
                    bytes[index * 4 + place] = UInt8(truncatingIfNeeded: word >> (24 - UInt32(place) * 8))
                }
            }
            initialized = count
        }
    }
}
