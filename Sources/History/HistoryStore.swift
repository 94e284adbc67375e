import CFileSystem
import CGit2
import Glibc

/// What the store calls the bytes of a file, a list of files, or a change.
struct ObjectID: Sendable, Hashable {
    let text: String
}

/// A store of changes below a site's folder: a bare Git repository of libgit2 with one branch, whose commits are the changes.
///
/// Bytes are kept as they are: attributes, line ends, ignore lists and settings of Git play no part. The owner holds the lock
/// of the site's content while a store is open.
final class HistoryStore {
    static let folder = ".showcase/history"

    private static let branch = "refs/heads/main"
    /// What is to be done to several files, kept while it is done.
    private static let intention = "refs/showcase/intention"
    /// Whether the library has begun; asked before anything of it is called.
    static let isLibraryReady = showcase_git_begin() >= 0
    /// Folders and files of a store that Git locks by a file beside them.
    private static let lockedNames = ["HEAD", "config", "stamps", "packed-refs", branch, intention]

    private let repository: OpaquePointer
    /// Where the stamps of the files that were seen last are kept.
    let stampsPath: String

    /// What a store is opened for.
    enum Use {
        /// To look into it, without any lock.
        case reader
        /// To add changes, by the holder of the lock.
        case writer
        /// To add changes, by the holder of the lock; made where there is none.
        case maker
    }

    /// Opens the store of a site.
    ///
    /// - Returns: `nil` where there is none, and none is made.
    /// - Throws: `HistoryError`.
    static func open(site: String, as use: Use) throws(HistoryError) -> HistoryStore? {
        guard isLibraryReady else { throw failure() }
        let path = site + "/" + folder
        guard try isBegun(site: site) else { return use == .maker ? try HistoryStore(making: path) : nil }
        try StoreInspection(path).inspect()
        if use != .reader {
            // Whoever held the lock of the content has ended: what is locked inside was left by a process that was killed.
            for name in lockedNames { unlink(path + "/" + name + ".lock") }
        }
        var repository: OpaquePointer?
        let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_BARE.rawValue
        let result = git_repository_open_ext(&repository, path, flags, nil)
        if result == GIT_ENOTFOUND.rawValue {
            // A process was killed while it made the store.
            return use == .maker ? try HistoryStore(making: path) : nil
        }
        guard result == 0, let repository else { throw failure() }
        return HistoryStore(repository, path)
    }

    /// Whether a site has a store.
    static func isBegun(site: String) throws(HistoryError) -> Bool {
        guard try isFolder(site + "/.showcase", named: ".showcase") else { return false }
        return try isFolder(site + "/" + folder, named: folder)
    }

    private init(_ repository: OpaquePointer, _ path: String) {
        self.repository = repository
        stampsPath = path + "/stamps"
    }

    /// Makes an empty store.
    private convenience init(making path: String) throws(HistoryError) {
        var options = git_repository_init_options()
        git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
        options.flags =
            GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_NO_DOTGIT_DIR.rawValue
            | GIT_REPOSITORY_INIT_MKPATH.rawValue
        options.mode = 0o755
        var repository: OpaquePointer?
        let result = "main".withCString { branch in
            options.initial_head = branch
            return git_repository_init_ext(&repository, path, &options)
        }
        guard result == 0, let repository else { throw Self.failure() }
        self.init(repository, path)
        // Names of files are told apart by their bytes here; what other systems take for `.git` is a name like any other.
        for name in ["core.protectNTFS", "core.protectHFS", "core.ignorecase", "core.precomposeunicode"] {
            try set(name, to: "false")
        }
    }

    deinit { git_repository_free(repository) }

    /// Whether there is a folder; a link in its place is none that may be used.
    private static func isFolder(_ path: String, named name: String) throws(HistoryError) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(name) }
        return true
    }

    // MARK: Changes

    /// The newest change; `nil` in an empty store.
    func newest() throws(HistoryError) -> ChangeID? { try target(of: Self.branch) }

    /// What was begun on several files and not ended.
    func intended() throws(HistoryError) -> ChangeID? { try target(of: Self.intention) }

    private func target(of reference: String) throws(HistoryError) -> ChangeID? {
        var oid = git_oid()
        let result = git_reference_name_to_id(&oid, repository, reference)
        guard result != GIT_ENOTFOUND.rawValue else { return nil }
        guard result == 0 else { throw Self.failure() }
        return ChangeID(Self.text(oid))
    }

    /// Adds a change of all files, and makes it the newest.
    func add(_ note: ChangeNote, files: ObjectID) throws(HistoryError) -> ChangeID {
        let id = try commit(note, files: files)
        try point(Self.branch, to: id)
        return id
    }

    /// Keeps what is to be done to several files.
    func intend(_ note: ChangeNote, files: ObjectID) throws(HistoryError) {
        try point(Self.intention, to: try commit(note, files: files))
    }

    /// What was begun is done, or given up.
    func endIntention() throws(HistoryError) {
        let result = git_reference_remove(repository, Self.intention)
        guard result == 0 || result == GIT_ENOTFOUND.rawValue else { throw Self.failure() }
    }

    private func point(_ reference: String, to id: ChangeID) throws(HistoryError) {
        // All that the change names is on the disk before anything names the change.
        sync()
        var oid = try Self.oid(id.text)
        var made: OpaquePointer?
        let result = git_reference_create(&made, repository, reference, &oid, 1, nil)
        git_reference_free(made)
        guard result == 0 else { throw Self.failure() }
    }

    private func sync() {
        let folder = Glibc.open(git_repository_path(repository), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        // Where the disk cannot say that it has everything, the change is recorded nevertheless.
        _ = showcase_sync_file_system(folder)
        close(folder)
    }

    private func commit(_ note: ChangeNote, files: ObjectID) throws(HistoryError) -> ChangeID {
        let parent = try newest()
        let message = ChangeMessage.text(of: note)
        var signature: UnsafeMutablePointer<git_signature>?
        // A store has a name and an address for everybody; nobody's address is asked for.
        let name = note.person?.text ?? ChangeMessage.nobody
        guard git_signature_new(&signature, name, ChangeMessage.address, Int64(note.time), 0) == 0 else {
            throw Self.failure()
        }
        defer { git_signature_free(signature) }
        return try withTree(files) { tree throws(HistoryError) in
            var above: OpaquePointer?
            defer { git_commit_free(above) }
            if let parent {
                var oid = try Self.oid(parent.text)
                guard git_commit_lookup(&above, repository, &oid) == 0 else { throw Self.failure() }
            }
            var oid = git_oid()
            var parents: [OpaquePointer?] = above.map { [$0] } ?? []
            let result = parents.withUnsafeMutableBufferPointer {
                git_commit_create(
                    &oid, repository, nil, signature, signature, "UTF-8", message, tree, $0.count, $0.baseAddress)
            }
            guard result == 0, let id = ChangeID(Self.text(oid)) else { throw Self.failure() }
            return id
        }
    }

    /// What stands in the store about a change.
    func change(_ id: ChangeID) throws(HistoryError) -> (change: RecordedChange, files: ObjectID, parent: ChangeID?) {
        var oid = try Self.oid(id.text)
        var commit: OpaquePointer?
        guard git_commit_lookup(&commit, repository, &oid) == 0, let commit else { throw Self.failure() }
        defer { git_commit_free(commit) }
        guard let message = git_commit_message(commit), let author = git_commit_author(commit),
            let tree = git_commit_tree_id(commit)
        else { throw Self.failure() }
        let note = ChangeMessage(String(cString: message))
        let name = author.pointee.name.map { String(cString: $0) } ?? ChangeMessage.nobody
        let change = RecordedChange(
            id: id, origin: note.origin, person: name == ChangeMessage.nobody ? nil : EditorName(name),
            time: Int(git_commit_time(commit)), sentence: note.sentence, takenBack: note.takenBack)
        let parent = git_commit_parent_id(commit, 0).flatMap { ChangeID(Self.text($0.pointee)) }
        return (change, ObjectID(text: Self.text(tree.pointee)), parent)
    }

    // MARK: Files

    /// Keeps bytes.
    func keep(_ bytes: [UInt8]) throws(HistoryError) -> ObjectID {
        var oid = git_oid()
        let result = bytes.withUnsafeBytes { git_blob_create_from_buffer(&oid, repository, $0.baseAddress, $0.count) }
        guard result == 0 else { throw Self.failure() }
        return ObjectID(text: Self.text(oid))
    }

    /// Bytes that were kept.
    func bytes(_ id: ObjectID) throws(HistoryError) -> [UInt8] {
        var oid = try Self.oid(id.text)
        var blob: OpaquePointer?
        guard git_blob_lookup(&blob, repository, &oid) == 0, let blob else { throw Self.failure() }
        defer { git_blob_free(blob) }
        let count = Int(git_blob_rawsize(blob))
        guard count > 0, let content = git_blob_rawcontent(blob) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: content, count: count))
    }

    /// Keeps bytes whose object in the store is damaged: it is written anew.
    func keepAnew(_ bytes: [UInt8]) throws(HistoryError) -> ObjectID {
        let id = try keep(bytes)
        unlink(
            "\(String(cString: git_repository_path(repository)))objects/\(id.text.prefix(2))/\(id.text.dropFirst(2))")
        // The library remembers which objects it has seen.
        var database: OpaquePointer?
        guard git_repository_odb(&database, repository) == 0 else { throw Self.failure() }
        git_odb_refresh(database)
        git_odb_free(database)
        return try keep(bytes)
    }

    /// What a file of a change holds; `nil` where it has none of the path.
    func object(at path: String, in files: ObjectID) throws(HistoryError) -> ObjectID? {
        try withTree(files) { tree throws(HistoryError) in
            var entry: OpaquePointer?
            let result = git_tree_entry_bypath(&entry, tree, path)
            guard result != GIT_ENOTFOUND.rawValue else { return nil }
            guard result == 0, let entry, let id = git_tree_entry_id(entry) else { throw Self.failure() }
            defer { git_tree_entry_free(entry) }
            return git_tree_entry_type(entry) == GIT_OBJECT_BLOB ? ObjectID(text: Self.text(id.pointee)) : nil
        }
    }

    /// Lists of files that come of a list, or of an empty one, by some files that are put in or taken out, one after the
    /// other. The list is read once, and only folders in which something changed are written.
    ///
    /// - Parameter steps: the bytes by path; `nil` for a file that is not there.
    /// - Returns: a list for every step, each with the files of the steps before it.
    func files(
        _ base: ObjectID?, with steps: [[(path: String, bytes: ObjectID?)]]
    ) throws(HistoryError) -> [ObjectID] {
        var index: OpaquePointer?
        guard git_index_new(&index) == 0, let index else { throw Self.failure() }
        defer { git_index_free(index) }
        try own(index)
        defer { disown() }
        if let base {
            try withTree(base) { tree throws(HistoryError) in
                guard git_index_read_tree(index, tree) == 0 else { throw Self.failure() }
            }
        }
        var lists: [ObjectID] = []
        for updates in steps {
            for (path, bytes) in updates { try put(bytes, at: path, in: index) }
            lists.append(try files(of: index))
        }
        return lists
    }

    private func put(_ bytes: ObjectID?, at path: String, in index: OpaquePointer) throws(HistoryError) {
        guard let bytes else {
            _ = git_index_remove_bypath(index, path)
            return
        }
        var entry = git_index_entry()
        entry.id = try Self.oid(bytes.text)
        entry.mode = GIT_FILEMODE_BLOB.rawValue
        let result = path.withCString { name in
            entry.path = name
            return git_index_add(index, &entry)
        }
        guard result == 0 else { throw Self.failure() }
    }

    /// What the store would call bytes, which are not kept.
    static func name(of bytes: [UInt8]) throws(HistoryError) -> ObjectID {
        var oid = git_oid()
        let result = bytes.withUnsafeBytes { git_odb_hash(&oid, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }
        guard result == 0 else { throw failure() }
        return ObjectID(text: text(oid))
    }

    /// Has an index follow the settings of the store, by which names of files are told apart.
    func own(_ index: OpaquePointer) throws(HistoryError) {
        guard git_repository_set_index(repository, index) == 0 else { throw Self.failure() }
    }

    /// Lets go of the index that was owned last. One that is owned cannot be written, as no files stand beside a store.
    func disown() { git_repository_set_index(repository, nil) }

    /// The list of files that an index holds.
    func files(of index: OpaquePointer) throws(HistoryError) -> ObjectID {
        var oid = git_oid()
        guard git_index_write_tree_to(&oid, index, repository) == 0 else { throw Self.failure() }
        return ObjectID(text: Self.text(oid))
    }

    /// What differs between two lists of files, by path.
    func differences(from old: ObjectID?, to new: ObjectID) throws(HistoryError) -> [ChangedFile] {
        guard old != new else { return [] }
        return try withTree(new) { after throws(HistoryError) in
            guard let old else { return try differences(from: nil, to: after) }
            return try withTree(old) { before throws(HistoryError) in try differences(from: before, to: after) }
        }
    }

    private func differences(from before: OpaquePointer?, to after: OpaquePointer) throws(HistoryError) -> [ChangedFile]
    {
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.flags = GIT_DIFF_SKIP_BINARY_CHECK.rawValue
        var diff: OpaquePointer?
        guard git_diff_tree_to_tree(&diff, repository, before, after, &options) == 0, let diff else {
            throw Self.failure()
        }
        defer { git_diff_free(diff) }
        return (0..<git_diff_num_deltas(diff)).compactMap { number in
            guard let delta = git_diff_get_delta(diff, number)?.pointee,
                let path = delta.new_file.path ?? delta.old_file.path
            else { return nil }
            let before = ObjectID(text: Self.text(delta.old_file.id))
            let after = ObjectID(text: Self.text(delta.new_file.id))
            switch delta.status {
            case GIT_DELTA_ADDED:
                return ChangedFile(path: String(cString: path), kind: .added, before: nil, after: after)
            case GIT_DELTA_DELETED:
                return ChangedFile(path: String(cString: path), kind: .removed, before: before, after: nil)
            default:
                return ChangedFile(path: String(cString: path), kind: .changed, before: before, after: after)
            }
        }.sorted { $0.path < $1.path }
    }

    private func withTree<Result>(
        _ id: ObjectID, _ body: (OpaquePointer) throws(HistoryError) -> Result
    ) throws(HistoryError) -> Result {
        var oid = try Self.oid(id.text)
        var tree: OpaquePointer?
        guard git_tree_lookup(&tree, repository, &oid) == 0, let tree else { throw Self.failure() }
        defer { git_tree_free(tree) }
        return try body(tree)
    }

    // MARK: Settings

    /// A setting of the store; `nil` where it has none.
    func setting(_ name: String) throws(HistoryError) -> String? {
        var configuration: OpaquePointer?
        guard git_repository_config(&configuration, repository) == 0 else { throw Self.failure() }
        defer { git_config_free(configuration) }
        var buffer = git_buf()
        let result = git_config_get_string_buf(&buffer, configuration, name)
        guard result != GIT_ENOTFOUND.rawValue else { return nil }
        guard result == 0 else { throw Self.failure() }
        defer { git_buf_dispose(&buffer) }
        return String(cString: buffer.ptr)
    }

    func set(_ name: String, to value: String) throws(HistoryError) {
        var configuration: OpaquePointer?
        guard git_repository_config(&configuration, repository) == 0 else { throw Self.failure() }
        defer { git_config_free(configuration) }
        guard git_config_set_string(configuration, name, value) == 0 else { throw Self.failure() }
    }

    // MARK: Of the library

    /// What the library said last.
    static func failure() -> HistoryError {
        guard let error = git_error_last(), let message = error.pointee.message else { return .store("libgit2") }
        return .store(String(cString: message))
    }

    static func text(_ oid: git_oid) -> String {
        var oid = oid
        var digits = [CChar](repeating: 0, count: ChangeID.digitCount + 1)
        git_oid_tostr(&digits, digits.count, &oid)
        return digits.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" }
    }

    static func oid(_ text: String) throws(HistoryError) -> git_oid {
        var oid = git_oid()
        guard git_oid_fromstr(&oid, text) == 0 else { throw failure() }
        return oid
    }
}
