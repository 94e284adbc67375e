import Diagnostics
import Fields
import Rules
import Values

/// A column of rosters whatever its type: what is declared of it, for all that read, write, import, export or explain
/// rosters.
///
/// A class, so that a column is known by its identity and looking it up copies one reference.
package final class RosterColumn: Sendable, Hashable {
    /// Its two names, what it holds, an example, and what it is for.
    package let schema: FieldSchema
    package let presence: Presence
    /// What result tables call it beside its own names, as `TableHeader.simplified` leaves a name.
    package let importNames: [String]
    /// What an empty cell means, in its canonical form; `nil` where it means nothing.
    package let usual: String?
    /// Whether a field of a form can be written to it.
    package let isAskedByForms: Bool
    /// Whether lists of teams have it as one of their last columns, which stand there without being named one by one.
    package let isListed: Bool
    /// Whether its cells name files.
    let holdsFiles: Bool
    private let canonicalForm: @Sendable (String) -> String?
    private let cellValue: @Sendable (FieldValues) -> CellValue?
    private let readValue: @Sendable (inout RosterRowReader, Located<String>, RosterColumn, inout FieldValues) -> Void

    fileprivate init<Value: Sendable>(_ declaration: ColumnKey<Value>.Declaration) {
        let schema = declaration.schema
        self.schema = schema
        presence = declaration.presence
        importNames = declaration.importNames
        usual = declaration.usual
        isAskedByForms = declaration.isAskedByForms
        isListed = declaration.isListed
        holdsFiles = Value.self == Located<FileReference>.self
        canonicalForm = declaration.canonical
        let (cell, read) = (declaration.cell, declaration.read)
        cellValue = { $0.value(of: schema, as: Value.self).map(cell) }
        readValue = { reader, text, column, values in
            if let value = read(&reader, text, column) { values.set(value, of: schema) }
        }
    }

    /// In English, as headers of rosters have it: `withdrawn_on`.
    package var name: String { schema.english }
    /// `撤销日期`.
    package var chineseName: String { schema.chinese }

    /// Its name in the header of a roster.
    package func name(isChinese: Bool) -> String { isChinese ? chineseName : name }

    package static func == (one: RosterColumn, other: RosterColumn) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

    /// Reads a cell that says something into the values of its row; what is wrong with it is found by the reader.
    func read(_ text: Located<String>, by reader: inout RosterRowReader, into values: inout FieldValues) {
        readValue(&reader, text, self, &values)
    }

    /// What lists of teams have of a row in the column; `nil` for a row without a value.
    package func cell(of row: RosterRow) -> CellValue? { cellValue(row.values) }
}

extension RosterColumn {
    /// When a column is filled in.
    package enum Presence: Sendable {
        case always
        /// Where there is something to say.
        case asKnown
        /// Exactly where an association recommends the team.
        case ofRecommended
        /// Only where the title is withdrawn.
        case ofWithdrawn(isRequired: Bool)
        /// Always where a team has honours beyond the year's title.
        case ofFurtherHonors

        /// The same in words, for whoever fills it in.
        package var description: LocalizedText {
            switch self {
            case .always: LocalizedText(zh: "必填", en: "always")
            case .asKnown: LocalizedText(zh: "可不填", en: "where known")
            case .ofRecommended:
                LocalizedText(zh: "协会推荐的必填，企业自荐的不填", en: "exactly where an association recommends the team")
            case .ofWithdrawn(isRequired: true):
                LocalizedText(zh: "撤销的必填，有效的不填", en: "exactly where the title is withdrawn")
            case .ofWithdrawn(isRequired: false):
                LocalizedText(zh: "撤销的可填，有效的不填", en: "only where the title is withdrawn")
            case .ofFurtherHonors:
                LocalizedText(zh: "有中国质量协会荣誉的必填", en: "always with an honour of the China Association for Quality")
            }
        }
    }

    /// Whether a roster cannot be without it.
    package var isRequired: Bool { schema.isRequired }

    /// Whether its cells are texts of any kind.
    package var isText: Bool {
        if case .text = schema.type { return schema.form == nil }
        return false
    }

    /// Whether its cells are days.
    package var isDay: Bool {
        if case .date = schema.type { return true }
        return false
    }

    /// One form for all ways of writing a value: keys of vocabularies, short names of provinces, `YYYY-MM-DD`, plain
    /// numbers; `nil` for a text that the column cannot hold.
    package func canonical(_ text: String) -> String? {
        let text = text.trimmingSpaces
        return text.isEmpty ? "" : canonicalForm(text)
    }

    /// A canonical value as a roster in Chinese or English has it.
    package func written(_ canonical: String, isChinese: Bool) -> String {
        guard isChinese, let words = schema.type.words else { return canonical }
        return canonical.split(separator: ";").map { key in
            words.first { $0.key == key }?.chinese ?? String(key)
        }.joined(separator: ";")
    }

    /// What may stand in a column with a vocabulary, for messages; `nil` for other columns.
    package var choices: LocalizedText? {
        schema.type.words.map { words in
            LocalizedText(
                zh: words.map(\.chinese).joined(separator: "、"), en: words.map(\.key).joined(separator: ", "))
        }
    }
}

/// A column of rosters as a key: what is declared of it, and how its cells are read. A row is asked by the key, and its
/// value has the key's type.
package struct ColumnKey<Value: Sendable>: Sendable {
    package let column: RosterColumn

    /// What is declared of a column.
    struct Declaration: Sendable {
        let schema: FieldSchema
        var presence: RosterColumn.Presence = .asKnown
        var importNames: [String] = []
        var usual: String?
        var isAskedByForms = false
        var isListed = false
        /// One form of a text that says something; `nil` for a text that the column cannot hold.
        let canonical: @Sendable (String) -> String?
        let cell: @Sendable (Value) -> CellValue
        let read: @Sendable (inout RosterRowReader, Located<String>, RosterColumn) -> Value?
    }

    init(_ declaration: Declaration) { column = RosterColumn(declaration) }
}

extension FieldValues {
    /// The value of a column; `nil` where the row has none.
    package subscript<Value>(key: ColumnKey<Value>) -> Value? { value(of: key.column.schema) }

    /// The elements of a column; none where the row has none.
    package subscript<Element>(key: ColumnKey<[Element]>) -> [Element] { value(of: key.column.schema) ?? [] }
}

extension RosterRow {
    /// The value of a column; `nil` where the row has none.
    package subscript<Value>(key: ColumnKey<Value>) -> Value? { values[key] }

    /// The files that the row names: paths relative to the roster, or addresses.
    package var files: [Located<FileReference>] {
        RosterColumn.ofFiles.compactMap { values.value(of: $0.schema) }
    }
}
