import Values

/// Proposes ids of teams: letters of the province and a number, as the year's roster has them already (`zj-003`).
struct IDProposal {
    private var taken: Set<String>
    private let surroundings: RosterSurroundings
    /// Ids of write-ups that are about one of the teams, by its place among them.
    private let ownWriteUps: [Int: String]
    /// Letters that the roster uses for a province.
    private var prefixes: [Province: [String: Int]] = [:]
    private var highest: [String: Int] = [:]
    private var digits = 3

    /// - Parameters:
    ///   - taken: ids of the roster and those that the table has.
    ///   - teams: all of the roster, and those of the table that it does not have.
    init(taken: Set<String>, teams: [NamedTeam], surroundings: RosterSurroundings) {
        self.taken = taken
        self.surroundings = surroundings
        var idsOfTeam: [Int: [String]] = [:]
        let free = surroundings.writeUps.filter { !taken.contains($0.key) }
        if !free.isEmpty {
            var titles = TitleMatcher(teams)
            for (id, title) in free.sorted(by: { $0.key < $1.key }) {
                let named = titles.teams(namedIn: title)
                // Teams of one name have to be told apart by a person.
                if named.count == 1 { idsOfTeam[named[0], default: []].append(id) }
            }
        }
        ownWriteUps = idsOfTeam.compactMapValues { $0.count == 1 ? $0.first : nil }
        for id in taken { note(id) }
    }

    /// Notes how an id of a province looks.
    mutating func learn(_ id: String, province: Province?) {
        guard let (prefix, _) = Self.parts(of: id), let province else { return }
        prefixes[province, default: [:]][prefix, default: 0] += 1
    }

    private mutating func note(_ id: String) {
        guard let (prefix, number) = Self.parts(of: id) else { return }
        highest[prefix] = max(highest[prefix] ?? 0, number)
        digits = max(digits, id.utf8.count - prefix.utf8.count - 1)
    }

    /// The next id of a province. A write-up that names the team lends its own; ids of other write-ups are left alone,
    /// because their text would show on the page of a team it is not about.
    ///
    /// - Parameter team: its place among the teams.
    mutating func next(in province: Province?, team: Int) -> String {
        if let id = ownWriteUps[team], taken.insert(id).inserted { return id }
        let learnt = province.flatMap { prefixes[$0] }?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let prefix = learnt ?? province?.letters ?? "team"
        var number = highest[prefix] ?? 0
        var id: String
        repeat {
            number += 1
            let text = String(number)
            id = "\(prefix)-" + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        } while taken.contains(id) || surroundings.writeUps[id] != nil
        highest[prefix] = number
        taken.insert(id)
        return id
    }

    /// `zj` and 3 of `zj-003`.
    private static func parts(of id: String) -> (prefix: String, number: Int)? {
        guard let hyphen = id.lastIndex(of: "-"), hyphen > id.startIndex, id.utf8.count < 40 else { return nil }
        let digits = id[id.index(after: hyphen)...]
        guard (1...6).contains(digits.utf8.count), let number = Int(digits) else { return nil }
        return (String(id[..<hyphen]), number)
    }
}
