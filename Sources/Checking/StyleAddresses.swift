/// The addresses in a style sheet: `url(…)` and `@import "…"` (CSS Values 4, section 4.5). Comments are passed over.
enum StyleAddresses {
    static func addresses(in bytes: [UInt8]) -> [String] {
        var addresses: [String] = []
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: "/*".utf8) {
                index = end(of: "*/", in: bytes, from: index + 2)
            } else if rest.starts(with: "url(".utf8) {
                let close = end(of: ")", in: bytes, from: index + 4)
                addresses.append(unquoted(bytes[(index + 4)..<max(index + 4, close - 1)]))
                index = close
            } else if rest.starts(with: "@import ".utf8), let quote = bytes[(index + 8)...].first,
                quote == 0x22 || quote == 0x27
            {
                let close = bytes[(index + 9)...].firstIndex(of: quote) ?? bytes.count
                addresses.append(String(decoding: bytes[(index + 9)..<close], as: UTF8.self))
                index = close
            } else {
                index += 1
            }
        }
        return addresses
    }

    /// The offset behind the next `mark`, or the end.
    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index < bytes.count, !bytes[index...].starts(with: mark) { index += 1 }
        return min(index + mark.count, bytes.count)
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        guard let first = text.first, first == "\"" || first == "'", text.count > 1 else { return text }
        return String(text.dropFirst().dropLast())
    }
}
