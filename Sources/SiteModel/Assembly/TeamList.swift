import Content
import Diagnostics

/// The teams of all editions, newest edition first, within an edition in the order of the decision.
struct TeamList {
    private(set) var teams: [Team] = []
    /// By `year/id`.
    private var indexByKey: [String: Int] = [:]

    init(_ visible: VisibleContent, enterprises: EnterpriseIndex, associations: AssociationIndex) {
        teams.reserveCapacity(visible.editions.reduce(0) { $0 + $1.roster.count })
        for (editionIndex, edition) in visible.editions.enumerated() {
            for (offset, row) in edition.roster.enumerated() {
                guard let enterprise = enterprises.index(of: row) else { continue }
                let key = "\(edition.year.value)/\(row.id.value)"
                guard indexByKey[key] == nil else { continue }
                let withdrawnOn = row.standing.value == .withdrawn ? row[RosterFields.withdrawnOn]?.value : nil
                indexByKey[key] = teams.count
                teams.append(
                    Team(
                        row: row, year: edition.year.value, writeUp: visible.writeUps[key],
                        // A withdrawal that lies ahead of the build's day has not happened yet.
                        isHeld: row.standing.value == .held || (withdrawnOn.map { $0 > visible.day } ?? false),
                        edition: editionIndex, enterprise: enterprise, association: associations.index(of: row),
                        number: offset + 1))
            }
        }
    }

    subscript(key: String) -> Int? { indexByKey[key] }

    /// All keys, for suggestions.
    var keys: [String] { teams.map(\.key) }

    /// Fills in what needs all teams and practices: facets, practices and the teams that are most alike.
    mutating func relate(
        facets: FacetIndex, practices: PracticeList, visible: VisibleContent, findings: inout [Diagnostic]
    ) {
        for index in teams.indices {
            guard let writeUp = teams[index].writeUp else { continue }
            teams[index].methods = facets.methodIndices(writeUp[CommonFields.methods])
            teams[index].works = facets.worksIndices(writeUp[CommonFields.works])
            for reference in writeUp[WriteUpFields.practices] {
                if let practice = practices[reference.value] {
                    if !teams[index].practices.contains(practice) { teams[index].practices.append(practice) }
                    continue
                }
                let paths = [
                    "content/practices/\(reference.value).md", "content/practices/\(reference.value)/index.md",
                ]
                if let draft = visible.withheld.first(where: { paths.contains($0.path.text) }) {
                    findings.append(draft.finding(at: reference.range, on: visible.shownDay))
                } else if !paths.contains(where: visible.unusable.paths.contains) {
                    findings.append(PracticeList.unknownPractice(reference, known: practices.slugs))
                }
            }
        }
        for (index, practice) in practices.practices.enumerated() {
            for team in practice.teams where !teams[team].practices.contains(index) {
                teams[team].practices.append(index)
            }
        }
        let likeness = Likeness(
            facetsOf: teams.map { team in
                team.writeUp == nil ? [] : team.works.map { $0 * 2 } + team.methods.map { $0 * 2 + 1 }
            })
        let enterprises = teams.map(\.enterprise)
        for index in teams.indices where teams[index].writeUp != nil {
            teams[index].related = likeness.nearest(to: index, count: 4) { enterprises[$0] != enterprises[index] }
        }
    }
}
