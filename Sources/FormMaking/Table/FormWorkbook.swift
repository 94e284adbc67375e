import CXLSXWriter
import Forms
import Glibc

/// A form as a workbook: points are checked against their maximum, the total is a formula.
///
/// Debian's libxlsxwriter (1.1.4) writes files only, so a private temporary folder is used and removed.
struct FormWorkbook {
    private let form: FormDefinition

    init(_ form: FormDefinition) { self.form = form }

    /// - Throws: `FormMakingError.failed`.
    func bytes() throws -> [UInt8] {
        var template = Array((P_tmpdir + "/showcase-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw FormMakingError.failed(String(cString: strerror(errno))) }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = folder + "/form.xlsx"
        defer {
            _ = unlink(path)
            _ = rmdir(folder)
        }
        try write(to: path, temporaryFolder: folder)
        return try Self.read(path)
    }

    private func write(to path: String, temporaryFolder: String) throws {
        let workbook: UnsafeMutablePointer<lxw_workbook>? = temporaryFolder.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw FormMakingError.failed("workbook_new_opt") }
        var properties = lxw_doc_properties()
        properties.created = Self.time(year: FormMaker.year(of: form))
        workbook_set_properties(workbook, &properties)
        guard let sheet = workbook_add_worksheet(workbook, form.version) else {
            workbook_close(workbook)
            throw FormMakingError.failed("workbook_add_worksheet")
        }
        FormSheet(form, workbook: workbook, sheet: sheet).write()
        let result = workbook_close(workbook)
        guard result == LXW_NO_ERROR else { throw FormMakingError.failed(String(cString: lxw_strerror(result))) }
    }

    /// Seconds from 1970 to the first day of a year (proleptic Gregorian calendar).
    private static func time(year: Int) -> time_t {
        let before = year - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        return days * 86_400
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw FormMakingError.failed(String(cString: strerror(errno))) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 {
                guard ferror(file) == 0 else { throw FormMakingError.failed(String(cString: strerror(errno))) }
                return bytes
            }
            bytes += buffer[..<count]
        }
    }
}
