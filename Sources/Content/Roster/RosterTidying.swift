import Diagnostics
import Rules
import Values

/// Tells of what spreadsheet programs changed in a roster and what was read all the same: one hint for each kind, with the
/// text that puts all of it right.
enum RosterTidying {
    /// A cell that was read as what it means.
    struct Rewritten: Sendable {
        let range: SourceRange
        let column: RosterColumn
        /// How it is written.
        let text: String
    }

    /// The hint about cells such as `2026/11/25` and `28人`.
    static func findings(about cells: [Rewritten]) -> [Diagnostic] {
        guard let first = cells.first, let last = cells.last else { return [] }
        let file = first.range.file
        let quote = UInt8(ascii: "\"")
        var text: [UInt8] = []
        var position = first.range.bytes.lowerBound
        for cell in cells {
            text += file.bytes[position..<cell.range.bytes.lowerBound]
            let isQuoted = file.bytes[cell.range.bytes.lowerBound] == quote
            text += (isQuoted ? [quote] : []) + Array(cell.text.utf8) + (isQuoted ? [quote] : [])
            position = cell.range.bytes.upperBound
        }
        // A replacement goes between the quotes where both ends of a place have them.
        if text.first == quote, text.last == quote { text = Array(text.dropFirst().dropLast()) }
        let found = String(decoding: file.bytes[first.range.bytes], as: UTF8.self).filter { $0 != "\"" }
        let (column, count) = (first.column, cells.count)
        return [
            Diagnostic(
                .rosterWrittenForm, at: file.range(first.range.bytes.lowerBound..<last.range.bytes.upperBound),
                message: LocalizedText(
                    zh: "“\(column.chineseName)”写成了“\(found)”，读作 \(first.text)"
                        + (count > 1 ? "；这样的单元格共 \(count) 个。" : "。"),
                    en: "“\(column.name)” is “\(found)” and was read as \(first.text)"
                        + (count > 1 ? "; there are \(count) such cells." : ".")),
                help: LocalizedText(
                    zh: "表格软件会改写日期和数字，不影响名单；运行 check --fix 可以一次改好。",
                    en:
                        "Spreadsheet programs rewrite days and numbers; nothing is lost. `check --fix` puts all of them right."
                ),
                replacement: String(decoding: text, as: UTF8.self))
        ]
    }

    /// The hint about empty columns at the end, which spreadsheet programs write for every column that was ever touched.
    ///
    /// - Parameters:
    ///   - count: of the columns that have a name, and those between them.
    ///   - width: of the header.
    static func findings(aboutColumnsBehind count: Int, of width: Int, rows: [CSVTable.Row]) -> [Diagnostic] {
        guard let first = rows.first, let last = rows.last, width > count else { return [] }
        let file = first.range.file
        let start = first.cells[count - 1].range.bytes.upperBound
        var text: [UInt8] = []
        var position = start
        for row in rows where row.cells.count > count {
            let end = row.cells[count - 1].range.bytes.upperBound
            text += file.bytes[position..<end]
            position = row.range.bytes.upperBound
        }
        return [
            Diagnostic(
                .rosterWrittenForm, at: file.range(start..<position),
                message: LocalizedText(
                    zh: "表头末尾有 \(width - count) 个没有列名的空列，没有理会。",
                    en:
                        "The header ends with \((width - count).counting("empty column")) without a name, which were left out."
                ),
                help: LocalizedText(
                    zh: "表格软件会留下这样的空列；运行 check --fix 可以一次删去。",
                    en: "Spreadsheet programs leave them; `check --fix` removes them from every row."),
                replacement: last.range.bytes.upperBound >= position ? String(decoding: text, as: UTF8.self) : nil)
        ]
    }
}

/// What spreadsheet programs show in the place of a value that they cannot compute.
package enum SpreadsheetError {
    private static let names: Set<String> = [
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    ]

    /// Whether a text is one: `#REF!`, or the `####` of a column that is too narrow.
    package static func isOne(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "#") || text.hasPrefix("＃") else { return false }
        let text = ValueProposal.halfWidth(text).uppercased()
        return names.contains(text) || text.utf8.count >= 3 && text.allSatisfy { $0 == "#" }
    }
}
