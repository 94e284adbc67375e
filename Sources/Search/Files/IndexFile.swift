import Values

/// The files of an index, bit by bit; `docs/search-index.md` describes them.
enum IndexFile {
    /// Raised when the files change, so that an old script does not misread them.
    static let version = 3

    /// How many documents are looked into before results are shown.
    static let few = 10

    /// What is read first: everything about the index but the terms and documents, which follow in other files.
    ///
    /// - Parameters:
    ///   - isUsed: which folded units occur.
    ///   - terms: in their order.
    ///   - shards: the terms of each.
    ///   - blocks: the number of files with documents.
    ///   - aids: what helps to understand questions.
    static func root(
        of documents: [SearchDocument], text: TextCode, isUsed: [Bool], terms: TermList, shards: TermShards,
        blocks: Int, aids: QuestionAids
    ) -> [UInt8] {
        var writer = head(of: documents, text: text, isUsed: isUsed)
        writer.writeGamma(blocks + 1)
        writer.writeGamma(shards.ranges.count + 1)
        shards.writeFirsts(of: terms, to: &writer)
        aids.write(text: text, to: &writer)
        return writer.finished
    }

    /// All of an index in one file: there are no terms, the texts are looked through.
    static func root(
        of documents: [SearchDocument], text: TextCode, isUsed: [Bool], aids: QuestionAids
    ) -> [UInt8] {
        var writer = head(of: documents, text: text, isUsed: isUsed)
        writer.writeGamma(1)
        write(documents[...], text: text, to: &writer)
        aids.write(text: text, to: &writer)
        return writer.finished
    }

    /// What is shown of documents.
    static func block(_ documents: ArraySlice<SearchDocument>, text: TextCode) -> [UInt8] {
        var writer = BitWriter(capacity: documents.reduce(64) { $0 + $1.size } / 3)
        write(documents, text: text, to: &writer)
        return writer.finished
    }

    /// The texts of a document: address, state, title, team, enterprise, practices, text, each with an end behind it.
    static func appendTexts(of document: SearchDocument, to units: inout AppendedList<UInt16>) {
        append(Array(document.url.utf8), to: &units)
        append(Array((document.state?.rawValue ?? "").utf8), to: &units)
        for field in document.fields { append(field, to: &units) }
    }

    private static func append(_ text: [UInt8], to units: inout AppendedList<UInt16>) {
        FoldedUnits.forEachUnit(of: text) { if $0 != TextCode.end { units.append($0) } }
        units.append(TextCode.end)
    }

    private static func write(_ documents: ArraySlice<SearchDocument>, text: TextCode, to writer: inout BitWriter) {
        var units = AppendedList<UInt16>(capacity: 0x4000)
        for document in documents {
            units.removeAll()
            appendTexts(of: document, to: &units)
            units.withValues { text.write($0, to: &writer) }
        }
    }

    private static func head(of documents: [SearchDocument], text: TextCode, isUsed: [Bool]) -> BitWriter {
        var writer = BitWriter(capacity: 0x8000)
        writer.write(UInt32(version), bits: 8)
        text.writeTable(to: &writer)
        writer.writeGamma(documents.count + 1)
        writer.writeGamma(few)
        for number in 0..<4 { writeFacet(number, of: documents, text: text, to: &writer) }
        for field in [SearchDocument.Field.enterprise, .team, .title] {
            writeLengths(of: field, of: documents, to: &writer)
        }
        writeFolding(to: isUsed, to: &writer)
        return writer
    }

    /// The values of a facet in their order, and for each document its own.
    private static func writeFacet(
        _ number: Int, of documents: [SearchDocument], text: TextCode, to writer: inout BitWriter
    ) {
        let own = documents.map { $0.facets[number] }
        let labels = Set(own.joined()).sorted { ($0.order, $0.name) < ($1.order, $1.name) }
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
        writer.writeGamma(labels.count + 1)
        for label in labels { text.write(label.name, to: &writer) }
        let bits = Int.bitWidth - labels.count.leadingZeroBitCount
        // Few lists of values there are, of which each document has one.
        let lists = own.map { $0.map { numbers[$0] ?? 0 } }
        let known = Set(lists).sorted { $0.lexicographicallyPrecedes($1) }
        writer.writeGamma(known.count + 1)
        for list in known {
            writer.writeGamma(list.count + 1)
            for number in list { writer.write(UInt32(number), bits: bits) }
        }
        let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0.element, $0.offset) })
        RunCoding.write(lists.map { places[$0] ?? 0 }, below: known.count, to: &writer)
    }

    /// How long names are when they are folded, in UTF-16 units. A name that holds what is searched is the same where it is
    /// as long. From the greatest of 255 on, names are taken for equally long.
    private static func writeLengths(
        of field: SearchDocument.Field, of documents: [SearchDocument], to writer: inout BitWriter
    ) {
        let lengths = documents.map { document in
            var length = 0
            FoldedUnits.forEach(of: document.fields[field.rawValue]) { _, _ in length += 1 }
            return min(length, 255)
        }
        let limit = (lengths.max() ?? 0) + 1
        writer.writeGamma(limit)
        RunCoding.write(lengths, below: limit, to: &writer)
    }

    /// The units that fold to others in a way that browsers do not know, as far as those occur, and what they fold to.
    /// Capitals and width need no list.
    private static func writeFolding(to isUsed: [Bool], to writer: inout BitWriter) {
        let pairs = TextFolding.table.enumerated().filter { unit, folded in
            unit > 0x52F && !(0xFF01...0xFF5E).contains(unit) && unit != folded && isUsed[Int(folded)]
        }
        writer.writeGamma(pairs.count + 1)
        var next = 0
        for (unit, folded) in pairs {
            writer.writeGamma(unit - next + 1)
            writer.write(UInt32(folded), bits: 16)
            next = unit + 1
        }
    }
}
