import Content
import Diagnostics
import Rules
import Values

/// The names of the team and its enterprise.
extension TableRowReading {
    /// Tells of names that are none, or stand in each other's place.
    mutating func noteFault(of team: String, _ enterprise: String) {
        guard !hasSeveralTeams, let fault = NameKind.fault(team: team, enterprise: enterprise) else { return }
        let cell = cell(fault.isOfTeam ? .team : .enterprise)
        // What programs that write tables store for a formula whose result they do not know.
        let isUnknownResult = cell?.doubt == .computed && cell?.text == "0"
        notes.append(
            .inTable(
                .importNames, at: cell?.place ?? row.place,
                zh: fault.message.zh + (isUnknownResult ? "公式没有算过时也会存成 0：请在 Excel 或 WPS 中打开并保存。" : ""),
                en: fault.message.en
                    + (isUnknownResult
                        ? " A formula that was never worked out is stored as 0: open the table in Excel or WPS and save it."
                        : "")))
    }

    /// A name without what stands in brackets behind it and is no part of it; `nil` where that has to be decided first.
    mutating func withoutAside(_ name: String, _ column: RosterColumn) -> String? {
        let isOfTeam = column == .team
        guard
            let found = NameAside.ending(
                name, isOfTeam: isOfTeam, namesPersons: isOfTeam && header.namesPersonsWithTeam)
        else { return name }
        let place = cell(column)?.place
        switch found.aside {
        case .seal:
            note(
                .importReading, at: place, zh: "“\(name)”末尾的“\(found.text)”不是名称的一部分，没有导入。",
                en: "“\(found.text)” at the end of “\(name)” is no part of the name and is left out.")
        case .particulars:
            note(
                .importDoubtful, at: place,
                zh: "“\(found.name)”后面的“\(found.text)”是\(isOfTeam ? "人数" : "地址、邮编、证号一类")，不是名称的一部分，没有导入。",
                en:
                    "“\(found.text)” behind “\(found.name)” is \(isOfTeam ? "a number of persons" : "an address, a postal code, a number or the like"), no part of the name, and is left out."
            )
        case .formerName:
            note(
                .importDoubtful, at: place, zh: "“\(name)”括号里是原来的名称，没有导入，读作“\(found.name)”。",
                en: "“\(name)” has a former name in brackets, which is left out; it was read as “\(found.name)”.")
        case .laterName:
            note(
                .importNames, at: place, zh: "“\(name)”写了两个名称：请只写授予称号时的名称；企业后来改的名称写进 enterprises.yaml。",
                en:
                    "“\(name)” gives two names: write the one at the time of the title alone; what an enterprise was renamed to goes into enterprises.yaml."
            )
        case .standing(let standing):
            ask(
                .importOtherList, [.otherLists], at: place,
                zh: "“\(name)”写着“\(found.text)”，像是\(standing.description.zh)。在名单上的，请删去这几个字。",
                en:
                    "“\(name)” says “\(found.text)”, as of \(standing.description.en): if it is on the list, take these words out."
            )
            if accepted.contains(.otherLists) { isLeftOut = true }
        case .person:
            var rest = found.name
            while let more = NameAside.ending(rest, isOfTeam: isOfTeam, namesPersons: isOfTeam), more.aside == .person {
                rest = more.name
            }
            note(
                .importPersonalData, .warning, at: place, zh: "个人信息不进名单：“\(rest)”后面的姓名、电话没有导入。",
                en: "Data about people do not go into the roster: what stands behind “\(rest)” is left out.")
            return withoutAside(rest, column)
        case .maybePerson:
            ask(
                .importNames, [.namesAsWritten], at: place,
                zh: "“\(found.name)”后面像是人的姓名；是的，请从表中删去，个人信息不进名单。",
                en: "Behind “\(found.name)” stands what looks like a person's name: if it is, take it out of the table."
            )
            if accepted.contains(.namesAsWritten) { return name }
        }
        // （张三）（已撤销）
        return withoutAside(found.name, column)
    }

    /// Teams that stand in one cell, a line each, are several.
    mutating func noteSeveralTeams() {
        guard let cell = cell(.team) else { return }
        guard let lines = SeveralNames.teams(in: cell.text, bare: { footnotes.name(in: $0) ?? $0 }) else { return }
        hasSeveralTeams = true
        note(
            .importSeveralTeams, at: cell.place, zh: "这一格有几个班组：\(lines.joined(separator: "、"))；请一行写一个。",
            en: "The cell holds several teams: \(lines.joined(separator: ", ")): give each a row of its own.")
    }

    /// The enterprise. Several firms are a joint one.
    mutating func enterprise() -> String? {
        guard let text = text(.enterprise), !ValueText.saysNothing(text) else { return nil }
        guard let joint = SeveralNames.jointEnterprise(in: text) else { return joined(text, .enterprise) }
        note(
            .importReading, at: cell(.enterprise)?.place, zh: "“企业名称”有几家企业，读作联合申报：“\(joint)”。",
            en: "“enterprise” names several firms and was read as a joint one: “\(joint)”.")
        return joint
    }
}
