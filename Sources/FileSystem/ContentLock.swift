import Glibc

/// What a writer of a site's content holds while nobody else of the program writes there: until it is given up, or the
/// process ends.
///
/// The file that is locked names what the writer is about to leave for a moment under other names. Where the process is
/// killed, the next one that takes the lock finds it there. A class, so that the descriptor is closed by its last holder.
package final class ContentLock: Sendable {
    /// A file that a writer has under another name for a moment.
    struct Left: Sendable, Equatable {
        /// The name that it has, in the folder of the path.
        let name: String
        /// The file that it is to become, or was.
        let path: String
    }

    private let descriptor: Int32
    /// What a writer that was killed has left.
    let left: [Left]

    /// More than a writer of ten thousand files notes.
    private static let maximumByteCount = 4 * 1024 * 1024

    private init(holding descriptor: Int32) {
        self.descriptor = descriptor
        left = Self.read(descriptor)
    }

    /// Waits until an open file is locked.
    ///
    /// - Parameters:
    ///   - descriptor: the file, which the lock takes over; closed where it cannot be locked.
    ///   - onWait: told once where somebody else holds the lock, before it is waited for.
    /// - Throws: `errno` where it cannot be locked.
    static func wait(for descriptor: Int32, onWait: () -> Void) throws(SystemFailure) -> ContentLock {
        var flags = LOCK_EX | LOCK_NB
        while flock(descriptor, flags) != 0 {
            let reason = errno
            if reason == EWOULDBLOCK, flags & LOCK_NB != 0 {
                onWait()
                flags = LOCK_EX
            } else if reason != EINTR {
                close(descriptor)
                throw SystemFailure(errno: reason)
            }
        }
        return ContentLock(holding: descriptor)
    }

    deinit {
        // Nothing is under another name any more, unless this process is killed before it comes here.
        ftruncate(descriptor, 0)
        // A program that another thread is starting has the file open for a moment as well: closing alone would leave it locked.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Notes that a file is about to have another name.
    func note(_ name: String, of path: String) {
        let bytes = Array((name + "\0" + path + "\0").utf8)
        var status = stat()
        // What cannot be noted, as on a full disk, is written nevertheless: only a kill within this moment would leave it.
        guard fstat(descriptor, &status) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, status.st_size)
    }

    private static func read(_ descriptor: Int32) -> [Left] {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0, status.st_size <= maximumByteCount else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let parts = bytes.prefix(max(count, 0)).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return stride(from: 0, to: parts.count - 1, by: 2).map { Left(name: parts[$0], path: parts[$0 + 1]) }
    }

    /// What the system said.
    struct SystemFailure: Error {
        let errno: Int32
    }
}
