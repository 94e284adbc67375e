import Glibc

/// The text of a page as a reader sees it: words that markup divides are whole, and what stands in different blocks is
/// apart.
struct PageText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Adds text, its character references resolved as far as digits and letters of ASCII are concerned: in these data
    /// about persons could hide.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress, memchr(start, Int32(UInt8(ascii: "&")), text.count) != nil else {
            bytes.append(contentsOf: text)
            return
        }
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&"), let reference = Self.reference(in: text, at: index) {
                bytes.append(reference.value)
                index += reference.length
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
    }

    /// Ends a block, which the tag of an element that is no part of a line does.
    mutating func passTag(_ tag: UnsafeBufferPointer<UInt8>) {
        if !Self.isInline(tag), bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// `&#49;` and `&#x31;`; `nil` for anything that is no character of ASCII.
    private static func reference(
        in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (value: UInt8, length: Int)? {
        guard start + 2 < text.count, text[start + 1] == UInt8(ascii: "#") else { return nil }
        var index = start + 2
        let isHexadecimal = text[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        var value = 0
        let first = index
        while index < text.count, index - first < 8,
            let digit = Character(Unicode.Scalar(text[index])).hexDigitValue, isHexadecimal || digit < 10
        {
            value = value * (isHexadecimal ? 16 : 10) + digit
            index += 1
        }
        guard index > first, index < text.count, text[index] == UInt8(ascii: ";"), (0x20..<0x7F).contains(value) else {
            return nil
        }
        return (UInt8(value), index + 1 - start)
    }

    /// Elements within a line (HTML standard, 4.5). By length first: this is asked for every tag of every page.
    private static func isInline(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        switch tag.count {
        case 1: "abiusq".utf8.contains(tag[0])
        case 2: HTMLScanner.isEqual(tag, "em")
        case 3: isInlineOfThree(tag)
        case 4: isInlineOfFour(tag)
        case 5: HTMLScanner.isEqual(tag, "small")
        case 6: HTMLScanner.isEqual(tag, "strong")
        default: false
        }
    }

    private static func isInlineOfFour(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        HTMLScanner.isEqual(tag, "span") || HTMLScanner.isEqual(tag, "code") || HTMLScanner.isEqual(tag, "mark")
            || HTMLScanner.isEqual(tag, "abbr") || HTMLScanner.isEqual(tag, "cite")
    }

    private static func isInlineOfThree(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        HTMLScanner.isEqual(tag, "sub") || HTMLScanner.isEqual(tag, "sup") || HTMLScanner.isEqual(tag, "del")
            || HTMLScanner.isEqual(tag, "ins") || HTMLScanner.isEqual(tag, "kbd") || HTMLScanner.isEqual(tag, "wbr")
            || HTMLScanner.isEqual(tag, "bdi") || HTMLScanner.isEqual(tag, "bdo")
    }
}
