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
    ///   - jobs: the number of threads.
    package init(_ documents: [SearchDocument], division: SearchDivision, jobs: Int) {
        let sizes = documents.map(\.size)
        let texts = Self.texts(of: documents, sizes: sizes, jobs: jobs)
        guard division != .undivided else {
            let root = IndexFile.root(of: documents, texts: texts)
            var hash = IndexHash()
            hash.combine(root)
            self.root = IndexFile.compressed(root, stamp: hash.text)
            parts = []
            return
        }
        let terms = Self.terms(of: texts, count: documents.count, jobs: jobs)
        let shards = Self.division(of: terms.map { $0.payload.count + 8 }, into: division.shards)
        let blocks = Self.division(of: sizes, into: division.blocks)
        let root = IndexFile.root(of: documents, texts: texts, terms: terms, shards: shards, blocks: blocks)
        let stamp = Self.stamp(root: root, terms: terms, documents: documents, jobs: jobs)
        self.root = IndexFile.compressed(root, stamp: stamp)
        parts = ParallelWork.map(count: shards.count + blocks.count, jobs: jobs) { index in
            IndexFile.compressed(
                index < shards.count
                    ? IndexFile.shard(terms[shards[index]]) : IndexFile.block(documents[blocks[index - shards.count]]),
                stamp: stamp)
        }
    }

    private static func texts(of documents: [SearchDocument], sizes: [Int], jobs: Int) -> [FoldedText] {
        let ranges = division(of: sizes, into: max(1, min(jobs, documents.count)))
        return ParallelWork.map(count: ranges.count, jobs: jobs) { index in
            FoldedText(documents[ranges[index]], first: ranges[index].lowerBound)
        }
    }

    /// All terms in the order of their UTF-16 units, which is how scripts compare texts.
    private static func terms(of texts: [FoldedText], count: Int, jobs: Int) -> [Term] {
        let terms =
            GramTerms.terms(of: texts, names: Names(texts), count: count, jobs: jobs)
            + WordTerms.terms(of: texts, count: count)
        return terms.sorted { $0.units.lexicographicallyPrecedes($1.units) }
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

    /// A hash of all that the files hold: those of different builds must not be taken for one index.
    private static func stamp(root: [UInt8], terms: [Term], documents: [SearchDocument], jobs: Int) -> String {
        var hash = IndexHash()
        hash.combine(root)
        for term in terms { hash.combine(term.payload) }
        let hashes = ParallelWork.map(count: documents.count, jobs: jobs) { index in
            var hash = IndexHash()
            hash.combine(Array(documents[index].url.utf8))
            hash.combine(Array((documents[index].state?.rawValue ?? "").utf8))
            for field in documents[index].fields { hash.combine(field) }
            return hash.value
        }
        hashes.withUnsafeBytes { hash.combine($0) }
        return hash.text
    }
}
