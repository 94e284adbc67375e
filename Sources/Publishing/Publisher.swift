import Addresses
import CFileSystem
import Dispatch
import Glibc
import Synchronization

/// The last stage of the pipeline, and the only writer of the output folder.
///
/// Everything is written into a folder beside the output. `commit` puts it in the output's place in one step, so that
/// a reader finds either the old site or the new one, and a build that fails or is killed leaves the old one as it was.
/// A file that did not change is linked instead of written: it keeps its time.
package final class Publisher: Sendable {
    /// What a commit did.
    package struct Summary: Sendable {
        package let written: Int
        package let unchanged: Int
        package let removed: Int
        /// Size of all files in bytes.
        package let bytes: Int
        /// Files of the old output that are gone, sorted, at most twenty.
        package let removedPaths: [String]
    }

    private struct Progress {
        var paths: Set<String> = []
        var written = 0
        var unchanged = 0
        var bytes = 0
        var isOpen = true
        var isSyncing = false
    }

    /// The file that marks an output folder as ours.
    package static let markerName = ".showcase-output"

    private let output: String
    private let staging: String
    private let hasOldOutput: Bool
    private let lock: Int32
    private let progress = Mutex(Progress())

    /// Takes the lock on an output folder and makes room beside it.
    ///
    /// - Parameters:
    ///   - output: absolute path of the folder to publish into; it need not exist.
    ///   - protectedPaths: absolute paths that the output must neither be nor hold.
    package init(output: String, protectedPaths: [String]) throws {
        let output = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        guard output.hasPrefix("/"), output != "/",
            !protectedPaths.contains(where: { $0 == output || $0.hasPrefix(output + "/") })
        else { throw PublishingError.protectedOutput(output) }
        guard let slash = output.lastIndex(of: "/") else { throw PublishingError.protectedOutput(output) }
        let parent = slash == output.startIndex ? "/" : String(output[..<slash])
        let name = String(output[output.index(after: slash)...])
        // Before anything is written: a refusal leaves nothing behind. Another build may still get in between, so that
        // the answer that counts is the one under the lock.
        _ = try Self.isOurs(output)
        try Self.makeFolders(parent)

        lock = try Self.lock(parent + "/.\(name).lock")
        do {
            hasOldOutput = try Self.isOurs(output)
            // What a killed build left behind; nobody else can be using it while we hold the lock.
            for leftover in FolderTree.names(in: parent) ?? [] where leftover.hasPrefix(".\(name).new-") {
                try FolderTree.remove(parent + "/" + leftover)
            }
            let staging = parent + "/.\(name).new-\(getpid())"
            // A web server must be able to read the site, whatever the mask of the person who builds it.
            _ = umask(0o022)
            guard mkdir(staging, 0o755) == 0 else {
                throw PublishingError.system(path: staging, errno: errno)
            }
            self.output = output
            self.staging = staging
        } catch {
            _ = close(lock)
            throw error
        }
        try write(
            Array("This folder is written by showcase and replaced as a whole. 本文件夹由 showcase 生成，每次整体替换。\n".utf8),
            to: OutputPath(Self.markerName))
    }

    deinit { abort() }

    /// Writes a file, or links the old one when it is the same. Safe to call from several threads.
    package func write(_ bytes: [UInt8], to path: OutputPath) throws {
        let isUnchanged = try hasOldOutput && link(bytes, to: path)
        if !isUnchanged {
            let target = staging + "/" + path.text
            try newFile(target, at: path).write(bytes, path: target)
        }
        progress.withLock { progress in
            progress.paths.insert(path.text)
            guard path.text != Self.markerName else { return }
            progress.bytes += bytes.count
            if isUnchanged { progress.unchanged += 1 } else { progress.written += 1 }
        }
    }

    /// Copies a file of the source.
    ///
    /// - Parameter source: absolute path; a symbolic link is refused.
    package func copy(from source: String, to path: OutputPath) throws {
        let file = try FileDescriptor(opening: source, O_RDONLY | O_NOFOLLOW)
        guard let size = file.regularFileSize() else { throw PublishingError.system(path: source, errno: EISDIR) }
        try write(file.read(limit: size, path: source), to: path)
    }

    /// Begins to bring what was written so far to the disk, while other work goes on.
    package func beginSync() {
        let staging = staging
        let started = progress.withLock { progress in
            guard progress.isOpen, !progress.isSyncing else { return false }
            progress.isSyncing = true
            return true
        }
        guard started else { return }
        DispatchQueue.global().async {
            // Without success `commit` does the work: a disk that fails is told there.
            guard let folder = try? FileDescriptor(opening: staging, O_RDONLY | O_DIRECTORY) else { return }
            _ = showcase_sync_file_system(folder.value)
        }
    }

    /// Puts what was written in the place of the output.
    package func commit() throws -> Summary {
        let state = progress.withLock { progress in
            defer { progress.isOpen = false }
            return progress
        }
        precondition(state.isOpen, "a publisher commits once")
        defer { _ = close(lock) }
        do {
            // Before the swap, so that a power failure after it cannot leave empty files.
            let folder = try FileDescriptor(opening: staging, O_RDONLY | O_DIRECTORY)
            let error = showcase_sync_file_system(folder.value)
            guard error == 0 || error == ENOSYS else { throw PublishingError.system(path: staging, errno: error) }
            let removed =
                hasOldOutput ? FolderTree.files(below: output).filter { !state.paths.contains($0) }.sorted() : []
            try swap()
            return Summary(
                written: state.written, unchanged: state.unchanged, removed: removed.count, bytes: state.bytes,
                removedPaths: Array(removed.prefix(20)))
        } catch {
            try? FolderTree.remove(staging)
            throw error
        }
    }

    /// Removes what was written and leaves the old output as it was. Does nothing after `commit`.
    package func abort() {
        let wasOpen = progress.withLock { progress in
            defer { progress.isOpen = false }
            return progress.isOpen
        }
        guard wasOpen else { return }
        // The next build removes what cannot be removed now.
        try? FolderTree.remove(staging)
        _ = close(lock)
    }

    private func swap() throws {
        guard hasOldOutput else {
            // An empty folder may stand there.
            _ = rmdir(output)
            guard rename(staging, output) == 0 else { throw PublishingError.system(path: output, errno: errno) }
            return
        }
        let error = showcase_exchange(staging, output)
        if error == 0 {
            try FolderTree.remove(staging)
            return
        }
        guard error == EINVAL || error == ENOSYS else { throw PublishingError.system(path: output, errno: error) }
        // A file system that cannot exchange: two steps, the shortest moment without a site that is possible.
        let old = staging + "-old"
        guard rename(output, old) == 0 else { throw PublishingError.system(path: output, errno: errno) }
        guard rename(staging, output) == 0 else {
            let error = errno
            _ = rename(old, output)
            throw PublishingError.system(path: output, errno: error)
        }
        try FolderTree.remove(old)
    }

    /// A file that is not there yet. Most folders are, so that one is made only where it is missed.
    private func newFile(_ target: String, at path: OutputPath) throws -> FileDescriptor {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        do {
            return try FileDescriptor(opening: target, flags, mode: 0o644)
        } catch PublishingError.system(_, errno: ENOENT) {
            try makeFolder(of: path)
            return try FileDescriptor(opening: target, flags, mode: 0o644)
        }
    }

    /// Links the old output's file if it holds the same bytes.
    private func link(_ bytes: [UInt8], to path: OutputPath) throws -> Bool {
        let old = output + "/" + path.text
        do {
            let file = try FileDescriptor(opening: old, O_RDONLY | O_NOFOLLOW)
            guard file.regularFileSize() == bytes.count, try file.read(limit: bytes.count, path: old) == bytes else {
                return false
            }
        } catch {
            // Not there, or not readable: it is written anew.
            return false
        }
        try makeFolder(of: path)
        return Glibc.link(old, staging + "/" + path.text) == 0
    }

    private func makeFolder(of path: OutputPath) throws {
        guard let folder = path.folder else { return }
        try makeFolder(staging + "/" + folder)
    }

    /// Makes a folder with those above it, where they are not there. Several threads may make the same one.
    private func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, path.utf8.count > staging.utf8.count, let slash = path.lastIndex(of: "/") else {
            throw PublishingError.system(path: path, errno: errno)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw PublishingError.system(path: path, errno: errno)
        }
    }

    /// Whether a folder of an earlier build stands at the output; throws when something else does.
    private static func isOurs(_ output: String) throws -> Bool {
        var status = stat()
        guard lstat(output, &status) == 0 else {
            guard errno == ENOENT else { throw PublishingError.system(path: output, errno: errno) }
            return false
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: break
        case S_IFLNK: throw PublishingError.system(path: output, errno: ELOOP)
        default: throw PublishingError.system(path: output, errno: ENOTDIR)
        }
        guard let names = FolderTree.names(in: output) else { throw PublishingError.system(path: output, errno: errno) }
        if names.isEmpty { return false }
        guard names.contains(markerName) else { throw PublishingError.foreignOutput(output) }
        return true
    }

    /// An exclusive lock that ends with the process.
    private static func lock(_ path: String) throws -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw PublishingError.system(path: path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var buffer = [UInt8](repeating: 0, count: 16)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            _ = close(descriptor)
            let holder = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            throw PublishingError.anotherBuildIsRunning(holder.filter(\.isNumber))
        }
        let pid = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, pid, pid.count, 0)
        return descriptor
    }

    private static func makeFolders(_ path: String) throws {
        var current = ""
        for component in path.split(separator: "/") {
            current += "/" + component
            guard mkdir(current, 0o755) != 0, errno != EEXIST else { continue }
            // Folders that are there may well be out of bounds for writing.
            let reason = errno
            guard access(current, F_OK) == 0 else { throw PublishingError.system(path: current, errno: reason) }
        }
    }
}
