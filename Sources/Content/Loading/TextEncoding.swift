import Diagnostics
import Glibc

/// Turns the bytes of a text file into UTF-8.
package enum TextEncoding {
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
    static func firstNUL(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, let found = memchr(start, 0, buffer.count) else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// UTF-8 from GB 18030, as Excel and WPS in China save CSV; `nil` when the bytes are no GB 18030 either.
    package static func decodingGB18030(_ bytes: [UInt8]) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes of GB 18030 make at most three of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var target = output.baseAddress
                var sourceLeft = input.count
                var targetLeft = output.count
                let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
                return result == -1 || sourceLeft > 0
                    ? nil : output.count - targetLeft
            }
        }
        return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
    }
}
