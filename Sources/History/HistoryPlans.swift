import Diagnostics
import FileSystem

/// What takes changes back and puts files back: found before anything is written.
extension SiteHistory {
    /// What takes a change back. Changes of other places that came later stay.
    ///
    /// - Parameters:
    ///   - name: the first digits of the change; `nil` for the newest that a command made and that was not taken back.
    ///   - person: who takes it back.
    ///   - time: seconds since 1970 in UTC.
    ///   - isTrial: whether the plan is only shown: nothing is written then, not even into the history.
    /// - Throws: `HistoryError`; `changedSince` where later changes touch the same lines.
    package func undoing(
        _ name: String?, by person: EditorName, at time: Int, isTrial: Bool = false
    ) throws -> Plan {
        try planning(at: time, isTrial: isTrial) { store in
            if let name { return try undoing(try resolved(name, store), store, by: person, at: time) }
            var nothingLeft: HistoryError?
            for id in try commandsInForce(store) {
                do {
                    return try undoing(id, store, by: person, at: time)
                } catch let error as HistoryError {
                    guard case .alreadyTakenBack = error else { throw error }
                    nothingLeft = nothingLeft ?? error
                }
            }
            throw nothingLeft ?? HistoryError.nothingToUndo
        }
    }

    /// Makes a plan after what other programs changed is recorded, or of what is there where it is only shown.
    private func planning<Result>(
        at time: Int, isTrial: Bool, _ body: (HistoryStore) throws -> Result
    ) throws -> Result {
        guard !isTrial else { return try reading(body) }
        return try writing(isMade: false) { store, _ in
            try notice(store, at: time)
            return try body(store)
        }
    }

    private func undoing(_ id: ChangeID, _ store: HistoryStore, by person: EditorName, at time: Int) throws -> Plan {
        let (change, files, parent) = try store.change(id)
        guard let parent else { throw HistoryError.beginning(id) }
        var replacements: [Replacement] = []
        var obstacles: [String] = []
        // A store that others made may name files that a history is not about.
        for file in try store.differences(from: store.change(parent).files, to: files)
        where FileStamps.covers(file.path) {
            let now = try current(file.path)
            switch TakingBack(before: try version(file.before, store), after: try version(file.after, store), now: now)
            {
            case .done: break
            case .becomes(let version): replacements.append(Replacement(file.path, version, over: now))
            case .changedSince: obstacles.append(file.path)
            }
        }
        guard obstacles.isEmpty else { throw HistoryError.changedSince(id, obstacles) }
        guard !replacements.isEmpty else { throw HistoryError.alreadyTakenBack(id) }
        let sentence = LocalizedText(zh: "撤回：\(change.sentence.zh)", en: "Took back: \(change.sentence.en)")
        return Plan(note: ChangeNote(.undo, sentence, by: person, at: time, takenBack: id), files: replacements)
    }

    /// A file as it is now.
    ///
    /// - Throws: `HistoryError.unreadable` where something stands there that cannot be read: it is not gone.
    func current(_ path: String) throws -> FileVersion {
        let workspace = FileStamps(site: site).workspace
        if let bytes = workspace.read(path, FileStamps.maximumByteCount) { return .bytes(bytes) }
        guard workspace.look(path)?.entry != .file else { throw HistoryError.unreadable(path) }
        return .absent
    }

    /// The changes of commands that are not taken back, the newest first. Taking back what took one back puts it in force
    /// again.
    private func commandsInForce(_ store: HistoryStore) throws -> [ChangeID] {
        var found: [ChangeID] = []
        var takenBack: Set<ChangeID> = []
        try walk(store) { change, _, _ in
            guard !takenBack.contains(change.id) else { return true }
            if let id = change.takenBack { takenBack.insert(id) }
            if change.origin == .command || change.origin == .restoring { found.append(change.id) }
            return true
        }
        return found
    }

    /// What puts files back as they were at a moment.
    ///
    /// - Parameters:
    ///   - paths: files, or folders with all that was in them; empty for the whole site.
    ///   - person: who does it.
    ///   - time: seconds since 1970 in UTC.
    ///   - isTrial: whether the plan is only shown: nothing is written then, not even into the history.
    /// - Returns: a plan without files where all of them are as they were.
    /// - Throws: `HistoryError`.
    package func restoring(
        _ paths: [String], to moment: Moment, by person: EditorName, at time: Int, isTrial: Bool = false
    ) throws -> Plan {
        try planning(at: time, isTrial: isTrial) { store in
            let (then, files, _) = try store.change(self.change(at: moment, store))
            let known = try store.differences(from: nil, to: files)
            for path in paths where !known.contains(where: { Self.isBelow($0.path, [path]) }) {
                throw HistoryError.noSuchFile(path, firstSeen: try firstChange(of: path, store))
            }
            let old = Dictionary(known.map { ($0.path, $0.after) }) { $1 }
            let now = try FileStamps(site: site).glance(store)
            let changed = Set(old.keys).union(now.files.keys).filter { path in
                Self.isBelow(path, paths) && FileStamps.covers(path) && old[path] != now.files[path]
                    && !now.unseen.contains { path == $0 || path.hasPrefix($0 + "/") }
            }
            let replacements = try changed.sorted().map { path in
                Replacement(path, try version(old[path] ?? nil, store), over: try current(path))
            }.filter { $0.before != $0.after }
            let name = Self.name(of: paths)
            let sentence = LocalizedText(
                zh: "把\(name.zh)恢复到“\(then.sentence.zh)”（\(then.id)）之后的样子",
                en: "Put \(name.en) back as after “\(then.sentence.en)” (\(then.id))")
            return Plan(note: ChangeNote(.restoring, sentence, by: person, at: time), files: replacements)
        }
    }

    private static func name(of paths: [String]) -> LocalizedText {
        guard let first = paths.first else { return LocalizedText(zh: "整个网站", en: "the whole site") }
        guard paths.count > 1 else { return LocalizedText(zh: " \(first) ", en: first) }
        return LocalizedText(
            zh: " \(first) 等 \(paths.count) 处", en: "\(first) and \((paths.count - 1).counting("other", "others"))")
    }

    private func firstChange(of path: String, _ store: HistoryStore) throws -> RecordedChange? {
        var first: RecordedChange?
        try walk(store) { change, files, before in
            if try store.differences(from: before, to: files).contains(where: { Self.isBelow($0.path, [path]) }) {
                first = change
            }
            return true
        }
        return first
    }

    private func change(at moment: Moment, _ store: HistoryStore) throws -> ChangeID {
        switch moment {
        case .change(let name): return try resolved(name, store)
        case .time(let time):
            var found: ChangeID?
            try walk(store) { change, _, _ in
                if change.time <= time { found = change.id }
                return found == nil
            }
            guard let found else { throw HistoryError.tooEarly }
            return found
        }
    }

    func resolved(_ name: String, _ store: HistoryStore) throws -> ChangeID {
        let digits = name.lowercased()
        guard digits.utf8.count >= ChangeID.fewestDigits, ChangeID.isHexadecimal(digits) else {
            throw HistoryError.noChange(name)
        }
        var found: [ChangeID] = []
        try walk(store) { change, _, _ in
            if change.id.text.hasPrefix(digits) { found.append(change.id) }
            return true
        }
        guard let id = found.first else { throw HistoryError.noChange(name) }
        guard found.count == 1 else { throw HistoryError.severalChanges(name, found) }
        return id
    }
}
