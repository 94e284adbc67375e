/// Reads JSON (RFC 8259) a member at a time, so that of a large document no more is held than what is looked at.
struct JSONReading {
    /// A value that was read whole.
    enum Value: Sendable, Equatable {
        case text(String)
        case number(Int)
        case list([Value])
        /// Members in their order; of those with the same name each is there.
        case object([(name: String, value: Value)])
        /// A number with a fraction or too large, `true`, `false`, `null`.
        case other

        subscript(name: String) -> Value? {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.name == name }?.value
        }

        var text: String? {
            guard case .text(let text) = self else { return nil }
            return text
        }

        var number: Int? {
            guard case .number(let number) = self else { return nil }
            return number
        }

        static func == (left: Value, right: Value) -> Bool {
            switch (left, right) {
            case (.text(let left), .text(let right)): left == right
            case (.number(let left), .number(let right)): left == right
            case (.list(let left), .list(let right)): left == right
            case (.object(let left), .object(let right)):
                left.map(\.name) == right.map(\.name) && left.map(\.value) == right.map(\.value)
            case (.other, .other): true
            default: false
            }
        }
    }

    /// Values that are nested more deeply than any file needs are not read.
    private static let maximumDepth = 1_000

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a value; `nil` where there is none.
    mutating func value() -> Value? {
        skipSpace()
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""): return string().map { .text($0) }
        case UInt8(ascii: "{"):
            var members: [(name: String, value: Value)] = []
            let isRead = self.members { name, reader in
                guard let value = reader.value() else { return false }
                members.append((name, value))
                return true
            }
            return isRead ? .object(members) : nil
        case UInt8(ascii: "["):
            var list: [Value] = []
            let isRead = elements { _, reader in
                guard let value = reader.value() else { return false }
                list.append(value)
                return true
            }
            return isRead ? .list(list) : nil
        default: return word()
        }
    }

    /// Reads an object.
    ///
    /// - Parameter visit: reads the value of a member; returns whether it could.
    /// - Returns: whether there was an object, whole.
    mutating func members(_ visit: (_ name: String, inout JSONReading) -> Bool) -> Bool {
        sequence(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { _, reader in
            reader.skipSpace()
            guard let name = reader.string() else { return false }
            reader.skipSpace()
            return reader.take(UInt8(ascii: ":")) && visit(name, &reader)
        }
    }

    /// Reads a list.
    ///
    /// - Parameter visit: reads an element; returns whether it could.
    /// - Returns: whether there was a list, whole.
    mutating func elements(_ visit: (_ index: Int, inout JSONReading) -> Bool) -> Bool {
        sequence(from: UInt8(ascii: "["), to: UInt8(ascii: "]"), visit)
    }

    // MARK: Steps

    private mutating func sequence(
        from opening: UInt8, to closing: UInt8, _ visit: (Int, inout JSONReading) -> Bool
    ) -> Bool {
        skipSpace()
        guard depth < Self.maximumDepth, take(opening) else { return false }
        depth += 1
        defer { depth -= 1 }
        skipSpace()
        if take(closing) { return true }
        var index = 0
        while true {
            guard visit(index, &self) else { return false }
            index += 1
            skipSpace()
            if take(closing) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads a string. An escape of half a surrogate pair becomes U+FFFD.
    private mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var text: [UInt8] = []
        var units: [UInt16] = []
        func flush() {
            guard !units.isEmpty else { return }
            text += String(decoding: units, as: UTF16.self).utf8
            units = []
        }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\\"), position < bytes.count, bytes[position] == UInt8(ascii: "u") {
                let digits = bytes[position + 1..<min(position + 5, bytes.count)]
                guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
                    return nil
                }
                units.append(unit)
                position += 5
                continue
            }
            flush()
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard position < bytes.count, let character = Self.escapes[bytes[position]] else { return nil }
                text.append(character)
                position += 1
            default: text.append(byte)
            }
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
        UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]

    /// Reads a number or a word.
    private mutating func word() -> Value? {
        let start = position
        while position < bytes.count, !" \n\r\t,]}:[{\"".utf8.contains(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self)).map { .number($0) } ?? .other
    }
}
