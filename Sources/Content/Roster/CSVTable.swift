import Diagnostics
import Rules

/// A CSV file as rows of cells with their places (RFC 4180, with LF, CRLF or CR as line ends).
package struct CSVTable {
    package struct Cell {
        package let text: String
        /// The cell as it stands in the file, quotes included.
        package let range: SourceRange
    }

    package struct Row {
        package let cells: [Cell]
        package let range: SourceRange
        /// Whether a quotation mark in it is wrong, so that its cells cannot be told; then there is a finding.
        var isFaulty = false

        /// Whether the row holds nothing, as spreadsheets leave at the end of a file.
        package var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
    }

    /// Empty lines that follow each other are one blank row.
    package let rows: [Row]
    /// Whether the file was read to its end: one with more than a table can have is not, and a finding says so.
    package let isComplete: Bool

    /// Reads a whole file. A quote that swallows the next lines is a finding, and these lines are read as if it were not
    /// there.
    ///
    /// - Parameter separator: what stands between cells, an ASCII character.
    package static func read(
        _ file: SourceFile, separator: UInt8 = UInt8(ascii: ","), findings: inout [Diagnostic]
    ) -> CSVTable {
        var scanner = CSVScanner(file: file, separator: separator)
        let rows = scanner.rows()
        findings += scanner.findings
        return CSVTable(rows: rows, isComplete: scanner.isComplete)
    }

    /// The table as text that reads back the same.
    package static func text(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { cell in
                let needsQuotes = cell.utf8.contains { "\",\r\n".utf8.contains($0) }
                return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }
            .joined(separator: ",") + "\n"
        }
        .joined()
    }
}

/// Walks the bytes of a CSV file once, or a little more where quotation marks are wrong.
private struct CSVScanner {
    /// More than a list of teams has rows for.
    private static let maximumRowCount = 100_000
    private static let maximumCellCount = 4_000_000
    /// With so many wrong quotation marks the file is something else than it seems.
    private static let maximumFaultCount = 100
    /// A quotation mark that is not closed within so many bytes is taken for a wrong one. Spreadsheets hold 32,767
    /// characters in a cell.
    private static let maximumQuotedLength = 128 * 1024

    private let file: SourceFile
    private let separator: UInt8
    private var offset: Int
    private var isFaulty = false
    private var cellCount = 0
    /// Where the line ends that was looked at last.
    private var knownLineEnd = -1
    private(set) var isComplete = true
    private(set) var findings: [Diagnostic] = []

    init(file: SourceFile, separator: UInt8) {
        self.file = file
        self.separator = separator
        offset = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func rows() -> [CSVTable.Row] {
        var rows: [CSVTable.Row] = []
        while offset < file.bytes.count, isComplete {
            guard let excess = excess(rowCount: rows.count) else {
                rows.append(row())
                continue
            }
            stop(excess)
        }
        return rows
    }

    /// Reads no further.
    private mutating func stop(_ reason: LocalizedText) {
        isComplete = false
        findings.append(Diagnostic(.rosterSyntax, at: file.range(offset..<offset), message: reason))
    }

    /// What there is too much of to read on.
    private func excess(rowCount: Int) -> LocalizedText? {
        if rowCount >= Self.maximumRowCount {
            return LocalizedText(
                zh: "表格超过 \(Self.maximumRowCount) 行，从这里起没有读取。",
                en: "The table has more than \(Self.maximumRowCount) rows; it was not read from here on.")
        }
        if cellCount >= Self.maximumCellCount {
            return LocalizedText(
                zh: "表格超过 \(Self.maximumCellCount) 个单元格，从这里起没有读取。",
                en: "The table has more than \(Self.maximumCellCount) cells; it was not read from here on.")
        }
        if findings.count >= Self.maximumFaultCount {
            return LocalizedText(
                zh: "引号错误已有 \(Self.maximumFaultCount) 处，从这里起没有读取。请在 Excel 或 WPS 中重新另存为 CSV。",
                en:
                    "There are \(Self.maximumFaultCount) wrong quotation marks already; the table was not read from here on. Save it as CSV anew."
            )
        }
        return nil
    }

    private mutating func row() -> CSVTable.Row {
        if let blank = blankLines() { return blank }
        let start = offset
        isFaulty = false
        var cells = [cell()]
        while offset < file.bytes.count, file.bytes[offset] == separator {
            if let excess = excess(rowCount: 0) {
                stop(excess)
                break
            }
            offset += 1
            cells.append(cell())
        }
        let end = offset
        skipLineEnd()
        return CSVTable.Row(cells: cells, range: file.range(start..<end), isFaulty: isFaulty)
    }

    /// Lines without a character, as one row: spreadsheets and accidents leave thousands.
    private mutating func blankLines() -> CSVTable.Row? {
        let start = offset
        var end = offset
        while offset < file.bytes.count,
            file.bytes[offset] == UInt8(ascii: "\n") || file.bytes[offset] == UInt8(ascii: "\r")
        {
            end = offset
            skipLineEnd()
        }
        guard offset > start else { return nil }
        let range = file.range(start..<end)
        return CSVTable.Row(cells: [CSVTable.Cell(text: "", range: file.range(start..<start))], range: range)
    }

    /// Where the line of an offset ends.
    private mutating func lineEnd(after offset: Int) -> Int {
        if offset <= knownLineEnd { return knownLineEnd }
        var end = offset
        while end < file.bytes.count, file.bytes[end] != UInt8(ascii: "\n"), file.bytes[end] != UInt8(ascii: "\r") {
            end += 1
        }
        knownLineEnd = end
        return end
    }

    private mutating func cell() -> CSVTable.Cell {
        cellCount += 1
        let start = offset
        guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\"") else {
            skipToEndOfCell()
            return CSVTable.Cell(
                text: String(decoding: file.bytes[start..<offset], as: UTF8.self), range: file.range(start..<offset))
        }
        let (text, isClosed) = quotedText()
        let closed = offset
        if isClosed { skipToEndOfCell() }
        if !isClosed || (offset > closed && closed > lineEnd(after: start)) {
            report(
                at: start..<start + 1,
                LocalizedText(zh: "引号没有结束。", en: "The quotation mark is not closed."),
                help: LocalizedText(
                    zh: "请在这个单元格末尾补上 \"，或删去这个引号；单元格内的引号要写两个。",
                    en: "Close it with \" at the end of the cell, or delete it; a quote inside a cell is doubled."))
            offset = lineEnd(after: start)
        } else if offset > closed {
            report(
                at: closed..<offset,
                LocalizedText(zh: "引号结束之后还有文字。", en: "There is text after the closing quotation mark."),
                help: LocalizedText(
                    zh: "请把整个单元格放进引号，其中的引号写两个。", en: "Put the whole cell in quotes and double those inside."))
        }
        return CSVTable.Cell(text: String(decoding: text, as: UTF8.self), range: file.range(start..<offset))
    }

    /// Reads from a quotation mark to the one that closes it, or until it cannot be closed any more.
    private mutating func quotedText() -> (text: [UInt8], isClosed: Bool) {
        var text: [UInt8] = []
        offset += 1
        let end = min(file.bytes.count, offset + Self.maximumQuotedLength)
        while offset < end {
            let byte = file.bytes[offset]
            offset += 1
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\"") else { return (text, true) }
            text.append(byte)
            offset += 1
        }
        return (text, false)
    }

    private mutating func skipToEndOfCell() {
        while offset < file.bytes.count, !isEnd(file.bytes[offset]) { offset += 1 }
    }

    private mutating func report(at bytes: Range<Int>, _ message: LocalizedText, help: LocalizedText) {
        isFaulty = true
        findings.append(Diagnostic(.rosterSyntax, at: file.range(bytes), message: message, help: help))
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func skipLineEnd() {
        guard offset < file.bytes.count else { return }
        if file.bytes[offset] == UInt8(ascii: "\r") {
            offset += 1
            if offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
        } else {
            offset += 1
        }
    }
}
