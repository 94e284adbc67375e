/// What may have changed since it was last looked at.
struct DirtyFolders: Sendable {
    /// How much of a folder is doubtful.
    enum Extent: Sendable, Comparable {
        /// Some of its entries.
        case names
        /// All its entries.
        case entries
        /// Everything below it.
        case tree
    }

    /// What is doubtful about a folder.
    struct Doubt: Sendable {
        var extent = Extent.names
        /// The doubtful entries; the value says whether everything below is doubtful as well, if it is a folder.
        var names: [String: Bool] = [:]

        /// Whether everything below an entry is doubtful, if it is a folder.
        func isDeep(_ name: String) -> Bool { extent == .tree || names[name] == true }

        fileprivate mutating func insert(_ name: String, isFolder: Bool) {
            // In this order, as most names come several times and most are no folders.
            if names[name] == nil || isFolder { names[name] = isFolder }
        }
    }

    private var folders: [String: Doubt] = [:]

    /// Whether nothing is doubtful.
    var isEmpty: Bool { folders.isEmpty }

    /// An entry of a folder may have come, changed or gone.
    /// - Parameter isFolder: whether it is or was a folder, so that everything below it is doubtful.
    mutating func insert(name: String, isFolder: Bool, in folder: String) {
        folders[folder, default: Doubt()].insert(name, isFolder: isFolder)
    }

    /// More of a folder than single entries may have changed.
    mutating func insert(_ extent: Extent, of folder: String) {
        let known = folders[folder, default: Doubt()].extent
        folders[folder, default: Doubt()].extent = max(known, extent)
    }

    /// Puts a doubt back that could not be settled.
    mutating func insert(_ doubt: Doubt, of folder: String) {
        insert(doubt.extent, of: folder)
        for (name, isFolder) in doubt.names { insert(name: name, isFolder: isFolder, in: folder) }
    }

    /// The doubtful folders; each one comes after those in it.
    var parentsLast: [(folder: String, doubt: Doubt)] {
        folders.map { ($0.key, $0.value) }.sorted { $1.0.utf8.lexicographicallyPrecedes($0.0.utf8) }
    }
}
