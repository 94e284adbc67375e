import Glibc

extension SourceTree {
    /// Compares the doubtful entries of an open folder with the books.
    mutating func compareNames(
        of doubt: DirtyFolders.Doubt, in path: String, _ open: borrowing DirectoryStream, _ settlement: inout Rescan
    ) {
        var folder = folders.removeValue(forKey: path) ?? Folder()
        for (name, isDeep) in doubt.names {
            let old = folder.entries[name]
            let new = name.withCString { entry($0, in: open, old: old, settlement.start) }
            note(name, in: path, from: old, to: new, isDeep: isDeep, &folder, &settlement)
        }
        folders[path] = folder
    }

    /// Compares all entries of an open folder with the books.
    mutating func compareAll(
        of doubt: DirtyFolders.Doubt, in path: String, _ open: borrowing DirectoryStream, _ settlement: inout Rescan
    ) throws(SystemError) {
        var folder = folders.removeValue(forKey: path) ?? Folder()
        // Also when the list breaks off: then nothing is taken for gone.
        defer { folders[path] = folder }
        let isInside = items.isInside(path)
        var seen: Set<String> = []
        seen.reserveCapacity(folder.entries.count)
        try open.forEachName { bytes in
            let validated = String(validatingCString: bytes)
            // A name that is no UTF-8 is a finding of the site, whatever it looks like.
            let name = validated ?? String(cString: bytes)
            let isLookedAt = validated == nil ? isInside : items.contains(name, in: path, isInside: isInside)
            guard isLookedAt else { return }
            let old = folder.entries[name]
            let new = entry(bytes, in: open, old: old, settlement.start, canBeFolder: validated != nil)
            seen.insert(name)
            note(name, in: path, from: old, to: new, isDeep: doubt.isDeep(name), &folder, &settlement)
        }
        if folder.entries.count > seen.count {
            for (name, old) in folder.entries where !seen.contains(name) {
                note(name, in: path, from: old, to: .absent, isDeep: false, &folder, &settlement)
            }
        }
        if folder.problem != nil {
            folder.problem = nil
            if !path.isEmpty { settlement.changes.insert(path) }
        }
    }

    /// What a look at a name finds.
    private enum Finding {
        case absent
        case same
        /// Something that is no folder; `isChanged` is false when only the books were out of date.
        case leaf(Leaf, isChanged: Bool)
        case folder(FileIdentity)
    }

    private func entry(
        _ name: UnsafePointer<CChar>, in open: borrowing DirectoryStream, old: Entry?, _ time: Int64,
        canBeFolder: Bool = true
    ) -> Finding {
        let stamp: FileStamp
        switch open.status(of: name) {
        case .absent: return .absent
        case .unknown(let error): stamp = FileStamp(problem: error)
        case .present(let status):
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            if isFolder, canBeFolder { return .folder(FileIdentity(status)) }
            // What is in a folder without a proper name is left out, so that its times do not matter.
            stamp = isFolder ? FileStamp(problem: SystemError(code: EILSEQ)) : FileStamp(status)
        }
        var same: Leaf?
        if case .leaf(let leaf) = old, leaf.stamp == stamp { same = leaf }
        if let same, same.digest == nil { return .same }
        let isFresh = stamp.isRegularFile && stamp.isFresh(at: time)
        let digest = isFresh || same != nil ? FileDigest.make(name, in: open.descriptor) : nil
        let isChanged = same == nil || same?.digest != digest
        return .leaf(Leaf(stamp: stamp, digest: isFresh ? digest : nil), isChanged: isChanged)
    }

    /// Enters a finding into the books.
    private mutating func note(
        _ name: String, in path: String, from old: Entry?, to new: Finding, isDeep: Bool, _ folder: inout Folder,
        _ settlement: inout Rescan
    ) {
        if case .same = new { return }
        let full = path.joined(name)
        switch new {
        case .same: break
        case .absent:
            folder.entries[name] = nil
            switch old {
            case .leaf: settlement.changes.insert(full)
            case .folder: forget(full, &settlement)
            case nil: break
            }
        case .leaf(let leaf, let isChanged):
            folder.entries[name] = .leaf(leaf)
            if case .folder = old { forget(full, &settlement) }
            if isChanged { settlement.changes.insert(full) }
        case .folder(let identity):
            folder.entries[name] = .folder(identity)
            if case .leaf = old { settlement.changes.insert(full) }
            var isKnown = false
            if case .folder(let known) = old { isKnown = known == identity && folders[full] != nil }
            if isDeep || !isKnown {
                if folders[full] == nil { folders[full] = Folder() }
                settlement.descend(into: full)
            }
        }
    }
}
