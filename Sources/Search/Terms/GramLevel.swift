/// All grams of one length, with the documents that each occurs in.
struct GramLevel: Sendable {
    /// The numbers in the level below of the two grams that each is made of: `first << 32 | second`.
    let keys: [UInt64]
    /// For each scan, the number in this level of each of its grams.
    let numbers: [[UInt32]]
    /// The scan in which each gram was first met, and where.
    let places: [(scan: Int, place: UInt32)]
    private let starts: [Int]
    private let documents: [UInt32]

    /// - Parameter scans: of all texts, in the order of the documents.
    init(_ scans: [GramScan], of texts: [FoldedText]) {
        var grams = KeyNumbers()
        var numbers: [[UInt32]] = []
        var places: [(scan: Int, place: UInt32)] = []
        var counts: [Int] = []
        for (index, scan) in scans.enumerated() {
            var own = [UInt32](repeating: 0, count: scan.keys.count)
            for (local, key) in scan.keys.enumerated() {
                let (number, isNew, _) = grams.number(of: key)
                own[local] = number
                if isNew {
                    places.append((index, scan.places[local]))
                    counts.append(0)
                }
            }
            for occurrence in scan.occurrences { counts[Int(own[Int(occurrence)])] += 1 }
            numbers.append(own)
        }
        var starts = [0]
        starts.reserveCapacity(counts.count + 1)
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        var next = starts
        documents = [UInt32](unsafeUninitializedCapacity: starts[counts.count]) { documents, count in
            for (index, scan) in scans.enumerated() {
                let own = numbers[index]
                for document in 0..<scan.starts.count - 1 {
                    let id = UInt32(texts[index].first + document)
                    for occurrence in scan.occurrences[scan.starts[document]..<scan.starts[document + 1]] {
                        let number = Int(own[Int(occurrence)])
                        documents[next[number]] = id
                        next[number] += 1
                    }
                }
            }
            count = starts[counts.count]
        }
        keys = grams.keys
        self.numbers = numbers
        self.places = places
        self.starts = starts
    }

    /// For each scan, the number in this level of each of its grams; `GramPlaces.none` for those that are not wanted.
    func numbers(where isWanted: (Int) -> Bool) -> [[UInt32]] {
        let wanted = keys.indices.map(isWanted)
        return numbers.map { $0.map { wanted[Int($0)] ? $0 : GramPlaces.none } }
    }

    /// The number of documents that a gram occurs in.
    func count(of gram: Int) -> Int { starts[gram + 1] - starts[gram] }

    /// The documents that a gram occurs in, ascending.
    func documents(of gram: Int) -> ArraySlice<UInt32> { documents[starts[gram]..<starts[gram + 1]] }
}
