import Content
import Diagnostics
import Rules
import Values

/// Finds rows of a table whose id is one team's in the roster and whose names are another's.
///
/// An id is an address, and a write-up may stand behind it: taken over by its id, such a row would put one team in the
/// place of another. Tables that were numbered anew have them in numbers.
struct IDConflict {
    private let file: RosterFile
    private let names: EnterpriseNames
    private let lineByID: [String: Int]
    private let linesByKey: [String: [Int]]

    init(_ file: RosterFile, _ names: EnterpriseNames) {
        self.file = file
        self.names = names
        lineByID = Dictionary(file.rowIndices.map { (file.text(.id, inRow: $0), $0) }, uniquingKeysWith: { $1 })
        linesByKey = Dictionary(grouping: file.rowIndices) {
            Self.key(file.text(.team, inRow: $0), file.text(.enterprise, inRow: $0), names)
        }
    }

    /// Equal for one team under all names of its enterprise.
    private static func key(_ team: String, _ enterprise: String, _ names: EnterpriseNames) -> String {
        names.key(enterprise) + "/" + ComparableName.key(team)
    }

    /// The lines of the roster with the names of a row; a province that is another one makes another team.
    private func namesakes(of row: ProposedRow) -> [Int] {
        (linesByKey[Self.key(row.team, row.enterprise, names)] ?? []).filter { line in
            guard let stated = row.named.province, let listed = province(inLine: line) else { return true }
            return stated.isSame(as: listed)
        }
    }

    private func province(inLine line: Int) -> Province? {
        RosterColumn.province.canonical(file.text(.province, inRow: line)).flatMap { Province(named: $0) }
    }

    /// The line of the roster that a row with an id means, with an error where its names say otherwise; `nil` for a team
    /// that the roster does not have.
    func line(of row: ProposedRow) -> (line: Int, error: Diagnostic?)? {
        guard let id = row[.id] else { return nil }
        let namesakes = namesakes(of: row)
        guard let line = lineByID[id] else { return namesakes.first.map { ($0, otherID(row, id: id, namesake: $0)) } }
        guard !namesakes.contains(line) else { return (line, nil) }
        if let namesake = namesakes.first { return (line, otherTeam(row, id: id, line: line, namesake: namesake)) }
        return (line, isCorrection(row, of: line) ? nil : otherTeam(row, id: id, line: line, namesake: nil))
    }

    /// Whether one of both names is as it was and the other may be a new one, or both are the same team's beyond doubt.
    private func isCorrection(_ row: ProposedRow, of line: Int) -> Bool {
        let known = NamedTeam(
            team: file.text(.team, inRow: line), enterprise: file.text(.enterprise, inRow: line),
            province: province(inLine: line))
        if TeamMatcher.comparison(known, row.named) != nil { return true }
        let isSameTeam = ComparableName.key(known.team) == ComparableName.key(row.team)
        let isSameEnterprise = names.key(known.enterprise) == names.key(row.enterprise)
        // 一班 and 二班, 中铁一局 and 中铁二局 are no corrections of each other.
        return isSameTeam && (isSameEnterprise || !differInNumber(known.enterprise, row.enterprise))
            || isSameEnterprise && !differInNumber(known.team, row.team)
    }

    /// Whether two names are the same but for their numbers.
    private func differInNumber(_ one: String, _ other: String) -> Bool {
        func words(_ name: String) -> String {
            NameFolding.folded(name).filter { !HanNumeral.isOne($0) && !$0.isWholeNumber }
        }
        return one != other && words(one) == words(other)
    }

    private func otherTeam(_ row: ProposedRow, id: String, line: Int, namesake: Int?) -> Diagnostic {
        let (team, enterprise) = (file.text(.team, inRow: line), file.text(.enterprise, inRow: line))
        let (zh, en): (String, String)
        if let namesake {
            let other = file.text(.id, inRow: namesake)
            zh = "后者在名单中的编号是“\(other)”。请在表中写“\(other)”，或清空这一格，按名称认；确实要换编号时，请先改好 roster.csv。"
            en =
                "that one is “\(other)” in the roster. Write “\(other)” in the table, or empty the cell, so that it is known by its name; to change ids, edit roster.csv first."
        } else {
            zh = "不像同一个班组。新的班组请换一个编号或清空这一格；同一班组改了名，请先在 roster.csv 中改好名称。"
            en =
                "they do not look like one team. Give a new team another id, or empty the cell; for a team that was renamed, change its names in roster.csv first."
        }
        return .inTable(
            .importWhichTeam, at: row.place,
            zh: "编号“\(id)”在名单中是“\(team)”（“\(enterprise)”），表中却是“\(row.team)”（“\(row.enterprise)”），" + zh,
            en:
                "“\(id)” is “\(team)” (“\(enterprise)”) in the roster, but “\(row.team)” (“\(row.enterprise)”) in the table; "
                + en)
    }

    private func otherID(_ row: ProposedRow, id: String, namesake: Int) -> Diagnostic {
        let other = file.text(.id, inRow: namesake)
        return .inTable(
            .importWhichTeam, at: row.place,
            zh:
                "“\(row.team)”（“\(row.enterprise)”）在名单中的编号是“\(other)”，表中却是“\(id)”。请在表中写“\(other)”，或清空这一格；确实要换编号时，请先改好 roster.csv。",
            en:
                "“\(row.team)” (“\(row.enterprise)”) is “\(other)” in the roster, but “\(id)” in the table. Write “\(other)” there, or empty the cell; to change ids, edit roster.csv first."
        )
    }
}
