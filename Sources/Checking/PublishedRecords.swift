import Content
import Diagnostics
import SiteModel

/// What lists said when they were first published, as the ledger of addresses keeps it: the teams of decided lists and of
/// lists in publicity, and what enterprises and associations are called, by their addresses.
///
/// Each is a line of its own behind the addresses, with tabs between its parts, as names may have blanks:
/// `@list⇥2020⇥final`, `@team⇥2020/zj-003⇥team⇥enterprise⇥province⇥held`, `@name⇥/enterprises/chenghu/⇥name`. Ledgers of
/// earlier versions have none of them, so that only ids are known; the last two parts of a team may be lacking.
struct PublishedRecords {
    struct Team {
        let id: String
        let name: String
        let enterprise: String
        /// The short name of its province; `nil` where it was not kept.
        let province: String?
        /// Whether the title was ever published as withdrawn.
        let isWithdrawn: Bool
        /// Its line in the ledger.
        let range: SourceRange
    }

    /// What is known of a year's list.
    struct List {
        var isFinal = false
        /// Whether the ledger has names of this list, and not ids alone.
        var hasNames = false
        /// In the order of the ledger.
        var teams: [Team] = []
        /// Ids whose addresses were published, for ledgers without names.
        var ids: Set<String> = []
    }

    private(set) var lists: [Int: List] = [:]
    /// Names of enterprises and associations by their addresses.
    private(set) var names: [String: String] = [:]

    /// What begins a line that is no address.
    static let mark = UInt8(ascii: "@")

    /// Takes a line that begins with the mark; one that cannot be understood says nothing.
    mutating func add(_ line: ArraySlice<UInt8>, at range: SourceRange) {
        let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        switch (parts[0], parts.count) {
        case ("@list", 3):
            guard let year = Int(parts[1]) else { return }
            lists[year, default: List()].isFinal = parts[2] == Self.finalWord
            lists[year, default: List()].hasNames = true
        case ("@team", 4...):
            let key = parts[1].split(separator: "/", maxSplits: 1)
            guard key.count == 2, let year = Int(key[0]) else { return }
            lists[year, default: List()].teams.append(
                Team(
                    id: String(key[1]), name: parts[2], enterprise: parts[3],
                    province: parts.count > 4 ? parts[4] : nil,
                    isWithdrawn: parts.count > 5 && parts[5] == Standing.withdrawn.rawValue, range: range))
        case ("@name", 3): names[parts[1]] = parts[2]
        default: break
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

    private static let finalWord = EditionStatus.final.rawValue

    /// The lines about a site. What was published first stays as it was, whatever is written now; a list that is not public
    /// at present keeps what is known of it.
    func lines(about site: Site) -> [String] {
        var lines: [String] = []
        let published = site.editions.filter { $0.state != .draft }
        let years = Set(published.map(\.year))
        for (year, list) in lists.sorted(by: { $0.key < $1.key }) where list.hasNames && !years.contains(year) {
            lines.append(Self.line(ofList: year, isFinal: list.isFinal))
            lines += list.teams.map { Self.line(of: $0, year) }
        }
        for edition in published { lines += self.lines(about: edition) }
        let current =
            site.enterprises.lazy.filter { !$0.teams.isEmpty }.map { ($0.url, $0.name) }
            + site.associations.map { ($0.url, $0.name) }
        lines += current.map { Self.line("@name", $0.0, $0.1) }
        // Those that lead on now keep the name they had, for the day on which they lead nowhere.
        let urls = Set(current.map(\.0))
        lines += names.filter { !urls.contains($0.key) && site.routes[$0.key] != nil }.sorted { $0.key < $1.key }.map {
            Self.line("@name", $0.key, $0.value)
        }
        return lines
    }

    private func lines(about edition: Edition) -> [String] {
        let year = edition.year
        let list = lists[year] ?? List()
        let rows = Dictionary(
            edition.entry.roster.map { ($0.id.value.text, $0) }, uniquingKeysWith: { first, _ in first })
        // Who is left out after objections was never on the decided list.
        let first = list.teams.filter { list.isFinal || rows[$0.id] != nil }
        let known = Set(first.map(\.id))
        return [Self.line(ofList: year, isFinal: list.isFinal || edition.state == .final)]
            + first.map { team in Self.line(of: rows[team.id].map(team.completed) ?? team, year) }
            + edition.entry.roster.filter { !known.contains($0.id.value.text) }.map { Self.line(of: Team($0), year) }
    }

    private static func line(ofList year: Int, isFinal: Bool) -> String {
        line("@list", "\(year)", (isFinal ? EditionStatus.final : .publicity).rawValue)
    }

    private static func line(of team: Team, _ year: Int) -> String {
        line(
            "@team", "\(year)/\(team.id)", team.name, team.enterprise, team.province ?? "",
            (team.isWithdrawn ? Standing.withdrawn : .held).rawValue)
    }

    /// A line of parts. What would end a part or the line is a blank: names are compared without blanks.
    private static func line(_ parts: String...) -> String {
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
    init(_ row: RosterRow) {
        self.init(
            id: row.id.value.text, name: row.team.value, enterprise: row.enterprise.value,
            province: row.province.value.shortName, isWithdrawn: row.standing.value == .withdrawn, range: row.range)
    }

    /// The team with what a ledger did not keep yet, and with a title that was withdrawn since.
    func completed(by row: RosterRow) -> Self {
        Self(
            id: id, name: name, enterprise: enterprise, province: province ?? row.province.value.shortName,
            isWithdrawn: isWithdrawn || row.standing.value == .withdrawn, range: range)
    }
}
