import Values

/// Which lines of a roster are remarks of its editor, such as `# 排列按发文次序`. Nothing is read from them.
///
/// Spreadsheet programs put commas behind a remark and quote one that holds a comma; both are remarks still.
package struct RosterRemarks: Sendable {
    /// The column of ids; `nil` as long as no header was read.
    private var idColumn: Int?

    /// For the lines before the header.
    package init() {}

    /// The first line that names the columns.
    package static func header(among rows: [CSVTable.Row]) -> CSVTable.Row? {
        let remarks = RosterRemarks()
        return rows.first { !$0.isBlank && !remarks.isRemark($0) }
    }

    /// Whether a line says which sign separates the cells (`sep=,`), for spreadsheet programs.
    package static func isSeparatorLine(_ row: CSVTable.Row) -> Bool {
        guard let first = row.cells.first?.text.trimmingSpaces.lowercased(), first.hasPrefix("sep=") else {
            return false
        }
        return first.utf8.count <= 5 && row.cells.dropFirst().allSatisfy { $0.text.trimmingSpaces.isEmpty }
    }

    /// Learns the columns, so that a team called `#1` is not taken for a remark.
    package mutating func learn(header: CSVTable.Row) {
        idColumn = header.cells.firstIndex { RosterColumn.named($0.text) == .id }
    }

    package func isRemark(_ row: CSVTable.Row) -> Bool {
        guard let first = row.cells.first?.text.trimmingSpaces else { return false }
        if idColumn == nil, Self.isSeparatorLine(row) { return true }
        // A cell that a spreadsheet could not compute is no remark, though it stands first.
        guard first.hasPrefix("#"), !SpreadsheetError.isOne(first) else { return false }
        guard let idColumn else { return !row.cells.contains { RosterColumn.named($0.text) != nil } }
        // An id begins with a letter or a digit.
        return idColumn == 0 || idColumn >= row.cells.count || row.cells[idColumn].text.trimmingSpaces.isEmpty
    }
}
