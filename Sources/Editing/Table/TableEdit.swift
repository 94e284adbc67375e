import Text

/// An edit of a table. Rows are named by their index, from 0, among the rows of data as the edit finds them; columns by their
/// keys.
package enum TableEdit: Sendable, Equatable {
    case cell(row: Int, column: String, String)
    /// - Parameters:
    ///   - at: the index that the new row has.
    ///   - cells: in the order of the columns that the table offers; further ones are empty.
    case addRow(at: Int, [String])
    /// - Parameter to: the index that the row has afterwards.
    case moveRow(Int, to: Int)
    case removeRow(Int)
    /// A block of cells with its first one at a place, in the order of the columns that the table offers; rows are added where
    /// there are too few.
    case paste(row: Int, column: String, [[String]])
}

extension TableEdit {
    /// An edit of a request: `{"op":"cell","row":0,"column":"team","value":"…"}`; `nil` for what is none.
    package init?(_ json: JSONValue) {
        guard case .object(let members) = json else { return nil }
        func member(_ name: String) -> JSONValue? { members.last { $0.name == name }?.value }
        func index(_ name: String) -> Int? { if case .integer(let index) = member(name) { index } else { nil } }
        func text(_ name: String) -> String? { member(name).flatMap(Self.text) }
        switch text("op") {
        case "cell":
            guard let row = index("row"), let column = text("column"), let value = text("value") else { return nil }
            self = .cell(row: row, column: column, value)
        case "addRow":
            guard let row = index("at"), let cells = Self.texts(member("cells") ?? .array([])) else { return nil }
            self = .addRow(at: row, cells)
        case "moveRow":
            guard let row = index("row"), let target = index("to") else { return nil }
            self = .moveRow(row, to: target)
        case "removeRow":
            guard let row = index("row") else { return nil }
            self = .removeRow(row)
        case "paste":
            guard let row = index("row"), let column = text("column"), case .array(let lines) = member("cells") else {
                return nil
            }
            let cells = lines.compactMap(Self.texts)
            guard cells.count == lines.count else { return nil }
            self = .paste(row: row, column: column, cells)
        default: return nil
        }
    }

    private static func texts(_ json: JSONValue) -> [String]? {
        guard case .array(let elements) = json else { return nil }
        let texts = elements.compactMap(text)
        return texts.count == elements.count ? texts : nil
    }

    private static func text(_ json: JSONValue) -> String? {
        switch json {
        case .string(let text): text
        case .null: ""
        case .integer, .number: json.text
        case .array, .object, .bool: nil
        }
    }
}
