import Glibc

/// How the characters of a text file are written as bytes, and how they become UTF-8: Notepad writes UTF-16, WPS and Excel
/// GB 18030. The one decoder; what is made of bytes that are wrong is decided by who reads them: content is refused at the
/// byte (`TextReader`), the files of others are searched all the same (`SearchableText`).
package enum TextEncoding: Sendable {
    case utf8
    /// UTF-16 with a byte order mark, as “Unicode text” is saved.
    case utf16
    /// What programs in China call ANSI; holds GBK and GB 2312.
    case gb18030

    /// The byte order mark of UTF-8.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The offset of the first byte that is not UTF-8; `nil` for valid text.
    package static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        let isValid = bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
        guard !isValid else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// The offset of the first NUL.
    package static func firstNUL(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, let found = memchr(start, 0, buffer.count) else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// Whether a file begins with the byte order mark of UTF-16. That of UTF-32 begins with the same two bytes.
    package static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
        (bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFF, 0xFE, 0, 0]))
            || bytes.starts(with: [0xFE, 0xFF])
    }

    /// A text that was UTF-16.
    package struct UTF16Text: Sendable {
        /// With U+FFFD for units that are none.
        package let text: [UInt8]
        /// The first unit that is none: the offset of its bytes, and the length of the text before it.
        package let invalid: (byte: Int, textCount: Int)?
    }

    /// UTF-8 from UTF-16 with its byte order mark, which is left out.
    package static func decodingUTF16(_ bytes: [UInt8]) -> UTF16Text {
        decodingUTF16(bytes.dropFirst(2), isLittleEndian: bytes.first == 0xFF)
    }

    /// UTF-8 from UTF-16 without a mark.
    static func decodingUTF16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> UTF16Text {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).lazy.map { offset in
            UInt16(bytes[offset]) << (isLittleEndian ? 0 : 8) | UInt16(bytes[offset + 1]) << (isLittleEndian ? 8 : 0)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        var invalid: (byte: Int, textCount: Int)?
        var decoder = UTF16()
        var iterator = units.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                offset += UTF16.width(scalar) * 2
            case .emptyInput:
                if !bytes.count.isMultiple(of: 2) { invalid = invalid ?? (bytes.endIndex - 1, text.count) }
                return UTF16Text(text: text, invalid: invalid)
            case .error:
                invalid = invalid ?? (offset, text.count)
                text.append(contentsOf: UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// UTF-8 from GB 18030, as Excel and WPS in China save CSV; `nil` when the bytes are no GB 18030.
    package static func decodingGB18030(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        converted(bytes, from: "GB18030")
    }

    /// GB 18030 from UTF-8; `nil` when the bytes are no UTF-8.
    package static func encodingGB18030(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        converted(bytes, from: "UTF-8", to: "GB18030")
    }

    /// A text in another encoding, both as iconv names them; `nil` when the bytes are none of the first.
    static func converted(
        _ bytes: some Collection<UInt8>, from encoding: String, to target: String = "UTF-8"
    ) -> [UInt8]? {
        guard let converter = iconv_open(target, encoding), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes make at most three of UTF-8, and two of UTF-8 at most four of GB 18030.
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

    /// Whether bytes that are no UTF-8 look like Chinese in GB 18030. Nearly any bytes can be read so: UTF-8 with a byte
    /// that broke, or text of another country, becomes rare characters that nobody wrote. Real texts consist of the
    /// common ones: the first level of GB 2312 (rows 16 to 55) and its signs (rows 1 to 3).
    package static func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
        var common = 0
        var other = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
            let isCommon = trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead))
            if isCommon { common += 1 } else { other += 1 }
            // Four bytes where the second is a digit.
            index += (0x30...0x39).contains(trail) ? 4 : 2
        }
        return common > 0 && common * 5 >= (common + other) * 3
    }
}
