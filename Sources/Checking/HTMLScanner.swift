import Glibc

/// Takes what a scanner finds. Buffers are parts of the page and live no longer than the call of `scan`.
protocol HTMLVisitor {
    /// Comes before the `start` of its element.
    mutating func attribute(_ attribute: HTMLScanner.Attribute)
    mutating func start(_ tag: UnsafeBufferPointer<UInt8>)
    mutating func end(_ tag: UnsafeBufferPointer<UInt8>)
    /// Text between tags, with character references as they are written.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>)
    /// What a script or style holds.
    mutating func rawText(_ text: UnsafeBufferPointer<UInt8>, of tag: UnsafeBufferPointer<UInt8>)
}

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
    static func scan(_ page: [UInt8], visit: @escaping (Attribute) -> Void) {
        var visitor = AttributeVisitor(visit: visit)
        scan(page, &visitor)
    }

    /// Tells a visitor of all that a page holds, in its order.
    static func scan(_ page: [UInt8], _ visitor: inout some HTMLVisitor) {
        page.withUnsafeBufferPointer { HTMLScanner(bytes: $0).scan(&visitor) }
    }

    /// Whether a name is the given one.
    static func isEqual(_ name: UnsafeBufferPointer<UInt8>, _ expected: StaticString) -> Bool {
        guard name.count == expected.utf8CodeUnitCount, let start = name.baseAddress else { return false }
        return memcmp(start, expected.utf8Start, name.count) == 0
    }

    private func scan(_ visitor: inout some HTMLVisitor) {
        var position = 0
        while let open = first(UInt8(ascii: "<"), from: position) {
            if open > position { visitor.text(part(position..<open)) }
            position = open + 1
            guard position < bytes.count else { return }
            if starts(at: position, with: "!--") {
                position = index(of: "-->", from: position + 3) ?? bytes.count
                continue
            }
            // The document type is no text.
            if bytes[position] == UInt8(ascii: "!") || bytes[position] == UInt8(ascii: "?") {
                position = first(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
                continue
            }
            let isEnd = bytes[position] == UInt8(ascii: "/")
            let tagStart = isEnd ? position + 1 : position
            guard tagStart < bytes.count, isLetter(bytes[tagStart]) else { continue }
            position = tagStart
            while position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) { position += 1 }
            let tag = part(tagStart..<position)
            if isEnd {
                position = first(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
                visitor.end(tag)
                continue
            }
            position = scanAttributes(from: position, tag: tag, &visitor)
            visitor.start(tag)
            if Self.isEqual(tag, "script") || Self.isEqual(tag, "style") {
                let end = index(of: "</", from: position) ?? bytes.count
                visitor.rawText(part(position..<min(end, bytes.count)), of: tag)
                position = end
            }
        }
    }

    /// Reads attributes up to the end of the tag; returns the offset after it.
    private func scanAttributes(
        from start: Int, tag: UnsafeBufferPointer<UInt8>, _ visitor: inout some HTMLVisitor
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
                // An attribute without a value has the empty one (HTML standard, 13.1.2.3).
                if position > nameStart {
                    visitor.attribute(Attribute(tag: tag, name: name, value: part(position..<position)))
                } else {
                    position += 1
                }
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
            visitor.attribute(Attribute(tag: tag, name: name, value: part(value)))
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

/// A visitor that asks for attributes alone.
private struct AttributeVisitor: HTMLVisitor {
    let visit: (HTMLScanner.Attribute) -> Void

    func attribute(_ attribute: HTMLScanner.Attribute) { visit(attribute) }
    func start(_ tag: UnsafeBufferPointer<UInt8>) {}
    func end(_ tag: UnsafeBufferPointer<UInt8>) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
    func rawText(_ text: UnsafeBufferPointer<UInt8>, of tag: UnsafeBufferPointer<UInt8>) {}
}
