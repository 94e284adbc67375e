/// Rows of a table with more cells than its header has columns: a table shows no more than those.
enum TableRow {
    /// The cells of a row, without the bars: each ends at a bar that no backslash stands before, in code as well (GitHub
    /// Flavored Markdown, 4.10).
    static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        var end = line.upperBound
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while index < end {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "|") {
                cells.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        if start < end { cells.append(start..<end) }
        return cells
    }

    /// The bars of a row that stand between backticks, which are meant as part of the code.
    static func barsInCode(of line: Range<Int>, in bytes: [UInt8]) -> [Int] {
        var bars: [Int] = []
        var pending: [Int] = []
        var isInCode = false
        var index = line.lowerBound
        while index < line.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"):
                if isInCode { bars += pending }
                pending = []
                isInCode.toggle()
            case UInt8(ascii: "|") where isInCode: pending.append(index)
            default: break
            }
            index += 1
        }
        return bars
    }
}

extension DocumentRenderer {
    /// Reports a row that was broken over two lines: the first begins with a bar and does not end with one, the second the other
    /// way round, and both together have as many cells as the header.
    mutating func reportBrokenRow(_ node: CommonMarkNode) {
        guard node.startLine > 0 else { return }
        let line = content(ofLine: node.startLine)
        let text = source.bytes[line]
        let (begins, ends) = (text.first == UInt8(ascii: "|"), text.last == UInt8(ascii: "|"))
        let count = TableRow.cells(of: line, in: source.bytes).count
        if let first = table.unfinishedRow, !begins, ends {
            let cells = TableRow.cells(of: first, in: source.bytes).count + count
            // The cell that was broken counts twice.
            if cells == table.alignments.count + 1 { report(.brokenRow, at: first.lowerBound..<line.upperBound) }
        }
        table.unfinishedRow = begins && !ends && count < table.alignments.count ? line : nil
    }

    /// Reports cells of a row behind the last column of the header, unless they are empty.
    mutating func reportLostCells(_ node: CommonMarkNode) {
        guard node.startLine > 0 else { return }
        let line = content(ofLine: node.startLine)
        let cells = TableRow.cells(of: line, in: source.bytes)
        let columns = table.alignments.count
        guard cells.count > columns, columns > 0 else { return }
        let lost = cells[columns].lowerBound..<cells[cells.count - 1].upperBound
        guard source.bytes[lost].contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") }) else { return }
        let bars = TableRow.barsInCode(of: line, in: source.bytes)
        guard let first = bars.first, let last = bars.last, cells.count - bars.count == columns else {
            return report(.lostCells(count: cells.count, columns: columns, isCode: false), at: lost)
        }
        var escaped: [UInt8] = []
        for index in first...last {
            if bars.contains(index) { escaped.append(UInt8(ascii: "\\")) }
            escaped.append(file.bytes[index])
        }
        report(
            .lostCells(count: cells.count, columns: columns, isCode: true), at: first..<last + 1,
            replacement: String(decoding: escaped, as: UTF8.self))
    }
}
