/// HTML under construction, as bytes.
struct HTMLBuffer {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// How much has been written.
    var count: Int { bytes.count }

    /// Appends markup that is already HTML.
    mutating func append(_ markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Appends a number.
    mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Appends text, its special characters escaped. Fit for content and for attributes in double quotes.
    mutating func appendEscaped<Text: Collection<UInt8>>(_ text: Text) {
        guard text.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil else { return }
        appendEscaped(Array(text))
    }

    /// Appends text, its special characters escaped.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var written = 0
        for index in 0..<text.count {
            let byte = text[index]
            guard byte <= 0x3E, let escape = Self.escape(byte) else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<index]))
            append(escape)
            written = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
    }

    /// Starts a new line unless one has just begun.
    mutating func startLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private static func escape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
