/// Gives numbers to 64-bit keys in the order in which they are first met, and tells which keys a document has met
/// already: a hash table with open addressing.
struct KeyNumbers: Sendable {
    /// Everything about a key in one place, because looking into memory is what takes time here.
    private struct Slot {
        var key: UInt64 = 0
        var number: UInt32 = 0
        /// The document that met the key last, plus one; 0 is an empty place.
        var document: UInt32 = 0
    }

    private(set) var keys: [UInt64] = []
    private var slots: [Slot]
    private var mask: Int

    init() {
        slots = [Slot](repeating: Slot(), count: 1 << 12)
        mask = slots.count - 1
    }

    /// The key's number, whether it was not there before, and whether the document has it for the first time.
    ///
    /// - Parameter document: not smaller than in the call before.
    @inline(__always)
    mutating func number(of key: UInt64, in document: UInt32 = 0) -> (number: UInt32, isNew: Bool, isFirst: Bool) {
        var place = Self.hash(key) & mask
        while slots[place].document != 0 {
            if slots[place].key == key {
                let isFirst = slots[place].document != document + 1
                if isFirst { slots[place].document = document + 1 }
                return (slots[place].number, false, isFirst)
            }
            place = (place + 1) & mask
        }
        slots[place] = Slot(key: key, number: UInt32(keys.count), document: document + 1)
        keys.append(key)
        let number = UInt32(keys.count - 1)
        if keys.count * 2 > slots.count { grow() }
        return (number, true, true)
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 4)
        mask = slots.count - 1
        for slot in old where slot.document != 0 {
            var place = Self.hash(slot.key) & mask
            while slots[place].document != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }

    /// Multiplicative hashing; the high bits are the good ones.
    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 24)
    }
}
