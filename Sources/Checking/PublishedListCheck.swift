import Content
import Diagnostics
import SiteModel

/// Compares the lists of a site with what the ledger says of them: a list that was published changes by a decision, which a
/// correction tells, and not by an edit.
struct PublishedListCheck {
    private let records: PublishedRecords
    private let site: Site
    private let failedPaths: Set<String>
    /// Ids of the entries of `enterprises.yaml` by their names.
    private let entriesByName: [String: String]
    /// Addresses of enterprises and associations by the names they were published with.
    private let addressesByName: [String: [String]]

    /// - Parameter failedPaths: paths of files with errors, which explain what is lacking.
    init(records: PublishedRecords, site: Site, failedPaths: Set<String>) {
        self.records = records
        self.site = site
        self.failedPaths = failedPaths
        entriesByName = Dictionary(
            site.enterprises.flatMap { enterprise in
                (enterprise.entry?.names ?? []).map { (ComparableName.key($0.name.value), enterprise.id) }
            }, uniquingKeysWith: { first, _ in first })
        addressesByName = Dictionary(grouping: records.names.keys) { records.names[$0] ?? "" }
    }

    struct Result {
        var findings: [Diagnostic] = []
        /// Addresses whose loss is told.
        var explained: Set<String> = []
    }

    func run() -> Result {
        var result = Result()
        for edition in site.editions where edition.state != .draft {
            guard let list = records.lists[edition.year] else { continue }
            compare(edition, with: list, &result)
        }
        return result
    }

    private func compare(_ edition: Edition, with list: PublishedRecords.List, _ result: inout Result) {
        let recorded = Dictionary(list.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let corrections = Corrections(edition.entry.corrections)
        let there = Set(edition.entry.roster.map(\.id.value.text))
        // An id that was changed is one finding, not a team that is gone and one that is new.
        var gone = Dictionary(
            list.teams.filter { !there.contains($0.id) }.map { (Self.key($0.name, $0.enterprise), $0) },
            uniquingKeysWith: { first, _ in first })
        var renumbered: Set<String> = []
        // Ledgers of earlier versions know ids alone.
        let isListed: (String) -> Bool =
            recorded.isEmpty ? { list.ids.isEmpty || list.ids.contains($0) } : { recorded[$0] != nil }
        for row in edition.entry.roster {
            let id = row.id.value.text
            if let first = recorded[id] {
                guard let change = change(of: row, since: first, corrections) else { continue }
                result.findings.append(changed(row, change, in: edition))
                // The enterprise's page goes with the name.
                result.explained.formUnion(change.isOfTeam ? [] : addressesByName[change.old] ?? [])
            } else if !isListed(id) {
                let first = gone.removeValue(forKey: Self.key(row.team.value, row.enterprise.value))
                if let first {
                    renumbered.insert(first.id)
                    if corrections.tell(id, first.id) { continue }
                    result.findings.append(self.renumbered(row, first, in: edition))
                    result.explained.insert(address(of: first, in: edition))
                } else if !corrections.has(id) {
                    result.findings.append(added(row, in: edition))
                }
            }
        }
        // Who is missing after objections was on no decided list.
        guard list.isFinal, !failedPaths.contains("content/awards/\(edition.year)/roster.csv") else { return }
        for team in list.teams
        where !there.contains(team.id) && !renumbered.contains(team.id) && !corrections.name(team) {
            result.findings.append(vanished(team, in: edition))
            result.explained.insert(address(of: team, in: edition))
        }
    }

    private static func key(_ team: String, _ enterprise: String) -> String {
        ComparableName.key(team) + "\n" + ComparableName.key(enterprise)
    }

    private func address(of team: PublishedRecords.Team, in edition: Edition) -> String {
        SiteURL.edition(edition.year) + team.id + "/"
    }

    // MARK: Names

    private struct Change {
        let isOfTeam: Bool
        let cell: Located<String>
        let old: String
    }

    /// What a row is called otherwise than it was published, unless a correction or the history of an enterprise's name
    /// tells it.
    private func change(
        of row: RosterRow, since first: PublishedRecords.Team, _ corrections: Corrections
    ) -> Change? {
        if ComparableName.key(row.team.value) != ComparableName.key(first.name),
            !corrections.tell(row.id.value.text, row.team.value)
        {
            return Change(isOfTeam: true, cell: row.team, old: first.name)
        }
        if ComparableName.key(row.enterprise.value) != ComparableName.key(first.enterprise),
            !corrections.tell(row.id.value.text, row.enterprise.value),
            !isSameEnterprise(row.enterprise.value, first.enterprise)
        {
            return Change(isOfTeam: false, cell: row.enterprise, old: first.enterprise)
        }
        return nil
    }

    /// Whether one entry of `enterprises.yaml` has both names.
    private func isSameEnterprise(_ one: String, _ other: String) -> Bool {
        guard let entry = entriesByName[ComparableName.key(one)] else { return false }
        return entry == entriesByName[ComparableName.key(other)]
    }

    private func changed(_ row: RosterRow, _ change: Change, in edition: Edition) -> Diagnostic {
        let (id, new) = (row.id.value, change.cell.value)
        let kind = change.isOfTeam ? ("班组名称", "team") : ("企业名称", "enterprise")
        let text = Self.quoted("\(kind.0)由“\(change.old)”更正为“\(new)”")
        let english = Self.quoted("The \(kind.1)'s name is corrected from “\(change.old)” to “\(new)”")
        return Diagnostic(
            .changedList, at: change.cell.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时，\(id) 的\(kind.0)是“\(change.old)”，现在是“\(new)”，没有更正说明。",
                en:
                    "When the list of \(edition.year) was published, the \(kind.1) of \(id) was called “\(change.old)”; now it is “\(new)”, and no correction says so."
            ),
            help: LocalizedText(
                zh: (change.isOfTeam ? "名单保留授予时的名称，" : "名单保留授予时的名称：企业后来改名的，这里改回来，新名称写进 enterprises.yaml 的“名称”。")
                    + "公开时写错了的，在 \(edition.entry.page.path) 写：更正: [\(Self.entry(site, id: id.text, zh: text))]",
                en: (change.isOfTeam
                    ? "A list keeps the names it was decided with. "
                    : "A list keeps the names it was decided with: where the enterprise was renamed later, undo the change and add the new name to `names` in enterprises.yaml. ")
                    + "Where it was wrong, write in \(edition.entry.page.path): corrections: [\(Self.entry(site, id: id.text, en: english))]"
            ), related: ledger(records.lists[edition.year]?.teams.first { $0.id == id.text }))
    }

    // MARK: Teams

    private func added(_ row: RosterRow, in edition: Edition) -> Diagnostic {
        let id = row.id.value
        let text = Self.quoted("增补“\(row.team.value)”（\(row.enterprise.value)），依据：……")
        let english = Self.quoted("“\(row.team.value)” (\(row.enterprise.value)) is added, by the decision …")
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时没有 \(id)“\(row.team.value)”（\(row.enterprise.value)），也没有说明为何增加。",
                en:
                    "When the list of \(edition.year) was published, it did not have \(id) “\(row.team.value)” (\(row.enterprise.value)), and nothing says why it was added."
            ),
            help: LocalizedText(
                zh:
                    "不该加的请删去这一行；有决定的，在 \(edition.entry.page.path) 写：更正: [\(Self.entry(site, id: id.text, zh: text))]",
                en:
                    "Delete the row if it should not be there; where it was decided, write in \(edition.entry.page.path): corrections: [\(Self.entry(site, id: id.text, en: english))]"
            ))
    }

    private func renumbered(_ row: RosterRow, _ first: PublishedRecords.Team, in edition: Edition) -> Diagnostic {
        let id = row.id.value
        let text = Self.quoted("编号由 \(first.id) 更正为 \(id)")
        let english = Self.quoted("The id is corrected from \(first.id) to \(id)")
        let address = address(of: first, in: edition)
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时，“\(first.name)”的编号是 \(first.id)，现在是 \(id)；编号是网页的地址。",
                en:
                    "When the list of \(edition.year) was published, the id of “\(first.name)” was \(first.id); now it is \(id). An id is an address."
            ),
            help: LocalizedText(
                zh:
                    "请改回 \(first.id)。一定要改的，在 \(edition.entry.page.path) 写：更正: [\(Self.entry(site, id: id.text, zh: text))]，再写：旧网址: [\(address)]",
                en:
                    "Write \(first.id) again. Where it has to change, write in \(edition.entry.page.path): corrections: [\(Self.entry(site, id: id.text, en: english))], and aliases: [\(address)]"
            ), related: ledger(first))
    }

    private func vanished(_ team: PublishedRecords.Team, in edition: Edition) -> Diagnostic {
        let text = Self.quoted("删去 \(team.id)“\(team.name)”（\(team.enterprise)），原因：……")
        let english = Self.quoted("\(team.id) “\(team.name)” (\(team.enterprise)) is removed, because …")
        let address = address(of: team, in: edition)
        return Diagnostic(
            .changedList, at: team.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度已公布的名单里有 \(team.id)“\(team.name)”（\(team.enterprise)），现在没有了。",
                en:
                    "The final list of \(edition.year) had \(team.id) “\(team.name)” (\(team.enterprise)), which is gone."
            ),
            help: LocalizedText(
                zh:
                    "请把这一行放回 roster.csv；撤销的，“状态”写“撤销”并写明日期和原因。确实列错的，在 \(edition.entry.page.path) 写：更正: [\(Self.entry(site, id: nil, zh: text))]，再写：旧网址: [\(address)]",
                en:
                    "Put the row back into roster.csv; a title that is withdrawn has the standing `withdrawn` with its day and reason. Where the row was a mistake, write in \(edition.entry.page.path): corrections: [\(Self.entry(site, id: nil, en: english))], and aliases: [\(address)]"
            ), url: address)
    }

    // MARK: Words

    private static func entry(_ site: Site, id: String?, zh text: String) -> String {
        "{日期: \(site.day), " + (id.map { "编号: \($0), " } ?? "") + "说明: \(text)}"
    }

    private static func entry(_ site: Site, id: String?, en text: String) -> String {
        "{date: \(site.day), " + (id.map { "id: \($0), " } ?? "") + "text: \(text)}"
    }

    /// A text as YAML takes it whatever it holds.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func ledger(_ team: PublishedRecords.Team?) -> [Diagnostic.Related] {
        team.map { [Diagnostic.Related(LocalizedText(zh: "公开时的名称", en: "as it was published"), at: $0.range)] } ?? []
    }

    /// The corrections of an edition, as far as they tell of changes of its list.
    private struct Corrections {
        private let textsByID: [String: [String]]
        private let texts: [String]

        init(_ corrections: [EditionEntry.Correction]) {
            texts = corrections.map { ComparableName.key($0.text.value) }
            textsByID = Dictionary(grouping: corrections.filter { $0.id != nil }) { $0.id?.value ?? "" }
                .mapValues { $0.map { ComparableName.key($0.text.value) } }
        }

        /// Whether one is about a team.
        func has(_ id: String) -> Bool { textsByID[id] != nil }

        /// Whether one about a team says what it is called now.
        func tell(_ id: String, _ name: String) -> Bool {
            textsByID[id]?.contains { $0.contains(ComparableName.key(name)) } ?? false
        }

        /// Whether one names a team that is gone, by its name and its id or enterprise.
        func name(_ team: PublishedRecords.Team) -> Bool {
            guard !texts.isEmpty else { return false }
            let name = ComparableName.key(team.name)
            return texts.contains { text in
                text.contains(name)
                    && (text.contains(team.id) || text.contains(ComparableName.key(team.enterprise)))
            }
        }
    }
}
