extension TeamMatcher {
    /// Known teams of the same name whose enterprises are others, or seem to: one of both may be shortened, or was renamed. Names that
    /// many enterprises give their teams say nothing, unless one enterprise is short for the other.
    ///
    /// - Parameter team: one that is none of the known teams by `answer(for:)`.
    package func namesakes(of team: NamedTeam) -> [Candidate] {
        guard !team.enterprise.isEmpty else { return [] }
        let enterprise = EnterpriseName(team.enterprise)
        let isCommon = TeamName(team.team, enterprise: enterprise).isCommon
        let key = ComparableName.key(team.team)
        return teams.indices.compactMap { index in
            let known = teams[index]
            guard !known.enterprise.isEmpty, ComparableName.key(known.team) == key, mayBeOfOneProvince(known, team)
            else { return nil }
            let other = EnterpriseName(known.enterprise)
            guard !isCommon || enterprise.isShort(for: other) || other.isShort(for: enterprise) else { return nil }
            return Candidate(index: index, reasons: [.otherEnterprise(known.enterprise, team.enterprise)])
        }
    }

    private func mayBeOfOneProvince(_ one: NamedTeam, _ other: NamedTeam) -> Bool {
        guard let first = one.province, let second = other.province else { return true }
        return first.isSame(as: second)
    }
}

extension EnterpriseName {
    /// Whether a name may be a short form of another: all its characters stand there in their order, from the first of its
    /// own on: 浙江澄湖城建 for 浙江澄湖城市建设.
    func isShort(for other: EnterpriseName) -> Bool {
        let (short, long) = (withoutPlaces.tokens, other.withoutPlaces.tokens)
        guard branch == other.branch, (2..<max(long.count, 2)).contains(short.count), short.first == long.first,
            places.isEmpty || other.places.isEmpty || places.last == other.places.last
        else { return false }
        var rest = long[...]
        for token in short {
            guard let place = rest.firstIndex(of: token) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }
}
