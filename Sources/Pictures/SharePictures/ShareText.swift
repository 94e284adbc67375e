import CDrawing
import Text

/// Text as it is set in a share picture.
package enum ShareText {
    /// A phrase of at most so many characters stays together; longer ones are those of other scripts.
    private static let longestPhrase = 12
    /// U+2060, between characters that stay together.
    private static let joiner = "\u{2060}"
    /// What stands for a character that the font lacks (JIS X 4051 calls it geta).
    private static let substitute: Unicode.Scalar = "〓"

    /// The characters that the font lacks, each once. Empty when the font is not installed.
    package static func missingCharacters(in text: String) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where lacks(scalar) && !missing.contains(scalar) { missing.append(scalar) }
        return missing
    }

    /// The text with marks for the line breaks, and a sign for what cannot be drawn.
    static func prepared(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(lacks(scalar) ? substitute : scalar) }
        return TitlePhrases.phrases(of: String(scalars)).map { phrase in
            phrase.count > longestPhrase || phrase.contains(" ")
                ? phrase : phrase.map(String.init).joined(separator: joiner)
        }.joined()
    }

    private static func lacks(_ scalar: Unicode.Scalar) -> Bool {
        // Spaces and joiners are no characters of a font.
        scalar.value >= 0x80 && !scalar.properties.isDefaultIgnorableCodePoint
            && !scalar.properties.isWhitespace && showcase_font_lacks(scalar.value) != 0
    }
}
