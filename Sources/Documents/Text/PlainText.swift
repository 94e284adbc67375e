import Diagnostics

/// The lines of a text file, in whatever encoding it was saved.
package enum PlainText {
    /// - Returns: a passage for each line that says something; characters that are written by their numbers, as in HTML
    ///   (`&#49;`) and JSON (`\u0031`), stand there as a program would show them.
    package static func contents(of bytes: [UInt8]) -> DocumentContents {
        var contents = DocumentContents()
        guard let text = SearchableText.utf8(bytes) else { return contents }
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 }) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let place = LocalizedText(zh: "第 \(number) 行", en: "line \(number)")
            contents.passages.append(.init(unescaped(String(decoding: line, as: UTF8.self)), at: place))
        }
        return contents
    }

    /// Whether a text may have characters that are written by their numbers.
    package static func mayHoldEscapes(_ bytes: [UInt8]) -> Bool {
        bytes.holds("&#") || bytes.holds("\\u")
    }

    /// A text with what is written by numbers in place.
    package static func unescaped(_ text: String) -> String { withoutReferences(withoutJSONEscapes(text)) }

    /// A text with the escapes of JSON in place (RFC 8259, 7): `\u0031`. Halves of a pair stay.
    private static func withoutJSONEscapes(_ text: String) -> String {
        guard text.contains("\\u") else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "\\u") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            let digits = rest.prefix(4).prefix { $0.isASCII && $0.isHexDigit }
            guard digits.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
                result += "\\u"
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[digits.endIndex...]
        }
        return result + rest
    }

    /// A text with its numeric references in place (HTML, 13.1.4).
    private static func withoutReferences(_ text: String) -> String {
        guard text.contains("&#") else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "&#") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            let isHexadecimal = rest.first == "x" || rest.first == "X"
            let digits = rest.dropFirst(isHexadecimal ? 1 : 0).prefix { $0.isASCII && $0.isHexDigit }.prefix(7)
            guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(code) else {
                result += "&#"
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[digits.endIndex...]
            if rest.first == ";" { rest = rest.dropFirst() }
        }
        return result + rest
    }
}
