import Content
import SiteModel

/// An index as the files that `search.js` reads; `docs/search-index.md` describes them.
package struct SearchIndex: Sendable {
    /// The file that is read first.
    package let root: [UInt8]
    /// The files it leads to, by number: first those with terms, then those with what is shown of documents.
    package let parts: [[UInt8]]

    /// The same documents give the same bytes, whatever the number of threads.
    ///
    /// - Parameters:
    ///   - documents: in the order in which equal results are shown.
    ///   - synonyms: groups of words that mean the same.
    ///   - jobs: the number of threads.
    package init(_ documents: [SearchDocument], synonyms: [[String]] = [], division: SearchDivision, jobs: Int) {
        let sizes = documents.map(\.size)
        let text = TextCode(sample: Self.sample(of: documents, bytes: sizes.reduce(0, +)))
        let ranges = Self.division(of: sizes, into: max(1, min(jobs, documents.count)))
        let readings = NameReadings(of: documents)
        let own = ParallelWork.map(count: ranges.count, jobs: jobs) { index in
            DocumentTerms(documents[ranges[index]], first: ranges[index].lowerBound, readings: readings)
        }
        let aids = QuestionAids(synonyms: synonyms, readings: readings)
        let isUsed = (0..<0x10000).map { unit in own.contains { $0.isUsed[unit] } }
        guard division != .undivided else {
            let root = IndexFile.root(of: documents, text: text, isUsed: isUsed, aids: aids)
            self.root = Self.stamp(of: root, []) + root
            parts = []
            return
        }
        let terms = TermList(own)
        let shards = TermShards(terms, shards: division.shards, count: documents.count)
        let root = IndexFile.root(
            of: documents, text: text, isUsed: isUsed, terms: terms, shards: shards, blocks: division.blocks,
            aids: aids)
        let parts = ParallelWork.map(count: division.parts, jobs: jobs) { part in
            guard part >= division.shards else {
                return ShardWriter.shard(shards.ranges[part], of: terms, count: documents.count)
            }
            let block = Self.block(part - division.shards, of: division.blocks, count: documents.count)
            return IndexFile.block(documents[block], text: text)
        }
        let stamp = Self.stamp(of: root, parts)
        self.root = stamp + root
        self.parts = parts.map { stamp + $0 }
    }

    /// Texts of documents from everywhere in the index, from which is learnt how to write all of them.
    private static func sample(of documents: [SearchDocument], bytes: Int) -> [UInt16] {
        let step = max(1, bytes / sampleBytes)
        var units = AppendedList<UInt16>(capacity: sampleBytes / 2)
        for index in stride(from: 0, to: documents.count, by: step) {
            IndexFile.appendTexts(of: documents[index], to: &units)
        }
        return units.withValues { Array($0) }
    }

    /// About how much of the texts is looked at: more makes them no smaller.
    private static let sampleBytes = 1024 * 1024

    /// The documents of a block: of all blocks as many but for one.
    static func block(_ block: Int, of blocks: Int, count: Int) -> Range<Int> {
        block * count / blocks..<(block + 1) * count / blocks
    }

    /// Consecutive ranges of about the same sum; always as many as asked for, of which some may be empty.
    static func division(of sizes: [Int], into count: Int) -> [Range<Int>] {
        let total = sizes.reduce(0, +)
        var ranges: [Range<Int>] = []
        var start = 0
        var end = 0
        var sum = 0
        for number in 1...count {
            while end < sizes.count, number == count || sum + sizes[end] / 2 < total * number / count {
                sum += sizes[end]
                end += 1
            }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    /// A hash of all that the files hold, with which each begins: files of two builds must not be taken for one index.
    private static func stamp(of root: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
        var hash = IndexHash()
        hash.combine(root)
        for part in parts { hash.combine(part) }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash.value >> UInt64(56 - $0 * 8)) }
    }
}
