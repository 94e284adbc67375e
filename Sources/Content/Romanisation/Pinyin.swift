import Foundation

/// Romanisation of Chinese names, for slugs and for sorting. The same on every machine: nothing depends on a locale.
package struct Pinyin: Sendable {
    /// Readings of what is no Han character of the table: other scripts, rare characters.
    private let otherSyllables: [Unicode.Scalar: String]

    /// Learns the readings of the characters in `texts` that are not in `PinyinTable`.
    ///
    /// They are asked of ICU, all at once: making its transform takes a quarter of a second, so that a site that only
    /// has Chinese and English names does without.
    package init(texts: some Sequence<String>) {
        var scalars: Set<Unicode.Scalar> = []
        for text in texts {
            for scalar in text.unicodeScalars
            where scalar.value >= 0x80 && PinyinTable.syllable(of: scalar) == nil && scalar.properties.isAlphabetic {
                scalars.insert(scalar)
            }
        }
        otherSyllables = scalars.isEmpty ? [:] : Self.transformed(scalars.sorted())
    }

    /// ICU's readings of characters, one each.
    static func transformed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar: String] {
        let joined = scalars.map { String($0) }.joined(separator: "\n")
        let latin = joined.applyingTransform(.toLatin, reverse: false) ?? joined
        let plain = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // A transform that swallowed or made a line would shift every reading after it.
        guard lines.count == scalars.count else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(scalars, lines.map { $0.lowercased().filter(Self.isKept) }))
    }

    private static func isKept(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// Lower-case ASCII words joined by `-`: `QC小组` becomes `qc-xiao-zu`. Empty when nothing is left.
    package func slug(_ text: String) -> String {
        words(text).joined(separator: "-")
    }

    /// A key by which names sort as a Chinese reader expects: by pinyin, equal ones by code point.
    package func sortKey(_ text: String) -> String {
        words(text).joined(separator: " ") + "\u{0}" + text
    }

    /// Words whose characters are read otherwise than alone: places and words that enterprises' and methods' names hold.
    private static let readings: [(word: String, syllables: [String])] = [
        // As romanised officially, which tells 陕西 from 山西.
        ("陕西", ["shaan", "xi"]), ("重庆", ["chong", "qing"]), ("厦门", ["xia", "men"]), ("六安", ["lu", "an"]),
        ("台州", ["tai", "zhou"]),
        ("蚌埠", ["beng", "bu"]), ("乐清", ["yue", "qing"]), ("银行", ["yin", "hang"]), ("行业", ["hang", "ye"]),
        ("地下", ["di", "xia"]), ("单县", ["shan", "xian"]), ("会计", ["kuai", "ji"]), ("长沙", ["chang", "sha"]),
        ("长春", ["chang", "chun"]), ("长江", ["chang", "jiang"]), ("长安", ["chang", "an"]),
        ("长宁", ["chang", "ning"]), ("长治", ["chang", "zhi"]), ("长兴", ["chang", "xing"]),
    ]

    private func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func endWord() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.first {
            if scalar.value >= 0x80,
                let reading = Self.readings.first(where: { rest.starts(with: $0.word.unicodeScalars) })
            {
                endWord()
                words += reading.syllables
                rest.removeFirst(reading.word.unicodeScalars.count)
                continue
            }
            rest.removeFirst()
            switch scalar {
            case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
            case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case _ where scalar.value < 0x80: endWord()
            default:
                endWord()
                let syllable = PinyinTable.syllable(of: scalar) ?? otherSyllables[scalar] ?? ""
                if !syllable.isEmpty { words.append(syllable) }
            }
        }
        endWord()
        return words
    }
}
