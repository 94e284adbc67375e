import Content

/// Notes below a list, and the marks with which names refer to them: `钱湾养护班组①`, and below `① 原名湾口养护班组`.
struct TableFootnotes {
    /// Marks of notes, the longest first.
    private let marks: [String]
    /// Places of rows that are notes.
    private let places: Set<String>

    /// - Parameter rows: those below the header. A note stands below the last row that holds more than a text, begins with a
    ///   mark, and the mark ends a cell above.
    init(_ rows: some BidirectionalCollection<CellTable.Row>, isHeading: (String) -> Bool) {
        func texts(_ row: CellTable.Row) -> Set<String> { Set(row.cells.values.map(\.text).filter { !$0.isEmpty }) }
        var (marks, places): (Set<String>, Set<String>) = ([], [])
        let below = rows.reversed().prefix { texts($0).count <= 1 }
        let ends = Set(
            rows.dropLast(below.count).flatMap { $0.cells.values.compactMap { Self.mark(atEndOf: $0.text) } })
        guard !ends.isEmpty else {
            (self.marks, self.places) = ([], [])
            return
        }
        for row in below {
            guard let text = texts(row).first, let mark = Self.mark(atStartOf: text), ends.contains(mark),
                !isHeading(text)
            else { continue }
            marks.insert(mark)
            places.insert(row.place)
        }
        self.marks = marks.sorted { ($1.count, $0) < ($0.count, $1) }
        self.places = places
    }

    func isNote(_ row: CellTable.Row) -> Bool { places.contains(row.place) }

    /// The name before the mark that a text ends with; `nil` where it ends with none.
    func name(in text: String) -> String? {
        guard let mark = marks.first(where: { text.hasSuffix($0) && text.count > $0.count }) else { return nil }
        return String(text.dropLast(mark.count)).trimmingSpaces
    }

    private static func mark(atEndOf text: String) -> String? {
        if let last = text.last, signs.contains(last) {
            return String(text.reversed().prefix { $0 == last })
        }
        guard let last = text.last, let open = brackets.first(where: { $0.1 == last })?.0,
            let start = text.lastIndex(of: open), isNumber(text[text.index(after: start)...].dropLast())
        else { return nil }
        return String(text[start...])
    }

    private static func mark(atStartOf text: String) -> String? {
        guard let first = text.first else { return nil }
        if signs.contains(first) { return String(text.prefix { $0 == first }) }
        guard let close = brackets.first(where: { $0.0 == first })?.1, let end = text.firstIndex(of: close),
            isNumber(text[..<end].dropFirst())
        else { return nil }
        return String(text[...end])
    }

    private static func isNumber(_ text: Substring) -> Bool {
        let digits = text.hasPrefix("注") ? text.dropFirst() : text
        return (1...2).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static let signs = Set<Character>("①②③④⑤⑥⑦⑧⑨⑩*＊※△▲☆★†‡¹²³")
    private static let brackets: [(Character, Character)] = [("[", "]"), ("〔", "〕"), ("［", "］")]
}
