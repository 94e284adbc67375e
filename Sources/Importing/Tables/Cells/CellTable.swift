import Diagnostics
import Documents
import Rules
import Values

/// A table as people see it, from whatever file: rows of texts, each with its place.
package struct CellTable: Sendable {
    package struct Cell: Sendable {
        /// What the cell says: numbers without needless decimals, days as `YYYY-MM-DD`, without spaces at its ends.
        package let text: String
        /// `名单!B12` in a workbook, `12:3` (line and column) in a text.
        package let place: String
        /// What is doubtful about the text.
        package let doubt: Doubt?
        /// Whether the text stands in another cell of a merged area.
        package let isSpread: Bool
        /// Whether that cell stands in a row above.
        package let isFromAbove: Bool
        /// What of the cell is struck out.
        package let strike: Workbook.Strike

        package init(
            _ text: String, at place: String, doubt: Doubt? = nil, isSpread: Bool = false, isFromAbove: Bool = false,
            strike: Workbook.Strike = .none
        ) {
            self.text = text
            self.place = place
            self.doubt = doubt
            self.isSpread = isSpread
            self.isFromAbove = isFromAbove
            self.strike = strike
        }
    }

    package enum Doubt: Sendable, Hashable {
        /// The remembered result of a formula.
        case computed
        /// A formula whose result is not in the file.
        case notComputed
        /// A number with more digits than spreadsheets keep.
        case imprecise
        /// `#REF!` and the like.
        case failed
        /// A number that the cell shows with words of its format, in a way that is not understood.
        case formatted
    }

    package struct Row: Sendable {
        /// By column from 1; only cells that say something.
        package let cells: [Int: Cell]
        /// Where the row begins.
        package let place: String
        /// Whether the spreadsheet hides the row.
        package let isHidden: Bool

        package init(cells: [Int: Cell], place: String, isHidden: Bool = false) {
            self.cells = cells
            self.place = place
            self.isHidden = isHidden
        }
    }

    /// What the table is called in messages: `result.xlsx`, `result.xlsx: 名单`.
    package let name: String
    /// Rows that say something, in their order.
    package let rows: [Row]
    /// Whether cells below the first of a group may be empty because the file has no merged cells.
    package let mayHideMergedCells: Bool

    /// Whether days are counted from 1 January 1904 instead of from 1900.
    package let countsFrom1904: Bool
    /// The name of the sheet, which may be that of a province; `nil` for a text.
    package let sheet: String?
    /// Columns that the spreadsheet hides, from 1.
    package let hiddenColumns: Set<Int>
    /// What of the file is not in the rows: pictures, remarks pinned to cells.
    package let notes: [Diagnostic]

    package init(
        name: String, rows: [Row], mayHideMergedCells: Bool, countsFrom1904: Bool = false, sheet: String? = nil,
        hiddenColumns: Set<Int> = [], notes: [Diagnostic] = []
    ) {
        self.name = name
        self.rows = rows
        self.mayHideMergedCells = mayHideMergedCells
        self.countsFrom1904 = countsFrom1904
        self.sheet = sheet
        self.hiddenColumns = hiddenColumns
        self.notes = notes
    }

    /// Tables are of this size at most.
    static let maximumRowCount = 20_000
}

/// Why no table can be taken from a file.
package struct TableProblem: Error, Sendable {
    let rule: Rule
    package let message: LocalizedText
    package let help: LocalizedText?

    init(_ rule: Rule = .importUnreadable, zh: String, en: String, help: LocalizedText? = nil) {
        self.rule = rule
        message = LocalizedText(zh: zh, en: en)
        self.help = help
    }

    /// The problem as a finding about the file.
    ///
    /// - Parameter file: the table, as a person named it.
    package func finding(in file: String) -> Diagnostic {
        Diagnostic(rule, inHandedIn: HandedInPlace(file: file), message: message, help: help)
    }
}

extension String {
    /// On one line, without spaces at the ends. Line breaks that a narrow column needed are dropped beside Han
    /// characters and become spaces elsewhere.
    var onOneLine: String {
        let lines = split(whereSeparator: { $0.isNewline || $0 == "\t" }).map { String($0).trimmingSpaces }
        var joined = ""
        for line in lines where !line.isEmpty {
            let needsSpace = joined.last.map { $0.isASCII } == true && line.first.map { $0.isASCII } == true
            joined += (needsSpace ? " " : "") + line
        }
        return joined
    }

    var holdsLineBreak: Bool { contains { $0.isNewline || $0 == "\t" } }
}
