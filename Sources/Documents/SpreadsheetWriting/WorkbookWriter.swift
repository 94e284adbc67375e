import CXLSXWriter
import Glibc

/// Why a workbook cannot be made.
package enum WorkbookError: Error, Sendable, Equatable {
    /// The folder for temporary files does not take them: the system's number of the reason.
    case folder(path: String, errno: Int32)
    /// What libxlsxwriter says.
    case library(String)

    package var message: String {
        switch self {
        case .folder(let path, let errno): "\(path): \(String(cString: strerror(errno)))"
        case .library(let message): message
        }
    }
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
    ///   - scratch: an existing folder for temporary files; for `nil` that of `TMPDIR`, else the system's.
    ///   - created: seconds from 1970, instead of the clock, so that the same cells give the same bytes.
    package static func bytes(
        sheet name: String, created: Int, scratch: String? = nil,
        fill: (inout SheetWriter) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> [UInt8] {
        let scratch = scratch ?? systemScratch
        var template = Array((scratch + "/showcase-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .folder(path: scratch, errno: errno) }
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
        guard let workbook else { throw .library("workbook_new_opt") }
        var isClosed = false
        // Closing frees the workbook, also when what it wrote is not wanted.
        defer { if !isClosed { _ = showcase_workbook_close(workbook) } }
        var properties = lxw_doc_properties()
        properties.created = created
        workbook_set_properties(workbook, &properties)
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw .library("workbook_add_worksheet: \(name)")
        }
        var writer = SheetWriter(workbook: workbook, sheet: sheet)
        try fill(&writer)
        isClosed = true
        try WorkbookError.check(showcase_workbook_close(workbook), scratch: scratch)
        return try read(path, scratch: scratch)
    }

    /// The folder that the person who runs the program, or the system, has for temporary files.
    private static var systemScratch: String {
        guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else { return P_tmpdir }
        return folder
    }

    private static func read(_ path: String, scratch: String) throws(WorkbookError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .folder(path: scratch, errno: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 {
                guard ferror(file) == 0 else { throw .folder(path: scratch, errno: errno) }
                return bytes
            }
            bytes += buffer[..<count]
        }
    }
}

extension WorkbookError {
    /// - Parameter scratch: the folder in which the library was at work; `nil` where it writes to no disk.
    static func check(_ result: lxw_error, scratch: String? = nil) throws(WorkbookError) {
        guard result != LXW_NO_ERROR else { return }
        let ofDisk = [
            LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
        ]
        guard let scratch, ofDisk.contains(result) else { throw .library(String(cString: lxw_strerror(result))) }
        // The library tells that, but not why; where the system's reason is lost, a full disk is likeliest.
        throw .folder(path: scratch, errno: errno == 0 ? ENOSPC : errno)
    }
}
