/// Raised and lowered text in characters of their own, as in m² and CO₂: Markdown has no mark for either.
package enum RaisedCharacters {
    private static let raised = characters("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", of: "0123456789+-\u{2212}\u{2011}=()ni")
    private static let lowered = characters("₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢ", of: "0123456789+-\u{2212}\u{2011}=()ni")

    private static func characters(_ others: String, of plain: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(plain, others))
    }

    /// The raised text; `nil` where one of its characters has no raised form.
    package static func raised(_ text: String) -> String? { whole(text, raised) }

    /// The lowered text; `nil` where one of its characters has no lowered form.
    package static func lowered(_ text: String) -> String? { whole(text, lowered) }

    private static func whole(_ text: String, _ others: [Character: Character]) -> String? {
        var result = ""
        for character in text {
            guard let other = others[character] else { return nil }
            result.append(other)
        }
        return result
    }
}
