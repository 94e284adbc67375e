import Content
import Values

/// The editions with their teams grouped by province.
enum EditionList {
    static func editions(_ visible: VisibleContent, teams: [Team]) -> [Edition] {
        var teamsOf = [[Int]](repeating: [], count: visible.editions.count)
        for (index, team) in teams.enumerated() { teamsOf[team.edition].append(index) }
        return visible.editions.enumerated().map { index, entry in
            let members = teamsOf[index]
            let byProvince = Dictionary(grouping: members) { teams[$0].province }
            return Edition(
                entry: entry, year: entry.year.value, state: state(of: entry, on: visible.day), teams: members,
                groups: byProvince.keys.sorted().map { province in
                    let group = byProvince[province] ?? []
                    return ProvinceGroup(
                        province: province, teams: group, heldCount: group.count { teams[$0].isHeld })
                },
                figures: FigureCounting.figures(of: members.lazy.map { teams[$0] }))
        }
    }

    private static func state(of entry: EditionEntry, on day: CalendarDate) -> Edition.State {
        switch entry.status.value {
        case .draft: return .draft
        case .final: return .final
        case .publicity:
            guard let publicity = entry.publicity else { return .publicityOpen }
            if day < publicity.from.value { return .publicityAhead }
            return day <= publicity.to.value ? .publicityOpen : .publicityEnded
        }
    }
}

/// Counts teams.
package enum FigureCounting {
    /// The numbers about some teams.
    package static func figures(of teams: some Sequence<Team>) -> Figures {
        var figures = Figures()
        var provinces: Set<String> = []
        var enterprises: Set<Int> = []
        for team in teams {
            if team.writeUp != nil { figures.writeUps += 1 }
            guard team.isHeld else {
                figures.withdrawn += 1
                continue
            }
            figures.held += 1
            switch team.row.mode.value {
            case .recommended: figures.recommended += 1
            case .selfNominated: figures.selfNominated += 1
            }
            if team.row.honors.contains(where: { $0.value != .title }) { figures.recommendedFurther += 1 }
            provinces.insert(team.province.countsToSlug ?? team.province.slug)
            enterprises.insert(team.enterprise)
        }
        figures.provinces = provinces.count
        figures.enterprises = enterprises.count
        return figures
    }
}

/// The provinces over the years.
enum ProvinceRecords {
    /// - Parameter finalYears: the years of editions whose results are final.
    static func records(
        teams: [Team], finalYears: Set<Int>, associations: AssociationIndex
    ) -> [ProvinceRecord] {
        let provinces = Province.all
        let bySlug = Dictionary(uniqueKeysWithValues: provinces.map { ($0.slug, $0) })
        var own: [Province: [Int]] = [:]
        var heldByYear: [Province: [Int: Int]] = [:]
        for (index, team) in teams.enumerated() {
            own[team.province, default: []].append(index)
            guard team.isHeld else { continue }
            heldByYear[team.province, default: [:]][team.year, default: 0] += 1
            if let slug = team.province.countsToSlug, let region = bySlug[slug] {
                heldByYear[region, default: [:]][team.year, default: 0] += 1
            }
        }
        return provinces.map { province in
            let years = heldByYear[province] ?? [:]
            return ProvinceRecord(
                province: province, teams: own[province] ?? [], heldByYear: years,
                held: years.filter { finalYears.contains($0.key) }.values.reduce(0, +),
                associations: associations.indices(in: province))
        }
    }
}

/// Withdrawals, corrections and renamings, newest first.
enum ChangeHistory {
    static func changes(of sources: SiteSources, day: CalendarDate) -> [Change] {
        var changes: [Change] = []
        for (index, team) in sources.teams.enumerated() where !team.isHeld {
            guard let date = team.row[RosterFields.withdrawnOn]?.value else { continue }
            changes.append(Change(date: date, kind: .withdrawal(team: index)))
        }
        let teamByKey = Dictionary(
            sources.teams.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for (index, edition) in sources.editions.enumerated() {
            for correction in edition.entry.corrections where correction.date.value <= day {
                let team = correction.id.flatMap { teamByKey["\(edition.year)/\($0.value)"] }
                changes.append(
                    Change(
                        date: correction.date.value,
                        kind: .correction(edition: index, team: team, text: correction.text.value)))
            }
        }
        for (index, enterprise) in sources.enterprises.enumerated() where !enterprise.teams.isEmpty {
            guard let names = enterprise.entry?.names else { continue }
            for (old, new) in zip(names, names.dropFirst()) {
                guard let date = new.from?.value, date <= day else { continue }
                changes.append(
                    Change(
                        date: date,
                        kind: .renaming(enterprise: index, from: old.name.value, to: new.name.value)))
            }
        }
        // Equal dates keep the order in which the site lists them.
        return changes.enumerated()
            .sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }
            .map(\.element)
    }
}
