import CXLSXWriter

/// Writes the cells of a sheet. Rows and columns count from 0.
package struct SheetWriter: ~Copyable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

    init(workbook: UnsafeMutablePointer<lxw_workbook>, sheet: UnsafeMutablePointer<lxw_worksheet>) {
        self.workbook = workbook
        self.sheet = sheet
    }

    /// Writes a text as a text, even where it looks like a formula or a link; an empty one leaves an empty cell. What is
    /// longer than a cell holds is cut, and ends with an ellipsis.
    package mutating func write(
        _ text: String, row: Int, column: Int, format: CellFormat? = nil
    ) throws(WorkbookError) {
        let handle = handle(of: format)
        try WorkbookError.check(
            text.isEmpty
                ? worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), handle)
                : worksheet_write_string(
                    sheet, lxw_row_t(row), lxw_col_t(column), CellText.storable(CellText.fitting(text)), handle))
    }

    /// Writes a text into one cell made of several.
    package mutating func write(
        _ text: String, rows: Range<Int>, columns: Range<Int>, format: CellFormat
    ) throws(WorkbookError) {
        guard rows.count > 1 || columns.count > 1 else {
            return try write(text, row: rows.lowerBound, column: columns.lowerBound, format: format)
        }
        try WorkbookError.check(
            worksheet_merge_range(
                sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound - 1),
                lxw_col_t(columns.upperBound - 1), CellText.storable(CellText.fitting(text)), handle(of: format)))
    }

    package func write(_ number: Int, row: Int, column: Int) throws(WorkbookError) {
        try WorkbookError.check(
            worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), Double(number), nil))
    }

    /// - Parameter formula: begins with `=`, in the English names and separators of the file format.
    package mutating func writeFormula(
        _ formula: String, row: Int, column: Int, format: CellFormat
    ) throws(WorkbookError) {
        try WorkbookError.check(
            worksheet_write_formula(sheet, lxw_row_t(row), lxw_col_t(column), formula, handle(of: format)))
    }

    /// Lets a cell take numbers of a range only.
    ///
    /// - Parameters:
    ///   - title: of the prompt and of the refusal; cut after 32 characters.
    ///   - message: what the prompt and the refusal say, at most 255 characters.
    package func limit(
        row: Int, column: Int, to range: ClosedRange<Double>, title: String, message: String
    ) throws(WorkbookError) {
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
        validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        validation.minimum_number = range.lowerBound
        validation.maximum_number = range.upperBound
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        // The library's fields are not const, and it copies them before it returns.
        let result = CellText.fitting(title, longest: CellText.longestPromptTitle).withCString { title in
            message.withCString { message in
                validation.error_title = UnsafeMutablePointer(mutating: title)
                validation.error_message = UnsafeMutablePointer(mutating: message)
                validation.input_title = UnsafeMutablePointer(mutating: title)
                validation.input_message = UnsafeMutablePointer(mutating: message)
                return worksheet_data_validation_cell(sheet, lxw_row_t(row), lxw_col_t(column), &validation)
            }
        }
        try WorkbookError.check(result)
    }

    /// - Parameter width: in digits of the program's own font.
    package func setWidth(_ width: Double, ofColumn column: Int) throws(WorkbookError) {
        try WorkbookError.check(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
    }

    /// - Parameter height: in points.
    package func setHeight(_ height: Double, ofRow row: Int) throws(WorkbookError) {
        try WorkbookError.check(worksheet_set_row(sheet, lxw_row_t(row), height, nil))
    }

    /// Makes the first row a header: it stays in sight, has buttons for filtering, and is printed on every page.
    package func makeHeader(rows: Int, columns: Int) throws(WorkbookError) {
        worksheet_freeze_panes(sheet, 1, 0)
        try WorkbookError.check(
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(rows, 1) - 1), lxw_col_t(columns - 1)))
        try WorkbookError.check(worksheet_repeat_rows(sheet, 0, 0))
    }

    /// Prints on A4 paper, as wide as the page.
    package func setPage(isLandscape: Bool, isCentred: Bool) {
        worksheet_set_paper(sheet, 9)
        if isLandscape { worksheet_set_landscape(sheet) }
        if isCentred { worksheet_center_horizontally(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    /// Without a password: it keeps formulas from being typed over by mistake, and nobody from taking it away.
    package func protect() { worksheet_protect(sheet, nil, nil) }

    /// What the file format calls a cell: `A1`, `AA12`.
    package static func name(row: Int, column: Int) -> String { columnName(column) + "\(row + 1)" }

    private static func columnName(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : columnName(index / 26 - 1) + letter
    }

    private mutating func handle(of format: CellFormat?) -> UnsafeMutablePointer<lxw_format>? {
        guard let format else { return nil }
        if let handle = formats[format] { return handle }
        let handle = workbook_add_format(workbook)
        if let font = format.font {
            format_set_font_name(handle, font.name)
            format_set_font_size(handle, font.size)
        }
        if format.isBold { format_set_bold(handle) }
        if let alignment = format.alignment {
            format_set_align(handle, UInt8((alignment == .center ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT).rawValue))
            format_set_align(handle, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            format_set_text_wrap(handle)
        }
        if format.hasBorder { format_set_border(handle, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let background = format.background { format_set_bg_color(handle, background) }
        if format.isInput { format_set_unlocked(handle) }
        formats[format] = handle
        return handle
    }
}
