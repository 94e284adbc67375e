import Diagnostics
import Rules

/// Footnotes: their numbers, and those that lead nowhere.
enum Footnotes {
    /// The number that cmark gave a reference.
    static func number(_ literal: [UInt8]) -> Int {
        literal.reduce(0) { number, byte in
            byte >= 0x30 && byte <= 0x39 && number < 1_000_000 ? number * 10 + Int(byte - 0x30) : number
        }
    }

    /// The definitions at the beginning of lines, outside code: label, line and bytes of `[^label]`.
    static func definitions(
        in source: SourceText, except verbatim: [ClosedRange<Int>]
    ) -> [(label: [UInt8], line: Int, bytes: Range<Int>)] {
        var result: [(label: [UInt8], line: Int, bytes: Range<Int>)] = []
        var block = 0
        for line in 1...source.lineStarts.count {
            while block < verbatim.count, verbatim[block].upperBound < line { block += 1 }
            if block < verbatim.count, verbatim[block].contains(line) { continue }
            guard let start = source.contentStart(ofLine: line),
                let mark = mark(in: source.bytes, at: start, to: source.lines(line, through: line).upperBound),
                mark.upperBound < source.bytes.count, source.bytes[mark.upperBound] == UInt8(ascii: ":")
            else { continue }
            result.append((Array(source.bytes[mark.lowerBound + 2..<mark.upperBound - 1]), line, mark))
        }
        return result
    }

    /// The bytes of a `[^label]` that begins at `start`. A label has no white space and no brackets.
    static func mark(in bytes: [UInt8], at start: Int, to end: Int) -> Range<Int>? {
        guard start + 3 < end, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^") else {
            return nil
        }
        var index = start + 2
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index > start + 2 ? start..<index + 1 : nil
            case UInt8(ascii: "["), 0...0x20: return nil
            default: index += 1
            }
        }
        return nil
    }
}

extension DocumentRenderer {
    /// Writes the mark of a footnote in the text.
    mutating func writeFootnoteReference(_ number: Int, isInLink: Bool) {
        footnoteReferencesWritten[number, default: 0] += 1
        let occurrence = footnoteReferencesWritten[number, default: 1]
        let id = Self.referenceID(number, occurrence)
        anchors.append(id)
        html.append("<sup class=\"footnote-ref\" id=\"")
        html.appendEscaped(id.utf8)
        html.append("\">")
        // A link inside a link is not HTML.
        if !isInLink {
            html.append("<a href=\"#fn-")
            html.append(number)
            html.append("\" role=\"doc-noteref\">")
        }
        html.append(number)
        html.append(isInLink ? "</sup>" : "</a></sup>")
    }

    /// Begins a footnote, and before the first one the list of all.
    mutating func openFootnote() {
        html.startLine()
        if footnoteNumber == 0 {
            html.append("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
        }
        footnoteNumber += 1
        needsBackLinks = true
        anchors.append("fn-\(footnoteNumber)")
        html.append("<li id=\"fn-")
        html.append(footnoteNumber)
        html.append("\">\n")
    }

    /// Ends a footnote.
    mutating func closeFootnote() {
        if needsBackLinks {
            html.startLine()
            html.append("<p>")
            writeBackLinks()
            html.append("</p>\n")
        }
        html.append("</li>\n")
    }

    /// Writes the links back to the places that refer to the footnote.
    mutating func writeBackLinks() {
        needsBackLinks = false
        let count = max(outline.footnoteReferences[footnoteNumber] ?? 1, 1)
        for occurrence in 1...count {
            html.append(" <a href=\"#")
            html.appendEscaped(Self.referenceID(footnoteNumber, occurrence).utf8)
            html.append("\" class=\"footnote-back\" role=\"doc-backlink\">↩")
            if occurrence > 1 {
                html.append("<sup>")
                html.append(occurrence)
                html.append("</sup>")
            }
            html.append("</a>")
        }
    }

    /// Ends the list of footnotes, if there is one, and reports definitions that are not used.
    mutating func finishFootnotes() {
        if footnoteNumber > 0 { html.append("</ol>\n</section>\n") }
        guard source.mentionsFootnotes else { return }
        let verbatim = outline.verbatimLines.sorted { $0.lowerBound < $1.lowerBound }
        let unused = Footnotes.definitions(in: source, except: verbatim).filter {
            !outline.footnoteLines.contains($0.line)
        }
        if unused.count == 1, joinMistypedLabel(to: unused[0].bytes) { return }
        for definition in unused {
            report(.unusedFootnote(String(decoding: definition.label, as: UTF8.self)), at: definition.bytes)
        }
    }

    /// With one reference that has no definition and one definition without a reference, a label was mistyped: that is
    /// one finding with two places. Returns whether it is so.
    private mutating func joinMistypedLabel(to definition: Range<Int>) -> Bool {
        let undefined = diagnostics.indices.filter { diagnostics[$0].rule == .undefinedFootnote }
        guard undefined.count == 1, let index = undefined.first else { return false }
        let finding = diagnostics[index]
        let place = Diagnostic.Related(
            LocalizedText(zh: "这个脚注没有引用，是不是它？", en: "this footnote has no reference; is it the one?"),
            at: file.range(definition))
        diagnostics[index] = Diagnostic(
            finding.rule, at: finding.range, message: finding.message, help: finding.help, related: [place])
        return true
    }

    private static func referenceID(_ number: Int, _ occurrence: Int) -> String {
        occurrence == 1 ? "fnref-\(number)" : "fnref-\(number)-\(occurrence)"
    }
}
