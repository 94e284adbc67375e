/// Where the lines of a title may break.
///
/// UAX #14 breaks Chinese text between any two Han characters, also in the middle of 信得过. In a text nobody minds; in a
/// title of two lines it is the first thing to be seen. Neither browsers nor pango know words of Chinese (`word-break:
/// auto-phrase` knows Japanese alone), and a segmenter would give other breaks with each of its versions. So a list of the
/// words that titles of this field are made of tells what stays together; what stands between them stays together if it is
/// short, as names are.
package enum TitlePhrases {
    /// A run of characters that are in no word of the list breaks nowhere if it has at most so many.
    private static let longestName = 4

    /// The words by their first character, longest first.
    private static let words: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        let words = PhraseWords.all.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
        return Dictionary(grouping: words) { $0[0] }
    }()

    /// The title in parts that a line should not break in; joined they are the title.
    package static func phrases(of title: String) -> [String] {
        let scalars = Array(title.unicodeScalars)
        var phrases: [[Unicode.Scalar]] = []
        // Characters in no word, since the last phrase.
        var name: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            if isClosing(scalars[index]) {
                // Before it no line ever breaks.
                if name.isEmpty, !phrases.isEmpty {
                    phrases[phrases.count - 1].append(scalars[index])
                } else {
                    phrases.append(name + [scalars[index]])
                    name = []
                }
                index += 1
            } else if isOther(scalars[index]) {
                // Blanks break by the rules of Unicode; digits, letters and what opens stay with what follows.
                name.append(scalars[index])
                index += 1
            } else if let word = word(in: scalars, at: index) {
                finish(&name, into: &phrases, before: word)
                phrases.append(name + word)
                name = []
                index += word.count
            } else if PhraseWords.endings.contains(scalars[index]), name.isEmpty, !phrases.isEmpty {
                phrases[phrases.count - 1].append(scalars[index])
                index += 1
            } else {
                name.append(scalars[index])
                index += 1
            }
        }
        if !name.isEmpty { phrases += broken(name) }
        return phrases.map { phrase in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: phrase)
            return String(text)
        }
    }

    /// Takes the characters before a word as phrases of their own, but for those that belong to it: `2021` before 年度,
    /// 与 before what it joins.
    private static func finish(
        _ name: inout [Unicode.Scalar], into phrases: inout [[Unicode.Scalar]], before word: [Unicode.Scalar]
    ) {
        var kept = name.count
        while kept > 0, isOther(name[kept - 1]) || PhraseWords.beginnings.contains(name[kept - 1]) { kept -= 1 }
        if kept > 0 { phrases += broken(Array(name[..<kept])) }
        name = Array(name[kept...])
    }

    /// A name whole; a longer run so that it may break anywhere but beside its first and its last character.
    private static func broken(_ run: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        guard run.count > longestName, !run.contains(where: isOther) else { return [run] }
        return [Array(run[..<2])] + run[2..<(run.count - 2)].map { [$0] } + [Array(run[(run.count - 2)...])]
    }

    private static func word(in scalars: [Unicode.Scalar], at index: Int) -> [Unicode.Scalar]? {
        words[scalars[index]]?.first { scalars[index...].starts(with: $0) }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation: true
        default: "，、。：；？！·…".unicodeScalars.contains(scalar)
        }
    }

    /// Whether a character is none of Chinese words.
    private static func isOther(_ scalar: Unicode.Scalar) -> Bool { !scalar.properties.isIdeographic }
}
