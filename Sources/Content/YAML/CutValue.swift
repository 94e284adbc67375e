import Diagnostics

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
        let line = places.line(around: event.range.upperBound)
        var sign = event.range.upperBound
        while sign < line.upperBound, bytes[sign] == 0x20 || bytes[sign] == 0x09 { sign += 1 }
        guard sign > event.range.upperBound, sign + 1 < line.upperBound, bytes[sign] == UInt8(ascii: "#"),
            bytes[sign + 1] > 0x20, !"#!=-*~".utf8.contains(bytes[sign + 1]),
            !bytes[sign + 1..<line.upperBound].starts(with: "　".utf8)
        else { return nil }
        let isEmpty = event.range.isEmpty
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

    /// The value as it was meant, so that nothing else is said about it.
    func tree(keeping text: String) -> YAMLTree {
        let value = isWhole ? String(decoding: written.file.bytes[written.bytes], as: UTF8.self) : text
        return YAMLTree(value: .scalar(value, isPlain: false), range: written)
    }
}
