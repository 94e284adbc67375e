import Content
import Diagnostics
import Rules
import Values

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

    package internal(set) var file: RosterFile

    /// In the order of the roster.
    package internal(set) var rows: [Row] = []

    package internal(set) var notes: [Diagnostic] = []

    /// What became of each proposed row, with its line in the file as it grows.
    var lineOf: [Int?]
    /// What became of each proposed row; `nil` for one that was not taken over.
    var changes: [Change?]
    /// The rows of the table.
    let proposals: [ProposedRow]
    /// Ids of enterprises that follow from their names.
    let impliedIDs: ImpliedEnterpriseIDs
    /// The names that enterprises have had.
    let enterpriseNames: EnterpriseNames
    /// Proposed rows of which nobody knows what they are: they were asked about, and are neither taken over nor added.
    var unclear: Set<Int> = []
    /// Proposed rows that name the enterprise otherwise than the roster, which has one of its names as well.
    var namedOtherwise: Set<Int> = []
    /// Whether the list is in publicity or decided.
    let isAnnounced: Bool
    /// What a person said yes to.
    let accepted: Set<ImportAcceptance>
    /// Whether the roster had teams already; else the table's order is the only one.
    let hadRows: Bool

    package init(
        _ proposals: [ProposedRow], into file: RosterFile, surroundings: RosterSurroundings,
        accepting accepted: Set<ImportAcceptance> = []
    ) {
        self.file = file
        self.proposals = proposals
        hadRows = !file.rowIndices.isEmpty
        isAnnounced = surroundings.isAnnounced
        self.accepted = accepted
        enterpriseNames = surroundings.enterpriseNames
        impliedIDs = ImpliedEnterpriseIDs(
            surroundings,
            names: proposals.map(\.enterprise) + file.rowIndices.map { file.text(.enterprise, inRow: $0) })
        lineOf = proposals.map { _ in nil }
        changes = proposals.map { _ in nil }
        match()
        askAboutRenamedEnterprises()
        // What nobody knows the team of changes nothing.
        for index in proposals.indices where lineOf[index] != nil && !unclear.contains(index) {
            changes[index] = update(index)
        }
        add(surroundings)
        if isAnnounced, hadRows {
            askAboutNewTeams(accepted)
            askAboutChanges(accepted)
        }
        noteWithdrawals()
        list()
    }

    private mutating func match() {
        var free = Set(file.rowIndices)
        func take(_ proposal: Int, _ line: Int, _ lineOf: inout [Int?]) {
            lineOf[proposal] = line
            free.remove(line)
        }
        let conflict = IDConflict(file, enterpriseNames)
        for (index, row) in proposals.enumerated() {
            guard let (line, error) = conflict.line(of: row) else { continue }
            if let error {
                notes.append(error)
                unclear.insert(index)
            }
            if free.contains(line) { take(index, line, &lineOf) }
        }
        matchNames(&free)
    }

    /// Teams without an id are known by their names: by all that is the same beyond doubt. What may be another team is
    /// asked about.
    private mutating func matchNames(_ free: inout Set<Int>) {
        let asked = proposals.indices.filter { lineOf[$0] == nil && proposals[$0][.id] == nil }
        guard !asked.isEmpty, !free.isEmpty else { return }
        let lines = free.sorted()
        var matcher = TeamMatcher([])
        for line in lines {
            let others = enterpriseNames.others(
                of: file.text(.enterprise, inRow: line), id: file.text(.enterpriseID, inRow: line))
            matcher.add(named(inLine: line), otherEnterprises: others)
        }
        for (index, answer) in zip(asked, matcher.answers(for: asked.map { proposals[$0].named })) {
            switch answer {
            case .exact(let found): take(lines[found], for: index, because: [], &free)
            case .same(let candidate): take(lines[candidate.index], for: index, because: candidate.reasons, &free)
            case .several(let candidates): ask(index, candidates.map { (lines[$0.index], $0.reasons) })
            case .none: break
            }
        }
    }

    /// The team of a line of the roster.
    func named(inLine line: Int) -> NamedTeam {
        NamedTeam(
            team: file.text(.team, inRow: line), enterprise: file.text(.enterprise, inRow: line),
            province: RosterColumn.province.canonical(file.text(.province, inRow: line)).flatMap {
                Province(named: $0)
            })
    }

    /// Takes a line of the roster for a proposed row.
    mutating func take(_ line: Int, for index: Int, because reasons: [MatchReason], _ free: inout Set<Int>) {
        let row = proposals[index]
        guard free.remove(line) != nil else { return ask(index, [(line, reasons)]) }
        lineOf[index] = line
        guard !reasons.isEmpty else { return }
        let id = file.text(.id, inRow: line)
        for case .otherName(_, let listed) in reasons {
            namedOtherwise.insert(index)
            guard reasons.count == 1 else { continue }
            notes.append(
                .inTable(
                    .importReading, at: row.place,
                    zh:
                        "“\(row.team)”（\(row.enterprise)）就是名单中的 \(id)：按 enterprises.yaml，企业也叫“\(listed)”；名单中的企业名称不改。",
                    en:
                        "“\(row.team)” (\(row.enterprise)) is \(id) of the roster: by enterprises.yaml its enterprise is “\(listed)” as well, which stays as it is."
                ))
            return
        }
        notes.append(
            .inTable(
                .importWhichTeam, .warning, at: row.place,
                zh:
                    "“\(row.team)”（\(row.enterprise)）当作 \(id) 的更正：\(reasons.map(\.text.zh).joined(separator: "；"))。如果是另一个班组，请在表中写明编号。",
                en:
                    "“\(row.team)” (\(row.enterprise)) was taken for a correction of \(id): \(reasons.map(\.text.en).joined(separator: "; ")). If it is another team, give it an id in the table."
            ))
    }

    /// Lists the rows of the roster with what became of them.
    mutating func list() {
        let proposalOfLine = Dictionary(
            lineOf.enumerated().compactMap { index, line in line.map { ($0, index) } }, uniquingKeysWith: { $1 })
        rows = file.rowIndices.map { line in
            guard let index = proposalOfLine[line] else {
                return Row(index: line, change: .kept, proposed: [], place: nil)
            }
            let row = proposals[index]
            var proposed = Set(row.values.filter(\.value.isProposed).keys)
            if changes[index] == .added {
                proposed.formUnion(RosterColumn.all.filter { ($0 == .id || $0.usual != nil) && row[$0] == nil })
            } else {
                proposed = []
            }
            return Row(index: line, change: changes[index] ?? .unchanged, proposed: proposed, place: row.place)
        }
    }
}
