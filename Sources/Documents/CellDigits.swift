/// A number of which each digit has a cell of its own, as printed forms ask for numbers of telephones and identity cards; behind the
/// word for one also a number of which each group has.
struct CellDigits {
    /// Elements of cells and of rows in OOXML and OpenDocument.
    static let cells: Set<String> = ["tc", "table-cell"]
    static let rows: Set<String> = ["tr", "table-row"]

    /// Shorter numbers are found in no text either.
    private static let fewestDigits = 7

    private static let labels = ["手机", "电话", "联系方式", "身份证", "证件号"]

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
            let longest = Self.labels.contains(where: label.contains) ? 8 : 1
            if (1...longest).contains(text.count), text.allSatisfy({ $0.isWholeNumber || "XxＸ".contains($0) }) {
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
