/// `path:line:column: severity: message [rule]`, as compilers write it and editors read it.
enum PlainRenderer {
    static func line(_ entry: DiagnosticReport.Entry, language: MessageLanguage) -> String {
        let diagnostic = entry.diagnostic
        let place =
            diagnostic.range.map { range in
                "\(range.file.path):\(entry.start?.line ?? 1):\(entry.start?.column ?? 1): "
            } ?? diagnostic.handedIn.map { "\($0.text): " }
        return VisibleText.oneLine(
            "\(place ?? "")\(diagnostic.severity.rawValue): \(diagnostic.message[language]) [\(diagnostic.rule.name)]")
    }
}

/// Makes text safe for a terminal: control characters of the content are shown, not obeyed.
package enum VisibleText {
    package static func oneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x1F: result.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x2400) ?? " ")
            case 0x7F: result.unicodeScalars.append("\u{2421}")
            // C1 controls and the marks that turn the direction of text.
            case 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
