import Content
import Documents
import SiteModel

/// A list as XLSX: header frozen and repeated in print, columns wide enough, no author.
enum Spreadsheet {
    private static let headerFormat = CellFormat(isBold: true, hasBorder: true, background: 0xE8EEF4)

    /// - Parameters:
    ///   - teams: indices into `Site.teams`.
    ///   - scratch: a folder for temporary files; the system's for `nil`.
    ///   - name: of the sheet, at most 31 characters.
    static func bytes(
        of teams: [Int], named name: String, in site: Site, scratch: String?
    ) throws(WorkbookError) -> [UInt8] {
        let isChinese = site.configuration.language == .chinese
        // A known time, 2000-01-01, so that the same list gives the same bytes.
        return try WorkbookWriter.bytes(sheet: name, created: 946_684_800, scratch: scratch) {
            sheet throws(WorkbookError) in
            for (index, column) in ListColumn.all.enumerated() {
                try sheet.setWidth(column.width, ofColumn: index)
                try sheet.write(
                    isChinese ? column.chineseName : column.name, row: 0, column: index, format: headerFormat)
            }
            for (row, team) in teams.enumerated() {
                for (index, column) in ListColumn.all.enumerated() {
                    guard let value = column.value(site.teams[team], site) else { continue }
                    switch value {
                    case .integer(let number): try sheet.write(number, row: row + 1, column: index)
                    case .text, .number, .word, .list:
                        try sheet.write(value.text(isChinese: isChinese), row: row + 1, column: index)
                    }
                }
            }
            try sheet.makeHeader(rows: teams.count + 1, columns: ListColumn.all.count)
            sheet.setPage(isLandscape: true, isCentred: false)
        }
    }
}
