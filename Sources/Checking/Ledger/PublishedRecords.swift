import Content
import Diagnostics
import SiteModel
import Values

/// What lists said when they were first published, as the ledger of addresses keeps it: the teams of decided lists and of
/// lists in publicity, and what enterprises and associations are called, by their addresses.
///
/// Each is a line of its own behind the addresses, with tabs between its parts, as names may have blanks:
/// `@list⇥2020⇥final⇥96⇥2020-11-30` with the number of its teams and, of a decided list, the day that it was published on, `@team⇥2020/zj-003⇥team⇥enterprise⇥province⇥held`, where a title that
/// was withdrawn has `withdrawn⇥2021-03-01`, and behind the day, which may be empty, who recommended the team: `self` or the
/// name; and `@name⇥/enterprises/chenghu/⇥name`. Ledgers of earlier versions have none of them, so that only ids are known; the
/// number and day of a list, and the last four parts of a team, may be lacking.
struct PublishedRecords {
    struct Team {
        let id: String
        let name: String
        let enterprise: String
        /// The short name of its province; `nil` where it was not kept.
        let province: String?
        /// Whether the title was ever published as withdrawn.
        let isWithdrawn: Bool
        /// The day of the withdrawal as it was first published; `nil` where it was not kept.
        let withdrawnOn: CalendarDate?
        /// Who put the team forward; `nil` where it was not kept.
        let origin: TeamOrigin?
        /// Its line in the ledger.
        let range: SourceRange
    }

    /// What is known of a year's list.
    struct List {
        var isFinal = false
        /// Whether the ledger has names of this list, and not ids alone.
        var hasNames = false
        /// Its line in the ledger; `nil` where there are ids alone.
        var range: SourceRange?
        /// How many teams the ledger says that it has.
        var count: Int?
        /// The day that the decided list names as that of its publication, as it was first published; `nil` where it was not kept.
        var published: CalendarDate?
        /// In the order of the ledger.
        var teams: [Team] = []
        /// Ids whose addresses were published, for ledgers without names.
        var ids: Set<String> = []
    }

    private(set) var lists: [Int: List] = [:]
    /// Names of enterprises and associations by their addresses.
    private(set) var names: [String: String] = [:]

    /// Whether nothing is known.
    var isEmpty: Bool { lists.isEmpty && names.isEmpty }

    /// What begins a line that is no address.
    static let mark = UInt8(ascii: "@")

    /// Takes a line that begins with the mark.
    ///
    /// - Returns: whether it is understood.
    mutating func add(_ line: ArraySlice<UInt8>, at range: SourceRange) -> Bool {
        let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        switch (parts[0], parts.count) {
        case ("@list", 3...5):
            guard let year = Int(parts[1]), let status = EditionStatus(rawValue: parts[2]), status != .draft else {
                return false
            }
            if parts.count > 3 {
                guard let count = Int(parts[3]) else { return false }
                lists[year, default: List()].count = count
            }
            if parts.count > 4 {
                guard let day = CalendarDate(iso: parts[4]) else { return false }
                lists[year, default: List()].published = day
            }
            lists[year, default: List()].isFinal = status == .final
            lists[year, default: List()].hasNames = true
            lists[year, default: List()].range = range
        case ("@team", 4...8):
            let key = parts[1].split(separator: "/", maxSplits: 1)
            guard key.count == 2, let year = Int(key[0]), TeamID(String(key[1])) != nil else { return false }
            var standing = Standing.held
            if parts.count > 5 {
                guard let kept = Standing(rawValue: parts[5]) else { return false }
                standing = kept
            }
            let day = parts.count > 6 ? CalendarDate(iso: parts[6]) : nil
            // Before who recommends was kept, a day that is not there was left out.
            guard parts.count < 7 || day != nil || parts.count > 7 && parts[6].isEmpty else { return false }
            lists[year, default: List()].teams.append(
                Team(
                    id: String(key[1]), name: parts[2], enterprise: parts[3],
                    province: parts.count > 4 && !parts[4].isEmpty ? parts[4] : nil,
                    isWithdrawn: standing == .withdrawn, withdrawnOn: day,
                    origin: parts.count > 7 ? TeamOrigin(kept: parts[7]) : nil, range: range))
        case ("@name", 3) where parts[1].hasPrefix("/"): names[parts[1]] = parts[2]
        default: return false
        }
        return true
    }

    /// A list that has fewer or more teams than the ledger says of it: part of it is lost, or stands there twice.
    var brokenList: List? {
        lists.sorted { $0.key < $1.key }.lazy.map(\.value).first { list in
            list.count ?? list.teams.count != list.teams.count
                || Set(list.teams.lazy.map(\.id)).count != list.teams.count
        }
    }

    /// Takes an address for that of a team, if it may be: `/awards/2020/zj-003/`.
    mutating func add(address: String) {
        guard address.utf8.starts(with: SiteURL.awards.utf8) else { return }
        let parts = address.split(separator: "/")
        guard parts.count == 3, let year = Int(parts[1]), address.hasSuffix("/") else { return }
        lists[year, default: List()].ids.insert(String(parts[2]))
    }

    // MARK: What is to be kept

    /// The lines about a site. What was published first stays as it was, whatever is written now; a list that is not public
    /// at present keeps what is known of it.
    func lines(about site: Site) -> [String] {
        var lines: [String] = []
        let published = site.editions.filter { $0.state != .draft }
        let years = Set(published.map(\.year))
        for (year, list) in lists.sorted(by: { $0.key < $1.key }) where list.hasNames && !years.contains(year) {
            lines.append(Self.line(ofList: year, list.published, isFinal: list.isFinal, count: list.teams.count))
            lines += list.teams.map { Self.line(of: $0, year) }
        }
        for edition in published { lines += self.lines(about: edition, on: site.day) }
        let current =
            site.enterprises.lazy.filter { !$0.teams.isEmpty }.map { ($0.url, $0.name) }
            + site.associations.map { ($0.url, $0.name) }
        lines += current.map { Self.line(["@name", $0.0, $0.1]) }
        // Those that lead on now keep the name they had, for the day on which they lead nowhere.
        let urls = Set(current.map(\.0))
        lines += names.filter { !urls.contains($0.key) && site.routes[$0.key] != nil }.sorted { $0.key < $1.key }.map {
            Self.line(["@name", $0.key, $0.value])
        }
        return lines
    }

    private func lines(about edition: Edition, on day: CalendarDate) -> [String] {
        let year = edition.year
        let list = lists[year] ?? List()
        let rows = Dictionary(
            edition.entry.roster.map { ($0.id.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        // Who is left out after objections was never on the decided list.
        let first = list.teams.filter { list.isFinal || rows[$0.id] != nil }
        let known = Set(first.map(\.id))
        let teams =
            first.map { team in rows[team.id].map { team.completed(by: $0, on: day) } ?? team }
            + edition.entry.roster.filter { !known.contains($0.id.value.text) }.map { Team($0, on: day) }
        let isFinal = list.isFinal || edition.state == .final
        let published = isFinal ? list.published ?? edition.entry.published?.value : nil
        return [Self.line(ofList: year, published, isFinal: isFinal, count: teams.count)]
            + teams.map { Self.line(of: $0, year) }
    }

    private static func line(ofList year: Int, _ published: CalendarDate?, isFinal: Bool, count: Int) -> String {
        line(
            ["@list", "\(year)", (isFinal ? EditionStatus.final : .publicity).rawValue, "\(count)"]
                + (published.map { ["\($0)"] } ?? []))
    }

    private static func line(of team: Team, _ year: Int) -> String {
        line(
            [
                "@team", "\(year)/\(team.id)", team.name, team.enterprise, team.province ?? "",
                (team.isWithdrawn ? Standing.withdrawn : .held).rawValue,
            ]
                + (team.origin.map { [team.withdrawnOn.map { "\($0)" } ?? "", $0.kept] }
                    ?? team.withdrawnOn.map { ["\($0)"] } ?? []))
    }

    /// A line of parts. What would end a part or the line is a blank: names are compared without blanks.
    private static func line(_ parts: [String]) -> String {
        parts.map { part in
            part.unicodeScalars.contains { $0.properties.generalCategory == .control }
                ? String(
                    part.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 })
                : part
        }.joined(separator: "\t") + "\n"
    }
}

extension PublishedRecords.Team {
    /// A team as a row has it.
    ///
    /// - Parameter day: the day of the site: a withdrawal that comes later is not published yet.
    init(_ row: RosterRow, on day: CalendarDate) {
        let withdrawal = row.withdrawal(by: day)
        self.init(
            id: row.id.value.text, name: row.team.value, enterprise: row.enterprise.value,
            province: row.province.value.shortName, isWithdrawn: withdrawal.isWithdrawn, withdrawnOn: withdrawal.day,
            origin: TeamOrigin(row), range: row.range)
    }

    /// The team with what a ledger did not keep yet, and with a title that was withdrawn since.
    func completed(by row: RosterRow, on day: CalendarDate) -> Self {
        let withdrawal = row.withdrawal(by: day)
        return Self(
            id: id, name: name, enterprise: enterprise, province: province ?? row.province.value.shortName,
            isWithdrawn: isWithdrawn || withdrawal.isWithdrawn, withdrawnOn: withdrawnOn ?? withdrawal.day,
            origin: origin ?? TeamOrigin(row), range: range)
    }
}

extension RosterRow {
    /// Whether the title was withdrawn by a day, and when.
    func withdrawal(by day: CalendarDate) -> (isWithdrawn: Bool, day: CalendarDate?) {
        guard standing.value == .withdrawn else { return (false, nil) }
        let date = self[RosterFields.withdrawnOn]?.value
        return date.map { $0 > day } ?? false ? (false, nil) : (true, date)
    }
}
