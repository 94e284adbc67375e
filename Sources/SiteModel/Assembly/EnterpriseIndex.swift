import Content
import Diagnostics
import Rules
import Values

/// Which enterprise a roster row means: by its id, by a name of `enterprises.yaml`, else by the name itself.
struct EnterpriseIndex {
    private struct Draft {
        let id: String
        let name: String
        let entry: EnterpriseEntry?
    }

    private let drafts: [Draft]
    private let indexByKey: [String: Int]

    init(_ visible: VisibleContent, pinyin: Pinyin, findings: inout [Diagnostic]) {
        var drafts: [Draft] = []
        var indexByID: [String: Int] = [:]
        var indexByKey: [String: Int] = [:]
        var firstRange: [String: SourceRange] = [:]
        var rowBySlug: [String: RosterRow] = [:]

        for entry in visible.enterprises {
            let id = entry.id.value.text
            guard indexByID[id] == nil else { continue }
            let index = drafts.count
            indexByID[id] = index
            firstRange[id] = entry.id.range
            for name in entry.names { indexByKey[ComparableName.key(name.name.value)] = index }
            indexByKey["id:" + id] = index
            drafts.append(Draft(id: id, name: entry.names.last?.name.value ?? id, entry: entry))
        }
        let stated = StatedEnterpriseIDs(visible.enterprises)
        // Newest edition first, so that an enterprise without an entry is called what it was called last.
        for edition in visible.editions {
            for row in edition.roster {
                let name = row.enterprise.value
                let key = Self.key(of: row)
                if let owner = stated.owner(contradicting: row) {
                    findings.append(StatedEnterpriseIDs.finding(about: row, owner))
                    // Without a page of that id: one finding is enough.
                    if indexByKey[key] == nil { indexByKey[key] = indexByID[owner.id.value.text] }
                }
                guard indexByKey[key] == nil else { continue }
                if row[RosterFields.enterpriseID] == nil {
                    var slug = pinyin.addressSegment(name, below: "/enterprises/")
                    guard !slug.isEmpty else {
                        findings.append(Self.emptySlug(row))
                        continue
                    }
                    if let other = firstRange[slug] {
                        findings.append(
                            Self.collision(
                                row, other: rowBySlug[slug], slug: slug, at: other, isTaken: firstRange.keys.contains))
                        // One finding is enough: pages that are never published need no second one about their address.
                        slug += "-\(drafts.count)"
                    }
                    firstRange[slug] = row.enterprise.range
                    rowBySlug[slug] = row
                    indexByKey[key] = drafts.count
                    drafts.append(Draft(id: slug, name: name, entry: nil))
                } else if let id = row[RosterFields.enterpriseID] {
                    // The id that the name has by itself, written out: an enterprise that is there under its name.
                    if let same = indexByKey[ComparableName.key(name)], drafts[same].id == id.value.text {
                        indexByKey[key] = same
                        continue
                    }
                    firstRange[id.value.text] = id.range
                    indexByKey[key] = drafts.count
                    // Rows of other years that give the name alone mean the same enterprise.
                    if indexByKey[ComparableName.key(name)] == nil {
                        indexByKey[ComparableName.key(name)] = drafts.count
                    }
                    drafts.append(Draft(id: id.value.text, name: name, entry: nil))
                }
            }
        }
        let sortKeys = drafts.map { pinyin.sortKey($0.name) }
        let order = drafts.indices.sorted { sortKeys[$0] < sortKeys[$1] }
        var place = [Int](repeating: 0, count: drafts.count)
        for (position, index) in order.enumerated() { place[index] = position }
        self.drafts = order.map { drafts[$0] }
        self.indexByKey = indexByKey.mapValues { place[$0] }
    }

    /// The enterprise's index; `nil` only for a name that is an error already.
    func index(of row: RosterRow) -> Int? {
        indexByKey[Self.key(of: row)] ?? indexByKey[ComparableName.key(row.enterprise.value)]
    }

    func index(ofID id: String) -> Int? { indexByKey["id:" + id] }

    /// The enterprises with their teams. Those without a team have no page.
    func enterprises(teams: [Team]) -> [Enterprise] {
        var teamsOf = [[Int]](repeating: [], count: drafts.count)
        for (index, team) in teams.enumerated() { teamsOf[team.enterprise].append(index) }
        var enterprises = drafts.enumerated().map { index, draft in
            Enterprise(
                id: draft.id, name: draft.name, entry: draft.entry, teams: teamsOf[index],
                provinces: Array(Set(teamsOf[index].map { teams[$0].province })).sorted())
        }
        for (index, draft) in drafts.enumerated() {
            guard let parentID = draft.entry?.parent?.id.value.text, let parent = self.index(ofID: parentID) else {
                continue
            }
            enterprises[index].parent = parent
            enterprises[parent].children.append(index)
        }
        return enterprises
    }

    private static func key(of row: RosterRow) -> String {
        row[RosterFields.enterpriseID].map { "id:" + $0.value.text } ?? ComparableName.key(row.enterprise.value)
    }

    private static func emptySlug(_ row: RosterRow) -> Diagnostic {
        Diagnostic(
            .emptySlug, at: row.enterprise.range,
            message: LocalizedText(
                zh: "企业名称“\(row.enterprise.value)”得不到网址。",
                en: "The enterprise's name “\(row.enterprise.value)” yields no address."),
            help: LocalizedText(
                zh: "请在“企业编号”列填写由小写字母、数字和 - 组成的编号。",
                en: "Give it an id of lower-case letters, digits and - in the column enterprise_id."))
    }

    /// Two names that sound alike. The newer row is the one that is being written: it bears the finding, and the older
    /// one, or the list, is shown beside it.
    ///
    /// - Parameters:
    ///   - other: the newer row of that address; `nil` where an entry of `enterprises.yaml` has it.
    ///   - isTaken: whether an address is in use.
    private static func collision(
        _ row: RosterRow, other: RosterRow?, slug: String, at place: SourceRange, isTaken: (String) -> Bool
    ) -> Diagnostic {
        let (newer, older) = (other ?? row, other == nil ? place : row.enterprise.range)
        let olderName = other == nil ? nil : row.enterprise.value
        // The province tells namesakes apart; a number does where it does not.
        let candidates = ["\(slug)-\(newer.province.value.slug)"] + (2...99).map { "\(slug)-\($0)" }
        let id = candidates.first { !isTaken($0) && Slug.isValid($0) } ?? "\(newer.id.value)"
        let rest =
            olderName.map { LocalizedText(zh: "“\($0)”", en: "“\($0)”") }
            ?? LocalizedText(zh: "另一企业", en: "another enterprise")
        return Diagnostic(
            .slugCollision, at: newer.enterprise.range,
            message: LocalizedText(
                zh: "“\(newer.enterprise.value)”与\(rest.zh)得到同一个网址 /enterprises/\(slug)/。",
                en: "“\(newer.enterprise.value)” and \(rest.en) share the address /enterprises/\(slug)/."),
            help: LocalizedText(
                zh: "同一企业请统一名称；不同企业请在这一行的“企业编号”列填写编号，例如 \(id)。",
                en:
                    "Write one name for one enterprise; for another one, give this row an id in the column enterprise_id, such as \(id)."
            ),
            related: [Diagnostic.Related(LocalizedText(zh: "另一企业在这里", en: "the other one is here"), at: older)])
    }
}
