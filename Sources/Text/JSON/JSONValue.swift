/// A JSON document whose objects keep the order in which they were written (RFC 8259).
package enum JSONValue: Sendable, Hashable {
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSONValue])
    case string(String)
    case integer(Int)
    /// A finite number.
    case number(Double)
    case bool(Bool)
    case null

    /// The document as UTF-8.
    ///
    /// `<`, `>`, `&` and the line separators of JavaScript are written as escapes, so that the text can stand in a
    /// `script` element of a page.
    ///
    /// - Parameter isPretty: whether members and elements stand on lines of their own, indented by two spaces.
    package func bytes(isPretty: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, indentation: isPretty ? 0 : nil)
        if isPretty { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    /// The document as text.
    package var text: String { String(decoding: bytes(), as: UTF8.self) }

    private func append(to bytes: inout [UInt8], indentation: Int?) {
        switch self {
        case .object(let members):
            Self.appendList(
                members, open: "{", close: "}", to: &bytes, indentation: indentation
            ) { member, bytes, inner in
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if inner != nil { bytes.append(UInt8(ascii: " ")) }
                member.value.append(to: &bytes, indentation: inner)
            }
        case .array(let elements):
            Self.appendList(
                elements, open: "[", close: "]", to: &bytes, indentation: indentation
            ) { element, bytes, inner in
                element.append(to: &bytes, indentation: inner)
            }
        case .string(let text): Self.append(text, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += Self.decimal(number).utf8
        case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        }
    }

    private static func appendList<Element>(
        _ elements: [Element], open: Unicode.Scalar, close: Unicode.Scalar, to bytes: inout [UInt8],
        indentation: Int?, append: (Element, inout [UInt8], Int?) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        let inner = indentation.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let inner {
                bytes += "\n".utf8
                bytes += [UInt8](repeating: UInt8(ascii: " "), count: inner)
            }
            append(element, &bytes, inner)
        }
        if let indentation, !elements.isEmpty {
            bytes += "\n".utf8
            bytes += [UInt8](repeating: UInt8(ascii: " "), count: indentation)
        }
        bytes.append(UInt8(ascii: close))
    }

    /// Whole numbers without a fraction; others in Swift's shortest form that reads back the same.
    private static func decimal(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        guard let whole = Int(exactly: number) else { return "\(number)" }
        return String(whole)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in source.indices {
                guard let escape = escape(at: index, in: source) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                append(escape, to: &bytes)
                start = index + escape.length
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A character that is not written as it is: its value and its length in UTF-8.
    private struct Escape {
        let value: UInt32
        let length: Int
    }

    @inline(__always)
    private static func escape(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> Escape? {
        let byte = source[index]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
            return Escape(value: UInt32(byte), length: 1)
        case 0xE2:
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            guard index + 2 < source.count, source[index + 1] == 0x80, source[index + 2] | 1 == 0xA9 else { return nil }
            return Escape(value: 0x2028 + UInt32(source[index + 2] & 1), length: 3)
        default: return nil
        }
    }

    private static func append(_ escape: Escape, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch escape.value {
        case 0x22, 0x5C: bytes.append(UInt8(escape.value))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift: UInt32 in [12, 8, 4, 0] {
                let digit = UInt8(escape.value >> shift & 15)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral
{
    package init(integerLiteral value: Int) { self = .integer(value) }

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    package init(stringLiteral value: String) { self = .string(value) }
}
