import Diagnostics
import Rules
import Values

/// Finds cells for names of teams and enterprises that hold something else, or more: `0`, `甲班组（已撤销）`. What a name is, is
/// asked as imports ask it.
enum RosterNameCheck {
    /// - Parameter personal: data about people that were found in the roster: what they say of a cell is not said again.
    static func findings(about row: RosterRow, besides personal: [Diagnostic]) -> [Diagnostic] {
        if let fault = fault(of: row) { return [fault] }
        let findings = [(RosterColumn.team, row.team), (.enterprise, row.enterprise)].compactMap(aside)
        return findings.filter { finding in
            !personal.contains { known in
                guard let place = known.range, let own = finding.range else { return false }
                return place.bytes.overlaps(own.bytes)
            }
        }
    }

    /// A name that is none, or stands in the place of another.
    private static func fault(of row: RosterRow) -> Diagnostic? {
        // A name of signs alone that yields no address is told so.
        let hasAddress =
            row[RosterFields.enterpriseID] != nil || row.enterprise.value.contains { $0.isLetter || $0.isNumber }
        guard let fault = NameKind.fault(team: row.team.value, enterprise: hasAddress ? row.enterprise.value : "")
        else { return nil }
        let (own, other) = fault.isOfTeam ? (row.team, row.enterprise) : (row.enterprise, row.team)
        let related: [Diagnostic.Related] =
            if case .swapped = fault {
                [Diagnostic.Related(LocalizedText(zh: "企业名称", en: "the enterprise"), at: other.range)]
            } else {
                []
            }
        return Diagnostic(.rosterName, at: own.range, message: fault.message, related: related)
    }

    /// What stands behind a name and is no part of it.
    private static func aside(_ column: RosterColumn, _ name: Located<String>) -> Diagnostic? {
        guard let found = NameAside.ending(name.value, isOfTeam: column == .team) else { return nil }
        func finding(_ message: LocalizedText, _ help: LocalizedText, replacement: String? = nil) -> Diagnostic {
            Diagnostic(.rosterName, at: name.range, message: message, help: help, replacement: replacement)
        }
        let bare = LocalizedText(zh: "请写“\(found.name)”。", en: "Write “\(found.name)”.")
        let kind = LocalizedText(zh: column.chineseName, en: column.name)
        switch found.aside {
        case .seal:
            return finding(
                LocalizedText(
                    zh: "“\(found.text)”不是\(kind.zh)的一部分。",
                    en: "“\(found.text)” is no part of the name of the \(kind.en)."),
                bare, replacement: found.name)
        case .particulars:
            return finding(
                LocalizedText(
                    zh: "“\(found.text)”是\(column == .team ? "人数" : "地址、邮编、证号一类")，不是名称的一部分。",
                    en:
                        "“\(found.text)” is \(column == .team ? "a number of persons" : "an address, a postal code, a number or the like"), and no part of the name."
                ), bare,
                replacement: found.name)
        case .formerName, .laterName:
            return finding(
                LocalizedText(
                    zh: "“\(kind.zh)”写了两个名称：“\(found.name)”和“\(found.text)”。",
                    en: "“\(kind.en)” gives two names: “\(found.name)” and “\(found.text)”."),
                column == .enterprise
                    ? LocalizedText(
                        zh: "请只写授予称号时的名称；别的名称写进 enterprises.yaml 的“名称”。",
                        en:
                            "Write the one at the time of the title alone, and the other into `names` in enterprises.yaml."
                    )
                    : LocalizedText(
                        zh: "请只写授予称号时的名称；要说明的写进年度的说明。",
                        en: "Write the one at the time of the title alone; the edition can tell of the other.")
            ).counting(as: found.aside == .formerName ? .warning : .error)
        case .standing(let standing):
            return finding(
                LocalizedText(
                    zh: "“\(name.value)”写着“\(found.text)”，像是\(standing.description.zh)。",
                    en: "“\(name.value)” says “\(found.text)”, as of \(standing.description.en)."),
                LocalizedText(
                    zh: "不在名单上的，请删去这一行；称号已撤销的，“状态”写“撤销”并写明日期和原因；仍在名单上的，名称只写“\(found.name)”。",
                    en:
                        "Delete the row if the team is not on the list; a title that was withdrawn has the standing `withdrawn` with its day and reason; else write “\(found.name)” alone."
                ))
        case .person:
            return finding(
                LocalizedText(
                    zh: "\(kind.zh)后面写着个人的姓名或电话，会公布出去。",
                    en: "Behind the name of the \(kind.en) stand data about a person, which would be published."),
                bare, replacement: found.name)
        case .maybePerson:
            return finding(
                LocalizedText(
                    zh: "“\(found.name)”后面像是人的姓名，会公布出去。",
                    en: "Behind “\(found.name)” stands what looks like a person's name, which would be published."),
                LocalizedText(
                    zh: "是人的姓名的，请删去；是名称的一部分的，关掉这项检查并写明理由。",
                    en: "Take it out if it is one; where it is part of the name, exempt the edition with the reason.")
            ).counting(as: .warning)
        }
    }
}
