/// Counts the attributes of elements before XML is read: libxml2 compares each with all before it, so that an element with
/// a million of them would keep it busy for hours.
enum TagAttributes {
    private static let maximumCount = 1000

    /// Whether an element has far more attributes than any document needs.
    static func areTooMany(in bytes: [UInt8]) -> Bool {
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[start...]
            if rest.starts(with: "<!--".utf8) {
                index = end(of: "-->", in: bytes, from: start + 4)
            } else if rest.starts(with: "<![CDATA[".utf8) {
                index = end(of: "]]>", in: bytes, from: start + 9)
            } else if rest.starts(with: "<?".utf8) {
                index = end(of: "?>", in: bytes, from: start + 2)
            } else {
                guard let next = endOfTag(in: bytes, from: start + 1) else { return true }
                index = next
            }
        }
        return false
    }

    /// The place after a tag; `nil` for one with too many attributes.
    private static func endOfTag(in bytes: [UInt8], from start: Int) -> Int? {
        var count = 0
        var quote: UInt8 = 0
        for index in start..<bytes.count {
            switch bytes[index] {
            case quote where quote != 0: quote = 0
            case _ where quote != 0: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[index]
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "="):
                count += 1
                if count > maximumCount { return nil }
            default: break
            }
        }
        return bytes.count
    }

    private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
        let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
        var index = start
        while index < bytes.count, let found = bytes[index...].firstIndex(of: mark[0]) {
            if bytes[found...].starts(with: mark) { return found + mark.count }
            index = found + 1
        }
        return bytes.count
    }
}
