import Documents

/// A form as a workbook: points are checked against their maximum, the total is a formula.
struct FormWorkbook {
    private let form: FormDefinition
    private let scratch: String?

    /// - Parameter scratch: an existing folder for temporary files; the system's for `nil`.
    init(_ form: FormDefinition, scratch: String? = nil) {
        self.form = form
        self.scratch = scratch
    }

    /// - Throws: `FormMakingError.failed`, `FormMakingError.folderFailed`.
    func bytes() throws -> [UInt8] {
        do throws(WorkbookError) {
            let created = Self.time(year: FormMaker.year(of: form))
            let name = String(form.version.prefix(WorkbookWriter.longestSheetName))
            return try WorkbookWriter.bytes(sheet: name, created: created, scratch: scratch) {
                sheet throws(WorkbookError) in
                try FormSheet(form).write(to: &sheet)
            }
        } catch {
            guard case .folder(let path, let errno) = error else { throw FormMakingError.failed(error.message) }
            throw FormMakingError.folderFailed(path: path, errno: errno)
        }
    }

    /// Seconds from 1970 to the first day of a year (proleptic Gregorian calendar).
    private static func time(year: Int) -> Int {
        let before = year - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        return days * 86_400
    }
}
