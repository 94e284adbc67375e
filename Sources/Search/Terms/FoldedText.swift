import Content
import Values

/// The texts of consecutive documents, folded and taken apart: Han and the like as units, the rest as words.
struct FoldedText: Sendable {
    /// A word of a document, or a character or pair of a name, with the fields it occurs in as bits.
    struct Occurrence: Sendable {
        let document: UInt32
        var fields: UInt8
    }

    /// The number of the first document.
    let first: Int
    /// The characters of all documents; 0 stands between runs.
    private(set) var units: [UInt16] = []
    /// Where each document's units begin, and the end.
    private(set) var starts: [Int] = [0]
    /// Where words occur, documents ascending; only words of names have bits.
    private(set) var words: [[UInt16]: [Occurrence]] = [:]
    /// Characters and pairs of characters in names, by `unit` or `first << 16 | second`; documents ascending.
    private(set) var names: [UInt32: [Occurrence]] = [:]

    /// Longer words are cut into pieces of this length, in documents as in what is typed.
    static let maximumWordLength = 32

    init(_ documents: some Collection<SearchDocument>, first: Int) {
        self.first = first
        units.reserveCapacity(documents.reduce(0) { $0 + $1.size } / 3)
        for (offset, document) in documents.enumerated() {
            for (field, text) in zip(SearchDocument.Field.allCases, document.fields) where !text.isEmpty {
                append(text, field: field, document: UInt32(first + offset))
            }
            starts.append(units.count)
        }
    }

    private mutating func append(_ text: [UInt8], field: SearchDocument.Field, document: UInt32) {
        let start = units.count
        let bits = field.bit
        var word: [UInt16] = []
        Self.forEachFoldedUnit(of: text) { folded in
            switch TextFolding.unitClass(of: folded) {
            case .gram:
                if !word.isEmpty { finish(&word, bits, document) }
                units.append(folded)
            case .word:
                endRun()
                word.append(folded)
                if word.count == Self.maximumWordLength { finish(&word, bits, document) }
            case .separator, .ignored, .compatible:
                if !word.isEmpty { finish(&word, bits, document) }
                endRun()
            }
        }
        if !word.isEmpty { finish(&word, bits, document) }
        endRun()
        if field != .text { noteName(start..<units.count, bits, document) }
    }

    private mutating func endRun() {
        if let last = units.last, last != 0 { units.append(0) }
    }

    private mutating func finish(_ word: inout [UInt16], _ bits: UInt8, _ document: UInt32) {
        Self.note(Occurrence(document: document, fields: bits), in: &words[word, default: []])
        word.removeAll(keepingCapacity: true)
    }

    private mutating func noteName(_ range: Range<Int>, _ bits: UInt8, _ document: UInt32) {
        var previous: UInt16 = 0
        for unit in units[range] {
            if unit != 0 {
                let occurrence = Occurrence(document: document, fields: bits)
                Self.note(occurrence, in: &names[UInt32(unit), default: []])
                if previous != 0 {
                    Self.note(occurrence, in: &names[UInt32(previous) << 16 | UInt32(unit), default: []])
                }
            }
            previous = unit
        }
    }

    private static func note(_ occurrence: Occurrence, in list: inout [Occurrence]) {
        if let last = list.last, last.document == occurrence.document {
            list[list.count - 1].fields |= occurrence.fields
        } else {
            list.append(occurrence)
        }
    }

    /// The folded UTF-16 units of a text, without those that show nothing.
    static func forEachFoldedUnit(of text: [UInt8], _ body: (UInt16) -> Void) {
        TextFolding.table.withUnsafeBufferPointer { table in
            forEachUnit(of: text) { unit in
                // Nearly all are Han.
                if 0x3400...0x9FFF ~= unit { return body(table[Int(unit)]) }
                switch TextFolding.unitClass(of: unit) {
                case .ignored: break
                case .compatible: TextFolding.compatibilityForms[unit]?.forEach(body)
                case .separator, .word, .gram: body(table[Int(unit)])
                }
            }
        }
    }

    /// The UTF-16 units of a text but of tags and other characters beyond U+FFFF that show nothing; bytes that are no UTF-8
    /// count as separators.
    private static func forEachUnit(of text: [UInt8], _ body: (UInt16) -> Void) {
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let lead = UInt32(bytes[index])
                let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                guard index + length <= bytes.count else { return }
                func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
                switch length {
                case 1: body(UInt16(lead))
                case 2: body(UInt16((lead & 0x1F) << 6 | rest(1)))
                case 3: body(UInt16((lead & 0x0F) << 12 | rest(1) << 6 | rest(2)))
                default:
                    let value = (lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
                    if Unicode.Scalar(value).map(NameFolding.isIgnored) != true {
                        let scalar = value &- 0x10000
                        body(0xD800 + UInt16(scalar >> 10 & 0x3FF))
                        body(0xDC00 + UInt16(scalar & 0x3FF))
                    }
                }
                index += length
            }
        }
    }
}
