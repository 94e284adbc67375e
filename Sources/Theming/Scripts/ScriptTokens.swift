import Glibc

/// The tokens of a script (ECMA-262, section 12), as far as it takes to leave out what means nothing.
struct ScriptTokens {
    enum Kind: Equatable {
        /// Names and keywords.
        case name
        /// A text in quotes, a template, a number or a regular expression: kept as it is.
        case literal
        /// An operator or bracket.
        case sign
    }

    struct Token: Equatable {
        var kind: Kind
        var text: [UInt8]
        /// Whether a line ends between the token before and this one.
        var isOnNewLine: Bool

        func `is`(_ text: StaticString) -> Bool {
            self.text.count == text.utf8CodeUnitCount && memcmp(self.text, text.utf8Start, self.text.count) == 0
        }
    }

    private(set) var tokens: [Token] = []
    private let bytes: [UInt8]
    private var index = 0
    private var isOnNewLine = false

    /// - Returns: `nil` where a text, a comment or a regular expression does not end.
    static func read(_ bytes: [UInt8]) -> [Token]? {
        var reader = ScriptTokens(bytes: bytes)
        return reader.readAll() ? reader.tokens : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int) -> UInt8 { bytes.indices.contains(index + offset) ? bytes[index + offset] : 0 }

    private mutating func readAll() -> Bool {
        while index < bytes.count {
            let start = index
            switch byte(0) {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                isOnNewLine = true
                index += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                guard skipComment() else { return false }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard skip(to: bytes[start]) else { return false }
                append(.literal, from: start)
            case UInt8(ascii: "`"):
                guard skipTemplate() else { return false }
                append(.literal, from: start)
            case UInt8(ascii: "/") where canBeExpression:
                guard skipPattern() else { return false }
                append(.literal, from: start)
            case let first where Self.isNamePart(first):
                while index < bytes.count, Self.isNamePart(bytes[index]) || continuesNumber(from: start) { index += 1 }
                append((0x30...0x39).contains(first) ? .literal : .name, from: start)
            default:
                index += signLength
                append(.sign, from: start)
            }
        }
        return true
    }

    private mutating func append(_ kind: Kind, from start: Int) {
        tokens.append(Token(kind: kind, text: Array(bytes[start..<index]), isOnNewLine: isOnNewLine))
        isOnNewLine = false
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
        default: false
        }
    }

    /// Whether a number goes on with its decimals.
    private func continuesNumber(from start: Int) -> Bool {
        (0x30...0x39).contains(bytes[start]) && bytes[index] == UInt8(ascii: ".") && (0x30...0x39).contains(byte(1))
    }

    /// Operators that would be others if they were divided, or if blanks between two were left out; the longest first.
    private static let longSigns: [StaticString] = [
        "...", "===", "!==", "=>", "++", "--", "**", "==", "!=", "<=", ">=", "&&", "||",
    ]

    private var signLength: Int {
        // All of them have one of these signs in the second place.
        guard "=>+-*.&|".utf8.contains(byte(1)) else { return 1 }
        let longest = Self.longSigns.first { sign in
            (0..<sign.utf8CodeUnitCount).allSatisfy { byte($0) == sign.utf8Start[$0] }
        }
        return longest?.utf8CodeUnitCount ?? 1
    }

    /// Whether what follows the last token may begin an expression, so that `/` begins a regular one.
    private var canBeExpression: Bool {
        guard let last = tokens.last else { return true }
        switch last.kind {
        case .literal: return false
        case .name: return ["return", "typeof", "case", "in", "of", "await", "void", "throw"].contains { last.is($0) }
        case .sign: return !last.is(")") && !last.is("]") && !last.is("}")
        }
    }

    /// A text to its closing quote; it ends on its line.
    private mutating func skip(to quote: UInt8) -> Bool {
        index += 1
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
            } else if bytes[index] == UInt8(ascii: "\n") {
                return false
            }
            index += 1
        }
        index += 1
        return index <= bytes.count
    }

    /// Templates within templates: a script with more is left as it is.
    private static let deepestNesting = 64

    /// A template with all that stands in its braces.
    ///
    /// - Parameter nesting: how many templates it stands in.
    private mutating func skipTemplate(nesting: Int = 0) -> Bool {
        guard nesting < Self.deepestNesting else { return false }
        index += 1
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`") where depth == 0:
                index += 1
                return true
            case UInt8(ascii: "`"):
                guard skipTemplate(nesting: nesting + 1) else { return false }
                continue
            case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "{"):
                depth += 1
                index += 1
            case UInt8(ascii: "{") where depth > 0: depth += 1
            case UInt8(ascii: "}") where depth > 0: depth -= 1
            default: break
            }
            index += 1
        }
        return false
    }

    /// A regular expression with its flags.
    private mutating func skipPattern() -> Bool {
        index += 1
        var isInClass = false
        while index < bytes.count, bytes[index] != UInt8(ascii: "/") || isInClass {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "\n"): return false
            default: break
            }
            index += 1
        }
        index += 1
        while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
        return index <= bytes.count
    }

    /// A comment over several lines; one that begins with `!` says whose the script is, and stays.
    private mutating func skipComment() -> Bool {
        let start = index
        while index < bytes.count,
            !(index > start + 2 && byte(-1) == UInt8(ascii: "*") && bytes[index] == UInt8(ascii: "/"))
        {
            if bytes[index] == UInt8(ascii: "\n") { isOnNewLine = true }
            index += 1
        }
        guard index < bytes.count else { return false }
        index += 1
        if bytes[start + 2] == UInt8(ascii: "!") { append(.literal, from: start) }
        return true
    }
}
