import Content
import Diagnostics
import Documents
import Values

/// Tables of texts: CSV, or the tabs of “Unicode text”, in UTF-8, UTF-16 or GB 18030.
enum TextTable {
    private static let maximumByteCount = 16 * 1024 * 1024

    static func read(_ bytes: [UInt8], name: String) throws -> CellTable {
        guard bytes.count <= maximumByteCount else {
            throw TableProblem(
                zh: "文件超过 \(maximumByteCount / 1024 / 1024) MiB。",
                en: "The file is larger than \(maximumByteCount / 1024 / 1024) MiB.")
        }
        let text = try utf8(bytes)
        if let (separator, rest) = declared(text) { return try table(rest, separator: separator, name: name) }
        // A remark may hold more semicolons than the list has commas: a separator is right when it makes a header.
        var first: Result<CellTable, any Error>?
        for separator in separators(of: text) {
            let result = Result { try table(text, separator: separator, name: name) }
            if let table = try? result.get(), TableHeader.find(in: table) != nil { return table }
            first = first ?? result
        }
        return try first?.get() ?? table(text, separator: UInt8(ascii: ","), name: name)
    }

    private static func table(_ bytes: [UInt8], separator: UInt8, name: String) throws -> CellTable {
        let file = SourceFile(path: name, bytes: bytes)
        var findings: [Diagnostic] = []
        let table = CSVTable.read(file, separator: separator, findings: &findings)
        if let finding = findings.first {
            let place = finding.range.map { "\($0.start.line):\($0.start.column): " } ?? ""
            throw TableProblem(zh: place + finding.message.zh, en: place + finding.message.en, help: finding.help)
        }
        guard table.rows.count <= CellTable.maximumRowCount else {
            throw TableProblem(
                zh: "表格超过 \(CellTable.maximumRowCount) 行。",
                en: "The table has more than \(CellTable.maximumRowCount) rows.")
        }
        var lines = LineNumbers(file.bytes)
        var rows: [CellTable.Row] = []
        for row in table.rows where !row.isBlank {
            let line = lines.line(ofByte: row.range.bytes.lowerBound)
            var cells: [Int: CellTable.Cell] = [:]
            for (index, cell) in row.cells.enumerated() {
                let text = cell.text.trimmingSpaces
                guard !text.isEmpty else { continue }
                guard text.utf16.count <= Workbook.maximumCellLength else {
                    throw TableProblem(
                        zh: "\(line):\(index + 1): 一格文字超过 \(Workbook.maximumCellLength) 个字。",
                        en: "\(line):\(index + 1): a cell holds more than \(Workbook.maximumCellLength) characters.")
                }
                let doubt: CellTable.Doubt? =
                    SpreadsheetError.isOne(text)
                    ? .failed
                    : ShortenedNumber.isOne(text) ? .imprecise : FormulaGuard.isFormula(text) ? .notComputed : nil
                cells[index + 1] = CellTable.Cell(
                    FormulaGuard.unguarded(text), at: "\(line):\(index + 1)", doubt: doubt)
            }
            rows.append(CellTable.Row(cells: cells, place: "\(line)"))
        }
        return CellTable(name: name, rows: rows, mayHideMergedCells: true)
    }

    /// The separator that the first line declares for Excel (`sep=;`), and the text without that line's words.
    private static func declared(_ bytes: [UInt8]) -> (UInt8, [UInt8])? {
        let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        let line = bytes.dropFirst(mark.count).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = String(decoding: line.prefix(8), as: UTF8.self).lowercased()
        guard line.count == 5, words.hasPrefix("sep="), let separator = line.last else { return nil }
        // The line end stays, so that lines keep their numbers.
        return (separator, mark + bytes.dropFirst(mark.count + line.count))
    }

    private static func utf8(_ bytes: [UInt8]) throws -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                UInt16(bytes[index]) << (isLittle ? 0 : 8) | UInt16(bytes[index + 1]) << (isLittle ? 8 : 0)
            }
            guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
                throw TableProblem(zh: "文件的 UTF-16 编码不完整。", en: "The file's UTF-16 is broken.")
            }
            return Array(text.utf8)
        }
        guard !bytes.contains(0) else {
            throw TableProblem(
                zh: "文件不是文本。", en: "The file is no text.",
                help: LocalizedText(
                    zh: "请在 Excel 或 WPS 中另存为 .xlsx 或“CSV UTF-8（逗号分隔）”。", en: "Save it as .xlsx or “CSV UTF-8”."))
        }
        guard TextEncoding.firstInvalidByte(bytes) != nil else { return bytes }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), let text = TextEncoding.decodingGB18030(bytes) else {
            throw TableProblem(
                zh: "文件的编码既不是 UTF-8 也不是 GB18030。", en: "The file is neither UTF-8 nor GB 18030.",
                help: LocalizedText(zh: "请另存为“CSV UTF-8（逗号分隔）”。", en: "Save it as “CSV UTF-8”."))
        }
        return text
    }

    /// Separators by how many of them a line has, the most first.
    private static func separators(of bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(maxSplits: 50, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(50)
        let counts = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")].enumerated().map { order, separator in
            (separator, order, lines.map { line in line.count { $0 == separator } }.max() ?? 0)
        }
        return counts.filter { $0.2 > 0 }.sorted { ($1.2, $0.1) < ($0.2, $1.1) }.map(\.0)
    }
}

/// Line numbers of offsets that only grow.
private struct LineNumbers {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func line(ofByte target: Int) -> Int {
        while offset < target {
            if bytes[offset] == 0x0A
                || (bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
            {
                line += 1
            }
            offset += 1
        }
        return line
    }
}

/// Numbers that a spreadsheet shortened.
enum ShortenedNumber {
    /// Whether a text is one: `1.20101E+17`.
    static func isOne(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].first?.isNumber == true, parts[0].allSatisfy({ $0.isNumber || $0 == "." }),
            parts[1].first == "+"
        else { return false }
        return parts[1].dropFirst().allSatisfy(\.isNumber)
    }
}
