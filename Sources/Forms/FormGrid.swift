/// Where the cells of a section's table stand: the one layout that the Word file, the print and the preview share.
package struct FormGrid: Sendable {
    /// A cell at its place.
    package struct Place: Sendable {
        package let cell: FormCell
        package let row: Int
        package let columns: Range<Int>
        /// Rows that it covers, cut off at the end of the table.
        package let rows: Range<Int>
        /// From the left edge of the table, in millimetres.
        package let left: Double
        /// In millimetres.
        package let width: Double
    }

    /// Why cells are no table. Rows and columns are counted from 0.
    package enum Fault: Sendable, Hashable {
        /// Cells of a row stand beyond the last column.
        case tooWide(row: Int)
        /// Columns of a row have no cell.
        case hole(row: Int, columns: Int)
        /// A cell covers more rows than there are.
        case tooDeep(row: Int)
    }

    /// A4 without margins, in millimetres.
    package static let page = (width: 210.0, height: 297.0)
    /// On all sides, in millimetres. GB/T 9704 leaves more for documents; a form with many rows is denser.
    package static let margin = 25.0
    /// What a table may be wide, in millimetres.
    package static let textWidth = page.width - 2 * margin

    /// By rows from above, from left to right.
    package let places: [Place]
    package let faults: [Fault]

    package init(_ section: FormSection) {
        var places: [Place] = []
        var faults: [Fault] = []
        // Until which row each column is taken by a cell from above.
        var taken = [Int](repeating: 0, count: section.columns.count)
        for (row, content) in section.rows.enumerated() {
            var column = 0
            for cell in content.cells {
                while column < taken.count, taken[column] > row { column += 1 }
                let columns = column..<column + cell.span
                guard columns.upperBound <= taken.count, columns.allSatisfy({ taken[$0] <= row }) else {
                    faults.append(.tooWide(row: row))
                    break
                }
                if row + cell.rowSpan > section.rows.count { faults.append(.tooDeep(row: row)) }
                for index in columns { taken[index] = row + cell.rowSpan }
                places.append(
                    Place(
                        cell: cell, row: row, columns: columns,
                        rows: row..<min(row + cell.rowSpan, section.rows.count),
                        left: section.columns[..<columns.lowerBound].reduce(0, +),
                        width: section.columns[columns].reduce(0, +)))
                column = columns.upperBound
            }
            let empty = taken.filter { $0 <= row }.count
            if empty > 0, faults.last != .tooWide(row: row) { faults.append(.hole(row: row, columns: empty)) }
        }
        self.places = places
        self.faults = faults
    }

    /// The cell that covers a column of a row.
    package func place(row: Int, column: Int) -> Place? {
        places.first { $0.rows.contains(row) && $0.columns.contains(column) }
    }

    /// The label that a field's cell belongs to: the nearest to its left in the row, else the nearest above.
    package func label(of place: Place) -> FormText? {
        func label(_ other: Place) -> FormText? {
            if case .label(let text) = other.cell.content { return text }
            return nil
        }
        let left = places.filter { $0.rows.contains(place.row) && $0.columns.upperBound <= place.columns.lowerBound }
        if let nearest = left.max(by: { $0.columns.lowerBound < $1.columns.lowerBound }), let text = label(nearest) {
            return text
        }
        let above = places.filter { $0.rows.upperBound <= place.row && $0.columns.contains(place.columns.lowerBound) }
        return above.sorted { $0.row > $1.row }.lazy.compactMap(label).first
            ?? left.sorted { $0.columns.lowerBound > $1.columns.lowerBound }.lazy.compactMap(label).first
    }
}
