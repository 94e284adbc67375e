import Content
import Fields
import Text
import Values

/// The JSON that the files of an index hold, before it is compressed.
enum IndexFile {
    /// Raised when the files change, so that an old script does not misread them.
    static let version = 1

    /// Terms with their payloads.
    static func shard(_ terms: ArraySlice<Term>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(terms.reduce(2) { $0 + $1.payload.count + 24 })
        bytes.append(UInt8(ascii: "{"))
        for term in terms {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            // Letters, digits and Han: nothing to escape.
            bytes.append(UInt8(ascii: "\""))
            append(term.units, to: &bytes)
            bytes += "\":[".utf8
            bytes += term.payload
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// What is shown of documents: a list of `[address, state, title, team, enterprise, practices, text]`.
    static func block(_ documents: ArraySlice<SearchDocument>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(documents.reduce(2) { $0 + $1.size + 64 })
        bytes.append(UInt8(ascii: "["))
        for document in documents {
            bytes += bytes.count == 1 ? "[".utf8 : ",[".utf8
            appendText(Array(document.url.utf8), to: &bytes)
            for text in [Array((document.state?.rawValue ?? "").utf8)] + document.fields {
                bytes.append(UInt8(ascii: ","))
                appendText(text, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// A JSON string (RFC 8259, section 7). Texts are most of an index, so they are not made into `String` on the way.
    private static func appendText(_ text: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var copied = 0
        for (index, byte) in text.enumerated() {
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes += text[copied..<index]
            copied = index + 1
            switch byte {
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes += [UInt8(ascii: "\\"), byte]
            }
        }
        bytes += text[copied...]
        bytes.append(UInt8(ascii: "\""))
    }

    /// What is read first of an index in several files: also which terms and documents are in which.
    ///
    /// - Parameters:
    ///   - terms: in their order.
    ///   - shards: the terms of each shard.
    ///   - blocks: the documents of each block.
    static func root(
        of documents: [SearchDocument], texts: [FoldedText], terms: [Term], shards: [Range<Int>],
        blocks: [Range<Int>]
    ) -> [UInt8] {
        var bytes = head(of: documents, texts: texts)
        bytes += ",\"few\":\(GramTerms.mostCandidates),\"longest\":\(GramTerms.maximumLength),\"firsts\":[".utf8
        for (index, shard) in shards.enumerated() {
            bytes += index == 0 ? "\"".utf8 : ",\"".utf8
            append(first(of: shard, terms), to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += "],\"starts\":".utf8
        bytes += JSONValue.array(blocks.map { .integer($0.lowerBound) }).bytes()
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// All of an index in one file: there are no terms, the texts are looked through.
    static func root(of documents: [SearchDocument], texts: [FoldedText]) -> [UInt8] {
        head(of: documents, texts: texts) + ",\"few\":\(GramTerms.mostCandidates),\"records\":".utf8
            + block(documents[...]) + "}".utf8
    }

    /// A file as it is published, with the stamp of its index.
    static func compressed(_ content: [UInt8], stamp: String) -> [UInt8] {
        Gzip.compressed(Array("[\"\(stamp)\",".utf8) + content + [UInt8(ascii: "]")])
    }

    private static func head(of documents: [SearchDocument], texts: [FoldedText]) -> [UInt8] {
        var bytes = Array("{\"version\":\(version),\"count\":\(documents.count),\"facets\":".utf8)
        bytes += JSONValue.array((0..<4).map { facet($0, of: documents) }).bytes()
        bytes += ",\"lengths\":".utf8
        bytes += lengths(of: documents).bytes()
        bytes += ",\"pairs\":".utf8
        var isUsed = [Bool](repeating: false, count: 0x10000)
        for text in texts {
            for unit in text.units { isUsed[Int(unit)] = true }
            for word in text.words.keys { for unit in word { isUsed[Int(unit)] = true } }
        }
        return bytes + folding(to: isUsed).bytes()
    }

    /// The term that a shard begins with; of an empty shard that of the next one, and after the last term one that is
    /// greater, so that nothing is looked for in it.
    private static func first(of shard: Range<Int>, _ terms: [Term]) -> [UInt16] {
        shard.lowerBound < terms.count ? terms[shard.lowerBound].units : (terms.last?.units ?? []) + [0xFFFF]
    }

    /// The values of a facet in their order, and for each document the numbers of its own.
    private static func facet(_ number: Int, of documents: [SearchDocument]) -> JSONValue {
        let own = documents.map { $0.facets[number] }
        let labels = Set(own.joined()).sorted { ($0.order, $0.name) < ($1.order, $1.name) }
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
        return [
            "names": .array(labels.map { .string($0.name) }),
            "of": .array(own.map { .array($0.map { .integer(numbers[$0] ?? 0) }) }),
        ]
    }

    /// How long names are when they are folded, in UTF-16 units, by the level that a result has by them: 5 title, 4 team,
    /// 3 enterprise. A name that holds what is searched is the same where it is as long.
    private static func lengths(of documents: [SearchDocument]) -> JSONValue {
        let fields: [SearchDocument.Field] = [.enterprise, .team, .title]
        return .array(
            [[], [], []]
                + fields.map { field in
                    .array(documents.map { .integer(foldedLength(of: $0.fields[field.rawValue])) })
                })
    }

    private static func foldedLength(of text: [UInt8]) -> Int {
        var length = 0
        FoldedText.forEachFoldedUnit(of: text) { _ in length += 1 }
        return length
    }

    /// The units that fold to others in a way that browsers do not know, as far as those occur: their numbers, and what
    /// they fold to. Capitals and width need no list.
    private static func folding(to isUsed: [Bool]) -> JSONValue {
        let pairs = TextFolding.table.enumerated().filter { unit, folded in
            unit > 0x52F && !(0xFF01...0xFF5E).contains(unit) && unit != folded && isUsed[Int(folded)]
        }
        return .object(
            pairs.map { .init(String($0.offset), .string(String(decoding: [$0.element], as: UTF16.self))) })
    }

    /// Folded units are characters by themselves.
    private static func append(_ units: [UInt16], to bytes: inout [UInt8]) {
        bytes += String(decoding: units, as: UTF16.self).utf8
    }
}
