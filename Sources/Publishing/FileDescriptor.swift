import Glibc

/// An open file or folder that is closed when its scope ends.
struct FileDescriptor: ~Copyable {
    let value: Int32

    /// - Throws: `PublishingError.system`.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws {
        value = Glibc.open(path, flags | O_CLOEXEC, mode)
        guard value >= 0 else { throw PublishingError.system(path: path, errno: errno) }
    }

    deinit { _ = Glibc.close(value) }

    /// Writes all bytes at the current place.
    func write(_ bytes: [UInt8], path: String) throws {
        try bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Glibc.write(value, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw PublishingError.system(path: path, errno: count < 0 ? errno : ENOSPC) }
                offset += count
            }
        }
    }

    /// Reads the whole file, at most `limit` bytes.
    func read(limit: Int, path: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var offset = 0
        while offset < limit {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(value, $0.baseAddress?.advanced(by: offset), limit - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw PublishingError.system(path: path, errno: errno) }
            if count == 0 { break }
            offset += count
        }
        bytes.removeLast(limit - offset)
        return bytes
    }

    /// The size of the file in bytes; `nil` when it is no regular file.
    func regularFileSize() -> Int? {
        var status = stat()
        guard fstat(value, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}
