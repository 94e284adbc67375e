import Diagnostics
import Rules

/// A value that YAML would cut at a number sign, as in `title: 东区 #2 泵站`, or leave out, as in `title: #1泵站`.
///
/// A comment is told by the space behind its sign, which is how people write them.
struct CutValue {
    /// The finding, at the whole of what was written.
    let finding: Diagnostic
    private let written: SourceRange
    private let isWhole: Bool

    /// `nil` where nothing is cut.
    ///
    /// - Parameter event: a text without quotes.
    init?(behind event: YAMLEvent, in places: YAMLPlaces) {
        let bytes = places.file.bytes
        let first = places.line(around: event.range.upperBound)
        let isEmpty = event.range.isEmpty
        guard
            let (sign, line) = Self.sign(in: first, from: event.range.upperBound, bytes).map({ ($0, first) })
                ?? (isEmpty ? nil : Self.signBelow(event, first, places))
        else { return nil }
        let start = isEmpty ? sign : event.range.lowerBound
        isWhole = isEmpty || start >= line.lowerBound
        var end = line.upperBound
        // In a list between brackets the value ends where the next one begins.
        let before = bytes[line.lowerBound..<max(start, line.lowerBound)].last { $0 != 0x20 && $0 != 0x09 }
        if let before, "[{,".utf8.contains(before) {
            end = bytes[sign..<line.upperBound].firstIndex { ",]}".utf8.contains($0) } ?? end
        }
        while end > sign, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0D { end -= 1 }
        written = places.file.range(start..<end)
        let lost = String(decoding: bytes[sign..<end], as: UTF8.self)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        finding = Diagnostic(
            .metaCutValue, at: written,
            message: LocalizedText(
                zh: "“\(lost)”前面有空格，会被当作注释丢掉。",
                en: "A space stands before “\(lost)”, which would be lost as a comment."),
            help: isWhole
                ? LocalizedText(
                    zh: "请给整个值加英文引号：\(quoted)；如果是注释，请在 # 后面空一格。",
                    en: "Put the whole value in quotes: \(quoted). If it is a comment, put a space behind the #.")
                : LocalizedText(
                    zh: "请给整个值加英文引号；如果是注释，请在 # 后面空一格。",
                    en: "Put the whole value in quotes. If it is a comment, put a space behind the #."),
            replacement: isWhole ? quoted : nil)
    }

    /// The number sign behind a value on its line that begins no comment as people write them.
    private static func sign(in line: Range<Int>, from end: Int, _ bytes: [UInt8]) -> Int? {
        var sign = end
        while sign < line.upperBound, bytes[sign] == 0x20 || bytes[sign] == 0x09 { sign += 1 }
        guard sign > end, sign + 1 < line.upperBound, bytes[sign] == UInt8(ascii: "#"),
            bytes[sign + 1] > 0x20, !"#!=-*~".utf8.contains(bytes[sign + 1]),
            !bytes[sign + 1..<line.upperBound].starts(with: "　".utf8)
        else { return nil }
        return sign
    }

    /// The number sign at the head of the next line, where that is indented as the rest of a value is: deeper than its
    /// field. A field that was switched off is a comment.
    private static func signBelow(
        _ event: YAMLEvent, _ first: Range<Int>, _ places: YAMLPlaces
    ) -> (sign: Int, line: Range<Int>)? {
        let bytes = places.file.bytes
        let start = places.file.startOfLine(after: first.upperBound)
        guard start < places.range.upperBound,
            bytes[event.range.upperBound..<first.upperBound].allSatisfy({ $0 <= 0x20 })
        else { return nil }
        let line = places.line(around: start)
        guard let sign = sign(in: line, from: line.lowerBound, bytes) else { return nil }
        let field = places.line(around: event.range.lowerBound)
        let indentation = bytes[field].prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }.count
        let comment = bytes[sign..<line.upperBound]
        let isField = comment.contains(UInt8(ascii: ":")) || comment.firstRange(of: Array("：".utf8)) != nil
        return sign - line.lowerBound > indentation && !isField ? (sign, line) : nil
    }

    /// The value as it was meant, so that nothing else is said about it.
    func tree(keeping text: String) -> YAMLTree {
        let value = isWhole ? String(decoding: written.file.bytes[written.bytes], as: UTF8.self) : text
        return YAMLTree(value: .scalar(value, isPlain: false), range: written)
    }
}
