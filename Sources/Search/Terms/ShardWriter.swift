/// Writes terms with the documents that hold them.
enum ShardWriter {
    /// The bytes of some terms.
    ///
    /// - Parameter count: of all documents.
    static func shard(_ range: Range<Int>, of terms: TermList, count: Int) -> [UInt8] {
        let bits = range.reduce(64) { $0 + estimatedBits(of: $1, in: terms, count: count) }
        var writer = BitWriter(capacity: bits / 7)
        writer.writeGamma(range.count + 1)
        var previous: [UInt16] = []
        var postings = AppendedList<TermTable.Posting>(capacity: 1024)
        for term in range {
            let units = terms.units(of: term)
            write(units, after: previous, to: &writer)
            previous = units
            postings.removeAll()
            terms.forEachPosting(of: term) { postings.append($0) }
            write(postings, count: count, to: &writer)
        }
        return writer.finished
    }

    /// About how many bits a term takes.
    static func estimatedBits(of term: Int, in terms: TermList, count: Int) -> Int {
        24 + SubsetCoding.estimatedBits(count: terms.documentCount(of: term), universe: count)
    }

    /// Writes a term by what it has in common with the one before: how many units; how many more units it has; by how much
    /// the first of these is greater than what stands there in the one before, and the others as they are.
    ///
    /// - Parameter previous: the one before, smaller in order; empty before the first.
    static func write(_ units: [UInt16], after previous: [UInt16], to writer: inout BitWriter) {
        var shared = 0
        while shared < min(units.count, previous.count), units[shared] == previous[shared] { shared += 1 }
        writer.writeGamma(shared + 1)
        writer.writeGamma(units.count - shared + 1)
        for place in shared..<units.count {
            let base = place == shared && place < previous.count ? Int(previous[place]) : 0
            writer.writeGamma(Int(units[place]) - base + 1)
        }
    }

    /// Writes how many documents hold a term, and which; then in which names it stands, and in which of those documents.
    private static func write(
        _ postings: borrowing AppendedList<TermTable.Posting>, count: Int, to writer: inout BitWriter
    ) {
        let names: UInt32 = 1 << TermTable.fieldBits - 1
        var documents = AppendedList<UInt32>(capacity: postings.count)
        var fields: UInt32 = 0
        for index in 0..<postings.count {
            let posting = postings[index]
            fields |= posting & names
            documents.append(posting >> TermTable.fieldBits)
        }
        writer.writeGamma(postings.count)
        SubsetCoding.write(documents, universe: count, to: &writer)
        writer.write(fields != 0)
        guard fields != 0 else { return }
        writer.write(fields, bits: Int(TermTable.fieldBits))
        for field in 0..<TermTable.fieldBits where fields & 1 << field != 0 {
            var places = AppendedList<UInt32>(capacity: 16)
            for index in 0..<postings.count where postings[index] & 1 << field != 0 { places.append(UInt32(index)) }
            writer.writeGamma(places.count)
            SubsetCoding.write(places, universe: postings.count, to: &writer)
        }
    }
}
