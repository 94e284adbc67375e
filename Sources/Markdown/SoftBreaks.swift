/// What becomes of a line break inside a paragraph.
enum SoftBreaks {
    /// Whether a line break between two characters leaves no trace: both belong to a script without spaces. Quotation
    /// marks and dashes that Chinese shares with English count when the other side is certain.
    static func vanishes(between before: UInt32, and after: UInt32) -> Bool {
        let isCertainBefore = CharacterClass.isUnspaced(before)
        let isCertainAfter = CharacterClass.isUnspaced(after)
        if isCertainBefore && isCertainAfter { return true }
        if isCertainBefore { return CharacterClass.isSharedPunctuation(after) }
        return isCertainAfter && CharacterClass.isSharedPunctuation(before)
    }
}
