/// Looks at the tags of XML before it is read. libxml2 compares each attribute with all before it, so that an element with a
/// million of them would keep it busy for hours, and tells of elements that are nested deeply only as of a mistake.
enum XMLTags {
    /// What no document needs.
    enum Excess {
        case attributes, depth
    }

    private static let maximumAttributeCount = 1000
    private static let maximumDepth = 200

    /// The first excess; `nil` for tags as documents have them.
    static func excess(in bytes: [UInt8]) -> Excess? {
        var index = 0
        var depth = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[start...]
            if rest.starts(with: "<!--".utf8) {
                index = end(of: "-->", in: bytes, from: start + 4)
            } else if rest.starts(with: "<![CDATA[".utf8) {
                index = end(of: "]]>", in: bytes, from: start + 9)
            } else if rest.starts(with: "<?".utf8) {
                index = end(of: "?>", in: bytes, from: start + 2)
            } else {
                guard let next = endOfTag(in: bytes, from: start + 1) else { return .attributes }
                let isEnd = bytes.indices.contains(start + 1) && bytes[start + 1] == UInt8(ascii: "/")
                let isEmpty = bytes[next - 1] == UInt8(ascii: ">") && bytes[next - 2] == UInt8(ascii: "/")
                if isEnd { depth -= 1 } else if !isEmpty { depth += 1 }
                guard depth <= maximumDepth else { return .depth }
                index = next
            }
        }
        return nil
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
                if count > maximumAttributeCount { return nil }
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
