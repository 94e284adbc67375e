/// Everything that a watcher knows; its lock guards it.
struct WatchState: Sendable {
    private var tree: SourceTree
    /// `nil` when the files are looked at every now and then instead.
    private var watches: WatchTable?
    private var doubts = DirtyFolders()
    private var changes: Set<String> = []
    /// Whether there are changes that nobody was given a hint of.
    private var hasNews = false
    /// Why nothing is watched although it should be.
    private(set) var notice: WatchingNotice?

    /// Looks at everything once; the state that it finds is where changes begin.
    init(root: String, items: WatchedItems, usesEvents: Bool, kernel: KernelCalls) {
        tree = SourceTree(root: root, items: items)
        if usesEvents {
            do throws(SystemError) {
                watches = WatchTable(queue: try KernelQueue(kernel: kernel), kernel: kernel)
            } catch {
                notice = .opening(error)
            }
        }
        doubts.insert(.tree, of: "")
        refresh()
        changes = []
        hasNews = false
    }

    /// The kernel's queue; `nil` when nothing is watched.
    var queue: KernelQueue? { watches?.queue }

    /// Whether something has to be looked at again although nothing will tell of it.
    var isUnsettled: Bool { !doubts.isEmpty || !tree.hasRoot }

    /// Empties the kernel's queue without looking at any file.
    /// - Returns: whether it said anything about files that are looked at.
    mutating func drain() -> Bool {
        var events: [KernelEvent] = []
        queue?.drain { events.append($0) }
        var isRelevant = false
        for event in events where note(event) { isRelevant = true }
        return isRelevant
    }

    private mutating func note(_ event: KernelEvent) -> Bool {
        switch event {
        case .overflow:
            doubts.insert(.tree, of: "")
        case .entry(let watch, let name, let isFolder):
            guard let folder = watches?.folder(of: watch),
                tree.items.contains(name, in: folder, isInside: tree.items.isInside(folder))
            else { return false }
            doubts.insert(name: name, isFolder: isFolder, in: folder)
        case .folder(let watch):
            guard let folder = watches?.folder(of: watch) else { return false }
            doubts.insert(.entries, of: folder)
        case .lost(let watch), .ended(let watch):
            guard let folder = watches?.folder(of: watch) else { return false }
            if case .ended = event { watches?.end(watch) }
            doubts.insert(.tree, of: folder)
        }
        return true
    }

    /// Looks at all that is doubtful.
    mutating func refresh() {
        _ = drain()
        if watches == nil || tree.isRootReplaced { doubts.insert(.tree, of: "") }
        guard !doubts.isEmpty else { return }
        let settlement = tree.settle(doubts, watches: watches.take())
        watches = settlement.watches
        doubts = settlement.postponed
        notice = notice ?? settlement.notice
        changes.formUnion(settlement.changes)
        if !settlement.changes.isEmpty { hasNews = true }
    }

    /// The files that changed since the last call.
    mutating func takeChanges() -> Set<String> {
        refresh()
        hasNews = false
        let taken = changes
        changes = []
        return taken
    }

    /// Whether there are changes since the last call that were not taken yet.
    mutating func takeNews() -> Bool {
        refresh()
        let news = hasNews
        hasNews = false
        return news
    }
}
