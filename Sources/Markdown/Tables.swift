/// What is open of the table that is being written.
struct TableState {
    /// `l`, `c`, `r` or 0 for each column.
    var alignments: [UInt8] = []
    var column = 0
    var isInHeader = false
    var hasBody = false
    /// The bytes of the whole table, where the cells' positions cannot be trusted.
    var bytes: Range<Int> = 0..<0
    /// The row before, where it has fewer cells than the header and no bar at its end.
    var unfinishedRow: Range<Int>?
}

extension DocumentRenderer {
    /// Begins a table, in a box that can be scrolled on narrow screens.
    mutating func openTable(_ node: CommonMarkNode) {
        table = TableState(
            alignments: node.columnAlignments, bytes: source.lines(node.startLine, through: node.endLine))
        html.startLine()
        // Focusable, so that the keyboard can scroll a wide table (WCAG 2.1.1).
        html.append("<div class=\"table-scroll\" tabindex=\"0\"><table>\n")
    }

    /// Begins a row, and before it the head or the body of the table.
    mutating func openRow(_ node: CommonMarkNode) {
        table.column = 0
        table.isInHeader = node.isHeaderRow
        if table.isInHeader {
            html.append("<thead>\n")
        } else {
            reportLostCells(node)
            reportTextInTable(node)
            reportBrokenRow(node)
            if !table.hasBody { html.append("<tbody>\n") }
            table.hasBody = true
        }
        html.append("<tr>\n")
    }

    /// Writes a cell.
    mutating func writeCell(_ node: CommonMarkNode) {
        html.append(table.isInHeader ? "<th scope=\"col\"" : "<td")
        switch table.column < table.alignments.count ? table.alignments[table.column] : 0 {
        case UInt8(ascii: "c"): html.append(" class=\"align-center\"")
        case UInt8(ascii: "r"): html.append(" class=\"align-right\"")
        default: break
        }
        html.append(">")
        if table.column > 0, plain.last != UInt8(ascii: "\n"), !plain.isEmpty {
            plain.append(UInt8(ascii: " "))
        } else {
            startPlainBlock()
        }
        let length = html.count
        writeInlines(of: node, bytes: table.bytes)
        if table.isInHeader, html.count == length {
            report(
                .missingTableHeader(column: table.column + 1),
                at: source.trimmedLines(node.startLine, through: node.startLine))
        }
        html.append(table.isInHeader ? "</th>\n" : "</td>\n")
        table.column += 1
    }

    /// Ends a row.
    mutating func closeRow() {
        html.append(table.isInHeader ? "</tr>\n</thead>\n" : "</tr>\n")
        plain.append(UInt8(ascii: "\n"))
    }

    /// Ends a table.
    mutating func closeTable() {
        if table.hasBody { html.append("</tbody>\n") }
        html.append("</table></div>\n")
    }
}
