/// How two names, of which what may be written in many ways is gone, differ.
enum NameLikeness: Equatable {
    case equal
    /// In one character that is beyond doubt a slip of whoever wrote it. Of a word that everybody knows, or of a name.
    case slip(String, String, inWord: Bool)
    /// In so little that they may be one, and may be two.
    case unsure
    case different

    /// The likeness of two names. Numbers, Latin words and characters such as 东 and 甲 tell one of several apart and are
    /// never a slip. Linear in the length of the names.
    static func of(_ left: [NameToken], _ right: [NameToken]) -> NameLikeness {
        if left == right { return .equal }
        let (longer, shorter) = left.count >= right.count ? (left, right) : (right, left)
        let start = zip(longer, shorter).prefix { $0 == $1 }.count
        let end = zip(longer.reversed(), shorter.reversed()).prefix { $0 == $1 }.count
        let likeness: NameLikeness
        switch longer.count - shorter.count {
        case 0 where start + end == longer.count - 1:
            likeness = substitution(KnownWords(longer), KnownWords(shorter), at: start)
        case 0 where start + end == longer.count - 2:
            likeness = swap(KnownWords(longer), KnownWords(shorter), at: start)
        case 1 where start + end >= shorter.count:
            likeness = surplus(KnownWords(longer), KnownWords(shorter), at: start)
        case 2...4 where start + end >= shorter.count:
            likeness = wordLeftOut(longer, count: longer.count - shorter.count, at: start, rest: shorter)
        default: return .different
        }
        guard case .slip(let one, let other, let inWord) = likeness, longer != left else { return likeness }
        return .slip(other, one, inWord: inWord)
    }

    private static func substitution(_ left: KnownWords, _ right: KnownWords, at index: Int) -> NameLikeness {
        let (one, other) = (left.tokens[index], right.tokens[index])
        guard case .character(let written) = one, case .character(let meant) = other else { return .different }
        let (isWord, isOtherWord) = (left.holds(index), right.holds(index))
        // 检修 and 抢修, 路 and 桥 are two things.
        if isWord && isOtherWord || one.isPlaceEnding && other.isPlaceEnding { return .different }
        let areLike = LikeCharacters.areLike(written, meant)
        // 东 and 冬 sound alike, but 东 is there to tell it from 西. 外理 is no way to tell anything.
        if one.isDistinctive && !isWord && !(isOtherWord && areLike) { return .different }
        if other.isDistinctive && !isOtherWord && !(isWord && areLike) { return .different }
        // People write what sounds or looks alike. Something else may well be meant.
        return areLike ? .slip(one.text, other.text, inWord: isWord || isOtherWord) : .unsure
    }

    private static func swap(_ left: KnownWords, _ right: KnownWords, at index: Int) -> NameLikeness {
        let (first, second) = (left.tokens[index], left.tokens[index + 1])
        guard right.tokens[index] == second, right.tokens[index + 1] == first else { return .different }
        if first.isDistinctive || second.isDistinctive { return .different }
        let isWord = left.holds(index) || left.holds(index + 1)
        let isOtherWord = right.holds(index) || right.holds(index + 1)
        // 桥路 is as good as 路桥, and 湖城 as 城湖.
        guard isWord != isOtherWord else { return .unsure }
        return .slip(first.text + second.text, second.text + first.text, inWord: true)
    }

    /// - Parameter index: the last place at which the surplus token may stand.
    private static func surplus(_ longer: KnownWords, _ shorter: KnownWords, at index: Int) -> NameLikeness {
        let token = longer.tokens[index]
        let slip = NameLikeness.slip(token.text, "", inWord: longer.holds(index) || shorter.spans(gap: index))
        // 养养护
        if case .character = token, index > 0, longer.tokens[index - 1] == token { return slip }
        if token.isDistinctive && !longer.holds(index) { return .different }
        guard shorter.tokens.count >= 3 else { return .unsure }
        // 运行营 breaks 运营.
        let isWhole =
            (index == 0 || longer.holds(index - 1)) && (index + 1 == longer.tokens.count || longer.holds(index + 1))
        if shorter.spans(gap: index), !isWhole { return slip }
        if longer.holds(index) {
            // 雨水管 and 水管 are both names; 掘 is none for 掘进.
            return shorter.isWhole(atGap: index) ? .unsure : slip
        }
        return token.isPlaceEnding || longer.tokens.count < 6 ? .unsure : slip
    }

    /// Whether one of two names lacks some characters, none of which tells anything apart.
    private static func wordLeftOut(_ longer: [NameToken], count: Int, at start: Int, rest: [NameToken]) -> NameLikeness
    {
        guard rest.count >= 2 else { return .different }
        let words = KnownWords(longer)
        let run = start..<start + count
        let isKnown = run.allSatisfy { words.holds($0) || !longer[$0].isDistinctive }
        return isKnown && run.contains { words.holds($0) } && !rest.allSatisfy(\.isDistinctive) ? .unsure : .different
    }
}
