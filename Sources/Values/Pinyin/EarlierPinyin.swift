/// Readings before words were known but a few: addresses that were published with them stay.
enum EarlierPinyin {
    private static let words: [(word: [Unicode.Scalar], syllables: [String])] = [
        ("陕西", ["shaan", "xi"]), ("重庆", ["chong", "qing"]), ("厦门", ["xia", "men"]), ("六安", ["lu", "an"]),
        ("台州", ["tai", "zhou"]),
        ("蚌埠", ["beng", "bu"]), ("乐清", ["yue", "qing"]), ("银行", ["yin", "hang"]), ("行业", ["hang", "ye"]),
        ("地下", ["di", "xia"]), ("单县", ["shan", "xian"]), ("会计", ["kuai", "ji"]), ("长沙", ["chang", "sha"]),
        ("长春", ["chang", "chun"]), ("长江", ["chang", "jiang"]), ("长安", ["chang", "an"]),
        ("长宁", ["chang", "ning"]), ("长治", ["chang", "zhi"]), ("长兴", ["chang", "xing"]),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    /// The readings of the characters of a text, one each.
    ///
    /// - Parameter alone: the reading of a character that no word tells; it may be empty.
    static func syllables(of text: [Unicode.Scalar], alone: (Unicode.Scalar) -> String) -> [String] {
        var syllables: [String] = []
        var rest = text[...]
        while let scalar = rest.first {
            let known = words.first { rest.starts(with: $0.word) }
            syllables += known?.syllables ?? [alone(scalar)]
            rest.removeFirst(known?.word.count ?? 1)
        }
        return syllables
    }
}
