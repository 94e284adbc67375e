import CZip
import Glibc

/// Packs files into a ZIP archive in memory. Every entry has the same time, so that the same files give the same bytes.
enum ZIPWriter {
    /// - Parameter files: in the order of the archive.
    /// - Throws: `FormMakingError.failed`.
    static func bytes(of files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.error(&error) }
        // The archive would take it along when it is closed.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw Self.error(&error)
        }
        do {
            for (name, bytes) in files { try add(bytes, named: name, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let message = String(cString: zip_error_strerror(zip_get_error(archive)))
            zip_discard(archive)
            throw FormMakingError.failed(message)
        }
        return try contents(of: target)
    }

    private static func add(_ bytes: [UInt8], named name: String, to archive: OpaquePointer) throws {
        func failure() -> FormMakingError {
            .failed(String(cString: zip_error_strerror(zip_get_error(archive))))
        }
        // libzip reads the bytes when the archive is closed: they are copied into memory that it frees itself.
        let count = bytes.count
        guard let copy = malloc(max(count, 1)) else { throw FormMakingError.failed("no memory") }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, count) } }
        guard let source = zip_source_buffer(archive, copy, UInt64(count), 1) else {
            free(copy)
            throw failure()
        }
        let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw failure()
        }
        // 1 January 1980, the first day that ZIP knows.
        guard zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0,
            zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 9) == 0
        else { throw failure() }
    }

    private static func contents(of source: OpaquePointer) throws -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
            throw FormMakingError.failed("zip_source_open failed")
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_source_read(source, &bytes, status.size) == Int64(bytes.count) else {
            throw FormMakingError.failed("zip_source_read failed")
        }
        return bytes
    }

    private static func error(_ error: inout zip_error_t) -> FormMakingError {
        .failed(String(cString: zip_error_strerror(&error)))
    }
}
