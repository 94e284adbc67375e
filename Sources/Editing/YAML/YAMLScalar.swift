import Fields

/// Texts as YAML reads them back: without quotes where that is enough.
enum YAMLScalar {
    /// Where a text is written.
    enum Context {
        /// Behind a name or a dash.
        case block
        /// Between brackets or braces.
        case flow
        /// The name of a field.
        case name
    }

    /// A text on one line.
    ///
    /// - Parameters:
    ///   - isText: whether other programs are to take the value for a text also where it looks like a number or a flag.
    ///   - old: the quotes that stand there, which are kept where some are needed.
    static func written(
        _ text: String, in context: Context, isText: Bool = false, keeping old: YAMLNode.ScalarStyle? = nil
    ) -> String {
        guard !isPlain(text, in: context) || isText && looksLikeOther(text) else { return text }
        return quoted(text, keeping: old)
    }

    /// A text in quotes: double ones, or single ones where double ones would need signs before those inside.
    static func quoted(_ text: String, keeping old: YAMLNode.ScalarStyle? = nil) -> String {
        let needsEscapes = text.unicodeScalars.contains(where: isSpecial)
        let isSingle =
            !needsEscapes && (old == .singleQuoted || old != .doubleQuoted && text.contains { "\"\\".contains($0) })
        if isSingle { return "'" + text.replacing("'", with: "''") + "'" }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// The lines of a text of several, with the sign before them; `nil` where quotes say it better.
    static func block(_ text: String) -> (sign: String, lines: [String])? {
        guard text.unicodeScalars.allSatisfy({ $0 == "\n" || !isSpecial($0) }) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count > 1, let first = lines.first?.first, first != " " else { return nil }
        let isEnded = lines.last == ""
        if isEnded { lines.removeLast() }
        // What ends in blanks, or in several line ends, does not read back by itself.
        guard let last = lines.last, !last.allSatisfy({ $0 == " " }) else { return nil }
        return (isEnded ? "|" : "|-", lines)
    }

    // MARK: Without quotes

    /// Whether a text reads back the same without quotes (YAML 1.1, 9.1.3), and says nothing else to our reader.
    private static func isPlain(_ text: String, in context: Context) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard first != " ", last != " ", last != ":", !isAbsent(text), text != "<<" else { return false }
        guard !text.hasPrefix("---"), !text.hasPrefix("...") else { return false }
        guard !text.unicodeScalars.contains(where: isSpecial) else { return false }
        if ",[]{}#&*!|>'\"%@`“”‘’＂＇「」".unicodeScalars.contains(first) { return false }
        let second = text.unicodeScalars.dropFirst().first
        if "-?:".unicodeScalars.contains(first),
            second.map({ $0 == " " || ",?:-[]{}".unicodeScalars.contains($0) }) ?? true
        {
            return false
        }
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "#") where index > 0 && bytes[index - 1] == 0x20: return false
            case UInt8(ascii: ":") where context != .block || bytes[index + 1] == 0x20: return false
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "?"):
                if context == .flow { return false }
            default: continue
            }
        }
        return true
    }

    /// Nothing, as YAML writes it (YAML 1.2, 10.3.2).
    private static func isAbsent(_ text: String) -> Bool { YAMLValue.scalar(text, isPlain: true).isAbsent }

    /// Whether programs that know types would take a text for a number, a day or a flag.
    static func looksLikeOther(_ text: String) -> Bool {
        if ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) { return true }
        let unsigned = text.utf8.drop { "+-.".utf8.contains($0) }
        guard let first = unsigned.first, (0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { "0123456789+-.:_eExXoabcdefABCDEF".utf8.contains($0) }
    }

    /// Characters that are written as escapes: controls, what ends lines to YAML, and what it does not read at all.
    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default:
            guard isSpecial(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
