/// The name of a team, taken apart: what is its own, and what is written in many ways.
struct TeamName: Sendable {
    /// Without its ending and brackets that tell nothing apart.
    let core: TokenisedName
    /// What stands in such brackets.
    let brackets: [TokenisedName]
    let bracketText: String
    /// 班, 班组, 小组, 组 or empty.
    let ending: String
    /// Whether the enterprise's name stood before it.
    let namesEnterprise: Bool
    /// Folded.
    let folded: String

    /// - Parameter enterprise: the team's own.
    init(_ name: String, enterprise: EnterpriseName) {
        folded = NameFolding.folded(name)
        var text = folded
        let namesEnterprise =
            !enterprise.folded.isEmpty && text.hasPrefix(enterprise.folded)
            && text.count > enterprise.folded.count
        if namesEnterprise { text.removeFirst(enterprise.folded.count) }
        self.namesEnterprise = namesEnterprise
        let bracketed = BracketedText(text)
        // 养护班（二）: the number is as much of the name as in 养护二班.
        let isTelling = bracketed.inside.contains { TokenisedName($0).tokens.contains(where: \.isDistinctive) }
        text = bracketed.outside
        // 管网养护（班组）.
        if bracketed.inside.count == 1, Self.endings.contains(bracketed.inside[0]),
            bracketed.whole == bracketed.outside + bracketed.inside[0]
        {
            text = bracketed.whole
            brackets = []
            bracketText = ""
        } else {
            brackets = isTelling ? [] : bracketed.inside.map { TokenisedName($0) }
            bracketText = isTelling ? "" : bracketed.inside.joined(separator: "、")
        }
        ending = Self.endings.first { [text] in text.hasSuffix($0) } ?? ""
        text.removeLast(ending.count)
        if isTelling {
            // The brackets behind the ending count the team, those before it stand where they stand.
            let isBehind = bracketed.whole.hasPrefix(bracketed.outside)
            text = isBehind ? text + bracketed.inside.joined() : String(bracketed.whole.dropLast(ending.count))
        }
        core = TokenisedName(text)
    }

    /// What speaks for and against two names being those of one team of an enterprise; `nil` where they are not.
    func comparison(with other: TeamName) -> [MatchReason]? {
        if folded == other.folded { return [] }
        guard !core.tokens.isEmpty || !other.core.tokens.isEmpty else {
            return Self.areSame(ending, other.ending) ? [.teamEnding(ending, other.ending)] : nil
        }
        var reasons: [MatchReason] = []
        if namesEnterprise != other.namesEnterprise { reasons.append(.enterpriseInTeam) }
        if ending != other.ending {
            reasons.append(
                Self.areSame(ending, other.ending)
                    ? .teamEnding(ending, other.ending) : .near(.team, folded, other.folded))
        }
        switch (brackets.isEmpty, other.brackets.isEmpty) {
        case (false, false): guard brackets == other.brackets else { return nil }
        case (true, true): break
        case (let isBare, _): reasons.append(.brackets(.team, isBare ? other.bracketText : bracketText))
        }
        switch NameLikeness.of(core.tokens, other.core.tokens) {
        case .equal:
            if core.hasWrittenNumbers != other.core.hasWrittenNumbers { reasons.append(.numerals(.team)) }
            return reasons.isEmpty ? [.spelling(.team)] : reasons
        case .slip(_, _, inWord: false) where PersonNames.begins(core.tokens) && PersonNames.begins(other.core.tokens):
            return reasons + [.near(.team, folded, other.folded)]
        case .slip(let one, let other, let inWord): return reasons + [.slip(.team, one, other, inWord: inWord)]
        case .unsure: return reasons + [.near(.team, folded, other.folded)]
        case .different: return nil
        }
    }

    private static let endings = ["班组", "小组", "班", "组"]

    /// Whether two endings say the same. 一组 may be a part of 一班.
    static func areSame(_ one: String, _ other: String) -> Bool {
        one == other || !one.isEmpty && !other.isEmpty && Set([one, other]) != ["班", "组"]
    }

    /// Whether the name holds something that not every enterprise's teams are called: 运河, not 沥青摊铺.
    var isCommon: Bool { KnownWords(core.tokens).ownCharacterCount < 2 }
}
