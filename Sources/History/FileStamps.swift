import CGit2
import Content
import Glibc

/// Which files a history is about, and which of them changed since they were seen last.
///
/// Only files are read whose size, times or place on the disk are others than before, so that a look at ten thousand files
/// costs little. The stamps stand in an index of Git's beside the store; one that is missing or broken is made anew.
struct FileStamps {
    /// What a look has found.
    struct Seen {
        /// All files as they are.
        let files: ObjectID
        /// Paths of files that are not kept: too large, or not readable.
        let unkept: [String]
    }

    /// Files that are larger are not kept: a film is no text that is taken back.
    static let maximumByteCount = 256 * 1024 * 1024

    /// The folders whose files are kept, beside `site.config`: what people write. What the program makes, and the record of
    /// addresses that were published, which no taking back makes unpublished, are left out.
    private static let folders = ["content", "static", "themes"]
    private static let configuration = "site.config"
    /// A file that changed so shortly before it was read may change again without another time, in seconds.
    private static let settlingTime = 2

    let site: String
    let workspace: Workspace

    init(site: String) {
        self.site = site
        workspace = .disk(root: site)
    }

    /// Whether the history is about files of a path.
    static func covers(_ path: String) -> Bool {
        path == configuration
            || folders.contains { path == $0 || path.hasPrefix($0 + "/") }
                && !path.split(separator: "/").contains { Workspace.isHidden(String($0)) }
    }

    /// Looks at all files, and keeps the bytes of those that changed.
    func look(_ store: HistoryStore) throws(HistoryError) -> Seen {
        do {
            return try look(store, isAnew: false)
        } catch {
            // Stamps that name what the store does not hold are of no use.
            return try look(store, isAnew: true)
        }
    }

    private func look(_ store: HistoryStore, isAnew: Bool) throws(HistoryError) -> Seen {
        if isAnew { unlink(store.stampsPath) }
        var opened: OpaquePointer?
        if git_index_open(&opened, store.stampsPath) != 0 {
            unlink(store.stampsPath)
            guard git_index_open(&opened, store.stampsPath) == 0 else { throw HistoryStore.failure() }
        }
        guard let index = opened else { throw HistoryStore.failure() }
        defer { git_index_free(index) }
        try store.own(index)
        defer { store.disown() }
        let now = Glibc.time(nil)
        var known: Set<String> = []
        var unkept: [String] = []
        let (paths, unlisted) = try paths()
        for path in paths {
            known.insert(path)
            if try !note(path, in: index, store, now: now) { unkept.append(path) }
        }
        for path in Self.paths(of: index) where !known.contains(path) { _ = git_index_remove_bypath(index, path) }
        let files = try earlier(unkept, below: unlisted, put: store.files(of: index), store)
        store.disown()
        guard git_index_write(index) == 0 else { throw HistoryStore.failure() }
        return Seen(files: files, unkept: unkept)
    }

    /// The files as they are, of which nothing is kept.
    struct Glance {
        /// What the store calls their bytes, or would call them, by path.
        var files: [String: ObjectID] = [:]
        /// Files that cannot be read, and folders that cannot be listed: they have not gone.
        var unseen: [String] = []
    }

    /// Looks at all files without writing anything.
    func glance(_ store: HistoryStore) throws(HistoryError) -> Glance {
        var opened: OpaquePointer?
        // Without stamps, every file is read.
        let index = git_index_open(&opened, store.stampsPath) == 0 ? opened : nil
        defer { git_index_free(index) }
        let (paths, unlisted) = try paths()
        var glance = Glance(unseen: unlisted)
        for path in paths {
            var status = stat()
            guard lstat(site + "/" + path, &status) == 0 else { continue }
            if let index, let known = git_index_get_bypath(index, path, 0)?.pointee,
                Self.isSame(known, Self.entry(status))
            {
                glance.files[path] = ObjectID(text: HistoryStore.text(known.id))
            } else if status.st_size <= Self.maximumByteCount,
                let bytes = workspace.read(path, Self.maximumByteCount)
            {
                glance.files[path] = try HistoryStore.name(of: bytes)
            } else {
                glance.unseen.append(path)
            }
        }
        return glance
    }

    /// What stands on the disk and could not be kept is what it was in the newest change: it has not gone.
    private func earlier(
        _ unkept: [String], below unlisted: [String], put files: ObjectID, _ store: HistoryStore
    ) throws(HistoryError) -> ObjectID {
        guard !unkept.isEmpty || !unlisted.isEmpty, let newest = try store.newest() else { return files }
        let before = try store.change(newest).files
        var known: [(path: String, bytes: ObjectID?)] = []
        for path in unkept {
            if let object = try store.object(at: path, in: before) { known.append((path, object)) }
        }
        if !unlisted.isEmpty {
            for file in try store.differences(from: nil, to: before)
            where unlisted.contains(where: { file.path.hasPrefix($0 + "/") }) {
                known.append((file.path, file.after))
            }
        }
        return known.isEmpty ? files : try store.files(files, with: [known])[0]
    }

    /// The files, and the folders that cannot be listed.
    private func paths() throws(HistoryError) -> (files: [String], unlisted: [String]) {
        var paths: [String] = []
        var unlisted: [String] = []
        if workspace.look(Self.configuration)?.entry == .file { paths.append(Self.configuration) }
        do {
            for folder in Self.folders {
                for listing in try workspace.list(folder) {
                    switch listing.entry {
                    case .file: paths.append(listing.path)
                    case .unreadable: unlisted.append(listing.path)
                    case .symbolicLink, .special: break
                    }
                }
            }
        } catch {
            throw .store("\(error)")
        }
        return (paths, unlisted)
    }

    /// Notes a file as it is; returns whether it is kept so.
    private func note(
        _ path: String, in index: OpaquePointer, _ store: HistoryStore, now: Int
    ) throws(HistoryError) -> Bool {
        var status = stat()
        guard lstat(site + "/" + path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var entry = Self.entry(status)
        if let known = git_index_get_bypath(index, path, 0)?.pointee, Self.isSame(known, entry) { return true }
        guard status.st_size <= Self.maximumByteCount, let bytes = workspace.read(path, Self.maximumByteCount) else {
            return false
        }
        entry.id = try HistoryStore.oid(store.keep(bytes).text)
        if now - max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) < Self.settlingTime { entry.mtime.seconds = 0 }
        func add() -> Bool {
            path.withCString { name in
                entry.path = name
                return git_index_add(index, &entry) == 0
            }
        }
        if add() { return true }
        // An object of the store that is damaged is written anew.
        entry.id = try HistoryStore.oid(store.keepAnew(bytes).text)
        return add()
    }

    private static func entry(_ status: stat) -> git_index_entry {
        var entry = git_index_entry()
        entry.mode = GIT_FILEMODE_BLOB.rawValue
        entry.mtime = time(status.st_mtim)
        entry.ctime = time(status.st_ctim)
        entry.ino = UInt32(truncatingIfNeeded: status.st_ino)
        entry.dev = UInt32(truncatingIfNeeded: status.st_dev)
        entry.file_size = UInt32(truncatingIfNeeded: status.st_size)
        return entry
    }

    private static func time(_ time: timespec) -> git_index_time {
        git_index_time(seconds: Int32(truncatingIfNeeded: time.tv_sec), nanoseconds: UInt32(time.tv_nsec))
    }

    private static func isSame(_ left: git_index_entry, _ right: git_index_entry) -> Bool {
        left.mtime.seconds == right.mtime.seconds && left.mtime.nanoseconds == right.mtime.nanoseconds
            && left.ctime.seconds == right.ctime.seconds && left.ctime.nanoseconds == right.ctime.nanoseconds
            && left.ino == right.ino && left.dev == right.dev && left.file_size == right.file_size
    }

    private static func paths(of index: OpaquePointer) -> [String] {
        (0..<git_index_entrycount(index)).compactMap { number in
            git_index_get_byindex(index, number)?.pointee.path.map { String(cString: $0) }
        }
    }
}
