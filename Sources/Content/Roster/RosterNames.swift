import Diagnostics
import Values

/// Which teams a roster has, whatever else is wrong with their rows.
package struct RosterNames: Sendable {
    package struct Team: Sendable, Equatable {
        package let id: String
        package let name: String
        package let enterprise: String
    }

    package let teams: [Team]

    /// Of a file without usable columns of ids, teams and enterprises, none.
    package init(path: String, bytes: [UInt8]) {
        // Its findings are those of the build; here it is enough to know who is there.
        var findings: [Diagnostic] = []
        guard let file = RosterEncoding.decode(path: path, bytes: bytes, findings: &findings) else {
            teams = []
            return
        }
        let rows = CSVTable.read(file, findings: &findings).rows
        let header = RosterRemarks.header(among: rows)
        let columns = header?.cells.map { RosterColumn.named($0.text) } ?? []
        guard let header, let id = columns.firstIndex(of: .id), let name = columns.firstIndex(of: .team),
            let enterprise = columns.firstIndex(of: .enterprise)
        else {
            teams = []
            return
        }
        var remarks = RosterRemarks()
        remarks.learn(header: header)
        let below = rows.drop { $0.range.bytes.lowerBound <= header.range.bytes.lowerBound }
        teams = below.compactMap { [remarks] row in
            guard !row.isBlank, !remarks.isRemark(row), row.cells.count > max(id, name, enterprise) else { return nil }
            func text(_ column: Int) -> String { FormulaGuard.unguarded(row.cells[column].text.trimmingSpaces) }
            return Team(id: text(id), name: text(name), enterprise: text(enterprise))
        }
    }
}
