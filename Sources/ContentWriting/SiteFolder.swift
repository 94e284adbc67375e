import Glibc

/// A folder that files are written into on a person's behalf: a site, or the place of an export.
///
/// No path leads out of it: names are checked, and no symbolic link below it is followed.
package struct SiteFolder: Sendable {
    private let root: String

    /// - Parameter root: the folder; it need not be there yet.
    package init(_ root: String) { self.root = root }

    /// Writes a file that is not there yet, and the folders above it.
    ///
    /// - Throws: `WritingError.exists` when something stands at the path.
    package func create(_ path: String, _ bytes: [UInt8]) throws {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        // A finished file gets its name at once; linking, unlike renaming, fails where one stands already.
        let temporary = try writeTemporary(bytes, in: folder, path: path, mode: 0o644)
        defer { unlinkat(folder, temporary, 0) }
        guard linkat(folder, temporary, folder, name, 0) == 0 else {
            throw errno == EEXIST ? WritingError.exists(path) : WritingError.system(path, errno)
        }
    }

    /// Writes a file, in one step over an older one, whose permissions are kept.
    package func replace(_ path: String, _ bytes: [UInt8]) throws {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        var status = stat()
        var mode: mode_t = 0o644
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw WritingError.notAFile(path) }
            mode = status.st_mode & 0o777
        }
        let temporary = try writeTemporary(bytes, in: folder, path: path, mode: mode)
        guard renameat(folder, temporary, folder, name) == 0 else {
            let reason = errno
            unlinkat(folder, temporary, 0)
            throw WritingError.system(path, reason)
        }
    }

    /// Whether anything stands at a path, be it a link that leads nowhere.
    package func holds(_ path: String) -> Bool {
        var status = stat()
        return lstat(root + "/" + path, &status) == 0
    }

    /// Whether the folder has no files, or is not there.
    package var isEmpty: Bool {
        guard let directory = opendir(root) else { return errno == ENOENT }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { return false }
        }
        return true
    }

    // MARK: Steps

    /// Opens the folder of a path, made where it is missing, step by step without following links.
    private func openFolder(of path: String) throws -> (folder: Int32, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isUsable = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
        guard isUsable, let name = parts.last else { throw WritingError.outside(path) }
        try makeRoot()
        var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw WritingError.system(root, errno) }
        for part in parts.dropLast() {
            _ = mkdirat(folder, part, 0o755)
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let reason = errno
            close(folder)
            guard next >= 0 else {
                // With O_DIRECTORY, a link to a folder is answered with ENOTDIR.
                throw reason == ELOOP || reason == ENOTDIR
                    ? WritingError.notAFolder(path) : WritingError.system(path, reason)
            }
            folder = next
        }
        return (folder, name)
    }

    private func makeRoot() throws {
        var status = stat()
        guard stat(root, &status) != 0 else { return }
        var made = root.hasPrefix("/") ? "" : "."
        for part in root.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw WritingError.system(made, errno) }
        }
    }

    /// Writes a file under a name of its own.
    private func writeTemporary(_ bytes: [UInt8], in folder: Int32, path: String, mode: mode_t) throws -> String {
        let name = ".showcase-\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { throw WritingError.system(path, errno) }
        var reason: Int32 = 0
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count, reason == 0 {
                let count = write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count >= 0 { offset += count } else if errno != EINTR { reason = errno }
            }
        }
        if reason == 0, fchmod(file, mode) != 0 || fsync(file) != 0 { reason = errno }
        if close(file) != 0, reason == 0 { reason = errno }
        guard reason == 0 else {
            unlinkat(folder, name, 0)
            throw WritingError.system(path, reason)
        }
        return name
    }
}
