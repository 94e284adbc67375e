import Content
import Diagnostics
import Rules
import Values

/// Compares the ids that rosters give to enterprises with those that the names have in `enterprises.yaml`.
struct StatedEnterpriseIDs {
    /// The entries of each comparable name: namesakes have one each.
    private let entriesByName: [String: [EnterpriseEntry]]
    /// Ids that several entries have, which is found at them: nobody knows whose they are.
    private let sharedIDs: Set<Slug>

    init(_ entries: [EnterpriseEntry]) {
        sharedIDs = Set(Dictionary(grouping: entries, by: \.id.value).filter { $0.value.count > 1 }.keys)
        entriesByName = Dictionary(
            grouping: entries.flatMap { entry in
                Set(entry.names.map { ComparableName.key($0.name.value) }).map { (key: $0, entry: entry) }
            }, by: \.key
        ).mapValues { $0.map(\.entry) }
    }

    /// The entry that has the name of a row's enterprise, where the row gives another id; `nil` where they agree, or the
    /// name stands in no entry.
    func owner(contradicting row: RosterRow) -> EnterpriseEntry? {
        guard !entriesByName.isEmpty, let id = row[RosterFields.enterpriseID]?.value,
            let entries = entriesByName[ComparableName.key(row.enterprise.value)],
            !entries.contains(where: { $0.id.value == id || sharedIDs.contains($0.id.value) })
        else { return nil }
        return entries.first
    }

    static func finding(about row: RosterRow, _ owner: EnterpriseEntry) -> Diagnostic {
        let (name, id) = (row.enterprise.value, owner.id.value)
        let cell = row[RosterFields.enterpriseID]
        let stated = cell?.value.text ?? ""
        return Diagnostic(
            .rosterEnterpriseID, at: cell?.range ?? row.enterprise.range,
            message: LocalizedText(
                zh: "企业编号写的是“\(stated)”，“\(name)”在 enterprises.yaml 中的编号却是“\(id)”。",
                en: "The enterprise's id is “\(stated)” here, but “\(id)” in enterprises.yaml for “\(name)”."),
            help: LocalizedText(
                zh:
                    "同一企业请写“\(id)”，或清空这一格；enterprises.yaml 中的编号改过的，各年名单一起改；同名的另一家企业，请以编号“\(stated)”也列入 enterprises.yaml。",
                en:
                    "For that enterprise, write “\(id)” or empty the cell; where the id was changed there, change it in all rosters; list another enterprise of the same name in enterprises.yaml under “\(stated)”."
            ),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "enterprises.yaml 中的编号", en: "the id in enterprises.yaml"), at: owner.id.range)
            ])
    }
}
