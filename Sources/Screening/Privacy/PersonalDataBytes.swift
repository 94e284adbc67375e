/// Words and kinds of bytes in the text that is scanned.
extension PersonalDataScan {
    func starts(at index: Int, with text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in
            index + wanted.count <= bytes.count
                && UnsafeBufferPointer(rebasing: bytes[index..<index + wanted.count]).elementsEqual(wanted)
        }
    }

    /// Whether a word of small letters stands at a place, in any case.
    func isWord(_ word: StaticString, at index: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] }
    }

    func holds(_ text: String, in range: Range<Int>) -> Bool {
        let count = text.utf8.count
        guard range.count >= count else { return false }
        return (range.lowerBound...range.upperBound - count).contains { starts(at: $0, with: text) }
    }

    /// Whether one of some words stands shortly before a place, on its line.
    func hasWord(_ words: [String], before place: Int, within length: Int) -> Bool {
        let line = lineBefore(place, within: length)
        return words.contains { holds($0, in: line) }
    }

    /// What stands before a place on its line, a number of bytes at most.
    func lineBefore(_ place: Int, within length: Int) -> Range<Int> {
        var start = place
        while start > 0, place - start < length, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start..<place
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isOfMailName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "._%+-".utf8.contains(byte)
    }
    static func isOfDomain(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E
    }
    static func isOfAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"()<>[]\"'`|,;".utf8.contains(byte)
    }
}
