/// Words whose characters are read otherwise than alone, and how a text divides into words: 市长 is read shi-zhang, and
/// 城市长效 has no such word in it.
///
/// Of all ways to divide a text, the one is taken whose words cost least; frequent words are cheap. Work grows with the
/// length of the text alone.
struct PinyinPhraseTable: Sendable {
    /// Read when the first name with Han characters is.
    static let shared = PinyinPhraseTable(phrases)

    /// What a character costs that stands for itself.
    private static let singleCost = 12
    /// Characters of the longest words.
    private static let longestWord = 8

    private let bytes: [UInt8]
    /// Where each word begins in `bytes`; words are in the order of their bytes.
    private let starts: [Int]
    /// The places in `starts` of the words that begin with a character.
    private let wordsByHead: [Unicode.Scalar: Range<Int>]
    /// Characters whose commonest reading in names is not that of `PinyinTable`.
    private let readingsAlone: [Unicode.Scalar: String]

    /// - Parameter table: words with a blank or a line's end between them; each is followed by an upper-case letter for its
    ///   cost and the readings of its characters, as `phrases` has them.
    init(_ table: StaticString) {
        var starts: [Int] = []
        var wordsByHead: [Unicode.Scalar: Range<Int>] = [:]
        var readingsAlone: [Unicode.Scalar: String] = [:]
        var first = 0
        var head: Unicode.Scalar?
        func endHead() {
            if let head, first < starts.count { wordsByHead[head] = first..<starts.count }
            first = starts.count
        }
        bytes = table.withUTF8Buffer { text in
            var index = 0
            while index < text.count {
                let start = index
                while index < text.count, !Self.isBlank(text[index]) { index += 1 }
                let entry = start..<index
                index += 1
                guard let (scalar, length) = Self.first(of: text, entry) else { continue }
                if start + length < entry.upperBound, Self.isCost(text[start + length]) {
                    let reading = text[(start + length + 1)..<entry.upperBound]
                    readingsAlone[scalar] = String(decoding: reading, as: UTF8.self)
                    continue
                }
                // The words that begin with a character stand together.
                if scalar != head { endHead() }
                head = scalar
                starts.append(start)
            }
            return Array(text)
        }
        endHead()
        self.starts = starts
        self.wordsByHead = wordsByHead
        self.readingsAlone = readingsAlone
    }

    /// The first character of an entry and how many bytes it has; `nil` for what does not begin with a Han character.
    private static func first(
        of text: UnsafeBufferPointer<UInt8>, _ entry: Range<Int>
    ) -> (Unicode.Scalar, length: Int)? {
        guard let lead = entry.first.map({ text[$0] }), lead >= 0xE0 else { return nil }
        let length = lead >= 0xF0 ? 4 : 3
        guard entry.count >= length else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[entry.lowerBound + offset] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// How a character is read where no word tells it; `nil` where `PinyinTable` knows.
    func reading(alone scalar: Unicode.Scalar) -> String? { readingsAlone[scalar] }

    /// The readings of the characters of a text, one each.
    ///
    /// - Parameter alone: the reading of a character that no word tells; it may be empty.
    func syllables(of text: [Unicode.Scalar], alone: (Unicode.Scalar) -> String) -> [String] {
        var utf8: [UInt8] = []
        var offsets: [Int] = []
        for scalar in text {
            offsets.append(utf8.count)
            utf8 += UTF8.encode(scalar).map(Array.init) ?? []
        }
        offsets.append(utf8.count)

        var steps = [Step?](repeating: nil, count: text.count + 1)
        steps[0] = Step(cost: 0, length: 0, word: nil)
        for start in text.indices {
            guard let spent = steps[start]?.cost else { continue }
            func take(_ step: Step, to end: Int) {
                if let known = steps[end], known.cost <= step.cost { return }
                steps[end] = step
            }
            take(Step(cost: spent + Self.singleCost, length: 1, word: nil), to: start + 1)
            var words = wordsByHead[text[start]] ?? 0..<0
            for length in 2...Self.longestWord where start + length <= text.count && !words.isEmpty {
                let depth = offsets[start + length - 1] - offsets[start]
                words = narrowed(words, at: depth, to: utf8[offsets[start + length - 1]..<offsets[start + length]])
                // The shortest word comes first: the one that ends here, if there is one.
                guard let word = words.first,
                    let cost = cost(of: word, ending: offsets[start + length] - offsets[start])
                else { continue }
                take(Step(cost: spent + cost, length: length, word: word), to: start + length)
            }
        }
        return read(text, steps, alone: alone)
    }

    /// The cheapest way to a place in the text: what was spent, and the last word of it.
    private struct Step {
        let cost: Int
        /// In characters.
        let length: Int
        /// In `starts`; `nil` for a character by itself.
        let word: Int?
    }

    private func read(_ text: [Unicode.Scalar], _ steps: [Step?], alone: (Unicode.Scalar) -> String) -> [String] {
        var syllables = [String](repeating: "", count: text.count)
        var end = text.count
        while end > 0, let step = steps[end], step.length > 0 {
            let start = end - step.length
            let told = step.word.map(readings) ?? []
            for index in start..<end {
                let reading = index - start < told.count ? told[index - start] : ""
                syllables[index] = reading.isEmpty ? alone(text[index]) : reading
            }
            end = start
        }
        return syllables
    }

    /// The words among some, alike up to `depth` bytes, that have a character there.
    private func narrowed(_ words: Range<Int>, at depth: Int, to character: ArraySlice<UInt8>) -> Range<Int> {
        func firstWord(where precedes: (ArraySlice<UInt8>) -> Bool) -> Int {
            var (lower, upper) = (words.lowerBound, words.upperBound)
            while lower < upper {
                let middle = (lower + upper) / 2
                let place = min(starts[middle] + depth, bytes.count)
                if precedes(bytes[place..<min(place + character.count, bytes.count)]) {
                    lower = middle + 1
                } else {
                    upper = middle
                }
            }
            return lower
        }
        let first = firstWord { $0.lexicographicallyPrecedes(character) }
        let last = firstWord { !character.lexicographicallyPrecedes($0) }
        return first..<max(first, last)
    }

    /// What a word costs that is so many bytes long; `nil` for a longer one.
    private func cost(of word: Int, ending length: Int) -> Int? {
        let place = starts[word] + length
        guard place < bytes.count, Self.isCost(bytes[place]) else { return nil }
        return Int(bytes[place] - UInt8(ascii: "A"))
    }

    /// The readings of a word's characters; empty where they are those that the characters have alone, and fewer where the
    /// last ones are.
    private func readings(of word: Int) -> [String] {
        let entry = bytes[starts[word]...].prefix { !Self.isBlank($0) }
        let told = entry.drop { !Self.isCost($0) }.dropFirst()
        return told.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// How characters are read in some words, where that is not how they are read alone.
    var readingsInWords: [Unicode.Scalar: Set<String>] {
        var found: [Unicode.Scalar: Set<String>] = [:]
        for word in starts.indices {
            let start = starts[word]
            var end = start
            while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
            // Readings alone have small letters of ASCII, and few words have readings.
            guard bytes[start..<end].contains(where: { (0x61...0x7A).contains($0) }) else { continue }
            let characters = String(decoding: bytes[start..<end].prefix { !Self.isCost($0) }, as: UTF8.self)
            for (scalar, reading) in zip(characters.unicodeScalars, readings(of: word)) where !reading.isEmpty {
                found[scalar, default: []].insert(reading)
            }
        }
        return found
    }

    private static func isCost(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}
