import CXLSXWriter
import Glibc

/// What libxlsxwriter or the disk says when a workbook cannot be made.
package struct WorkbookError: Error, Sendable, Equatable {
    package let message: String
}

/// Makes workbooks: XLSX files with one sheet, without author.
///
/// Debian's libxlsxwriter (1.1.4) writes files only, so a private temporary folder is used and removed. The library
/// keeps no state between workbooks and may be used from several threads with a workbook each.
package enum WorkbookWriter {
    /// Characters of a sheet's name (Excel specifications and limits).
    package static let longestSheetName = 31

    /// The bytes of a workbook whose sheet `fill` writes.
    ///
    /// - Parameters:
    ///   - sheet: its name, 1 to `longestSheetName` characters, none of `[]:*?/\`.
    ///   - created: seconds from 1970, instead of the clock, so that the same cells give the same bytes.
    package static func bytes(
        sheet name: String, created: Int, fill: (inout SheetWriter) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> [UInt8] {
        var template = Array((P_tmpdir + "/showcase-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .ofSystem() }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = folder + "/workbook.xlsx"
        defer {
            _ = unlink(path)
            _ = rmdir(folder)
        }
        let workbook: UnsafeMutablePointer<lxw_workbook>? = folder.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw WorkbookError(message: "workbook_new_opt") }
        var isClosed = false
        // Closing frees the workbook, also when what it wrote is not wanted.
        defer { if !isClosed { workbook_close(workbook) } }
        var properties = lxw_doc_properties()
        properties.created = created
        workbook_set_properties(workbook, &properties)
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookError(message: "workbook_add_worksheet: \(name)")
        }
        var writer = SheetWriter(workbook: workbook, sheet: sheet)
        try fill(&writer)
        isClosed = true
        try WorkbookError.check(workbook_close(workbook))
        return try read(path)
    }

    private static func read(_ path: String) throws(WorkbookError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .ofSystem() }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 {
                guard ferror(file) == 0 else { throw .ofSystem() }
                return bytes
            }
            bytes += buffer[..<count]
        }
    }
}

extension WorkbookError {
    static func check(_ result: lxw_error) throws(WorkbookError) {
        guard result != LXW_NO_ERROR else { return }
        throw WorkbookError(message: String(cString: lxw_strerror(result)))
    }

    /// What the last call of the system says went wrong.
    fileprivate static func ofSystem() -> WorkbookError { WorkbookError(message: String(cString: strerror(errno))) }
}
