import Diagnostics

/// A piece of a template: text, a tag, or the structure that a tag opens.
indirect enum TemplateNode {
    /// Text between tags, as UTF-8.
    case text([UInt8])
    /// `{{name}}` or `{{{name}}}`.
    case variable(Located<String>, isEscaped: Bool)
    /// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
    case section(Located<String>, isInverted: Bool, children: [TemplateNode])
    /// `{{>name}}`.
    case partial(Located<String>)
    /// `{{<name}}…{{/name}}`; its children are blocks.
    case parent(Located<String>, children: [TemplateNode])
    /// `{{$name}}…{{/name}}`.
    case block(Located<String>, children: [TemplateNode])
}

/// Reads a template in the syntax of Mustache (mustache(5), with inheritance) and keeps the place of every tag.
///
/// The indentation of lines is dropped: readers of a page do not need it. A line that holds nothing but one tag of
/// structure leaves no empty line.
struct TemplateScanner {
    private struct Open {
        let kind: UInt8
        let name: Located<String>
        var children: [TemplateNode] = []
    }

    private let file: SourceFile
    private var findings: [Diagnostic] = []
    private var open: [Open] = []
    private var roots: [TemplateNode] = []

    static func scan(_ file: SourceFile, findings: inout [Diagnostic]) -> [TemplateNode] {
        var scanner = TemplateScanner(file: file)
        scanner.run()
        findings += scanner.findings
        return scanner.roots
    }

    private init(file: SourceFile) { self.file = file }

    private mutating func run() {
        let bytes = file.bytes
        var offset = 0
        while let start = find("{{", from: offset) {
            appendText(offset..<start)
            let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
            guard let end = find(isTriple ? "}}}" : "}}", from: start + 2) else {
                report(
                    start..<min(start + 2, bytes.count), zh: "标记没有结束：缺少“\(isTriple ? "}}}" : "}}")”。",
                    en: "The tag does not end: “\(isTriple ? "}}}" : "}}")” is missing.")
                break
            }
            let inner = (start + (isTriple ? 3 : 2))..<end
            offset = end + (isTriple ? 3 : 2)
            readTag(inner, isTriple: isTriple)
            if !isTriple, isStructure(inner) { offset = afterLineEnd(ofTag: start, end: offset) }
        }
        if findings.isEmpty { appendText(offset..<bytes.count) }
        for element in open.reversed() {
            report(
                element.name.range.bytes, zh: "“\(element.name.value)”没有结束：缺少 {{/\(element.name.value)}}。",
                en: "“\(element.name.value)” does not end: {{/\(element.name.value)}} is missing.")
        }
        while !open.isEmpty { closeInnermost() }
    }

    /// Whether a tag shows nothing itself.
    private func isStructure(_ inner: Range<Int>) -> Bool {
        file.bytes[inner].first.map { "!#^/<$>".utf8.contains($0) } ?? false
    }

    /// The offset after the line end, if the tag stands alone on its line; else the tag's own end.
    private func afterLineEnd(ofTag start: Int, end: Int) -> Int {
        let line = file.lineBytes(around: start)
        guard file.bytes[line.lowerBound..<start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return end }
        var offset = end
        while offset < file.bytes.count, [0x20, 0x09, 0x0D].contains(file.bytes[offset]) { offset += 1 }
        if offset == file.bytes.count { return offset }
        return file.bytes[offset] == UInt8(ascii: "\n") ? offset + 1 : end
    }

    /// Appends text without the indentation of its lines.
    private mutating func appendText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var isLineStart = range.lowerBound == 0 || file.bytes[range.lowerBound - 1] == UInt8(ascii: "\n")
        for byte in file.bytes[range] {
            if isLineStart, byte == 0x20 || byte == 0x09 { continue }
            isLineStart = byte == UInt8(ascii: "\n")
            text.append(byte)
        }
        if !text.isEmpty { append(.text(text)) }
    }

    private mutating func readTag(_ inner: Range<Int>, isTriple: Bool) {
        guard let first = file.bytes[inner].first else {
            report(inner, zh: "空的标记。", en: "An empty tag.")
            return
        }
        if isTriple {
            append(.variable(name(in: inner), isEscaped: false))
            return
        }
        let rest = (inner.lowerBound + 1)..<inner.upperBound
        switch first {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            open.append(Open(kind: first, name: name(in: rest)))
        case UInt8(ascii: "/"): close(name(in: rest))
        case UInt8(ascii: ">"): append(.partial(name(in: rest)))
        case UInt8(ascii: "&"): append(.variable(name(in: rest), isEscaped: false))
        case UInt8(ascii: "="), UInt8(ascii: "%"):
            report(inner, zh: "主题模板不支持改变分隔符或编译指示。", en: "Set-delimiter and pragma tags are not used in themes.")
        default: append(.variable(name(in: inner), isEscaped: true))
        }
    }

    private mutating func close(_ name: Located<String>) {
        guard let innermost = open.last else {
            report(
                name.range.bytes, zh: "多余的结束标记 {{/\(name.value)}}。",
                en: "{{/\(name.value)}} closes nothing.")
            return
        }
        if innermost.name.value != name.value {
            findings.append(
                Diagnostic(
                    .templateSyntax, at: name.range,
                    message: LocalizedText(
                        zh: "这里应是 {{/\(innermost.name.value)}}，而不是 {{/\(name.value)}}。",
                        en: "{{/\(innermost.name.value)}} is expected here, not {{/\(name.value)}}."),
                    related: [
                        Diagnostic.Related(
                            LocalizedText(zh: "在这里开始", en: "it begins here"), at: innermost.name.range)
                    ]))
        }
        closeInnermost()
    }

    private mutating func closeInnermost() {
        let element = open.removeLast()
        switch element.kind {
        case UInt8(ascii: "#"): append(.section(element.name, isInverted: false, children: element.children))
        case UInt8(ascii: "^"): append(.section(element.name, isInverted: true, children: element.children))
        case UInt8(ascii: "<"): append(.parent(element.name, children: element.children))
        default: append(.block(element.name, children: element.children))
        }
    }

    private mutating func append(_ node: TemplateNode) {
        if open.isEmpty { roots.append(node) } else { open[open.count - 1].children.append(node) }
    }

    /// The name between the ends of a tag, without spaces around it.
    private func name(in range: Range<Int>) -> Located<String> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, file.bytes[lower] <= 0x20 { lower += 1 }
        while upper > lower, file.bytes[upper - 1] <= 0x20 { upper -= 1 }
        return Located(String(decoding: file.bytes[lower..<upper], as: UTF8.self), at: file.range(lower..<upper))
    }

    private func find(_ text: StaticString, from offset: Int) -> Int? {
        let count = text.utf8CodeUnitCount
        guard offset + count <= file.bytes.count else { return nil }
        return text.withUTF8Buffer { wanted in
            (offset...(file.bytes.count - count)).first { start in
                (0..<count).allSatisfy { file.bytes[start + $0] == wanted[$0] }
            }
        }
    }

    private mutating func report(_ bytes: Range<Int>, zh: String, en: String) {
        findings.append(Diagnostic(.templateSyntax, at: file.range(bytes), message: LocalizedText(zh: zh, en: en)))
    }
}
