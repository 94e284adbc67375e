/// Where words of the trade stand in a name.
struct KnownWords {
    let tokens: [NameToken]
    /// Ranges of tokens.
    private let words: [Range<Int>]

    init(_ tokens: [NameToken]) {
        self.tokens = tokens
        var words: [Range<Int>] = []
        for start in tokens.indices {
            for length in 2...TradeWords.longest where start + length <= tokens.count {
                let range = start..<start + length
                let word = tokens[range].map(\.text).joined()
                if TradeWords.isOne(word[...]) { words.append(range) }
            }
        }
        self.words = words
    }

    func holds(_ index: Int) -> Bool { words.contains { $0.contains(index) } }

    /// Whether a word goes over the place before a token.
    func spans(gap index: Int) -> Bool { words.contains { $0.lowerBound < index && index < $0.upperBound } }

    /// Whether the tokens on both sides of a place belong to words, as far as there are any.
    func isWhole(atGap index: Int) -> Bool {
        (index == 0 || holds(index - 1)) && (index == tokens.count || holds(index))
    }

    /// How many characters belong to no word of the trade and do not merely count: what is the name's own.
    var ownCharacterCount: Int {
        tokens.indices.count { index in
            if case .character = tokens[index] { !holds(index) } else { false }
        }
    }
}
