import CFileSystem
import Glibc

extension OutputCalls {
    /// The calls of the system this runs on.
    package static let disk = OutputCalls(
        kind: { path throws(SystemFailure) in
            var status = stat()
            guard lstat(path.cString, &status) == 0 else {
                guard errno == ENOENT else { throw .last }
                return nil
            }
            return Kind(mode: status.st_mode)
        },
        entries: diskEntries,
        read: { path, size throws(SystemFailure) in
            // O_NONBLOCK, so that a pipe in the place of a file does not hold the program.
            let file = try FileDescriptor(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            guard let actual = file.regularFileSize(), size == nil || actual == size else { return nil }
            return try file.read(count: actual)
        },
        create: { path, bytes throws(SystemFailure) in
            let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: fileMode)
            try file.setMode(fileMode)
            try file.write(bytes)
        },
        makeFolder: { path throws(SystemFailure) in
            try check(mkdir(path.cString, folderMode))
            try FileDescriptor(opening: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW).setMode(folderMode)
        },
        link: { from, to throws(SystemFailure) in try check(Glibc.link(from.cString, to.cString)) },
        rename: { from, to throws(SystemFailure) in try check(Glibc.rename(from.cString, to.cString)) },
        exchange: { left, right throws(SystemFailure) in
            let reason = showcase_exchange(left.cString, right.cString)
            guard reason == 0 else { throw SystemFailure(errno: reason) }
        },
        removeFile: { path throws(SystemFailure) in try check(unlink(path.cString)) },
        removeFolder: { path throws(SystemFailure) in try check(rmdir(path.cString)) },
        sync: { path throws(SystemFailure) in
            let folder = try FileDescriptor(opening: path, O_RDONLY | O_DIRECTORY)
            let reason = showcase_sync_file_system(folder.value)
            guard reason == 0 || reason == ENOSYS else { throw SystemFailure(errno: reason) }
        },
        lock: diskLock,
        unlock: { descriptor in
            // A program that another thread is starting has the file open for a moment as well: closing alone would leave it locked.
            flock(descriptor, LOCK_UN)
            close(descriptor)
        },
        isMountPoint: { showcase_path_traits($0.cString) & SHOWCASE_MOUNT_POINT != 0 },
        canRemove: { path, folder in
            access(folder.cString, W_OK | X_OK) == 0
                && showcase_path_traits(path.cString) & SHOWCASE_UNCHANGEABLE == 0
        })

    /// A web server must be able to read the site, whatever the mask of the person who builds it.
    private static let fileMode: mode_t = 0o644
    private static let folderMode: mode_t = 0o755

    private static func check(_ result: Int32) throws(SystemFailure) {
        guard result == 0 else { throw .last }
    }

    @Sendable private static func diskEntries(_ folder: RawPath) throws(SystemFailure) -> [Entry] {
        guard let directory = opendir(folder.cString) else { throw .last }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let entry = readdir(directory) {
            let name = RawPath(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
            guard name != RawPath("."), name != RawPath("..") else { continue }
            var kind = Kind(type: entry.pointee.d_type)
            if kind == nil {
                // Not every file system tells the kind with the name.
                var status = stat()
                guard lstat((folder / name).cString, &status) == 0 else { continue }
                kind = Kind(mode: status.st_mode)
            }
            entries.append(Entry(name: name, kind: kind ?? .special))
        }
        return entries
    }

    @Sendable private static func diskLock(_ path: RawPath) throws(SystemFailure) -> Lock {
        let descriptor = open(path.cString, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
        guard descriptor >= 0 else { throw .last }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            defer { _ = close(descriptor) }
            guard reason == EWOULDBLOCK else { throw SystemFailure(errno: reason) }
            var buffer = [UInt8](repeating: 0, count: 16)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            return .taken(by: String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).filter(\.isNumber))
        }
        // Who has the lock is said to whom it keeps waiting; without, the lock holds as well.
        let number = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, number, number.count, 0)
        return .held(descriptor)
    }
}

extension OutputCalls.Kind {
    /// - Parameter mode: `st_mode` of `stat(2)`.
    fileprivate init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symbolicLink
        default: self = .special
        }
    }

    /// - Parameter type: `d_type` of `readdir(3)`.
    fileprivate init?(type: UInt8) {
        switch Int(type) {
        case DT_REG: self = .file
        case DT_DIR: self = .folder
        case DT_LNK: self = .symbolicLink
        case DT_UNKNOWN: return nil
        default: self = .special
        }
    }
}

extension SystemFailure {
    /// What the last call of the system in this thread said.
    fileprivate static var last: SystemFailure { SystemFailure(errno: Glibc.errno) }
}
