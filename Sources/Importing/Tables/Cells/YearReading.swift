import Values

/// Years as people write them: 2030, 2030年度, 二〇三〇年, 30年.
enum YearReading {
    /// The year that a text is; `nil` for what is none.
    ///
    /// - Parameter near: the year that is expected, which tells the century of two digits.
    static func year(_ text: String, near: Int) -> Int? {
        var plain = ValueText.halfWidth(text).filter { !$0.isWhitespace }[...]
        if plain.hasSuffix(".0") { plain = plain.dropLast(2) }
        for ending in ["年度", "年"] where plain.hasSuffix(ending) {
            plain = plain.dropLast(ending.count)
            break
        }
        let number = plain.allSatisfy { $0.isASCII && $0.isNumber } ? Int(plain) : HanNumeral.value(plain)
        guard let number else { return nil }
        // 二〇三〇 has four figures; 二千零三十 is written by nobody, and right as well.
        switch plain.count {
        case 2: return near / 100 * 100 + number
        default: return (1900...2199).contains(number) ? number : nil
        }
    }
}
