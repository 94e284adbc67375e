/// The text of a page as a reader sees it: words that markup divides are whole, and what stands in different blocks is
/// apart.
struct PageText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Adds text, its character references resolved: in these data about persons could hide.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard CharacterReferences.isWritten(text) else { return appendPlain(text) }
        CharacterReferences.append(text, in: .text, to: &bytes)
    }

    /// Adds text in which nothing is a reference.
    mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    /// Ends a block, which the tag of an element that is no part of a line does.
    mutating func passTag(_ tag: UnsafeBufferPointer<UInt8>) {
        if !Self.isInline(tag), bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Elements within a line (HTML standard, 4.5). By length first: this is asked for every tag of every page.
    private static func isInline(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        switch tag.count {
        case 1: "abiusq".utf8.contains(tag[0])
        case 2: HTMLTokenizer.isEqual(tag, "em")
        case 3: isInlineOfThree(tag)
        case 4: isInlineOfFour(tag)
        case 5: HTMLTokenizer.isEqual(tag, "small")
        case 6: HTMLTokenizer.isEqual(tag, "strong")
        default: false
        }
    }

    private static func isInlineOfFour(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        HTMLTokenizer.isEqual(tag, "span") || HTMLTokenizer.isEqual(tag, "code") || HTMLTokenizer.isEqual(tag, "mark")
            || HTMLTokenizer.isEqual(tag, "abbr") || HTMLTokenizer.isEqual(tag, "cite")
    }

    private static func isInlineOfThree(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        HTMLTokenizer.isEqual(tag, "sub") || HTMLTokenizer.isEqual(tag, "sup") || HTMLTokenizer.isEqual(tag, "del")
            || HTMLTokenizer.isEqual(tag, "ins") || HTMLTokenizer.isEqual(tag, "kbd")
            || HTMLTokenizer.isEqual(tag, "wbr")
            || HTMLTokenizer.isEqual(tag, "bdi") || HTMLTokenizer.isEqual(tag, "bdo")
    }
}
