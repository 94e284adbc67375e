/// Which of several words in one cell or field is ticked: `☑浙江省市政行业协会 □企业自荐`, `√ 企业自荐`.
package enum TickedChoice: Sendable, Hashable {
    /// Nothing is there to tick.
    case nothing
    case one(String)
    /// Boxes of which none is ticked, or several.
    case unclear

    package init(_ text: String) {
        var choices: [(isTicked: Bool, text: String)] = []
        var before = ""
        for character in Self.withBoxes(text) {
            if Self.ticked.contains(character) || Self.empty.contains(character) {
                choices.append((Self.ticked.contains(character), ""))
            } else if choices.isEmpty {
                before.append(character)
            } else {
                choices[choices.count - 1].text.append(character)
            }
        }
        guard !choices.isEmpty else {
            self = .nothing
            return
        }
        // 企业自荐 □ 协会推荐 ☑: the boxes stand behind their words.
        let isBehind = !Self.trimmed(before).isEmpty && Self.trimmed(choices.last?.text ?? "").isEmpty
        let texts = isBehind ? [before] + choices.dropLast().map(\.text) : choices.map(\.text)
        let said = zip(choices, texts).filter { $0.0.isTicked }.map { Self.trimmed($0.1) }
        self = said.count == 1 && !said[0].isEmpty ? .one(said[0]) : .unclear
    }

    /// With boxes for ticks in brackets, and for brackets that are left empty beside one: 协会推荐（√） 企业自荐（ ）.
    private static func withBoxes(_ text: String) -> String {
        guard let brackets = pairs.first(where: { pair in ticks.contains { text.contains(pair.0 + $0 + pair.1) } })
        else {
            return text
        }
        var text = text
        for tick in ticks { text = text.replacing(brackets.0 + tick + brackets.1, with: "☑") }
        for blank in ["", " ", "  ", "   ", "\u{3000}", "\u{3000}\u{3000}"] {
            text = text.replacing(brackets.0 + blank + brackets.1, with: "□")
        }
        return text
    }

    private static let pairs = [("（", "）"), ("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕")]
    private static let ticks = ["√", "✓", "✔", "☑", "v", "V", "x", "X", "●", "■", "✅"]

    private static func trimmed(_ text: String) -> String {
        var text = text.trimmingSpaces
        while let last = text.last, "、,，;；/|（(".contains(last) { text = String(text.dropLast()).trimmingSpaces }
        while let first = text.first, "、,，;；/|）)".contains(first) { text = String(text.dropFirst()).trimmingSpaces }
        return text
    }

    private static let ticked = Set<Character>("☑☒✓✔√■◼🗹⊠✅")
    private static let empty = Set<Character>("□☐◻▢⬜")
}
