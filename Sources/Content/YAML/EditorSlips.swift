import Diagnostics

/// Slips that people make in YAML when they write Chinese: full-width colons and quotes, tabs, no space after a colon.
enum EditorSlips {
    /// One finding for each line that begins with a field name and a slip.
    static func findings(in file: SourceFile, range: Range<Int>, lineStarts: [Int]) -> [Diagnostic] {
        lineStarts.compactMap { start in
            guard start < range.upperBound else { return nil }
            let line = file.lineBytes(around: start)
            return finding(in: file, line: start..<min(line.upperBound, range.upperBound))
        }
    }

    /// Whether a full-width colon ends what looks like a field name, for keys that swallowed their value.
    static func fullWidthColon(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        let trimmed = text.drop { $0 == " " || $0 == "-" }
        guard let colon = trimmed.firstIndex(of: "："), trimmed[..<colon].count <= 24,
            !trimmed[..<colon].contains(where: { ":\"'#".contains($0) })
        else { return nil }
        let offset = line.lowerBound + text[..<colon].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + "：".utf8.count),
            message: LocalizedText(
                zh: "字段名后用了全角冒号“：”。", en: "The field's name is followed by a full-width colon “：”."),
            help: LocalizedText(zh: "请改成英文冒号加一个空格：“: ”。", en: "Write an ASCII colon and a space: “: ”."),
            replacement: ": ")
    }

    private static func finding(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        if let tab = leadingTab(in: file, line: line) { return tab }
        if let colon = fullWidthColon(in: file, line: line) { return colon }
        if let quote = fullWidthQuote(in: file, line: line) { return quote }
        return missingSpace(in: file, line: line)
    }

    private static func leadingTab(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        guard
            let offset = line.first(where: { file.bytes[$0] != UInt8(ascii: " ") }),
            file.bytes[offset] == UInt8(ascii: "\t")
        else { return nil }
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + 1),
            message: LocalizedText(zh: "缩进用了制表符（Tab）。", en: "The line is indented by a tab."),
            help: LocalizedText(zh: "请改用两个空格缩进。", en: "Indent by two spaces instead."), replacement: "  ")
    }

    private static func fullWidthQuote(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        guard let colon = text.firstRange(of: ": ") else { return nil }
        let value = text[colon.upperBound...].drop { $0 == " " }
        guard let first = value.first, "“”‘’".contains(first), text.contains(": ") else { return nil }
        let offset = line.lowerBound + text[..<value.startIndex].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + 3),
            message: LocalizedText(zh: "值用了中文引号“\(first)”。", en: "The value begins with a Chinese quotation mark “\(first)”."),
            help: LocalizedText(
                zh: "需要引号时请用英文引号 \" 把整个值括起来。", en: "Where quotes are needed, put the whole value in ASCII quotes \"."))
    }

    private static func missingSpace(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let after = text.index(after: colon)
        let key = text[..<colon].drop { $0 == " " || $0 == "-" }
        guard after < text.endIndex, text[after] != " ", text[after] != "/", !key.isEmpty,
            key.allSatisfy({ $0.isLetter || $0 == "_" })
        else { return nil }
        let offset = line.lowerBound + text[..<colon].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + 1),
            message: LocalizedText(zh: "冒号后缺少空格。", en: "A space is missing after the colon."),
            help: LocalizedText(zh: "请写成“字段名: 值”。", en: "Write `name: value`."), replacement: ": ")
    }
}
