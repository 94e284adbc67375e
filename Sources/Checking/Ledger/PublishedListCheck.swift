import Content
import Diagnostics
import SiteModel
import Values

/// Compares the lists of a site with what the ledger says of them: a list that was published changes by a decision, which a
/// correction tells, and not by an edit.
struct PublishedListCheck {
    private let records: PublishedRecords
    private let site: Site
    private let failedPaths: Set<String>
    private let enterpriseNames: RenamedEnterprises
    /// Addresses of enterprises and associations by the names they were published with.
    private let addressesByName: [String: [String]]
    /// Names of the enterprises that have pages, as names are compared.
    private let currentEnterprises: Set<String>

    /// - Parameter failedPaths: paths of files with errors, which explain what is lacking.
    init(records: PublishedRecords, site: Site, failedPaths: Set<String>) {
        self.records = records
        self.site = site
        self.failedPaths = failedPaths
        enterpriseNames = RenamedEnterprises(site, failedPaths: failedPaths)
        currentEnterprises = Set(
            site.enterprises.lazy.filter { !$0.teams.isEmpty }.flatMap { enterprise in
                ((enterprise.entry?.names ?? []).map(\.name.value) + [enterprise.name]).map(ComparableName.key)
            })
        addressesByName = Dictionary(grouping: records.names.keys) { records.names[$0] ?? "" }
    }

    struct Result {
        var findings: [Diagnostic] = []
        /// Addresses whose loss is told.
        var explained: Set<String> = []
        /// Years whose lists cannot be read or are not there, which others tell: what is made of them is not missing too.
        var unsettledYears: Set<Int> = []
        /// What the enterprise of a team is called now, by the name that it was published with, as names are compared.
        var renamedEnterprises: [String: String] = [:]
    }

    func run() -> Result {
        var result = Result()
        let editions = Dictionary(
            site.editions.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
        for (year, list) in records.lists.sorted(by: { $0.key > $1.key }) {
            guard let edition = editions[year], edition.state != .draft else {
                result.unsettledYears.insert(year)
                guard list.isFinal, let range = list.range, !isFailed(year) else { continue }
                let isHidden = editions[year] != nil || site.withheld.contains { $0.edition == year }
                result.findings.append(
                    PublishedListFindings.goneList(of: year, list.teams.count, at: range, isHidden: isHidden))
                result.explained.insert(SiteURL.edition(year))
                continue
            }
            if isUnsettled(edition) { result.unsettledYears.insert(year) }
            compare(edition, with: list, &result)
        }
        return result
    }

    /// Whether errors in the files of a year explain that it is not there.
    private func isFailed(_ year: Int) -> Bool {
        let folder = "content/awards/\(year)/"
        return failedPaths.union(site.unusablePaths).contains { $0.hasPrefix(folder) }
    }

    /// Whether rows of a list may be lacking because of errors that are told.
    private func isUnsettled(_ edition: Edition) -> Bool {
        failedPaths.contains("content/awards/\(edition.year)/roster.csv")
            || (edition.entry.roster.isEmpty && failedPaths.contains(edition.entry.page.path.text))
    }

    /// Ids that several rows have, which is told: nobody knows which of them is the one that was published.
    private func repeatedIDs(of edition: Edition) -> Set<String> {
        guard isUnsettled(edition) else { return [] }
        return Set(
            Dictionary(grouping: edition.entry.roster, by: \.id.value.text).filter { $0.value.count > 1 }.keys)
    }

    private func compare(_ edition: Edition, with list: PublishedRecords.List, _ result: inout Result) {
        let recorded = Dictionary(list.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let corrections = ListCorrections(of: edition.entry, until: site.day)
        var words = PublishedListFindings(site: site, edition: edition, corrections: corrections)
        if list.isFinal, edition.state != .final { result.findings.append(words.notFinalAnyMore()) }
        if let first = list.published, let now = edition.entry.published, edition.state == .final, now.value != first,
            !corrections.tell(published: first, now: now.value)
        {
            result.findings.append(words.otherDay(first, now))
        }
        let there = Set(edition.entry.roster.map(\.id.value.text))
        // An id that was changed is one finding, not a team that is gone and one that is new.
        var gone = Dictionary(
            list.teams.filter { !there.contains($0.id) }.map { (Self.key($0.name, $0.enterprise), $0) },
            uniquingKeysWith: { first, _ in first })
        let isListed: (String) -> Bool =
            list.hasNames ? { recorded[$0] != nil } : { list.ids.isEmpty || list.ids.contains($0) }
        let repeated = repeatedIDs(of: edition)
        for row in edition.entry.roster where !repeated.contains(row.id.value.text) {
            let id = row.id.value.text
            let first = gone.isEmpty ? nil : gone.removeValue(forKey: Self.key(row.team.value, row.enterprise.value))
            if let published = recorded[id], Self.differ(row.enterprise.value, published.enterprise),
                !Self.differ(row.team.value, published.name)
            {
                result.renamedEnterprises[ComparableName.key(published.enterprise)] = row.enterprise.value
            }
            let all = recorded[id].map { self.changes(of: row, since: $0, corrections) } ?? []
            if let published = recorded[id], !all.isEmpty {
                let lost = lostProvince(of: published, list, edition, result)
                // What contradicts a correction is told there, with all that went with it.
                let changes = all.filter {
                    !corrections.contradict($0.part, of: id, from: $0.old.zh, to: $0.new.zh)
                }
                if !changes.isEmpty {
                    result.findings.append(
                        words.changed(
                            row, changes, since: published, ownID: ownID(of: row, changes, among: list),
                            enterprise: enterprise(of: row, since: published),
                            isOtherTeam: isOtherTeam(row, since: published), lost: lost))
                }
                result.explained.formUnion(lost)
                // The enterprise's page goes with the name.
                for change in all where change.part == .enterprise {
                    result.explained.formUnion(addressesByName[change.old.zh] ?? [])
                }
                if let first { result.explained.insert(words.address(of: first)) }
            } else if let first {
                // Once it was published under its new id as well, the correction has to stay.
                guard !corrections.tell(renumbered: first, to: id) else { continue }
                result.findings.append(words.renumbered(row, first))
                result.explained.insert(words.address(of: first))
            } else if !isListed(id), !corrections.tell(added: row) {
                result.findings.append(words.added(row))
            }
        }
        guard !isUnsettled(edition) else { return }
        let missing = Set(gone.values.map(\.id))
        for team in list.teams where missing.contains(team.id) {
            let lost = lostAddresses(of: team, list, edition, result)
            if list.isFinal, corrections.removal(of: team.id, named: team.name) == nil {
                result.findings.append(words.vanished(team, lost: lost))
            } else if !lost.isEmpty {
                result.findings.append(list.isFinal ? words.addressesOfRemoved(team, lost) : words.leftOut(team, lost))
            }
            result.explained.formUnion(lost)
        }
    }

    // MARK: Addresses

    /// The published pages that went with a team: its own, that of its province in the list and that of its enterprise,
    /// where they had no other. What is told already is none of them.
    private func lostAddresses(
        of team: PublishedRecords.Team, _ list: PublishedRecords.List, _ edition: Edition, _ result: Result
    ) -> [String] {
        let own = list.ids.contains(team.id) ? [SiteURL.edition(edition.year) + team.id + "/"] : []
        let enterprise =
            currentEnterprises.contains(ComparableName.key(team.enterprise))
            ? [] : (addressesByName[team.enterprise] ?? []).filter { $0.hasPrefix(SiteURL.enterprises) }.sorted()
        return own.filter { site.routes[$0] == nil && !result.explained.contains($0) }
            + lostProvince(of: team, list, edition, result)
            + enterprise.filter { site.routes[$0] == nil && !result.explained.contains($0) }
    }

    /// The page of a team's province in the list, where it went with the team.
    private func lostProvince(
        of team: PublishedRecords.Team, _ list: PublishedRecords.List, _ edition: Edition, _ result: Result
    ) -> [String] {
        guard let province = team.province.flatMap(Province.init(named:)), list.ids.contains(province.slug) else {
            return []
        }
        let url = SiteURL.edition(edition.year, of: province)
        return site.routes[url] == nil && !result.explained.contains(url) ? [url] : []
    }

    private static func key(_ team: String, _ enterprise: String) -> String {
        ComparableName.key(team) + "\n" + ComparableName.key(enterprise)
    }

    /// The id under which another row of the published list had the names that a row has now: ids were exchanged.
    private func ownID(
        of row: RosterRow, _ changes: [ListChange], among list: PublishedRecords.List
    ) -> String? {
        guard changes.contains(where: { $0.part == .team }) else { return nil }
        let key = Self.key(row.team.value, row.enterprise.value)
        return list.teams.first { $0.id != row.id.value.text && Self.key($0.name, $0.enterprise) == key }?.id
    }

    // MARK: Names

    /// The entry of `enterprises.yaml` that has the names of a row's enterprise, or has to; `nil` where its id is not known.
    private func enterprise(of row: RosterRow, since first: PublishedRecords.Team) -> PublishedListFindings.Entry? {
        let key = ComparableName.key(first.enterprise)
        let known = site.enterprises.first { enterprise in
            (enterprise.entry?.names ?? []).contains { ComparableName.key($0.name.value) == key }
        }
        if let known { return .init(id: known.id, isThere: true) }
        if let id = row[RosterFields.enterpriseID]?.value.text {
            return .init(id: id, isThere: site.enterprises.contains { $0.id == id && $0.entry != nil })
        }
        let page = (addressesByName[first.enterprise] ?? []).first {
            $0.hasPrefix(SiteURL.enterprises) && $0.hasSuffix("/") && $0.count > SiteURL.enterprises.count + 1
        }
        return page.map { .init(id: String($0.dropFirst(SiteURL.enterprises.count).dropLast()), isThere: false) }
    }

    /// What a row has otherwise than it was published, unless a correction or the history of an enterprise's name tells it.
    private func changes(
        of row: RosterRow, since first: PublishedRecords.Team, _ corrections: ListCorrections
    ) -> [ListChange] {
        var changes: [ListChange] = []
        func add(_ part: ListChange.Part, _ old: String, _ now: Located<String>) {
            guard !corrections.tell(part, of: first.id, from: old, to: now.value) else { return }
            changes.append(ListChange(part, at: now.range, from: old, to: now.value))
        }
        if Self.differ(row.team.value, first.name) { add(.team, first.name, row.team) }
        if Self.differ(row.enterprise.value, first.enterprise),
            !enterpriseNames.areOne(row.enterprise.value, first.enterprise)
        {
            add(.enterprise, first.enterprise, row.enterprise)
        }
        if let old = first.province, old != row.province.value.shortName {
            add(.province, old, row.province.map(\.shortName))
        }
        if let old = first.origin, let now = TeamOrigin(row), !areOne(old, now),
            !corrections.tell(.recommender, of: first.id, from: old.words.zh, to: now.words.zh)
        {
            changes.append(ListChange(.recommender, at: TeamOrigin.range(in: row), from: old.words, to: now.words))
        }
        guard first.isWithdrawn else { return changes }
        let isReinstated = corrections.tellReinstatement(of: first.id, withdrawnOn: first.withdrawnOn)
        if !row.withdrawal(by: site.day).isWithdrawn {
            if !isReinstated { changes.append(.withdrawalIsGone(at: row.standing.range)) }
        } else if let old = first.withdrawnOn, let day = row[RosterFields.withdrawnOn], day.value != old {
            // A title that was given back may be withdrawn again.
            let again = corrections.reinstatement(of: first.id).map { $0.date <= day.value } ?? false
            if !isReinstated || !again { add(.withdrawnOn, "\(old)", day.map(\.description)) }
        }
        return changes
    }

    /// Whether two say the same: an association may have got another name since, at the same address.
    private func areOne(_ old: TeamOrigin, _ now: TeamOrigin) -> Bool {
        guard case .recommended(let first) = old, case .recommended(let name) = now else { return old == now }
        let key = ComparableName.key(first)
        if key == ComparableName.key(name) { return true }
        guard let association = site.associations.first(where: { $0.name == name }) else { return false }
        return records.names[association.url].map(ComparableName.key) == key
    }

    /// Whether a row has neither the team nor the enterprise that were published under its id.
    private func isOtherTeam(_ row: RosterRow, since first: PublishedRecords.Team) -> Bool {
        Self.differ(row.team.value, first.name) && Self.differ(row.enterprise.value, first.enterprise)
            && !enterpriseNames.areOne(row.enterprise.value, first.enterprise)
    }

    private static func differ(_ one: String, _ other: String) -> Bool {
        one != other && ComparableName.key(one) != ComparableName.key(other)
    }
}

/// Which names of enterprises `enterprises.yaml` gives to one.
struct RenamedEnterprises {
    /// Ids of entries by their names, as names are compared.
    private let entriesByName: [String: String]
    /// An entry with errors has all names.
    private let isUnsettled: Bool

    init(_ site: Site, failedPaths: Set<String>) {
        isUnsettled = failedPaths.contains("content/enterprises.yaml")
        entriesByName = Dictionary(
            site.enterprises.flatMap { enterprise in
                (enterprise.entry?.names ?? []).map { (ComparableName.key($0.name.value), enterprise.id) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether one entry has both names.
    func areOne(_ one: String, _ other: String) -> Bool {
        if isUnsettled { return true }
        guard let entry = entriesByName[ComparableName.key(one)] else { return false }
        return entry == entriesByName[ComparableName.key(other)]
    }
}

/// What one cell of a published list has now.
struct ListChange {
    enum Part {
        case team, enterprise, province, recommender, standing, withdrawnOn
    }

    let part: Part
    let range: SourceRange
    let old: LocalizedText
    let new: LocalizedText

    init(_ part: Part, at range: SourceRange, from old: LocalizedText, to new: LocalizedText) {
        (self.part, self.range, self.old, self.new) = (part, range, old, new)
    }

    /// - Parameter part: one whose words are the same in every language.
    init(_ part: Part, at range: SourceRange, from old: String, to new: String) {
        self.init(part, at: range, from: LocalizedText(same: old), to: LocalizedText(same: new))
    }

    /// What a row has in the place of a part, as corrections write it; `nil` for nothing.
    static func value(of part: Part, in row: RosterRow) -> String? {
        switch part {
        case .team: row.team.value
        case .enterprise: row.enterprise.value
        case .province: row.province.value.shortName
        case .recommender: TeamOrigin(row)?.words.zh
        case .standing: row.standing.value == .withdrawn ? "撤销" : "有效"
        case .withdrawnOn: row[RosterFields.withdrawnOn].map { "\($0.value)" }
        }
    }

    /// A title that was published as withdrawn, and is held.
    static func withdrawalIsGone(at range: SourceRange) -> Self {
        Self(
            .standing, at: range, from: LocalizedText(zh: "撤销", en: "withdrawn"),
            to: LocalizedText(zh: "有效", en: "held"))
    }
}
