/// Keeps spreadsheets from running what a text says (OWASP, CSV injection): they take a cell for a formula that begins with
/// `=`, `+`, `-` or `@`, some also after spaces, tabs or line ends, or at the beginning of a later line.
package enum FormulaGuard {
    /// The text with an apostrophe before it where it could be taken for a formula. Apostrophes before such a text are
    /// doubled by one more, so that `unguarded` gives every text back.
    package static func guarded(_ text: String) -> String { isRisky(text) ? "'" + text : text }

    /// The text that `guarded` was given.
    package static func unguarded(_ text: String) -> String {
        guard text.hasPrefix("'"), isRisky(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    private static func isRisky(_ text: String) -> Bool {
        guard !isNumber(text) else { return false }
        let bare = text.drop { $0 == "'" }
        if let first = bare.unicodeScalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
        return bare.split(whereSeparator: \.isNewline).contains { line in
            // Full-width signs begin formulas in Chinese and Japanese editions.
            let sign = line.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
            return sign.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        }
    }

    /// Whether a text is a negative number and nothing else.
    private static func isNumber(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1 else { return false }
        return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            && Double(text) != nil
    }
}
