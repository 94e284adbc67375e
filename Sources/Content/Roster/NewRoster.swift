/// Rows of a roster that is written anew, for whoever begins one.
package struct NewRoster: Sendable {
    private let columns: [RosterColumn]
    private let isChinese: Bool

    /// - Parameter columns: which there are, in the order of all columns.
    package init(_ columns: [RosterColumn] = RosterColumn.all, isChinese: Bool) {
        self.columns = RosterColumn.all.filter(columns.contains)
        self.isChinese = isChinese
    }

    /// The names of the columns.
    package var header: String { line(columns.map { $0.name(isChinese: isChinese) }) }

    /// A row with canonical values. Its texts may come from outside, and rosters are opened in spreadsheet programs: no cell
    /// is a formula.
    package func row(_ values: [RosterColumn: String]) -> String {
        line(columns.map { FormulaGuard.guarded($0.written(values[$0] ?? "", isChinese: isChinese)) })
    }

    private func line(_ cells: [String]) -> String { CSVTable.text([cells]).dropLast() + "\r\n" }
}
