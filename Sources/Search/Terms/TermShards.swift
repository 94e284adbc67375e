/// The terms of each file of an index: words and numbers in the first files, Han and pairs in those behind them.
struct TermShards: Sendable {
    /// In the order of their terms; then empty ones, so that there are as many as asked for.
    let ranges: [Range<Int>]
    /// How many of them hold words, and how many others hold terms.
    private let wordShards: Int
    private let gramShards: Int

    /// - Parameters:
    ///   - shards: how many files there are, at least 2.
    ///   - count: the number of documents.
    init(_ terms: TermList, shards: Int, count: Int) {
        let sizes = (0..<terms.count).map { ShardWriter.estimatedBits(of: $0, in: terms, count: count) }
        let words = Array(sizes.prefix(terms.wordCount))
        let share = words.reduce(0, +) * shards / max(1, sizes.reduce(0, +))
        let most = max(1, min(share, shards - 1))
        let ofWords = SearchIndex.division(of: words, into: most).filter { !$0.isEmpty }
        let ofGrams = SearchIndex.division(of: Array(sizes.dropFirst(words.count)), into: shards - most)
            .filter { !$0.isEmpty }.map { $0.lowerBound + words.count..<$0.upperBound + words.count }
        wordShards = ofWords.count
        gramShards = ofGrams.count
        let empty = Array(repeating: terms.count..<terms.count, count: shards - wordShards - gramShards)
        ranges = ofWords + ofGrams + empty
    }

    /// Writes with which term each file begins: words one after the other, then the others as ascending numbers below 2 to
    /// the power of 32.
    func writeFirsts(of terms: TermList, to writer: inout BitWriter) {
        writer.writeGamma(wordShards + 1)
        var previous: [UInt16] = []
        for range in ranges.prefix(wordShards) {
            let first = terms.units(of: range.lowerBound)
            ShardWriter.write(first, after: previous, to: &writer)
            previous = first
        }
        writer.writeGamma(gramShards + 1)
        var firsts = AppendedList<UInt32>(capacity: gramShards)
        for range in ranges[wordShards..<wordShards + gramShards] { firsts.append(terms.gram(range.lowerBound)) }
        SubsetCoding.write(firsts, universe: 1 << 32, to: &writer)
    }
}
