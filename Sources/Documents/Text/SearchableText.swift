/// The text of a file that somebody else made, to be searched: whatever encoding it was saved in, and read in spite of
/// bytes that are wrong.
package enum SearchableText {
    /// The text in UTF-8, without a byte order mark; `nil` for bytes that are no text.
    ///
    /// A text in an encoding that is not known, or with a byte too many, is given with U+FFFD for what is not ASCII: what is
    /// searched for, numbers and addresses, is ASCII in all of them.
    package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            return TextEncoding.converted(bytes.dropFirst(4), from: "UTF-32LE")
        }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return TextEncoding.converted(bytes.dropFirst(4), from: "UTF-32BE")
        }
        if TextEncoding.hasUTF16Mark(bytes) { return utf16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF) }
        let marked = bytes.starts(with: TextEncoding.mark) ? bytes.dropFirst(3) : bytes[...]
        let hasNUL = TextEncoding.firstNUL(bytes) != nil
        if !hasNUL {
            if TextEncoding.firstInvalidByte(bytes) == nil { return hasControls(marked) ? nil : Array(marked) }
            if TextEncoding.looksLikeGB18030(bytes), let text = TextEncoding.decodingGB18030(marked),
                !hasControls(text[...])
            {
                return text
            }
        }
        for isLittleEndian in [true, false] {
            if let text = utf16(bytes[...], isLittleEndian: isLittleEndian), isLikely(text) { return text }
        }
        guard !hasNUL, !hasControls(marked) else { return nil }
        return marked.flatMap { $0 < 0x80 ? [$0] : [0xEF, 0xBF, 0xBD] }
    }

    /// Characters that no text has: most of C0, but for the ends of lines and pages, and the mark that ends files of DOS.
    private static func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains { $0 < 0x20 && !(9...13).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0 }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8]? {
        guard bytes.count >= 2 else { return bytes.isEmpty ? [] : nil }
        // A byte too many at the end of a file that was cut off is no reason not to read the rest.
        let text = TextEncoding.decodingUTF16(bytes, isLittleEndian: isLittleEndian).text
        return hasControls(text[...]) ? nil : text
    }

    /// Whether decoded characters are such as people write here: Latin, Han, and the signs between them.
    private static func isLikely(_ text: [UInt8]) -> Bool {
        guard !hasControls(text[...]) else { return false }
        var likely = 0
        var total = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            total += 1
            switch scalar.value {
            case 9...126, 0xA0...0xFF, 0x2000...0x27FF, 0x3000...0x30FF, 0x3400...0x9FFF, 0xFF00...0xFFEF,
                0x20000...0x3FFFF:
                likely += 1
            default: break
            }
        }
        return likely * 20 >= total * 19
    }
}
