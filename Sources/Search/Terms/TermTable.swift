/// Terms of one kind, by numbers, with the documents that were noted for each. Documents come in ascending order.
struct TermTable: ~Copyable {
    /// The number of the document in the upper 28 bits, the fields of names that hold the term in the lower four.
    typealias Posting = UInt32

    /// How many bits of a posting say in which names the term stands.
    static let fieldBits: UInt32 = 4

    /// The terms of the postings.
    private var terms: AppendedList<UInt32>
    private var postings: AppendedList<Posting>
    /// By term, where its last posting is, plus one; 0 before the first.
    private var last: AppendedList<UInt32>

    /// - Parameter capacity: about how many postings will be noted.
    init(capacity: Int) {
        terms = AppendedList(capacity: capacity)
        postings = AppendedList(capacity: capacity)
        last = AppendedList(capacity: 0x1_0000)
    }

    /// Notes that a document holds a term; it is noted once, whatever the number of times.
    ///
    /// - Parameter fields: bits of the names that hold it; 0 for texts.
    @inline(__always)
    mutating func note(_ term: Int, in document: UInt32, fields: UInt8) {
        while term >= last.count { last.append(0) }
        let posting = Int(last[term]) &- 1
        if posting >= 0, postings[posting] &>> Self.fieldBits == document {
            if fields != 0 { postings[posting] |= UInt32(fields) }
            return
        }
        terms.append(UInt32(truncatingIfNeeded: term))
        postings.append(document &<< Self.fieldBits | UInt32(fields))
        last[term] = UInt32(truncatingIfNeeded: postings.count)
    }

    /// The terms that were noted, ascending.
    ///
    /// - Parameter end: greater than the greatest of them.
    func usedTerms(below end: Int) -> [Int] { (0..<min(end, last.count)).filter { last[$0] != 0 } }

    /// The postings of all terms, each term's together.
    ///
    /// - Parameter keys: the terms that occur with their numbers, in the order that is wanted.
    func grouped<Key>(_ keys: [(key: Key, number: UInt32)]) -> TermGroup<Key> {
        var next = [UInt32](repeating: 0, count: last.count)
        for index in 0..<terms.count { next[Int(terms[index])] += 1 }
        var starts: [UInt32] = []
        starts.reserveCapacity(keys.count + 1)
        var start: UInt32 = 0
        for (_, number) in keys {
            starts.append(start)
            start += next[Int(number)]
            next[Int(number)] = starts[starts.count - 1]
        }
        starts.append(start)
        let grouped = [Posting](unsafeUninitializedCapacity: postings.count) { grouped, count in
            next.withUnsafeMutableBufferPointer { next in
                for index in 0..<terms.count {
                    let term = Int(terms[index])
                    grouped[Int(next[term])] = postings[index]
                    next[term] &+= 1
                }
            }
            count = postings.count
        }
        return TermGroup(keys: keys.map(\.key), starts: starts, postings: grouped)
    }
}

/// Terms in their order, with the documents that hold each.
struct TermGroup<Key: Comparable & Sendable>: Sendable {
    let keys: [Key]
    /// Where each term's part of `postings` begins, and the end.
    let starts: [UInt32]
    /// Documents ascending within each term, with bits for names.
    let postings: [TermTable.Posting]
}
