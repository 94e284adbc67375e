import Content

/// The grams that an index holds: all characters and pairs, and the longer ones that are needed to tell exactly which
/// documents hold a text.
///
/// The documents that hold 质量管 are among those that hold both 质量 and 量管. Where that leaves few, they are looked
/// into, and 质量管 need not be in the index. Where it leaves many, the index says which of them do: often all, which
/// takes one byte. What is not in the index then is in no document.
enum GramTerms {
    /// So many documents are looked into instead: those of one page of results, which is fetched anyway.
    static let mostCandidates = 10
    /// The longest grams of the index. Of longer texts the documents are known but for a few, which are looked into when
    /// they are to be shown.
    static let maximumLength = 6

    /// The terms of all lengths, in no order.
    ///
    /// - Parameter count: the number of documents.
    static func terms(of texts: [FoldedText], names: Names, count: Int, jobs: Int) -> [Term] {
        let places = texts.map { GramPlaces(count: $0.units.count) }
        var scans = ParallelWork.map(count: texts.count, jobs: jobs) {
            GramScan(charactersOf: texts[$0], places: places[$0])
        }
        var level = GramLevel(scans, of: texts)
        var terms: [Term] = []
        var known: [[UInt32]] = level.numbers
        for length in 1...maximumLength {
            if length > 1 {
                let numbers = known
                scans = ParallelWork.map(count: texts.count, jobs: jobs) {
                    GramScan(texts[$0], places: places[$0], known: numbers[$0])
                }
                let below = level
                level = GramLevel(scans, of: texts)
                guard !level.keys.isEmpty else { break }
                if length > 2 {
                    let payloads = needed(level, below: below, jobs: jobs)
                    terms += spelled(payloads, of: level, length: length, texts: texts)
                    known = level.numbers { payloads[$0] != nil && level.count(of: $0) > mostCandidates }
                    continue
                }
                // What few documents hold is not needed in a longer gram.
                known = level.numbers { level.count(of: $0) > mostCandidates }
            }
            let complete = level
            let payloads: [[UInt8]?] = ParallelWork.map(count: complete.keys.count, jobs: jobs) { gram in
                let (scan, place) = complete.places[gram]
                let units = texts[scan].units[Int(place)..<Int(place) + length]
                return Term.payload(
                    documents: complete.documents(of: gram), fields: names.occurrences(of: units), count: count)
            }
            terms += spelled(payloads, of: complete, length: length, texts: texts)
        }
        return terms
    }

    private static func spelled(
        _ payloads: [[UInt8]?], of level: GramLevel, length: Int, texts: [FoldedText]
    ) -> [Term] {
        zip(payloads, level.places).compactMap { payload, place in
            guard let payload else { return nil }
            let start = Int(place.place)
            return Term(units: Array(texts[place.scan].units[start..<start + length]), payload: payload)
        }
    }

    /// For each gram the documents that hold it, as a part of those that hold both its shorter ones; `nil` for grams
    /// that are not needed.
    private static func needed(_ level: GramLevel, below: GramLevel, jobs: Int) -> [[UInt8]?] {
        ParallelWork.map(count: level.keys.count, jobs: jobs) { gram in
            let key = level.keys[gram]
            let first = below.documents(of: Int(key >> 32))
            let second = below.documents(of: Int(key & 0xFFFF_FFFF))
            guard min(first.count, second.count) > mostCandidates else { return nil }
            let (places, universe) = places(of: level.documents(of: gram), inBoth: first, second)
            guard universe > mostCandidates else { return nil }
            var list = NumberList()
            SubsetEncoding.append(places: places, universe: universe, to: &list)
            return list.text
        }
    }

    /// Where the members of a list stand in the intersection of two others, and its size.
    private static func places(
        of members: ArraySlice<UInt32>, inBoth first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>
    ) -> (places: [UInt32], universe: Int) {
        var places: [UInt32] = []
        places.reserveCapacity(members.count)
        var universe = 0
        members.withUnsafeBufferPointer { members in
            first.withUnsafeBufferPointer { first in
                second.withUnsafeBufferPointer { second in
                    var one = 0
                    var two = 0
                    var member = 0
                    while one < first.count, two < second.count {
                        let left = first[one]
                        let right = second[two]
                        if left == right {
                            if member < members.count, members[member] == left {
                                places.append(UInt32(universe))
                                member += 1
                            }
                            universe += 1
                        }
                        if left <= right { one += 1 }
                        if right <= left { two += 1 }
                    }
                }
            }
        }
        return (places, universe)
    }
}
