/// The title of a write-up as tokens of names, with the places where it pauses.
struct TitleText: Sendable {
    /// More is no title; the rest is not looked at.
    private static let maximumTokenCount = 200

    private(set) var tokens: [NameToken] = []
    /// The parts between blanks and signs, as ranges of tokens.
    private(set) var segments: [Range<Int>] = []
    /// The place of each token's segment among them.
    private(set) var segmentOf: [Int] = []

    init(_ title: String) {
        for part in title.split(whereSeparator: { $0.isWhitespace || $0.isPunctuation || $0.isSymbol }) {
            let found = TokenisedName(NameFolding.folded(String(part))).tokens
            guard !found.isEmpty else { continue }
            let start = tokens.count
            tokens += found.prefix(Self.maximumTokenCount - start)
            guard tokens.count > start else { return }
            segmentOf += Array(repeating: segments.count, count: tokens.count - start)
            segments.append(start..<tokens.count)
        }
    }

    func text(_ range: Range<Int>) -> String { tokens[range].map(\.text).joined() }

    /// The words before a token in its segment.
    func prefix(before index: Int) -> String {
        guard index < tokens.count else { return "" }
        return text(segments[segmentOf[index]].lowerBound..<index)
    }

    private func character(_ index: Int) -> Character? {
        guard tokens.indices.contains(index), case .character(let character) = tokens[index] else { return nil }
        return character
    }

    /// The ending of a team's name at a token: 班组, 小组, 班 or 组; `nil` for none, as in 班长 and 班前.
    func teamEnding(at index: Int) -> String? {
        switch (character(index), character(index + 1)) {
        case ("班", "组"):
            return character(index + 2) == "长" ? nil : "班组"
        case ("小", "组"): return "小组"
        case ("班", let next): return next.map(Self.behindShifts.contains) ?? false ? nil : "班"
        case ("组", let next): return next.map(Self.behindGroups.contains) ?? false ? nil : "组"
        default: return nil
        }
    }

    /// What stands behind 班 where it is no team.
    private static let behindShifts = Set<Character>("长前后次会子车制中员")
    private static let behindGroups = Set<Character>("长织合成建装件员")

    /// The part of a segment that a team's name may be: all of it, or what stands before 的.
    private func head(of segment: Range<Int>) -> Range<Int> {
        let end = segment.first { character($0) == "的" } ?? segment.upperBound
        return segment.lowerBound..<end
    }

    /// Whether a range of tokens is a whole segment, or all of one before 的.
    func isWhole(_ range: Range<Int>) -> Bool {
        guard range.lowerBound < tokens.count else { return false }
        let segment = segments[segmentOf[range.lowerBound]]
        return range == segment || range == head(of: segment)
    }

    /// Whether a range is followed by a number that tells one of several apart: 养护班组二班, 养护班（二）.
    func isCounted(_ end: Int) -> Bool {
        guard end < tokens.count, case .number = tokens[end] else { return false }
        guard let next = character(end + 1) else { return true }
        return "班组队".contains(next) || segmentOf[end + 1] != segmentOf[end]
    }

    /// Whether a number stands directly before a token.
    func isCounted(before start: Int) -> Bool {
        guard start > 0, segmentOf[start - 1] == segmentOf[start], case .number = tokens[start - 1] else {
            return false
        }
        return true
    }

    /// The parts that are called as teams are. Titles tell of methods as well: those that begin with what is done, and
    /// kinds of teams (学习型班组), name none.
    var statedTeams: [String] {
        segments.compactMap { segment in
            let name = text(head(of: segment))
            guard let ending = Self.endings.first(where: name.hasSuffix) else { return nil }
            let own = name.dropLast(ending.count)
            guard own.count >= 2, !Self.openers.contains(where: own.hasPrefix),
                !Self.kinds.contains(where: own.hasSuffix),
                ending != "班" || !(own.last.map(Self.beforeShifts.contains) ?? false)
            else { return nil }
            return name
        }
    }

    private static let endings = ["班组", "小组", "班", "队"]
    /// Words that titles about a method begin with.
    private static let openers = [
        "打造", "建设", "创建", "培育", "争创", "争做", "争当", "做", "如何", "怎样", "怎么", "为什么", "让", "把", "用", "以", "从", "当好",
        "抓好", "管好", "管住", "带好", "带强", "建好", "建强", "依靠", "依托", "发挥", "推进", "推动", "推行", "实行", "开展", "成立", "组建", "组织",
        "每", "各", "全员", "一个", "一支", "我们", "我的", "面向", "走进", "关于", "浅谈", "论", "谈", "基于", "通过", "加强", "激活", "班组",
        "五型", "施工班", "作业班", "生产班",
    ]
    /// What stands before the ending where a kind of team is meant.
    private static let kinds = [
        "型", "式", "星级", "信得过", "先进", "优秀", "示范", "标杆", "明星", "金牌", "品牌", "模范", "一线", "基层", "兄弟", "攻关", "领导", "qc",
        "活动", "突击", "标准化", "专业化", "精细化", "每", "各", "本", "个", "支", "管好", "带好", "建好", "与",
    ]
    /// What stands before 班 where it is a shift: 值班, 夜班.
    private static let beforeShifts = Set<Character>("值夜早晚接交上下轮换当白倒跟顶加排专")
}
