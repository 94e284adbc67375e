import Content
import Diagnostics
import Values

/// What the corrections of an edition say of its list, as far as they have come and are understood.
///
/// A sentence counts for the team that the correction's `id` names, or, without one, for that whose id the sentence has. The
/// latest of a cell counts; of one day, each.
struct ListCorrections {
    struct Told {
        let date: CalendarDate
        let statement: ListStatement
        /// The correction's text.
        let range: SourceRange
    }

    private let toldByID: [String: [Told]]
    /// Those that have come and are of no known team, or of which nothing was understood, with the id that they are of.
    private let unread: [(correction: EditionEntry.Correction, id: String?)]
    /// Those whose sentences are understood, and which name no team.
    private let withoutID: [EditionEntry.Correction]
    /// The texts of those that have come.
    private let texts: [String]
    /// What the rows of the list have now, by id.
    private let rows: [String: RosterRow]

    /// - Parameters:
    ///   - edition: whose list they are about.
    ///   - day: the day of the site; what comes later is not shown yet, and says nothing.
    init(of edition: EditionEntry, until day: CalendarDate) {
        var withoutID: [EditionEntry.Correction] = []
        var told: [String: [Told]] = [:]
        var unread: [(EditionEntry.Correction, String?)] = []
        for correction in edition.corrections where correction.date.value <= day {
            let own = correction.id?.value
            var isRead = false
            let sentences = CorrectionSentences(correction.text.value).sentences
            if own == nil, !sentences.isEmpty, sentences.allSatisfy({ $0.id == nil }) { withoutID.append(correction) }
            for sentence in sentences {
                guard let id = own ?? sentence.id, sentence.id == nil || sentence.id == id else { continue }
                isRead = true
                told[id, default: []].append(
                    Told(date: correction.date.value, statement: sentence.statement, range: correction.text.range))
            }
            if !isRead { unread.append((correction, own)) }
        }
        toldByID = told
        texts = edition.corrections.filter { $0.date.value <= day }.map(\.text.value)
        self.unread = unread
        self.withoutID = withoutID
        // Nearly no list has any.
        rows =
            told.isEmpty
            ? [:]
            : Dictionary(edition.roster.map { ($0.id.value.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a correction says that a list was published on another day than it was first said.
    func tell(published first: CalendarDate, now: CalendarDate) -> Bool {
        texts.contains { text in
            ["发布日期", "公布日期", "day of publication"].contains(where: text.contains)
                && [first, now].allSatisfy { day in
                    ["\(day)", "\(day.year)年\(day.month)月\(day.day)日"].contains(where: text.contains)
                }
        }
    }

    /// Whether a correction says what it corrects, and only not of which team.
    func lacksTeam(_ correction: EditionEntry.Correction) -> Bool {
        withoutID.contains { $0.text.range.bytes == correction.text.range.bytes }
    }

    /// A correction that seems to be about a change, and was not understood: it is of the team, or of none, and has one of the words.
    ///
    /// - Parameter words: what the change is about, such as the new name; empty ones say nothing.
    func notUnderstood(of id: String, naming words: [String]) -> EditionEntry.Correction? {
        let keys = words.map(ComparableName.key).filter { !$0.isEmpty }
        return unread.first { correction, own in
            let text = ComparableName.key(correction.text.value)
            return (own == nil || own == id) && keys.contains { text.contains($0) }
        }?.correction
    }

    /// The ids of teams that something is said of.
    var ids: [String] { toldByID.keys.sorted() }

    // MARK: Cells

    /// A change of a cell.
    struct CellChange {
        let told: Told
        let from: String?
        let to: String
    }

    private func changes(_ part: ListChange.Part, of id: String) -> [CellChange] {
        (toldByID[id] ?? []).compactMap { told in
            guard case .changed(part, let from, let to) = told.statement else { return nil }
            return CellChange(told: told, from: from, to: to)
        }
    }

    /// What the latest corrections of a cell say; several where they have one day.
    func latest(_ part: ListChange.Part, of id: String) -> [CellChange] {
        let all = changes(part, of: id)
        let last = all.map(\.told.date).max()
        return all.filter { $0.told.date == last }
    }

    /// Whether the latest corrections of a cell lead from what was published to what it has now.
    func tell(_ part: ListChange.Part, of id: String, from first: String, to now: String) -> Bool {
        guard !toldByID.isEmpty else { return false }
        let all = changes(part, of: id)
        return latest(part, of: id).contains { change in
            guard Self.areSame(part, change.to, now) else { return false }
            guard let from = change.from, !Self.areSame(part, from, first) else { return true }
            return !Self.areSame(part, from, change.to) && all.contains { Self.areSame(part, $0.to, from) }
        }
    }

    /// Whether the correction that is meant for a change says otherwise than the list has, which is told at the correction: it has
    /// another new value, or its words are those of the change and it is of another cell or another team.
    func contradict(_ part: ListChange.Part, of id: String, from first: String, to now: String) -> Bool {
        let latest = latest(part, of: id)
        if !latest.isEmpty { return !latest.contains { Self.areSame(part, $0.to, now) } }
        return toldByID.contains { other, told in
            told.contains { told in
                guard case .changed(let cell, let from, let to) = told.statement, other != id || cell != part else {
                    return false
                }
                return Self.areSame(part, to, now) && (from.map { Self.areSame(part, $0, first) } ?? true)
                    && isContradicted(cell, of: other)
            }
        }
    }

    /// Whether a row has another value in a cell than its latest corrections say.
    private func isContradicted(_ part: ListChange.Part, of id: String) -> Bool {
        guard let row = rows[id], let value = ListChange.value(of: part, in: row) else { return false }
        return !latest(part, of: id).contains { Self.areSame(part, $0.to, value) }
    }

    /// The latest correction that leads to what a cell has now, though not from what was published: its old value is another one.
    func otherOld(_ part: ListChange.Part, of id: String, to now: String) -> (told: Told, from: String)? {
        latest(part, of: id).lazy.compactMap { change in
            guard let from = change.from, Self.areSame(part, change.to, now) else { return nil }
            return (change.told, from)
        }.first
    }

    /// Whether two values of a cell are one.
    static func areSame(_ part: ListChange.Part, _ one: String, _ other: String) -> Bool {
        if part == .recommender { return TeamOrigin.areSame(one, other) }
        let keys = (ComparableName.key(one), ComparableName.key(other))
        guard part == .province, keys.0 != keys.1 else { return keys.0 == keys.1 }
        func province(_ name: String) -> Province? {
            Province(named: name)
                ?? Province.all.first { ComparableName.key($0.englishName) == ComparableName.key(name) }
        }
        return province(one).map { $0 == province(other) } ?? false
    }

    // MARK: Titles and rows

    /// The latest correction that says that a title is held again.
    func reinstatement(of id: String) -> Told? {
        (toldByID[id] ?? []).filter { $0.statement == .reinstated }.max { $0.date < $1.date }
    }

    /// Whether one says that a withdrawal was taken back, on that day or later.
    ///
    /// - Parameter day: the day of the withdrawal; `nil` where it is not known.
    func tellReinstatement(of id: String, withdrawnOn day: CalendarDate?) -> Bool {
        reinstatement(of: id).map { told in day.map { $0 <= told.date } ?? true } ?? false
    }

    /// Whether one says that a row was added, and none since that it was removed.
    func tell(added row: RosterRow) -> Bool {
        let all = toldByID[row.id.value.text] ?? []
        let added = all.filter { told in
            guard case .added(let team, let enterprise) = told.statement else { return false }
            return Self.areSame(.team, team, row.team.value)
                && (enterprise.map { Self.areSame(.enterprise, $0, row.enterprise.value) } ?? true)
        }
        guard let last = added.map(\.date).max() else { return false }
        return !all.contains { $0.date > last && $0.statement.isRemoval }
    }

    /// The latest correction that says that a row was added, with other names than it has.
    func otherAddition(of id: String) -> (told: Told, team: String, enterprise: String?)? {
        (toldByID[id] ?? []).compactMap { told in
            guard case .added(let team, let enterprise) = told.statement else { return nil }
            return (told, team, enterprise)
        }.max { $0.told.date < $1.told.date }
    }

    /// The latest correction that says that a row was removed, with another name than it had.
    func otherRemoval(of id: String) -> (told: Told, team: String)? {
        (toldByID[id] ?? []).compactMap { told in
            guard case .removed(let team, _) = told.statement else { return nil }
            return (told, team)
        }.max { $0.told.date < $1.told.date }
    }

    /// The latest correction that says that a team has an id now, in the place of another than it had.
    func otherRenumbering(to id: String) -> (told: Told, from: String)? {
        (toldByID[id] ?? []).compactMap { told in
            guard case .renumbered(let from) = told.statement else { return nil }
            return (told, from)
        }.max { $0.told.date < $1.told.date }
    }

    /// The correction that says that a team was removed, where none since says that it was added.
    ///
    /// - Parameter name: the team's name, of which corrections may have told another.
    func removal(of id: String, named name: String) -> Told? {
        let all = toldByID[id] ?? []
        let removed = all.filter { told in
            guard case .removed(let team, _) = told.statement else { return false }
            return Self.areSame(.team, team, name)
                || changes(.team, of: id).contains { Self.areSame(.team, $0.to, team) }
        }
        guard let last = removed.max(by: { $0.date < $1.date }) else { return nil }
        return all.contains { $0.date > last.date && $0.statement.isAddition } ? nil : last
    }

    /// Whether one says which id a team has in the place of another.
    func tell(renumbered first: PublishedRecords.Team, to id: String) -> Bool {
        (toldByID[id] ?? []).contains { $0.statement == .renumbered(from: first.id) }
    }
}

extension ListStatement {
    fileprivate var isAddition: Bool { if case .added = self { true } else { false } }
    fileprivate var isRemoval: Bool { if case .removed = self { true } else { false } }
}
