import Documents

/// The cells of a form's workbook. Sections stand below each other on one grid, whose columns are all their edges.
struct FormSheet {
    private let form: FormDefinition
    /// From the left, in millimetres; the first is 0.
    private let edges: [Double]

    init(_ form: FormDefinition) {
        self.form = form
        edges = Self.edges(form)
    }

    private static func edges(_ form: FormDefinition) -> [Double] {
        var edges: Set<Double> = [0]
        for section in form.sections {
            var sum = 0.0
            for column in section.columns {
                sum += column
                edges.insert(sum)
            }
        }
        return edges.sorted()
    }

    func write(to sheet: inout SheetWriter) throws(WorkbookError) {
        for (index, (left, right)) in zip(edges, edges.dropFirst()).enumerated() {
            // A column of width 1 is as wide as a digit, some 1.9 mm.
            try sheet.setWidth((right - left) / 1.9, ofColumn: index)
        }
        let wholeWidth = 0..<max(edges.count - 1, 1)
        try sheet.write(
            form.title.chinese, rows: 0..<1, columns: wholeWidth, format: format(size: 16, bold: true, align: .center))
        try sheet.setHeight(30, ofRow: 0)
        var row = 1
        for section in form.sections {
            if let title = section.title {
                try sheet.write(
                    title.chinese, rows: row..<row + 1, columns: wholeWidth, format: format(bold: true, align: .center))
                row += 1
            }
            try write(section, from: row, to: &sheet)
            row += section.rows.count
        }
        if let note = form.note {
            try sheet.write(note.chinese, rows: row..<row + 1, columns: wholeWidth, format: format(align: .left))
            try sheet.setHeight(30, ofRow: row)
        }
        sheet.setPage(isLandscape: false, isCentred: true)
        sheet.protect()
    }

    private func write(_ section: FormSection, from start: Int, to sheet: inout SheetWriter) throws(WorkbookError) {
        // Numbers with a maximum since the last total.
        var summands: [String] = []
        for place in FormGrid(section).places {
            let rows = start + place.rows.lowerBound..<start + place.rows.upperBound
            let columns = columns(of: place)
            switch place.cell.content {
            case .label(let text):
                try sheet.write(
                    text.chinese, rows: rows, columns: columns,
                    format: format(bold: true, align: .center, border: section.hasBorders))
            case .text(let text):
                let isNumber = text.chinese.utf8.allSatisfy { (0x30...0x39).contains($0) }
                try sheet.write(
                    text.chinese, rows: rows, columns: columns,
                    format: format(align: isNumber ? .center : .left, border: section.hasBorders))
            case .fields(let fields) where fields.first?.kind == .total:
                let look = format(bold: true, align: .center, border: section.hasBorders)
                try sheet.write("", rows: rows, columns: columns, format: look)
                try sheet.writeFormula(
                    "=SUM(\(summands.joined(separator: ",")))", row: rows.lowerBound, column: columns.lowerBound,
                    format: look)
                summands = []
            case .fields(let fields):
                try sheet.write(
                    "", rows: rows, columns: columns,
                    format: format(align: .center, border: section.hasBorders, isInput: true))
                guard let field = fields.first, case .number(let minimum, let maximum?) = field.kind else { continue }
                try limit(
                    row: rows.lowerBound, column: columns.lowerBound, to: (minimum ?? min(0, maximum))...maximum, field,
                    in: sheet)
                summands.append(SheetWriter.name(row: rows.lowerBound, column: columns.lowerBound))
            }
        }
        for (index, row) in section.rows.enumerated() {
            try sheet.setHeight(max(row.height * 72 / 25.4, 24), ofRow: start + index)
        }
    }

    private func columns(of place: FormGrid.Place) -> Range<Int> {
        func index(_ edge: Double) -> Int { edges.firstIndex { abs($0 - edge) < 0.001 } ?? 0 }
        return index(place.left)..<index(place.left + place.width)
    }

    private func limit(
        row: Int, column: Int, to range: ClosedRange<Double>, _ field: FormField, in sheet: borrowing SheetWriter
    ) throws(WorkbookError) {
        func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
        try sheet.limit(
            row: row, column: column, to: range, title: field.label.chinese,
            message: "应在 \(text(range.lowerBound)) 至 \(text(range.upperBound)) 之间")
    }

    private func format(
        size: Double = 11, bold: Bool = false, align: CellFormat.Alignment, border: Bool = false, isInput: Bool = false
    ) -> CellFormat {
        CellFormat(
            font: .init(name: bold ? "黑体" : "宋体", size: size), alignment: align, hasBorder: border, isInput: isInput)
    }
}
