import Diagnostics
import Rules
import Values

/// Whether write-ups are about the teams whose ids their files are called by: what a title names is compared with the row.
struct WriteUpTeams {
    /// Going through all teams for those that may be meant takes long where nearly every title is wrong, which has one
    /// cause that the first show.
    private static let maximumSearches = 50

    private let rowsByYear: [Int: [RosterRow]]
    /// The places of rows among those of their years, the first of each id.
    private let placeByKey: [String: Int]
    /// Ids that several rows have, which is a finding of its own.
    private let ambiguous: Set<String>
    private let writeUps: [WriteUpEntry]
    private let enterprises: [EnterpriseEntry]
    /// Made when a title is not just the name of its team.
    private var matchers: [Int: TitleMatcher] = [:]
    private var otherNames: [String: [String]]?
    /// By year and id, made for the first finding.
    private var writeUpsByKey: [String: [WriteUpEntry]]?
    private var searches = 0

    init(_ writeUps: [WriteUpEntry], editions: [EditionEntry], enterprises: [EnterpriseEntry]) {
        self.writeUps = writeUps
        self.enterprises = enterprises
        rowsByYear = Dictionary(editions.map { ($0.year.value, $0.roster) }, uniquingKeysWith: { first, _ in first })
        var placeByKey: [String: Int] = [:]
        var ambiguous: Set<String> = []
        if !writeUps.isEmpty {
            for (year, rows) in rowsByYear {
                for (place, row) in rows.enumerated() {
                    let key = Self.key(year, row.id.value)
                    if placeByKey[key] == nil { placeByKey[key] = place } else { ambiguous.insert(key) }
                }
            }
        }
        self.placeByKey = placeByKey
        self.ambiguous = ambiguous
    }

    /// The place of the row of the id that a write-up's file is called by, among the rows of its year.
    func place(of writeUp: WriteUpEntry) -> Int? { placeByKey[Self.key(writeUp.year, writeUp.teamID)] }

    private static func key(_ year: Int, _ id: TeamID) -> String { "\(year)/\(id)" }

    // MARK: An id that the roster has

    /// The finding about a write-up whose title names another team than its row does; `nil` for one that names its own, or
    /// none: a title may be about a method.
    ///
    /// - Parameters:
    ///   - index: the place of its row.
    ///   - isRosterWhole: whether all rows of the year could be read.
    mutating func otherTeam(in writeUp: WriteUpEntry, at index: Int, isRosterWhole: Bool) -> Diagnostic? {
        let (year, rows) = (writeUp.year, rowsByYear[writeUp.year] ?? [])
        let (title, row) = (writeUp.page.title.value, rows[index])
        // Nearly all are called as their teams are.
        if title == row.team.value || ambiguous.contains(Self.key(year, row.id.value)) { return nil }
        var matcher = matcher(of: year)
        defer { matchers[year] = matcher }
        guard !matcher.names(index, in: title) else { return nil }
        let named = matcher.teams(namedIn: title).filter { $0 != index }.map { rows[$0] }
        if let first = named.first { return belongsElsewhere(writeUp, row, to: first, of: named.count) }
        guard isRosterWhole, let stated = TitleMatcher.team(statedIn: title, unless: Self.named(row)) else {
            return nil
        }
        return namesNoRow(writeUp, row, stated, near: near(title, year, matcher))
    }

    private mutating func belongsElsewhere(
        _ writeUp: WriteUpEntry, _ row: RosterRow, to other: RosterRow, of count: Int
    ) -> Diagnostic {
        let (own, meant) = (row.id.value, other.id.value)
        let name = Self.fileName(writeUp, id: meant)
        let (zh, en) = count > 1 ? (" 等 \(count) 个班组", " and \(count - 1) more") : ("", "")
        return Diagnostic(
            .writeUpOfOtherTeam, at: writeUp.page.title.range,
            message: LocalizedText(
                zh:
                    "题目写的是 \(meant) 的“\(other.team.value)”（\(other.enterprise.value)）\(zh)，文件名却是 \(own) 的，它是“\(row.team.value)”（\(row.enterprise.value)）。",
                en:
                    "The title names “\(other.team.value)” (\(other.enterprise.value)), which is \(meant)\(en); the file's name is \(own), which is “\(row.team.value)” (\(row.enterprise.value))."
            ),
            help: LocalizedText(
                zh: "请核对正文：写的是 \(meant)，就改名为 \(name)；写的是 \(own)，就在题目中写“\(row.team.value)”。",
                en:
                    "Look at the text: if it is about \(meant), call it \(name); if it is about \(own), let the title say “\(row.team.value)”."
            ),
            related: related(other, year: writeUp.year, of: writeUp))
    }

    private mutating func namesNoRow(
        _ writeUp: WriteUpEntry, _ row: RosterRow, _ stated: String, near: [(row: RosterRow, year: Int)]
    ) -> Diagnostic {
        let own = row.id.value
        let (zh, en) = Self.suggestion(near, of: writeUp.year)
        return Diagnostic(
            .writeUpOfOtherTeam, at: writeUp.page.title.range,
            message: LocalizedText(
                zh:
                    "题目写的“\(stated)”不在 \(writeUp.year) 年度的名单中；文件名是 \(own) 的，它是“\(row.team.value)”（\(row.enterprise.value)）。",
                en:
                    "The title names “\(stated)”, which the roster of \(writeUp.year) does not have; the file's name is \(own), which is “\(row.team.value)” (\(row.enterprise.value))."
            ),
            help: LocalizedText(
                zh: "\(zh)请核对正文：写的是 \(own)，就在题目中写“\(row.team.value)”；写的是别的班组，文件名用那个班组的编号。",
                en:
                    "\(en)Look at the text: if it is about \(own), let the title say “\(row.team.value)”; if it is about another team, call the file by that team's id."
            ),
            related: near.first.map { related($0.row, year: $0.year, of: writeUp) } ?? [])
    }

    // MARK: An id that the roster does not have

    /// The finding about a write-up whose id no row has. Which team it is about is what its title says; ids that look alike
    /// are those of others.
    mutating func withoutRow(_ writeUp: WriteUpEntry) -> Diagnostic {
        let (year, rows) = (writeUp.year, rowsByYear[writeUp.year] ?? [])
        let title = writeUp.page.title.value
        var matcher = matcher(of: year)
        defer { matchers[year] = matcher }
        let named = matcher.teams(namedIn: title).map { rows[$0] }
        let meant = named.map { ($0, year) } + (named.isEmpty ? near(title, year, matcher) : [])
        // A draft may be there before its team's row.
        let rule = writeUp.page.draft == nil ? Rule.writeUpWithoutRow : .draftWithoutRow
        let help: LocalizedText
        if let row = named.first, named.count == 1 {
            let (id, name) = (row.id.value, Self.fileName(writeUp, id: row.id.value))
            help = LocalizedText(
                zh:
                    "文件名就是班组编号。题目写的是 \(id) 的“\(row.team.value)”（\(row.enterprise.value)）：请改名为 \(name)；如果名单中的编号写错了，请改名单。",
                en:
                    "The file's name is the team's id. The title names “\(row.team.value)” (\(row.enterprise.value)), which is \(id): call it \(name), or correct the id in the roster."
            )
        } else {
            let (zh, en) = Self.suggestion(meant, of: year)
            help = LocalizedText(
                zh: "文件名就是班组编号。\(zh)名单中还没有这个班组的，请先在 roster.csv 中加入；有的，请用它的编号作文件名。",
                en:
                    "The file's name is the team's id. \(en)Add the team to roster.csv first if it is not there; if it is, call the file by its id."
            )
        }
        return Diagnostic(
            rule, at: writeUp.page.title.range,
            message: LocalizedText(
                zh: "\(year) 年度的名单中没有编号“\(writeUp.teamID)”。",
                en: "The roster of \(year) has no id “\(writeUp.teamID)”."),
            help: help, related: meant.first.map { related($0.0, year: $0.1, of: writeUp) } ?? [])
    }

    // MARK: Teams that may be meant

    private static func named(_ row: RosterRow) -> NamedTeam {
        NamedTeam(team: row.team.value, enterprise: row.enterprise.value, province: row.province.value)
    }

    private mutating func matcher(of year: Int) -> TitleMatcher {
        if let matcher = matchers.removeValue(forKey: year) { return matcher }
        let names = otherNames ?? namesOfEnterprises()
        otherNames = names
        return TitleMatcher((rowsByYear[year] ?? []).map(Self.named), enterprisesAlsoCalled: names)
    }

    /// What enterprises are called besides: at other times, and the names of those that they belong to.
    private func namesOfEnterprises() -> [String: [String]] {
        let byID = Dictionary(enterprises.map { ($0.id.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        var names: [String: [String]] = [:]
        for entry in enterprises {
            let parent = entry.parent.flatMap { byID[$0.id.value.text] }
            let all = (entry.names + (parent?.names ?? [])).map(\.name.value)
            for name in entry.names { names[name.name.value, default: []] += all }
        }
        return names
    }

    /// Teams that a title may mean: of the year by near names, else of other years by the same name.
    private mutating func near(
        _ title: String, _ year: Int, _ matcher: TitleMatcher
    ) -> [(row: RosterRow, year: Int)] {
        searches += 1
        guard searches <= Self.maximumSearches else { return [] }
        let near = matcher.teams(near: title).prefix(3).compactMap { candidate in
            rowsByYear[year].map { ($0[candidate.index], year) }
        }
        if !near.isEmpty { return near }
        for other in rowsByYear.keys.sorted(by: >) where other != year {
            var matcher = self.matcher(of: other)
            defer { matchers[other] = matcher }
            if let index = matcher.teams(namedIn: title).first, let row = rowsByYear[other]?[index] {
                return [(row, other)]
            }
        }
        return []
    }

    private static func suggestion(_ near: [(row: RosterRow, year: Int)], of year: Int) -> (zh: String, en: String) {
        guard let first = near.first else {
            return ("没有与题目相符的班组。", "No team of the roster answers to the title. ")
        }
        if first.year != year {
            return (
                "\(first.year) 年度的 \(first.row.id.value) 是“\(first.row.team.value)”（\(first.row.enterprise.value)）。",
                "\(first.row.id.value) of \(first.year) is “\(first.row.team.value)” (\(first.row.enterprise.value)). "
            )
        }
        let names = near.map { "\($0.row.id.value)“\($0.row.team.value)”（\($0.row.enterprise.value)）" }
        let english = near.map { "\($0.row.id.value) “\($0.row.team.value)” (\($0.row.enterprise.value))" }
        return (
            "名单中同名或相近的有：\(names.joined(separator: "、"))。",
            "Teams of the same name or a near one: \(english.joined(separator: ", ")). "
        )
    }

    /// What a write-up's file, or its folder, would be called under another id.
    private static func fileName(_ writeUp: WriteUpEntry, id: TeamID) -> String {
        writeUp.page.path.name == "index.md" ? "\(id)/index.md" : "\(id).md"
    }

    /// The row that is meant, and the write-up that it has already.
    private mutating func related(_ row: RosterRow, year: Int, of writeUp: WriteUpEntry) -> [Diagnostic.Related] {
        let byKey = writeUpsByKey ?? Dictionary(grouping: writeUps) { Self.key($0.year, $0.teamID) }
        writeUpsByKey = byKey
        let there = byKey[Self.key(year, row.id.value)]?.first { $0 !== writeUp }
        let row = Diagnostic.Related(
            there == nil
                ? LocalizedText(zh: "这个班组还没有成果材料", en: "this team has no write-up")
                : LocalizedText(zh: "这个班组已有成果材料，请核对", en: "this team has a write-up already"), at: row.id.range)
        guard let there else { return [row] }
        return [
            row, Diagnostic.Related(LocalizedText(zh: "它的成果材料", en: "its write-up"), at: there.page.title.range),
        ]
    }
}
