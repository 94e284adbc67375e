import Diagnostics
import Rules

/// A piece of a template: text, a tag, or the structure that a tag opens.
indirect enum TemplateNode {
    /// Text between tags, as UTF-8 without indentation, and where it stands.
    case text([UInt8], at: SourceRange)
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

/// Reads a template in the syntax of Mustache (mustache(5), with inheritance) and keeps the place of every tag. The time
/// it takes grows with the length of the template alone.
///
/// The indentation of lines is dropped: readers of a page do not need it. A line that holds nothing but one tag of
/// structure leaves no empty line.
struct TemplateScanner {
    private struct Open {
        let kind: UInt8
        let name: Located<String>
        var children: [TemplateNode] = []

        /// The tag as it was written.
        var tag: String { "{{\(String(UnicodeScalar(kind)))\(name.value)}}" }
    }

    private let file: SourceFile
    private let limits: TemplateLimits
    private var findings: [Diagnostic] = []
    private var open: [Open] = []
    private var roots: [TemplateNode] = []
    /// The names of tags whose ends say nothing new when they come: it was told that something else stood in their place.
    private var forgiven: Set<String> = []
    /// How many tags without a name began.
    private var nameless = 0
    /// Whether the rest of the template is not read, because of what was found.
    private var hasEnded = false

    static func scan(
        _ file: SourceFile, limits: TemplateLimits = TemplateLimits(), findings: inout [Diagnostic]
    ) -> [TemplateNode] {
        var scanner = TemplateScanner(file: file, limits: limits)
        scanner.run()
        findings += scanner.findings
        return scanner.roots
    }

    private init(file: SourceFile, limits: TemplateLimits) {
        self.file = file
        self.limits = limits
    }

    private mutating func run() {
        let bytes = file.bytes
        var offset = 0
        while !hasEnded, let start = brace(2, from: offset) {
            appendText(offset..<start)
            let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
            let count = isTriple ? 3 : 2
            guard let end = closingBrace(count, from: start + count) else {
                report(
                    start..<min(start + 2, bytes.count), zh: "标记没有结束：缺少“\(isTriple ? "}}}" : "}}")”。",
                    en: "The tag does not end: “\(isTriple ? "}}}" : "}}")” is missing.")
                hasEnded = true
                break
            }
            let inner = (start + count)..<end
            // A tag within a tag: the outer one was not closed, and ends by chance.
            if let next = brace(2, from: inner.lowerBound), next < inner.upperBound {
                report(
                    start..<(start + 2), zh: "标记没有结束：下一个“{{”之前缺少“\(isTriple ? "}}}" : "}}")”。",
                    en: "The tag does not end: “\(isTriple ? "}}}" : "}}")” is missing before the next “{{”.")
                offset = next
                continue
            }
            offset = end + count
            readTag(inner, isTriple: isTriple)
            if !isTriple, isStructure(inner) { offset = afterLineEnd(ofTag: start, end: offset) }
        }
        if !hasEnded {
            appendText(offset..<bytes.count)
            reportUnclosed(open[...])
        }
        while !open.isEmpty { closeInnermost() }
    }

    /// Whether a tag shows nothing itself.
    private func isStructure(_ inner: Range<Int>) -> Bool {
        file.bytes[inner].first.map { "!#^/<$>".utf8.contains($0) } ?? false
    }

    /// The offset after the line end, if the tag stands alone on its line; else the tag's own end.
    private func afterLineEnd(ofTag start: Int, end: Int) -> Int {
        var before = start
        while before > 0, file.bytes[before - 1] == 0x20 || file.bytes[before - 1] == 0x09 { before -= 1 }
        guard before == 0 || file.bytes[before - 1] == UInt8(ascii: "\n") else { return end }
        var offset = end
        while offset < file.bytes.count, [0x20, 0x09, 0x0D].contains(file.bytes[offset]) { offset += 1 }
        if offset == file.bytes.count { return offset }
        return file.bytes[offset] == UInt8(ascii: "\n") ? offset + 1 : end
    }

    // MARK: Text

    /// Reports tags in full-width braces, `｛｛page.title｝｝`, and in single ones, `{page.title}`: they would show as they are. A name
    /// without a dot in single braces is what scripts fill in.
    private mutating func reportFailedTags(in range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let rest = file.bytes[index..<range.upperBound]
            if rest.first == UInt8(ascii: "{"), let end = Self.endOfName(in: rest) {
                report(
                    index..<end, zh: "标记要用两个花括号：{{名称}}。", en: "A tag has two braces: {{name}}.")
                index = end
            } else if rest.first == 0xEF, rest.starts(with: "｛｛".utf8) || rest.starts(with: "｛{".utf8) {
                report(
                    index..<index + "｛".utf8.count, zh: "花括号是全角的，不成为标记：请写 {{名称}}。",
                    en: "The braces are full-width and make no tag: write {{name}}.")
                index += 2 * "｛".utf8.count
            } else {
                index += 1
            }
        }
    }

    /// The end of a name with a dot in single braces at the beginning of a text: `{page.title}`.
    private static func endOfName(in text: ArraySlice<UInt8>) -> Int? {
        let inside = text.dropFirst().prefix { byte in
            byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".")
        }
        guard let dot = inside.firstIndex(of: UInt8(ascii: ".")), dot > inside.startIndex, dot + 1 < inside.endIndex,
            inside.endIndex < text.endIndex, text[inside.endIndex] == UInt8(ascii: "}")
        else { return nil }
        return inside.endIndex + 1
    }

    /// Appends text without the indentation of its lines.
    private mutating func appendText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        reportFailedTags(in: range)
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        Self.forEachKept(in: file.bytes, range) { text.append(file.bytes[$0]) }
        if !text.isEmpty { append(.text(text, at: file.range(range))) }
    }

    /// Where in its file the byte of a text stands that has a place among those that are kept.
    static func sourceOffset(ofKept index: Int, in range: SourceRange) -> Int {
        var left = index
        var found = range.bytes.upperBound
        forEachKept(in: range.file.bytes, range.bytes) { offset in
            if left == 0 { found = offset }
            left -= 1
        }
        return found
    }

    /// Calls `body` with the offsets of the bytes that are not indentation.
    private static func forEachKept(in bytes: [UInt8], _ range: Range<Int>, _ body: (Int) -> Void) {
        var isLineStart = range.lowerBound == 0 || bytes[range.lowerBound - 1] == UInt8(ascii: "\n")
        for offset in range {
            let byte = bytes[offset]
            if isLineStart, byte == 0x20 || byte == 0x09 { continue }
            isLineStart = byte == UInt8(ascii: "\n")
            body(offset)
        }
    }

    // MARK: Tags

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
        if "#^<$>&/".utf8.contains(first), name(in: rest).value.isEmpty {
            readNameless(first, inner)
            return
        }
        switch first {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            begin(Open(kind: first, name: name(in: rest)))
        case UInt8(ascii: "/"): close(name(in: rest))
        case UInt8(ascii: ">"): append(.partial(name(in: rest)))
        case UInt8(ascii: "&"): append(.variable(name(in: rest), isEscaped: false))
        case UInt8(ascii: "="), UInt8(ascii: "%"):
            report(inner, zh: "主题模板不支持改变分隔符或编译指示。", en: "Set-delimiter and pragma tags are not used in themes.")
        default: append(.variable(name(in: inner), isEscaped: true))
        }
    }

    /// A tag without a name; the end of one that was told is no mistake of its own.
    private mutating func readNameless(_ kind: UInt8, _ inner: Range<Int>) {
        if kind == UInt8(ascii: "/"), nameless > 0 {
            nameless -= 1
            return
        }
        if "#^<$".utf8.contains(kind) { nameless += 1 }
        report(inner, zh: "标记里没有名称。", en: "The tag has no name.")
    }

    private mutating func begin(_ element: Open) {
        guard open.count < limits.openTags else {
            findings.append(
                Diagnostic(
                    .templateLimit, at: element.name.range,
                    message: LocalizedText(
                        zh: "标记套了超过 \(limits.openTags) 层。", en: "Tags are nested more than \(limits.openTags) deep."),
                    help: LocalizedText(
                        zh: "多半是少写了结束标记里的“/”；确需多层时请拆成部件。",
                        en: "Most likely a closing tag lacks its slash; else divide the template into partials.")))
            hasEnded = true
            return
        }
        open.append(element)
    }

    private mutating func close(_ name: Located<String>) {
        guard let innermost = open.last else {
            if forgiven.remove(name.value) != nil { return }
            report(
                name.range.bytes, zh: "多余的结束标记 {{/\(name.value)}}。",
                en: "{{/\(name.value)}} closes nothing.")
            return
        }
        guard innermost.name.value != name.value else {
            closeInnermost()
            return
        }
        // A tag further out that has this name is closed: those inside it were forgotten.
        if let index = open.lastIndex(where: { $0.name.value == name.value }) {
            reportUnclosed(open[(index + 1)...])
            forgiven.formUnion(open[(index + 1)...].map(\.name.value))
            while open.count > index { closeInnermost() }
            return
        }
        if forgiven.remove(name.value) != nil { return }
        forgiven.insert(innermost.name.value)
        findings.append(
            Diagnostic(
                .templateSyntax, at: name.range,
                message: LocalizedText(
                    zh: "这里应是 {{/\(innermost.name.value)}}，而不是 {{/\(name.value)}}。",
                    en: "{{/\(innermost.name.value)}} is expected here, not {{/\(name.value)}}."),
                related: [
                    Diagnostic.Related(LocalizedText(zh: "在这里开始", en: "it begins here"), at: innermost.name.range)
                ]))
        closeInnermost()
    }

    /// Says which tags have no end. A tag directly inside one that is the same is the end of it without its slash: that is
    /// one mistake.
    private mutating func reportUnclosed(_ elements: ArraySlice<Open>) {
        var rest = elements
        while let element = rest.popLast() {
            if let outer = rest.last, outer.kind == element.kind, outer.name.value == element.name.value {
                _ = rest.popLast()
                findings.append(
                    Diagnostic(
                        .templateSyntax, at: element.name.range,
                        message: LocalizedText(
                            zh: "\(element.tag) 又一次开始，却没有结束；这里应是 {{/\(element.name.value)}}。",
                            en:
                                "\(element.tag) begins again and does not end; {{/\(element.name.value)}} is expected here."
                        ),
                        related: [
                            Diagnostic.Related(LocalizedText(zh: "在这里开始", en: "it begins here"), at: outer.name.range)
                        ]))
            } else {
                report(
                    element.name.range.bytes, zh: "“\(element.name.value)”没有结束：缺少 {{/\(element.name.value)}}。",
                    en: "“\(element.name.value)” does not end: {{/\(element.name.value)}} is missing.")
            }
        }
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

    // MARK: Braces

    /// The offset of the next `{{`.
    private func brace(_ count: Int, from offset: Int) -> Int? { run(of: UInt8(ascii: "{"), count, from: offset) }

    /// The offset of the next `}}` or `}}}`.
    private func closingBrace(_ count: Int, from offset: Int) -> Int? {
        run(of: UInt8(ascii: "}"), count, from: offset)
    }

    private func run(of byte: UInt8, _ wanted: Int, from offset: Int) -> Int? {
        file.bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            var index = offset
            while index < bytes.count {
                count = bytes[index] == byte ? count + 1 : 0
                index += 1
                if count == wanted { return index - wanted }
            }
            return nil
        }
    }

    private mutating func report(_ bytes: Range<Int>, zh: String, en: String) {
        findings.append(Diagnostic(.templateSyntax, at: file.range(bytes), message: LocalizedText(zh: zh, en: en)))
    }
}
