import Markdown

/// Raised and lowered text, as in m² and CO₂, in characters of their own: Markdown has no mark for either.
enum RaisedText {
    /// As Word names them (ISO/IEC 29500-1, 17.18.96).
    enum Alignment: String {
        case superscript, `subscript`
    }

    /// Raised for looks, and read as they stand: 1st, ™.
    private static let ordinary: Set<String> = ["st", "nd", "rd", "th", "TM", "SM", "R", "C", "o"]

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
            return text.map { $0.isNumber ? RaisedCharacters.lowered(String($0)) ?? String($0) : String($0) }.joined()
        }
    }

    /// The text in these characters; `nil` where one of them has none.
    static func whole(_ text: String, _ alignment: Alignment) -> String? {
        alignment == .superscript ? RaisedCharacters.raised(text) : RaisedCharacters.lowered(text)
    }
}
