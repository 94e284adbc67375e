import Values

/// The number before a heading, which tells how deep it stands: `一、`, `（一）`, `1.`, `(1)`, `①`, `Ⅰ`, `第一部分`.
struct HeadingNumber {
    /// From 1, the widest, to 6; `unnumbered` without a number.
    let level: Int
    /// What follows the number, without spaces before it.
    let rest: Substring

    /// Deeper than all numbered ones.
    static let unnumbered = 9

    /// - Parameter text: with half-width signs, without spaces at its ends.
    init(_ text: String) {
        (level, rest) = Self.parts(of: text[...]) ?? (Self.unnumbered, text[...])
    }

    private static func parts(of text: Substring) -> (Int, Substring)? {
        guard let first = text.unicodeScalars.first else { return nil }
        switch first.value {
        // Ⅰ to Ⅻ, ㈠ to ㈩, ⒈ to ⒛, ① to ⑳ and ❶, ⑴ to ⒇.
        case 0x2160...0x216B, 0x2170...0x217B: return (1, afterSeparators(text.dropFirst()))
        case 0x3220...0x3229: return (3, afterSeparators(text.dropFirst()))
        case 0x2488...0x249B: return (4, afterSeparators(text.dropFirst()))
        case 0x2474...0x2487: return (5, afterSeparators(text.dropFirst()))
        case 0x2460...0x2473, 0x2776...0x277F: return (6, afterSeparators(text.dropFirst()))
        default: break
        }
        if text.hasPrefix("第") { return ordinal(text.dropFirst()) }
        let isBracketed = text.hasPrefix("(") || text.hasPrefix("【") || text.hasPrefix("[")
        let body = isBracketed ? text.dropFirst() : text
        let han = body.prefix { HanNumeral.isOne($0) }
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        let number = han.isEmpty ? digits : han
        guard number.count <= 4 else { return nil }
        let after = body.dropFirst(number.count)
        if isBracketed {
            guard !number.isEmpty, let end = after.first, ")】]".contains(end) else { return nil }
            return (han.isEmpty ? 5 : 3, afterSeparators(after.dropFirst()))
        }
        if number.isEmpty, let level = letterLevel(of: text) { return level }
        guard (1...4).contains(number.count) else { return nil }
        // 三明市 begins with no number: a sign or a space ends one. 1.5 is none either.
        guard let end = after.first, "、.,:)".contains(end) || end.isWhitespace,
            after.dropFirst().first.map({ $0.isASCII && $0.isNumber }) != true
        else { return nil }
        return (han.isEmpty ? 4 : 2, afterSeparators(after))
    }

    /// `III、`, `A.`: letters of ASCII before a sign.
    private static func letterLevel(of text: Substring) -> (Int, Substring)? {
        let letters = text.prefix { $0.isASCII && $0.isLetter }
        let after = text.dropFirst(letters.count)
        guard !letters.isEmpty, let end = after.first, "、.)".contains(end) else { return nil }
        let isRoman = letters.count <= 4 && letters.allSatisfy { "IVX".contains($0) }
        guard isRoman || letters.count == 1 else { return nil }
        return (isRoman ? 1 : 4, afterSeparators(after))
    }

    /// 第一部分, 第1类: what follows 第.
    private static func ordinal(_ text: Substring) -> (Int, Substring)? {
        let number = text.prefix { HanNumeral.isOne($0) || $0.isASCII && $0.isNumber }
        let after = text.dropFirst(number.count)
        guard !number.isEmpty else { return nil }
        for unit in ["部分", "单元", "类", "批", "组", "章", "节", "项", "片区"] where after.hasPrefix(unit) {
            return (1, afterSeparators(after.dropFirst(unit.count)))
        }
        guard let end = after.first, "、.,:)".contains(end) || end.isWhitespace else { return nil }
        return (1, afterSeparators(after))
    }

    private static func afterSeparators(_ text: Substring) -> Substring {
        text.drop { "、.,:)".contains($0) || $0.isWhitespace }
    }
}
