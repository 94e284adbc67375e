import Glibc

/// A folder below a site that is open, reached without following symbolic links; closed when its scope ends.
///
/// Its files are regular ones: nothing is read through a link or from a pipe, and a file is replaced in one step.
package struct CacheFolder: ~Copyable {
    struct File {
        let name: String
        /// In bytes.
        let size: Int
        /// Seconds since 1970.
        let modified: Int
        /// In seconds.
        let age: Int
    }

    let descriptor: Int32

    /// What is under a name in the folder.
    package enum Contents: Sendable, Equatable {
        case bytes([UInt8])
        case absent
        /// Something else than a regular file, a file that is too large, or one that cannot be read.
        case unusable
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// - Parameters:
    ///   - site: the folder that holds `site.config`.
    ///   - names: of the folder below it and of those below that, at least one.
    ///   - creates: whether the folders are made where they are not there.
    /// - Returns: `nil` with `errno` where there is no such folder, or a symbolic link in the place of one.
    package static func open(site: String, _ names: String..., creates: Bool) -> CacheFolder? {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var descriptor = AT_FDCWD
        for (depth, name) in names.enumerated() {
            let path = depth == 0 ? site + "/" + name : name
            if creates { mkdirat(descriptor, path, 0o755) }
            let inner = openat(descriptor, path, flags)
            let error = errno
            if descriptor >= 0 { close(descriptor) }
            errno = error
            guard inner >= 0 else { return nil }
            descriptor = inner
        }
        return CacheFolder(descriptor: descriptor)
    }

    deinit { close(descriptor) }

    /// Reads a whole file.
    package func contents(of name: String, maximumBytes: Int) -> Contents {
        // O_NONBLOCK, so that a pipe in the place of the file does not hold the program.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return errno == ENOENT ? .absent : .unusable }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= maximumBytes else {
            return .unusable
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                read(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .unusable }
            offset += count
        }
        return .bytes(bytes)
    }

    /// Puts a file of some parts in the place of what is under a name, in one step; returns whether that was possible.
    package func replace(_ name: String, with parts: [UInt8]...) -> Bool {
        // Threads and programs that make the same file do not write into each other's.
        let temporaryName = ".\(name).\(getpid())-\(UInt64.random(in: .min ... .max))"
        let file = openat(descriptor, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        let isWritten = parts.allSatisfy { Self.write($0, to: file) }
        guard close(file) == 0, isWritten, renameat(descriptor, temporaryName, descriptor, name) == 0 else {
            unlinkat(descriptor, temporaryName, 0)
            return false
        }
        return true
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            offset += count
        }
        return true
    }

    /// The regular files in it.
    func files() -> [File] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { return [] }
        defer { closedir(stream) }
        let now = time(nil)
        var files: [File] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
            else { continue }
            files.append(
                File(
                    name: name, size: Int(status.st_size), modified: status.st_mtim.tv_sec,
                    age: now - status.st_mtim.tv_sec))
        }
        return files
    }
}
