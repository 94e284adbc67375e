import Content
import Diagnostics

/// Turns the rows of a table into rows for a roster, and says what it did with all others.
struct TableReading {
    private let table: CellTable
    private let header: TableHeader
    private let surroundings: RosterSurroundings
    private(set) var rows: [ProposedRow] = []
    private(set) var notes: [ImportNote] = []
    /// Headings between the rows: `一、浙江省（12个）`.
    private var section = TableSection()
    private var counts = SectionCounts()
    private var isSerial = false
    private var previous: [RosterColumn: String] = [:]
    private var otherYears = 0
    private var statedTotal: (count: Int, place: String)?

    init(_ table: CellTable, header: TableHeader, surroundings: RosterSurroundings) {
        self.table = table
        self.header = header
        self.surroundings = surroundings
    }

    mutating func read() {
        noteColumns()
        isSerial = idColumnHoldsSerials()
        for row in table.rows.dropFirst(header.index + 1) { read(row) }
        counts.end()
        notes += counts.notes
        if otherYears > 0 {
            note(
                .warning, zh: "\(otherYears) 行属于其他年度，没有导入。",
                en: "\(otherYears.counting("row is", "rows are")) of other years and left out.")
        }
        if let total = statedTotal, total.count != rows.count {
            note(
                .warning, at: total.place, zh: "表中写共 \(total.count) 个，读到 \(rows.count) 行。",
                en: "The table says \(total.count) in all, \(rows.count.counting("row was", "rows were")) read.")
        }
        noteDuplicates()
    }

    // MARK: Columns

    private mutating func noteColumns() {
        let names = table.rows[header.index].cells
        let personal = header.meanings.filter { $0.value == .personal }.keys.sorted().compactMap { names[$0] }
        if let first = personal.first {
            let list = personal.map(\.text.onOneLine).joined(separator: "、")
            note(
                .information, at: first.place, zh: "个人信息不进名单，没有导入：\(list)。",
                en: "Data about people do not go into the roster and are left out: \(list).")
        }
        for (_, cell) in header.unknown.sorted(by: { $0.key < $1.key }) {
            note(
                .information, at: cell.place, zh: "名单没有“\(cell.text.onOneLine)”列，没有导入。",
                en: "A roster has no column “\(cell.text.onOneLine)”; it is left out.")
        }
        for (cell, _) in header.repeated where !cell.isSpread {
            note(
                .warning, at: cell.place, zh: "“\(cell.text.onOneLine)”与前面的列含义相同，没有导入。",
                en: "“\(cell.text.onOneLine)” means the same as a column before it and is left out.")
        }
    }

    /// A column called 编号 often counts the rows: 1, 2, 3.
    private mutating func idColumnHoldsSerials() -> Bool {
        guard let column = header.column(of: .id) else { return false }
        let texts = table.rows.dropFirst(header.index + 1).compactMap { $0.cells[column] }
        let numbers = texts.compactMap { Int(ValueText.halfWidth($0.text)) }
        guard !texts.isEmpty, numbers.count * 10 >= texts.count * 9, numbers.allSatisfy({ $0 < 10_000 }) else {
            return false
        }
        note(
            .information, at: texts[0].place, zh: "编号列是 1、2、3 这样的序号，没有用作网址中的编号。",
            en: "The ids only count the rows; they are not used as ids.")
        return true
    }

    // MARK: Rows

    private mutating func read(_ row: CellTable.Row) {
        let cells = row.cells
        // A row that is only the lower part of merged cells.
        guard !cells.values.allSatisfy(\.isSpread) else { return }
        guard !isHeader(row) else { return }
        let texts = Set(cells.values.map(\.text)).subtracting([""])
        if let total = TableSection.total(in: cells.sorted { $0.key < $1.key }.map(\.value.text)) {
            if total.isWhole { statedTotal = (total.count, row.place) }
            return
        }
        if let remark = cells[1]?.text, isRemark(remark) {
            note(
                .information, at: row.place, zh: "没有导入这一行：“\(remark.onOneLine)”。",
                en: "This row is left out: “\(remark.onOneLine)”.")
            return
        }
        let isComplete = !cells.values.contains { $0.doubt == .notComputed }
        if isComplete, texts.count == 1, let text = texts.first, !stands(text, alone: row) {
            let heading = TableSection(heading: text, surroundings: surroundings)
            counts.begin(text.onOneLine, at: row.place, isSection: heading != nil)
            if let heading {
                section = heading
            } else {
                note(
                    .information, at: row.place, zh: "没有导入这一行：“\(text.onOneLine)”。",
                    en: "This row is left out: “\(text.onOneLine)”.")
            }
            return
        }
        guard isOfTheYear(row) else { return }
        if row.isHidden {
            note(
                .warning, at: row.place, zh: "表格中隐藏的行，也导入了。", en: "The table hides this row; it was taken over as well."
            )
        }
        var reader = TableRowReading(
            row: row, header: header, section: section, surroundings: surroundings, usesIDs: !isSerial,
            above: table.mayHideMergedCells ? previous : [:], countsFrom1904: table.countsFrom1904)
        if let proposed = reader.read() {
            rows.append(proposed)
            counts.countRow()
            previous = proposed.values.mapValues(\.text)
        }
        notes += reader.notes
    }

    /// Whether a row is a remark, as rosters have them: `# 说明`, but not the number `#1` or the error `#REF!`.
    private func isRemark(_ text: String) -> Bool {
        guard text.hasPrefix("#"), let next = text.dropFirst().first else { return false }
        return next.isWhitespace || !next.isASCII
    }

    /// Whether a text is the name of a team that stands in its row by itself, which is a row that lacks the rest.
    private func stands(_ text: String, alone row: CellTable.Row) -> Bool {
        guard let column = header.column(of: .team), let cell = row.cells[column], !cell.isSpread, row.cells.count == 1
        else { return false }
        return cell.text == text && column != header.meanings.keys.min()
    }

    private func isHeader(_ row: CellTable.Row) -> Bool {
        let known = header.meanings.filter { column, meaning in
            row.cells[column].map { TableHeader.meaning(of: $0.text) == meaning } ?? false
        }
        return known.count >= 2 && known.count * 2 > row.cells.count
    }

    private mutating func isOfTheYear(_ row: CellTable.Row) -> Bool {
        guard let column = header.column(of: .year), let cell = row.cells[column] else { return true }
        guard Int(ValueText.halfWidth(cell.text).filter(\.isNumber)) != surroundings.year else { return true }
        otherYears += 1
        return false
    }

    private mutating func noteDuplicates() {
        var byID: [String: String] = [:]
        var byKey: [String: String] = [:]
        for row in rows {
            if let id = row[.id], let first = byID.updateValue(row.place, forKey: id) {
                note(
                    .error, at: row.place, zh: "编号“\(id)”在 \(first) 已经用过。",
                    en: "The id “\(id)” is used at \(first) already.")
            }
            if let first = byKey.updateValue(row.place, forKey: row.key) {
                note(
                    .error, at: row.place, zh: "\(row.enterprise)的“\(row.team)”在 \(first) 已经出现过。",
                    en: "“\(row.team)” of \(row.enterprise) stands at \(first) already.")
            }
        }
    }

    private mutating func note(_ kind: ImportNote.Kind, at place: String? = nil, zh: String, en: String) {
        notes.append(ImportNote(kind, at: place, zh: zh, en: en))
    }
}
