import Content
import Diagnostics
import Editing
import Fields
import Text
import Values

/// A file that the desk shows as a table: a year's roster, the enterprises, the associations.
enum DeskTable {
    case roster(EditableTable)
    case records(RecordTable)

    /// - Parameter language: of the columns of a roster that is not there yet.
    /// - Throws: `EditRefusal` for a file that is no table, or can only be edited as text.
    init(_ text: DeskText, _ language: SiteLanguage) throws(EditRefusal) {
        switch SitePath(text.path.text).map(ContentKind.init(path:)) {
        case .roster:
            let names = RosterColumn.all.map { $0.name(isChinese: language == .chinese) }
            let bytes = text.bytes.isEmpty ? Array((names.joined(separator: ",") + "\n").utf8) : text.bytes
            self = .roster(try EditableTable(path: text.path.text, bytes: bytes))
        case .enterprises, .associations:
            guard let document = text.document else { throw text.refusal ?? .noTable }
            self = .records(try RecordTable(document))
        default: throw .noTable
        }
    }

    /// As it is to be stored.
    var bytes: [UInt8] {
        switch self {
        case .roster(let table): table.bytes
        case .records(let table): table.document.bytes
        }
    }

    /// The cells of the rows, in the order of the columns.
    var rows: [[String]] {
        switch self {
        case .roster(let table): table.offeredRows
        case .records(let table): table.rows
        }
    }

    /// The keys of the columns with what is declared of them; `nil` for a column that the program does not know, which keeps the
    /// name that the file gives it.
    var columns: [(key: String, name: LocalizedText, field: FieldSchema?)] {
        switch self {
        case .roster(let table):
            table.offeredColumns.map { column in
                let name = column.column.map { LocalizedText(zh: $0.chineseName, en: $0.name) }
                return (column.key, name ?? LocalizedText(same: column.name), column.column?.schema)
            }
        case .records(let table): table.columns.map { ($0.key, $0.label, $0.field) }
        }
    }

    /// The table with edits, one after another.
    func applying(_ edits: [JSONValue]) throws(EditRefusal) -> DeskTable {
        switch self {
        case .roster(let table): .roster(try table.applying(requests: edits))
        case .records(let table): .records(try table.applying(requests: edits))
        }
    }

    /// The row at a place of a roster's text, and the column's key where it has one; `nil` elsewhere.
    func cell(at range: SourceRange) -> (row: Int, column: String?)? {
        guard case .roster(let table) = self, range.file.bytes.count == table.file.bytes.count,
            let cell = table.cell(atByte: range.bytes.lowerBound)
        else { return nil }
        return (cell.row, cell.column.map { table.columns[$0].key })
    }

    /// The row and the column's key of a field of a record: `[3, "parent", "id"]` is `parent.id` of the fourth.
    func cell(of field: [JSONValue]) -> (row: Int, column: String?)? {
        guard case .records(let table) = self, let row = field.first?.integer else { return nil }
        let names = field.dropFirst().compactMap(\.string)
        let keys = (0...names.count).reversed().map { names.prefix($0).joined(separator: ".") }
        return (row, keys.first { key in table.columns.contains { $0.key == key } })
    }
}
