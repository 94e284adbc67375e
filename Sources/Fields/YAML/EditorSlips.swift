import Diagnostics
import Rules
import Values

/// Slips that people make in YAML when they write Chinese: full-width colons and quotes, tabs, no space after a colon.
package enum EditorSlips {
    /// The slips that explain a syntax error at `offset`: those on its line or the written line before it, and
    /// everywhere else a full-width colon after the name of a field, since who writes one mostly writes several.
    package static func findings(in places: YAMLPlaces, near offset: Int, fieldNames: Set<String>) -> [Diagnostic] {
        let nearby = linesNear(offset, in: places)
        return places.lineStarts.compactMap { start in
            guard start < places.range.upperBound else { return nil }
            let line = places.line(around: start)
            if nearby.contains(line) { return finding(in: places.file, line: line, fieldNames: fieldNames) }
            return fullWidthColon(in: places.file, line: line, onlyAfter: fieldNames)
        }
    }

    /// Whether a full-width colon ends what looks like a field name, for keys that swallowed their value.
    package static func fullWidthColon(
        in file: SourceFile, line: Range<Int>, onlyAfter names: Set<String>? = nil
    ) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        let start = text.firstIndex { !" -{\t".contains($0) } ?? text.endIndex
        guard let colon = text[start...].firstIndex(of: "："), text[start..<colon].count <= 24,
            !text[start..<colon].contains(where: { ":\"'#“”".contains($0) })
        else { return nil }
        let name = text[start..<colon].filter { $0 != " " }
        if let names, !names.contains(String(name)) { return nil }
        let offset = line.lowerBound + text[..<colon].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + "：".utf8.count),
            message: LocalizedText(
                zh: "字段名后用了全角冒号“：”。", en: "The field's name is followed by a full-width colon “：”."),
            help: LocalizedText(zh: "请改成英文冒号加一个空格：“: ”。", en: "Write an ASCII colon and a space: “: ”."),
            replacement: ": ")
    }

    /// Whether a colon in what should be a field name is without its space: `title:标题`, `{rate:98}`.
    static func missingSpace(in file: SourceFile, name: Range<Int>) -> Diagnostic? {
        let text = String(decoding: file.bytes[name], as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let after = text.index(after: colon)
        let key = text[..<colon].drop { " -{,".contains($0) }
        guard after < text.endIndex, text[after] != " ", text[after] != "/", !key.isEmpty,
            key.allSatisfy({ $0.isLetter || $0 == "_" })
        else { return nil }
        let offset = name.lowerBound + text[..<colon].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + 1),
            message: LocalizedText(zh: "冒号后缺少空格。", en: "A space is missing after the colon."),
            help: LocalizedText(zh: "请写成“字段名: 值”。", en: "Write `name: value`."), replacement: ": ")
    }

    /// The line of an offset and the last line before it that is not blank.
    private static func linesNear(_ offset: Int, in places: YAMLPlaces) -> [Range<Int>] {
        let line = places.line(around: offset)
        var before = line.lowerBound
        while before > places.range.lowerBound {
            let previous = places.line(around: before - 1)
            guard previous.allSatisfy({ places.file.bytes[$0] == UInt8(ascii: " ") }) else { return [previous, line] }
            guard previous.lowerBound < before else { break }
            before = previous.lowerBound
        }
        return [line]
    }

    private static func finding(in file: SourceFile, line: Range<Int>, fieldNames: Set<String>) -> Diagnostic? {
        leadingTab(in: file, line: line) ?? fullWidthColon(in: file, line: line) ?? wrongQuotes(in: file, line: line)
            ?? missingSpace(in: file, name: line) ?? missingColon(in: file, line: line, fieldNames: fieldNames)
    }

    /// The name of a field or a province with a value behind a space, but no colon: `北京 4`.
    private static func missingColon(in file: SourceFile, line: Range<Int>, fieldNames: Set<String>) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        let start = text.firstIndex { !" -".contains($0) } ?? text.endIndex
        let name = text[start...].prefix { $0 != " " && $0 != "　" }
        guard !text.contains(":"), name.endIndex < text.endIndex,
            fieldNames.contains(String(name)) || Province(named: String(name)) != nil
        else { return nil }
        let value = text[name.endIndex...].drop { " 　".contains($0) }
        let offset = line.lowerBound + text[..<name.endIndex].utf8.count
        let length = text[name.endIndex..<value.startIndex].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + length),
            message: LocalizedText(zh: "“\(name)”后面缺少冒号。", en: "A colon is missing after “\(name)”."),
            help: LocalizedText(zh: "请写成“字段名: 值”。", en: "Write `name: value`."), replacement: ": ")
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

    /// A value that stands in Chinese quotation marks, which YAML takes for part of the text.
    ///
    /// - Parameters:
    ///   - text: what stands between them.
    ///   - isText: whether it is to be a text, which ASCII quotes keep as it is.
    static func chineseQuotes(around text: String, isText: Bool, at range: SourceRange) -> Diagnostic {
        let quoted = !isText ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        return Diagnostic(
            .metaChineseQuotes, at: range,
            message: LocalizedText(
                zh: "值放在中文引号里，引号会成为文字的一部分。",
                en: "The value stands in Chinese quotation marks, which become part of the text."),
            help: isText
                ? LocalizedText(zh: "请改用英文引号：\(quoted)。", en: "Use ASCII quotes: \(quoted).")
                : LocalizedText(zh: "请去掉引号：\(quoted)。", en: "Take the quotes away: \(quoted)."), replacement: quoted)
    }

    /// A value in Chinese quotation marks that breaks the line, as one with `: ` inside does, which ASCII quotes would
    /// allow.
    private static func wrongQuotes(in file: SourceFile, line: Range<Int>) -> Diagnostic? {
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        guard let colon = text.firstRange(of: ": ") else { return nil }
        let value = text[colon.upperBound...].drop { $0 == " " }
        guard let first = value.first, "“”‘’＂".contains(first) else { return nil }
        let offset = line.lowerBound + text[..<value.startIndex].utf8.count
        return Diagnostic(
            .metaSyntax, at: file.range(offset..<offset + 3),
            message: LocalizedText(
                zh: "值用了中文引号“\(first)”。", en: "The value begins with a Chinese quotation mark “\(first)”."),
            help: LocalizedText(
                zh: "需要引号时请用英文引号 \" 把整个值括起来。", en: "Where quotes are needed, put the whole value in ASCII quotes \"."))
    }
}
