import Glibc

/// What stood below the root when it was last looked at. It is always compared by path, so that renames, replaced
/// folders and late events need no cases of their own.
struct SourceTree: Sendable {
    /// A file, or anything else that is no folder.
    struct Leaf: Sendable {
        var stamp: FileStamp
        /// The hash of the contents while the stamp does not tell all states apart; else `nil`.
        var digest: Int?
    }

    /// What stands at a name.
    enum Entry: Sendable {
        case leaf(Leaf)
        case folder(FileIdentity)
    }

    /// A folder that was looked into.
    struct Folder: Sendable {
        var entries: [String: Entry] = [:]
        /// Why it could not be listed.
        var problem: SystemError?
    }

    /// As the system knows it.
    let root: String
    /// What is looked at.
    let items: WatchedItems
    /// By path relative to the root, which is the empty path itself.
    var folders: [String: Folder] = [:]
    /// `nil` while there is no root.
    private(set) var rootIdentity: FileIdentity?

    /// The books before the first look: nothing is known to be there.
    init(root: String, items: WatchedItems) {
        self.root = root
        self.items = items
    }

    /// Whether there is a root.
    var hasRoot: Bool { rootIdentity != nil }

    /// Whether another folder stands at the root's path than when it was last looked into.
    var isRootReplaced: Bool { FileIdentity(path: root) != rootIdentity }

    /// Looks at what is doubtful and watches the folders that are new.
    /// - Parameter watches: `nil` when nothing is watched.
    mutating func settle(_ doubts: DirtyFolders, watches: consuming WatchTable?) -> Rescan {
        var settlement = Rescan(doubts, watches: watches)
        while let (folder, doubt) = settlement.next() {
            // What is in no book any more was counted when its parent was looked at.
            guard folder.isEmpty || folders[folder] != nil else { continue }
            do throws(SystemError) {
                try look(into: folder, doubt, &settlement)
            } catch {
                fail(folder, doubt, error, &settlement)
            }
        }
        return settlement
    }

    private mutating func look(
        into folder: String, _ doubt: DirtyFolders.Doubt, _ settlement: inout Rescan
    ) throws(SystemError) {
        let path = folder.isEmpty ? root : root + "/" + folder
        if doubt.extent == .names {
            let open = try DirectoryStream(path, followsLink: folder.isEmpty)
            return compareNames(of: doubt, in: folder, open, &settlement)
        }
        // Watched before it is listed, so that whatever the list does not show yet makes an event.
        let isWatched = settlement.watch(folder, path: path)
        let open = try DirectoryStream(path, followsLink: folder.isEmpty)
        let identity = try open.identity()
        settlement.trust(open, on: identity.device)
        if folder.isEmpty { rootIdentity = identity }
        try compareAll(of: doubt, in: folder, open, &settlement)
        if !isWatched { settlement.postpone(folder, doubt) }
    }

    private mutating func fail(
        _ folder: String, _ doubt: DirtyFolders.Doubt, _ error: SystemError, _ settlement: inout Rescan
    ) {
        if error.isAbsence {
            if folder.isEmpty { rootIdentity = nil }
            forget(folder, &settlement)
        } else if error.isPassing {
            settlement.postpone(folder, doubt)
        } else {
            forget(folder, becauseOf: error, &settlement)
            // Nothing tells when the root can be read again.
            if folder.isEmpty { settlement.postpone(folder, doubt) }
        }
    }

    /// Strikes a folder and everything below it off the books.
    /// - Parameter problem: why it cannot be listed, if it is still there.
    mutating func forget(_ folder: String, becauseOf problem: SystemError? = nil, _ settlement: inout Rescan) {
        guard let old = folders.removeValue(forKey: folder) else { return }
        settlement.watches?.forget(folder)
        for (name, entry) in old.entries {
            switch entry {
            case .leaf: settlement.changes.insert(folder.joined(name))
            case .folder: forget(folder.joined(name), &settlement)
            }
        }
        if let problem { folders[folder] = Folder(problem: problem) }
        if old.problem != problem, !folder.isEmpty { settlement.changes.insert(folder) }
    }
}
