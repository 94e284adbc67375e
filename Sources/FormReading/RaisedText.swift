/// Raised and lowered text, as in m² and CO₂, in characters of their own: Markdown has no mark for either.
enum RaisedText {
    /// As Word names them (ISO/IEC 29500-1, 17.18.96).
    enum Alignment: String {
        case superscript, `subscript`
    }

    private static let plain = Array("0123456789+-=()n")
    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
    private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ")

    /// The text in these characters; as it is where one of them has none.
    static func text(_ text: String, _ alignment: Alignment) -> String {
        let others = alignment == .superscript ? raised : lowered
        var result = ""
        for character in text {
            guard let index = plain.firstIndex(of: character) else { return text }
            result.append(others[index])
        }
        return result
    }
}
