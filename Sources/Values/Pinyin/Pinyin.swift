import Foundation

/// Romanisation of Chinese names, for slugs and for sorting. The same on every machine: nothing depends on a locale.
package struct Pinyin: Sendable {
    /// Readings of what is no Han character of the table: other scripts, rare characters.
    private let otherSyllables: [Unicode.Scalar: String]
    /// Addresses that names keep.
    let published: PublishedAddresses

    /// Learns the readings of the characters in `texts` that are not in `PinyinTable`.
    ///
    /// They are asked of ICU, all at once: making its transform takes a quarter of a second, so that a site that only
    /// has Chinese and English names does without.
    ///
    /// - Parameter published: addresses that were published with readings of earlier versions, which names keep.
    package init(texts: some Sequence<String>, published: PublishedAddresses = .none) {
        self.published = published
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
        words(text, presentReadings).joined(separator: "-")
    }

    /// A key by which names sort as a Chinese reader expects: by pinyin, equal ones by code point.
    package func sortKey(_ text: String) -> String {
        words(text, presentReadings).joined(separator: " ") + "\u{0}" + text
    }

    /// The words of a text in lower-case ASCII: one a syllable, and the runs of letters and digits.
    ///
    /// - Parameter readings: the readings of a run of characters that are no ASCII.
    func words(_ text: String, _ readings: ([Unicode.Scalar]) -> [String]) -> [String] {
        var words: [String] = []
        var word = ""
        var run: [Unicode.Scalar] = []
        func endWord() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        func endRun() {
            guard !run.isEmpty else { return }
            words += readings(run).filter { !$0.isEmpty }
            run = []
        }
        for scalar in text.unicodeScalars {
            guard scalar.isASCII else {
                endWord()
                run.append(scalar)
                continue
            }
            endRun()
            switch scalar {
            case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
            case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            default: endWord()
            }
        }
        endWord()
        endRun()
        return words
    }

    /// The readings that names have now.
    private func presentReadings(_ run: [Unicode.Scalar]) -> [String] {
        let phrases = PinyinPhraseTable.shared
        return phrases.syllables(of: run) { phrases.reading(alone: $0) ?? reading(alone: $0) }
    }

    /// The readings that names had in addresses of earlier versions.
    func earlierReadings(_ run: [Unicode.Scalar]) -> [String] {
        EarlierPinyin.syllables(of: run, alone: reading)
    }

    private func reading(alone scalar: Unicode.Scalar) -> String {
        PinyinTable.syllable(of: scalar) ?? otherSyllables[scalar] ?? ""
    }
}
