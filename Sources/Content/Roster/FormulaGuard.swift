import Documents

/// Keeps spreadsheets from running what a text says (OWASP, CSV injection): they take a cell for a formula that begins with
/// `=`, `+`, `-` or `@`, some also after spaces, tabs or line ends, or at the beginning of a later line.
package enum FormulaGuard {
    /// The text with an apostrophe before it where it could be taken for a formula. Apostrophes before such a text are
    /// doubled by one more, so that `unguarded` gives every text back.
    package static func guarded(_ text: String) -> String { isRisky(text) ? "'" + text : text }

    /// The text that `guarded` was given, or that of a formula that is nothing but a text.
    package static func unguarded(_ text: String) -> String {
        if let text = self.text(ofFormula: text) { return text }
        guard text.utf8.first == UInt8(ascii: "'"), isRisky(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    /// The text of a formula that is nothing but a text: people write `="007"` so that a spreadsheet keeps the zeros.
    ///
    /// - Returns: `nil` for everything else.
    private static func text(ofFormula formula: String) -> String? {
        guard formula.utf8.first == UInt8(ascii: "=") else { return nil }
        return SheetFormula.text(of: formula.dropFirst())
    }

    /// Whether a text is a formula of a spreadsheet that only the spreadsheet can work out: `=B2&"班"`.
    package static func isFormula(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "="), self.text(ofFormula: text) == nil,
            let next = text.dropFirst().first(where: { $0 != " " })
        else { return false }
        return next.isASCII && (next.isLetter || next.isNumber || "(\"+-@$'{".contains(next))
    }

    private static func isRisky(_ text: String) -> Bool {
        guard !isPlain(text), !isNumber(text) else { return false }
        let bare = text.drop { $0 == "'" }
        if let first = bare.unicodeScalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
        return bare.split(whereSeparator: \.isNewline).contains { line in
            // Full-width signs begin formulas in Chinese and Japanese editions.
            let sign = line.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
            return sign.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        }
    }

    /// Whether a text is one line that begins with a letter, a digit or a Han character, as nearly all do: told by its
    /// bytes, because lists of all teams ask for each of their cells.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            break
        // U+4000 to U+9FFF.
        case 0xE4...0xE9: break
        default: return false
        }
        // Line ends are U+000A to U+000D, U+0085, U+2028 and U+2029.
        return !text.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
    }

    /// Whether a text is a negative number and nothing else.
    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1 else { return false }
        return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            && Double(text) != nil
    }
}
