import Content
import Diagnostics
import Forms

/// Gives drafts their years, provinces and ids among the teams that a site has already.
package struct DraftPlacement {
    /// Where a draft goes.
    package struct Place: Sendable {
        package let year: Int
        package let id: String
        package let province: Province?
        /// Whether the site has no association of the recommender's name, which a build would not accept.
        package let isRecommenderUnknown: Bool
        /// Whether the year's roster, rows that are to be copied into it, or an earlier form have the team.
        package let isKnown: Bool
        /// Whether the site has a write-up of it.
        package let hasWriteUp: Bool
        /// Why it was taken for a team that is named in another way.
        package var reasons: [MatchReason] = []
        /// The team as the roster names it; `nil` for one that no roster has.
        package var listed: NamedTeam?
        /// Where the roster and the form say different things.
        package var differences: [Difference] = []
    }

    /// A field that the roster and a form both have, in other words.
    package struct Difference: Sendable, Hashable {
        package let column: RosterColumn
        /// In the roster; empty for nothing.
        package let listed: String
        /// In the form; empty for nothing.
        package let stated: String
    }

    /// A team that may be meant.
    package struct Candidate: Sendable, Hashable {
        package let id: String
        package let team: NamedTeam
        package let reasons: [MatchReason]
    }

    /// What becomes of a draft.
    package enum Outcome: Sendable {
        case place(Place)
        case refused(FormDraft.Refusal)
        /// A person has to say whether one of these teams is meant.
        case unclear([Candidate])
        /// The list of the year is announced, and does not have the team.
        case notListed(year: Int)
    }

    /// The teams of a year.
    private struct Year {
        /// Those of rosters, and of rows that are to be copied into them.
        var listed: [(id: String, team: NamedTeam, row: RosterRow?)] = []
        var matcher: TeamMatcher?
        /// Those of forms that were placed before.
        var placed: [String] = []
        var placedTeams = GrowingTeams()
    }

    private let content: SiteContent
    private let year: Int?
    private let province: Province?
    private let acceptsNewTeams: Bool
    /// Years whose lists are in publicity or announced; those too whose page cannot be read, for nobody can tell.
    private var announced: Set<Int> = []
    private var years: [Int: Year] = [:]
    private var ids: [Int: Set<String>] = [:]
    private var written: Set<String> = []

    /// - Parameters:
    ///   - year: of all drafts; `nil` for the one that each form has.
    ///   - province: of drafts whose forms do not tell.
    ///   - acceptsNewTeams: whether a person has said that teams which an announced list does not have, and teams that may
    ///     be others, are new ones.
    ///   - holds: whether the site has a file at a path; a page that is missing announces nothing.
    package init(
        _ content: SiteContent, year: Int?, province: Province?, acceptsNewTeams: Bool = false,
        holds: (String) -> Bool = { _ in true }
    ) {
        self.content = content
        self.year = year
        self.province = province
        self.acceptsNewTeams = acceptsNewTeams
        for edition in content.editions {
            let year = edition.year.value
            if edition.status.value != .draft, !edition.roster.isEmpty { announced.insert(year) }
            for row in edition.roster {
                ids[year, default: []].insert(row.id.value.text)
                let team = NamedTeam(
                    team: row.team.value, enterprise: row.enterprise.value, province: row.province.value,
                    recommender: row.recommender?.value)
                years[year, default: Year()].listed.append((row.id.value.text, team, row))
            }
        }
        for writeUp in content.writeUps {
            ids[writeUp.year, default: []].insert(writeUp.teamID.text)
            written.insert("\(writeUp.year)/\(writeUp.teamID)")
        }
        // A write-up with errors is there as well.
        for path in content.unusable.paths where path.hasPrefix("content/awards/") && path.hasSuffix(".md") {
            let parts = path.split(separator: "/")
            guard parts.count > 3, let year = Int(parts[2]) else { continue }
            if parts.count == 4, parts[3] == "index.md" {
                if holds(path) { announced.insert(year) }
                continue
            }
            let id = parts[3].hasSuffix(".md") ? String(parts[3].dropLast(3)) : String(parts[3])
            ids[year, default: []].insert(id)
            written.insert("\(year)/\(id)")
        }
    }

    /// Takes the teams of further rows of a year for known: of those with errors, and those that stand beside the content.
    package mutating func learn(_ names: RosterNames, year: Int) {
        let known = Set(years[year]?.listed.map(\.id) ?? [])
        for team in names.teams where !team.id.isEmpty {
            ids[year, default: []].insert(team.id)
            guard !team.name.isEmpty, !known.contains(team.id) else { continue }
            let named = NamedTeam(team: team.name, enterprise: team.enterprise)
            years[year, default: Year()].listed.append((team.id, named, nil))
            years[year]?.matcher = nil
        }
    }

    /// Why a draft gets no place; `nil` where it gets one.
    package func refusal(of draft: FormDraft) -> FormDraft.Refusal? { draft.refusal(isYearGiven: year != nil) }

    /// The year of a draft; `nil` where neither the form nor the person tells it.
    package func year(of draft: FormDraft) -> Int? { year ?? draft.year }

    /// What becomes of the next draft.
    package mutating func place(_ draft: FormDraft) -> Outcome {
        if let refusal = refusal(of: draft) { return .refused(refusal) }
        guard let year = year(of: draft) else { return .refused(.noYear) }
        var state = years[year] ?? Year()
        // Its copy in the table would make the next change of it a copy of everything.
        years[year] = nil
        defer { years[year] = state }
        switch listed(draft, in: &state) {
        case .exact(let index): return .place(place(draft, year, state.listed[index], reasons: []))
        case .same(let candidate):
            return .place(place(draft, year, state.listed[candidate.index], reasons: candidate.reasons))
        case .several(let candidates) where !acceptsNewTeams:
            return .unclear(
                candidates.map {
                    Candidate(id: state.listed[$0.index].id, team: state.listed[$0.index].team, reasons: $0.reasons)
                })
        case .several, .none: break
        }
        if let (index, reasons) = state.placedTeams.same(as: draft.named) {
            return .place(
                Place(
                    year: year, id: state.placed[index], province: nil, isRecommenderUnknown: false, isKnown: true,
                    hasWriteUp: true, reasons: reasons))
        }
        if announced.contains(year), !state.listed.isEmpty, !acceptsNewTeams { return .notListed(year: year) }
        // Without its name the row would say that the enterprise applied itself.
        if case .unnamed = draft.recommenderReading { return .refused(.unnamedRecommender(draft.statedRecommender)) }
        let province = FormProvince(draft, in: content).province ?? province
        let id = nextID(prefix(of: province), year: year)
        ids[year, default: []].insert(id)
        state.placed.append(id)
        state.placedTeams.add(draft.named)
        written.insert("\(year)/\(id)")
        return .place(
            Place(
                year: year, id: id, province: province, isRecommenderUnknown: isRecommenderUnknown(draft),
                isKnown: false, hasWriteUp: false))
    }

    /// Which team of a roster is meant. Where the names tell, what else the form says is compared afterwards; else it helps
    /// to decide.
    private func listed(_ draft: FormDraft, in state: inout Year) -> TeamMatcher.Answer {
        if state.listed.isEmpty { return .none }
        let matcher = state.matcher ?? TeamMatcher(state.listed.map(\.team))
        state.matcher = matcher
        if case .exact(let index) = matcher.answer(for: draft.named) { return .exact(index) }
        let province = FormProvince(draft, in: content).province
        return matcher.answer(
            for: NamedTeam(
                team: draft.team, enterprise: draft.enterprise, province: province,
                recommender: draft.recommender.isEmpty ? nil : draft.recommender))
    }

    private mutating func place(
        _ draft: FormDraft, _ year: Int, _ known: (id: String, team: NamedTeam, row: RosterRow?), reasons: [MatchReason]
    ) -> Place {
        let province = FormProvince(draft, in: content).province
        return Place(
            year: year, id: known.id, province: province ?? self.province,
            isRecommenderUnknown: isRecommenderUnknown(draft), isKnown: true,
            hasWriteUp: !written.insert("\(year)/\(known.id)").inserted, reasons: reasons, listed: known.team,
            differences: known.row.map { differences(draft, province, $0) } ?? [])
    }

    /// What the form says otherwise than the row, of all that both have.
    private func differences(_ draft: FormDraft, _ province: Province?, _ row: RosterRow) -> [Difference] {
        var found: [Difference] = []
        func add(_ column: RosterColumn, _ listed: String, _ stated: String) {
            found.append(Difference(column: column, listed: listed, stated: stated))
        }
        if ComparableName.key(row.team.value) != ComparableName.key(draft.team) {
            add(.team, row.team.value, draft.team)
        }
        if !draft.enterprise.isEmpty,
            ComparableName.key(row.enterprise.value) != ComparableName.key(draft.enterprise)
        {
            add(.enterprise, row.enterprise.value, draft.enterprise)
        }
        let listed = row.province.value
        if let province, province != listed, province.countsToSlug != listed.slug, listed.countsToSlug != province.slug
        {
            add(.province, listed.shortName, province.shortName)
        }
        let recommender = row.recommender?.value ?? ""
        if draft.hasRecommenderField, !isSameAssociation(recommender, draft.recommender) {
            add(.recommender, recommender, draft.recommender.isEmpty ? draft.statedRecommender : draft.recommender)
        }
        if let members = row.members?.value, !draft.members.isEmpty, String(members) != draft.members {
            add(.members, String(members), draft.members)
        }
        return found
    }

    private func isSameAssociation(_ one: String, _ other: String) -> Bool {
        if LabelText.normal(one) == LabelText.normal(other) { return true }
        guard let entry = association(named: one) else { return false }
        return entry.id.value == association(named: other)?.id.value
    }

    private func isRecommenderUnknown(_ draft: FormDraft) -> Bool {
        !draft.recommender.isEmpty && association(named: draft.recommender) == nil
    }

    private func association(named name: String) -> AssociationEntry? {
        FormProvince.association(named: name, in: content)
    }

    // MARK: Ids

    /// What ids of a province begin with on this site: the most frequent one, else the province's letters.
    private func prefix(of province: Province?) -> String {
        guard let province else { return "team" }
        var counts: [String: Int] = [:]
        for row in content.editions.flatMap(\.roster) where row.province.value == province {
            let parts = row.id.value.text.split(separator: "-")
            if parts.count > 1, Int(parts[parts.count - 1]) != nil {
                counts[parts.dropLast().joined(separator: "-"), default: 0] += 1
            }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? province.letters
    }

    private func nextID(_ prefix: String, year: Int) -> String {
        let numbers = (ids[year] ?? []).compactMap { id in
            id.hasPrefix(prefix + "-") ? Int(id.dropFirst(prefix.count + 1)) : nil
        }
        let number = String((numbers.max() ?? 0) + 1)
        return prefix + "-" + String(repeating: "0", count: max(0, 3 - number.count)) + number
    }
}

/// The province that a form tells: that of its recommending association, else the one in which its enterprise's name
/// begins. A city's name in short, which may be a word as well, tells nothing.
struct FormProvince {
    let province: Province?

    init(_ draft: FormDraft, in content: SiteContent) {
        if let province = Self.association(named: draft.recommender, in: content)?.province?.value {
            self.province = province
            return
        }
        province =
            [draft.recommender, draft.enterprise].lazy.compactMap { PlaceReading.atStart(of: $0) }
            .first { $0.isCertain }?.province
    }

    static func association(named name: String, in content: SiteContent) -> AssociationEntry? {
        let name = LabelText.normal(name)
        return name.isEmpty ? nil : content.associations.first { LabelText.normal($0.name.value) == name }
    }
}

/// Teams that become more while they are asked about.
struct GrowingTeams {
    /// So many are looked through anew for each question.
    private static let maximumRecent = 32

    private var teams: [NamedTeam] = []
    private var settled = TeamMatcher([])

    mutating func add(_ team: NamedTeam) {
        teams.append(team)
        if teams.count - settled.teams.count > Self.maximumRecent { settled = TeamMatcher(teams) }
    }

    /// The team that is the same beyond doubt, and why where it is named in another way.
    func same(as team: NamedTeam) -> (index: Int, reasons: [MatchReason])? {
        let count = settled.teams.count
        if let found = Self.same(as: team, among: settled) { return found }
        return Self.same(as: team, among: TeamMatcher(Array(teams[count...]))).map { ($0.index + count, $0.reasons) }
    }

    private static func same(as team: NamedTeam, among matcher: TeamMatcher) -> (index: Int, reasons: [MatchReason])? {
        switch matcher.answer(for: team) {
        case .exact(let index): (index, [])
        case .same(let candidate): (candidate.index, candidate.reasons)
        case .several, .none: nil
        }
    }
}
