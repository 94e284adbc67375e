import Glibc

/// Which file it is, whatever its name.
struct FileIdentity: Sendable, Hashable {
    /// The file system.
    let device: UInt64
    private let inode: UInt64

    /// The file that a call such as fstat(2) described.
    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// The file at a path, links followed; `nil` when there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// What the file system says about a file without reading it; another stamp means another state of the file.
struct FileStamp: Sendable, Hashable {
    /// The type, of `S_IFMT`; 0 when the file could not be asked about.
    private let type: UInt32
    private let identity: FileIdentity
    /// In bytes; the errno of a file that could not be asked about.
    private let size: Int64
    /// In nanoseconds since 1970.
    private let modified: Int64
    /// The time of the last change of contents, mode, name or links, in nanoseconds since 1970. Programs that set the
    /// other time back do not reach it.
    private let statusChanged: Int64

    /// The state that a call such as fstatat(2) described.
    init(_ status: stat) {
        type = status.st_mode & S_IFMT
        identity = FileIdentity(status)
        size = Int64(status.st_size)
        modified = FileStamp.nanoseconds(status.st_mtim)
        statusChanged = FileStamp.nanoseconds(status.st_ctim)
    }

    /// A file that could not be asked about.
    init(problem: SystemError) {
        type = 0
        identity = FileIdentity(stat())
        size = Int64(problem.code)
        modified = 0
        statusChanged = 0
    }

    /// Whether it has contents: no link, pipe or device.
    var isRegularFile: Bool { type == S_IFREG }

    /// Whether the file may still change without another stamp: the clock of the file system has not moved on since the
    /// last change. Its ticks are up to 10 ms long (Linux stamps files with the time of the last timer interrupt), or
    /// 2 s where it keeps whole seconds only, as FAT does.
    /// - Parameter time: in nanoseconds since 1970, not later than the moment at which the stamp was taken.
    func isFresh(at time: Int64) -> Bool {
        let tick: Int64 = statusChanged % 1_000_000_000 == 0 ? 2_100_000_000 : 20_000_000
        return statusChanged > time - tick
    }

    /// The time by the system's clock, in nanoseconds since 1970.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

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
