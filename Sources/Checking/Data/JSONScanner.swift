/// Tells whether bytes are JSON (RFC 8259) and calls out every text in them.
///
/// Every page has a piece of JSON for search engines, so that the check of thousands of pages must not build values.
struct JSONScanner {
    private static let maximumDepth = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Calls `visit` with the bytes of every text that is a value, as they are written between their quotes.
    ///
    /// - Returns: the offset where the bytes are no JSON any more; `nil` when all is well.
    static func firstFault(
        in bytes: UnsafeBufferPointer<UInt8>, visit: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int? {
        var scanner = JSONScanner(bytes: bytes)
        guard scanner.value(depth: 0, visit) else { return scanner.position }
        scanner.skipSpace()
        return scanner.position == bytes.count ? nil : scanner.position
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int, _ visit: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        skipSpace()
        guard depth < Self.maximumDepth, let byte = next else { return false }
        switch byte {
        case UInt8(ascii: "{"): return list(close: "}", depth: depth, visit) { $0.take(name: depth, visit) }
        case UInt8(ascii: "["): return list(close: "]", depth: depth, visit) { $0.value(depth: depth + 1, visit) }
        case UInt8(ascii: "\""):
            guard let text = text() else { return false }
            visit(text)
            return true
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    /// A member of an object: name, colon, value.
    private mutating func take(name depth: Int, _ visit: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        skipSpace()
        guard text() != nil, take(":") else { return false }
        return value(depth: depth + 1, visit)
    }

    private mutating func list(
        close: Unicode.Scalar, depth: Int, _ visit: (UnsafeBufferPointer<UInt8>) -> Void,
        item: (inout JSONScanner) -> Bool
    ) -> Bool {
        position += 1
        if take(close) { return true }
        repeat {
            guard item(&self) else { return false }
        } while take(",")
        return take(close)
    }

    /// The bytes between two quotes; `nil` for a text that does not end, or that holds a control character or an escape
    /// that is none.
    private mutating func text() -> UnsafeBufferPointer<UInt8>? {
        guard next == UInt8(ascii: "\"") else { return nil }
        position += 1
        let start = position
        // Nearly all bytes are letters of a text: a place of its own spares writing each step back.
        var place = start
        defer { position = place }
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                let text = UnsafeBufferPointer(rebasing: bytes[start..<place])
                place += 1
                return text
            }
            guard byte >= 0x20 else { return nil }
            if byte == UInt8(ascii: "\\") {
                place += 1
                guard place < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[place]) else { return nil }
            }
            place += 1
        }
        return nil
    }

    private mutating func word(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[index] else { return false }
            position += 1
        }
        return true
    }

    private mutating func number() -> Bool {
        if next == UInt8(ascii: "-") { position += 1 }
        let start = position
        guard digits() else { return false }
        // No zero before other digits.
        if bytes[start] == UInt8(ascii: "0"), position - start > 1 { return false }
        if next == UInt8(ascii: ".") {
            position += 1
            guard digits() else { return false }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard digits() else { return false }
        }
        return true
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }
}
