/// A team as somebody names it: in a roster, a result table, a form, a title.
package struct NamedTeam: Sendable, Hashable {
    package let team: String
    /// Empty where it is not given.
    package let enterprise: String
    /// Where it is known: another one speaks against two being one.
    package let province: Province?
    /// As `province`; empty or `nil` where it is not known.
    package let recommender: String?

    package init(team: String, enterprise: String, province: Province? = nil, recommender: String? = nil) {
        self.team = team
        self.enterprise = enterprise
        self.province = province
        self.recommender = recommender
    }
}

/// Which of the teams that are known is meant: by team and enterprise, never by likeness of ids.
///
/// What people write in many ways makes no difference: 班, 班组 and 小组; 有限公司, 有限责任公司 and 集团; brackets and what they
/// hold; blanks, full width, traditional characters; one character that is wrong, missing or too much. What tells one
/// of several apart always does: numbers in any figures, 甲 and 乙, 东 and 西, provinces and cities, a firm and its branch.
package struct TeamMatcher: Sendable {
    /// A known team with what speaks for and against it.
    package struct Candidate: Sendable, Hashable {
        /// Among the teams that the matcher was given.
        package let index: Int
        package let reasons: [MatchReason]

        /// What a person has to decide.
        package var doubts: [MatchReason] { reasons.filter(\.isDoubt) }
    }

    package enum Answer: Sendable, Hashable {
        /// Both names are the same but for width, blanks and capitals.
        case exact(Int)
        /// The same team beyond doubt, written in another way.
        case same(Candidate)
        /// Teams that may be meant, the likeliest first; a single one is doubtful as well. A person has to choose.
        case several([Candidate])
        /// No team is meant: it is one more.
        case none
    }

    /// A team under one of the names of its enterprise.
    private struct Spelling {
        /// Among the teams.
        let team: Int
        let parsed: ParsedTeam
        /// Whether the enterprise is called otherwise than the team was made known with.
        let hasOtherName: Bool
    }

    package private(set) var teams: [NamedTeam] = []
    private var spellings: [Spelling] = []
    private var exact: [String: [Int]] = [:]
    /// As `exact`, under the other names of the enterprises.
    private var exactOtherwise: [String: [Int]] = [:]
    /// Spellings by what is left of the enterprises' names, and of these without one character each.
    private var byEnterprise: [String: [Int]] = [:]
    /// Spellings whose enterprises are not given.
    private var withoutEnterprise: [Int] = []

    package init(_ teams: [NamedTeam]) {
        for team in teams { add(team) }
    }

    /// Makes a team known, the last one.
    ///
    /// - Parameter otherEnterprises: what its enterprise is or was called beside that: it is the same team under each.
    package mutating func add(_ team: NamedTeam, otherEnterprises: [String] = []) {
        let index = teams.count
        teams.append(team)
        exact[Self.exactKey(team), default: []].append(index)
        add(Spelling(team: index, parsed: ParsedTeam(team), hasOtherName: false))
        for name in otherEnterprises {
            let other = NamedTeam(
                team: team.team, enterprise: name, province: team.province, recommender: team.recommender)
            exactOtherwise[Self.exactKey(other), default: []].append(index)
            add(Spelling(team: index, parsed: ParsedTeam(other), hasOtherName: true))
        }
    }

    private mutating func add(_ spelling: Spelling) {
        let enterprise = spelling.parsed.enterprise
        for key in Self.keys(of: enterprise) { byEnterprise[key, default: []].append(spellings.count) }
        if enterprise.folded.isEmpty { withoutEnterprise.append(spellings.count) }
        spellings.append(spelling)
    }

    /// The known team that is meant.
    ///
    /// - Parameter excluded: teams that are not asked about, such as those that other rows of a table name exactly.
    package func answer(for team: NamedTeam, excluding excluded: Set<Int> = []) -> Answer {
        let named = team.enterprise.isEmpty ? [] : (exact[Self.exactKey(team)] ?? []).filter { !excluded.contains($0) }
        if !named.isEmpty {
            let candidates = named.map { Candidate(index: $0, reasons: teams[$0].provinceDoubts(against: team)) }
            let certain = candidates.filter(\.reasons.isEmpty)
            return certain.count == 1 ? .exact(certain[0].index) : .several(candidates)
        }
        let otherwise =
            team.enterprise.isEmpty
            ? [] : (exactOtherwise[Self.exactKey(team)] ?? []).filter { !excluded.contains($0) }
        var candidates = otherwise.map { Candidate(index: $0, reasons: reasons($0, team)) }
        if candidates.isEmpty { candidates = nearCandidates(for: team, excluding: excluded) }
        let certain = candidates.filter(\.doubts.isEmpty)
        if certain.count == 1 { return .same(certain[0]) }
        // The fewest doubts first.
        let ordered = (certain.isEmpty ? candidates : certain).sorted {
            ($0.doubts.count, $0.reasons.count, $0.index) < ($1.doubts.count, $1.reasons.count, $1.index)
        }
        return ordered.isEmpty ? .none : .several(ordered)
    }

    /// Why a team that is named under another name of its enterprise is one that is known.
    private func reasons(_ index: Int, _ named: NamedTeam) -> [MatchReason] {
        [.otherName(named.enterprise, teams[index].enterprise)] + teams[index].provinceDoubts(against: named)
    }

    /// The known teams that may be meant, each by the spelling that speaks least against it.
    private func nearCandidates(for team: NamedTeam, excluding excluded: Set<Int>) -> [Candidate] {
        let wanted = ParsedTeam(team)
        var best: [Int: [MatchReason]] = [:]
        for spelling in near(wanted).sorted().map({ spellings[$0] }) where !excluded.contains(spelling.team) {
            guard var reasons = wanted.comparison(with: spelling.parsed) else { continue }
            if spelling.hasOtherName {
                reasons.append(.otherName(team.enterprise, teams[spelling.team].enterprise))
            }
            if let known = best[spelling.team],
                (known.count(where: \.isDoubt), known.count) <= (reasons.count(where: \.isDoubt), reasons.count)
            {
                continue
            }
            best[spelling.team] = reasons
        }
        return best.sorted { $0.key < $1.key }.map { Candidate(index: $0.key, reasons: $0.value) }
    }

    /// Which team each of several is. What one of them names exactly is not asked about for another.
    package func answers(for named: [NamedTeam]) -> [Answer] {
        let exactly = named.map { team -> Int? in
            guard !team.enterprise.isEmpty, let found = exact[Self.exactKey(team)], found.count == 1 else { return nil }
            return found[0]
        }
        let taken = Set(exactly.compactMap { $0 })
        return zip(named, exactly).map { team, own in
            answer(for: team, excluding: own.map { taken.subtracting([$0]) } ?? taken)
        }
    }

    /// How many known teams a team is compared with, beside those that it names exactly.
    func comparisonCount(for team: NamedTeam) -> Int { near(ParsedTeam(team)).count }

    /// What speaks for and against two being one team; `nil` where they are not.
    package static func comparison(_ left: NamedTeam, _ right: NamedTeam) -> [MatchReason]? {
        ParsedTeam(left).comparison(with: ParsedTeam(right))
    }

    private static func exactKey(_ team: NamedTeam) -> String {
        ComparableName.key(team.team) + "\n" + ComparableName.key(team.enterprise)
    }

    /// Two names that differ in one token, which is no number or Latin word, have one of these in common.
    private static func keys(of enterprise: EnterpriseName) -> Set<String> {
        guard !enterprise.folded.isEmpty else { return [] }
        func key(_ tokens: some Sequence<NameToken>) -> String { tokens.map(\.text).joined(separator: " ") }
        var keys: Set<String> = []
        for tokens in [enterprise.core.tokens, enterprise.whole.tokens, enterprise.withoutPlaces.tokens] {
            keys.insert(key(tokens))
            for index in tokens.indices {
                guard case .character = tokens[index] else { continue }
                keys.insert(key(tokens[..<index] + tokens[(index + 1)...]))
            }
        }
        return keys
    }

    /// The spellings of teams that may be meant.
    private func near(_ team: ParsedTeam) -> Set<Int> {
        if team.enterprise.folded.isEmpty { return Set(spellings.indices) }
        return Set(Self.keys(of: team.enterprise).flatMap { byEnterprise[$0] ?? [] } + withoutEnterprise)
    }
}

/// A team with its names taken apart.
private struct ParsedTeam: Sendable {
    let named: NamedTeam
    let enterprise: EnterpriseName
    let team: TeamName

    init(_ named: NamedTeam) {
        self.named = named
        enterprise = EnterpriseName(named.enterprise)
        team = TeamName(named.team, enterprise: enterprise)
    }

    /// What speaks for and against two being one team; `nil` where they are not.
    func comparison(with other: ParsedTeam) -> [MatchReason]? {
        guard var reasons = team.comparison(with: other.team) else { return nil }
        if enterprise.folded.isEmpty || other.enterprise.folded.isEmpty {
            return reasons + [.noEnterprise] + doubts(against: other)
        }
        guard let firm = enterprise.comparison(with: other.enterprise) else { return nil }
        switch (reasons.nearness, firm.nearness) {
        // Two names that are only near are two teams.
        case (.doubtful, .doubtful), (.doubtful, .slip), (.slip, .doubtful), (.doubtful, .slipOfName),
            (.slipOfName, .doubtful):
            return nil
        case (.slip, .slip), (.slip, .slipOfName), (.slipOfName, .slip), (.slipOfName, .slipOfName):
            reasons.append(.bothDiffer)
        case (.none, .slipOfName) where team.isCommon: reasons.append(.commonTeamName)
        default: break
        }
        return reasons + firm + doubts(against: other)
    }

    /// What else of two teams speaks against their being one.
    private func doubts(against other: ParsedTeam) -> [MatchReason] {
        var doubts = named.provinceDoubts(against: other.named)
        if let one = named.recommender, let another = other.named.recommender, !one.isEmpty, !another.isEmpty,
            EnterpriseName(one).comparison(with: EnterpriseName(another)) == nil
        {
            doubts.append(.recommender(one, another))
        }
        return doubts
    }
}

extension NamedTeam {
    /// Another province makes another team, though its names be the same. The Corps counts to Xinjiang.
    fileprivate func provinceDoubts(against other: NamedTeam) -> [MatchReason] {
        guard let one = province, let another = other.province, !one.isSame(as: another) else { return [] }
        return [.province(one, another)]
    }
}

/// How far two names are from each other, by the reasons.
private enum Nearness {
    case none, slip, slipOfName, doubtful
}

extension [MatchReason] {
    fileprivate var nearness: Nearness {
        if contains(where: \.isDoubt) { return .doubtful }
        for case .slip(_, _, _, let inWord) in self { return inWord ? .slip : .slipOfName }
        return .none
    }
}
