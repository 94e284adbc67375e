/// One round of looking at what is doubtful, and what it brings to light.
struct Rescan {
    /// In nanoseconds since 1970, not later than the first look.
    let start = FileStamp.now()
    /// The files that are not what they were, relative to the root.
    var changes: Set<String> = []
    /// What could not be looked at for now.
    private(set) var postponed = DirtyFolders()
    /// Why the kernel will not tell of all changes; `watches` is `nil` then.
    private(set) var notice: WatchingNotice?
    /// `nil` when nothing is watched, from the beginning or any more.
    var watches: WatchTable?

    private var open: [(folder: String, doubt: DirtyFolders.Doubt)]
    private var finished: Set<String> = []

    /// A round that has not begun.
    init(_ doubts: DirtyFolders, watches: consuming WatchTable?) {
        open = doubts.parentsLast
        self.watches = watches
    }

    /// The next folder to look into. Parents come before what is in them, and no folder is looked into again after it
    /// was looked at as a whole.
    mutating func next() -> (folder: String, doubt: DirtyFolders.Doubt)? {
        while let (folder, doubt) = open.popLast() {
            guard !finished.contains(folder) else { continue }
            if doubt.extent == .tree { finished.insert(folder) }
            return (folder, doubt)
        }
        return nil
    }

    /// Looks into everything below a folder in this round.
    mutating func descend(into folder: String) { open.append((folder, DirtyFolders.Doubt(extent: .tree))) }

    /// Leaves a doubt for the next round.
    mutating func postpone(_ folder: String, _ doubt: DirtyFolders.Doubt) { postponed.insert(doubt, of: folder) }

    /// Whether changes in the folder will be told, if anything is watched at all.
    mutating func watch(_ folder: String, path: String) -> Bool {
        switch watches?.watch(folder, path: path) {
        case .watched, nil: return true
        case .unwatched: return false
        case .impossible(let notice):
            give(up: notice)
            return true
        }
    }

    /// Gives up watching when the file system of the folder does not tell of all changes.
    mutating func trust(_ folder: borrowing DirectoryStream, on device: UInt64) {
        if case .impossible(let notice) = watches?.trust(folder, on: device) { give(up: notice) }
    }

    private mutating func give(up notice: WatchingNotice) {
        watches = nil
        self.notice = notice
    }
}
