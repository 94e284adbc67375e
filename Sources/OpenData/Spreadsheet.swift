import CXLSXWriter
import Glibc
import SiteModel

/// What libxlsxwriter says when a spreadsheet cannot be made.
package struct SpreadsheetError: Error, Sendable {
    package let message: String
}

/// A list as XLSX: header frozen and repeated in print, columns wide enough, no author.
///
/// Debian's libxlsxwriter (1.1.4) writes files only, so a private temporary folder is used and removed. The library
/// keeps no state between workbooks and may be used from several threads with a workbook each.
enum Spreadsheet {
    private static let widths: [ListColumn: Double] = [
        .team: 28, .enterprise: 34, .enterprisePresentName: 34, .enterpriseID: 20, .recommender: 28, .honors: 24,
        .withdrawnReason: 30, .url: 48,
    ]

    /// - Parameters:
    ///   - teams: indices into `Site.teams`.
    ///   - name: of the sheet, at most 31 characters.
    static func bytes(of teams: [Int], named name: String, in site: Site) throws -> [UInt8] {
        try withTemporaryFolder { folder in
            let path = folder + "/list.xlsx"
            try write(teams, named: name, in: site, to: path, temporaryFolder: folder)
            guard let bytes = read(path) else { throw SpreadsheetError(message: String(cString: strerror(errno))) }
            return bytes
        }
    }

    private static func write(
        _ teams: [Int], named name: String, in site: Site, to path: String, temporaryFolder: String
    ) throws {
        let workbook: UnsafeMutablePointer<lxw_workbook>? = temporaryFolder.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw SpreadsheetError(message: "workbook_new_opt failed") }
        // A known time instead of the clock, so that the same list gives the same bytes.
        var properties = lxw_doc_properties()
        properties.created = 946_684_800
        workbook_set_properties(workbook, &properties)
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw SpreadsheetError(message: "workbook_add_worksheet failed")
        }
        let header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_bg_color(header, 0xE8EEF4)
        format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))

        let isChinese = site.configuration.language == .chinese
        for (index, column) in ListColumn.allCases.enumerated() {
            let place = lxw_col_t(index)
            worksheet_set_column(sheet, place, place, widths[column] ?? 12, nil)
            worksheet_write_string(sheet, 0, place, isChinese ? column.chineseName : column.rawValue, header)
        }
        for (rowIndex, teamIndex) in teams.enumerated() {
            let row = lxw_row_t(rowIndex + 1)
            for (index, column) in ListColumn.allCases.enumerated() {
                let value = column.value(of: site.teams[teamIndex], in: site)
                let result = write(value, to: sheet, row: row, column: lxw_col_t(index))
                guard result == LXW_NO_ERROR else {
                    workbook_close(workbook)
                    throw SpreadsheetError(message: String(cString: lxw_strerror(result)))
                }
            }
        }
        let lastColumn = lxw_col_t(ListColumn.allCases.count - 1)
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(teams.count), lastColumn)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_fit_to_pages(sheet, 1, 0)
        let result = workbook_close(workbook)
        guard result == LXW_NO_ERROR else { throw SpreadsheetError(message: String(cString: lxw_strerror(result))) }
    }

    private static func write(
        _ value: ListColumn.Value, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t, column: lxw_col_t
    ) -> lxw_error {
        switch value {
        case .number(let number): worksheet_write_number(sheet, row, column, Double(number), nil)
        case .none: LXW_NO_ERROR
        // Always as a string: text that looks like a formula or a link stays text.
        case .text, .list: worksheet_write_string(sheet, row, column, fitting(value.text), nil)
        }
    }

    /// The text as far as a cell can hold it, with an ellipsis where it is cut: the library would leave the cell empty.
    static func fitting(_ text: String) -> String {
        guard text.utf16.count > longestText else { return text }
        var units = 1
        let kept = text.unicodeScalars.prefix { scalar in
            units += UTF16.width(scalar)
            return units <= longestText
        }
        return String(kept) + "…"
    }

    /// Characters of a cell's text, as Excel counts them: UTF-16 units (Excel specifications and limits).
    private static let longestText = 32_767

    private static func withTemporaryFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
        var template = Array((P_tmpdir + "/showcase-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw SpreadsheetError(message: String(cString: strerror(errno))) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            _ = unlink(folder + "/list.xlsx")
            _ = rmdir(folder)
        }
        return try work(folder)
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }
}
