/// A font whose characters are signs: what stands in the file is a place in the font, and only the font says which sign
/// that is.
///
/// `Symbol` has the places of Adobe's Symbol encoding; the others have those of Microsoft's fonts, by the characters that
/// Unicode gave their signs (Unicode 7.0, L2/12-130), in the plainest form of each. Boxes to tick are ☐ and ☑ throughout.
enum SymbolFont: String, Sendable {
    case symbol, wingdings
    case wingdings2 = "wingdings 2"

    /// - Parameter name: of a font, in any case of letters.
    init?(named name: String) {
        guard let first = name.utf8.first, first | 0x20 == UInt8(ascii: "s") || first | 0x20 == UInt8(ascii: "w") else {
            return nil
        }
        self.init(rawValue: name.lowercased())
    }

    /// The character at a place, 0x20 to 0xFF; `nil` for one that is not known.
    func character(at place: UInt32) -> Character? {
        if place == 0x20 { return " " }
        return switch self {
        case .symbol: Self.symbols[place]
        case .wingdings: Self.dingbats[place]
        case .wingdings2: Self.moreDingbats[place]
        }
    }

    private static func table(_ runs: [(first: UInt32, characters: String)]) -> [UInt32: Character] {
        var table: [UInt32: Character] = [:]
        for run in runs {
            for (offset, character) in run.characters.enumerated() where character != " " {
                table[run.first + UInt32(offset)] = character
            }
        }
        return table
    }

    private static let symbols = table([
        (0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅"),
        (0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
        (0xF1, "〉∫"),
    ])

    private static let dingbats = table([
        (0x22, "✂✁"), (0x28, "☎✆"), (0x36, "⌛"), (0x3E, "✇✍"), (0x41, "✌"), (0x45, "☜☞☝☟"), (0x4A, "☺ ☹ ☠"),
        (0x51, "✈☼ ❄ ✞ ✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓"), (0x6C, "● ■□ ❑❒⬧⧫◆❖⬥☒ ⌘"),
        (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "·•"), (0xA1, "○"), (0xA4, "◉◎ ▪☐ ✦★✶✴✹✵ ⌖⟡⌑ ✪✰"),
        (0xD5, "⌫⌦ ➢"), (0xDF, "←→↑↓↖↗↙↘"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩⬄⇳"), (0xFB, "✗✓☒☑"),
    ])

    private static let moreDingbats = table([
        (0x4F, "✗✓☒☑☒☒"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0xA3, "□"),
    ])
}
