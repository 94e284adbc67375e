/// Scripts as they are published: without comments, and without the blanks and ends of lines that mean nothing.
enum ScriptText {
    /// The shorter script; the same where it cannot be read.
    static func published(_ bytes: [UInt8]) -> [UInt8] {
        guard let tokens = ScriptTokens.read(bytes) else { return bytes }
        return text(of: tokens)
    }

    /// Tokens with as little between them as keeps their meaning.
    static func text(of tokens: [ScriptTokens.Token]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(tokens.reduce(0) { $0 + $1.text.count + 1 })
        var previous: ScriptTokens.Token?
        for token in tokens {
            if let previous {
                if mayEndLine(between: previous, token) {
                    result.append(UInt8(ascii: "\n"))
                } else if needsBlank(previous, token) {
                    result.append(UInt8(ascii: " "))
                }
            }
            result += token.text
            previous = token
        }
        if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
        return result
    }

    /// Whether a line ends between two tokens in a place where that may end a statement.
    static func mayEndLine(between one: ScriptTokens.Token, _ other: ScriptTokens.Token) -> Bool {
        other.isOnNewLine && endsLine(one) && beginsLine(other)
    }

    /// Whether the end of a line behind a token may end a statement: not behind what wants to go on.
    private static func endsLine(_ token: ScriptTokens.Token) -> Bool {
        token.kind != .sign || [")", "]", "}", "++", "--"].contains { token.is($0) }
    }

    /// Whether the end of a line before a token may end a statement: not before what goes on, nor before what ends a
    /// block, which ends the statement as well.
    private static func beginsLine(_ token: ScriptTokens.Token) -> Bool {
        guard token.kind == .sign else { return true }
        return ["(", "[", "{", "+", "-", "++", "--", "!", "~", "/", "...", "#", "@"].contains { token.is($0) }
    }

    /// Whether two tokens would be another one side by side.
    private static func needsBlank(_ one: ScriptTokens.Token, _ other: ScriptTokens.Token) -> Bool {
        guard let last = one.text.last, let first = other.text.first else { return false }
        if ScriptTokens.isNamePart(last) && ScriptTokens.isNamePart(first) { return true }
        return last == first && "+-/".utf8.contains(first) || last == UInt8(ascii: "/") && first == UInt8(ascii: "*")
            || one.kind == .literal && last != UInt8(ascii: ")") && first == UInt8(ascii: ".") && isNumber(one)
    }

    /// `1 .a` is no `1.a`.
    private static func isNumber(_ token: ScriptTokens.Token) -> Bool {
        token.text.first.map { (0x30...0x39).contains($0) } ?? false
    }
}
