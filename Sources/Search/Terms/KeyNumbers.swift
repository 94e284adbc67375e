/// Gives numbers to 64-bit keys in the order in which they are first met: a hash table with open addressing.
///
/// Most of the time of an index is spent here, so the table is memory of its own: an array would be checked for other
/// owners and for its bounds at each place.
struct KeyNumbers: ~Copyable {
    /// Everything about a key in one place, because looking into memory is what takes time here.
    private struct Slot {
        var key: UInt64 = 0
        /// The key's number plus one; 0 is an empty place.
        var entry: UInt32 = 0
    }

    /// The keys by their numbers.
    private(set) var keys: [UInt64] = []
    private var slots: UnsafeMutablePointer<Slot>
    /// One less than the number of slots, a power of two; at most half of the slots are taken.
    private var mask: Int

    init() {
        mask = (1 << 12) - 1
        slots = Self.emptySlots(mask + 1)
    }

    deinit { slots.deallocate() }

    /// The key's number, and whether it was not there before.
    @inline(__always)
    mutating func number(of key: UInt64) -> (number: UInt32, isNew: Bool) {
        var place = Self.hash(key) & mask
        while slots[place].entry != 0 {
            if slots[place].key == key { return (slots[place].entry - 1, false) }
            place = (place + 1) & mask
        }
        return (add(key, at: place), true)
    }

    private mutating func add(_ key: UInt64, at place: Int) -> UInt32 {
        keys.append(key)
        slots[place] = Slot(key: key, entry: UInt32(keys.count))
        if keys.count * 2 > mask { grow() }
        return UInt32(keys.count - 1)
    }

    private mutating func grow() {
        let old = slots
        let count = mask + 1
        mask = count * 4 - 1
        slots = Self.emptySlots(mask + 1)
        for index in 0..<count where old[index].entry != 0 {
            var place = Self.hash(old[index].key) & mask
            while slots[place].entry != 0 { place = (place + 1) & mask }
            slots[place] = old[index]
        }
        old.deallocate()
    }

    private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(), count: count)
        return slots
    }

    /// Both halves of the product, so that every bit of the key has its part: keys are often near to each other, and
    /// simpler ways put such keys side by side.
    private static func hash(_ key: UInt64) -> Int {
        let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low >> 24)
    }
}
