import Diagnostics

/// What is promised of every list of findings.
enum FindingPromises {
    /// Each finding lies in its file, in a file of UTF-8 at whole characters, and can be written in every format.
    static func broken(by findings: [Diagnostic]) -> [String] {
        var broken: [String] = []
        for finding in findings {
            guard let range = finding.range else { continue }
            let bytes = range.file.bytes
            if range.bytes.lowerBound < 0 || range.bytes.upperBound > bytes.count {
                broken.append("\(finding.rule.name) lies outside of its file")
            } else if finding.replacement != nil, String(validating: bytes, as: UTF8.self) != nil,
                isInsideCharacter(range.bytes.lowerBound, of: bytes)
                    || isInsideCharacter(range.bytes.upperBound, of: bytes)
            {
                broken.append("\(finding.rule.name) proposes to cut a character")
            }
            if let replacement = finding.replacement, Array(replacement.utf8) == Array(bytes[range.bytes]) {
                broken.append("\(finding.rule.name) proposes what is there")
            }
        }
        let report = DiagnosticReport.of(findings)
        for format in OutputFormat.allCases {
            let text = format.render(report, language: .zh, isColored: format == .text)
            if text.isEmpty, !findings.isEmpty, format != .plain {
                broken.append("findings are lost in the format \(format.rawValue)")
            }
        }
        return broken
    }

    /// Whether a place lies behind the first byte of a character of UTF-8.
    private static func isInsideCharacter(_ offset: Int, of bytes: [UInt8]) -> Bool {
        offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    }
}
