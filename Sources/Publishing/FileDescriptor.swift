import Glibc

/// An open file or folder that is closed when its scope ends.
struct FileDescriptor: ~Copyable {
    let value: Int32

    init(opening path: RawPath, _ flags: Int32, mode: mode_t = 0) throws(SystemFailure) {
        value = Glibc.open(path.cString, flags | O_CLOEXEC, mode)
        guard value >= 0 else { throw SystemFailure(errno: errno) }
    }

    deinit { _ = Glibc.close(value) }

    /// Gives the file or folder its permissions, whatever the mask of the process left of those it was made with. A file
    /// system without permissions of its own, such as FAT, keeps what it has.
    func setMode(_ mode: mode_t) throws(SystemFailure) {
        guard fchmod(value, mode) != 0 else { return }
        let reason = errno
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(reason) else { throw SystemFailure(errno: reason) }
    }

    /// Writes all bytes at the current place.
    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(value, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemFailure(errno: count < 0 ? errno : ENOSPC) }
            offset += count
        }
    }

    /// Reads from the current place, less than `count` bytes where the file ends before.
    func read(count: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var offset = 0
        while offset < count {
            let read = bytes.withUnsafeMutableBytes {
                Glibc.read(value, $0.baseAddress?.advanced(by: offset), count - offset)
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw SystemFailure(errno: errno) }
            if read == 0 { break }
            offset += read
        }
        bytes.removeLast(count - offset)
        return bytes
    }

    /// The size of the file in bytes; `nil` when it is no regular file.
    func regularFileSize() -> Int? {
        var status = stat()
        guard fstat(value, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}
