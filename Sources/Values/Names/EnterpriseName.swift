/// The name of an enterprise, taken apart: what is its own, and what is written in many ways.
struct EnterpriseName: Sendable {
    /// Without legal form and brackets.
    let core: TokenisedName
    /// `core` without the places that it begins with.
    let withoutPlaces: TokenisedName
    /// With what stands in brackets, where it stands.
    let whole: TokenisedName
    /// What stands in brackets, without 集团 and the like.
    let brackets: [TokenisedName]
    let bracketText: String
    /// 有限公司, 集团有限公司, …; empty for none.
    let legalForm: String
    /// 分公司, 项目部, …: a part of a firm is not the firm.
    let branch: String?
    /// Whether a place has its 省 or 市.
    let hasPlaceEnding: Bool
    /// The places that the name begins with, without 省 and 市.
    let places: [String]
    /// Folded.
    let folded: String
    /// Whether the name has a firm of the state in full, such as 中国建筑第八工程局.
    let hasFullForm: Bool

    init(_ name: String) {
        folded = NameFolding.folded(name)
        let short = StateFirms.shortened(folded)
        hasFullForm = short != folded
        let bracketed = BracketedText(short)
        let (inner, branch) = Self.withoutBranch(bracketed.outside)
        let (bare, form) = Self.withoutLegalForm(inner)
        let (places, rest, hasEnding) = PlaceNames.leading(in: bare)
        self.branch = branch
        legalForm = form + bracketed.inside.filter { Self.isLegalForm($0) }.joined()
        hasPlaceEnding = hasEnding
        self.places = places
        core = TokenisedName(places.joined() + rest)
        withoutPlaces = TokenisedName(rest)
        let kept = bracketed.inside.filter { !Self.isLegalForm($0) && !$0.isEmpty }
        brackets = kept.map { TokenisedName($0) }
        bracketText = kept.joined(separator: "、")
        whole = TokenisedName(Self.withoutLegalForm(Self.withoutBranch(bracketed.whole).0).0)
    }

    /// What speaks for and against two names being those of one enterprise; `nil` where they are not.
    func comparison(with other: EnterpriseName) -> [MatchReason]? {
        if folded == other.folded { return [] }
        guard branch == other.branch else { return nil }
        var reasons: [MatchReason] = []
        if hasFullForm != other.hasFullForm { reasons.append(.shortForm) }
        if legalForm != other.legalForm { reasons.append(.legalForm(legalForm, other.legalForm)) }
        if hasPlaceEnding != other.hasPlaceEnding { reasons.append(.placeEnding) }
        // 中建（杭州）建设 and 中建杭州建设 say the same.
        if core != other.core, whole == other.whole || whole == other.core || core == other.whole {
            return reasons + [.spelling(.enterprise)]
        }
        switch (brackets.isEmpty, other.brackets.isEmpty) {
        case (false, false): guard brackets == other.brackets else { return nil }
        case (true, true): break
        case (let isBare, _):
            let inside = isBare ? other : self
            reasons.append(
                inside.hasTellingBrackets
                    ? .near(.enterprise, folded, other.folded) : .brackets(.enterprise, inside.bracketText))
        }
        if places != other.places, core != other.core {
            // 淅江 is a slip for 浙江, and no place.
            if places.isEmpty != other.places.isEmpty, core.tokens.count == other.core.tokens.count,
                case .slip(let one, let other, _) = NameLikeness.of(core.tokens, other.core.tokens)
            {
                return reasons + [.slip(.enterprise, one, other, inWord: true)]
            }
            let (more, fewer) = places.count >= other.places.count ? (places, other.places) : (other.places, places)
            // 浙江宁波… and 宁波….
            guard more.count > fewer.count, fewer.isEmpty || more.suffix(fewer.count) == fewer[...],
                withoutPlaces == other.withoutPlaces
            else { return nil }
            return reasons + [.placeMissing(more.dropLast(fewer.count).joined())]
        }
        switch NameLikeness.of(core.tokens, other.core.tokens) {
        case .equal:
            if core.hasWrittenNumbers != other.core.hasWrittenNumbers { reasons.append(.numerals(.enterprise)) }
            return reasons.isEmpty ? [.spelling(.enterprise)] : reasons
        case .slip(let one, let other, let inWord): return reasons + [.slip(.enterprise, one, other, inWord: inWord)]
        case .unsure: return reasons + [.near(.enterprise, folded, other.folded)]
        case .different: return nil
        }
    }

    /// Whether the brackets hold something that tells one of several apart, and no place.
    private var hasTellingBrackets: Bool {
        brackets.contains { $0.tokens.contains(where: \.isDistinctive) }
            && PlaceNames.leading(in: bracketText).places.isEmpty
    }

    private static let forms = [
        "股份有限责任公司", "有限责任公司", "股份有限公司", "有限公司", "总公司", "公司", "集团", "股份",
        // As it is mistyped.
        "限公司", "有限公",
    ]

    private static func isLegalForm(_ text: String) -> Bool { !text.isEmpty && withoutLegalForm(text).0.isEmpty }

    private static func withoutLegalForm(_ name: String) -> (String, form: String) {
        var (rest, kept, form) = (Substring(name), "", "")
        while !rest.isEmpty {
            if rest.hasPrefix("分公司") || rest.hasPrefix("子公司") {
                kept += rest.prefix(3)
                rest = rest.dropFirst(3)
            } else if let found = forms.first(where: rest.hasPrefix) {
                form += found
                rest = rest.dropFirst(found.count)
            } else {
                kept.append(rest.removeFirst())
            }
        }
        return (kept, form)
    }

    /// Endings of parts of a firm, the longer before those they end with, with the one that stands for them.
    private static let branches: [(ending: String, kind: String)] = [
        ("子公司", "子公司"), ("分公司", "分公司"), ("项目经理部", "项目部"), ("项目部", "项目部"), ("指挥部", "指挥部"),
        ("事业部", "事业部"), ("工程部", "工程部"), ("分部", "分部"), ("分院", "分院"), ("分局", "分局"), ("分厂", "分厂"),
        ("分所", "分所"), ("分处", "分处"), ("分中心", "分中心"), ("办事处", "办事处"), ("管理处", "管理处"), ("管理所", "管理所"),
        ("工程处", "工程处"), ("养护处", "养护处"), ("养护所", "养护所"), ("工区", "工区"), ("车间", "车间"),
    ]

    private static func withoutBranch(_ name: String) -> (String, branch: String?) {
        guard let found = branches.first(where: { name.hasSuffix($0.ending) }) else { return (name, nil) }
        return (String(name.dropLast(found.ending.count)), found.kind)
    }
}

/// A folded name with its brackets taken out.
struct BracketedText {
    let outside: String
    let inside: [String]
    /// All of it, without the brackets themselves.
    let whole: String

    init(_ text: String) {
        var (outside, whole, current): (String, String, String) = ("", "", "")
        var inside: [String] = []
        var depth = 0
        for character in text {
            switch character {
            case "(", "[", "〔", "【", "〈", "《", "「", "{":
                depth += 1
            case ")", "]", "〕", "】", "〉", "》", "」", "}":
                guard depth > 0 else { continue }
                depth -= 1
                if depth == 0 {
                    inside.append(current)
                    current = ""
                }
            default:
                whole.append(character)
                if depth > 0 { current.append(character) } else { outside.append(character) }
            }
        }
        // A bracket that is not closed holds nothing.
        self.outside = outside + current
        self.inside = inside
        self.whole = whole
    }
}

/// Places at the beginning of names of enterprises.
enum PlaceNames {
    /// - Returns: the places, what follows them, and whether one of them has its 省, 市 or 自治区.
    static func leading(in name: String) -> (places: [String], rest: String, hasEnding: Bool) {
        var (rest, places, hasEnding) = (Substring(name), [String](), false)
        while let (place, length, isFull) = place(atStartOf: rest) {
            places.append(place)
            rest = rest.dropFirst(length)
            hasEnding = hasEnding || isFull
        }
        return (places, String(rest), hasEnding)
    }

    private static func place(atStartOf text: Substring) -> (name: String, length: Int, isFull: Bool)? {
        let candidates = Province.all.filter { text.hasPrefix($0.shortName) }
        guard let province = candidates.max(by: { $0.shortName.count < $1.shortName.count }) else {
            return city(atStartOf: text)
        }
        let (short, full) = (province.shortName, province.fullName)
        // 北京市政 is no 北京市.
        let isFull = text.hasPrefix(full) && !(full.hasSuffix("市") && text.dropFirst(full.count).hasPrefix("政"))
        return (short, isFull ? full.count : short.count, isFull)
    }

    /// A city with its 市, or one of the prefecture level without it.
    private static func city(atStartOf text: Substring) -> (name: String, length: Int, isFull: Bool)? {
        let index = PlaceIndex.shared
        for length in stride(from: min(index.longest, text.count), through: 2, by: -1) {
            let start = String(text.prefix(length))
            // 宁波市政 is no 宁波市.
            guard index.beginnings[start] != nil, !(start.hasSuffix("市") && text.dropFirst(length).hasPrefix("政"))
            else { continue }
            let short = PlaceForms.short(start)
            return (short, length, short != start)
        }
        return nil
    }
}
