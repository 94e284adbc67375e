import Diagnostics

/// A value as it is written at the place of a finding: in the quotes that stand there, or in such as it needs.
package enum WrittenValue {
    /// The text that is to replace `range` so that it is read as `value`: a cell of a CSV file (RFC 4180, 2), else a scalar
    /// of YAML (YAML 1.2.2, 7.3).
    package static func text(_ value: String, at range: SourceRange) -> String {
        let first = range.file.bytes[range.bytes].first
        if range.file.path.hasSuffix(".csv") {
            let needsQuotes = value.utf8.contains { ",\"\r\n".utf8.contains($0) }
            return needsQuotes || first == UInt8(ascii: "\"") ? quoted(value, "\"") : value
        }
        if first == UInt8(ascii: "'"), !value.unicodeScalars.contains(where: isControl) {
            return quoted(value, "'")
        }
        return first == UInt8(ascii: "\"") || !isPlain(value) ? doubleQuoted(value) : value
    }

    /// Whether a value can stand in YAML without quotes, in lists within brackets too.
    private static func isPlain(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last else { return false }
        let isWord = !["null", "true", "false", "yes", "no", "on", "off", "~"].contains(value.lowercased())
        return isWord && Double(value) == nil && !"-?!&*|>'\"%@`# ".unicodeScalars.contains(first) && last != " "
            && !value.unicodeScalars.contains { ":#,[]{}\"".unicodeScalars.contains($0) || isControl($0) }
    }

    /// The value in quotes, of which each in it is doubled. By scalars: a sign with a combining mark is one character.
    private static func quoted(_ value: String, _ quote: Unicode.Scalar) -> String {
        var scalars = String.UnicodeScalarView([quote])
        for scalar in value.unicodeScalars {
            if scalar == quote { scalars.append(quote) }
            scalars.append(scalar)
        }
        scalars.append(quote)
        return String(scalars)
    }

    private static func doubleQuoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text += "\\"
                text.unicodeScalars.append(scalar)
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where isControl(scalar):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
