import Glibc

/// Reads ids and addresses from the bytes of an HTML page as a browser would find them (HTML standard, 13.2.5), as
/// far as the pages of this program need it: tags, attributes in any quotes, comments, scripts.
struct HTMLScanner {
    /// An attribute of a tag. The bytes are those of the page and live no longer than the call.
    struct Attribute {
        let tag: UnsafeBufferPointer<UInt8>
        let name: UnsafeBufferPointer<UInt8>
        let value: UnsafeBufferPointer<UInt8>
    }

    private let bytes: UnsafeBufferPointer<UInt8>

    /// Calls `visit` with every attribute, in the order of the page.
    static func scan(_ page: [UInt8], visit: (Attribute) -> Void) {
        page.withUnsafeBufferPointer { HTMLScanner(bytes: $0).scan(visit) }
    }

    /// Whether a name is the given one.
    static func isEqual(_ name: UnsafeBufferPointer<UInt8>, _ expected: StaticString) -> Bool {
        guard name.count == expected.utf8CodeUnitCount, let start = name.baseAddress else { return false }
        return memcmp(start, expected.utf8Start, name.count) == 0
    }

    private func scan(_ visit: (Attribute) -> Void) {
        var position = 0
        while let open = first(UInt8(ascii: "<"), from: position) {
            position = open + 1
            guard position < bytes.count else { return }
            if starts(at: position, with: "!--") {
                position = index(of: "-->", from: position + 3) ?? bytes.count
                continue
            }
            guard isLetter(bytes[position]) else { continue }
            let tagStart = position
            while position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) { position += 1 }
            let tag = part(tagStart..<position)
            position = scanAttributes(from: position, tag: tag, visit)
            if Self.isEqual(tag, "script") || Self.isEqual(tag, "style") {
                position = index(of: "</", from: position) ?? bytes.count
            }
        }
    }

    /// Reads attributes up to the end of the tag; returns the offset after it.
    private func scanAttributes(
        from start: Int, tag: UnsafeBufferPointer<UInt8>, _ visit: (Attribute) -> Void
    ) -> Int {
        var position = start
        let end = bytes.count
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") { return position + 1 }
            guard byte > 0x20, byte != UInt8(ascii: "/") else {
                position += 1
                continue
            }
            let nameStart = position
            while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "="),
                bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "/")
            { position += 1 }
            let name = part(nameStart..<position)
            guard position < end, bytes[position] == UInt8(ascii: "=") else {
                if position == nameStart { position += 1 }
                continue
            }
            position += 1
            guard position < end else { return end }
            let quote = bytes[position]
            var value = position..<position
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                value = position + 1..<(first(quote, from: position + 1) ?? end)
                position = value.upperBound + 1
            } else {
                while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") { position += 1 }
                value = value.lowerBound..<position
            }
            visit(Attribute(tag: tag, name: name, value: part(value)))
        }
        return end
    }

    private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

    private func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private func starts(at position: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return Self.isEqual(part(position..<position + count), text)
    }

    private func index(of text: StaticString, from start: Int) -> Int? {
        var position = start
        while let found = first(text.utf8Start.pointee, from: position) {
            if starts(at: found, with: text) { return found }
            position = found + 1
        }
        return nil
    }
}
