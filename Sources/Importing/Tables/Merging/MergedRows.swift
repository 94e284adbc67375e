import Content
import Diagnostics
import Rules
import Values

/// Taking a row over into the roster, and adding one.
extension RosterMerge {
    /// Takes a proposed row over into the one of the roster.
    mutating func update(_ index: Int) -> Change {
        guard let line = lineOf[index] else { return .unchanged }
        var changes: [CellChange] = []
        let formerEnterprise = file.text(.enterprise, inRow: line)
        if file.text(.province, inRow: line).isEmpty { notes += proposals[index].notesWhenNew }
        for column in RosterColumn.all where column != .id {
            guard let value = proposals[index].values[column] else { continue }
            let old = file.text(column, inRow: line)
            guard !isSame(old, value.text, column) else { continue }
            if column == .enterprise, namedOtherwise.contains(index) || enterpriseNames.areOne(old, value.text) {
                continue
            }
            // What only follows from the table does not replace what somebody wrote, unless somebody answered for it.
            let isAnswered = proposals[index].lacksRecommender && accepted.contains(.emptyRecommender)
            if value.isProposed, !old.isEmpty, !(isAnswered && column == .mode) { continue }
            if old.isEmpty, value.text == column.usual { continue }
            if old.isEmpty, column == .enterpriseID, isImplied(value.text, in: proposals[index], formerEnterprise) {
                continue
            }
            file.set(column, inRow: line, to: value.text)
            changes.append(CellChange(column: column, old: old, new: file.text(column, inRow: line)))
        }
        changes += clearLeftovers(ofLine: line, after: changes)
        if proposals[index].lacksRecommender, !accepted.contains(.emptyRecommender) {
            noteKeptRecommender(index, line)
        }
        return changes.isEmpty ? .unchanged : .changed(changes)
    }

    /// Empties what a row had only because of what it was before: recommenders of teams that applied by themselves, day and
    /// reason of a withdrawal that was taken back.
    private mutating func clearLeftovers(ofLine line: Int, after changes: [CellChange]) -> [CellChange] {
        var leftovers: [RosterColumn] = []
        for change in changes {
            let value = change.column.canonical(change.new)
            if change.column == .mode, value == ApplicationMode.selfNominated.rawValue {
                leftovers.append(.recommender)
            }
            if change.column == .standing, value == Standing.held.rawValue {
                leftovers += [.withdrawnOn, .reason, .decision]
            }
        }
        return leftovers.compactMap { column in
            let old = file.text(column, inRow: line)
            guard !old.isEmpty else { return nil }
            file.set(column, inRow: line, to: "")
            return CellChange(column: column, old: old, new: "")
        }
    }

    /// Says that an empty recommender changes nothing of a team that the roster has as recommended.
    private mutating func noteKeptRecommender(_ index: Int, _ line: Int) {
        let recommender = file.text(.recommender, inRow: line)
        guard !recommender.isEmpty else { return }
        let (id, team) = (file.text(.id, inRow: line), file.text(.team, inRow: line))
        notes.append(
            .inTable(
                .importReading, at: proposals[index].place, zh: "“\(team)”的推荐单位在表中是空的，名单中 \(id) 的“\(recommender)”不改。",
                en: "“\(team)” has no recommender in the table; “\(recommender)” of \(id) in the roster stays."))
    }

    /// A title that is withdrawn needs its day and reason: without them the roster would not pass its check.
    mutating func noteWithdrawals() {
        for (index, line) in lineOf.enumerated() {
            guard let line, proposals[index][.standing] == Standing.withdrawn.rawValue, changes[index] != .unchanged,
                RosterColumn.standing.canonical(file.text(.standing, inRow: line)) == Standing.withdrawn.rawValue
            else { continue }
            let lacking = [RosterColumn.withdrawnOn, .reason].filter { file.text($0, inRow: line).isEmpty }
            guard !lacking.isEmpty else { continue }
            notes.append(
                .inTable(
                    .importValue, at: proposals[index].place,
                    zh:
                        "“\(proposals[index].team)”的称号已撤销，还要有\(lacking.map { "“\($0.chineseName)”" }.joined(separator: "和"))列；不在名单上的班组，请从表中删去。",
                    en:
                        "The title of “\(proposals[index].team)” is withdrawn: add \(lacking.map { "“\($0.name)”" }.joined(separator: " and ")), or take a team that is not on the list out of the table."
                ))
        }
    }

    /// Whether the id of an enterprise follows from its name, be it the one before a correction.
    private func isImplied(_ id: String, in row: ProposedRow, _ formerEnterprise: String?) -> Bool {
        impliedIDs.isImplied(id, byName: row.enterprise)
            || formerEnterprise.map { impliedIDs.isImplied(id, byName: $0) } ?? false
    }

    /// Whether two texts of a column say the same.
    func isSame(_ old: String, _ new: String, _ column: RosterColumn) -> Bool {
        old == new || column.canonical(old) == new
    }

    /// Adds the proposed rows that are new, each beside its neighbours in the table.
    mutating func add(_ surroundings: RosterSurroundings) {
        let new = proposals.indices.filter { lineOf[$0] == nil && !unclear.contains($0) }
        let placeOf = Dictionary(new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var ids = IDProposal(
            taken: Set(file.rowIndices.map { file.text(.id, inRow: $0) }).union(proposals.compactMap { $0[.id] }),
            teams: new.map { proposals[$0].named } + file.rowIndices.map(named(inLine:)), surroundings: surroundings)
        for line in file.rowIndices {
            ids.learn(file.text(.id, inRow: line), province: Province(named: file.text(.province, inRow: line)))
        }
        for (index, row) in proposals.enumerated() where lineOf[index] == nil && !unclear.contains(index) {
            notes += row.notesWhenNew
            var values = row.values.mapValues(\.text)
            if values[.id] == nil, let place = placeOf[index] {
                values[.id] = ids.next(in: values[.province].flatMap { Province(named: $0) }, team: place)
            }
            if let id = values[.enterpriseID], isImplied(id, in: row, nil) { values[.enterpriseID] = nil }
            // What an empty cell means is written down where there is one.
            for column in RosterColumn.all where values[column] == nil && file.columns[column] != nil {
                values[column] = column.usual
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
            RosterColumn.province.canonical(file.text(.province, inRow: line)) == province
        }
        let neighbour = proposals[..<index].indices.last { lineOf[$0] != nil }.flatMap { lineOf[$0] }
        if let neighbour, isOfProvince(neighbour) { return neighbour }
        return hadRows ? file.rowIndices.last(where: isOfProvince) ?? neighbour : neighbour
    }
}
