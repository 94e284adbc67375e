/// The grams of one length in the texts of consecutive documents: one step of making longer grams from shorter ones.
///
/// A gram is known by the numbers of the two shorter ones that it is made of, so that texts of any length are handled
/// by hashing one number a place.
struct GramScan: Sendable {
    /// No gram begins at a place, or one that longer grams need not be looked at.
    static let none = UInt32.max

    /// The scan's own number of the gram that begins at each place of the text.
    private(set) var numbers: [UInt32] = []
    /// The key of each gram.
    private(set) var keys: [UInt64] = []
    /// Where each gram was first met.
    private(set) var places: [UInt32] = []
    /// Each document's grams, once each; documents ascending.
    private(set) var occurrences: [UInt32] = []
    /// Where each document's part of `occurrences` begins, and the end.
    private(set) var starts: [Int] = [0]

    /// The characters of a text.
    init(charactersOf text: FoldedText) {
        scan(text) { units, place in units[place] == 0 ? nil : UInt64(units[place]) }
    }

    /// The grams that are one character longer than those of another scan of the same text.
    ///
    /// - Parameter known: the number in its level of each gram of the shorter scan; `none` where longer ones are not
    ///   needed.
    init(_ text: FoldedText, after shorter: GramScan, known: [UInt32]) {
        shorter.numbers.withUnsafeBufferPointer { shorter in
            known.withUnsafeBufferPointer { known in
                func number(_ place: Int) -> UInt32 {
                    let own = shorter[place]
                    return own == Self.none ? own : known[Int(own)]
                }
                scan(text) { _, place in
                    guard place + 1 < shorter.count else { return nil }
                    let first = number(place)
                    guard first != Self.none else { return nil }
                    let second = number(place + 1)
                    return second == Self.none ? nil : UInt64(first) << 32 | UInt64(second)
                }
            }
        }
    }

    /// - Parameter key: the key of the gram at a place.
    @inline(__always)
    private mutating func scan(_ text: FoldedText, key: (UnsafeBufferPointer<UInt16>, Int) -> UInt64?) {
        var grams = KeyNumbers()
        var places: [UInt32] = []
        var occurrences: [UInt32] = []
        occurrences.reserveCapacity(text.units.count / 4)
        var starts = [0]
        // Every place is written once; to fill it with `none` before takes as long again.
        numbers = [UInt32](unsafeUninitializedCapacity: text.units.count) { numbers, count in
            text.units.withUnsafeBufferPointer { units in
                for document in 0..<text.starts.count - 1 {
                    for place in text.starts[document]..<text.starts[document + 1] {
                        guard let key = key(units, place) else {
                            numbers[place] = Self.none
                            continue
                        }
                        let (number, isNew, isFirst) = grams.number(of: key, in: UInt32(document))
                        numbers[place] = number
                        if isNew { places.append(UInt32(place)) }
                        if isFirst { occurrences.append(number) }
                    }
                    starts.append(occurrences.count)
                }
            }
            count = text.units.count
        }
        keys = grams.keys
        self.places = places
        self.occurrences = occurrences
        self.starts = starts
    }
}
