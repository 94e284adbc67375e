import Foundation
import Search
import SiteModel
import Testing
import Values

/// Reads the bits of a file of an index.
struct BitReader {
    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        place = start * 8
    }

    mutating func bits(_ count: Int) -> Int {
        (0..<count).reduce(0) { value, _ in
            precondition(place / 8 < bytes.count, "the file ends within a number")
            defer { place += 1 }
            return value << 1 | Int(bytes[place / 8] >> UInt8(7 - place % 8)) & 1
        }
    }

    /// A number from 0 by Elias' gamma code of its successor.
    mutating func number() -> Int {
        var digits = 0
        while bits(1) == 0 { digits += 1 }
        return 1 << digits + bits(digits) - 1
    }

    /// The members of a set of numbers below a limit.
    mutating func places(_ count: Int, below limit: Int) -> [Int] {
        let isInverse = count * 2 > limit
        let fewer = isInverse ? limit - count : count
        var low = 0
        while fewer > 0, fewer * 3 << (low + 1) <= limit * 2 { low += 1 }
        var next = 0
        var found: [Int] = []
        for _ in 0..<fewer {
            while bits(1) == 1 { next += 1 << low }
            next += bits(low) + 1
            found.append(next - 1)
        }
        guard isInverse else { return found }
        let missing = Set(found)
        return (0..<limit).filter { !missing.contains($0) }
    }

    /// A term behind another one.
    mutating func term(after previous: [UInt16]) -> [UInt16] {
        var term = Array(previous.prefix(number()))
        let base = term.count < previous.count ? Int(previous[term.count]) : 0
        for place in 0..<number() { term.append(UInt16(number() + (place == 0 ? base : 0))) }
        return term
    }
}

/// A canonical prefix code, of which the lengths are known.
struct SymbolReader {
    private var byLength: [[Int]] = Array(repeating: [], count: 32)

    init(_ reader: inout BitReader, count: Int) {
        for symbol in 0..<count { byLength[reader.bits(5)].append(symbol) }
    }

    func symbol(_ reader: inout BitReader) -> Int {
        var code = 0
        var length = 0
        while true {
            length += 1
            code = code * 2 + reader.bits(1)
            if code < byLength[length].count { return byLength[length][code] }
            code -= byLength[length].count
        }
    }
}

/// The pieces that texts are written in.
struct PieceReader {
    private var pieces: [[UInt16]] = [[]]
    private let symbols: SymbolReader

    init(_ reader: inout BitReader) {
        var unit = 0
        for _ in 0...reader.number() {
            unit += reader.number()
            pieces.append([UInt16(unit)])
            unit += 1
        }
        for _ in 0..<reader.number() {
            let width = Int.bitWidth - (pieces.count - 1).leadingZeroBitCount
            var first = 0
            var joined: [[UInt16]] = []
            for _ in 0..<reader.number() {
                first += reader.number()
                joined.append(pieces[first] + pieces[reader.bits(width)])
            }
            pieces += joined
        }
        symbols = SymbolReader(&reader, count: pieces.count)
    }

    /// Some texts, each with U+0000 behind it.
    func texts(_ count: Int, _ reader: inout BitReader) -> [String] {
        var units: [UInt16] = []
        var ends = 0
        while ends < count {
            let symbol = symbols.symbol(&reader)
            let piece = symbol == 0 ? [UInt16(reader.bits(16))] : pieces[symbol]
            units += piece
            ends += piece.count { $0 == 0 }
        }
        return units.split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF16.self) }
    }
}

/// Searches the files of an index as `docs/search-index.md` describes them, knowing nothing of how they are made.
struct IndexReader {
    struct Root {
        var count = 0
        var mostCandidates = 0
        var facets: [(names: [String], values: [[String]])] = []
        /// By level: 3 enterprise, 4 team, 5 title.
        var lengths: [Int: [Int]] = [:]
        var folding: [UInt16: UInt16] = [:]
        var firstTerms: [[UInt16]] = []
        /// Groups of words that mean the same.
        var synonyms: [[String]] = []
        /// The readings of the Han of names.
        var readings: [UInt16: [String]] = [:]
    }

    let root: Root
    /// The documents of each term, then those with it in practice, enterprise, team and title.
    private let shards: [[[UInt16]: [[Int]]]]
    /// `[address, state, title, team, enterprise, practices, text]` of each document.
    let records: [[String]]

    init(_ index: SearchIndex) throws {
        let stamp = Self.stamp(of: index.root)
        var reader = BitReader(index.root, from: 8)
        #expect(reader.bits(8) == 3)
        let pieces = PieceReader(&reader)
        var read = Root()
        read.count = reader.number()
        read.mostCandidates = reader.number() + 1
        for _ in 0..<4 { read.facets.append(Self.facet(&reader, pieces, count: read.count)) }
        for level in 3...5 {
            let limit = reader.number() + 1
            read.lengths[level] = Self.runs(&reader, count: read.count, below: limit)
        }
        var unit = 0
        for _ in 0..<reader.number() {
            unit += reader.number()
            read.folding[UInt16(unit)] = UInt16(reader.bits(16))
            unit += 1
        }
        let blocks = reader.number()
        guard blocks > 0 else {
            shards = []
            records = (0..<read.count).map { _ in pieces.texts(7, &reader) }
            Self.readAids(&reader, pieces, into: &read)
            root = read
            return
        }
        let shards = reader.number()
        for _ in 0..<reader.number() {
            read.firstTerms.append(reader.term(after: read.firstTerms.last ?? []))
        }
        for gram in reader.places(reader.number(), below: 1 << 32) {
            read.firstTerms.append(
                gram & 0xFFFF == 0 ? [UInt16(gram >> 16)] : [UInt16(gram >> 16), UInt16(gram & 0xFFFF)])
        }
        Self.readAids(&reader, pieces, into: &read)
        root = read
        for part in index.parts { #expect(Self.stamp(of: part) == stamp) }
        let count = read.count
        self.shards = index.parts.prefix(shards).map { Self.shard(BitReader($0, from: 8), count: count) }
        records = index.parts.dropFirst(shards).enumerated().flatMap { block, part in
            var reader = BitReader(part, from: 8)
            return (block * count / blocks..<(block + 1) * count / blocks).map { _ in pieces.texts(7, &reader) }
        }
    }

    /// What all files of an index begin with.
    static func stamp(of file: [UInt8]) -> [UInt8] { Array(file.prefix(8)) }

    private static func facet(
        _ reader: inout BitReader, _ pieces: PieceReader, count: Int
    ) -> (names: [String], values: [[String]]) {
        func width(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }
        let names = pieces.texts(reader.number(), &reader)
        let lists = (0..<reader.number()).map { _ in
            (0..<reader.number()).map { _ in names[reader.bits(width(names.count))] }
        }
        let values = runs(&reader, count: count, below: lists.count).map { lists[$0] }
        return (names, values)
    }

    private static func readAids(_ reader: inout BitReader, _ pieces: PieceReader, into root: inout Root) {
        for _ in 0..<reader.number() { root.synonyms.append(pieces.texts(reader.number() + 2, &reader)) }
        let syllables = pieces.texts(reader.number(), &reader)
        let width = Int.bitWidth - syllables.count.leadingZeroBitCount
        var unit = 0
        for _ in 0..<reader.number() {
            unit += reader.number()
            root.readings[UInt16(unit), default: []].append(syllables[reader.bits(width)])
        }
    }

    /// Numbers, each with how often it follows itself.
    private static func runs(_ reader: inout BitReader, count: Int, below limit: Int) -> [Int] {
        let symbols = SymbolReader(&reader, count: limit)
        var numbers: [Int] = []
        while numbers.count < count {
            let number = symbols.symbol(&reader)
            numbers += Array(repeating: number, count: reader.number() + 1)
        }
        return numbers
    }

    private static func shard(_ bits: BitReader, count: Int) -> [[UInt16]: [[Int]]] {
        var reader = bits
        var terms: [[UInt16]: [[Int]]] = [:]
        var term: [UInt16] = []
        for _ in 0..<reader.number() {
            term = reader.term(after: term)
            let documents = reader.places(reader.number() + 1, below: count)
            let fields = reader.bits(1) == 1 ? reader.bits(4) : 0
            let named = (0..<4).map { field in
                guard fields >> field & 1 == 1 else { return [Int]() }
                return reader.places(reader.number() + 1, below: documents.count).map { documents[$0] }
            }
            terms[term] = [documents] + named
        }
        return terms
    }

    /// Only the shard that a term belongs to is looked into, so that wrong borders are found.
    private func payload(_ term: [UInt16]) -> [[Int]]? {
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

    /// The documents that hold all pairs of a run of Han.
    func documents(withRun run: [UInt16]) -> Matches {
        if run.count == 1 { return names(of: run) }
        let pairs = (0..<run.count - 1).map { names(of: Array(run[$0..<$0 + 2])) }
        let found = intersection(pairs.map(\.documents))
        return Matches(
            documents: found, isExact: found.isEmpty || run.count == 2,
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
        return Matches(documents: payload[0], isExact: true, fields: Array(payload.dropFirst()))
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
