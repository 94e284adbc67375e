import Diagnostics
import Rules

extension DocumentRenderer {
    /// Writes a heading with its id.
    mutating func writeHeading(_ node: CommonMarkNode) {
        startPlainBlock()
        var place = readInlines(of: node, bytes: nil)
        var content = takeInlines()
        defer { inlines = content }
        let bytes = headingBytes(node)
        let isUnderlined = isUnderlinedByHyphens(node, bytes)
        if isUnderlined { report(.underlinedHeading, at: bytes) }
        let explicitID = removeExplicitID(from: &content)
        let text = content.visibleText()
        let id = headingID(explicit: explicitID, text: text, at: bytes)
        if node.headingLevel == 1, !hasReportedTopHeading {
            hasReportedTopHeading = true
            report(.topLevelHeading, at: bytes)
        }
        let level = min(node.headingLevel + (outline.hasTopHeading ? 1 : 0), 6)
        let previous = headings.last?.level ?? 1
        // A heading of the first level moves all others: that is told by itself.
        if level > previous + 1, !outline.hasTopHeading, !isUnderlined {
            report(.skippedLevel(from: previous, to: level), at: bytes)
        }
        headings.append(
            MarkdownHeading(
                level: level, id: String(decoding: id, as: UTF8.self), text: String(decoding: text, as: UTF8.self),
                range: file.range(bytes)))
        html.startLine()
        html.append("<h")
        html.append(level)
        html.append(" id=\"")
        html.appendEscaped(id)
        html.append("\">")
        writeInlines(content, &place)
        html.append("</h")
        html.append(level)
        html.append(">\n")
    }

    /// Whether the line below makes the heading: hyphens may be a dividing line without a blank line above it, or an
    /// empty item of a list. Equals signs are nothing else.
    private func isUnderlinedByHyphens(_ node: CommonMarkNode, _ bytes: Range<Int>) -> Bool {
        guard node.headingLevel == 2, node.startLine > 0 else { return false }
        let text = source.bytes[bytes].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
        guard text.first == UInt8(ascii: "#") else { return true }
        // Marks without a blank behind them are text.
        let behind = text.drop { $0 == UInt8(ascii: "#") }.first
        return behind.map { $0 > 0x20 } ?? false
    }

    private func headingBytes(_ node: CommonMarkNode) -> Range<Int> {
        let lines = source.trimmedLines(node.startLine, through: max(node.startLine, node.endLine))
        let start = lines.lowerBound + max(node.startColumn - 1, 0)
        return min(start, lines.upperBound)..<lines.upperBound
    }

    /// Takes `{#id}` off the end of a heading's text.
    private func removeExplicitID(from content: inout InlineSequence) -> [UInt8]? {
        guard let last = content.tokens.last, last.kind == .text,
            let mark = HeadingIDs.explicitID(in: Array(content.text[last.text]))
        else { return nil }
        let end = last.text.lowerBound + mark.textCount
        content.tokens[content.tokens.count - 1].text = last.text.lowerBound..<end
        return mark.id
    }

    private mutating func headingID(explicit: [UInt8]?, text: [UInt8], at bytes: Range<Int>) -> [UInt8] {
        if let explicit {
            let name = String(decoding: explicit, as: UTF8.self)
            if !HeadingIDs.isValid(explicit) {
                report(.badHeadingID(name), at: bytes)
            } else if headingIDs.claim(explicit) {
                claimedIDs[explicit] = bytes
                return explicit
            } else {
                let related = claimedIDs[explicit].map { earlier in
                    Diagnostic.Related(LocalizedText(zh: "第一次出现在这里", en: "first used here"), at: file.range(earlier))
                }
                report(.duplicateID(name), at: bytes, related: related.map { [$0] } ?? [])
            }
        }
        if let id = headingIDs.generate(from: text) { return id }
        report(.emptyHeadingID, at: bytes)
        return headingIDs.placeholder()
    }
}
