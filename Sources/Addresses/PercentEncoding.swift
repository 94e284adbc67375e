/// Percent-encoding of the parts of a URL (RFC 3986, 2.1), over the bytes of UTF-8.
///
/// The one place where names become parts of addresses and back. A name is encoded once and decoded once.
package enum PercentEncoding {
    /// The path of an address whose segments are names as they are on the disk. Slashes stay; of the names every byte is
    /// encoded that may not stand in a segment (RFC 3986, 3.3), `%`, `?` and `#` among them, and those that end an
    /// address where it is written: `,` in lists of addresses, `'` in style sheets.
    package static func path(_ names: some StringProtocol) -> String {
        encoded(names) { byte, _ in isPlainInPath(byte) }
    }

    /// Whether nothing of a path of names needs to be encoded.
    static func isPath(_ names: String) -> Bool {
        var names = names
        return names.withUTF8 { $0.allSatisfy(isPlainInPath) }
    }

    /// The fragment that leads to an id.
    package static func fragment(ofID id: some StringProtocol) -> String {
        encoded(id) { byte, _ in isPlainInPath(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") }
    }

    /// A part of a URL as somebody wrote it: escapes stay, what may not stand in a URL is encoded, and so is a percent
    /// sign that begins no escape.
    package static func written(_ text: some StringProtocol) -> String {
        encoded(text) { byte, isEscape in byte == UInt8(ascii: "%") ? isEscape : !isForbiddenInURL(byte) }
    }

    /// A path of names in the grammar of a destination in Markdown (CommonMark 6.3), which is a URL: what would end the
    /// destination, or mean something else in a URL, is encoded; letters of all scripts stay readable.
    package static func destination(ofPath names: some StringProtocol) -> String {
        // Before the first slash a colon ends a scheme.
        let end = names.utf8.firstIndex(of: UInt8(ascii: "/")) ?? names.endIndex
        func isPlain(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (!isForbiddenInURL(byte) && !"%#?&()[]*_~'!".utf8.contains(byte))
        }
        return encoded(names[..<end]) { byte, _ in isPlain(byte) && byte != UInt8(ascii: ":") }
            + encoded(names[end...]) { byte, _ in isPlain(byte) }
    }

    /// The text that escapes stand for; a text whose escapes are no UTF-8 stays as it is.
    package static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var encoded = String(text)
        return encoded.withUTF8 { encoded in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: encoded.count) { buffer in
                let count = decode(encoded, into: buffer)
                return String(validating: UnsafeBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
            }
        } ?? String(text)
    }

    /// The byte that two hexadecimal digits after a percent sign at `index` stand for; `nil` where no escape begins.
    package static func byte(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = digit(bytes[index + 1]),
            let low = digit(bytes[index + 2])
        else { return nil }
        return high << 4 | low
    }

    /// Writes the decoded bytes to `buffer`, which has room for all of them; returns their number.
    private static func decode(
        _ encoded: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var index = 0
        var count = 0
        while index < encoded.count {
            if let byte = byte(at: index, of: encoded) {
                buffer[count] = byte
                index += 3
            } else {
                buffer[count] = encoded[index]
                index += 1
            }
            count += 1
        }
        return count
    }

    /// - Parameter isPlain: whether a byte stays; told whether an escape begins there.
    private static func encoded(
        _ text: some StringProtocol, isPlain: (UInt8, _ beginsEscape: Bool) -> Bool
    ) -> String {
        var text = String(text)
        let encoded: [UInt8]? = text.withUTF8 { source in
            func stays(_ index: Int) -> Bool {
                isPlain(source[index], source[index] == UInt8(ascii: "%") && byte(at: index, of: source) != nil)
            }
            guard let first = source.indices.first(where: { !stays($0) }) else { return nil }
            var bytes = Array(source[..<first])
            bytes.reserveCapacity(source.count * 3)
            for index in first..<source.count {
                if stays(index) {
                    bytes.append(source[index])
                } else {
                    bytes.append(UInt8(ascii: "%"))
                    bytes.append(hexadecimal(source[index] >> 4))
                    bytes.append(hexadecimal(source[index] & 15))
                }
            }
            return bytes
        }
        return encoded.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func isPlainInPath(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// What stands nowhere in a URL (RFC 3986, 2). Brackets are left alone, as browsers do.
    private static func isForbiddenInURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
