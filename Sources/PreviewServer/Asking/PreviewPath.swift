/// The path of a request, decoded once: `/awards/2020/`.
///
/// Begins with a slash and has no empty segment but the last, no segment `.` or `..`, no backslash and no control
/// character. It is only ever looked up in a list of addresses and never in a file system.
package struct PreviewPath: Sendable, Hashable {
    /// The greatest length of a request target in bytes.
    package static let maximumBytes = 8 * 1024

    /// Why a request target names no path.
    package enum Refusal: Error, Sendable, Hashable {
        /// Longer than `maximumBytes`.
        case tooLong
        /// Neither `/path` nor `http://host/path` (RFC 9112 §3.2).
        case unknownForm
        /// A percent sign without two hexadecimal digits.
        case badEscape
        /// A slash written as `%2F`, which hides a boundary between segments.
        case encodedSlash
        /// Some programs read it as a slash.
        case backslash
        /// Also NUL, at which C ends a path.
        case controlCharacter
        /// `.` or `..`.
        case dotSegment
        /// Two slashes in a row.
        case emptySegment
        /// Also overlong forms and lone surrogates.
        case invalidUTF8
    }

    /// The decoded path.
    package let text: String

    /// Decodes the path of a request target, which has no query.
    package init(decoding encoded: some Collection<UInt8>) throws(Refusal) {
        guard encoded.count <= Self.maximumBytes else { throw .tooLong }
        guard encoded.first == UInt8(ascii: "/") else { throw .unknownForm }
        let bytes = try Self.decoded(encoded)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .controlCharacter
        }
        let segments = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !segments.dropLast().contains(where: \.isEmpty) else { throw .emptySegment }
        guard !segments.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else {
            throw .dotSegment
        }
        self.text = text
    }

    private static func decoded(_ encoded: some Collection<UInt8>) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded.makeIterator()
        while var byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal) else {
                    throw .badEscape
                }
                byte = high << 4 | low
                guard byte != UInt8(ascii: "/") else { throw .encodedSlash }
            } else if byte == UInt8(ascii: "#") {
                // A fragment is never sent.
                throw .unknownForm
            }
            guard byte != UInt8(ascii: "\\") else { throw .backslash }
            bytes.append(byte)
        }
        return bytes
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
