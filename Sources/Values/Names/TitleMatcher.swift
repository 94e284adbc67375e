/// Which of the teams that are known the title of a write-up names, by the knowledge of `TeamMatcher`.
///
/// A title may be longer than a name: “运河盾构掘进班组：三检三复的做法”. The longest name that stands in it counts; what
/// people write in many ways makes no difference, and a character that is wrong makes none where it is beyond doubt.
/// Numbers, another province and another enterprise before the name always do.
package struct TitleMatcher: Sendable {
    private let teams: [NamedTeam]
    private let otherNames: [String: [String]]
    private let names: [TokenisedName]
    private let endings: [String]
    /// The tokens of all names, as numbers.
    private var numbers: [NameToken: Int32] = [:]
    /// A tree of names: where a token leads from a node.
    private var steps: [UInt64: Int32] = [:]
    private var nodes: [Node] = [Node()]
    /// Names without one token each, made when they are first asked for.
    private var slips: SlipIndex?

    private struct Node: Sendable {
        /// Teams whose whole name ends here.
        var whole: [Int] = []
        /// Teams whose name without its ending ends here.
        var cores: [Int] = []
    }

    /// A name that stands in a title.
    private struct Found {
        let range: Range<Int>
        let teams: [Int]
    }

    /// - Parameter otherNames: what enterprises are called besides, by the names that teams have them under.
    package init(_ teams: [NamedTeam], enterprisesAlsoCalled otherNames: [String: [String]] = [:]) {
        self.teams = teams
        self.otherNames = otherNames
        let none = EnterpriseName("")
        let parsed = teams.map { TeamName($0.team, enterprise: none) }
        names = parsed.map(\.core)
        endings = parsed.map(\.ending)
        for index in teams.indices {
            let whole = node(of: TitleText(teams[index].team).tokens)
            if whole > 0 { nodes[whole].whole.append(index) }
            guard !endings[index].isEmpty else { continue }
            let core = node(of: names[index].tokens)
            if core > 0 { nodes[core].cores.append(index) }
        }
    }

    /// The teams that a title names; several where their names are the same, or it has several. Linear in the title.
    package mutating func teams(namedIn title: String) -> [Int] {
        let text = TitleText(title)
        let found = Set(longest(text).flatMap(\.teams))
        if !found.isEmpty { return found.sorted() }
        return named(bySlipIn: text)
    }

    /// Whether a title names a team; its name without 班组 is enough for the one that is asked about.
    package func names(_ index: Int, in title: String) -> Bool {
        let text = TitleText(title)
        let found = longest(text)
        if found.contains(where: { $0.teams.contains(index) }) { return true }
        let core = names[index].tokens
        guard core.count > 1 else { return false }
        // A longer name that the core is a part of is another team's.
        func isFree(_ range: Range<Int>) -> Bool {
            !found.contains { $0.range.overlaps(range) } && isMeant(index, range, in: text)
        }
        for start in text.tokens.indices {
            let range = start..<start + core.count
            if range.upperBound <= text.tokens.count, text.tokens[range].elementsEqual(core), isFree(range) {
                return true
            }
        }
        return Self.windows(text, lengths: core.count - 1...core.count + 1).contains { range in
            guard case .slip = NameLikeness.of(Array(text.tokens[range]), core) else { return false }
            return isFree(range)
        }
    }

    /// A part of a title that is called as teams are, and is near none of the names of a team; `nil` for a title that is
    /// about something else.
    package static func team(statedIn title: String, unless team: NamedTeam? = nil) -> String? {
        let stated = TitleText(title).statedTeams
        guard let team else { return stated.first }
        let enterprise = EnterpriseName(team.enterprise)
        let own = TeamName(team.team, enterprise: enterprise)
        let isNear = stated.contains { name in
            TeamName(name, enterprise: enterprise).comparison(with: own) != nil && !isElsewhere(name, team.province)
        }
        return isNear ? nil : stated.first
    }

    /// Teams whose names are near a title or what it calls a team, the likeliest first: a person has to decide. Goes through
    /// all teams.
    package func teams(near title: String) -> [TeamMatcher.Candidate] {
        let none = EnterpriseName("")
        let stated = (TitleText(title).statedTeams + [title]).map { TeamName($0, enterprise: none) }
        return teams.indices.compactMap { index -> TeamMatcher.Candidate? in
            let own = TeamName(teams[index].team, enterprise: none)
            guard let reasons = stated.lazy.compactMap({ $0.comparison(with: own) }).first else { return nil }
            return TeamMatcher.Candidate(index: index, reasons: reasons)
        }
        .sorted { ($0.doubts.count, $0.reasons.count, $0.index) < ($1.doubts.count, $1.reasons.count, $1.index) }
    }

    // MARK: Names that stand in a title

    private mutating func node(of tokens: [NameToken]) -> Int {
        var node: Int32 = 0
        for token in tokens {
            let number = numbers[token] ?? Int32(numbers.count)
            numbers[token] = number
            let step = UInt64(node) << 32 | UInt64(number)
            if let next = steps[step] {
                node = next
            } else {
                node = Int32(nodes.count)
                steps[step] = node
                nodes.append(Node())
            }
        }
        return Int(node)
    }

    /// The names that stand in a title and are no part of a longer one.
    private func longest(_ text: TitleText) -> [Found] {
        let title = text.tokens.map { numbers[$0] ?? -1 }
        var found: [Found] = []
        for start in title.indices {
            var (node, end): (Int32, Int) = (0, start)
            var longest: Found?
            while end < title.count, title[end] >= 0, let next = steps[UInt64(node) << 32 | UInt64(title[end])] {
                node = next
                end += 1
                let (range, teams) = named(at: nodes[Int(node)], start..<end, in: text)
                if !teams.isEmpty { longest = Found(range: range, teams: teams) }
            }
            // What begins later and ends no later is a part of what was found.
            if let longest, longest.range.upperBound > found.last?.range.upperBound ?? 0 { found.append(longest) }
        }
        return found
    }

    private func named(at node: Node, _ core: Range<Int>, in text: TitleText) -> (Range<Int>, [Int]) {
        guard !node.whole.isEmpty || !node.cores.isEmpty else { return (core, []) }
        let ending = text.teamEnding(at: core.upperBound)
        var range = core
        var teams = node.whole.filter { index in
            // A name that is no more than a word is one where nothing else stands.
            (!endings[index].isEmpty && names[index].tokens.count > 1 || text.isWhole(core))
                && isMeant(index, core, in: text)
        }
        if let ending {
            let whole = core.lowerBound..<core.upperBound + ending.count
            let cores = node.cores.filter { index in
                TeamName.areSame(endings[index], ending) && (core.count > 1 || text.isWhole(whole))
                    && isMeant(index, whole, in: text)
            }
            if !cores.isEmpty { (range, teams) = (whole, Array(Set(teams + cores)).sorted()) }
        }
        return (range, ofEnterprise(teams, in: text, before: range.lowerBound))
    }

    /// Whether nothing around a name tells that another team is meant.
    private func isMeant(_ index: Int, _ range: Range<Int>, in text: TitleText) -> Bool {
        let ending = text.teamEnding(at: range.upperBound)
        if text.isCounted(before: range.lowerBound) || text.isCounted(range.upperBound + (ending?.count ?? 0)) {
            return false
        }
        let prefix = text.prefix(before: range.lowerBound)
        guard !prefix.isEmpty else { return true }
        let firm = EnterpriseName(prefix)
        let isFirm = !firm.legalForm.isEmpty || !firm.core.tokens.isEmpty && firm.comparison(with: own(index)) != nil
        if isFirm { return isOwn(firm, index) }
        // With the name behind it: a slip at the name's start may have cut the place in two.
        return !Self.isElsewhere(prefix + text.text(range), teams[index].province)
    }

    /// Whether a text begins with another province, or a place in one. The Corps counts to Xinjiang.
    private static func isElsewhere(_ text: String, _ province: Province?) -> Bool {
        guard let province, let place = PlaceReading.atStart(of: text), place.isCertain else { return false }
        return place.province != province && place.province.countsToSlug != province.slug
            && province.countsToSlug != place.province.slug
    }

    private func own(_ index: Int) -> EnterpriseName { EnterpriseName(teams[index].enterprise) }

    /// Whether an enterprise that a title names is that of a team, be it in short or by another name that is known.
    private func isOwn(_ firm: EnterpriseName, _ index: Int) -> Bool {
        let enterprise = teams[index].enterprise
        return ([enterprise] + (otherNames[enterprise] ?? [])).contains { name in
            let known = EnterpriseName(name)
            return firm.comparison(with: known) != nil || firm.isPart(of: known) || known.isPart(of: firm)
        }
    }

    /// Of teams of the same name those whose enterprise the title names, if it does.
    private func ofEnterprise(_ named: [Int], in text: TitleText, before start: Int) -> [Int] {
        guard named.count > 1, text.segments.count > 1 || !text.prefix(before: start).isEmpty else { return named }
        let firms = (text.segments.map { text.text($0) } + [text.prefix(before: start)])
            .map { EnterpriseName($0) }.filter { !$0.legalForm.isEmpty }
        let ofFirm = firms.isEmpty ? [] : named.filter { index in firms.contains { isOwn($0, index) } }
        return ofFirm.isEmpty ? named : ofFirm
    }

    // MARK: Names with one character that is wrong

    /// Ranges of a title that end where a team's name does.
    private static func windows(_ text: TitleText, lengths: ClosedRange<Int>) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        for segment in text.segments {
            for end in segment.dropFirst() where text.teamEnding(at: end) != nil {
                for length in lengths where length > 1 && end - length >= segment.lowerBound {
                    windows.append(end - length..<end)
                }
            }
        }
        return windows
    }

    private mutating func named(bySlipIn text: TitleText) -> [Int] {
        let index = slips ?? SlipIndex(names.map { $0.tokens.map { numbers[$0] ?? -1 } })
        slips = index
        let title = text.tokens.map { numbers[$0] ?? -1 }
        var found: Set<Int> = []
        for range in Self.windows(text, lengths: 2...max(2, index.longest + 1)) {
            for candidate in index.names(near: title[range]) where !found.contains(candidate) {
                guard case .slip = NameLikeness.of(Array(text.tokens[range]), names[candidate].tokens),
                    let ending = text.teamEnding(at: range.upperBound), TeamName.areSame(endings[candidate], ending),
                    isMeant(candidate, range, in: text)
                else { continue }
                found.insert(candidate)
            }
        }
        return found.sorted()
    }
}

/// Names as numbers of tokens, found by others that differ in one token.
private struct SlipIndex: Sendable {
    private var byKey: [Int: [Int]] = [:]
    /// How many tokens the longest name has.
    let longest: Int

    init(_ names: [[Int32]]) {
        longest = names.map(\.count).max() ?? 0
        for (index, name) in names.enumerated() where name.count > 1 {
            for key in Self.keys(of: name[...]) { byKey[key, default: []].append(index) }
        }
    }

    /// Names that may differ in no more than one token.
    func names(near name: ArraySlice<Int32>) -> Set<Int> {
        Set(Self.keys(of: name).flatMap { byKey[$0] ?? [] })
    }

    /// Two names that differ in one token have one of these in common.
    private static func keys(of name: ArraySlice<Int32>) -> Set<Int> {
        func key(_ tokens: some Sequence<Int32>) -> Int {
            var hasher = Hasher()
            for token in tokens { hasher.combine(token) }
            return hasher.finalize()
        }
        var keys: Set<Int> = [key(name)]
        for index in name.indices { keys.insert(key([name[..<index], name[(index + 1)...]].joined())) }
        return keys
    }
}

extension EnterpriseName {
    /// Whether all that is this name's own stands in another, in the same order: 越隧公司 in 浙江越隧地下工程有限公司.
    fileprivate func isPart(of other: EnterpriseName) -> Bool {
        let own = withoutPlaces.tokens
        guard own.count > 1, places.isEmpty || places == other.places else { return false }
        var rest = other.withoutPlaces.tokens[...]
        return own.allSatisfy { token in
            guard let index = rest.firstIndex(of: token) else { return false }
            rest = rest[(index + 1)...]
            return true
        }
    }
}
