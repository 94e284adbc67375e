import CZip
import Diagnostics
import Glibc

/// Reads ZIP archives from memory, within limits: sizes in their directories are claims, and a few kilobytes can unpack
/// to gigabytes.
///
/// Limits follow Apache POI's (smallest ratio 0.01 above 100 kB) and are far above what forms and tables need.
package struct ZIPArchive {
    private static let maximumEntryCount = 4096
    private static let maximumPartBytes = 16 * 1024 * 1024
    private static let maximumTotalBytes = 96 * 1024 * 1024
    private static let maximumRatio = 100
    /// Up to here any ratio is fine: a table of zeros packs well.
    private static let ratioGraceBytes = 100 * 1024

    package struct Entry {
        fileprivate let index: UInt64
        package let name: String
        fileprivate let packedBytes: Int
        package let isEncrypted: Bool
    }

    private let handle: OpaquePointer
    package let entries: [Entry]
    private var totalBytes = 0

    /// Opens an archive for the time of the call.
    ///
    /// - Throws: `DocumentProblem`.
    package static func with<Result>(_ bytes: [UInt8], _ body: (inout ZIPArchive) throws -> Result) throws -> Result {
        try bytes.withUnsafeBytes { buffer in
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            let broken = DocumentProblem.damaged(LocalizedText(zh: "压缩结构不完整", en: "its ZIP structure is broken"))
            guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error),
                let handle = zip_open_from_source(source, ZIP_RDONLY, &error)
            else { throw broken }
            defer { zip_discard(handle) }
            let entries = try Self.entries(of: handle)
            guard let directory = ZIPDirectory(buffer, maximumEntryCount: maximumEntryCount),
                agree(directory, handle, buffer)
            else { throw broken }
            var archive = ZIPArchive(handle: handle, entries: entries)
            return try body(&archive)
        }
    }

    /// Whether the bytes are an archive whose directory can be read.
    package static func opens(_ bytes: [UInt8]) -> Bool { (try? with(bytes) { _ in true }) ?? false }

    /// Whether the library found the files that the directory names: an archive may have what looks like two directories.
    private static func agree(
        _ directory: ZIPDirectory, _ handle: OpaquePointer, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard directory.entries.count == Int(zip_get_num_entries(handle, 0)) else { return false }
        return directory.entries.enumerated().allSatisfy { index, entry in
            var status = zip_stat_t()
            guard zip_stat_index(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW), &status) == 0,
                let name = zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW))
            else { return false }
            return UnsafeRawBufferPointer(start: name, count: strlen(name)).elementsEqual(bytes[entry.name])
                && status.size == entry.unpackedBytes && status.comp_size == entry.packedBytes
        }
    }

    private static func entries(of handle: OpaquePointer) throws -> [Entry] {
        let count = zip_get_num_entries(handle, 0)
        guard count <= maximumEntryCount else {
            throw DocumentProblem.excessive(
                LocalizedText(zh: "里面有 \(count) 个文件", en: "it holds \(count) files"))
        }
        var entries: [Entry] = []
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else {
                throw DocumentProblem.damaged(
                    LocalizedText(zh: "压缩目录不完整", en: "its ZIP directory is broken"))
            }
            entries.append(
                Entry(
                    index: index, name: String(cString: name), packedBytes: Int(clamping: status.comp_size),
                    isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)))
        }
        return entries
    }

    /// The bytes of the first entry of a name; `nil` when there is none. Names of parts that differ in case alone are one
    /// (ISO/IEC 29500-2, 6.2.2.3).
    package mutating func part(_ name: String) throws -> [UInt8]? {
        let folded = name.lowercased()
        guard
            let entry = entries.first(where: { $0.name == name })
                ?? entries.first(where: { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == folded })
        else { return nil }
        return try bytes(of: entry)
    }

    /// The bytes of an entry, counted while they are unpacked.
    package mutating func bytes(of entry: Entry) throws -> [UInt8] {
        guard !entry.isEncrypted else { throw DocumentProblem.encrypted }
        guard let file = zip_fopen_index(handle, entry.index, 0) else {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "“\(entry.name)”不能解压", en: "“\(entry.name)” cannot be unpacked"))
        }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else {
                throw DocumentProblem.damaged(
                    LocalizedText(zh: "“\(entry.name)”的校验不符", en: "“\(entry.name)” fails its checksum"))
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<Int(count)]
            totalBytes += Int(count)
            let isTight = bytes.count > Self.ratioGraceBytes && bytes.count / Self.maximumRatio > entry.packedBytes
            guard !isTight, bytes.count <= Self.maximumPartBytes, totalBytes <= Self.maximumTotalBytes else {
                throw DocumentProblem.excessive(
                    LocalizedText(zh: "“\(entry.name)”解压后过大", en: "“\(entry.name)” unpacks to too much"))
            }
        }
    }
}
