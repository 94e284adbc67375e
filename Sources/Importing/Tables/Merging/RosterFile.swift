import Content
import Diagnostics
import Values

/// A `roster.csv` that is edited: rows and cells that nobody changed stay byte for byte as they are, with columns,
/// lines and line ends of their own.
package struct RosterFile: Sendable {
    /// A row of teams.
    package struct Row: Sendable {
        fileprivate(set) var cells: [String]
        /// The cells as they stand in the file; `nil` for a changed one.
        fileprivate var written: [[UInt8]?]
        /// What follows the row.
        fileprivate var lineEnd: [UInt8]
    }

    private enum Line {
        /// Kept as it is: empty lines and remarks.
        case other([UInt8])
        case row(Row)
    }

    private var lines: [Line] = []
    private var headerLine = 0
    private let lineEnd: [UInt8]
    private(set) var columns: [RosterColumn: Int] = [:]
    private(set) var isChinese: [RosterColumn: Bool] = [:]
    private var hasByteOrderMark: Bool
    /// Whether the file was in GB 18030, and is written in UTF-8 from now on.
    package let wasReencoded: Bool

    /// A roster without rows, with all columns.
    package init(isChinese: Bool) {
        let names = RosterColumn.all.map { $0.name(isChinese: isChinese) }
        lineEnd = [0x0D, 0x0A]
        lines = [.row(Row(cells: names, written: names.map { _ in nil }, lineEnd: lineEnd))]
        hasByteOrderMark = true
        wasReencoded = false
        readHeader(names)
    }

    /// Reads a file.
    ///
    /// - Throws: `TableProblem` for one that cannot be edited without losing something.
    package init(_ bytes: [UInt8], path: String) throws {
        var findings: [Diagnostic] = []
        guard let file = RosterEncoding.decode(path: path, bytes: bytes, findings: &findings) else {
            throw Self.unusable(findings, path: path)
        }
        let table = CSVTable.read(file, findings: &findings)
        guard findings.isEmpty else { throw Self.unusable(findings, path: path) }
        wasReencoded = file.bytes != bytes
        hasByteOrderMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) || wasReencoded
        let ends = table.rows.indices.map { index in
            index + 1 < table.rows.count ? table.rows[index + 1].range.bytes.lowerBound : file.bytes.count
        }
        let firstEnd = table.rows.first.map { Array(file.bytes[$0.range.bytes.upperBound..<ends[0]]) } ?? []
        lineEnd = firstEnd.isEmpty ? [0x0D, 0x0A] : firstEnd
        var header: [String]?
        var remarks = RosterRemarks()
        for (row, end) in zip(table.rows, ends) {
            guard !row.isBlank, !remarks.isRemark(row) else {
                lines.append(.other(Array(file.bytes[row.range.bytes.lowerBound..<end])))
                continue
            }
            if header == nil {
                header = row.cells.map(\.text)
                remarks.learn(header: row)
                headerLine = lines.count
            }
            lines.append(
                .row(
                    Row(
                        cells: row.cells.map(\.text), written: row.cells.map { Array(file.bytes[$0.range.bytes]) },
                        lineEnd: Array(file.bytes[row.range.bytes.upperBound..<end]))))
        }
        if header == nil {
            let names = RosterColumn.all.map(\.chineseName)
            headerLine = lines.count
            lines.append(.row(Row(cells: names, written: names.map { _ in nil }, lineEnd: lineEnd)))
            header = names
        }
        readHeader(header ?? [])
        let missing = [RosterColumn.id, .team, .enterprise].filter { columns[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map { "\($0.chineseName)（\($0.name)）" }.joined(separator: "、")
            throw TableProblem(
                zh: "\(path) 没有列 \(names)，请先改好这个文件。", en: "\(path) has no column \(names): mend that file first.")
        }
    }

    private static func unusable(_ findings: [Diagnostic], path: String) -> TableProblem {
        let place = findings.first?.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
        let message = findings.first?.message ?? LocalizedText(zh: "无法读取。", en: "It cannot be read.")
        return TableProblem(zh: "\(path)\(place)：\(message.zh)", en: "\(path)\(place): \(message.en)")
    }

    private mutating func readHeader(_ names: [String]) {
        for (index, name) in names.enumerated() {
            guard let column = RosterColumn.named(name), columns[column] == nil else { continue }
            columns[column] = index
            isChinese[column] = name.trimmingSpaces == column.chineseName
        }
    }

    // MARK: Rows

    /// The rows of teams, by their place in the file.
    package var rowIndices: [Int] {
        lines.indices.filter { index in
            guard case .row = lines[index] else { return false }
            return index != headerLine
        }
    }

    /// The text of a cell without spaces at its ends and without what guards a formula; empty where there is none.
    package func text(_ column: RosterColumn, inRow index: Int) -> String {
        guard case .row(let row) = lines[index], let cell = columns[column], cell < row.cells.count else { return "" }
        return FormulaGuard.unguarded(row.cells[cell].trimmingSpaces)
    }

    /// Writes a canonical value into a cell, in the language of its column; adds the column where there is none.
    package mutating func set(_ column: RosterColumn, inRow index: Int, to value: String) {
        let cell = columns[column] ?? addColumn(column)
        guard case .row(var row) = lines[index] else { return }
        while row.cells.count <= cell {
            row.cells.append("")
            row.written.append(nil)
        }
        row.cells[cell] = FormulaGuard.guarded(
            column.written(value, isChinese: isChinese[column] ?? true))
        row.written[cell] = nil
        lines[index] = .row(row)
    }

    /// Adds a row with canonical values after another, or after the last one.
    ///
    /// - Parameter previous: `nil` for the end of the roster.
    /// - Returns: its place; places after it have moved on by one.
    package mutating func insert(_ values: [RosterColumn: String], after previous: Int?) -> Int {
        for column in RosterColumn.all where columns[column] == nil && !(values[column] ?? "").isEmpty {
            _ = addColumn(column)
        }
        guard case .row(let header) = lines[headerLine] else { return headerLine }
        let empty = header.cells.map { _ in "" }
        let place = (previous ?? rowIndices.last ?? headerLine) + 1
        // The row before it may have ended the file without a line end.
        if case .row(var before) = lines[place - 1], before.lineEnd.isEmpty {
            before.lineEnd = lineEnd
            lines[place - 1] = .row(before)
        }
        lines.insert(.row(Row(cells: empty, written: empty.map { _ in nil }, lineEnd: lineEnd)), at: place)
        for (column, value) in values where columns[column] != nil { set(column, inRow: place, to: value) }
        return place
    }

    private mutating func addColumn(_ column: RosterColumn) -> Int {
        guard case .row(let header) = lines[headerLine] else { return 0 }
        let isChineseRoster = isChinese[.team] ?? true
        let place = header.cells.count
        for (index, line) in lines.enumerated() {
            guard case .row(var row) = line else { continue }
            while row.cells.count <= place {
                row.cells.append("")
                row.written.append(nil)
            }
            if index == headerLine { row.cells[place] = column.name(isChinese: isChineseRoster) }
            lines[index] = .row(row)
        }
        columns[column] = place
        isChinese[column] = isChineseRoster
        return place
    }

    // MARK: Writing

    /// The file as it is to be written.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        for line in lines {
            switch line {
            case .other(let text): bytes += text
            case .row(let row):
                for (index, cell) in row.cells.enumerated() {
                    if index > 0 { bytes.append(UInt8(ascii: ",")) }
                    bytes += row.written[index] ?? Self.encoded(cell)
                }
                bytes += row.lineEnd
            }
        }
        return bytes
    }

    private static func encoded(_ cell: String) -> [UInt8] {
        // The text of a table ends with a line end that a cell has not.
        Array(CSVTable.text([[cell]]).utf8.dropLast())
    }
}
