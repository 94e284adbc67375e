import Values

/// The terms of consecutive documents, with the documents that hold each: words and numbers, single Han and pairs of Han
/// (and of all that is written without blanks).
struct DocumentTerms: Sendable {
    let words: TermGroup<Word>
    /// By `first << 16 | second`; 0 in the place of the second for single ones.
    let grams: TermGroup<UInt32>
    /// Which folded units occur.
    let isUsed: [Bool]

    /// Longer words are cut into pieces of this length, in documents as in what is typed.
    static let maximumWordLength = 32

    /// A word or number as folded units; ordered as scripts order texts.
    struct Word: Comparable, Sendable {
        let units: [UInt16]

        static func < (one: Word, other: Word) -> Bool { one.units.lexicographicallyPrecedes(other.units) }
    }

    /// - Parameters:
    ///   - first: the number of the first document.
    ///   - readings: those of the Han of all names.
    init(_ documents: ArraySlice<SearchDocument>, first: Int, readings: NameReadings) {
        let size = documents.reduce(0) { $0 + $1.size }
        var grams = GramTerms(capacity: size / 4)
        var words = WordTerms(capacity: size / 64)
        var isUsed = [Bool](repeating: false, count: 0x10000)
        isUsed.withUnsafeMutableBufferPointer { isUsed in
            for (offset, document) in documents.enumerated() {
                let number = UInt32(first + offset)
                for (field, text) in zip(SearchDocument.Field.allCases, document.fields) where !text.isEmpty {
                    let bits = field.bit
                    FoldedUnits.forEach(of: text) { unit, unitClass in
                        isUsed[Int(unit)] = true
                        if unitClass == .gram {
                            words.end(in: number, fields: bits)
                            grams.append(unit, in: number, fields: bits)
                        } else {
                            grams.end()
                            if unitClass == .word {
                                words.append(unit, in: number, fields: bits)
                            } else {
                                words.end(in: number, fields: bits)
                            }
                        }
                    }
                    grams.end()
                    words.end(in: number, fields: bits)
                    guard bits > SearchDocument.Field.practice.bit else { continue }
                    readings.forEachInitials(of: text) { initials in
                        words.append(NameReadings.initialsMark, in: number, fields: bits)
                        for letter in initials { words.append(UInt16(letter), in: number, fields: bits) }
                        words.end(in: number, fields: bits)
                    }
                }
            }
        }
        self.words = words.grouped
        self.grams = grams.grouped
        self.isUsed = isUsed
    }
}

/// Single units and pairs of units that stand side by side.
private struct GramTerms: ~Copyable {
    private var table: TermTable
    private var pairs = KeyNumbers()
    private var previous: UInt32 = 0

    /// The terms of pairs come behind those of single units.
    private static let firstPair = 0x10000

    init(capacity: Int) { table = TermTable(capacity: capacity) }

    @inline(__always)
    mutating func append(_ unit: UInt16, in document: UInt32, fields: UInt8) {
        table.note(Int(unit), in: document, fields: fields)
        if previous != 0 {
            let number = pairs.number(of: UInt64(previous &<< 16 | UInt32(unit))).number
            table.note(Self.firstPair + Int(number), in: document, fields: fields)
        }
        previous = UInt32(unit)
    }

    @inline(__always)
    mutating func end() { previous = 0 }

    var grouped: TermGroup<UInt32> {
        // A term and its number in one value, which sorts faster than two.
        var sorted = pairs.keys.enumerated().map { $0.element << 32 | UInt64(Self.firstPair + $0.offset) }
        sorted += table.usedTerms(below: Self.firstPair).map { UInt64($0) << 48 | UInt64($0) }
        sorted.sort()
        return table.grouped(sorted.map { (UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)) })
    }
}

/// Words and numbers: a tree, in which each is known by the one without its last unit, and that unit.
private struct WordTerms: ~Copyable {
    private var table: TermTable
    private var nodes = KeyNumbers()
    /// The node of the word that is being read, plus one; 0 before its first unit.
    private var node: UInt64 = 0
    private var length = 0

    init(capacity: Int) { table = TermTable(capacity: capacity) }

    @inline(__always)
    mutating func append(_ unit: UInt16, in document: UInt32, fields: UInt8) {
        node = UInt64(nodes.number(of: node &<< 16 | UInt64(unit)).number) + 1
        length &+= 1
        if length == DocumentTerms.maximumWordLength { end(in: document, fields: fields) }
    }

    @inline(__always)
    mutating func end(in document: UInt32, fields: UInt8) {
        guard node != 0 else { return }
        table.note(Int(node) - 1, in: document, fields: fields)
        node = 0
        length = 0
    }

    var grouped: TermGroup<DocumentTerms.Word> {
        var words: [[UInt16]] = []
        words.reserveCapacity(nodes.keys.count)
        // A word comes after the one without its last unit.
        for key in nodes.keys {
            let parent = Int(key >> 16) - 1
            words.append((parent < 0 ? [] : words[parent]) + [UInt16(truncatingIfNeeded: key)])
        }
        let used = table.usedTerms(below: words.count)
        return table.grouped(
            used.map { (DocumentTerms.Word(units: words[$0]), UInt32($0)) }.sorted { $0.0 < $1.0 })
    }
}
