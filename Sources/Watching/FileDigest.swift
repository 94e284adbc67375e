import Glibc

/// A hash of a file's first bytes, for the moments in which a stamp does not tell two states of a file apart.
enum FileDigest {
    /// Bytes that are read at most; no text of a site is longer.
    private static let limit = 8 << 20

    /// The hash of a file in an open folder, which holds for this process; 0 when the file cannot be read. Neither links
    /// nor pipes hold it up.
    static func make(_ name: UnsafePointer<CChar>, in folder: Int32) -> Int {
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var hasher = Hasher()
        var total = 0
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while total < limit {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                total += count
            }
        }
        hasher.combine(total)
        return hasher.finalize()
    }
}
