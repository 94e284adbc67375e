/// Raised and lowered text, as in m² and CO₂, in characters of their own: Markdown has no mark for either.
enum RaisedText {
    /// As Word names them (ISO/IEC 29500-1, 17.18.96).
    enum Alignment: String {
        case superscript, `subscript`
    }

    private static let raised = characters("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", of: "0123456789+-\u{2212}\u{2011}=()ni")
    private static let lowered = characters("₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢ", of: "0123456789+-\u{2212}\u{2011}=()ni")
    /// Raised for looks, and read as they stand: 1st, ™.
    private static let ordinary: Set<String> = ["st", "nd", "rd", "th", "TM", "SM", "R", "C", "o"]

    private static func characters(_ others: String, of plain: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(plain, others))
    }

    /// The text in these characters, or with a sign before it where it would run together with what it stands beside:
    /// 10 with a raised 2k is 10^(2k), never 102k.
    static func text(_ text: String, _ alignment: Alignment) -> String {
        if let whole = whole(text, alignment) { return whole }
        switch alignment {
        case .superscript:
            let isRunTogether =
                text.allSatisfy { $0.isASCII && !"[],*".contains($0) } && text.contains { !$0.isWhitespace }
            return isRunTogether && !ordinary.contains(text) ? "^(\(text))" : text
        case .subscript:
            // Letters are commonly read beside their base, as in Rmax; figures are not.
            return String(text.map { $0.isNumber ? lowered[$0] ?? $0 : $0 })
        }
    }

    /// The text in these characters; `nil` where one of them has none.
    static func whole(_ text: String, _ alignment: Alignment) -> String? {
        let others = alignment == .superscript ? raised : lowered
        var result = ""
        for character in text {
            guard let other = others[character] else { return nil }
            result.append(other)
        }
        return result
    }
}
