/// A section of a form as a table. The grid and the widths of cells say the same: WPS draws by one, Word by the other.
struct WordTable {
    private let section: FormSection
    private let grid: FormGrid

    init(_ section: FormSection) {
        self.section = section
        grid = FormGrid(section)
    }

    func xml(_ controls: inout WordControls) -> String {
        let widths = columnWidths
        var xml = "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
        if section.hasBorders {
            let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
                "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
            }
            xml += "<w:tblBorders>\(sides.joined())</w:tblBorders>"
        }
        xml += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        xml += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
        for row in section.rows.indices { xml += self.row(row, widths, &controls) }
        return xml + "</w:tbl>"
    }

    /// In twips; the last column takes what rounding leaves.
    private var columnWidths: [Int] {
        var edges = [0]
        var sum = 0.0
        for column in section.columns {
            sum += column
            edges.append(WordText.twips(sum))
        }
        return zip(edges, edges.dropFirst()).map { $1 - $0 }
    }

    private func row(_ index: Int, _ widths: [Int], _ controls: inout WordControls) -> String {
        let height = WordText.twips(section.rows[index].height)
        var xml = "<w:tr><w:trPr>"
        // A row that is nearly a page high must be able to go on over the next one.
        if section.rows[index].height < 100 { xml += "<w:cantSplit/>" }
        xml += "<w:trHeight w:val=\"\(height)\" w:hRule=\"atLeast\"/></w:trPr>"
        var column = 0
        while column < widths.count, let place = grid.place(row: index, column: column) {
            xml += cell(place, row: index, width: widths[place.columns].reduce(0, +), &controls)
            column = place.columns.upperBound
        }
        return xml + "</w:tr>"
    }

    private func cell(_ place: FormGrid.Place, row: Int, width: Int, _ controls: inout WordControls) -> String {
        let isFirst = row == place.row
        var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if place.columns.count > 1 { properties += "<w:gridSpan w:val=\"\(place.columns.count)\"/>" }
        if place.rows.count > 1 { properties += isFirst ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" }
        properties += "<w:vAlign w:val=\"\(isTall(place.cell) ? "top" : "center")\"/>"
        let size = WordText.size(section.fontSize)
        let content =
            if !isFirst {
                "<w:p/>"
            } else {
                switch place.cell.content {
                case .label(let text): WordText.paragraph(text.chinese, style: "FormLabel", properties: size)
                case .text(let text):
                    WordText.paragraph(
                        text.chinese, style: "FormText", isCentred: place.cell.isShortText, properties: size)
                case .fields(let fields): fields.map { controls.xml(of: $0, size: size) }.joined()
                }
            }
        return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
    }

    private func isTall(_ cell: FormCell) -> Bool {
        cell.fields.contains { field in
            if case .longText = field.kind { return true }
            return false
        }
    }
}
