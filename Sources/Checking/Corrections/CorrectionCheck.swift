import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// Finds corrections that the list they are about contradicts.
package enum CorrectionCheck {
    /// - Parameter failedPaths: paths of files with errors, which explain what they lack.
    package static func findings(in site: Site, failedPaths: Set<String>) -> [Diagnostic] {
        let lists = site.editions.filter { $0.state != .draft && !$0.entry.corrections.isEmpty }
        guard !lists.isEmpty else { return [] }
        let names = RenamedEnterprises(site, failedPaths: failedPaths)
        return lists.flatMap { findings(in: $0, day: site.day, names) }
    }

    private static func findings(in edition: Edition, day: CalendarDate, _ names: RenamedEnterprises) -> [Diagnostic] {
        let corrections = ListCorrections(of: edition.entry, until: day)
        let ids = corrections.ids
        guard !ids.isEmpty else { return [] }
        let rows = Dictionary(
            edition.entry.roster.map { ($0.id.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        var lines = ListLines(day: day, edition: edition)
        var findings: [Diagnostic] = []
        for id in ids {
            guard let row = rows[id] else { continue }
            for cell in cells(of: row, by: day) {
                let latest = corrections.latest(cell.part, of: id)
                guard let last = latest.first, !latest.contains(where: { isSame(cell.part, $0.to, cell.value, names) })
                else { continue }
                let old = LocalizedText(same: last.to)
                let new = cell.part == .recommender ? TeamOrigin(row)?.words : nil
                let change = ListChange(
                    cell.part, at: cell.range, from: old, to: new ?? LocalizedText(same: cell.value))
                let others = edition.entry.roster.filter { other in
                    other !== row
                        && ListChange.value(of: cell.part, in: other).map {
                            isSame(cell.part, last.to, $0, names)
                        } ?? false
                }
                // Only names tell whose row is meant.
                let meant = [.team, .enterprise].contains(cell.part) && others.count == 1 ? others.first : nil
                findings.append(contradicted(last.told, id, change, meant: meant, edition, &lines))
            }
            if let told = corrections.removal(of: id, named: row.team.value) {
                findings.append(stillThere(told, row, edition, &lines))
            }
            let withdrawal = row.withdrawal(by: day)
            if let told = corrections.reinstatement(of: id), withdrawal.isWithdrawn,
                withdrawal.day.map({ $0 <= told.date }) ?? true
            {
                findings.append(stillWithdrawn(told, row))
            }
        }
        return findings
    }

    private static func cells(of row: RosterRow, by day: CalendarDate) -> [(
        part: ListChange.Part, value: String, range: SourceRange
    )] {
        var cells: [(part: ListChange.Part, value: String, range: SourceRange)] = [
            (.team, row.team.value, row.team.range), (.enterprise, row.enterprise.value, row.enterprise.range),
            (.province, row.province.value.shortName, row.province.range),
        ]
        if let origin = TeamOrigin(row) { cells.append((.recommender, origin.words.zh, TeamOrigin.range(in: row))) }
        if let date = row.withdrawal(by: day).day { cells.append((.withdrawnOn, "\(date)", row.standing.range)) }
        return cells
    }

    private static func isSame(
        _ part: ListChange.Part, _ told: String, _ value: String, _ names: RenamedEnterprises
    ) -> Bool {
        ListCorrections.areSame(part, told, value) || (part == .enterprise && names.areOne(told, value))
    }

    // MARK: Findings

    /// - Parameters:
    ///   - change: from what the correction says to what the list has.
    ///   - meant: the only other row that has what the correction says.
    private static func contradicted(
        _ told: ListCorrections.Told, _ id: String, _ change: ListChange, meant: RosterRow?, _ edition: Edition,
        _ lines: inout ListLines
    ) -> Diagnostic {
        let own = meant.map { row in
            LocalizedText(
                zh: "说的是 \(row.id.value) 的，请改更正的编号；", en: "If it is about \(row.id.value), write that id; if")
        }
        let line = lines.correction(id: id, ListLines.sentence([change]))
        let (path, part) = (edition.entry.page.path, change.part.name)
        return Diagnostic(
            .correctionContradicted, at: told.range,
            message: LocalizedText(
                zh: "更正说 \(id) 的\(part.zh)是“\(change.old.zh)”，名单里却是“\(change.new.zh)”。",
                en:
                    "The correction says that, for \(id), \(part.en) is “\(change.old.en)”, but the list has “\(change.new.en)”."
            ),
            help: LocalizedText(
                zh: (own?.zh ?? "") + "更正对的，请在名单里改成“\(change.old.zh)”；名单对的，在 \(path) \(line.zh)",
                en:
                    "\(own?.en ?? "If") the correction is right, write “\(change.old.en)” in the list; if the list is, in \(path) \(line.en)"
            ),
            related: [
                Diagnostic.Related(LocalizedText(zh: "名单里的内容", en: "what the list has"), at: change.range)
            ])
    }

    private static func stillThere(
        _ told: ListCorrections.Told, _ row: RosterRow, _ edition: Edition, _ lines: inout ListLines
    ) -> Diagnostic {
        let (id, team, enterprise) = (row.id.value.text, row.team.value, row.enterprise.value)
        let line = lines.correction(
            id: id,
            LocalizedText(
                zh: "增补“\(team)”（\(enterprise)），依据：……", en: "“\(team)” (\(enterprise)) is added, by the decision …"))
        let path = edition.entry.page.path
        return Diagnostic(
            .correctionContradicted, at: told.range,
            message: LocalizedText(
                zh: "更正说 \(id)“\(team)”已经删去，名单里却还有。",
                en: "The correction says that \(id) “\(team)” was removed, but the list has it."),
            help: LocalizedText(
                zh: "更正对的，请从名单里删去这一行；又列入的，在 \(path) \(line.zh)",
                en: "If the correction is right, delete the row; if the team was listed again, in \(path) \(line.en)"),
            related: [Diagnostic.Related(LocalizedText(zh: "名单里的内容", en: "what the list has"), at: row.id.range)])
    }

    private static func stillWithdrawn(_ told: ListCorrections.Told, _ row: RosterRow) -> Diagnostic {
        let (id, team) = (row.id.value.text, row.team.value)
        return Diagnostic(
            .correctionContradicted, at: told.range,
            message: LocalizedText(
                zh: "更正说 \(id)“\(team)”恢复有效，名单里却还是撤销。",
                en:
                    "The correction says that the title of \(id) “\(team)” is held again, but the list has it withdrawn."
            ),
            help: LocalizedText(
                zh: "更正对的，请把“状态”改为“有效”，并删去撤销日期和原因；以后又撤销的，写新的撤销日期。",
                en:
                    "If the correction is right, write the standing `held` and delete day and reason; if it was withdrawn again, write the new day."
            ),
            related: [
                Diagnostic.Related(LocalizedText(zh: "名单里的内容", en: "what the list has"), at: row.standing.range)
            ])
    }
}
