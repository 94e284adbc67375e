import CXLSXWriter
import Forms

/// The cells of a form's workbook. Sections stand below each other on one grid, whose columns are all their edges.
struct FormSheet {
    private typealias Format = UnsafeMutablePointer<lxw_format>

    private let form: FormDefinition
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// From the left, in millimetres; the first is 0.
    private let edges: [Double]

    init(
        _ form: FormDefinition, workbook: UnsafeMutablePointer<lxw_workbook>,
        sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        self.form = form
        self.workbook = workbook
        self.sheet = sheet
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

    func write() {
        for (index, (left, right)) in zip(edges, edges.dropFirst()).enumerated() {
            // A column of width 1 is as wide as a digit, some 1.9 mm.
            worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), (right - left) / 1.9, nil)
        }
        let last = lxw_col_t(max(edges.count - 2, 0))
        var row = 0
        write(form.title.chinese, rows: row..<row + 1, columns: 0...last, format(size: 16, bold: true, align: .center))
        worksheet_set_row(sheet, 0, 30, nil)
        row += 1
        for section in form.sections {
            if let title = section.title {
                write(title.chinese, rows: row..<row + 1, columns: 0...last, format(bold: true, align: .center))
                row += 1
            }
            row = write(section, from: row)
        }
        if let note = form.note {
            write(note.chinese, rows: row..<row + 1, columns: 0...last, format(align: .left))
            worksheet_set_row(sheet, lxw_row_t(row), 30, nil)
        }
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_center_horizontally(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        // Without a password: it keeps formulas from being typed over by mistake, and nobody from taking it away.
        worksheet_protect(sheet, nil, nil)
    }

    /// Returns the row behind the section.
    private func write(_ section: FormSection, from start: Int) -> Int {
        let grid = FormGrid(section)
        // Numbers with a maximum since the last total.
        var summands: [String] = []
        for place in grid.places {
            let rows = start + place.rows.lowerBound..<start + place.rows.upperBound
            let columns = columns(of: place)
            switch place.cell.content {
            case .label(let text):
                write(
                    text.chinese, rows: rows, columns: columns,
                    format(bold: true, align: .center, border: section.hasBorders))
            case .text(let text):
                let isNumber = text.chinese.utf8.allSatisfy { (0x30...0x39).contains($0) }
                write(
                    text.chinese, rows: rows, columns: columns,
                    format(align: isNumber ? .center : .left, border: section.hasBorders))
            case .fields(let fields):
                let cell = "\(Self.columnName(Int(columns.lowerBound)))\(rows.lowerBound + 1)"
                let field = fields.first
                if field?.kind == .total {
                    write("", rows: rows, columns: columns, format(align: .center, border: section.hasBorders))
                    worksheet_write_formula(
                        sheet, lxw_row_t(rows.lowerBound), columns.lowerBound,
                        "=SUM(\(summands.joined(separator: ",")))",
                        format(bold: true, align: .center, border: section.hasBorders))
                    summands = []
                } else {
                    write(
                        "", rows: rows, columns: columns,
                        format(align: .center, border: section.hasBorders, isInput: true))
                    if case .number(let minimum, let maximum?) = field?.kind {
                        validate(rows.lowerBound, columns.lowerBound, minimum ?? 0, maximum, field?.label.chinese ?? "")
                        if section.hasBorders { summands.append(cell) }
                    }
                }
            }
        }
        for (index, row) in section.rows.enumerated() {
            worksheet_set_row(sheet, lxw_row_t(start + index), max(row.height * 72 / 25.4, 24), nil)
        }
        return start + section.rows.count
    }

    private func columns(of place: FormGrid.Place) -> ClosedRange<lxw_col_t> {
        func index(_ edge: Double) -> Int { edges.firstIndex { abs($0 - edge) < 0.001 } ?? 0 }
        return lxw_col_t(index(place.left))...lxw_col_t(index(place.left + place.width) - 1)
    }

    private func write(_ text: String, rows: Range<Int>, columns: ClosedRange<lxw_col_t>, _ format: Format?) {
        let first = lxw_row_t(rows.lowerBound)
        if rows.count > 1 || columns.count > 1 {
            worksheet_merge_range(
                sheet, first, columns.lowerBound, lxw_row_t(rows.upperBound - 1), columns.upperBound, text, format)
        } else if text.isEmpty {
            worksheet_write_blank(sheet, first, columns.lowerBound, format)
        } else {
            worksheet_write_string(sheet, first, columns.lowerBound, text, format)
        }
    }

    /// Refuses what is no number from the least to the greatest.
    private func validate(_ row: Int, _ column: lxw_col_t, _ minimum: Double, _ maximum: Double, _ label: String) {
        func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
        validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        validation.minimum_number = minimum
        validation.maximum_number = maximum
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        // The library's fields are not const, and it copies them before it returns.
        "\(label)".withCString { title in
            "应在 \(text(minimum)) 至 \(text(maximum)) 之间".withCString { message in
                validation.error_title = UnsafeMutablePointer(mutating: title)
                validation.error_message = UnsafeMutablePointer(mutating: message)
                validation.input_title = UnsafeMutablePointer(mutating: title)
                validation.input_message = UnsafeMutablePointer(mutating: message)
                worksheet_data_validation_cell(sheet, lxw_row_t(row), column, &validation)
            }
        }
    }

    private enum Align {
        case left, center
    }

    private func format(
        size: Double = 11, bold: Bool = false, align: Align, border: Bool = false, isInput: Bool = false
    ) -> Format? {
        let format = workbook_add_format(workbook)
        format_set_font_name(format, bold ? "黑体" : "宋体")
        format_set_font_size(format, size)
        format_set_align(format, UInt8((align == .center ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT).rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_text_wrap(format)
        if border { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if isInput { format_set_unlocked(format) }
        return format
    }

    /// A, B, … Z, AA.
    private static func columnName(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : columnName(index / 26 - 1) + letter
    }
}
