extension Pinyin {
    /// All readings that a Han character has in words, the commonest in names first, in lower-case ASCII; none for other
    /// characters. 重 is read zhong and chong.
    package static func readings(of scalar: Unicode.Scalar) -> [String] {
        let phrases = PinyinPhraseTable.shared
        guard let first = phrases.reading(alone: scalar) ?? PinyinTable.syllable(of: scalar), !first.isEmpty else {
            return []
        }
        return [first] + (otherReadings[scalar] ?? []).subtracting([first]).sorted()
    }

    /// The readings of characters in words, where they are read otherwise than alone.
    private static let otherReadings = PinyinPhraseTable.shared.readingsInWords
}
