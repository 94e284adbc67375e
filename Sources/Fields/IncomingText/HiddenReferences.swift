import Diagnostics
import Rules

/// Characters that nobody sees, written as character references: `&#8203;`, `&#x202E;`, `&ZeroWidthSpace;`. Pages hold the
/// characters themselves (CommonMark 0.31, 2.5).
package enum HiddenReferences {
    /// Named references of HTML to characters without width or to marks of direction (HTML standard, 13.5).
    private static let names: [String: UInt32] = [
        "ZeroWidthSpace": 0x200B, "NegativeThinSpace": 0x200B, "NegativeMediumSpace": 0x200B, "zwnj": 0x200C,
        "zwj": 0x200D,
        "lrm": 0x200E, "rlm": 0x200F, "shy": 0xAD, "NoBreak": 0x2060, "ApplyFunction": 0x2061, "af": 0x2061,
        "InvisibleTimes": 0x2062, "it": 0x2062, "InvisibleComma": 0x2063, "ic": 0x2063,
    ]

    /// The findings about a text, one for each reference outside code. O(length of the text).
    package static func findings(in file: SourceFile, from start: Int) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var index = min(start, file.bytes.count)
        while let sign = file.bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
            index = sign + 1
            guard let (scalar, end) = reference(at: sign, in: file.bytes), !isCode(sign, in: file) else { continue }
            index = end
            findings.append(finding(about: scalar, at: file.range(sign..<end)))
        }
        return findings
    }

    /// The hidden character that a reference stands for, and where the reference ends.
    private static func reference(at sign: Int, in bytes: [UInt8]) -> (Unicode.Scalar, end: Int)? {
        let window = bytes[(sign + 1)..<min(sign + 24, bytes.count)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(sign + 1)..<end], as: UTF8.self)
        let value: UInt32?
        if name.hasPrefix("#") {
            let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
            value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        } else {
            value = names[name]
        }
        guard let scalar = value.flatMap(Unicode.Scalar.init), let kind = HiddenCharacters.kind(of: scalar) else {
            return nil
        }
        switch kind {
        case .control where [0x09, 0x0A, 0x0D].contains(scalar.value): return nil
        case .control, .lineSeparator, .invisible, .direction, .placeholder: return (scalar, end + 1)
        case .space, .privateUse, .lookAlike: return nil
        }
    }

    /// Whether a place stands between backticks of its line.
    private static func isCode(_ place: Int, in file: SourceFile) -> Bool {
        let line = file.lineBytes(around: place, within: 4096)
        return file.bytes[line.lowerBound..<place].count { $0 == UInt8(ascii: "`") } % 2 == 1
    }

    private static func finding(about scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let written = String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
        return Diagnostic(
            .hiddenInText, at: range,
            message: LocalizedText(
                zh: "“\(written)”会变成一个看不见的字符（\(number)）。",
                en: "“\(written)” becomes an invisible character (\(number))."),
            help: LocalizedText(zh: "请删去它，或运行 check --fix。", en: "Delete it, or run check --fix."), replacement: "")
    }
}
