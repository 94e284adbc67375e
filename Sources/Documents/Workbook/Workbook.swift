import Diagnostics

/// The cells of a workbook (ISO/IEC 29500-1, SpreadsheetML) as they were saved: nothing is computed, nothing outside the
/// file is looked at.
package struct Workbook: Sendable {
    /// What a cell shows.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// - Parameter raw: the number as it stands in the file, for numbers that a Double cannot hold.
        case number(Double, raw: String)
        /// A number that the cell's format shows as a day: days since the workbook's first day.
        case day(serial: Double)
        case flag(Bool)
        /// `#REF!` and the like.
        case error(String)
        /// A number whose format adds words in a way that is not understood.
        case unshown(raw: String)
    }

    /// What of a cell is shown with a line through it.
    package enum Strike: Sendable, Hashable {
        case none
        /// A part, which the value does not hold.
        case part(String)
        case whole
    }

    package struct Cell: Sendable, Hashable {
        package let value: Value
        /// Whether the value is the remembered result of a formula.
        package let isComputed: Bool
        /// What of the text is struck out.
        package let strike: Strike
        /// Whether its format shows nothing of it: white on white, `;;;`, letters of one point.
        package let isInvisible: Bool

        package init(_ value: Value, isComputed: Bool = false, strike: Strike = .none, isInvisible: Bool = false) {
            self.value = value
            self.isComputed = isComputed
            self.strike = strike
            self.isInvisible = isInvisible
        }
    }

    /// The place of a cell: both numbers from 1.
    package struct Place: Sendable, Hashable, Comparable {
        package let row: Int
        package let column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        package static func < (left: Place, right: Place) -> Bool {
            (left.row, left.column) < (right.row, right.column)
        }
    }

    /// Cells that are shown as one; the first of them holds the value.
    package struct MergedArea: Sendable, Hashable {
        package let rows: ClosedRange<Int>
        package let columns: ClosedRange<Int>
    }

    package struct Sheet: Sendable {
        package let name: String
        package let isHidden: Bool
        /// Only cells that hold something.
        package let cells: [Place: Cell]
        package let mergedAreas: [MergedArea]
        package let hiddenRows: Set<Int>
        package let hiddenColumns: Set<Int>
        /// Formulas without a remembered result.
        package let unknownResults: Set<Place>
        /// Formulas whose remembered result is an empty text.
        package let emptyResults: Set<Place>
        /// Why the sheet is more than a result table can be; its cells are not all here then. It matters only where the
        /// sheet is read.
        package let excess: LocalizedText?
        /// Whether pictures or boxes of text lie over the cells.
        package let hasDrawings: Bool
        /// Remarks that are pinned to cells.
        package let comments: [Place: String]
    }

    package let sheets: [Sheet]
    /// Whether days are counted from 1 January 1904, as old Macintosh workbooks do, instead of from 1900.
    package let countsFrom1904: Bool

    /// Rows and columns beyond which a table is no result table.
    package static let maximumRow = 20_000
    package static let maximumColumn = 64
    package static let maximumByteCount = 10 * 1024 * 1024
    /// Characters (UTF-16) that spreadsheet programs keep in one cell.
    package static let maximumCellLength = 32_767
    /// Bytes of UTF-8 of all texts of a sheet together: a shared text counts wherever it is shown.
    package static let maximumTextByteCount = 8 * 1024 * 1024
}
