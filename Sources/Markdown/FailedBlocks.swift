/// Tables that were meant but not written as Markdown has them, and code that swallows the rest of a text.
enum FailedBlocks {
    /// A table whose lines stay a paragraph.
    struct Table {
        let columns: Int
        /// The columns of the line of dashes; `nil` where it is missing.
        let below: Int?
        /// Whether nothing is wrong but the width of bars and hyphens.
        let isFullWidth: Bool
    }

    /// The failed table that begins with two lines, without what stands before them; `nil` for other text.
    static func table(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Table? {
        guard let columns = columns(of: first), let below = Self.columns(of: second) else { return nil }
        let dashes = halfWidth(second)
        let isDelimiter = dashes.contains(UInt8(ascii: "-")) && dashes.allSatisfy { "|-: \r".utf8.contains($0) }
        // Lines of one cell may be marked text between bars.
        guard isDelimiter || (columns > 1 && below > 1) else { return nil }
        return Table(
            columns: columns, below: isDelimiter ? below : nil,
            isFullWidth: isDelimiter && columns == below
                && (halfWidth(first) != Array(first) || dashes != Array(second)))
    }

    /// A line with ASCII bars, and with ASCII hyphens where nothing else stands in it.
    static func halfWidth(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let text = String(decoding: line, as: UTF8.self).replacing("｜", with: "|")
        var dashes = text
        for (dash, hyphens) in [("－", "-"), ("—", "--"), ("–", "-"), ("：", ":")] {
            dashes = dashes.replacing(dash, with: hyphens)
        }
        let isDelimiter = dashes.contains("-") && dashes.utf8.allSatisfy { "|-: \r".utf8.contains($0) }
        return Array((isDelimiter ? dashes : text).utf8)
    }

    /// Whether a line begins and ends with a bar.
    static func isRow(_ line: ArraySlice<UInt8>) -> Bool { columns(of: line) != nil }

    /// How many cells a line between bars of either width has; `nil` for a line that does not begin and end with one.
    private static func columns(of line: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: line, as: UTF8.self).trimmingPrefix { $0 == " " }
        let bars = text.count { $0 == "|" || $0 == "｜" }
        let last = text.last { $0 != " " && $0 != "\r" }
        guard bars > 1, text.first == "|" || text.first == "｜", last == "|" || last == "｜" else { return nil }
        return bars - 1
    }
}

extension DocumentRenderer {
    /// Reports lines of a paragraph that were meant to be a table.
    mutating func reportFailedTable(_ node: CommonMarkNode) {
        guard node.startLine > 0 else { return }
        if let byComment = isComment(between: node) {
            return report(.dividedTable(byComment: byComment), at: content(ofLine: node.startLine))
        }
        guard node.endLine > node.startLine else { return }
        if let table = tabbedTable(node) { return table.report(in: &self, isTop: node.parent?.kind == .document) }
        for line in node.startLine..<node.endLine {
            let first = content(ofLine: line)
            guard source.bytes[first].first == UInt8(ascii: "|") || source.bytes[first].starts(with: "｜".utf8),
                let table = FailedBlocks.table(source.bytes[first], source.bytes[content(ofLine: line + 1)])
            else { continue }
            guard table.isFullWidth, node.parent?.kind == .document else {
                return report(.failedTable(table), at: first)
            }
            let rows = line...node.endLine
            let all = first.lowerBound..<content(ofLine: node.endLine).upperBound
            var mended: [UInt8] = []
            var position = all.lowerBound
            for row in rows.map({ content(ofLine: $0) }) {
                mended += file.bytes[position..<row.lowerBound] + FailedBlocks.halfWidth(file.bytes[row])
                position = row.upperBound
            }
            return report(.failedTable(table), at: all, replacement: String(decoding: mended, as: UTF8.self))
        }
    }

    /// Lines of a paragraph whose cells are divided by tabs, as spreadsheets put them on the clipboard; `nil` for other text.
    private func tabbedTable(_ node: CommonMarkNode) -> TabbedTable? {
        let tab = UInt8(ascii: "\t")
        guard source.bytes[content(ofLine: node.startLine)].contains(tab) else { return nil }
        let lines = (node.startLine...node.endLine).map { content(ofLine: $0) }
        let rows = lines.map { source.bytes[$0].split(separator: tab, omittingEmptySubsequences: false) }
        guard let columns = rows.first?.count, columns > 1, rows.allSatisfy({ $0.count == columns }) else { return nil }
        return TabbedTable(
            rows: rows.map { $0.map { String(decoding: $0, as: UTF8.self) } }, columns: columns, lines: lines)
    }

    /// A table as a spreadsheet gives it away.
    private struct TabbedTable {
        let rows: [[String]]
        let columns: Int
        let lines: [Range<Int>]

        func report(in renderer: inout DocumentRenderer, isTop: Bool) {
            guard let first = lines.first, let last = lines.last else { return }
            let marks = "|" + String(repeating: " --- |", count: columns)
            let written = rows.map { row in
                "| "
                    + row.map { $0.split(separator: " ").joined(separator: " ").replacing("|", with: "\\|") }.joined(
                        separator: " | ") + " |"
            }
            let end = renderer.source.bytes[first.upperBound...].first == 0x0D ? "\r\n" : "\n"
            let mended = (written.prefix(1) + [marks] + written.dropFirst()).joined(separator: end)
            renderer.report(
                .tabbedTable(columns: columns), at: first.lowerBound..<last.upperBound,
                replacement: isTop ? mended : nil)
        }
    }

    /// Whether a comment, else a blank line, stands between a table and a paragraph that begins as its rows do; `nil` for
    /// other paragraphs.
    private func isComment(between node: CommonMarkNode) -> Bool? {
        guard let before = node.previous, before.kind == .table || before.kind == .htmlBlock else { return nil }
        guard FailedBlocks.isRow(source.bytes[content(ofLine: node.startLine)]) else { return nil }
        if before.kind == .table { return false }
        let isDivided =
            before.previous?.kind == .table && RawHTML.isComment(CommentMask.removing(from: before.literal)[...])
        return isDivided ? true : nil
    }

    /// Reports a row that has no bar: a text that stands right below a table.
    mutating func reportTextInTable(_ node: CommonMarkNode) {
        guard node.startLine > 0, table.alignments.count > 0 else { return }
        let line = content(ofLine: node.startLine)
        guard !line.isEmpty, !source.bytes[line].contains(UInt8(ascii: "|")) else { return }
        let isTop = node.parent?.parent?.kind == .document
        let end = line.upperBound < source.bytes.count && source.bytes[line.upperBound] == 0x0D ? "\r\n" : "\n"
        report(
            .textInTable, at: line, replacement: isTop ? end + String(decoding: file.bytes[line], as: UTF8.self) : nil)
    }

    /// Reports text that is code because of the blanks before it.
    mutating func reportIndentedText(_ node: CommonMarkNode) {
        guard node.startLine > 0, !node.isFenced else { return }
        let first = max(node.startLine, 1)
        let last = max(first, node.endLine)
        let bytes = source.trimmedLines(first, through: last)
        let text = Substring(String(decoding: file.bytes[bytes], as: UTF8.self))
        guard text.unicodeScalars.contains(where: { CharacterClass.isHan($0.value) }) else { return }
        let lines = (first...last).map { content(ofLine: $0) }.filter { !$0.isEmpty }
        guard let firstText = lines.first?.lowerBound, let end = lines.last?.upperBound else { return }
        let isTop = node.parent?.kind == .document
        let start = isTop ? bytes.lowerBound : firstText
        var mended = ""
        var position = start
        for line in lines {
            // The line ends before it, without the blanks.
            mended += String(
                decoding: file.bytes[position..<line.lowerBound].filter { $0 == 0x0A || $0 == 0x0D }, as: UTF8.self)
            mended += String(decoding: file.bytes[line], as: UTF8.self)
            position = line.upperBound
        }
        report(.indentedText, at: start..<end, replacement: isTop ? mended : nil)
    }

    /// Reports a block of code between fences whose last one is missing.
    mutating func reportUnclosedCode(_ node: CommonMarkNode) {
        guard node.startLine > 0, node.isFenced else { return }
        let start = content(ofLine: node.startLine)
        for fence in ["```", "~~~"] where source.bytes[start].starts(with: fence.utf8) {
            let end = source.bytes[content(ofLine: node.endLine)]
            let isClosed =
                node.endLine > node.startLine && end.starts(with: fence.utf8)
                && end.allSatisfy { $0 == fence.utf8.first || $0 == 0x20 }
            if !isClosed { report(.unclosedCode, at: start) }
        }
    }

    /// A line without its end and what stands before its text.
    func content(ofLine line: Int) -> Range<Int> {
        let bytes = source.trimmedLines(line, through: line)
        return min(max(bytes.lowerBound, source.contentStart(ofLine: line) ?? 0), bytes.upperBound)..<bytes.upperBound
    }
}
