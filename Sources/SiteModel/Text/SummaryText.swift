/// Cuts a text to a summary where a Chinese sentence ends.
package enum SummaryText {
    private static let sentenceEnds: Set<Character> = ["。", "！", "？", "；", ".", "!", "?"]
    private static let clauseEnds: Set<Character> = ["，", "、", ",", "："]
    private static let openings: Set<Character> = ["《", "“", "‘", "（", "「", "『", "【", "("]
    private static let closings: Set<Character> = ["》", "”", "’", "）", "」", "』", "】", ")"]

    /// The text as one line, whole if it is short, else up to the last end of a sentence within the limit, else of a
    /// clause, never inside quotation marks or brackets; `…` shows where something is left out.
    ///
    /// - Parameter limit: in characters of the reader.
    package static func cut(_ text: String, limit: Int) -> String {
        var characters: [Character] = []
        for character in text {
            let isBreak = character.isNewline
            if isBreak, characters.last == " " || characters.isEmpty { continue }
            characters.append(isBreak ? " " : character)
            // One more than the limit tells that there is more.
            if characters.count > limit { break }
        }
        while characters.last == " " { characters.removeLast() }
        guard characters.count > limit else { return String(characters) }
        characters.removeLast()

        var depth = 0
        var sentence: Int?
        var clause: Int?
        for (index, character) in characters.enumerated() {
            if openings.contains(character) { depth += 1 }
            if closings.contains(character) { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if sentenceEnds.contains(character), isEnd(at: index, in: characters) { sentence = index + 1 }
            if clauseEnds.contains(character) { clause = index }
        }
        if let sentence, sentence * 3 >= limit { return String(characters[..<sentence]) }
        if let clause, clause * 3 >= limit { return String(characters[..<clause]) + "…" }
        return String(characters) + "…"
    }

    /// Whether a full stop ends a sentence rather than standing in a number or a name.
    private static func isEnd(at index: Int, in characters: [Character]) -> Bool {
        guard characters[index] == "." else { return true }
        return index + 1 == characters.count || characters[index + 1] == " "
    }
}
