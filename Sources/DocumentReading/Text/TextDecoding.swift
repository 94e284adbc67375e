import Glibc

/// Turns the bytes of a text into UTF-8, whatever encoding it was saved in: Notepad writes UTF-16, WPS and Excel GB 18030.
package enum TextDecoding {
    /// The text in UTF-8, without a byte order mark; `nil` for bytes that are no text.
    ///
    /// A text in an encoding that is not known, or with a byte too many, is given with U+FFFD for what is not ASCII: what is
    /// searched for, numbers and addresses, is ASCII in all of them.
    package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return converted(bytes.dropFirst(4), from: "UTF-32LE") }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return converted(bytes.dropFirst(4), from: "UTF-32BE") }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let hasNUL = bytes.contains(0)
        if !hasNUL {
            if isUTF8(marked) { return hasControls(marked) ? nil : Array(marked) }
            if let text = converted(marked, from: "GB18030"), isLikely(text) { return text }
        }
        for isLittleEndian in [true, false] {
            if let text = utf16(bytes[...], isLittleEndian: isLittleEndian), isLikely(text) { return text }
        }
        guard !hasNUL, !hasControls(marked) else { return nil }
        return marked.flatMap { $0 < 0x80 ? [$0] : [0xEF, 0xBF, 0xBD] }
    }

    /// UTF-8 from GB 18030, as Excel and WPS in China save CSV; `nil` when the bytes are no GB 18030.
    package static func decodingGB18030(_ bytes: [UInt8]) -> [UInt8]? { converted(bytes[...], from: "GB18030") }

    /// UTF-8 from an encoding that iconv names; `nil` when the bytes are none of it.
    static func converted(_ bytes: ArraySlice<UInt8>, from encoding: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes make at most three of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var target = output.baseAddress
                var sourceLeft = input.count
                var targetLeft = output.count
                let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
                return result == -1 || sourceLeft > 0 ? nil : output.count - targetLeft
            }
        }
        return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
    }

    /// Characters that no text has: most of C0, but for the ends of lines and pages, and the mark that ends files of DOS.
    private static func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains { $0 < 0x20 && !(9...13).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0 }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8]? {
        guard bytes.count >= 2 else { return bytes.isEmpty ? [] : nil }
        // A byte too many at the end of a file that was cut off is no reason not to read the rest.
        let whole = bytes.dropLast(bytes.count % 2)
        var units: [UInt16] = []
        units.reserveCapacity(whole.count / 2)
        for index in stride(from: whole.startIndex, to: whole.endIndex, by: 2) {
            let (first, second) = (UInt16(whole[index]), UInt16(whole[index + 1]))
            units.append(isLittleEndian ? first | second << 8 : first << 8 | second)
        }
        let text = Array(String(decoding: units, as: UTF16.self).utf8)
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
