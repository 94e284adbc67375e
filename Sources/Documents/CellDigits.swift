/// A number of which each digit has a cell of its own, as printed forms ask for numbers of telephones and identity cards; behind the
/// word for one also a number of which each group has.
struct CellDigits {
    /// What ends cells and rows in OOXML, OpenDocument and RTF.
    static let cells: Set<String> = ["tc", "table-cell", "cell", "nestcell"]
    static let rows: Set<String> = ["tr", "table-row", "row", "nestrow"]

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

    /// The numbers in a page whose rows have blanks between their cells, as programs lay out tables in a text.
    static func numbers(inRowsOf page: String) -> [String] {
        page.split(whereSeparator: \.isNewline).flatMap { row in
            var digits = CellDigits()
            let numbers = row.split(whereSeparator: \.isWhitespace).compactMap { cell in
                digits.add(String(cell))
                return digits.end("tc")
            }
            return numbers + [digits.end("tr")].compactMap { $0 }
        }
    }

    /// Whether so many lines of a text are a digit that there may be such a number: what stands in narrow cells, programs give line
    /// by line.
    static func mayStand(in text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "\n")).lazy.filter { line in
            line.last.map { (0x30...0x39).contains($0) } ?? false && (line.count == 1 || line.dropLast().last == 0x20)
        }.prefix(fewestDigits).count == fewestDigits
    }

    private mutating func ended() -> String? {
        defer { digits = "" }
        return digits.count >= Self.fewestDigits ? label + "：" + digits : nil
    }
}
