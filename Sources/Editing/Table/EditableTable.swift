import Content
import Diagnostics
import Documents
import Fields
import Text
import Values

/// A CSV file, such as a roster, that is edited by rows and cells: those that nobody changes stay byte for byte as they are, with
/// quotes, separators, line ends, remarks, empty lines, byte order mark and encoding.
package struct EditableTable: Sendable {
    package struct Column: Sendable {
        /// In English where rosters declare it; else what the table calls it.
        package let key: String
        /// As the table calls it.
        package let name: String
        /// `nil` for one that rosters do not have.
        package let column: RosterColumn?
    }

    package let path: String
    package let stored: EncodedText
    /// The text as it stands in the file, as UTF-8.
    package let file: SourceFile
    package let columns: [Column]
    /// Those, and of rosters the declared ones that the file lacks, which come when something is written in them.
    package let offeredColumns: [Column]
    /// What stands between cells.
    let separator: UInt8
    let lines: [TableLine]
    /// The lines of the rows of data.
    private let dataLines: [Int]
    let headerLine: Int

    /// As it is to be stored.
    package var bytes: [UInt8] { stored.bytes }

    /// - Throws: `EditRefusal` for a table that can only be edited as text.
    package init(path: String, bytes: [UInt8]) throws(EditRefusal) {
        let isRoster = Self.isRoster(path)
        guard let stored = EncodedText(bytes, isExpected: { !isRoster || RosterEncoding.isPlausible($0) }) else {
            var findings: [Diagnostic] = []
            _ = RosterEncoding.decode(path: path, bytes: bytes, findings: &findings)
            throw .unreadable(findings.first)
        }
        try self.init(path, stored)
    }

    private init(_ path: String, _ stored: EncodedText) throws(EditRefusal) {
        self.path = path
        self.stored = stored
        file = SourceFile(path: path, bytes: stored.text)
        let (table, separator) = try Self.read(file)
        self.separator = separator
        guard let header = RosterRemarks.header(among: table.rows) else { throw .brokenTable(nil) }
        var remarks = RosterRemarks()
        remarks.learn(header: header)
        let columns = Self.columns(of: header)
        self.columns = columns
        let isChinese = Self.isChinese(columns)
        let lacking =
            Self.isRoster(path) ? RosterColumn.all.filter { one in !columns.contains { $0.column == one } } : []
        offeredColumns = columns + lacking.map { Column($0, isChinese: isChinese) }
        lines = TableLine.lines(of: table, in: stored)
        var data: [Int] = []
        var headerLine = 0
        for (index, row) in table.rows.enumerated() {
            if row.range.bytes == header.range.bytes { headerLine = index }
            let isBelow = row.range.bytes.lowerBound > header.range.bytes.lowerBound
            if isBelow, !row.isBlank, !remarks.isRemark(row) { data.append(index) }
        }
        self.headerLine = headerLine
        dataLines = data
    }

    /// The rows of a file with the sign that separates their cells: a comma, or what stands in a header without one.
    private static func read(_ file: SourceFile) throws(EditRefusal) -> (CSVTable, UInt8) {
        var separator = UInt8(ascii: ",")
        var findings: [Diagnostic] = []
        var table = CSVTable.read(file, findings: &findings)
        if let header = RosterRemarks.header(among: table.rows), header.cells.count == 1,
            let other = header.cells[0].text.utf8.first(where: { ";\t|".utf8.contains($0) })
        {
            separator = other
            findings = []
            table = CSVTable.read(file, separator: separator, findings: &findings)
        }
        guard findings.isEmpty else { throw .brokenTable(findings.first) }
        return (table, separator)
    }

    private static func isRoster(_ path: String) -> Bool {
        SitePath(path).map { ContentKind(path: $0).isRoster } ?? false
    }

    /// Whether new columns have Chinese names.
    static func isChinese(_ columns: [Column]) -> Bool {
        columns.contains { $0.column == .team && $0.name == RosterColumn.team.chineseName }
    }

    /// The columns up to the last that has a name.
    private static func columns(of header: CSVTable.Row) -> [Column] {
        let width = (header.cells.lastIndex { !$0.text.trimmingSpaces.isEmpty } ?? -1) + 1
        return header.cells.prefix(width).map { cell in
            let name = cell.text.trimmingSpaces
            let column = RosterColumn.named(name)
            return Column(key: column?.name ?? name, name: name, column: column)
        }
    }
}

extension EditableTable {
    /// How many rows of data there are.
    package var rowCount: Int { dataLines.count }

    /// The cells of the rows of data, in the order of the columns, without what guards formulas.
    package var rows: [[String]] {
        dataLines.map { line in
            columns.indices.map { text(ofCell: $0, inLine: line) }
        }
    }

    /// The text of a cell; empty where a row has none.
    package func text(row: Int, column: Int) -> String { text(ofCell: column, inLine: dataLines[row]) }

    private func text(ofCell index: Int, inLine line: Int) -> String {
        let cells = lines[line].cells
        return index < cells.count ? FormulaGuard.unguarded(DocumentValue.composed(cells[index].text)) : ""
    }

    /// The cells of the rows, in the order of the columns that are offered.
    package var offeredRows: [[String]] {
        let lacking = [String](repeating: "", count: offeredColumns.count - columns.count)
        return rows.map { $0 + lacking }
    }

    /// Where a cell stands in the text, with its quotes; `nil` where a row has none.
    package func place(row: Int, column: Int) -> Range<Int>? {
        guard dataLines.indices.contains(row) else { return nil }
        let cells = lines[dataLines[row]].cells
        return cells.indices.contains(column) ? cells[column].range : nil
    }

    /// The row and the column at a byte of the text; the column is `nil` behind the last one that has a name.
    package func cell(atByte byte: Int) -> (row: Int, column: Int?)? {
        var (low, high) = (0, dataLines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[dataLines[middle]].range.upperBound < byte { low = middle + 1 } else { high = middle }
        }
        guard low < dataLines.count, lines[dataLines[low]].range.lowerBound <= byte else { return nil }
        let column = lines[dataLines[low]].cells.firstIndex { $0.range.upperBound >= byte }
        return (low, column.flatMap { $0 < columns.count ? $0 : nil })
    }

    /// The table in UTF-8 with a byte order mark, for what its encoding lacks.
    package func inUTF8() throws(EditRefusal) -> EditableTable {
        try EditableTable(path, stored.inUTF8(isMarked: true))
    }

    /// The table with edits, one after another.
    ///
    /// - Throws: the refusal of the first that cannot be made, or of what they come to; then none of them is.
    package func applying(_ edits: [TableEdit]) throws(EditRefusal) -> EditableTable {
        guard !edits.isEmpty else { return self }
        var editor = TableEditor(self, dataLines: dataLines)
        for edit in edits { try editor.apply(edit) }
        let bytes = try editor.bytes(of: stored)
        guard bytes != stored.bytes else { return self }
        if let refusal = editor.emptyRow { throw refusal }
        let table = try EditableTable(path: path, bytes: bytes)
        guard table.rows == editor.rows, table.columns.map(\.name) == editor.columns.map(\.name),
            table.stored.encoding == stored.encoding
        else { throw .notWritable(LocalizedText(same: path), at: nil) }
        return table
    }

    /// The table with edits that are asked for in JSON.
    package func applying(requests: [JSONValue]) throws(EditRefusal) -> EditableTable {
        try applying(try TableEdit.edits(requests))
    }
}

extension TableEdit {
    static func edits(_ requests: [JSONValue]) throws(EditRefusal) -> [TableEdit] {
        var edits: [TableEdit] = []
        for request in requests {
            guard let edit = TableEdit(request) else { throw .noEdit }
            edits.append(edit)
        }
        return edits
    }
}

extension EditableTable.Column {
    /// A declared column that a table gets.
    init(_ column: RosterColumn, isChinese: Bool) {
        self.init(key: column.name, name: column.name(isChinese: isChinese), column: column)
    }
}

extension ContentKind {
    fileprivate var isRoster: Bool { if case .roster = self { true } else { false } }
}
