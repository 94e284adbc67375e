import Content
import Forms
import Values

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
        var placedTeams = TeamMatcher([])
    }

    private let associations: AssociationNames
    private let enterpriseNames: EnterpriseNames
    private let year: Int?
    private let province: Province?
    private let accepted: Set<ImportAcceptance>
    /// Years whose lists are in publicity or announced; those too whose page cannot be read, for nobody can tell.
    private var announced: Set<Int> = []
    private var years: [Int: Year] = [:]
    private var ids = DraftIDs()
    private var written: Set<String> = []

    /// - Parameters:
    ///   - year: of all drafts; `nil` for the one that each form has.
    ///   - province: of drafts whose forms do not tell.
    ///   - accepted: what a person has said yes to.
    ///   - holds: whether the site has a file at a path; a page that is missing announces nothing.
    package init(
        _ content: SiteContent, year: Int?, province: Province?, accepting accepted: Set<ImportAcceptance> = [],
        holds: (String) -> Bool = { _ in true }
    ) {
        associations = AssociationNames(content)
        enterpriseNames = EnterpriseNames(content.enterprises)
        self.year = year
        self.province = province
        self.accepted = accepted
        for edition in content.editions {
            let year = edition.year.value
            if edition.status.value != .draft, !edition.roster.isEmpty { announced.insert(year) }
            for row in edition.roster {
                ids.take(row.id.value.text, year: year)
                ids.learn(row.id.value.text, province: row.province.value)
                let team = NamedTeam(
                    team: row.team.value, enterprise: row.enterprise.value, province: row.province.value,
                    recommender: row[RosterFields.recommender]?.value)
                years[year, default: Year()].listed.append((row.id.value.text, team, row))
            }
        }
        for writeUp in content.writeUps {
            ids.take(writeUp.teamID.text, year: writeUp.year)
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
            ids.take(id, year: year)
            written.insert("\(year)/\(id)")
        }
    }

    /// Takes the teams of further rows of a year for known: of those with errors, and those that stand beside the content.
    package mutating func learn(_ names: RosterNames, year: Int) {
        let known = Set(years[year]?.listed.map(\.id) ?? [])
        for team in names.teams where !team.id.isEmpty {
            ids.take(team.id, year: year)
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
        case .several(let candidates) where !accepted.contains(.newTeams):
            return .unclear(
                candidates.map {
                    Candidate(id: state.listed[$0.index].id, team: state.listed[$0.index].team, reasons: $0.reasons)
                })
        case .none where !accepted.contains(.newTeams):
            let namesakes = namesakes(of: draft, in: state)
            if !namesakes.isEmpty { return .unclear(namesakes) }
        case .several, .none: break
        }
        if let (index, reasons) = Self.same(as: draft.named, among: state.placedTeams) {
            return .place(
                Place(
                    year: year, id: state.placed[index], province: nil, isRecommenderUnknown: false, isKnown: true,
                    hasWriteUp: true, reasons: reasons))
        }
        if announced.contains(year), !state.listed.isEmpty, !accepted.contains(.newTeams) {
            return .notListed(year: year)
        }
        // Nor would a row pass without its enterprise.
        guard !draft.enterprise.isEmpty else { return .refused(draft.lacking(.enterprise) ?? .noEnterprise) }
        // A row that nobody saw is not empty, nor did who gives reasons for a recommendation forget nothing.
        if !accepted.contains(.emptyRecommender) {
            if let refusal = draft.lacking(.recommender) { return .refused(refusal) }
            if let label = draft.recommendationWithoutName { return .refused(.unnamedRecommendation(label)) }
            if let words = draft.recommendationElsewhere { return .refused(.recommendationElsewhere(words)) }
        }
        // Without its name the row would say that the enterprise applied itself.
        if case .unnamed = draft.recommenderReading { return .refused(.unnamedRecommender(draft.statedRecommender)) }
        let unknown = unknownRecommender(of: draft)
        if let unknown, !accepted.contains(.unknownRecommenders) { return .refused(.unknownRecommender(unknown)) }
        // A row without its province would not pass the check of the roster.
        let told = DraftProvince(draft, associations)
        if province == nil, !told.contradiction.isEmpty { return .refused(.provinces(told.contradiction)) }
        guard let province = told.province ?? province else { return .refused(.noProvince) }
        let id = ids.next(in: province, year: year)
        state.placed.append(id)
        state.placedTeams.add(draft.named, otherEnterprises: enterpriseNames.others(of: draft.enterprise))
        written.insert("\(year)/\(id)")
        return .place(
            Place(
                year: year, id: id, province: province, isRecommenderUnknown: unknown != nil,
                isKnown: false, hasWriteUp: false))
    }

    /// Which team of a roster is meant. Where the names tell, what else the form says is compared afterwards; else it helps
    /// to decide.
    private func listed(_ draft: FormDraft, in state: inout Year) -> TeamMatcher.Answer {
        if state.listed.isEmpty { return .none }
        let matcher = state.matcher ?? matcher(of: state)
        state.matcher = matcher
        if case .exact(let index) = matcher.answer(for: draft.named) { return .exact(index) }
        let province = DraftProvince(draft, associations).likely
        return matcher.answer(
            for: NamedTeam(
                team: draft.team, enterprise: draft.enterprise, province: province,
                recommender: draft.recommender.isEmpty ? nil : draft.recommender))
    }

    /// Teams of a list that have the name of a draft's team, and another enterprise.
    private func namesakes(of draft: FormDraft, in state: Year) -> [Candidate] {
        let named = NamedTeam(
            team: draft.team, enterprise: draft.enterprise, province: DraftProvince(draft, associations).likely)
        return state.matcher?.namesakes(of: named).map {
            Candidate(id: state.listed[$0.index].id, team: state.listed[$0.index].team, reasons: $0.reasons)
        } ?? []
    }

    private func matcher(of state: Year) -> TeamMatcher {
        var matcher = TeamMatcher([])
        for (_, team, row) in state.listed {
            let id = row?[RosterFields.enterpriseID]?.value.text ?? ""
            matcher.add(team, otherEnterprises: enterpriseNames.others(of: team.enterprise, id: id))
        }
        return matcher
    }

    private mutating func place(
        _ draft: FormDraft, _ year: Int, _ known: (id: String, team: NamedTeam, row: RosterRow?), reasons: [MatchReason]
    ) -> Place {
        let province = DraftProvince(draft, associations).likely
        return Place(
            year: year, id: known.id, province: province ?? self.province,
            isRecommenderUnknown: unknownRecommender(of: draft) != nil, isKnown: true,
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
            enterpriseNames.key(row.enterprise.value) != enterpriseNames.key(draft.enterprise)
        {
            add(.enterprise, row.enterprise.value, draft.enterprise)
        }
        let listed = row.province.value
        if let province, !province.isSame(as: listed) {
            add(.province, listed.shortName, province.shortName)
        }
        let recommender = row[RosterFields.recommender]?.value ?? ""
        if draft.hasRecommenderField, !associations.areSame(recommender, draft.recommender) {
            add(.recommender, recommender, draft.recommender.isEmpty ? draft.statedRecommender : draft.recommender)
        }
        if let members = row[RosterFields.members]?.value, let stated = draft.columns[.members],
            String(members) != stated
        {
            add(.members, String(members), stated)
        }
        return found
    }

    private func unknownRecommender(of draft: FormDraft) -> UnknownRecommender? {
        associations.entry(named: draft.recommender) == nil
            ? UnknownRecommender(
                draft.recommender, among: associations.all, of: DraftProvince(draft, associations).likely ?? province)
            : nil
    }

    /// The team that is the same beyond doubt, and why where it is named in another way.
    private static func same(as team: NamedTeam, among matcher: TeamMatcher) -> (index: Int, reasons: [MatchReason])? {
        switch matcher.answer(for: team) {
        case .exact(let index): (index, [])
        case .same(let candidate): (candidate.index, candidate.reasons)
        case .several, .none: nil
        }
    }
}
