import Content
import Diagnostics
import SiteModel

/// What is said of a published list that changed without a correction, with the lines to write.
struct PublishedListFindings {
    let site: Site
    let edition: Edition

    /// The address of a team of the list.
    func address(of team: PublishedRecords.Team) -> String { SiteURL.edition(edition.year) + team.id + "/" }

    // MARK: Rows

    /// A row that has other values than it was published with.
    ///
    /// - Parameters:
    ///   - ownID: the id under which the team of the row was published.
    ///   - lost: addresses of the list that went with the change.
    func changed(
        _ row: RosterRow, _ changes: [ListChange], since first: PublishedRecords.Team, ownID: String?, lost: [String]
    ) -> Diagnostic {
        let (id, path) = (row.id.value.text, edition.entry.page.path)
        let told = changes.map { "\($0.part.name.zh)是“\($0.old.zh)”，现在是“\($0.new.zh)”" }.joined(separator: "；")
        let english = changes.map { "\($0.part.name.en) was “\($0.old.en)” and is now “\($0.new.en)”" }
            .joined(separator: "; ")
        let correction = LocalizedText(
            zh: changes.map { "\($0.part.name.zh)由“\($0.old.zh)”更正为“\($0.new.zh)”" }.joined(separator: "，"),
            en: changes.map { "\($0.part.name.en) is corrected from “\($0.old.en)” to “\($0.new.en)”" }
                .joined(separator: ", "))
        let way = advice(row, Set(changes.map(\.part)), ownID: ownID)
        let line = self.correction(id: id, correction)
        let old = lost.isEmpty ? LocalizedText(same: "") : oldAddresses(lost)
        return Diagnostic(
            .changedList, at: changes[0].range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时，\(id) 的\(told)，没有更正说明。",
                en: "When the list of \(edition.year) was published, for \(id), \(english). No correction says so."),
            help: LocalizedText(
                zh: "\(way.zh)公开时写错了的，在 \(path) \(line.zh)\(lost.isEmpty ? "" : "，再\(old.zh)")",
                en: "\(way.en) Where it was wrong, in \(path) \(line.en)\(lost.isEmpty ? "" : ", and \(old.en)")"),
            related: [
                Diagnostic.Related(LocalizedText(zh: "公开时的内容", en: "as it was published"), at: first.range)
            ])
    }

    /// What to do where the list was right.
    private func advice(_ row: RosterRow, _ parts: Set<ListChange.Part>, ownID: String?) -> LocalizedText {
        if let ownID {
            return LocalizedText(
                zh: "“\(row.team.value)”公开时的编号是 \(ownID)，请改回；编号是网页的地址，不能对调。",
                en:
                    "“\(row.team.value)” was published with the id \(ownID): write it again. Ids are addresses and are not exchanged."
            )
        }
        if parts.isSuperset(of: [.team, .enterprise]) {
            return LocalizedText(
                zh: "编号公开后不能给别的班组：请把原来的一行放回来，新的班组另写编号。",
                en:
                    "An id that was published is given to no other team: put the old row back, and give the new team an id of its own."
            )
        }
        if parts.contains(.enterprise) {
            return LocalizedText(
                zh: "名单保留授予时的名称：企业后来改名的，这里改回来，新名称写进 enterprises.yaml 的“名称”。",
                en:
                    "A list keeps the names it was decided with: where the enterprise was renamed later, undo the change and add the new name to `names` in enterprises.yaml."
            )
        }
        if parts == [.standing] {
            return LocalizedText(
                zh: "撤销是决定，请把“状态”改回“撤销”并保留日期和原因。",
                en: "A withdrawal is a decision: write `withdrawn` again, with its day and reason.")
        }
        return LocalizedText(zh: "名单保留公布时的内容，请改回来。", en: "A list stays as it was decided: undo the change.")
    }

    /// A row that the published list did not have.
    func added(_ row: RosterRow) -> Diagnostic {
        let id = row.id.value.text
        let line = correction(
            id: id,
            LocalizedText(
                zh: "增补“\(row.team.value)”（\(row.enterprise.value)），依据：……",
                en: "“\(row.team.value)” (\(row.enterprise.value)) is added, by the decision …"))
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时没有 \(id)“\(row.team.value)”（\(row.enterprise.value)），也没有说明为何增加。",
                en:
                    "When the list of \(edition.year) was published, it did not have \(id) “\(row.team.value)” (\(row.enterprise.value)), and nothing says why it was added."
            ),
            help: LocalizedText(
                zh: "不该加的请删去这一行；有决定的，在 \(edition.entry.page.path) \(line.zh)",
                en:
                    "Delete the row if it should not be there; where it was decided, in \(edition.entry.page.path) \(line.en)"
            ))
    }

    /// A row whose team was published under another id.
    func renumbered(_ row: RosterRow, _ first: PublishedRecords.Team) -> Diagnostic {
        let id = row.id.value.text
        let line = correction(
            id: id,
            LocalizedText(
                zh: "编号由 \(first.id) 更正为 \(id)", en: "The id is corrected from \(first.id) to \(id)"))
        let old = oldAddresses([address(of: first)])
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时，“\(first.name)”的编号是 \(first.id)，现在是 \(id)；编号是网页的地址。",
                en:
                    "When the list of \(edition.year) was published, the id of “\(first.name)” was \(first.id); now it is \(id). An id is an address."
            ),
            help: LocalizedText(
                zh: "请改回 \(first.id)。一定要改的，在 \(edition.entry.page.path) \(line.zh)，再\(old.zh)",
                en:
                    "Write \(first.id) again. Where it has to change, in \(edition.entry.page.path) \(line.en), and \(old.en)"
            ),
            related: [
                Diagnostic.Related(LocalizedText(zh: "公开时的内容", en: "as it was published"), at: first.range)
            ])
    }

    /// A team that the decided list had.
    ///
    /// - Parameter lost: the addresses that went with it.
    func vanished(_ team: PublishedRecords.Team, lost: [String]) -> Diagnostic {
        let line = correction(
            id: nil,
            LocalizedText(
                zh: "删去 \(team.id)“\(team.name)”（\(team.enterprise)），原因：……",
                en: "\(team.id) “\(team.name)” (\(team.enterprise)) is removed, because …"))
        let old = oldAddresses(lost)
        return Diagnostic(
            .changedList, at: team.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度已公布的名单里有 \(team.id)“\(team.name)”（\(team.enterprise)），现在没有了。",
                en:
                    "The final list of \(edition.year) had \(team.id) “\(team.name)” (\(team.enterprise)), which is gone."
            ),
            help: LocalizedText(
                zh:
                    "请把这一行放回 roster.csv；撤销的，“状态”写“撤销”并写明日期和原因。确实列错的，在 \(edition.entry.page.path) \(line.zh)\(lost.isEmpty ? "" : "，再\(old.zh)")",
                en:
                    "Put the row back into roster.csv; a title that is withdrawn has the standing `withdrawn` with its day and reason. Where the row was a mistake, in \(edition.entry.page.path) \(line.en)\(lost.isEmpty ? "" : ", and \(old.en)")"
            ), url: address(of: team))
    }

    /// A team that was in publicity and is not in the list: nobody has to be told, but it may have been forgotten.
    func leftOut(_ team: PublishedRecords.Team, _ lost: [String]) -> Diagnostic {
        let old = oldAddresses(lost)
        return Diagnostic(
            .changedList, at: team.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度公示的名单里有 \(team.id)“\(team.name)”（\(team.enterprise)），现在没有了。",
                en:
                    "The list of \(edition.year) in publicity had \(team.id) “\(team.name)” (\(team.enterprise)), which is gone."
            ),
            help: LocalizedText(
                zh: "漏了的请放回 roster.csv；没有入选的，在 \(edition.entry.page.path) \(old.zh)，旧网址就转到名单。",
                en:
                    "Put the row back into roster.csv if it was forgotten; where the team was left out, in \(edition.entry.page.path) \(old.en), and the old addresses lead to the list."
            ), url: address(of: team))
    }

    /// A team whose removal a correction tells, but whose addresses lead nowhere.
    func addressesOfRemoved(_ team: PublishedRecords.Team, _ lost: [String]) -> Diagnostic {
        let old = oldAddresses(lost)
        return Diagnostic(
            .vanishedURL, at: team.range,
            message: LocalizedText(
                zh: "名单里删去 \(team.id)“\(team.name)”以后，公开过的网址 \(lost.joined(separator: "、")) 没有了。",
                en:
                    "With \(team.id) “\(team.name)”, what was published at \(lost.joined(separator: ", ")) is gone."
            ),
            help: LocalizedText(
                zh: "请在 \(edition.entry.page.path) \(old.zh)，旧网址就转到名单。",
                en: "In \(edition.entry.page.path) \(old.en), and they lead to the list."), url: lost.first)
    }

    // MARK: What is to be written

    /// A correction as it is to be written into the edition's text: as a field, or as one more of its list.
    private func correction(id: String?, _ text: LocalizedText) -> LocalizedText {
        let zh = "{日期: \(site.day), " + (id.map { "编号: \($0), " } ?? "") + "说明: \(Self.quoted(text.zh))}"
        let en = "{date: \(site.day), " + (id.map { "id: \($0), " } ?? "") + "text: \(Self.quoted(text.en))}"
        return edition.entry.corrections.isEmpty
            ? LocalizedText(zh: "写：更正: [\(zh)]", en: "write: corrections: [\(en)]")
            : LocalizedText(zh: "的“更正”中加一项：\(zh)", en: "add to `corrections`: \(en)")
    }

    private func oldAddresses(_ addresses: [String]) -> LocalizedText {
        let list = addresses.joined(separator: ", ")
        return edition.entry.page.aliases.isEmpty
            ? LocalizedText(zh: "写：旧网址: [\(list)]", en: "write: aliases: [\(list)]")
            : LocalizedText(zh: "在“旧网址”中加上：\(list)", en: "add to `aliases`: \(list)")
    }

    /// A text as YAML takes it whatever it holds.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension ListChange.Part {
    /// What a person calls it.
    fileprivate var name: LocalizedText {
        switch self {
        case .team: LocalizedText(zh: "班组名称", en: "the team's name")
        case .enterprise: LocalizedText(zh: "企业名称", en: "the enterprise's name")
        case .province: LocalizedText(zh: "省份", en: "the province")
        case .standing: LocalizedText(zh: "状态", en: "the standing")
        }
    }
}
