import CFileSystem
import Glibc

/// A folder that files are written into on a person's behalf: a site, or the place of an export. The one place through
/// which content is written.
///
/// No path leads out of it: names are checked, and no symbolic link below it is followed. Writers of a site's content wait
/// for each other, and nothing is written over that is not what its writer read.
package struct SiteFolder: Sendable {
    private let root: String
    /// Told of what is written of content; `nil` where nobody asks.
    private let log: WritingLog?

    /// Files that are not written, because others changed what they were to replace, are kept below this folder.
    private static let keepingFolder = "imports/not-written"
    private static let lockPath = ".showcase/content.lock"
    private static let newFileMode: mode_t = 0o644

    /// - Parameters:
    ///   - root: the folder; it need not be there yet.
    ///   - log: told of what is written by `create` and `replace`.
    package init(_ root: String, log: WritingLog? = nil) {
        self.root = root
        self.log = log
    }

    /// Writes a file of a site that is not there yet, and the folders above it.
    ///
    /// - Throws: `WritingError.exists` when something stands at the path.
    package func create(_ path: String, _ bytes: [UInt8]) throws {
        let lock = try lock()
        guard try put(Replacement(path, bytes, over: .absent), under: lock) else { throw WritingError.exists(path) }
    }

    /// Writes files of a site over what was read of them, in one step each, with the permissions that they have, or removes
    /// them.
    ///
    /// Where one of them is not what was read any more, none is written, or no further one: what others saved stays, and
    /// what was to be written is kept beside the content.
    ///
    /// - Throws: `WritingError.changed` with the places of both versions.
    package func replace(_ files: [Replacement]) throws {
        let lock = try lock()
        try replace(files, under: lock)
    }

    /// Does so under a lock that the writer holds already.
    package func replace(_ files: [Replacement], under lock: borrowing ContentLock) throws {
        for file in files where try !stands(file.before, at: file.path) {
            throw try refusal(of: files, at: file, under: lock)
        }
        for (index, file) in files.enumerated() where try !put(file, under: lock) {
            throw try refusal(of: Array(files[index...]), at: file, under: lock)
        }
    }

    /// Waits until no other writer of this site is at work.
    package func lock() throws -> ContentLock {
        let (folder, name) = try openFolder(of: Self.lockPath)
        defer { close(folder) }
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = openat(folder, name, flags, Self.newFileMode)
        guard descriptor >= 0 else { throw WritingError.system(Self.lockPath, errno) }
        do {
            return try ContentLock(waitingFor: descriptor)
        } catch {
            throw WritingError.system(Self.lockPath, error.errno)
        }
    }

    /// Writes a file that is no content, in one step over whatever file stands there: an export or a list that a person
    /// named or said yes to.
    package func overwrite(_ path: String, _ bytes: [UInt8]) throws {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        let mode = try mode(of: name, in: folder, path: path) ?? Self.newFileMode
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

    // MARK: Writing

    /// Puts a file in the place of a version, or takes it away; returns whether that version stood there.
    private func put(_ file: Replacement, under _: borrowing ContentLock) throws -> Bool {
        let isDone =
            switch file.after {
            case .bytes(let bytes): try put(bytes, at: file.path, over: file.before)
            case .absent: try remove(file.path, over: file.before)
            }
        if isDone { log?.add(file) }
        return isDone
    }

    /// Puts a file in the place of a version; returns whether that stood there. Other programs know no lock: the two files
    /// change places first, and what came out is looked at, so that a save is never lost between a look and a step.
    private func put(_ bytes: [UInt8], at path: String, over version: FileVersion) throws -> Bool {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        let mode = version == .absent ? nil : try mode(of: name, in: folder, path: path)
        if version != .absent, mode == nil { return false }
        let temporary = try writeTemporary(bytes, in: folder, path: path, mode: mode ?? Self.newFileMode)
        defer { unlinkat(folder, temporary, 0) }
        guard version != .absent else {
            return try place(temporary, at: name, in: folder, path: path)
        }
        switch showcase_exchange_in(folder, temporary, name) {
        case 0: break
        case ENOENT: return false
        case EINVAL, ENOSYS, EOPNOTSUPP:
            // A file system that cannot exchange: between the look and the step nothing is sure.
            guard try stands(version, named: name, in: folder, path: path) else { return false }
            guard renameat(folder, temporary, folder, name) == 0 else { throw WritingError.system(path, errno) }
            return true
        case let reason: throw WritingError.system(path, reason)
        }
        // The file that was replaced has the temporary name now, under which nobody opens it any more.
        if try stands(version, named: temporary, in: folder, path: path) { return true }
        let reason = showcase_exchange_in(folder, temporary, name)
        guard reason == 0 else { throw WritingError.system(path, reason) }
        // Somebody may have saved once more between the two steps: that save has the temporary name now.
        try keepUnless(.bytes(bytes), named: temporary, in: folder, path: path)
        return false
    }

    /// Gives a file the name that it is to have, at which nothing may stand; returns whether nothing did.
    private func place(_ temporary: String, at name: String, in folder: Int32, path: String) throws -> Bool {
        var reason = showcase_rename_new(folder, temporary, name)
        if [EINVAL, ENOSYS, EOPNOTSUPP].contains(reason) {
            // Linking, unlike renaming, fails where something stands already.
            reason = linkat(folder, temporary, folder, name, 0) == 0 ? 0 : errno
        }
        guard reason == 0 || reason == EEXIST else { throw WritingError.system(path, reason) }
        return reason == 0
    }

    /// Keeps what stands under a temporary name beside the content where it is not what the writer put there: others saved it.
    private func keepUnless(_ own: FileVersion, named name: String, in folder: Int32, path: String) throws {
        guard try !stands(own, named: name, in: folder, path: path) else { return }
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        _ = try keep(Self.read(file, count: Int(status.st_size), path: path), of: path)
    }

    /// Takes a version away, and the folders that are empty without it; returns whether it stood there. Other programs know
    /// no lock: the file gets another name first, and is looked at under it.
    private func remove(_ path: String, over version: FileVersion) throws -> Bool {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        guard version != .absent else { return try stands(.absent, named: name, in: folder, path: path) }
        guard try mode(of: name, in: folder, path: path) != nil else { return false }
        let aside = Self.temporaryName()
        guard renameat(folder, name, folder, aside) == 0 else {
            guard errno == ENOENT else { throw WritingError.system(path, errno) }
            return false
        }
        guard try stands(version, named: aside, in: folder, path: path) else {
            // What somebody saved goes back to its place; where that is taken again, it stays beside it.
            if try !place(aside, at: name, in: folder, path: path) {
                try keepUnless(.absent, named: aside, in: folder, path: path)
            }
            unlinkat(folder, aside, 0)
            return false
        }
        guard unlinkat(folder, aside, 0) == 0 else { throw WritingError.system(path, errno) }
        removeEmptyFolders(above: path)
        return true
    }

    /// Removes the folders of a path that hold nothing, but for the first one.
    private func removeEmptyFolders(above path: String) {
        var parts = path.split(separator: "/").dropLast()
        while parts.count > 1, let name = parts.popLast() {
            // A folder that cannot be opened, or is not empty, is left as it is.
            guard let (folder, _) = try? openFolder(of: (parts + [name]).joined(separator: "/")) else { return }
            defer { close(folder) }
            guard unlinkat(folder, String(name), AT_REMOVEDIR) == 0 else { return }
        }
    }

    /// The error about files that are not written, which are kept.
    private func refusal(
        of files: [Replacement], at changed: Replacement, under lock: borrowing ContentLock
    ) throws -> WritingError {
        var kept: [String] = []
        for file in files {
            guard case .bytes(let bytes) = file.after else { continue }
            kept.append(try keep(bytes, of: file.path))
        }
        return WritingError.changed(changed.path, kept: kept)
    }

    /// Writes a file beside the content, under the first name that is free; returns its path.
    private func keep(_ bytes: [UInt8], of path: String) throws -> String {
        let inside = path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
        let dot = inside.lastIndex(of: ".") ?? inside.endIndex
        var number = 1
        while true {
            let name = number == 1 ? inside : "\(inside[..<dot])-\(number)\(inside[dot...])"
            let path = Self.keepingFolder + "/" + name
            if try put(bytes, at: path, over: .absent) { return path }
            number += 1
        }
    }

    // MARK: Looking

    /// Whether a version stands at a path.
    private func stands(_ version: FileVersion, at path: String) throws -> Bool {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        return try stands(version, named: name, in: folder, path: path)
    }

    /// Whether a version stands under a name, and nobody has it open to write into it.
    private func stands(_ version: FileVersion, named name: String, in folder: Int32, path: String) throws -> Bool {
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            switch errno {
            case ENOENT: return version == .absent
            case ELOOP: throw WritingError.notAFile(path)
            default: throw WritingError.system(path, errno)
            }
        }
        defer { close(file) }
        guard case .bytes(let expected) = version else { return false }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw WritingError.notAFile(path) }
        guard status.st_size == expected.count, showcase_has_writer(file) == 0 else { return false }
        return try Self.read(file, count: expected.count + 1, path: path) == expected
    }

    private static func read(_ file: Int32, count: Int, path: String) throws -> [UInt8] {
        var reason: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            done = 0
            while done < count {
                let part = Glibc.read(file, buffer.baseAddress?.advanced(by: done), count - done)
                if part < 0, errno == EINTR { continue }
                if part < 0 { reason = errno }
                guard part > 0 else { return }
                done += part
            }
        }
        guard reason == 0 else { throw WritingError.system(path, reason) }
        return bytes
    }

    /// The permissions of a file; `nil` where there is none.
    ///
    /// - Throws: `WritingError.notAFile` for anything else.
    private func mode(of name: String, in folder: Int32, path: String) throws -> mode_t? {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else { throw WritingError.notAFile(path) }
        return status.st_mode & 0o777
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

    /// A name that no other writer takes, and no site has.
    private static func temporaryName() -> String {
        ".showcase-\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    }

    /// Writes a file under a name of its own.
    private func writeTemporary(_ bytes: [UInt8], in folder: Int32, path: String, mode: mode_t) throws -> String {
        let name = Self.temporaryName()
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
