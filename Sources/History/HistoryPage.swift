/// Parts of a history, for screens that show one after another.
extension SiteHistory {
    /// Some changes, the newest first.
    package struct Page: Sendable {
        package let entries: [Entry]
        /// Changes that were taken back and not put in force again, of all that are newer than the last of these.
        package let takenBack: Set<ChangeID>
        /// Whether there are older ones.
        package let hasMore: Bool
    }

    /// The changes that come before one of them.
    ///
    /// - Parameters:
    ///   - paths: only changes of these files, or of files below these folders; empty for all.
    ///   - name: the digits of the change that the page before ended with; `nil` for the newest changes.
    ///   - limit: how many at most.
    /// - Throws: `HistoryError.none` where there is no history.
    package func page(of paths: [String] = [], before name: String? = nil, limit: Int) throws -> Page {
        try reading { store in
            var entries: [Entry] = []
            var takenBack: Set<ChangeID> = []
            var hasBegun = name == nil
            var hasMore = false
            try walk(store) { change, files, parent in
                if let id = change.takenBack, !takenBack.contains(change.id) { takenBack.insert(id) }
                guard hasBegun else {
                    hasBegun = change.id.text == name
                    return true
                }
                let touched = try store.differences(from: parent, to: files).filter { Self.isBelow($0.path, paths) }
                guard paths.isEmpty || !touched.isEmpty else { return true }
                hasMore = entries.count == limit
                if !hasMore { entries.append(Entry(change: change, files: touched)) }
                return !hasMore
            }
            return Page(entries: entries, takenBack: takenBack, hasMore: hasMore)
        }
    }

    /// A change with the files that it touched.
    ///
    /// - Parameter name: the first digits of the change.
    /// - Throws: `HistoryError.noChange` where there is none.
    package func entry(_ name: String) throws -> Entry {
        try reading { store in
            let (change, files, parent) = try store.change(resolved(name, store))
            let before = try parent.map { try store.change($0).files }
            return Entry(change: change, files: try store.differences(from: before, to: files))
        }
    }

    /// Whether a change was taken back and not put in force again.
    package func isTakenBack(_ id: ChangeID) throws -> Bool {
        try reading { store in
            var takenBack: Set<ChangeID> = []
            try walk(store) { change, _, _ in
                if let id = change.takenBack, !takenBack.contains(change.id) { takenBack.insert(id) }
                return change.id != id
            }
            return takenBack.contains(id)
        }
    }
}
