import Diagnostics
import Rules

/// Compares the numbers in headings between the rows (`二、江苏省（2个）`) with the rows below them.
struct SectionCounts {
    private struct Section {
        let heading: String
        let place: String
        let level: Int
        let stated: Int?
        var rowCount = 0
    }

    /// The headings that the next row stands below, the widest first.
    private var open: [Section] = []
    /// Rows since the last heading or subtotal.
    private var rowsSinceSubtotal = 0
    /// How many rows each subtotal since the last heading stands below.
    private var subtotals: [Int] = []
    /// All rows.
    private var rowCount = 0
    /// A cell over the last rows that says their number: `浙江（2个）`.
    private var group: Section?
    /// Warnings about numbers that differ.
    private(set) var notes: [Diagnostic] = []

    /// Headings that are not understood count only where a number before them says that they begin something new.
    ///
    /// - Parameter endsAll: whether no heading above is one of a part that this belongs to, whatever the numbers say.
    mutating func begin(_ heading: TableHeading, endsAll: Bool = false) {
        let isSection = heading.meaning != .unknown
        guard isSection || heading.level < HeadingNumber.unnumbered else { return }
        endGroup()
        close(downTo: endsAll ? 0 : heading.level)
        (rowsSinceSubtotal, subtotals) = (0, [])
        open.append(
            Section(
                heading: heading.text, place: heading.place, level: heading.level,
                stated: isSection ? heading.statedCount : nil))
    }

    /// - Parameter cell: the row's cell for the province, which may say how many rows it stands for.
    mutating func countRow(_ cell: CellTable.Cell?) {
        if let cell, !cell.isFromAbove, !cell.text.isEmpty {
            if cell.text != group?.heading { endGroup() }
            if group == nil, let stated = Self.statedCount(in: cell.text) {
                group = Section(
                    heading: cell.text, place: cell.place, level: HeadingNumber.unnumbered, stated: stated)
            }
        }
        group?.rowCount += 1
        rowCount += 1
        rowsSinceSubtotal += 1
        for index in open.indices { open[index].rowCount += 1 }
    }

    /// Compares a subtotal with the rows above it: since the last one or a heading that is open; after another subtotal,
    /// it may add several up.
    mutating func compare(_ subtotal: TableRemark.Total, at place: String) {
        let count = rowsSinceSubtotal
        endGroup()
        var spans = [count] + open.map(\.rowCount) + (subtotal.mayBeOfAll ? [rowCount] : [])
        if count == 0 {
            var sum = 0
            spans += subtotals.reversed().map { rows in
                sum += rows
                return sum
            }
        }
        subtotals.append(count)
        rowsSinceSubtotal = 0
        guard let stated = subtotal.counts.first, !subtotal.counts.contains(where: spans.contains) else { return }
        notes.append(
            .inTable(
                .importCount, at: place,
                zh: "“\(subtotal.name)”写 \(stated) 个，上面这一段读到 \(count) 行，请核对。",
                en:
                    "“\(subtotal.name)” says \(stated), \(count.counting("row was", "rows were")) read above it: check it."
            ))
    }

    /// Ends all headings, at the end of the table.
    mutating func end() {
        endGroup()
        close(downTo: 0)
    }

    private mutating func endGroup() {
        guard let group else { return }
        self.group = nil
        if group.stated != group.rowCount { tell(group) }
    }

    private mutating func tell(_ section: Section) {
        notes.append(
            .inTable(
                .importCount, at: section.place,
                zh: "“\(section.heading)”写 \(section.stated ?? 0) 个，下面读到 \(section.rowCount) 行，请核对。",
                en:
                    "“\(section.heading)” says \(section.stated ?? 0), \(section.rowCount.counting("row was", "rows were")) read below it: check it."
            ))
    }

    private mutating func close(downTo level: Int) {
        while let last = open.last, last.level >= level {
            open.removeLast()
            // Without a number nobody can tell whether the next heading is a part of this one.
            let isGroup = last.level == HeadingNumber.unnumbered && last.rowCount == 0
            guard let stated = last.stated, stated != last.rowCount, !isGroup else { continue }
            tell(last)
        }
    }

    /// The number of rows that a heading says: `（12个）`, `：共 3 个班组`, `(12)`, `（推荐1家，自荐2家）`.
    static func statedCount(in heading: String) -> Int? { HeadingCount.read(heading) }
}
