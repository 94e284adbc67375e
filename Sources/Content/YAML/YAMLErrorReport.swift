import Diagnostics
import Yams

/// Says in the editor's words what Yams found wrong, at its place.
struct YAMLErrorReport {
    let places: YAMLPlaces

    func diagnostics(for error: YamlError) -> [Diagnostic] {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _): syntax(problem, at: mark)
        case .composer(_, let problem, let mark, _): [composition(problem, at: mark)]
        case .duplicatedKeysInMapping(let names, let context): [duplicate(names.first ?? "", firstAt: context.mark)]
        case .reader(_, let offset, _, _): [control(at: offset ?? 0)]
        default:
            [
                Diagnostic(
                    .metaSyntax, at: places.file.range(places.range.lowerBound..<places.range.lowerBound),
                    message: LocalizedText(zh: "这里的 YAML 无法读取。", en: "The YAML here cannot be read."))
            ]
        }
    }

    private func restOfLine(from start: Int) -> SourceRange {
        let line = places.line(around: start)
        return places.file.range(min(start, line.upperBound)..<line.upperBound)
    }

    // MARK: Syntax

    /// Tells the usual slips of an editor from other errors of syntax.
    private func syntax(_ problem: String, at mark: Mark) -> [Diagnostic] {
        let offset = places.offset(of: mark)
        if let heading = headingBefore(offset) { return [missingEnd(at: heading)] }
        let slips = EditorSlips.findings(in: places, near: offset)
        guard slips.isEmpty else { return slips }
        let known = YAMLProblem.explanation(of: problem)
        return [
            Diagnostic(
                .metaSyntax, at: restOfLine(from: offset),
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

    private func missingEnd(at line: Range<Int>) -> Diagnostic {
        Diagnostic(
            .metaSyntax, at: places.file.range(line),
            message: LocalizedText(
                zh: "元数据到这里还没有结束，正文的标题被当成了元数据。",
                en: "The front matter has not ended here; a heading of the text stands in it."),
            help: LocalizedText(zh: "请在最后一个字段之后另起一行写 ---。", en: "Put a line --- after the last field."))
    }

    private func composition(_ problem: String, at mark: Mark) -> Diagnostic {
        let place = restOfLine(from: places.offset(of: mark))
        if problem.contains("alias") {
            return Diagnostic(
                .metaForbiddenYAML, at: place,
                message: LocalizedText(
                    zh: "这里不使用 YAML 的别名（*）。如果 * 是文字，请给整个值加上英文引号。",
                    en: "Aliases (*) are not used. If * is text, put the value in quotes."))
        }
        let known = YAMLProblem.explanation(of: problem)
        return Diagnostic(
            .metaSyntax, at: place,
            message: LocalizedText(
                zh: "这里不是正确的 YAML：\(known?.zh ?? problem)。",
                en: "This is not well-formed YAML: \(known?.en ?? problem)."))
    }

    private func control(at offset: Int) -> Diagnostic {
        // libyaml's offset is that of its buffer; the character itself is what the editor has to find.
        let bytes = places.file.bytes
        let isControl: (Int) -> Bool = { (bytes[$0] < 0x20 && !"\t\r\n".utf8.contains(bytes[$0])) || bytes[$0] == 0x7F }
        let place =
            places.range.first(where: isControl) ?? min(places.range.lowerBound + offset, places.range.upperBound)
        return Diagnostic(
            .metaSyntax, at: places.file.range(place..<place + 1),
            message: LocalizedText(zh: "这里有一个看不见的控制字符。", en: "There is an invisible control character here."),
            help: LocalizedText(
                zh: "请删除它；常见于从 Word 粘贴的文字。", en: "Delete it; such characters come with text pasted from Word."))
    }

    // MARK: Equal keys

    private func duplicate(_ name: String, firstAt mark: Mark) -> Diagnostic {
        let offset = places.offset(of: mark)
        let first = places.file.range(offset..<offset + name.utf8.count)
        let second = secondKey(name, after: first.bytes)
        return Diagnostic(
            .metaDuplicateField, at: second ?? first,
            message: LocalizedText(zh: "字段“\(name)”写了不止一次。", en: "The field “\(name)” is given more than once."),
            related: second == nil
                ? [] : [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: first)])
    }

    /// Yams tells the place of the first of two equal keys only. In block style the second one stands in the same
    /// column, before a line that stands further left; in flow style, on the same line.
    private func secondKey(_ name: String, after first: Range<Int>) -> SourceRange? {
        let line = places.line(around: first.lowerBound)
        if let inLine = key(name, in: first.upperBound..<line.upperBound) { return inLine }
        let column = first.lowerBound - line.lowerBound
        for start in places.lineStarts where start > first.lowerBound && start < places.range.upperBound {
            let line = places.line(around: start)
            let indent = line.prefix { places.file.bytes[$0] == UInt8(ascii: " ") }.count
            guard indent < line.count else { continue }
            guard indent >= column else { return nil }
            let end = start + column + name.utf8.count
            if indent == column, end <= line.upperBound,
                key(name, in: start + column..<line.upperBound)?.bytes.lowerBound == start + column
            {
                return places.file.range(start + column..<end)
            }
        }
        return nil
    }

    /// The first place of `name` with a colon after it.
    private func key(_ name: String, in range: Range<Int>) -> SourceRange? {
        let bytes = places.file.bytes
        let wanted = Array(name.utf8)
        guard !wanted.isEmpty, range.count > wanted.count else { return nil }
        for start in range.lowerBound..<(range.upperBound - wanted.count) {
            guard bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) else { continue }
            let next = bytes[(start + wanted.count)..<range.upperBound].first { $0 != UInt8(ascii: " ") }
            if next == UInt8(ascii: ":") { return places.file.range(start..<start + wanted.count) }
        }
        return nil
    }
}
