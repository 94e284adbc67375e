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

    package private(set) var file: RosterFile
    /// In the order of the roster.
    package private(set) var rows: [Row] = []
    package private(set) var notes: [Diagnostic] = []

    /// What became of each proposed row, with its line in the file as it grows.
    private var lineOf: [Int?]
    private var changes: [Change?]
    private let proposals: [ProposedRow]
    private let impliedIDs: ImpliedEnterpriseIDs
    private let enterpriseNames: EnterpriseNames
    /// Proposed rows of which nobody knows what they are: they were asked about, and are neither taken over nor added.
    private var unclear: Set<Int> = []
    /// Proposed rows that name the enterprise otherwise than the roster, which has one of its names as well.
    private var namedOtherwise: Set<Int> = []
    private let isAnnounced: Bool
    private let accepted: Set<ImportAcceptance>
    /// Whether the roster had teams already; else the table's order is the only one.
    private let hadRows: Bool

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

    // MARK: Matching

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

    private func named(inLine line: Int) -> NamedTeam {
        NamedTeam(
            team: file.text(.team, inRow: line), enterprise: file.text(.enterprise, inRow: line),
            province: RosterColumn.province.canonical(file.text(.province, inRow: line)).flatMap {
                Province(named: $0)
            })
    }

    private mutating func take(_ line: Int, for index: Int, because reasons: [MatchReason], _ free: inout Set<Int>) {
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

    /// Asks which team a row of the table is, or whether it is a new one.
    private mutating func ask(_ index: Int, _ candidates: [(line: Int, reasons: [MatchReason])]) {
        let row = proposals[index]
        unclear.insert(index)
        // Another team of an announced list takes its own yes as well.
        let (zh, en) =
            isAnnounced
            ? (
                "，名单已公示或公布，还要加 --accept \(ImportAcceptance.newTeams.rawValue)",
                ", and as the list is announced, --accept \(ImportAcceptance.newTeams.rawValue)"
            ) : ("", "")
        func shown(_ language: MessageLanguage) -> String {
            candidates.prefix(3).map { line, reasons in
                let texts = reasons.map { $0.text[language] }.joined(separator: language == .zh ? "，" : ", ")
                return "\(file.text(.id, inRow: line)) “\(file.text(.team, inRow: line))”"
                    + (texts.isEmpty ? "" : language == .zh ? "（\(texts)）" : " (\(texts))")
            }.joined(separator: language == .zh ? "、" : ", ")
        }
        notes.append(
            .inTable(
                .importWhichTeam, at: row.place,
                zh:
                    "“\(row.team)”（\(row.enterprise)）可能是名单中的 \(shown(.zh))，也可能是另一个班组。请在表中加“编号”列：是同一个，写它的编号；是另一个，写新的编号\(zh)。",
                en:
                    "“\(row.team)” (\(row.enterprise)) may be \(shown(.en)) of the roster, or another team. Add a column of ids to the table: with its id if it is the same, with a new one if not\(en)."
            ))
    }

    /// A team that the table has under another enterprise, and the roster under one that the table lacks, may be one team
    /// whose enterprise was renamed: it would stand on the list twice.
    private mutating func askAboutRenamedEnterprises() {
        let free = Set(file.rowIndices).subtracting(lineOf.compactMap { $0 })
        let lines = Dictionary(grouping: free) { ComparableName.key(file.text(.team, inRow: $0)) }
        for (index, row) in proposals.enumerated()
        where lineOf[index] == nil && row[.id] == nil && !unclear.contains(index) {
            let province = row[.province].flatMap { Province(named: $0) }
            let namesakes = (lines[ComparableName.key(row.team)] ?? []).sorted().filter { line in
                guard let province, let listed = named(inLine: line).province else { return true }
                return listed.isSame(as: province)
            }
            guard let line = namesakes.first else { continue }
            unclear.insert(index)
            let (id, enterprise) = (file.text(.id, inRow: line), file.text(.enterprise, inRow: line))
            notes.append(
                .inTable(
                    .importWhichTeam, at: row.place,
                    zh:
                        "名单中没有“\(row.team)”（\(row.enterprise)），却有表中没有的 \(id)“\(row.team)”（\(enterprise)）。企业改了名的，把两个名称写进 enterprises.yaml 再导入；是同一个班组、名称要更正的，在表中写编号“\(id)”；是另一个班组，写新的编号。",
                    en:
                        "The roster does not have “\(row.team)” (\(row.enterprise)), but \(id) “\(row.team)” (\(enterprise)), which the table lacks. If the enterprise was renamed, write both names into enterprises.yaml and import again; if it is one team and its name is corrected, give it the id “\(id)” in the table; if it is another team, a new id."
                ))
        }
    }

    /// A list that is announced is a decision: another table does not add to it by itself.
    private mutating func askAboutNewTeams(_ accepted: Set<ImportAcceptance>) {
        for index in proposals.indices where changes[index] == .added {
            let row = proposals[index]
            notes.append(
                .question(
                    .importNewTeam, [.newTeams], given: accepted, at: row.place,
                    zh: "名单已公示或公布，其中没有“\(row.team)”（\(row.enterprise)），要作为新班组加入。",
                    en:
                        "The list is announced and does not have “\(row.team)” (\(row.enterprise)), which would be added."
                ))
        }
    }

    /// Names, provinces and titles that were withdrawn: what an announced list says is told by corrections where it
    /// changes.
    private mutating func askAboutChanges(_ accepted: Set<ImportAcceptance>) {
        for (index, change) in changes.enumerated() {
            guard case .changed(let cells) = change, let line = lineOf[index] else { continue }
            let recorded = cells.filter(Self.isRecorded)
            let told = recorded.isEmpty ? cells.filter { $0.column == .mode && !$0.old.isEmpty } : recorded
            guard !told.isEmpty else { continue }
            let (id, team) = (file.text(.id, inRow: line), file.text(.team, inRow: line))
            func shown(_ language: MessageLanguage) -> String {
                told.map { cell in
                    language == .zh
                        ? "\(cell.column.chineseName)由“\(cell.old)”改为“\(cell.new)”"
                        : "\(cell.column.name) from “\(cell.old)” to “\(cell.new)”"
                }.joined(separator: language == .zh ? "，" : ", ")
            }
            notes.append(
                .question(
                    .importListChange, [.listChanges], given: accepted, at: proposals[index].place,
                    zh: "名单已公示或公布，\(id)“\(team)”要改：\(shown(.zh))。"
                        + (recorded.isEmpty ? "请核对。" : "要在年度的“更正”里写明，否则检查报错。"),
                    en: "The list is announced, and \(id) “\(team)” would change: \(shown(.en))."
                        + (recorded.isEmpty
                            ? " Check it." : " A check asks for a correction in the edition that says so.")))
        }
    }

    /// Whether a change is one of the decision: ways of typing are none.
    private static func isRecorded(_ cell: CellChange) -> Bool {
        switch cell.column {
        case .team, .enterprise: return ComparableName.key(cell.old) != ComparableName.key(cell.new)
        case .province:
            return RosterColumn.province.canonical(cell.old) != RosterColumn.province.canonical(cell.new)
        case .standing:
            return RosterColumn.standing.canonical(cell.old) == Standing.withdrawn.rawValue
        default: return false
        }
    }

    // MARK: Taking over

    private mutating func update(_ index: Int) -> Change {
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
    private mutating func noteWithdrawals() {
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

    private func isSame(_ old: String, _ new: String, _ column: RosterColumn) -> Bool {
        old == new || column.canonical(old) == new
    }

    private mutating func add(_ surroundings: RosterSurroundings) {
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
                proposed.formUnion(RosterColumn.all.filter { ($0 == .id || $0.usual != nil) && row[$0] == nil })
            } else {
                proposed = []
            }
            return Row(index: line, change: changes[index] ?? .unchanged, proposed: proposed, place: row.place)
        }
    }
}
