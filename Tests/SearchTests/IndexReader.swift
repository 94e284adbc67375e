import CZlib
import Foundation
import Search
import SiteModel
import Testing
import Values

/// Searches the files of an index as `docs/search-index.md` describes them, knowing nothing of how they are made.
struct IndexReader {
    struct Root {
        var count = 0
        var mostCandidates = 0
        var maximumLength = 0
        var facets: [(names: [String], values: [[Int]])] = []
        var folding: [UInt16: UInt16] = [:]
        var firstTerms: [[UInt16]] = []
        var blockStarts: [Int] = []
    }

    /// The numbers of a term.
    struct Numbers {
        var rest: ArraySlice<Int>

        init(_ numbers: [Int]) { rest = numbers[...] }

        mutating func number() -> Int { rest.removeFirst() }

        /// The members of a subset.
        mutating func subset(of universe: [Int]) -> [Int] {
            let head = number()
            let numbers = (0..<head >> 2).map { _ in number() }
            if head & 3 == 2 {
                return universe.indices.filter { numbers[$0 / 30] >> ($0 % 30) & 1 == 1 }.map { universe[$0] }
            }
            var place = -1
            let places = numbers.map { gap in
                place += gap + 1
                return place
            }
            guard head & 3 == 3 else { return places.map { universe[$0] } }
            let absent = Set(places)
            return universe.indices.filter { !absent.contains($0) }.map { universe[$0] }
        }
    }

    let root: Root
    private let shards: [[[UInt16]: [Int]]]
    /// `[address, state, title, team, enterprise, practices, text]` of each document.
    let records: [[String]]

    init(_ index: SearchIndex) throws {
        let (stamp, head) = try Self.contents(index.root)
        let object = try #require(head as? [String: Any])
        #expect(object["version"] as? Int == 1)
        let parts = try index.parts.map { file in
            let (own, contents) = try Self.contents(file)
            #expect(own == stamp)
            return contents
        }
        var read = Root()
        read.count = try #require(object["count"] as? Int)
        read.mostCandidates = try #require(object["few"] as? Int)
        for facet in try #require(object["facets"] as? [[String: Any]]) {
            read.facets.append(
                (try #require(facet["names"] as? [String]), try #require(facet["of"] as? [[Int]])))
        }
        for (unit, folded) in try #require(object["pairs"] as? [String: String]) {
            read.folding[try #require(UInt16(unit))] = folded.utf16[folded.utf16.startIndex]
        }
        if let records = object["records"] as? [[String]] {
            root = read
            shards = []
            self.records = records
            return
        }
        read.maximumLength = try #require(object["longest"] as? Int)
        read.firstTerms = try #require(object["firsts"] as? [String]).map { Array($0.utf16) }
        read.blockStarts = try #require(object["starts"] as? [Int])
        self.root = read
        shards = try parts.prefix(read.firstTerms.count).map { shard in
            let terms = try #require(shard as? [String: [Int]])
            return Dictionary(uniqueKeysWithValues: terms.map { (Array($0.key.utf16), $0.value) })
        }
        records = try parts.dropFirst(read.firstTerms.count).flatMap { try #require($0 as? [[String]]) }
    }

    /// The stamp of a file and what it holds.
    static func contents(_ file: [UInt8]) throws -> (stamp: String, contents: Any) {
        let value = try #require(try JSONSerialization.jsonObject(with: Data(uncompressed(file))) as? [Any])
        return (try #require(value.first as? String), value[1])
    }

    private static func uncompressed(_ file: [UInt8]) -> [UInt8] {
        let input = file
        let size = input.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        var output = [UInt8](repeating: 0, count: size)
        var stream = z_stream()
        precondition(inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        input.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(size)
                precondition(inflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
        }
        return output
    }

    /// Only the shard that a term belongs to is looked into, so that wrong borders are found.
    private func payload(_ term: [UInt16]) -> [Int]? {
        guard let shard = root.firstTerms.lastIndex(where: { !term.lexicographicallyPrecedes($0) }) else { return nil }
        return shards[shard][term]
    }

    // MARK: Searching

    struct Matches {
        var documents: [Int]
        /// Whether none of the documents need be looked into.
        var isExact: Bool
        /// The documents whose names hold what is searched, by field.
        var fields: [[Int]]
    }

    /// As the script folds: what shows nothing goes, other forms of one character become it, and the index knows the rest.
    func fold(_ text: String) -> [UInt16] {
        let seen = text.unicodeScalars.filter { $0.properties.isWhitespace || !NameFolding.isIgnored($0) }
        let plain = seen.map { scalar in
            let isOther =
                switch scalar.value {
                case 0xA0...0xBE, 0x2070...0x209F, 0x2100...0x218F, 0x2460...0x24FF, 0x3200...0x33FF, 0xFB00...0xFB06,
                    0xFF01...0xFFEE:
                    true
                default: false
                }
            let form = isOther ? String(scalar).precomposedStringWithCompatibilityMapping : String(scalar)
            return scalar.value <= 0x52F || isOther ? form.lowercased() : form
        }
        return plain.joined().utf16.map { root.folding[$0] ?? $0 }
    }

    /// The documents that hold a run of Han.
    func documents(withRun run: [UInt16]) -> Matches {
        if run.count == 1 { return names(of: run) }
        let pairs = (0..<run.count - 1).map { names(of: Array(run[$0..<$0 + 2])) }
        var sets = pairs.map(\.documents)
        var isExact = run.count == 2
        for length in stride(from: 3, through: min(run.count, root.maximumLength), by: 1) {
            guard intersection(sets).count > root.mostCandidates else { break }
            sets = (0...run.count - length).map { start in
                let both = intersection([sets[start], sets[start + 1]])
                guard both.count > root.mostCandidates else { return both }
                guard let payload = payload(Array(run[start..<start + length])) else { return [] }
                var numbers = Numbers(payload)
                return numbers.subset(of: both)
            }
            isExact = length == run.count
        }
        let found = intersection(sets)
        return Matches(
            documents: found,
            isExact: found.isEmpty || (isExact && (run.count == 2 || found.count > root.mostCandidates)),
            fields: (0..<4).map { field in intersection(pairs.map { $0.fields[field] }) })
    }

    /// The documents with a word that begins so.
    func documents(withPrefix prefix: [UInt16]) -> Matches {
        let terms = shards.flatMap(\.keys).filter { $0.starts(with: prefix) }
        let matches = terms.map(names)
        return Matches(
            documents: Set(matches.flatMap(\.documents)).sorted(), isExact: true,
            fields: (0..<4).map { field in Set(matches.flatMap { $0.fields[field] }).sorted() })
    }

    /// What is written of a word, a character or a pair.
    private func names(of term: [UInt16]) -> Matches {
        guard let payload = payload(term) else {
            return Matches(documents: [], isExact: true, fields: Array(repeating: [], count: 4))
        }
        var numbers = Numbers(payload)
        let documents = numbers.subset(of: Array(0..<root.count))
        let mask = numbers.number()
        let fields = (0..<4).map { mask >> $0 & 1 == 1 ? numbers.subset(of: documents) : [] }
        return Matches(documents: documents, isExact: true, fields: fields)
    }

    private func intersection(_ sets: [[Int]]) -> [Int] {
        guard var result = sets.first else { return [] }
        for set in sets.dropFirst() {
            let members = Set(set)
            result = result.filter(members.contains)
        }
        return result
    }

    /// The documents with a run of Han, where need be after looking into them; exactly those, if the index is right.
    func search(run: String) -> [Int] {
        let folded = fold(run)
        let matches = documents(withRun: folded)
        guard !matches.isExact else { return matches.documents }
        return matches.documents.filter { holds($0, folded) }
    }

    /// Whether a field of a document holds a run.
    func holds(_ document: Int, _ run: [UInt16]) -> Bool {
        records[document][2...6].contains { text in
            let units = fold(text)
            return units.indices.dropLast(run.count - 1).contains { units[$0..<$0 + run.count].elementsEqual(run) }
        }
    }
}
