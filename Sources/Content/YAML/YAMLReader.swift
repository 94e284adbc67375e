import Diagnostics
import Yams

/// Reads YAML by Yams and keeps the place of every key and value.
///
/// Anchors, aliases, tags and merge keys are refused: nobody needs them in metadata, and they are how small files
/// become large ones.
struct YAMLReader {
    private let file: SourceFile
    private let range: Range<Int>
    /// Byte offsets of the starts of the lines of `range`.
    private let lineStarts: [Int]
    private var findings: [Diagnostic] = []

    private static let maximumDepth = 16

    /// - Parameters:
    ///   - range: the bytes of the file that are YAML.
    /// - Returns: `nil` when there is nothing, or nothing that can be read; then there is a finding.
    static func read(
        _ file: SourceFile, range: Range<Int>, findings: inout [Diagnostic]
    ) -> YAMLTree? {
        var reader = YAMLReader(file: file, range: range)
        defer { findings += reader.findings }
        return reader.read()
    }

    private init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        var starts = [range.lowerBound]
        for index in range where file.bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    private mutating func read() -> YAMLTree? {
        let text = String(decoding: file.bytes[range], as: UTF8.self)
        do {
            // The basic resolver: what a scalar means is decided by its field, and guessing takes regular expressions.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            // Nodes hold their anchors weakly; the parser keeps them alive while the tree is converted.
            return withExtendedLifetime(parser) { convert(root, depth: 0) }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _) {
            reportSyntax(problem, at: mark)
        } catch YamlError.composer(_, let problem, let mark, _) {
            reportComposition(problem, at: mark)
        } catch YamlError.duplicatedKeysInMapping(let duplicates, _) {
            reportDuplicates(duplicates)
        } catch YamlError.reader(let problem, let offset, _, _) {
            let place = file.range((range.lowerBound + (offset ?? 0))..<(range.lowerBound + (offset ?? 0) + 1))
            report(
                .metaSyntax, at: place,
                LocalizedText(zh: "元数据中有不能使用的控制字符。", en: "Front matter holds a control character: \(problem)."))
        } catch {
            report(
                .metaSyntax, at: file.range(range),
                LocalizedText(zh: "元数据无法读取：\(error)。", en: "The front matter cannot be read: \(error)."))
        }
        return nil
    }

    private mutating func convert(_ node: Node, depth: Int) -> YAMLTree? {
        let place = location(of: node)
        guard depth <= Self.maximumDepth else {
            report(.metaSyntax, at: place, LocalizedText(zh: "嵌套超过 \(Self.maximumDepth) 层。", en: "Nested more than \(Self.maximumDepth) deep."))
            return nil
        }
        guard node.anchor == nil else {
            report(
                .metaForbiddenYAML, at: place,
                LocalizedText(
                    zh: "元数据中不使用 YAML 的锚点（&）和别名（*）。如果 & 或 * 是文字，请给整个值加上英文引号。",
                    en: "Anchors (&) and aliases (*) are not used. If & or * is text, put the value in quotes."))
            return nil
        }
        switch node {
        case .scalar(let scalar):
            guard !hasTag(at: place) else { return nil }
            return YAMLTree(value: .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any), range: place)
        case .sequence(let sequence):
            guard !hasTag(at: place) else { return nil }
            return YAMLTree(value: .sequence(sequence.compactMap { convert($0, depth: depth + 1) }), range: place)
        case .mapping(let mapping):
            guard !hasTag(at: place) else { return nil }
            var pairs: [YAMLPair] = []
            for (key, value) in mapping {
                guard let name = key.scalar?.string else {
                    report(.metaSyntax, at: location(of: key), LocalizedText(zh: "字段名必须是一段文字。", en: "A field's name must be text."))
                    continue
                }
                guard name != "<<" else {
                    report(.metaForbiddenYAML, at: location(of: key), LocalizedText(zh: "元数据中不使用 YAML 的合并键 <<。", en: "Merge keys (<<) are not used."))
                    continue
                }
                guard let tree = convert(value, depth: depth + 1) else { continue }
                pairs.append(YAMLPair(key: Located(name, at: location(of: key)), tree: tree))
            }
            return YAMLTree(value: .mapping(pairs), range: place)
        case .alias:
            report(.metaForbiddenYAML, at: place, LocalizedText(zh: "元数据中不使用 YAML 的别名（*）。", en: "Aliases (*) are not used."))
            return nil
        }
    }

    /// Reports an explicit tag, which libyaml's place of a value begins with.
    private mutating func hasTag(at place: SourceRange) -> Bool {
        guard place.bytes.lowerBound < file.bytes.count, file.bytes[place.bytes.lowerBound] == UInt8(ascii: "!") else {
            return false
        }
        report(
            .metaForbiddenYAML, at: place,
            LocalizedText(
                zh: "元数据中不使用 YAML 的标签（!）。如果 ! 是文字，请给整个值加上英文引号。",
                en: "Tags (!) are not used. If ! is text, put the value in quotes."))
        return true
    }

    // MARK: Places

    /// libyaml counts lines and columns in code points; Yams gives both from 1.
    private func offset(of mark: Mark) -> Int {
        guard mark.line >= 1 else { return range.lowerBound }
        guard mark.line <= lineStarts.count else { return range.upperBound }
        var offset = lineStarts[mark.line - 1]
        var column = 1
        while column < mark.column, offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    private func location(of node: Node) -> SourceRange {
        guard let mark = node.mark else { return file.range(range.lowerBound..<range.lowerBound) }
        let start = offset(of: mark)
        let line = file.lineBytes(around: start)
        guard start < line.upperBound else { return file.range(start..<start) }
        guard let scalar = node.scalar else { return file.range(start..<line.upperBound) }
        let first = file.bytes[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let close = file.bytes[(start + 1)..<line.upperBound].firstIndex(of: first) ?? (line.upperBound - 1)
            return file.range(start..<close + 1)
        }
        // A plain scalar of one line stands in the file as it is.
        let length = scalar.string.utf8.count
        if start + length <= line.upperBound, file.bytes[start..<start + length].elementsEqual(scalar.string.utf8) {
            return file.range(start..<start + length)
        }
        return file.range(start..<line.upperBound)
    }

    // MARK: Findings

    private mutating func report(_ rule: Rule, at range: SourceRange?, _ message: LocalizedText, help: LocalizedText? = nil) {
        findings.append(Diagnostic(rule, at: range, message: message, help: help))
    }

    private mutating func reportComposition(_ problem: String, at mark: Mark) {
        let start = offset(of: mark)
        let place = file.range(start..<file.lineBytes(around: start).upperBound)
        if problem.contains("alias") {
            report(
                .metaForbiddenYAML, at: place,
                LocalizedText(
                    zh: "元数据中不使用 YAML 的别名（*）。如果 * 是文字，请给整个值加上英文引号。",
                    en: "Aliases (*) are not used. If * is text, put the value in quotes."))
        } else {
            report(.metaSyntax, at: place, LocalizedText(zh: "YAML 语法错误：\(problem)。", en: "YAML syntax error: \(problem)."))
        }
    }

    /// Yams names equal keys without their places; they are looked for at the beginnings of lines.
    private mutating func reportDuplicates(_ names: [String]) {
        for name in names.sorted() {
            let places = lineStarts.compactMap { start -> SourceRange? in
                var offset = start
                while offset < range.upperBound, file.bytes[offset] == UInt8(ascii: " ") || file.bytes[offset] == UInt8(ascii: "-") {
                    offset += 1
                }
                let end = offset + name.utf8.count
                guard end < range.upperBound, file.bytes[end] == UInt8(ascii: ":"),
                    file.bytes[offset..<end].elementsEqual(name.utf8)
                else { return nil }
                return file.range(offset..<end)
            }
            findings.append(
                Diagnostic(
                    .metaDuplicateField, at: places.last ?? file.range(range.lowerBound..<range.lowerBound),
                    message: LocalizedText(zh: "字段“\(name)”写了不止一次。", en: "The field “\(name)” is given more than once."),
                    related: places.count > 1
                        ? [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: places[0])]
                        : []))
        }
    }

    /// Tells the usual slips of an editor from other errors of syntax.
    private mutating func reportSyntax(_ problem: String, at mark: Mark) {
        let slips = EditorSlips.findings(in: file, range: range, lineStarts: lineStarts)
        guard slips.isEmpty else {
            findings += slips
            return
        }
        let start = offset(of: mark)
        let line = file.lineBytes(around: min(start, max(range.lowerBound, range.upperBound - 1)))
        report(
            .metaSyntax, at: file.range(min(start, line.upperBound)..<line.upperBound),
            LocalizedText(zh: "这里不是正确的 YAML（\(problem)）。", en: "This is not well-formed YAML (\(problem))."),
            help: LocalizedText(
                zh: "每行写成“字段名: 值”，英文冒号后空一格；值里有冒号、#、[ ] 等符号时加英文引号。",
                en: "Write `name: value` with a space after the colon; quote a value that holds colons, # or brackets."))
    }
}
