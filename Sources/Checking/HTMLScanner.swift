/// Reads ids and addresses from the bytes of an HTML page as a browser would find them (HTML standard, 13.2.5), as
/// far as the pages of this program need it: tags, attributes in any quotes, comments, scripts.
enum HTMLScanner {
    /// Calls `attribute` with the tag, name and value range of every attribute.
    static func scan(
        _ bytes: [UInt8],
        attribute: (_ tag: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Void
    ) {
        var position = 0
        let end = bytes.count
        while position < end {
            guard let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return }
            position = open + 1
            guard position < end else { return }
            if starts(bytes, at: position, with: "!--") {
                position = index(of: "-->", in: bytes, from: position + 3) ?? end
                continue
            }
            guard isLetter(bytes[position]) else { continue }
            let tagStart = position
            while position < end, isLetter(bytes[position]) || isDigit(bytes[position]) { position += 1 }
            let tag = bytes[tagStart..<position]
            position = scanAttributes(bytes, from: position, tag: tag, attribute: attribute)
            if tag.elementsEqual("script".utf8) || tag.elementsEqual("style".utf8) {
                position = index(of: "</", in: bytes, from: position) ?? end
            }
        }
    }

    /// Reads attributes up to the end of the tag; returns the offset after it.
    private static func scanAttributes(
        _ bytes: [UInt8], from start: Int, tag: ArraySlice<UInt8>,
        attribute: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
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
            let name = bytes[nameStart..<position]
            guard position < end, bytes[position] == UInt8(ascii: "=") else {
                if position == nameStart { position += 1 }
                continue
            }
            position += 1
            guard position < end else { return end }
            let quote = bytes[position]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let valueStart = position + 1
                let valueEnd = bytes[valueStart...].firstIndex(of: quote) ?? end
                attribute(tag, name, bytes[valueStart..<valueEnd])
                position = valueEnd + 1
            } else {
                let valueStart = position
                while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") { position += 1 }
                attribute(tag, name, bytes[valueStart..<position])
            }
        }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func starts(_ bytes: [UInt8], at position: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { wanted in (0..<count).allSatisfy { bytes[position + $0] == wanted[$0] } }
    }

    private static func index(of text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            if starts(bytes, at: position, with: text) { return position }
            position += 1
        }
        return nil
    }
}
