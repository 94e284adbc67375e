import Content
import Diagnostics

/// Takes proposed rows over into a roster: rows are known by id, else by team and enterprise; nothing is ever removed.
package struct RosterMerge: Sendable {
    /// What became of a row.
    package enum Change: Sendable, Hashable {
        case added
        case changed([CellChange])
        case unchanged
        /// The table has no such row; it stays.
        case kept
    }

    package struct CellChange: Sendable, Hashable {
        package let column: RosterColumn
        /// As they stand in the roster.
        package let old: String
        package let new: String
    }

    /// A row of the roster after the import.
    package struct Row: Sendable {
        package let index: Int
        package let change: Change
        /// Columns whose values do not stand in the table.
        package let proposed: Set<RosterColumn>
        /// Where the row stands in the table; `nil` for one that stays.
        package let place: String?
    }

    package private(set) var file: RosterFile
    /// In the order of the roster.
    package private(set) var rows: [Row] = []
    package private(set) var notes: [ImportNote] = []

    /// What became of each proposed row, with its line in the file as it grows.
    private var lineOf: [Int?]
    private var changes: [Change?]
    private let proposals: [ProposedRow]
    private let impliedIDs: ImpliedEnterpriseIDs
    /// Whether the roster had teams already; else the table's order is the only one.
    private let hadRows: Bool

    package init(_ proposals: [ProposedRow], into file: RosterFile, surroundings: RosterSurroundings) {
        self.file = file
        self.proposals = proposals
        hadRows = !file.rowIndices.isEmpty
        impliedIDs = ImpliedEnterpriseIDs(
            surroundings,
            names: proposals.map(\.enterprise) + file.rowIndices.map { file.text(.enterprise, inRow: $0) })
        lineOf = proposals.map { _ in nil }
        changes = proposals.map { _ in nil }
        match()
        for index in proposals.indices where lineOf[index] != nil { changes[index] = update(index) }
        add(surroundings)
        list()
    }

    // MARK: Matching

    private mutating func match() {
        var free = Set(file.rowIndices)
        func take(_ proposal: Int, _ line: Int, _ lineOf: inout [Int?]) {
            lineOf[proposal] = line
            free.remove(line)
        }
        let conflict = IDConflict(file)
        for (index, row) in proposals.enumerated() {
            guard let (line, error) = conflict.line(of: row) else { continue }
            if let error { notes.append(error) }
            if free.contains(line) { take(index, line, &lineOf) }
        }
        let lines = free.sorted()
        let byKey = Dictionary(grouping: lines) {
            ProposedRow.key(team: file.text(.team, inRow: $0), enterprise: file.text(.enterprise, inRow: $0))
        }
        for (index, row) in proposals.enumerated() where lineOf[index] == nil && row[.id] == nil {
            guard let line = byKey[row.key]?.first(where: free.contains) else { continue }
            take(index, line, &lineOf)
        }
        matchCorrectedNames(&free)
    }

    /// A name that was corrected leaves one row of the table and one of the roster over that are nearly the same.
    private mutating func matchCorrectedNames(_ free: inout Set<Int>) {
        for (index, row) in proposals.enumerated() where lineOf[index] == nil && row[.id] == nil {
            let candidates = free.sorted().filter { line in
                let team = file.text(.team, inRow: line)
                let enterprise = file.text(.enterprise, inRow: line)
                let isSameTeam = ComparableName.key(team) == ComparableName.key(row.team)
                let isSameEnterprise = ComparableName.key(enterprise) == ComparableName.key(row.enterprise)
                return (isSameTeam && NearestName.suggestion(for: row.enterprise, among: [enterprise]) != nil)
                    || (isSameEnterprise && NameCorrection.isOne(of: team, row.team))
            }
            guard candidates.count == 1, let line = candidates.first else { continue }
            lineOf[index] = line
            free.remove(line)
            notes.append(
                ImportNote(
                    .warning, at: row.place,
                    zh: "“\(row.team)”（\(row.enterprise)）当作 \(file.text(.id, inRow: line)) 的更正；如果是另一个班组，请在表中写明编号。",
                    en:
                        "“\(row.team)” (\(row.enterprise)) was taken for a correction of \(file.text(.id, inRow: line)); if it is another team, give it an id in the table."
                ))
        }
    }

    // MARK: Taking over

    private mutating func update(_ index: Int) -> Change {
        guard let line = lineOf[index] else { return .unchanged }
        var changes: [CellChange] = []
        let formerEnterprise = file.text(.enterprise, inRow: line)
        if file.text(.province, inRow: line).isEmpty { notes += proposals[index].provinceNotes }
        for column in RosterColumn.allCases where column != .id {
            guard let value = proposals[index].values[column] else { continue }
            let old = file.text(column, inRow: line)
            guard !isSame(old, value.text, column) else { continue }
            // What only follows from the table does not replace what somebody wrote.
            if value.isProposed, !old.isEmpty { continue }
            if old.isEmpty, value.text == Self.usual[column] { continue }
            if old.isEmpty, column == .enterpriseID, isImplied(value.text, in: proposals[index], formerEnterprise) {
                continue
            }
            file.set(column, inRow: line, to: value.text)
            changes.append(CellChange(column: column, old: old, new: file.text(column, inRow: line)))
        }
        return changes.isEmpty ? .unchanged : .changed(changes)
    }

    /// Whether the id of an enterprise follows from its name, be it the one before a correction.
    private func isImplied(_ id: String, in row: ProposedRow, _ formerEnterprise: String?) -> Bool {
        impliedIDs.isImplied(id, byName: row.enterprise)
            || formerEnterprise.map { impliedIDs.isImplied(id, byName: $0) } ?? false
    }

    private func isSame(_ old: String, _ new: String, _ column: RosterColumn) -> Bool {
        old == new || RosterCells.canonical(old, in: column) == new
    }

    private static let usual: [RosterColumn: String] = [
        .honors: Honor.title.rawValue, .standing: Standing.held.rawValue,
    ]

    private mutating func add(_ surroundings: RosterSurroundings) {
        var ids = IDProposal(
            taken: Set(file.rowIndices.map { file.text(.id, inRow: $0) }).union(proposals.compactMap { $0[.id] }),
            surroundings: surroundings)
        for line in file.rowIndices {
            ids.learn(file.text(.id, inRow: line), province: Province(named: file.text(.province, inRow: line)))
        }
        for (index, row) in proposals.enumerated() where lineOf[index] == nil {
            notes += row.provinceNotes
            var values = row.values.mapValues(\.text)
            if values[.id] == nil {
                values[.id] = ids.next(in: values[.province].flatMap { Province(named: $0) }, team: row.team)
            }
            if let id = values[.enterpriseID], isImplied(id, in: row, nil) { values[.enterpriseID] = nil }
            // What an empty cell means is written down where there is one.
            for (column, value) in Self.usual where values[column] == nil && file.columns[column] != nil {
                values[column] = value
            }
            let place = file.insert(values, after: neighbour(of: index, province: values[.province] ?? ""))
            for other in lineOf.indices { if let line = lineOf[other], line >= place { lineOf[other] = line + 1 } }
            lineOf[index] = place
            changes[index] = .added
        }
    }

    /// The line that a new row goes after: its neighbour in the table, so that the order of the decision is kept, unless
    /// that is of another province and the roster has rows of its own.
    private func neighbour(of index: Int, province: String) -> Int? {
        func isOfProvince(_ line: Int) -> Bool {
            RosterCells.canonical(file.text(.province, inRow: line), in: .province) == province
        }
        let neighbour = proposals[..<index].indices.last { lineOf[$0] != nil }.flatMap { lineOf[$0] }
        if let neighbour, isOfProvince(neighbour) { return neighbour }
        return hadRows ? file.rowIndices.last(where: isOfProvince) ?? neighbour : neighbour
    }

    private mutating func list() {
        let proposalOfLine = Dictionary(
            lineOf.enumerated().compactMap { index, line in line.map { ($0, index) } }, uniquingKeysWith: { $1 })
        rows = file.rowIndices.map { line in
            guard let index = proposalOfLine[line] else {
                return Row(index: line, change: .kept, proposed: [], place: nil)
            }
            let row = proposals[index]
            var proposed = Set(row.values.filter(\.value.isProposed).keys)
            if changes[index] == .added {
                for column in [RosterColumn.id, .honors, .standing] where row[column] == nil { proposed.insert(column) }
            } else {
                proposed = []
            }
            return Row(index: line, change: changes[index] ?? .unchanged, proposed: proposed, place: row.place)
        }
    }
}
