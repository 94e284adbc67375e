/// A number of which each digit has a cell of its own, as printed forms ask for numbers of telephones and identity cards.
struct CellDigits {
    /// Elements of cells and of rows in OOXML and OpenDocument.
    static let cells: Set<String> = ["tc", "table-cell"]
    static let rows: Set<String> = ["tr", "table-row"]

    /// Shorter numbers are found in no text either.
    private static let fewestDigits = 7

    private var cell = ""
    /// What stands in the cell before the digits.
    private var label = ""
    private var digits = ""

    /// Adds a line of the cell that is read.
    mutating func add(_ line: String) { cell += line }

    /// Ends a cell or a row.
    ///
    /// - Parameter element: one of `cells` or `rows`.
    /// - Returns: what is written in its cells, label and digits together, where a number has come to its end.
    mutating func end(_ element: String) -> String? {
        let text = cell.filter { !$0.isWhitespace }
        cell = ""
        if Self.cells.contains(element) {
            if text.count == 1, text.allSatisfy({ $0.isWholeNumber || "Xx".contains($0) }) {
                digits += text
                return nil
            }
            defer { label = text }
            return ended()
        }
        defer { label = "" }
        return ended()
    }

    private mutating func ended() -> String? {
        defer { digits = "" }
        return digits.count >= Self.fewestDigits ? label + "：" + digits : nil
    }
}
