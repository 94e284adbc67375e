import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// What is said of a published list that changed without a correction, with the lines to write.
struct PublishedListFindings {
    private let edition: Edition
    private let corrections: ListCorrections
    private var lines: ListLines

    init(site: Site, edition: Edition, corrections: ListCorrections) {
        self.edition = edition
        self.corrections = corrections
        lines = ListLines(day: site.day, edition: edition)
    }

    /// What to write where a list changed with reason: a correction, or another text for one that was not understood.
    private struct Correcting {
        /// What a message goes on with; empty where no correction is there.
        var told = LocalizedText(same: "")
        /// Where, and what to write: content/awards/2020/index.md 写：….
        let advice: LocalizedText
        var place: [Diagnostic.Related] = []
    }

    /// - Parameters:
    ///   - id: the team that the line is about; `nil` where its sentence says so.
    ///   - own: the team that an earlier correction may be about.
    ///   - words: what such a one names.
    private mutating func correcting(
        id: String?, of own: String, naming words: [String], _ sentence: LocalizedText
    ) -> Correcting {
        let path = edition.entry.page.path
        guard let unread = corrections.notUnderstood(of: own, naming: words) else {
            let line = lines.correction(id: id, sentence)
            return Correcting(advice: LocalizedText(zh: "在 \(path) \(line.zh)", en: "in \(path) \(line.en)"))
        }
        let (day, text) = (unread.date.value, unread.text.value)
        if corrections.lacksTeam(unread) {
            return Correcting(
                told: LocalizedText(
                    zh: "；\(day) 的更正“\(text)”没有写编号，看不出说的是哪一个班组，不算数",
                    en: " The correction of \(day), “\(text)”, names no id, so that it is of no team."),
                advice: LocalizedText(
                    zh: "在 \(path) 里那一项更正中加：编号: \(own)", en: "add to that correction in \(path): id: \(own)"),
                place: [
                    Diagnostic.Related(
                        LocalizedText(zh: "没有写编号的更正", en: "the correction without an id"), at: unread.text.range)
                ])
        }
        let line = ListLines.item(on: day, id: id, sentence)
        return Correcting(
            told: LocalizedText(
                zh: "；\(day) 的更正“\(text)”没有看懂，不算数", en: " The correction of \(day), “\(text)”, was not understood."),
            advice: LocalizedText(
                zh: "把 \(path) 里那一项更正改写成：\(line.zh)", en: "write that correction in \(path) as: \(line.en)"),
            place: [
                Diagnostic.Related(
                    LocalizedText(zh: "没有看懂的更正", en: "the correction that was not understood"), at: unread.text.range)
            ])
    }

    /// A correction that is about the change, and names something else than what was published.
    ///
    /// - Parameters:
    ///   - words: what it has, each with what it should have; `nil` is returned where all of them are right.
    ///   - isOld: whether the words are what it says was there before.
    private func misnaming(
        _ told: ListCorrections.Told, _ words: [(has: String, right: String)], isOld: Bool
    ) -> Correcting? {
        let words = words.filter { ComparableName.key($0.has) != ComparableName.key($0.right) }
        guard !words.isEmpty else { return nil }
        let path = edition.entry.page.path
        let has = words.map { "“\($0.has)”" }
        let saying = isOld ? (zh: "说原来是", en: "says that it was") : (zh: "说的却是", en: "is about")
        let changes = (
            zh: words.map { "“\($0.has)”改成“\($0.right)”" }.joined(separator: "，"),
            en: words.map { "“\($0.right)” for “\($0.has)”" }.joined(separator: ", ")
        )
        return Correcting(
            told: LocalizedText(
                zh: "；\(told.date) 的更正\(saying.zh)\(has.joined(separator: "、"))",
                en: " The correction of \(told.date) \(saying.en) \(has.joined(separator: ", "))."),
            advice: LocalizedText(
                zh: "请把 \(path) 里那一项更正中的\(changes.zh)", en: "write \(changes.en) in that correction in \(path)"),
            place: [
                Diagnostic.Related(
                    LocalizedText(zh: "写着别的内容的更正", en: "the correction that says something else"), at: told.range)
            ])
    }

    /// What to write for changes of a row where corrections lead to what it has now, from other values than were published.
    private mutating func misnaming(_ changes: [ListChange], of id: String) -> Correcting? {
        var (words, rest): ([(has: String, right: String)], [ListChange]) = ([], [])
        var first: ListCorrections.Told?
        for change in changes {
            guard let found = corrections.otherOld(change.part, of: id, to: change.new.zh),
                first.map({ $0.range == found.told.range }) ?? true
            else {
                rest.append(change)
                continue
            }
            first = found.told
            words.append((found.from, change.old.zh))
        }
        guard let first, let found = misnaming(first, words, isOld: true) else { return nil }
        guard !rest.isEmpty else { return found }
        let line = lines.correction(id: id, ListLines.sentence(rest))
        return Correcting(
            told: found.told,
            advice: LocalizedText(zh: "\(found.advice.zh)，并\(line.zh)", en: "\(found.advice.en), and \(line.en)"),
            place: found.place)
    }

    /// The address of a team of the list.
    func address(of team: PublishedRecords.Team) -> String { SiteURL.edition(edition.year) + team.id + "/" }

    // MARK: Rows

    /// A row that has other values than it was published with.
    ///
    /// - Parameters:
    ///   - ownID: the id under which the team of the row was published.
    ///   - enterprise: where the names of its enterprise are told.
    ///   - isOtherTeam: whether neither team nor enterprise are those that were published under the id.
    ///   - lost: addresses of the list that went with the change.
    mutating func changed(
        _ row: RosterRow, _ changes: [ListChange], since first: PublishedRecords.Team, ownID: String?,
        enterprise: Entry?, isOtherTeam: Bool, lost: [String]
    ) -> Diagnostic {
        let id = row.id.value.text
        let told = changes.map { "\($0.part.name.zh)是“\($0.old.zh)”，现在是“\($0.new.zh)”" }.joined(separator: "；")
        let english = changes.map { "\($0.part.name.en) was “\($0.old.en)” and is now “\($0.new.en)”" }
            .joined(separator: "; ")
        let way = advice(
            row, Set(changes.map(\.part)), since: first, ownID: ownID, enterprise, isOtherTeam: isOtherTeam)
        // No correction makes another team of one that was published.
        var help = way
        var correction: Correcting?
        if !isOtherTeam, ownID == nil {
            let found =
                misnaming(changes, of: id)
                ?? correcting(id: id, of: id, naming: changes.map(\.new.zh), ListLines.sentence(changes))
            correction = found
            let old = lost.isEmpty ? nil : lines.oldAddresses(lost)
            help = LocalizedText(
                zh: "\(way.zh)公开时写错了的，\(found.advice.zh)\(old.map { "，再\($0.zh)" } ?? "")",
                en: "\(way.en) Where it was wrong, \(found.advice.en)\(old.map { ", and \($0.en)" } ?? "")")
        }
        let isUnread = correction?.told.zh.isEmpty == false
        return Diagnostic(
            .changedList, at: changes[0].range,
            message: LocalizedText(
                zh:
                    "\(edition.year) 年度的名单公开时，\(id) 的\(told)\(isUnread ? correction?.told.zh ?? "" : isOtherTeam ? "" : "，没有更正说明")。",
                en:
                    "When the list of \(edition.year) was published, for \(id), \(english).\(isUnread ? correction?.told.en ?? "" : isOtherTeam ? "" : " No correction says so.")"
            ),
            help: help,
            related: [
                Diagnostic.Related(LocalizedText(zh: "公开时的内容", en: "as it was published"), at: first.range)
            ] + (correction?.place ?? []))
    }

    /// What to do where the list was right.
    private func advice(
        _ row: RosterRow, _ parts: Set<ListChange.Part>, since first: PublishedRecords.Team, ownID: String?,
        _ enterprise: Entry?, isOtherTeam: Bool
    ) -> LocalizedText {
        if let ownID {
            return LocalizedText(
                zh: "“\(row.team.value)”公开时的编号是 \(ownID)，请改回；编号是网页的地址，不能对调。",
                en:
                    "“\(row.team.value)” was published with the id \(ownID): write it again. Ids are addresses and are not exchanged."
            )
        }
        if isOtherTeam {
            return LocalizedText(
                zh: "编号公开后不能给别的班组：请把原来的一行放回来，新的班组另写编号。",
                en:
                    "An id that was published is given to no other team: put the old row back, and give the new team an id of its own."
            )
        }
        if parts.contains(.enterprise) {
            let names = renaming(from: first.enterprise, to: row.enterprise.value, enterprise)
            return LocalizedText(
                zh: "名单保留授予时的名称：企业后来改名的，这里改回来，\(names.zh)",
                en:
                    "A list keeps the names it was decided with: where the enterprise was renamed later, undo the change and \(names.en)"
            )
        }
        if parts == [.standing] {
            return LocalizedText(
                zh: "撤销是决定，请把“状态”改回“撤销”并保留日期和原因。",
                en: "A withdrawal is a decision: write `withdrawn` again, with its day and reason.")
        }
        return LocalizedText(zh: "名单保留公布时的内容，请改回来。", en: "A list stays as it was decided: undo the change.")
    }

    /// An entry of `enterprises.yaml`.
    struct Entry {
        let id: String
        /// Whether the file has it; else it has to be added.
        let isThere: Bool
    }

    /// What to write where an enterprise has a new name. The day of the site stands for the day of the change.
    private func renaming(from old: String, to new: String, _ enterprise: Entry?) -> LocalizedText {
        guard let enterprise else {
            return LocalizedText(
                zh: "新名称写进 enterprises.yaml 的“名称”。", en: "add the new name to `names` in enterprises.yaml.")
        }
        let path = "content/enterprises.yaml"
        let (old, new) = (ListLines.quoted(old), ListLines.quoted(new))
        let (id, day) = (enterprise.id, lines.day)
        return enterprise.isThere
            ? LocalizedText(
                zh: "在 \(path) 中编号为 \(id) 的一项的“名称”里加：- {名称: \(new), 开始: \(day)}（日期按实际写）。",
                en: "add to `names` of the entry \(id) of \(path): - {name: \(new), from: \(day)} (with the true day).")
            : LocalizedText(
                zh: "在 \(path) 中加一项：- {编号: \(id), 名称: [{名称: \(old)}, {名称: \(new), 开始: \(day)}]}（日期按实际写）。",
                en:
                    "add to \(path): - {id: \(id), names: [{name: \(old)}, {name: \(new), from: \(day)}]} (with the true day)."
            )
    }

    /// A row that the published list did not have.
    mutating func added(_ row: RosterRow) -> Diagnostic {
        let id = row.id.value.text
        let other = corrections.otherAddition(of: id).flatMap { other in
            misnaming(
                other.told,
                [(has: other.team, right: row.team.value)]
                    + (other.enterprise.map { [(has: $0, right: row.enterprise.value)] } ?? []), isOld: false)
        }
        let correction =
            other
            ?? correcting(
                id: id, of: id, naming: [row.team.value],
                LocalizedText(
                    zh: "增补“\(row.team.value)”（\(row.enterprise.value)），依据：……",
                    en: "“\(row.team.value)” (\(row.enterprise.value)) is added, by the decision …"))
        let isUnread = !correction.told.zh.isEmpty
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh:
                    "\(edition.year) 年度的名单公开时没有 \(id)“\(row.team.value)”（\(row.enterprise.value)）\(isUnread ? correction.told.zh : "，也没有说明为何增加")。",
                en:
                    "When the list of \(edition.year) was published, it did not have \(id) “\(row.team.value)” (\(row.enterprise.value))\(isUnread ? "." + correction.told.en : ", and nothing says why it was added.")"
            ),
            help: LocalizedText(
                zh: "不该加的请删去这一行；有决定的，\(correction.advice.zh)",
                en: "Delete the row if it should not be there; where it was decided, \(correction.advice.en)"),
            related: correction.place)
    }

    /// A row whose team was published under another id.
    mutating func renumbered(_ row: RosterRow, _ first: PublishedRecords.Team) -> Diagnostic {
        let id = row.id.value.text
        let correction =
            corrections.otherRenumbering(to: id).flatMap {
                misnaming($0.told, [(has: $0.from, right: first.id)], isOld: true)
            }
            ?? correcting(
                id: id, of: id, naming: [first.id],
                LocalizedText(
                    zh: "编号由 \(first.id) 更正为 \(id)", en: "The id is corrected from \(first.id) to \(id)"))
        let old = lines.oldAddresses([address(of: first)])
        return Diagnostic(
            .changedList, at: row.id.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单公开时，“\(first.name)”的编号是 \(first.id)，现在是 \(id)；编号是网页的地址\(correction.told.zh)。",
                en:
                    "When the list of \(edition.year) was published, the id of “\(first.name)” was \(first.id); now it is \(id). An id is an address.\(correction.told.en)"
            ),
            help: LocalizedText(
                zh: "请改回 \(first.id)。一定要改的，\(correction.advice.zh)，再\(old.zh)",
                en: "Write \(first.id) again. Where it has to change, \(correction.advice.en), and \(old.en)"),
            related: [
                Diagnostic.Related(LocalizedText(zh: "公开时的内容", en: "as it was published"), at: first.range)
            ] + correction.place)
    }

    /// A team that the decided list had.
    ///
    /// - Parameter lost: the addresses that went with it.
    mutating func vanished(_ team: PublishedRecords.Team, lost: [String]) -> Diagnostic {
        let correction =
            corrections.otherRemoval(of: team.id).flatMap {
                misnaming($0.told, [(has: $0.team, right: team.name)], isOld: false)
            }
            ?? correcting(
                id: nil, of: team.id, naming: [team.name],
                LocalizedText(
                    zh: "删去 \(team.id)“\(team.name)”（\(team.enterprise)），原因：……",
                    en: "\(team.id) “\(team.name)” (\(team.enterprise)) is removed, because …"))
        let old = lost.isEmpty ? nil : lines.oldAddresses(lost)
        return Diagnostic(
            .changedList, at: team.range,
            message: LocalizedText(
                zh:
                    "\(edition.year) 年度已公布的名单里有 \(team.id)“\(team.name)”（\(team.enterprise)），现在没有了\(correction.told.zh)。",
                en:
                    "The final list of \(edition.year) had \(team.id) “\(team.name)” (\(team.enterprise)), which is gone.\(correction.told.en)"
            ),
            help: LocalizedText(
                zh:
                    "请把这一行放回 roster.csv；撤销的，“状态”写“撤销”并写明日期和原因。确实列错的，\(correction.advice.zh)\(old.map { "，再\($0.zh)" } ?? "")",
                en:
                    "Put the row back into roster.csv; a title that is withdrawn has the standing `withdrawn` with its day and reason. Where the row was a mistake, \(correction.advice.en)\(old.map { ", and \($0.en)" } ?? "")"
            ), related: correction.place, url: address(of: team))
    }

    /// A team that was in publicity and is not in the list: nobody has to be told, but it may have been forgotten.
    mutating func leftOut(_ team: PublishedRecords.Team, _ lost: [String]) -> Diagnostic {
        let old = lines.oldAddresses(lost)
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
    mutating func addressesOfRemoved(_ team: PublishedRecords.Team, _ lost: [String]) -> Diagnostic {
        let old = lines.oldAddresses(lost)
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

    // MARK: Lists

    /// A decided list that is in publicity again.
    func notFinalAnyMore() -> Diagnostic {
        let path = edition.entry.page.path
        return Diagnostic(
            .changedList, at: edition.entry.status.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度的名单已经公布，状态不能改回公示。",
                en: "The list of \(edition.year) was published as final; it is not in publicity any more."),
            help: LocalizedText(
                zh: "请在 \(path) 写“状态: 公布”。名单有错的，用“更正”说明；称号撤销的，写在名单的“状态”里。",
                en:
                    "Write `status: final` in \(path). What was wrong in the list is told by `corrections`, and a title that is withdrawn by its row."
            ))
    }

    /// A decided list that names another day of its publication.
    mutating func otherDay(_ first: CalendarDate, _ now: Located<CalendarDate>) -> Diagnostic {
        let line = lines.correction(id: nil, ListLines.sentence(published: first, now: now.value))
        let path = edition.entry.page.path
        return Diagnostic(
            .changedList, at: now.range,
            message: LocalizedText(
                zh: "\(edition.year) 年度名单的发布日期公开时是 \(first)，现在是 \(now.value)，没有更正说明。",
                en:
                    "The list of \(edition.year) was published with the day \(first); now it is \(now.value), and no correction says so."
            ),
            help: LocalizedText(
                zh: "改错了的，请改回 \(first)；原来写错了的，请在 \(path) \(line.zh)",
                en: "Write \(first) again; if that was wrong, in \(path) \(line.en)"))
    }
}
