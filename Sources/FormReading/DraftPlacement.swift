import Content
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
        /// Whether the year's roster, or rows that are to be copied into it, have a team of the same name and enterprise,
        /// which is taken for this one.
        package let isKnown: Bool
        /// Whether the site has a write-up of it, which is left alone.
        package let hasWriteUp: Bool
        /// How many members the roster gives a team that it knows.
        package var rosterMembers: Int?
    }

    private let content: SiteContent
    private let year: Int?
    private let province: Province?
    /// By year.
    private var ids: [Int: Set<String>] = [:]
    private var teams: [String: String] = [:]
    /// By year and id.
    private var members: [String: Int] = [:]
    private var written: Set<String> = []

    /// - Parameters:
    ///   - year: of all drafts; `nil` for the one that each form has.
    ///   - province: of drafts whose forms do not tell.
    package init(_ content: SiteContent, year: Int?, province: Province?) {
        self.content = content
        self.year = year
        self.province = province
        for edition in content.editions {
            for row in edition.roster {
                ids[edition.year.value, default: []].insert(row.id.value.text)
                teams[Self.key(edition.year.value, row.team.value, row.enterprise.value)] = row.id.value.text
                members["\(edition.year.value)/\(row.id.value)"] = row.members?.value
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
            let id = parts[3].hasSuffix(".md") ? String(parts[3].dropLast(3)) : String(parts[3])
            ids[year, default: []].insert(id)
            written.insert("\(year)/\(id)")
        }
    }

    /// Takes the teams of further rows of a year for known: of those with errors, and those that stand beside the content.
    package mutating func learn(_ names: RosterNames, year: Int) {
        for team in names.teams where !team.id.isEmpty {
            ids[year, default: []].insert(team.id)
            let key = Self.key(year, team.name, team.enterprise)
            if !team.name.isEmpty, teams[key] == nil { teams[key] = team.id }
        }
    }

    /// Why a draft gets no place; `nil` where it gets one.
    package func refusal(of draft: FormDraft) -> FormDraft.Refusal? { draft.refusal(isYearGiven: year != nil) }

    /// The year of a draft; `nil` where neither the form nor the person tells it.
    package func year(of draft: FormDraft) -> Int? { year ?? draft.year }

    /// The next draft's place; `nil` for one that is refused.
    package mutating func place(_ draft: FormDraft) -> Place? {
        guard refusal(of: draft) == nil, let year = year(of: draft) else { return nil }
        let province = province(of: draft)
        let isUnknown = !draft.recommender.isEmpty && association(named: draft.recommender) == nil
        let key = Self.key(year, draft.team, draft.enterprise)
        if let id = teams[key] {
            let hasWriteUp = !written.insert("\(year)/\(id)").inserted
            return Place(
                year: year, id: id, province: province, isRecommenderUnknown: isUnknown, isKnown: true,
                hasWriteUp: hasWriteUp, rosterMembers: members["\(year)/\(id)"])
        }
        let id = nextID(prefix(of: province), year: year)
        ids[year, default: []].insert(id)
        teams[key] = id
        written.insert("\(year)/\(id)")
        return Place(
            year: year, id: id, province: province, isRecommenderUnknown: isUnknown, isKnown: false, hasWriteUp: false)
    }

    private static func key(_ year: Int, _ team: String, _ enterprise: String) -> String {
        "\(year)\n\(LabelText.normal(team))\n\(LabelText.normal(enterprise))"
    }

    /// By the recommending association, else by the name of the enterprise, else the one that was given.
    private func province(of draft: FormDraft) -> Province? {
        if let province = association(named: draft.recommender)?.province?.value { return province }
        for text in [draft.recommender, draft.enterprise] {
            if let province = Province.all.first(where: { text.hasPrefix($0.fullName) || text.hasPrefix($0.shortName) })
            {
                return province
            }
        }
        return province
    }

    private func association(named name: String) -> AssociationEntry? {
        let name = LabelText.normal(name)
        return name.isEmpty ? nil : content.associations.first { LabelText.normal($0.name.value) == name }
    }

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
