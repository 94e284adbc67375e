import Content
import Diagnostics
import Rules
import Values

/// Lists that stand side by side in one table.
extension TableReading {
    /// A list whose columns are known.
    struct ListBlock {
        let header: TableHeader
        let usesIDs: Bool
        let deciding: DecidingColumns
        /// Headings within the list, where others stand beside it; `nil` below those of all lists.
        var headings: OpenHeadings?
        var previous: [RosterColumn: String] = [:]
        /// The last row that is not the lower part of a merged team.
        var lastRow: CellTable.Row?
    }

    /// The cells of a row that belong to one of the lists.
    func part(of row: CellTable.Row, _ index: Int) -> CellTable.Row {
        // The last list takes what stands beyond it, one alone takes all.
        let lower = index == 0 ? 0 : blocks[index].header.columns.lowerBound
        let upper = index + 1 < blocks.count ? blocks[index + 1].header.columns.lowerBound : Int.max
        let cells = row.cells.filter { $0.key >= lower && $0.key < upper }
        return CellTable.Row(cells: cells, place: row.place, isHidden: row.isHidden)
    }

    /// The heading that a part of a row is: one text alone, not merged over other lists.
    func headingAlone(_ part: CellTable.Row) -> TableHeading? {
        let texts = Set(part.cells.values.map(\.text)).subtracting([""])
        guard texts.count == 1, let text = texts.first, part.cells.values.contains(where: { !$0.isSpread }) else {
            return nil
        }
        let heading = TableHeading(text, at: part.place, surroundings: surroundings)
        return heading.meaning == .unknown ? nil : heading
    }

    /// Whether a list that stands beside the first one has a heading of its own.
    func hasHeadings(beside header: TableHeader.Found) -> Bool {
        guard blocks.count == header.blocks.count else { return false }
        return table.rows.dropFirst(header.index + 1).contains { row in
            blocks.indices.dropFirst().contains { headingAlone(part(of: row, $0)) != nil }
        }
    }
}
