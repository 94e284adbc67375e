import Glibc
import Synchronization

/// A file that is being sent, below `.showcase/uploads` of a site until somebody has looked into it; it goes with its last
/// holder.
package final class UploadFile: Sendable {
    private struct State {
        var descriptor: Int32
        var count = 0
    }

    private static let folder = ".showcase/uploads"

    private let state: Mutex<State>

    /// Makes an empty file that has no name any more: whatever becomes of the program, nothing is left of it.
    ///
    /// - Throws: `WritingError`.
    package init(of site: SiteFolder) throws {
        let name = SiteFolder.temporaryName()
        let path = Self.folder + "/" + name
        let (folder, _) = try site.openFolder(of: path)
        defer { close(folder) }
        let descriptor = openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WritingError.system(path, errno) }
        unlinkat(folder, name, 0)
        state = Mutex(State(descriptor: descriptor))
    }

    deinit { discard() }

    /// Bytes that have come.
    package var count: Int { state.withLock { $0.count } }

    /// Adds bytes at the end.
    ///
    /// - Throws: `WritingError`, as on a full disk.
    package func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            var offset = 0
            while offset < bytes.count {
                let done = bytes.withUnsafeBytes {
                    write(state.descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
                }
                guard done >= 0 || errno == EINTR else { throw WritingError.system(Self.folder, errno) }
                offset += max(done, 0)
            }
            state.count += bytes.count
        }
    }

    /// All bytes that have come.
    ///
    /// - Throws: `WritingError`.
    package func bytes() throws -> [UInt8] {
        try state.withLock { state in
            guard lseek(state.descriptor, 0, SEEK_SET) == 0 else { throw WritingError.system(Self.folder, errno) }
            return try SiteFolder.read(state.descriptor, count: state.count, path: Self.folder)
        }
    }

    /// Gives the file up.
    package func discard() {
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            state.descriptor = -1
        }
    }
}
