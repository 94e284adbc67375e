/// The grams of one length in the texts of consecutive documents: one step of making longer grams from shorter ones.
///
/// A gram is known by the numbers of the two shorter ones that it is made of, so that texts of any length are handled
/// by hashing one number a place.
struct GramScan: Sendable {
    /// The key of each gram.
    private(set) var keys: [UInt64] = []
    /// Where each gram was first met.
    private(set) var places: [UInt32] = []
    /// Each document's grams, once each; documents ascending.
    private(set) var occurrences: [UInt32] = []
    /// Where each document's part of `occurrences` begins, and the end.
    private(set) var starts: [Int] = [0]

    /// The characters of a text.
    ///
    /// - Parameter places: gets the scan's own number of the gram that begins at each place of the text.
    init(charactersOf text: FoldedText, places: GramPlaces) {
        scan(text, places) { _, units, place in units[place] == 0 ? nil : UInt64(units[place]) }
    }

    /// The grams that are one character longer than those of another scan of the same text.
    ///
    /// - Parameters:
    ///   - places: holds the numbers of the shorter scan, and gets those of this one.
    ///   - known: the number in its level of each gram of the shorter scan; `none` where longer ones are not needed.
    init(_ text: FoldedText, places: GramPlaces, known: [UInt32]) {
        known.withUnsafeBufferPointer { known in
            func number(_ shorter: UInt32) -> UInt32 {
                shorter == GramPlaces.none ? shorter : known[Int(shorter)]
            }
            // Places are looked at one after the other, so the second gram of a place is the first of the next.
            var second: UInt32?
            scan(text, places) { shorter, _, place in
                let first = second ?? number(shorter[place])
                let next = place + 1 < shorter.count ? number(shorter[place + 1]) : GramPlaces.none
                second = next
                return first == GramPlaces.none || next == GramPlaces.none ? nil : UInt64(first) << 32 | UInt64(next)
            }
        }
    }

    /// - Parameter key: the key of the gram at a place, which has the number of the shorter one until then.
    @inline(__always)
    private mutating func scan(
        _ text: FoldedText, _ gramPlaces: GramPlaces,
        key: (UnsafeMutableBufferPointer<UInt32>, UnsafeBufferPointer<UInt16>, Int) -> UInt64?
    ) {
        var grams = KeyNumbers()
        var places: [UInt32] = []
        var occurrences: [UInt32] = []
        occurrences.reserveCapacity(text.units.count / 4)
        var starts = [0]
        gramPlaces.withNumbers { numbers in
            text.units.withUnsafeBufferPointer { units in
                for document in 0..<text.starts.count - 1 {
                    for place in text.starts[document]..<text.starts[document + 1] {
                        guard let key = key(numbers, units, place) else {
                            numbers[place] = GramPlaces.none
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
        }
        keys = grams.keys
        self.places = places
        self.occurrences = occurrences
        self.starts = starts
    }
}
