import Content
import Documents
import Values

/// Carries out edits of a table: on its lines, which become the file, and on plain rows of texts, which the file must read as.
struct TableEditor {
    private(set) var columns: [EditableTable.Column]
    /// The keys of the columns that the table offers, as they were before all edits.
    private let keys: [String]
    /// What the table is to say.
    private(set) var rows: [[String]]
    private var lines: [TableLine]
    /// The lines of the rows.
    private var dataLines: [Int]
    private let headerLine: Int
    private let separator: UInt8
    /// The separator as it is stored.
    private var between: [UInt8] = []
    /// A byte order mark, where the file begins with one.
    private let head: Range<Int>
    private let stored: EncodedText
    private let lineEnd: String
    /// Whether every cell of the header has quotes, as some programs write all cells.
    private let isAllQuoted: Bool
    /// A character that the encoding lacks, of the first cell that has one.
    private var missing: MissingCharacter?

    init(_ table: EditableTable, dataLines: [Int]) {
        columns = table.columns
        keys = table.offeredColumns.map(\.key)
        rows = table.rows
        lines = table.lines
        self.dataLines = dataLines
        headerLine = table.headerLine
        separator = table.separator
        stored = table.stored
        lineEnd = YAMLLines.lineEnd(of: table.stored.text)
        let names = table.lines[table.headerLine].cells.prefix(table.columns.count)
        isAllQuoted = names.allSatisfy(\.isQuoted)
        if case .file(let first) = table.lines.first?.cells.first?.written {
            head = 0..<first.lowerBound
        } else {
            head = 0..<0
        }
        between = encoded(String(UnicodeScalar(separator)))
    }

    mutating func apply(_ edit: TableEdit) throws(EditRefusal) {
        switch edit {
        case .cell(let row, let key, let text):
            guard rows.indices.contains(row) else { throw EditRefusal.noSuchRow(row) }
            guard let column = try column(key, for: text) else { return }
            set(text, row: row, column: column)
        case .addRow(let index, let cells):
            guard (0...rows.count).contains(index) else { throw EditRefusal.noSuchRow(index) }
            guard cells.dropFirst(keys.count).allSatisfy(\.trimmingSpaces.isEmpty) else { throw .tooManyColumns }
            add(at: index)
            try set(cells, row: index, keys[...])
        case .moveRow(let row, let target):
            guard rows.indices.contains(row), rows.indices.contains(target) else {
                throw EditRefusal.noSuchRow(max(row, target))
            }
            move(row, to: target)
        case .removeRow(let row):
            guard rows.indices.contains(row) else { throw EditRefusal.noSuchRow(row) }
            remove(row)
        case .paste(let row, let key, let block): try paste(block, row: row, key)
        }
    }

    // MARK: Cells

    /// The column of a key. One that rosters declare and the table does not have comes where it is needed.
    ///
    /// - Returns: `nil` for such a one that nothing is to be written to.
    private mutating func column(_ key: String, for text: String) throws(EditRefusal) -> Int? {
        let declared = RosterColumn.named(key)
        if let index = columns.firstIndex(where: { $0.key == (declared?.name ?? key) }) { return index }
        guard let declared else { throw .noSuchColumn(key) }
        guard !text.trimmingSpaces.isEmpty else { return nil }
        let isChinese = EditableTable.isChinese(columns)
        let place = columns.count
        for line in [headerLine] + dataLines { pad(line, to: place) }
        write(declared.name(isChinese: isChinese), line: headerLine, cell: place)
        columns.append(EditableTable.Column(declared, isChinese: isChinese))
        for index in rows.indices { rows[index].append("") }
        return place
    }

    /// Cells up to one, where a row ends before it.
    private mutating func pad(_ line: Int, to cell: Int) {
        while lines[line].cells.count <= cell {
            let end = lines[line].range.upperBound
            lines[line].cells.append(
                TableLine.Cell(text: "", range: end..<end, written: .new([]), isQuoted: isAllQuoted))
        }
    }

    private mutating func set(_ text: String, row: Int, column: Int) {
        let text = written(text, column, replacing: rows[row][column])
        guard text != rows[row][column] else { return }
        rows[row][column] = text
        write(text, line: dataLines[row], cell: column)
    }

    /// A text as the column has it: a word of a vocabulary in the language of its header, a day or a number in its usual form where
    /// it is understood; else as it was typed, so that a check says so.
    private func written(_ text: String, _ index: Int, replacing old: String) -> String {
        let text = DocumentValue.composed(LineEnds.unified(text).trimmingSpaces)
        guard text != old, let column = columns[index].column, !column.isText,
            let canonical = column.canonical(text)
        else { return text }
        if column.schema.type.words != nil, column.canonical(old) == canonical, !old.isEmpty { return old }
        return column.written(canonical, isChinese: columns[index].name == column.chineseName)
    }

    private mutating func write(_ text: String, line: Int, cell: Int) {
        pad(line, to: cell)
        let old = lines[line].cells[cell]
        let guarded = FormulaGuard.guarded(text)
        let needsQuotes = guarded.utf8.contains { $0 == separator || "\"\r\n".utf8.contains($0) }
        let isQuoted = needsQuotes || old.isQuoted && !text.isEmpty
        let csv = isQuoted ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
        lines[line].cells[cell] = TableLine.Cell(
            text: guarded, range: old.range, written: .new(encoded(csv)), isQuoted: old.isQuoted)
    }

    private mutating func encoded(_ text: String) -> [UInt8] {
        do throws(MissingCharacter) {
            return try stored.encode(text)
        } catch {
            missing = missing ?? error
            return []
        }
    }

    // MARK: Rows

    /// An empty row that has the index.
    private mutating func add(at index: Int) {
        let before = index > 0 ? dataLines[index - 1] : headerLine
        let end = lines[before].range.upperBound
        let empty = TableLine.Cell(text: "", range: end..<end, written: .new([]), isQuoted: isAllQuoted)
        let isLast = isEmpty(lines[before].lineEnd)
        let newEnd = TableLine.Written.new(encoded(lineEnd))
        // A file that ends without a line end goes on doing so.
        let row = TableLine(
            cells: lines[headerLine].cells.map { _ in empty }, range: end..<end,
            lineEnd: isLast ? lines[before].lineEnd : newEnd)
        if isLast { lines[before].lineEnd = newEnd }
        lines.insert(row, at: before + 1)
        for place in index..<dataLines.count { dataLines[place] += 1 }
        dataLines.insert(before + 1, at: index)
        rows.insert(columns.map { _ in "" }, at: index)
    }

    private func isEmpty(_ written: TableLine.Written) -> Bool {
        switch written {
        case .file(let range): range.isEmpty
        case .new(let bytes): bytes.isEmpty
        }
    }

    /// Remarks and empty lines stay where they are; the rows between change places.
    private mutating func move(_ row: Int, to target: Int) {
        let places = min(row, target)...max(row, target)
        var moved = places.map { lines[dataLines[$0]].cells }
        moved.insert(moved.remove(at: row - places.lowerBound), at: target - places.lowerBound)
        for (place, cells) in zip(places, moved) { lines[dataLines[place]].cells = cells }
        rows.insert(rows.remove(at: row), at: target)
    }

    private mutating func remove(_ row: Int) {
        let line = dataLines[row]
        if isEmpty(lines[line].lineEnd), line > 0 { lines[line - 1].lineEnd = lines[line].lineEnd }
        lines.remove(at: line)
        dataLines.remove(at: row)
        for place in row..<dataLines.count { dataLines[place] -= 1 }
        rows.remove(at: row)
    }

    private mutating func paste(_ block: [[String]], row: Int, _ key: String) throws(EditRefusal) {
        guard (0...rows.count).contains(row) else { throw EditRefusal.noSuchRow(row) }
        guard let first = keys.firstIndex(of: RosterColumn.named(key)?.name ?? key) else { throw .noSuchColumn(key) }
        // What spreadsheets add at the end of a block is nothing.
        var block = block
        while let last = block.last, last.allSatisfy(\.trimmingSpaces.isEmpty) { block.removeLast() }
        for (offset, cells) in block.enumerated() {
            guard cells.dropFirst(keys.count - first).allSatisfy(\.trimmingSpaces.isEmpty) else {
                throw .tooManyColumns
            }
            if row + offset == rows.count { add(at: rows.count) }
            try set(cells, row: row + offset, keys[first...])
        }
    }

    /// Writes cells into the columns of keys, one after another.
    private mutating func set(_ cells: [String], row: Int, _ keys: ArraySlice<String>) throws(EditRefusal) {
        for (key, text) in zip(keys, cells) {
            guard let column = try column(key, for: text) else { continue }
            set(text, row: row, column: column)
        }
    }

    // MARK: The file

    /// Why a row that is to be written would not be read.
    var emptyRow: EditRefusal? {
        for (index, row) in rows.enumerated() {
            let cells = lines[dataLines[index]].cells
            if cells.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) {
                return .rowWithoutValue(index, isRemark: false)
            }
            let first = row.first ?? ""
            let hasID = columns.firstIndex { $0.column == .id }.map { $0 > 0 && !row[$0].isEmpty } ?? false
            if first.hasPrefix("#"), !SpreadsheetError.isOne(first), !hasID {
                return .rowWithoutValue(index, isRemark: true)
            }
        }
        return nil
    }

    /// The file as it is to be stored.
    func bytes(of stored: EncodedText) throws(EditRefusal) -> [UInt8] {
        if let missing { throw .encoding(missing, at: nil) }
        var bytes = Array(stored.bytes[head])
        bytes.reserveCapacity(stored.bytes.count + 1024)
        for line in lines {
            for (index, cell) in line.cells.enumerated() {
                if index > 0 { bytes += between }
                Self.append(cell.written, of: stored, to: &bytes)
            }
            Self.append(line.lineEnd, of: stored, to: &bytes)
        }
        return bytes
    }

    private static func append(_ written: TableLine.Written, of stored: EncodedText, to bytes: inout [UInt8]) {
        switch written {
        case .file(let range): bytes += stored.bytes[range]
        case .new(let new): bytes += new
        }
    }
}
