import Content
import Diagnostics
import SiteModel

/// The names under which things were first published, as the ledger of addresses keeps them: teams of decided lists, and
/// enterprises and associations by their addresses.
///
/// Each is a line of its own between the addresses, with tabs between its parts, as names may have blanks:
/// `@list⇥2020⇥final`, `@team⇥2020/zj-003⇥team⇥enterprise`, `@name⇥/enterprises/chenghu/⇥name`. Ledgers of earlier versions
/// have none of them; then only ids are known.
struct PublishedRecords {
    struct Team {
        let id: String
        let name: String
        let enterprise: String
        /// Its line in the ledger.
        let range: SourceRange
    }

    /// What is known of a year's list.
    struct List {
        var isFinal = false
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
    mutating func add(_ line: String, at range: SourceRange) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("@list", 3):
            if let year = Int(parts[1]) { lists[year, default: List()].isFinal = parts[2] == "final" }
        case ("@team", 4):
            let key = parts[1].split(separator: "/", maxSplits: 1)
            guard key.count == 2, let year = Int(key[0]) else { return }
            lists[year, default: List()].teams.append(
                Team(id: String(key[1]), name: parts[2], enterprise: parts[3], range: range))
        case ("@name", 3): names[parts[1]] = parts[2]
        default: break
        }
    }

    /// Takes an address for that of a team, if it may be: `/awards/2020/zj-003/`.
    mutating func add(address: String) {
        let parts = address.split(separator: "/")
        guard parts.count == 3, parts[0] == "awards", let year = Int(parts[1]), address.hasSuffix("/") else { return }
        lists[year, default: List()].ids.insert(String(parts[2]))
    }

    // MARK: What is to be kept

    /// The lines about a site. What was published first stays as it was, whatever a name is now.
    func lines(about site: Site) -> [String] {
        var lines: [String] = []
        for edition in site.editions where edition.state != .draft {
            let year = edition.year
            let list = lists[year] ?? List()
            let isFinal = list.isFinal || edition.state == .final
            lines.append("@list\t\(year)\t\(isFinal ? "final" : "publicity")\n")
            let there = Set(edition.entry.roster.map(\.id.value.text))
            // Who is left out after objections was never on the decided list.
            let first = list.teams.filter { list.isFinal || there.contains($0.id) }
            let known = Set(first.map(\.id))
            lines += first.map { "@team\t\(year)/\($0.id)\t\($0.name)\t\($0.enterprise)\n" }
            for row in edition.entry.roster where !known.contains(row.id.value.text) {
                lines.append("@team\t\(year)/\(row.id.value)\t\(row.team.value)\t\(row.enterprise.value)\n")
            }
        }
        lines += site.enterprises.filter { !$0.teams.isEmpty }.map { "@name\t\($0.url)\t\($0.name)\n" }
        lines += site.associations.map { "@name\t\($0.url)\t\($0.name)\n" }
        return lines
    }
}
