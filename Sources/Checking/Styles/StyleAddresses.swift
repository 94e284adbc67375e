import Diagnostics

/// An address in a style sheet, a `style` attribute or a `style` element.
struct StyleAddress: Equatable {
    /// As it reads without quotes and escapes.
    let text: String
    /// Where it stands, quotes included.
    let bytes: Range<Int>
}

/// Finds the addresses in CSS as a browser does (CSS Syntax 3, chapter 4): `url(…)` in any writing, the texts of `@import`,
/// `src()`, `image()` and `image-set()`. Linear in the length.
struct StyleAddresses {
    /// A function whose bracket is open.
    private enum Function {
        /// Its texts are addresses.
        case ofAddresses
        case other
    }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Function] = []
    private var found: [StyleAddress] = []
    /// Whether the next text is the address of an `@import`, or the name of an `@namespace`, which nobody asks for.
    private var rule = Rule.none

    private enum Rule {
        case none, imports, namespace
    }

    static func addresses(in bytes: [UInt8]) -> [StyleAddress] {
        var scanner = StyleAddresses(bytes: bytes)
        scanner.run()
        return scanner.found
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        while position < bytes.count {
            let start = position
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "/") where at(1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): text(string(), from: start)
            case UInt8(ascii: "@"):
                position += 1
                let name = isNameStart(at: position) ? self.name() : ""
                rule = name == "import" ? .imports : name == "namespace" ? .namespace : .none
            case UInt8(ascii: "#"):
                position += 1
                _ = name()
            case UInt8(ascii: "("):
                open.append(.other)
                position += 1
            case UInt8(ascii: ")"):
                _ = open.popLast()
                position += 1
            case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                rule = .none
                if byte != UInt8(ascii: ";") { open.removeAll(keepingCapacity: true) }
                position += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): _ = name()
            default:
                if isNameStart(at: position) { nameOrFunction(from: start) } else { position += 1 }
            }
        }
    }

    private mutating func nameOrFunction(from start: Int) {
        let name = name()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "(") else { return }
        position += 1
        guard name == "url" else {
            let isOfAddresses = ["src", "image", "image-set", "-webkit-image-set"].contains(name)
            open.append(isOfAddresses ? .ofAddresses : .other)
            return
        }
        skipBlanks()
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
            open.append(.ofAddresses)
            return
        }
        let first = position
        let address = unquoted()
        add(address.text, first..<address.end)
    }

    /// Takes a text in quotes.
    private mutating func text(_ text: String, from start: Int) {
        guard rule == .imports || open.last == .ofAddresses else { return }
        add(text, start..<position)
    }

    private mutating func add(_ text: String, _ range: Range<Int>) {
        let isName = rule == .namespace
        if open.isEmpty || rule == .namespace { rule = .none }
        if !isName { found.append(StyleAddress(text: text, bytes: range)) }
    }

    // MARK: Tokens

    private func at(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private mutating func skipComment() {
        position += 2
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), at(1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    /// A text in quotes, from its first quote on; one that does not end in its line ends there.
    private mutating func string() -> String {
        let quote = bytes[position]
        position += 1
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                position += 1
                break
            }
            if Self.isLineEnd(byte) { break }
            if byte == UInt8(ascii: "\\") {
                escape(to: &result)
            } else {
                result.append(byte)
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// An address without quotes, up to its bracket, and where it ends.
    private mutating func unquoted() -> (text: String, end: Int) {
        var result: [UInt8] = []
        var end = position
        while position < bytes.count, bytes[position] != UInt8(ascii: ")") {
            if Self.isBlank(bytes[position]) {
                position += 1
                continue
            }
            if bytes[position] == UInt8(ascii: "\\") {
                escape(to: &result)
            } else {
                result.append(bytes[position])
                position += 1
            }
            end = position
        }
        position = min(position + 1, bytes.count)
        return (String(decoding: result, as: UTF8.self), end)
    }

    /// A name in small letters, its escapes resolved.
    private mutating func name() -> String {
        var result: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if Self.isNameByte(byte) {
                result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                position += 1
            } else if isEscape(at: position) {
                escape(to: &result)
            } else {
                break
            }
        }
        return String(decoding: result, as: UTF8.self).lowercased()
    }

    private func isNameStart(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        return Self.isNameByte(byte) && !(0x30...0x39).contains(byte) || isEscape(at: offset)
    }

    private func isEscape(at offset: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.count && !Self.isLineEnd(bytes[offset + 1])
    }

    /// Resolves what begins with a backslash: up to six hexadecimal digits and a blank, a line end that is left out, or
    /// the character itself.
    private mutating func escape(to result: inout [UInt8]) {
        position += 1
        guard position < bytes.count else { return }
        var value: UInt32 = 0
        let first = position
        while position < bytes.count, position - first < 6,
            let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
        {
            value = value * 16 + UInt32(digit)
            position += 1
        }
        if position > first {
            let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
            result.append(contentsOf: Array(String(scalar).utf8))
            if position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
            return
        }
        if !Self.isLineEnd(bytes[position]) { result.append(bytes[position]) }
        position += bytes[position] == 0x0D && at(1) == 0x0A ? 2 : 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineEnd(byte) }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}

/// Where addresses stand in the style sheets of a theme, which are published joined and shortened.
struct StylePlaces: Sendable {
    private let sheets: [SourceFile]

    /// - Parameter sources: templates and style sheets by path inside the theme.
    init(_ sources: [String: SourceFile]) {
        sheets = sources.filter { $0.key.hasSuffix(".css") }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The first place of an address, however it is written; `nil` where no style sheet of the theme has it.
    func place(of address: String) -> SourceRange? {
        sheets.lazy.compactMap { sheet in
            StyleAddresses.addresses(in: sheet.bytes).first { $0.text == address }.map { sheet.range($0.bytes) }
        }.first
    }
}
