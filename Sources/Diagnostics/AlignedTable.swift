/// Rows of cells as text for a terminal, each column as wide as its widest cell.
package enum AlignedTable {
    /// - Parameter rows: each with as many cells; control characters of cells are shown, not sent.
    /// - Returns: a line for each row, without spaces at its end.
    package static func lines(_ rows: [[String]]) -> [String] {
        let cells = rows.map { $0.map(VisibleText.oneLine) }
        let widths = (cells.first ?? []).indices.map { column in
            cells.map { TerminalWidth.columns($0[column]) }.max() ?? 0
        }
        return cells.map { row in
            let padded = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - TerminalWidth.columns(cell))
            }
            return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }
}
