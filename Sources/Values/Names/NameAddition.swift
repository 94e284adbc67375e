import Diagnostics

/// What people write in brackets behind a name and is no part of it: `（盖章）`, `（原浙江老湖公司）`, `（现浙江新湖公司）`.
package struct NameAddition: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Where a stamp or a signature goes.
        case seal
        /// The name that it had before.
        case earlierName
        /// The name that it has now: which of the two is meant is not said.
        case laterName
    }

    /// The text without it, without spaces at its ends.
    package let name: String
    /// What the brackets hold.
    package let words: String
    package let kind: Kind

    /// - Returns: `nil` for a text that ends in no such thing, or is nothing else.
    package init?(endOf text: String) {
        let text = text.trimmingSpaces
        guard let close = text.last, let open = Self.brackets[close] else { return nil }
        var depth = 0
        var start: String.Index?
        for index in text.indices.reversed() {
            if text[index] == close { depth += 1 }
            guard open.contains(text[index]) else { continue }
            depth -= 1
            if depth == 0 {
                start = index
                break
            }
        }
        guard let start else { return nil }
        let words = String(text[text.index(after: start)...].dropLast()).trimmingSpaces
        let name = String(text[..<start]).trimmingSpaces
        guard !name.isEmpty, let kind = Self.kind(of: words) else { return nil }
        (self.name, self.words, self.kind) = (name, words, kind)
    }

    private static let brackets: [Character: Set<Character>] = [
        "）": ["（", "("], ")": ["（", "("], "】": ["【"], "]": ["[", "［"], "］": ["[", "［"], "〕": ["〔"],
    ]

    private static func kind(of words: String) -> Kind? {
        let plain = ValueProposal.halfWidth(words).filter { !$0.isWhitespace }
        if seals.contains(plain) { return .seal }
        func names(_ beginnings: [String]) -> Bool {
            beginnings.contains { plain.hasPrefix($0) && plain.count > $0.count }
        }
        if names(["现名", "现称", "现更名为", "现改名为", "已更名为", "更名为", "改名为", "现为"]) { return .laterName }
        if names(["原名", "原称", "曾用名", "旧称", "旧名", "前身", "更名前"]) { return .earlierName }
        // 原平 is a place, 原水 a word of the trade, 现代 one of any: the rest has to be a name, and a branch is none.
        guard let first = plain.first, "原现".contains(first), PlaceReading.atStart(of: plain) == nil else { return nil }
        let rest = plain.dropFirst()
        if ["分公司", "子公司"].contains(where: rest.hasSuffix) { return nil }
        guard let second = rest.first, !"水料材址地油煤代场有".contains(second),
            endings.contains(where: { rest.hasSuffix($0) && rest.count > $0.count })
        else { return nil }
        return first == "原" ? .earlierName : .laterName
    }

    /// How names of firms and teams end.
    private static let endings = ["公司", "集团", "工程处", "工程局", "工程队", "设计院", "总厂", "班组", "小组", "班", "队"]

    private static let seals: Set<String> = [
        "盖章", "公章", "章", "签章", "印章", "盖公章", "加盖公章", "单位盖章", "单位公章", "企业盖章", "企业公章", "协会盖章", "盖章处", "签字", "签名", "签字盖章",
        "签字并盖章", "seal", "stamp",
    ]
}
