import Diagnostics
import Rules

/// Says in the editor's words what libyaml found wrong, at its place.
struct YAMLErrorReport {
    let places: YAMLPlaces
    /// The names after which a full-width colon is a slip.
    let fieldNames: Set<String>

    func diagnostics(for error: YAMLParseError) -> [Diagnostic] {
        switch error {
        case .syntax(let problem, let offset, let openQuote): syntax(problem, at: offset, openQuote: openQuote)
        case .reader(let offset): [control(at: offset)]
        case .outOfMemory:
            [
                Diagnostic(
                    .metaSyntax, at: places.file.range(places.range.lowerBound..<places.range.lowerBound),
                    message: LocalizedText(zh: "这里的 YAML 无法读取。", en: "The YAML here cannot be read."))
            ]
        }
    }

    /// What follows the line of dashes that ends the one document a file has.
    func secondDocument(at offset: Int) -> [Diagnostic] { syntax("expected a single document", at: offset) }

    private func restOfLine(from start: Int) -> SourceRange {
        let line = places.line(around: start)
        return places.file.range(min(start, line.upperBound)..<line.upperBound)
    }

    /// Tells the usual slips of an editor from other errors of syntax.
    ///
    /// - Parameter openQuote: where a value in quotes begins that has no end.
    private func syntax(_ problem: String, at offset: Int, openQuote: Int? = nil) -> [Diagnostic] {
        let ofMarks = [
            "did not find expected alphabetic or numeric character", "did not find expected whitespace or line break",
            "did not find URI escaped octet", "did not find expected tag URI",
        ]
        if ofMarks.contains(where: problem.contains) { return [mark(before: offset)] }
        if let heading = headingBefore(offset) { return [missingEnd(at: heading)] }
        let slips = EditorSlips.findings(in: places, near: offset, fieldNames: fieldNames)
        guard slips.isEmpty else { return slips }
        let known = YAMLProblem.explanation(of: problem)
        return [
            Diagnostic(
                .metaSyntax, at: restOfLine(from: isUnended(problem) ? openQuote ?? offset : offset),
                message: LocalizedText(
                    zh: "这里不是正确的 YAML：\(known?.zh ?? problem)。",
                    en: "This is not well-formed YAML: \(known?.en ?? problem)."),
                help: LocalizedText(
                    zh: "每行写成“字段名: 值”，英文冒号后空一格；值里有冒号、#、[ ] 等符号时给整个值加英文引号。",
                    en:
                        "Write `name: value` with a space after the colon; quote a value that holds colons, # or brackets."
                ))
        ]
    }

    /// Whether a text ended where a value was still open.
    private func isUnended(_ problem: String) -> Bool {
        problem.contains("found unexpected end of stream") || problem.contains("found unexpected document indicator")
    }

    /// A heading of the text inside what should be metadata: the closing line of `---` was forgotten, and a rule of
    /// dashes in the text was taken for it.
    private func headingBefore(_ offset: Int) -> Range<Int>? {
        // In a file that is nothing but YAML, such a line is a comment.
        guard places.file.path.hasSuffix(".md") else { return nil }
        for start in places.lineStarts where start <= offset && start < places.range.upperBound {
            let line = places.line(around: start)
            let hashes = places.file.bytes[line].prefix { $0 == UInt8(ascii: "#") }
            if (2...6).contains(hashes.count),
                places.file.bytes[line].dropFirst(hashes.count).first == UInt8(ascii: " ")
            {
                return line
            }
        }
        return nil
    }

    /// A value that begins with `*`, `&` or `!`, as notes do: YAML takes it for an alias, an anchor or a tag.
    private func mark(before offset: Int) -> Diagnostic {
        let line = places.line(around: offset)
        let start = places.file.bytes[line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound))].lastIndex {
            "*&!".utf8.contains($0)
        }
        return Diagnostic(
            .metaForbiddenYAML, at: restOfLine(from: start ?? offset),
            message: LocalizedText(
                zh: "值以 *、& 或 ! 开头，YAML 会当作特殊写法。",
                en: "The value begins with *, & or !, which YAML takes for something special."),
            help: LocalizedText(zh: "请给整个值加上英文引号。", en: "Put the value in quotes."))
    }

    private func missingEnd(at line: Range<Int>) -> Diagnostic {
        Diagnostic(
            .metaSyntax, at: places.file.range(line),
            message: LocalizedText(
                zh: "文件开头的字段到这里还没有以 --- 结束，正文的标题被当成了字段。",
                en: "The front matter has not ended here; a heading of the text stands in it."),
            help: LocalizedText(zh: "请在最后一个字段之后另起一行写 ---。", en: "Put a line --- after the last field."))
    }

    private func control(at offset: Int) -> Diagnostic {
        // libyaml's offset is that of its buffer; the characters themselves are what the editor has to find.
        let refused = HiddenCharacters.matches(in: places.file.bytes, places.range, use: .value).filter {
            ![.lookAlike, .privateUse, .space].contains($0.kind) && Self.isRefused($0.scalar)
        }
        let place = refused.first?.bytes ?? places.range.lowerBound + offset..<places.range.lowerBound + offset
        return Diagnostic(
            .metaSyntax, at: places.file.range(place),
            message: LocalizedText(zh: "这里有一个看不见的控制字符。", en: "There is an invisible control character here."),
            help: LocalizedText(
                zh: "请删除它，或运行 check --fix；常见于从 Word 粘贴的文字。",
                en: "Delete it, or run check --fix; such characters come with text pasted from Word."),
            replacement: refused.isEmpty ? nil : "")
    }

    /// Whether libyaml ends at a character: controls, a byte order mark inside the text, and what is no character (YAML
    /// 1.1, 5.1).
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
