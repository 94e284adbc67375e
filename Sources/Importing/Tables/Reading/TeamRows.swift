import Content
import Diagnostics
import Rules
import Values

/// Rows that name no team of their own: further members of a merged one, numbers alone, what is struck out, other years.
extension TableReading {
    /// Whether the team is that of the row above, in merged cells: one row a member.
    mutating func isContinued(_ row: CellTable.Row, inBlock index: Int) -> Bool {
        let header = blocks[index].header
        guard let team = header.column(of: .team).flatMap({ row.cells[$0] }), team.isFromAbove,
            let column = header.column(of: .enterprise)
        else { return false }
        if let enterprise = row.cells[column], !enterprise.isFromAbove, !ValueText.saysNothing(enterprise.text),
            let first = blocks[index].lastRow?.cells[column],
            ComparableName.key(first.text) != ComparableName.key(enterprise.text)
        {
            // Two titles of one team, or one of two firms.
            note(
                .importDoubtful, .error, at: enterprise.place,
                zh:
                    "“\(team.text.onOneLine)”是合并的单元格，企业却有“\(first.text.onOneLine)”和“\(enterprise.text.onOneLine)”。几家企业联合的，请写在同一格；不是同一班组的，请取消合并、分行写明。",
                en:
                    "“\(team.text.onOneLine)” is merged over the enterprises “\(first.text.onOneLine)” and “\(enterprise.text.onOneLine)”. Write joint enterprises into one cell; else take the cells apart and name each team."
            )
            return true
        }
        continuedRows += 1
        if let first = blocks[index].lastRow {
            tellDifferences(of: row, from: first, header, team: team.text.onOneLine)
        }
        return true
    }

    /// Asks about a row of a merged team that says another thing than the rows above of what a team has one of: a team
    /// cannot be of two provinces, and nobody knows whether it was merged by mistake.
    private mutating func tellDifferences(
        of row: CellTable.Row, from above: CellTable.Row, _ header: TableHeader, team: String
    ) {
        func key(_ text: String, _ column: RosterColumn) -> String {
            let known = column == .province ? Province(named: text)?.shortName : column.canonical(text)
            return known ?? ComparableName.key(text)
        }
        let columns = RosterColumn.all.filter { ![.team, .enterprise].contains($0) }
        for column in columns {
            guard let place = header.column(of: column), let cell = row.cells[place], !cell.isSpread,
                !ValueText.saysNothing(cell.text)
            else { continue }
            let first = above.cells[place]?.text ?? ""
            guard key(first, column) != key(cell.text, column) else { continue }
            note(
                .importDoubtful, .error, at: cell.place,
                zh:
                    "“\(team)”是合并的单元格，上面的“\(column.chineseName)”是“\(first.onOneLine)”，这一行是“\(cell.text.onOneLine)”。同一班组的，请写成一样；不是同一班组的，请取消合并、分行写明。",
                en:
                    "“\(team)” is merged over rows, of which one above has “\(first.onOneLine)” for \(column.name) and this one “\(cell.text.onOneLine)”. Write the same if it is one team; else take the cells apart and name each team."
            )
        }
    }

    /// Whether a row holds its number alone; it is counted.
    mutating func isEmptyNumber(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        let said = row.cells.filter { !$0.value.text.isEmpty && !$0.value.isSpread }
        guard said.allSatisfy({ header.meanings[$0.key] == .serial || Self.isSerial($0.value.text) && $0.key == 1 })
        else {
            return false
        }
        emptyRows += 1
        return true
    }

    /// Whether a text may be the number of a row.
    static func isSerial(_ text: String) -> Bool {
        let plain = ValueText.halfWidth(text)
        return plain.utf8.count <= 4 && plain.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Rows that somebody struck out are left out, and said.
    mutating func isStruck(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        let names = [RosterColumn.team, .enterprise].compactMap { header.column(of: $0).flatMap { row.cells[$0] } }
        guard !names.isEmpty, names.allSatisfy({ $0.strike == .whole }) else { return false }
        note(
            .importDoubtful, at: row.place, zh: "这一行画了删除线，没有导入：\(Self.list(names.map(\.text)))。",
            en: "This row is struck out and left out: \(Self.list(names.map(\.text))).")
        return true
    }

    /// Whether a row is of the year that is wanted; others are counted.
    mutating func isOfTheYear(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        guard let column = header.column(of: .year), let cell = row.cells[column], !cell.text.isEmpty else {
            return true
        }
        guard let year = YearReading.year(cell.text, near: surroundings.year) else {
            note(
                .importYear, at: cell.place, zh: "年度“\(cell.text.onOneLine)”看不懂，请写成 \(surroundings.year) 的样子。",
                en: "The year “\(cell.text.onOneLine)” is not understood: write it like \(surroundings.year).")
            return true
        }
        guard year != surroundings.year else { return true }
        otherYears[year, default: 0] += 1
        return false
    }
}
