import Content
import Diagnostics
import FileSystem

/// The changes of a site, in a store of the site's own below `.showcase/history`.
///
/// Every change that a command makes is recorded with who, when and what, and so is what other programs changed, when it is
/// noticed. A change can be taken back, and files can be put back as they were; both are changes themselves. Nothing is ever
/// taken out of a history.
package struct SiteHistory: Sendable {
    /// A change with the files that it touched.
    package struct Entry: Sendable, Hashable {
        package let change: RecordedChange
        package let files: [ChangedFile]
    }

    /// What is to be written, and what the history will say of it.
    package struct Plan: Sendable {
        package let note: ChangeNote
        package let files: [Replacement]
    }

    /// A moment of a history.
    package enum Moment: Sendable, Hashable {
        /// After a change, by the first digits of its name.
        case change(String)
        /// Seconds since 1970 in UTC: after the last change that was not later.
        case time(Int)
    }

    private static let personSetting = "user.name"

    let site: String
    private let folder: SiteFolder

    /// - Parameters:
    ///   - site: the folder that holds `site.config`.
    ///   - step: what is recorded belongs to it, and is recorded under its lock.
    ///   - onWait: told once where another writer is waited for.
    package init(site: String, step: WritingStep? = nil, onWait: @escaping @Sendable () -> Void = {}) {
        self.site = site
        folder = SiteFolder(site, step: step, onWait: onWait)
    }

    // MARK: Recording

    /// Records what a command has written, and before it what other programs changed since the last record.
    ///
    /// - Parameter written: what was written; nothing is recorded as the command's where it is empty.
    /// - Returns: the change; `nil` where the files are what they were.
    /// - Throws: `HistoryError`. The files are written whatever becomes of the record.
    @discardableResult
    package func record(_ written: [WritingStep.File], as note: ChangeNote) throws -> RecordedChange? {
        let written = written.filter { FileStamps.covers($0.path) }
        guard !written.isEmpty else { return nil }
        return try writing { store, _ in
            let seen = try FileStamps(site: site).look(store)
            let lists = try store.files(
                seen.files,
                with: [
                    try written.map { try (path: $0.path, kept($0.before, store)) },
                    try written.map { try (path: $0.path, kept($0.after, store)) },
                ])
            try recordElsewhere(lists[0], store, at: note.time)
            let change = try add(note, files: lists[1], store)
            // Saved by somebody else after the command had written it.
            try recordElsewhere(seen.files, store, at: note.time)
            return change
        }
    }

    /// Records what other programs changed since the last record, and begins the history where there is none.
    ///
    /// - Parameter time: seconds since 1970 in UTC.
    /// - Returns: paths of files that are not kept: larger than 256 MiB, not readable, or with a `\` in their names.
    /// - Throws: `HistoryError`.
    @discardableResult
    package func notice(at time: Int) throws -> [String] {
        try writing { store, _ in try notice(store, at: time) }
    }

    /// Does so only where there is a history.
    ///
    /// - Throws: `HistoryError.none` where there is none.
    package func noticeIfBegun(at time: Int) throws -> [String] {
        try writing(isMade: false) { store, _ in try notice(store, at: time) }
    }

    @discardableResult
    func notice(_ store: HistoryStore, at time: Int) throws -> [String] {
        let seen = try FileStamps(site: site).look(store)
        try recordElsewhere(seen.files, store, at: time)
        return seen.unkept
    }

    private func recordElsewhere(_ files: ObjectID, _ store: HistoryStore, at time: Int) throws {
        guard let newest = try store.newest() else {
            let sentence = LocalizedText(zh: "开始记录", en: "The history begins")
            _ = try store.add(ChangeNote(.beginning, sentence, by: nil, at: time), files: files)
            return
        }
        let changed = try store.differences(from: store.change(newest).files, to: files)
        guard let first = changed.first else { return }
        let others = changed.count - 1
        let sentence =
            others == 0
            ? LocalizedText(zh: "在别的程序中改动 \(first.path)", en: "\(first.path) changed by another program")
            : LocalizedText(
                zh: "在别的程序中改动 \(first.path) 等 \(changed.count) 个文件",
                en: "\(first.path) and \(others.counting("other file", "other files")) changed by other programs")
        _ = try store.add(ChangeNote(.elsewhere, sentence, by: nil, at: time), files: files)
    }

    /// Adds a change, unless the files are those of the newest one.
    private func add(_ note: ChangeNote, files: ObjectID, _ store: HistoryStore) throws -> RecordedChange? {
        if let newest = try store.newest(), try store.change(newest).files == files { return nil }
        return try store.change(store.add(note, files: files)).change
    }

    private func kept(_ version: FileVersion, _ store: HistoryStore) throws -> ObjectID? {
        switch version {
        case .absent: nil
        case .bytes(let bytes): try store.keep(bytes)
        }
    }

    // MARK: Persons

    /// The name under which changes were made here last; `nil` where nobody said one.
    package func person() throws -> EditorName? {
        do {
            return try reading { store in try store.setting(Self.personSetting).flatMap(EditorName.init) }
        } catch HistoryError.none {
            return nil
        }
    }

    /// Keeps the name for the changes that follow.
    package func remember(_ person: EditorName) throws {
        try writing { store, _ in try store.set(Self.personSetting, to: person.text) }
    }

    // MARK: Reading

    /// The changes, the newest first.
    ///
    /// - Parameters:
    ///   - paths: only changes of these files, or of files below these folders; empty for all.
    ///   - limit: how many at most.
    /// - Throws: `HistoryError.none` where there is no history.
    package func entries(of paths: [String] = [], limit: Int = .max) throws -> [Entry] {
        try reading { store in
            var entries: [Entry] = []
            try walk(store) { change, files, parent in
                let touched = try store.differences(from: parent, to: files).filter { Self.isBelow($0.path, paths) }
                if paths.isEmpty || !touched.isEmpty { entries.append(Entry(change: change, files: touched)) }
                return entries.count < limit
            }
            return entries
        }
    }

    /// The bytes of a file before and after a change.
    package func versions(of file: ChangedFile) throws -> (before: FileVersion, after: FileVersion) {
        try reading { store in try (version(file.before, store), version(file.after, store)) }
    }

    /// Goes over the changes from the newest on, until it is told to stop.
    func walk(
        _ store: HistoryStore, _ body: (RecordedChange, _ files: ObjectID, _ before: ObjectID?) throws -> Bool
    ) throws {
        var next = try store.newest()
        while let id = next {
            let (change, files, parent) = try store.change(id)
            let before = try parent.map { try store.change($0).files }
            guard try body(change, files, before) else { return }
            next = parent
        }
    }

    static func isBelow(_ path: String, _ folders: [String]) -> Bool {
        folders.isEmpty || folders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    func version(_ object: ObjectID?, _ store: HistoryStore) throws -> FileVersion {
        try object.map { .bytes(try store.bytes($0)) } ?? .absent
    }

    // MARK: Writing

    /// Writes what was planned, in one step as far as anybody sees: where the program is killed within it, the next one that
    /// opens the history goes on.
    ///
    /// - Throws: `HistoryError.writing` where somebody changed one of the files meanwhile; the history has what was written.
    package func carryOut(_ plan: Plan) throws -> RecordedChange? {
        try writing { store, lock in
            try notice(store, at: plan.note.time)
            guard let newest = try store.newest() else { throw HistoryError.none }
            // What was saved since the plan was made is refused before anything is begun that a next process would go on with.
            for file in plan.files where try current(file.path) != file.before {
                try replacing { try folder.replace(plan.files, under: lock) }
            }
            let after = try store.files(
                store.change(newest).files,
                with: [try plan.files.map { try (path: $0.path, bytes: kept($0.after, store)) }])[0]
            try store.intend(plan.note, files: after)
            do {
                for step in Self.steps(plan.files) { try folder.replace(step, under: lock) }
            } catch let error as WritingError {
                // A full disk may have room again: the next process that opens the history goes on.
                guard case .system = error else {
                    try store.endIntention()
                    try notice(store, at: plan.note.time)
                    throw HistoryError.writing(error)
                }
                throw HistoryError.unfinished(error)
            }
            let change = try add(plan.note, files: after, store)
            try store.endIntention()
            return change
        }
    }

    /// Writes content; what stops it is an error of the history.
    private func replacing(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as WritingError {
            throw HistoryError.writing(error)
        }
    }

    /// Files that are written at once; where a file takes the place of a folder, or the other way round, what stands in the way
    /// goes first.
    private static func steps(_ files: [Replacement]) -> [[Replacement]] {
        let removed = files.filter { $0.after == .absent }
        let written = files.filter { $0.after != .absent }
        let isSwap = removed.contains { old in
            written.contains { new in old.path.hasPrefix(new.path + "/") || new.path.hasPrefix(old.path + "/") }
        }
        return isSwap ? [removed, written] : [files]
    }

    /// Goes on with what a process that was killed had begun: files that are still as they were become what they were to
    /// become, others stay.
    private func finish(_ store: HistoryStore, _ lock: ContentLock) throws {
        guard let id = try store.intended() else { return }
        let (change, files, parent) = try store.change(id)
        guard let parent, try store.newest() == parent else {
            // It was recorded, and only the end of it is missing.
            return try store.endIntention()
        }
        let before = try store.change(parent).files
        var done: [(path: String, bytes: ObjectID?)] = []
        for file in try store.differences(from: before, to: files) where FileStamps.covers(file.path) {
            let replacement = Replacement(
                file.path, try version(file.after, store), over: try version(file.before, store))
            if try current(file.path) != replacement.after {
                do {
                    try folder.replace([replacement], under: lock)
                } catch let error as WritingError {
                    if case .system = error { throw HistoryError.unfinished(error) }
                    // Others have saved it since.
                    continue
                }
            }
            done.append((path: file.path, bytes: file.after))
        }
        let note = ChangeNote(
            change.origin, change.sentence, by: change.person, at: change.time, takenBack: change.takenBack)
        _ = try add(note, files: store.files(before, with: [done])[0], store)
        try store.endIntention()
    }

    // MARK: The store

    /// Opens the store to read it, which waits for nobody and changes nothing: what stands in a store stays as it is, and the
    /// newest change is named when all of it is there.
    ///
    /// - Throws: `HistoryError.none` where there is none.
    func reading<Result>(_ body: (HistoryStore) throws -> Result) throws -> Result {
        guard let store = try HistoryStore.open(site: site, as: .reader) else { throw HistoryError.none }
        return try body(store)
    }

    /// Opens the store to write into it.
    ///
    /// - Parameter isMade: whether one is made where there is none.
    /// - Throws: `HistoryError.none` where there is none.
    func writing<Result>(
        isMade: Bool = true, _ body: (HistoryStore, ContentLock) throws -> Result
    ) throws -> Result {
        guard try isMade || HistoryStore.isBegun(site: site) else { throw HistoryError.none }
        return try locked { lock in
            guard let store = try HistoryStore.open(site: site, as: isMade ? .maker : .writer) else {
                throw HistoryError.none
            }
            try finish(store, lock)
            return try body(store, lock)
        }
    }

    /// Does something while nobody else writes content.
    private func locked<Result>(_ body: (ContentLock) throws -> Result) throws -> Result {
        let lock: ContentLock
        do {
            lock = try folder.lock()
        } catch let error as WritingError {
            throw HistoryError.writing(error)
        }
        return try withExtendedLifetime(lock) { try body(lock) }
    }
}
