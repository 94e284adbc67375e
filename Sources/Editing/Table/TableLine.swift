import Content

/// A line of a table as it is stored: a row, or a remark or empty lines, which are one cell.
struct TableLine: Sendable {
    struct Cell: Sendable {
        /// As CSV has it, with what guards a formula.
        let text: String
        /// Where it stands in the text, with its quotes.
        let range: Range<Int>
        let written: Written
        let isQuoted: Bool
    }

    /// What is stored.
    enum Written: Sendable {
        /// Bytes of the file.
        case file(Range<Int>)
        case new([UInt8])
    }

    var cells: [Cell]
    /// Where the row stands in the text, without its line end.
    let range: Range<Int>
    var lineEnd: Written

    /// The lines of a file.
    static func lines(of table: CSVTable, in stored: EncodedText) -> [TableLine] {
        var parts: [Range<Int>] = []
        for (index, row) in table.rows.enumerated() {
            let next = index + 1 < table.rows.count ? table.rows[index + 1].range.bytes.lowerBound : stored.text.count
            parts += row.isWhole ? [row.range.bytes] : row.cells.map(\.range.bytes)
            parts.append(row.range.bytes.upperBound..<next)
        }
        let places = stored.stored(parts).map { $0.startIndex..<$0.endIndex }
        var part = 0
        return table.rows.map { row in
            let texts =
                row.isWhole ? [(text: "", range: row.range)] : row.cells.map { (text: $0.text, range: $0.range) }
            let cells = texts.enumerated().map { index, cell in
                Cell(
                    text: cell.text, range: cell.range.bytes, written: .file(places[part + index]),
                    isQuoted: stored.text[cell.range.bytes].first == UInt8(ascii: "\""))
            }
            defer { part += cells.count + 1 }
            return TableLine(cells: cells, range: row.range.bytes, lineEnd: .file(places[part + cells.count]))
        }
    }
}

extension CSVTable.Row {
    /// Whether it is several empty lines, which its one cell does not cover.
    fileprivate var isWhole: Bool { cells.count == 1 && cells[0].range.bytes != range.bytes }
}
