import Content
import Diagnostics
import Rules
import Values

/// Columns that a roster has no place for and that decide what it says: 是否入选, 评审结果, a remark 已撤销, a tick below 2030年.
///
/// They are known by their names and by what their cells say. Rows that they keep out of the list are asked about, and so
/// is what is not understood; nothing of it is a note.
struct DecidingColumns {
    /// What a column says of the rows.
    fileprivate struct Column {
        let number: Int
        /// As it stands, on one line; empty without one.
        let name: String
        let place: String
        let subject: ColumnSubject
        /// Rows that are not on the list by this column: their places, with the cell.
        var denied: [(row: String, cell: CellTable.Cell)] = []
        /// Rows without a word where others have a yes.
        var blank: [(row: String, place: String)] = []
        /// Cells that say neither.
        var other: [CellTable.Cell] = []
    }

    private let columns: [Column]
    /// Rows that are not on the list, by their places.
    private let deniedRows: Set<String>

    /// - Parameters:
    ///   - named: the columns of a list without a meaning, by number.
    ///   - rows: the teams' rows.
    ///   - year: of the list that is wanted.
    init(
        _ named: [(number: Int, name: String, place: String)], in rows: [CellTable.Row], year: Int,
        knowsMode: Bool, knowsHonors: Bool
    ) {
        let subjects = named.map { ColumnSubject($0.name) }
        let hasThisYear = subjects.contains(.year(year))
        columns = zip(named, subjects).map { column, named in
            let cells = rows.map { (row: $0, cell: $0.cells[column.number].flatMap { $0.text.isEmpty ? nil : $0 }) }
            let texts = cells.compactMap(\.cell?.text).filter { !ValueText.saysNothing($0) }
            let saying = named == .remark ? ColumnSubject.column(saying: texts) : nil
            let subject = saying.map(ColumnSubject.otherColumn) ?? named
            var read = Column(number: column.number, name: column.name, place: column.place, subject: subject)
            switch subject {
            case .membership(let isReversed): read.decide(cells, isReversed: isReversed)
            case .year(year): read.tick(cells)
            case .year: if !hasThisYear { read.other = cells.compactMap(\.cell) }
            case .otherColumn(.mode) where knowsMode, .otherColumn(.honors) where knowsHonors: break
            case .otherColumn:
                read.other = cells.compactMap(\.cell).filter { ![.no, .blank].contains(DecidingWord($0.text)) }
            case .remark where Self.isVerdict(column.name, texts): read.decide(cells, isReversed: false)
            case .remark: read.denied = Self.denied(cells)
            case .description: break
            }
            return read
        }
        deniedRows = Set(columns.flatMap { $0.denied.map(\.row) + $0.blank.map(\.row) })
    }

    /// Whether a column that may hold anything holds yes and no alone, and is about a review: 审核 `Y`/`N`, 评审意见 `建议授予`/`不建议授予`.
    private static func isVerdict(_ name: String, _ texts: [String]) -> Bool {
        let words = texts.map { DecidingWord($0) }
        return words.contains(.no) && words.allSatisfy { [.yes, .no].contains($0) }
            && ["审核", "审查", "审定", "复核", "核查", "评审", "处理", "意见", "核定", "把关"].contains(where: name.contains)
    }

    /// Whether a row is not on the list by one of the columns.
    func denies(_ row: CellTable.Row) -> Bool { deniedRows.contains(row.place) }

    private static func denied(
        _ cells: [(row: CellTable.Row, cell: CellTable.Cell?)]
    ) -> [(row: String, cell: CellTable.Cell)] {
        cells.compactMap { row, cell in
            cell.flatMap { cell in
                let isCrossed = ["×", "✗", "✘", "╳", "☒"].contains(cell.text)
                return ListStanding(ofTeam: cell.text) == nil && !isCrossed ? nil : (row.place, cell)
            }
        }
    }

    /// What is asked about a column; `nil` for one that decides nothing.
    func question(about number: Int, accepting accepted: Set<ImportAcceptance>) -> Diagnostic? {
        guard let column = columns.first(where: { $0.number == number }) else { return nil }
        let (zh, en) = Self.names(column.name)
        if let first = column.denied.first?.cell {
            let count = column.denied.count + column.blank.count
            return .question(
                .importOtherList, [.otherLists, .unknownColumns], given: accepted, at: first.place,
                zh:
                    "\(zh)的“\(first.text.onOneLine)”说这个班组不在名单上\(count > 1 ? "，这样的共 \(count) 行" : "")。",
                en:
                    "“\(first.text.onOneLine)” in \(en) says that the team is not on the list\(count > 1 ? "; there are \(count) such rows" : "")."
            )
        }
        if let first = column.blank.first {
            return .question(
                .importOtherList, [.otherLists, .unknownColumns], given: accepted, at: first.place,
                zh:
                    "\(zh)里别的班组写了“是”或打了勾，这个班组没有\(column.blank.count > 1 ? "，这样的共 \(column.blank.count) 行" : "")，不知道在不在名单上。",
                en:
                    "\(en.capitalisedStart) has a yes or a tick for other teams and none for this one\(column.blank.count > 1 ? ", nor for \(column.blank.count - 1) more" : ""): is it on the list?"
            )
        }
        guard let first = column.other.first else { return nil }
        switch column.subject {
        case .otherColumn(let other):
            return .question(
                .importColumn, [.unknownColumns], given: accepted, at: first.place,
                zh: "\(zh)的“\(first.text.onOneLine)”属于名单的“\(other.chineseName)”列；请另加这一列写明（\(other.choices?.zh ?? "")）。",
                en:
                    "“\(first.text.onOneLine)” in \(en) belongs to the roster's column “\(other.name)”: add that column (\(other.choices?.en ?? ""))."
            )
        case .membership, .year, .remark, .description:
            return .question(
                .importColumn, [.unknownColumns], given: accepted, at: first.place,
                zh: "\(zh)像是说哪些班组在名单上，“\(first.text.onOneLine)”却看不懂；请只留名单上的班组，删去这一列。",
                en:
                    "\(en.capitalisedStart) seems to say which teams are on the list, but “\(first.text.onOneLine)” is not understood: leave only the teams of the list, without this column."
            )
        }
    }

    private static func names(_ name: String) -> (zh: String, en: String) {
        name.isEmpty ? ("没有表头的列", "the column without a header") : ("“\(name)”列", "the column “\(name)”")
    }
}

extension DecidingColumns.Column {
    fileprivate typealias Cells = [(row: CellTable.Row, cell: CellTable.Cell?)]

    /// Reads a column whose name asks who is on the list.
    fileprivate mutating func decide(_ cells: Cells, isReversed: Bool) {
        let words = cells.map { $0.cell.map { DecidingWord($0.text) } ?? .blank }
        let hasYes = words.contains(.yes)
        for ((row, cell), word) in zip(cells, words) {
            switch (word, isReversed) {
            case (.no, false): if let cell { denied.append((row.place, cell)) }
            case (.yes, true): if let cell { denied.append((row.place, cell)) }
            case (.no, true):
                // 否 in 是否撤销, but 已撤销.
                if let cell, ListStanding(ofTeam: cell.text) != nil { denied.append((row.place, cell)) }
            case (.blank, false): if hasYes { blank.append((row.place, row.cells[number]?.place ?? row.place)) }
            case (.other, true):
                // 未撤销, 没有取消.
                if let cell, !["未", "没", "不", "无", "非"].contains(where: cell.text.hasPrefix) { other.append(cell) }
            case (.other, false): if let cell { other.append(cell) }
            case (.yes, false), (.blank, true): break
            }
        }
        // 优秀 of all teams decides nothing, nor do points.
        let isUniform = Set(other.map(\.text)).count < 2 && other.count == cells.count
        let areNumbers = other.allSatisfy { StatedValue.number($0.text) != nil }
        if isUniform || areNumbers { other = [] }
    }

    /// Reads a column of the year that is wanted: whoever has something there was honoured.
    fileprivate mutating func tick(_ cells: Cells) {
        let isUsed = cells.contains { $0.cell != nil }
        for (row, cell) in cells where isUsed {
            guard let cell, DecidingWord(cell.text) != .blank else {
                blank.append((row.place, row.cells[number]?.place ?? row.place))
                continue
            }
            if DecidingWord(cell.text) == .no { denied.append((row.place, cell)) }
        }
    }
}

extension String {
    /// With a capital at its start.
    fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
