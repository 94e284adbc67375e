/// 字数 as the association's forms mean it: every Han character (and kana) counts, every Latin word and every number
/// counts once, punctuation does not.
enum CharacterCount {
    /// Counts in a text without markup, which must be UTF-8. O(length).
    static func count(in text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBufferPointer(count)
    }

    private static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
        var result = 0
        var isInWord = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if CharacterClass.isASCIIAlphanumeric(byte) {
                    if !isInWord { result += 1 }
                    isInWord = true
                } else if isInWord {
                    isInWord = joins(byte, in: text, at: index)
                }
                index += 1
                continue
            }
            // Most of a Chinese text is U+4E00 to U+9FFF: no need to decode.
            if byte >= 0xE4, byte <= 0xE9, index + 2 < text.count, byte > 0xE4 || text[index + 1] >= 0xB8 {
                result += 1
                isInWord = false
                index += 3
                continue
            }
            let (value, length) = UTF8Scalar.first(of: text, at: index)
            index += length
            if CharacterClass.isHan(value) || isKana(value) {
                result += 1
                isInWord = false
            } else if isLetter(value) {
                if !isInWord { result += 1 }
                isInWord = true
            } else if value == 0x2019, isInWord {
                isInWord = index < text.count && CharacterClass.isASCIIAlphanumeric(text[index])
            } else {
                isInWord = false
            }
        }
        return result
    }

    /// Whether a mark inside `3.5`, `10,000`, `don't` or `well-known` keeps the word together.
    private static func joins(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 1 < text.count, index > 0 else { return false }
        let previous = text[index - 1]
        let next = text[index + 1]
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","): return isDigit(previous) && isDigit(next)
        case UInt8(ascii: "'"), UInt8(ascii: "-"): return isASCIILetter(previous) && isASCIILetter(next)
        default: return false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        CharacterClass.isASCIIAlphanumeric(byte) && !isDigit(byte)
    }

    private static func isKana(_ value: UInt32) -> Bool {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x31F0...0x31FF, 0xFF66...0xFF9D: true
        default: false
        }
    }

    /// Whether a character outside ASCII is part of a word in a script with spaces, or a full-width letter or digit.
    private static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x300...0x52F, 0x1E00...0x1FFF, 0xAC00...0xD7A3: true
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }
}
