/// What the scripts of Chinese texts demand of single characters, given as Unicode scalar values.
enum CharacterClass {
    /// Whether a character is Han, extension planes and 〇 included.
    static func isHan(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x2FA1F, 0x30000...0x3347F: true
        default: false
        }
    }

    /// Whether a character belongs to a script without spaces between words: Han, kana, bopomofo, CJK punctuation and
    /// full-width forms. Hangul puts spaces and is none.
    static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E80...0x2FDF, 0x3000...0x312F, 0x31A0...0x31FF, 0x3200...0x33FF: true
        case 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFF61...0xFF9F, 0xFFE0...0xFFE6: true
        default: isHan(value)
        }
    }

    /// Whether a character is punctuation that Chinese shares with other scripts: `“”‘’—…·`.
    static func isSharedPunctuation(_ value: UInt32) -> Bool {
        switch value {
        case 0xB7, 0x2013...0x2015, 0x2018...0x201F, 0x2022, 0x2025, 0x2026, 0x203B: true
        default: false
        }
    }

    /// Whether a character counts as Chinese, Japanese or Korean beside an emphasis mark.
    static func isCJK(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF: true
        default: isUnspaced(value) || isSharedPunctuation(value)
        }
    }

    /// Whether a character is white space (Unicode category Zs, or an ASCII one).
    static func isWhiteSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a character is punctuation in the sense of CommonMark: ASCII symbols and Unicode categories P.
    static func isPunctuation(_ value: UInt32) -> Bool {
        if value < 0x80 { return isASCIIPunctuation(UInt8(value)) }
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    /// Whether a byte is one of the 32 ASCII characters that a backslash can escape.
    static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Whether a byte is an ASCII letter or digit.
    static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

/// Decoding of single characters out of UTF-8 bytes. What is not UTF-8 counts as U+FFFD, one byte long.
enum UTF8Scalar {
    /// The character that begins at `index`, and its length in bytes.
    static func first<Bytes: RandomAccessCollection<UInt8>>(
        of bytes: Bytes, at index: Int
    ) -> (value: UInt32, length: Int) where Bytes.Index == Int {
        let lead = bytes[index]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.endIndex else { return (0xFFFD, 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, length)
    }

    /// The character that ends before `index`.
    static func last<Bytes: RandomAccessCollection<UInt8>>(
        of bytes: Bytes, before index: Int, notBefore lower: Int
    ) -> UInt32 where Bytes.Index == Int {
        var start = index - 1
        while start > lower, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return first(of: bytes, at: start).value
    }
}
