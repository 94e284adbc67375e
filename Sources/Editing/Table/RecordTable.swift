import Content
import Diagnostics
import Fields
import Text
import Values

/// A YAML file that is a list of records, such as enterprises, seen and edited as a table.
///
/// A column is a field, or a field inside of one (`parent.id`). A list of texts is one cell with `；` between them. A list of records is
/// shown by its names, and edited where it has one at most.
package struct RecordTable: Sendable {
    package struct Column: Sendable {
        /// `id`, `parent.kind`.
        package let key: String
        package let label: LocalizedText
        package let field: FieldSchema
        let path: [String]
    }

    package let document: EditableDocument
    package let columns: [Column]

    /// - Throws: `EditRefusal` for a file that is no list of records, or can only be edited as text.
    package init(path: String, bytes: [UInt8], language: SiteLanguage) throws(EditRefusal) {
        try self.init(EditableDocument(path: path, bytes: bytes, language: language))
    }

    package init(_ document: EditableDocument) throws(EditRefusal) {
        guard case .list(.object(let schema)) = document.layout.type, case .list = document.value else {
            throw .noFields(at: document.file.start)
        }
        self.document = document
        columns = schema.fields.flatMap { Self.columns(of: $0) }
    }

    private static func columns(of field: FieldSchema) -> [Column] {
        let label = LocalizedText(zh: field.chinese, en: field.english)
        guard case .object(let schema) = field.type else {
            return [Column(key: field.english, label: label, field: field, path: [field.english])]
        }
        return schema.fields.map { inner in
            Column(
                key: field.english + "." + inner.english,
                label: LocalizedText(zh: field.chinese + inner.chinese, en: field.english + " " + inner.english),
                field: inner, path: [field.english, inner.english])
        }
    }

    private static let between = "；"

    /// The cells of the records, in the order of the columns.
    package var rows: [[String]] {
        guard case .list(let records) = document.value else { return [] }
        return records.map { record in columns.map { cell($0, of: record) } }
    }

    private func cell(_ column: Column, of record: DocumentValue) -> String {
        switch record.value(at: column.path.map { .field($0) }) ?? .absent {
        case .absent, .record: ""
        case .text(let text): text
        case .list(let items):
            items.map { item in
                if case .text(let text) = item { return text }
                guard case .text(let name) = Self.name(of: column).flatMap({ item.value(at: [.field($0)]) }) else {
                    return ""
                }
                return name
            }.joined(separator: Self.between)
        }
    }

    /// The field that names a record of a column's list.
    private static func name(of column: Column) -> String? {
        column.field.type.schema?.fields.first { field in
            if case .text = field.type { field.isRequired } else { false }
        }?.english
    }

    /// The bytes of a cell's value in the text of the document; `nil` where a record has none.
    package func place(row: Int, column: Int) -> Range<Int>? {
        guard columns.indices.contains(column) else { return nil }
        return document.place(of: [.item(row)] + columns[column].path.map { .field($0) })
    }
}

extension RecordTable {
    /// The table with edits, one after another.
    package func applying(_ edits: [TableEdit]) throws(EditRefusal) -> RecordTable {
        var table = self
        for edit in edits { table = try table.applying(edit) }
        return table
    }

    /// The table with edits that are asked for in JSON.
    package func applying(requests: [JSONValue]) throws(EditRefusal) -> RecordTable {
        try applying(try TableEdit.edits(requests))
    }

    private var count: Int { if case .list(let records) = document.value { records.count } else { 0 } }

    private func applying(_ edit: TableEdit) throws(EditRefusal) -> RecordTable {
        switch edit {
        case .cell(let row, let key, let text):
            guard let column = columns.first(where: { $0.key == key }) else { throw .noSuchColumn(key) }
            guard (0..<count).contains(row) else { throw .noSuchRow(row) }
            return try with(try edits(setting: text, row: row, column))
        case .addRow(let index, let cells):
            guard (0...count).contains(index) else { throw .noSuchRow(index) }
            guard let record = try record(cells) else { throw .rowWithoutValue(index, isRemark: false) }
            return try with([.add([], record, at: index)])
        case .moveRow(let row, let target): return try with([.move([.item(row)], to: target)])
        case .removeRow(let row): return try with([.remove([.item(row)])])
        case .paste(let row, let key, let block):
            guard let first = columns.firstIndex(where: { $0.key == key }) else { throw .noSuchColumn(key) }
            var table = self
            for (offset, cells) in block.enumerated() {
                guard first + cells.count <= columns.count else { throw .tooManyColumns }
                if row + offset == table.count {
                    table = try table.applying(
                        .addRow(at: table.count, Array(repeating: "", count: first) + cells))
                    continue
                }
                for (index, text) in cells.enumerated() {
                    table = try table.applying(.cell(row: row + offset, column: columns[first + index].key, text))
                }
            }
            return table
        }
    }

    private func with(_ edits: [DocumentEdit]) throws(EditRefusal) -> RecordTable {
        try RecordTable(document.applying(edits))
    }

    private func edits(setting text: String, row: Int, _ column: Column) throws(EditRefusal) -> [DocumentEdit] {
        let path: DocumentValue.Path = [.item(row)] + column.path.map { .field($0) }
        let old = document.value.value(at: path)
        guard text != document.value.value(at: [.item(row)]).map({ cell(column, of: $0) }) else { return [] }
        guard case .list(let items) = old, let name = Self.name(of: column) else {
            return [.set(path, try value(text, column, replacing: old))]
        }
        guard items.count == 1, !text.trimmingSpaces.isEmpty else { throw .severalRecords(column.label) }
        return [.set(path + [.item(0), .field(name)], .text(text.trimmingSpaces))]
    }

    private func value(_ text: String, _ column: Column, replacing old: DocumentValue?) throws(EditRefusal)
        -> DocumentValue
    {
        if let name = Self.name(of: column) {
            let text = LineEnds.unified(text).trimmingSpaces
            return text.isEmpty ? .absent : .list([.record([DocumentValue.Member(name, .text(text))])])
        }
        var json = JSONValue.string(text)
        if column.field.type.element != nil {
            json = .array(
                text.split { "；;、".contains($0) }.map { .string(String($0).trimmingSpaces) })
        }
        let coding = FieldCoding(language: document.language)
        guard let value = coding.value(json, column.field.type, column.field.form, replacing: old) else {
            throw .wrongShape(column.label)
        }
        return value
    }

    /// A record of cells; `nil` where all of them are empty.
    private func record(_ cells: [String]) throws(EditRefusal) -> DocumentValue? {
        guard cells.dropFirst(columns.count).allSatisfy(\.trimmingSpaces.isEmpty) else {
            throw .tooManyColumns
        }
        var record = DocumentValue.record([])
        for (column, text) in zip(columns, cells) where !text.trimmingSpaces.isEmpty {
            let value = try value(text, column, replacing: nil)
            record = record.applying(.set(column.path.map { .field($0) }, value)) ?? record
        }
        return record.isEmpty ? nil : record
    }
}
