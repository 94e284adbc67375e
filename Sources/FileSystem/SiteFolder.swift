import CFileSystem
import Glibc

/// A folder that files are written into on a person's behalf: a site, or the place of an export. The one place through
/// which content is written.
///
/// No path leads out of it: names are checked, and no symbolic link below it is followed. Writers of a site's content wait
/// for each other, and nothing is written over that is not what its writer read.
package struct SiteFolder: Sendable {
    let root: String
    /// What is written of content belongs to it; `nil` where every call is a step of its own.
    private let step: WritingStep?
    private let onWait: @Sendable () -> Void
    private let calls: FolderCalls

    /// Files that are not written, because others changed what they were to replace, are kept below this folder.
    private static let keepingFolder = "imports/not-written"
    private static let lockPath = ".showcase/content.lock"
    static let newFileMode: mode_t = 0o644

    /// - Parameters:
    ///   - root: the folder; it need not be there yet.
    ///   - step: what `create` and `replace` write belongs to it, and is written under its lock.
    ///   - onWait: told once where another writer is waited for.
    package init(_ root: String, step: WritingStep? = nil, onWait: @escaping @Sendable () -> Void = {}) {
        self.init(root, step: step, onWait: onWait, calls: .system)
    }

    init(
        _ root: String, step: WritingStep? = nil, onWait: @escaping @Sendable () -> Void = {}, calls: FolderCalls
    ) {
        self.root = root
        self.step = step
        self.onWait = onWait
        self.calls = calls
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
    package func replace(_ files: [Replacement], under lock: ContentLock) throws {
        for file in files where try !stands(file.before, at: file.path) {
            throw try refusal(of: files, at: file, under: lock)
        }
        for (index, file) in files.enumerated() where try !put(file, under: lock) {
            throw try refusal(of: Array(files[index...]), at: file, under: lock)
        }
    }

    /// Waits until no other writer of this site is at work, and puts aside what one that was killed has left. The lock of the
    /// step, where there is one.
    package func lock() throws -> ContentLock {
        guard let step else { return try takeLock() }
        return try step.held(takeLock)
    }

    private func takeLock() throws -> ContentLock {
        let (folder, name) = try openFolder(of: Self.lockPath)
        defer { close(folder) }
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = openat(folder, name, flags, Self.newFileMode)
        guard descriptor >= 0 else { throw WritingError.system(Self.lockPath, errno) }
        let lock: ContentLock
        do {
            lock = try ContentLock.wait(for: descriptor, onWait: onWait)
        } catch {
            throw WritingError.system(Self.lockPath, error.errno)
        }
        for left in lock.left { try gather(left, under: lock) }
        return lock
    }

    /// Keeps what a killed writer has left under another name: it may be a save of somebody else, which came out of an exchange
    /// and was not looked at any more.
    private func gather(_ left: ContentLock.Left, under lock: ContentLock) throws {
        guard Self.isTemporary(left.name), let (folder, name) = try? openFolder(of: left.path, isMade: false) else {
            return
        }
        defer { close(folder) }
        guard faccessat(folder, left.name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        guard try keepUnlessSame(as: name, left: left.name, in: folder, path: left.path, under: lock) else { return }
        unlinkat(folder, left.name, 0)
    }

    /// Keeps a file that was left, unless the same bytes stand in its place; returns whether it may go.
    private func keepUnlessSame(
        as name: String, left: String, in folder: Int32, path: String, under lock: ContentLock
    ) throws -> Bool {
        guard let bytes = try bytes(named: left, in: folder, path: path) else { return false }
        guard !bytes.isEmpty, try bytes != self.bytes(named: name, in: folder, path: path) else { return true }
        _ = try keep(bytes, of: path, under: lock)
        return true
    }

    /// Writes a file that is no content, in one step over whatever file stands there: an export or a list that a person
    /// named or said yes to.
    package func overwrite(_ path: String, _ bytes: [UInt8]) throws {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        let mode = try mode(of: name, in: folder, path: path) ?? Self.newFileMode
        let temporary = Self.temporaryName()
        try writeTemporary(bytes, named: temporary, in: folder, path: path, mode: mode)
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
    private func put(_ file: Replacement, under lock: ContentLock) throws -> Bool {
        let isDone =
            switch file.after {
            case .bytes(let bytes): try put(bytes, at: file.path, over: file.before, under: lock)
            case .absent: try remove(file.path, over: file.before, under: lock)
            }
        if isDone { step?.add(file) }
        return isDone
    }

    /// Puts a file in the place of a version; returns whether that stood there. Other programs know no lock: the two files
    /// change places first, and what came out is looked at, so that a save is never lost between a look and a step.
    private func put(
        _ bytes: [UInt8], at path: String, over version: FileVersion, under lock: ContentLock
    ) throws -> Bool {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        let mode = version == .absent ? nil : try mode(of: name, in: folder, path: path)
        if version != .absent, mode == nil { return false }
        let temporary = Self.temporaryName()
        lock.note(temporary, of: path)
        try writeTemporary(bytes, named: temporary, in: folder, path: path, mode: mode ?? Self.newFileMode)
        // Whether what has the temporary name is our own, or kept.
        var mayGo = true
        defer { if mayGo { unlinkat(folder, temporary, 0) } }
        guard version != .absent else {
            return try place(temporary, at: name, in: folder, path: path)
        }
        switch calls.exchange(folder, temporary, name) {
        case 0: break
        case ENOENT: return false
        case EINVAL, ENOSYS, EOPNOTSUPP:
            // A file system that cannot exchange: between the look and the step nothing is sure.
            guard try stands(version, named: name, in: folder, path: path) else { return false }
            let reason = calls.moveOver(folder, temporary, name)
            guard reason == 0 else { throw WritingError.system(path, reason) }
            return true
        case let reason: throw WritingError.system(path, reason)
        }
        // The file that was replaced has the temporary name now, under which nobody opens it any more.
        mayGo = false
        let look = Result { try stands(version, named: temporary, in: folder, path: path) }
        if case .success(true) = look {
            mayGo = true
            return true
        }
        let reason = calls.exchange(folder, temporary, name)
        // Somebody may have saved once more between the two steps: that save has the temporary name now.
        mayGo = try keepUnless(.bytes(bytes), named: temporary, in: folder, path: path, under: lock)
        guard reason == 0 else { throw WritingError.system(path, reason) }
        return try look.get()
    }

    /// Gives a file the name that it is to have, at which nothing may stand; returns whether nothing did.
    private func place(_ temporary: String, at name: String, in folder: Int32, path: String) throws -> Bool {
        var reason = calls.renameNew(folder, temporary, name)
        if [EINVAL, ENOSYS, EOPNOTSUPP].contains(reason) {
            // Linking, unlike renaming, fails where something stands already.
            reason = calls.link(folder, temporary, name)
        }
        if [EPERM, ENOSYS, EOPNOTSUPP, EMLINK].contains(reason) {
            // A file system without links: an empty file that nobody else could make holds the name meanwhile.
            let holder = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, Self.newFileMode)
            reason = holder >= 0 ? 0 : errno
            if holder >= 0 {
                close(holder)
                reason = calls.moveOver(folder, temporary, name)
            }
        }
        guard reason == 0 || reason == EEXIST else { throw WritingError.system(path, reason) }
        return reason == 0
    }

    /// Keeps what stands under a temporary name beside the content where it is not what the writer put there: others saved it.
    ///
    /// - Returns: whether what has the name may go.
    private func keepUnless(
        _ own: FileVersion, named name: String, in folder: Int32, path: String, under lock: ContentLock
    ) throws -> Bool {
        guard try !stands(own, named: name, in: folder, path: path) else { return true }
        guard let bytes = try bytes(named: name, in: folder, path: path) else { return false }
        _ = try keep(bytes, of: path, under: lock)
        return true
    }

    /// Takes a version away, and the folders that are empty without it; returns whether it stood there. Other programs know
    /// no lock: the file gets another name first, and is looked at under it.
    private func remove(_ path: String, over version: FileVersion, under lock: ContentLock) throws -> Bool {
        let (folder, name) = try openFolder(of: path)
        defer { close(folder) }
        guard version != .absent else { return try stands(.absent, named: name, in: folder, path: path) }
        guard try mode(of: name, in: folder, path: path) != nil else { return false }
        let aside = Self.temporaryName()
        lock.note(aside, of: path)
        switch calls.moveOver(folder, name, aside) {
        case 0: break
        case ENOENT: return false
        case let reason: throw WritingError.system(path, reason)
        }
        let look = Result { try stands(version, named: aside, in: folder, path: path) }
        if case .success(true) = look {
            guard unlinkat(folder, aside, 0) == 0 else { throw WritingError.system(path, errno) }
            removeEmptyFolders(above: path)
            return true
        }
        // What somebody saved goes back to its place; where that is taken again, or cannot be, it is kept beside the content.
        let placed = Result { try place(aside, at: name, in: folder, path: path) }
        var mayGo = true
        if case .success(true) = placed {
        } else {
            mayGo = try keepUnless(.absent, named: aside, in: folder, path: path, under: lock)
        }
        if mayGo { unlinkat(folder, aside, 0) }
        _ = try placed.get()
        return try look.get()
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
        of files: [Replacement], at changed: Replacement, under lock: ContentLock
    ) throws -> WritingError {
        var kept: [String] = []
        for file in files {
            guard case .bytes(let bytes) = file.after else { continue }
            kept.append(try keep(bytes, of: file.path, under: lock))
        }
        return WritingError.changed(changed.path, kept: kept)
    }

    /// Writes a file beside the content, under the first name that is free; returns its path.
    private func keep(_ bytes: [UInt8], of path: String, under lock: ContentLock) throws -> String {
        let inside = path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
        let dot = inside.lastIndex(of: ".") ?? inside.endIndex
        var number = 1
        while true {
            let name = number == 1 ? inside : "\(inside[..<dot])-\(number)\(inside[dot...])"
            let path = Self.keepingFolder + "/" + name
            if try put(bytes, at: path, over: .absent, under: lock) { return path }
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

    /// The bytes of a file under a name; `nil` where there is none, or something else.
    private func bytes(named name: String, in folder: Int32, path: String) throws -> [UInt8]? {
        let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return try Self.read(file, count: Int(status.st_size), path: path)
    }

    static func read(_ file: Int32, count: Int, path: String) throws -> [UInt8] {
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
}
