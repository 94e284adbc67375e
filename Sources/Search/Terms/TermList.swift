/// All terms of an index in the order of their UTF-16 units, which is how scripts compare texts: words and numbers, whose
/// units are smaller, before Han and pairs.
struct TermList: Sendable {
    private let words: MergedTerms<DocumentTerms.Word>
    private let grams: MergedTerms<UInt32>

    /// - Parameter parts: the terms of consecutive documents, in order.
    init(_ parts: [DocumentTerms]) {
        words = MergedTerms(parts.map(\.words))
        grams = MergedTerms(parts.map(\.grams))
    }

    var count: Int { words.keys.count + grams.keys.count }

    /// How many of the terms, the first ones, are words and numbers.
    var wordCount: Int { words.keys.count }

    /// A term behind the words, by `first << 16 | second`.
    func gram(_ term: Int) -> UInt32 { grams.keys[term - words.keys.count] }

    func units(of term: Int) -> [UInt16] {
        guard term >= words.keys.count else { return words.keys[term].units }
        let key = gram(term)
        let second = UInt16(truncatingIfNeeded: key)
        let first = UInt16(truncatingIfNeeded: key >> 16)
        return second == 0 ? [first] : [first, second]
    }

    /// How many documents hold a term.
    func documentCount(of term: Int) -> Int {
        term < words.keys.count ? words.documentCount(of: term) : grams.documentCount(of: term - words.keys.count)
    }

    /// Calls `body` with the postings of a term, documents ascending.
    @inline(__always)
    func forEachPosting(of term: Int, _ body: (TermTable.Posting) -> Void) {
        if term < words.keys.count {
            words.forEachPosting(of: term, body)
        } else {
            grams.forEachPosting(of: term - words.keys.count, body)
        }
    }
}

/// The terms of several parts of the documents as one list.
private struct MergedTerms<Key: Comparable & Sendable>: Sendable {
    let keys: [Key]
    private let parts: [TermGroup<Key>]
    /// For each term and each part, the term's place in the part; `absent` where the part does not have it.
    private let places: [UInt32]

    private static var absent: UInt32 { .max }

    init(_ parts: [TermGroup<Key>]) {
        var keys: [Key] = []
        var places: [UInt32] = []
        let least = parts.map(\.keys.count).max() ?? 0
        keys.reserveCapacity(least)
        places.reserveCapacity(least * parts.count)
        var next = parts.map { _ in 0 }
        while let key = Self.least(of: parts, from: next) {
            keys.append(key)
            for number in parts.indices {
                let place = next[number]
                let isPresent = place < parts[number].keys.count && parts[number].keys[place] == key
                places.append(isPresent ? UInt32(place) : Self.absent)
                if isPresent { next[number] += 1 }
            }
        }
        self.keys = keys
        self.places = places
        self.parts = parts
    }

    private static func least(of parts: [TermGroup<Key>], from next: [Int]) -> Key? {
        var least: Key?
        for number in parts.indices where next[number] < parts[number].keys.count {
            let key = parts[number].keys[next[number]]
            if let known = least, known <= key { continue }
            least = key
        }
        return least
    }

    func documentCount(of term: Int) -> Int {
        var count = 0
        for number in parts.indices { count += range(of: term, in: number).count }
        return count
    }

    @inline(__always)
    func forEachPosting(of term: Int, _ body: (TermTable.Posting) -> Void) {
        for number in parts.indices {
            parts[number].postings.withUnsafeBufferPointer { postings in
                for index in range(of: term, in: number) { body(postings[index]) }
            }
        }
    }

    @inline(__always)
    private func range(of term: Int, in number: Int) -> Range<Int> {
        let place = places[term * parts.count + number]
        guard place != Self.absent else { return 0..<0 }
        return Int(parts[number].starts[Int(place)])..<Int(parts[number].starts[Int(place) + 1])
    }
}
