/// A word or gram of the index, with what is written of it.
struct Term: Sendable {
    let units: [UInt16]
    /// The inside of a JSON array of numbers.
    let payload: [UInt8]

    /// What is written of words, characters and pairs: the documents, then a number with a bit for each field of names
    /// that it occurs in, then for each such field its documents as a part of those.
    ///
    /// - Parameters:
    ///   - documents: all that hold the term, ascending.
    ///   - fields: those of them whose names hold it, ascending.
    ///   - count: of all documents.
    static func payload(
        documents: some RandomAccessCollection<UInt32>, fields: [FoldedText.Occurrence], count: Int
    ) -> [UInt8] {
        var list = NumberList()
        SubsetEncoding.append(places: documents, universe: count, to: &list)
        var places: [[UInt32]] = Array(repeating: [], count: SearchDocument.Field.text.rawValue)
        var place: UInt32 = 0
        var rest = documents[...]
        for occurrence in fields where occurrence.fields != 0 {
            while let document = rest.first, document < occurrence.document {
                rest = rest.dropFirst()
                place += 1
            }
            for field in places.indices where occurrence.fields & 1 << UInt8(field) != 0 {
                places[field].append(place)
            }
        }
        list.append(places.enumerated().reduce(0) { $1.element.isEmpty ? $0 : $0 | 1 << $1.offset })
        for places in places where !places.isEmpty {
            SubsetEncoding.append(places: places, universe: documents.count, to: &list)
        }
        return list.text
    }
}

/// The characters and pairs of characters that names hold.
struct Names: Sendable {
    private var occurrences: [UInt32: [FoldedText.Occurrence]] = [:]

    /// - Parameter texts: in the order of their documents.
    init(_ texts: [FoldedText]) {
        for text in texts { occurrences.merge(text.names) { $0 + $1 } }
    }

    /// - Parameter units: one or two.
    func occurrences(of units: ArraySlice<UInt16>) -> [FoldedText.Occurrence] {
        occurrences[units.reduce(0) { $0 << 16 | UInt32($1) }] ?? []
    }
}

/// The words of an index.
enum WordTerms {
    /// The terms, in no order.
    ///
    /// - Parameter count: the number of documents.
    static func terms(of texts: [FoldedText], count: Int) -> [Term] {
        var words: [[UInt16]: [FoldedText.Occurrence]] = [:]
        for text in texts { words.merge(text.words) { $0 + $1 } }
        return words.map { units, occurrences in
            Term(
                units: units,
                payload: Term.payload(documents: occurrences.map(\.document), fields: occurrences, count: count))
        }
    }
}
