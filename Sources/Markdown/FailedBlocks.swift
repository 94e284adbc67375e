/// Tables that were meant but not written as Markdown has them, and code that swallows the rest of a text.
enum FailedBlocks {
    /// A table whose lines stay a paragraph.
    struct Table {
        let columns: Int
        /// The columns of the line of dashes; `nil` where it is missing.
        let below: Int?
    }

    /// The failed table that begins with two lines, without what stands before them; `nil` for other text.
    static func table(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Table? {
        guard let columns = columns(of: first), let below = Self.columns(of: second) else { return nil }
        let isDelimiter = second.contains(UInt8(ascii: "-")) && second.allSatisfy(isOfDelimiter)
        // Lines of one cell may be marked text between bars.
        guard isDelimiter || (columns > 1 && below > 1) else { return nil }
        return Table(columns: columns, below: isDelimiter ? below : nil)
    }

    /// How many cells a line between bars of either width has; `nil` for a line that does not begin and end with one.
    private static func columns(of line: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: line, as: UTF8.self).trimmingPrefix { $0 == " " }
        let bars = text.count { $0 == "|" || $0 == "｜" }
        let last = text.last { $0 != " " && $0 != "\r" }
        guard bars > 1, text.first == "|" || text.first == "｜", last == "|" || last == "｜" else { return nil }
        return bars - 1
    }

    private static func isOfDelimiter(_ byte: UInt8) -> Bool {
        // Full-width bars are EF BD 9C, full-width hyphens and dashes EF BC 8D and E2 80 94.
        byte >= 0x80 || "|-: \r".utf8.contains(byte)
    }
}

extension DocumentRenderer {
    /// Reports lines of a paragraph that were meant to be a table.
    mutating func reportFailedTable(_ node: CommonMarkNode) {
        guard node.startLine > 0, node.endLine > node.startLine else { return }
        for line in node.startLine..<node.endLine {
            let first = content(ofLine: line)
            guard source.bytes[first].first == UInt8(ascii: "|") || source.bytes[first].starts(with: "｜".utf8),
                let table = FailedBlocks.table(source.bytes[first], source.bytes[content(ofLine: line + 1)])
            else { continue }
            return report(.failedTable(columns: table.columns, below: table.below), at: first)
        }
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
