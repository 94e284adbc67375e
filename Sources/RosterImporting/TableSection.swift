import Content

/// What a heading between the rows says about all rows below it.
struct TableSection {
    var province: Province?
    var recommender: String?
    var isSelfNominated = false

    init() {}

    /// - Parameter heading: `一、浙江省（12个）`, `（二）宁波市市政行业协会推荐`, `企业自荐`.
    /// - Returns: `nil` for a text that is no such heading.
    init?(heading: String, surroundings: RosterSurroundings) {
        let name = Self.bare(heading)
        guard !name.isEmpty else { return nil }
        if let province = Province(named: name) {
            self.province = province
        } else if ["企业自荐", "自荐", "企业自荐申报"].contains(name) {
            isSelfNominated = true
        } else {
            let recommender = name.hasSuffix("推荐") ? String(name.dropLast(2)) : name
            guard let association = surroundings.association(recommender) else {
                guard recommender.hasSuffix("协会"), !recommender.contains(where: { "，。：；,".contains($0) }) else {
                    return nil
                }
                self.recommender = recommender
                return
            }
            self.recommender = association.name
        }
    }

    /// Without the number before it and the count behind it.
    private static func bare(_ heading: String) -> String {
        var text = Substring(ValueText.halfWidth(heading).filter { !$0.isWhitespace })
        let ordinals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第"]
        let start = text.drop { $0 == "(" || ordinals.contains($0) || $0.isASCII && $0.isNumber }
        if let first = start.first, "、.)".contains(first), start.startIndex > text.startIndex {
            text = start.dropFirst().drop { $0 == "、" }
        }
        if let bracket = text.lastIndex(of: "("), text[bracket...].contains(where: \.isNumber) {
            text = text[..<bracket]
        }
        while let last = text.last, ":共个项家名组".contains(last) || last.isASCII && last.isNumber { text.removeLast() }
        return String(text)
    }

    /// A row that adds up: `合计 300`, `小计：12 个`.
    ///
    /// - Parameter texts: of the row, from left to right.
    static func total(in texts: [String]) -> (count: Int, isWhole: Bool)? {
        guard let first = texts.first(where: { !$0.isEmpty }) else { return nil }
        let name = ValueText.halfWidth(first).filter { !$0.isWhitespace }
        // A team may be called 合计班: only numbers and their words may follow.
        let isSum = name.dropFirst(2).allSatisfy { $0.isNumber || ":共个项家组班团队支名条()".contains($0) }
        let isWhole = ["合计", "总计", "共计", "总数"].contains { name.hasPrefix($0) }
        guard isSum, isWhole || name.hasPrefix("小计") else { return nil }
        let candidates = [String(name.dropFirst(2))] + texts.dropFirst().map { ValueText.halfWidth($0) }
        let count = candidates.lazy.compactMap { text -> Int? in
            let digits = text.filter { $0.isASCII && $0.isNumber }
            return digits.isEmpty || digits.count > 6 ? nil : Int(digits)
        }.first
        return count.map { ($0, isWhole) } ?? (0, false)
    }
}
