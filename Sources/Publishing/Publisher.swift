import Addresses
import Dispatch
import Glibc
import Synchronization

/// The last stage of the pipeline, and the only writer of the output folder.
///
/// Everything is written into a folder beside the output. `commit` puts it in the output's place in one step, so that
/// a reader finds either the old site or the new one, and a build that fails or is killed leaves the old one as it was.
/// After that step nothing can fail any more. A file that did not change is linked instead of written: it keeps its time.
package final class Publisher: Sendable {
    /// What a commit did.
    package struct Summary: Sendable {
        package let written: Int
        package let unchanged: Int
        package let removed: Int
        /// Size of all files in bytes.
        package let bytes: Int
        /// Files of the old output that are gone, sorted, at most twenty.
        package let removedPaths: [String]
        /// What a person should know all the same.
        package let remarks: [PublicationRemark]
    }

    /// What a person has said yes to.
    package struct Permissions: Sendable {
        /// Whether more than half of the pages may go.
        package var allowsRemovals: Bool
        /// Whether what no build made is removed from the output folder.
        package var removesForeign: Bool
        /// Whether what is not public is shown, or what is published is not to be remembered.
        package var isTrial: Bool

        package init(allowsRemovals: Bool = false, removesForeign: Bool = false, isTrial: Bool = false) {
            self.allowsRemovals = allowsRemovals
            self.removesForeign = removesForeign
            self.isTrial = isTrial
        }
    }

    private struct Progress {
        var paths: Set<String> = []
        var written = 0
        var unchanged = 0
        var bytes = 0
        var isOpen = true
        var isSyncing = false
    }

    private let place: OutputPlace
    private let calls: OutputCalls
    private let permissions: Permissions
    /// What the last build put there; `nil` when there is no old output.
    private let oldRecord: OutputRecord?
    private let foreign: ForeignEntries?
    private let repairs: [PublicationRemark]
    private let lock: Int32
    private let progress = Mutex(Progress())

    /// Takes the lock on an output folder and makes room beside it.
    ///
    /// - Parameters:
    ///   - output: absolute path of the folder to publish into; it need not exist.
    ///   - sources: the places that the output must neither be, nor hold, nor be in.
    ///   - permissions: what may be lost.
    ///   - calls: of the system.
    package init(
        output: String, sources: SourcePlaces? = nil, permissions: Permissions = Permissions(),
        calls: OutputCalls = .disk
    ) throws {
        let output = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        guard output.hasPrefix("/"), output != "/", sources?.conflict(withOutput: output) != true else {
            throw PublishingError.protectedOutput(output)
        }
        var place = OutputPlace(output, calls: calls)
        // Before anything is written: a refusal leaves nothing behind. Another build may still get in between, so that
        // the answer that counts is the one under the lock.
        _ = try place.oldRecord()
        try place.refuseOutputOfAnother()
        try Self.makeFolders(place.parentPath, calls: calls)

        lock = try Self.lock(place.lockFile, calls: calls)
        do {
            repairs = try place.repair()
            try place.takeFreeNames()
            oldRecord = try place.oldRecord()
            foreign = try oldRecord.map { try Self.foreign(in: place.output, record: $0, permissions, calls) }
            for folder in [place.staging, place.scratch] {
                do {
                    try calls.makeFolder(folder)
                } catch {
                    throw PublishingError.system(path: folder.shown, errno: error.errno)
                }
            }
            self.place = place
            self.calls = calls
            self.permissions = permissions
        } catch {
            for folder in [place.scratch, place.staging] { _ = place.remove(folder, record: nil) }
            calls.unlock(lock)
            throw error
        }
    }

    deinit { abort() }

    /// An empty folder beside the output for files that libraries need while they work. It goes with the publication.
    package var scratchFolder: String { place.scratch.shown }

    /// Writes a file, or links the old one when it is the same. Safe to call from several threads.
    package func write(_ bytes: [UInt8], to path: OutputPath) throws {
        let isUnchanged = try put(bytes, at: path)
        progress.withLock { progress in
            progress.paths.insert(path.text)
            progress.bytes += bytes.count
            if isUnchanged { progress.unchanged += 1 } else { progress.written += 1 }
        }
    }

    /// Begins to bring what was written so far to the disk, while other work goes on.
    package func beginSync() {
        let started = progress.withLock { progress in
            guard progress.isOpen, !progress.isSyncing else { return false }
            progress.isSyncing = true
            return true
        }
        guard started else { return }
        DispatchQueue.global().async { [calls, staging = place.staging] in
            // Without success `commit` does the work: a disk that fails is told there.
            try? calls.sync(staging)
        }
    }

    /// Puts what was written in the place of the output.
    ///
    /// - Throws: `PublishingError`; then the old site stands as it was.
    package func commit() throws -> Summary {
        let state = progress.withLock { progress in
            defer { progress.isOpen = false }
            return progress
        }
        precondition(state.isOpen, "a publisher commits once")
        defer { calls.unlock(lock) }
        let old: RawPath?
        let removals: Removals
        do {
            removals = try checkedRemovals(to: state.paths)
            _ = place.remove(place.scratch, record: nil)
            _ = try put(
                OutputRecord(paths: state.paths, isTrial: permissions.isTrial).bytes,
                at: OutputPath(OutputRecord.fileName))
            // Before the swap, so that a power failure after it cannot leave empty files.
            do {
                try calls.sync(place.staging)
            } catch {
                throw PublishingError.system(path: place.staging.shown, errno: error.errno)
            }
            old = try place.swap(hasOldOutput: oldRecord != nil)
        } catch {
            removeTraces()
            throw error
        }
        // The new site stands: from here on there are remarks, and no failures.
        let remarks = old.map { removeOld($0, newPaths: state.paths) } ?? []
        let removed = removals.paths + (permissions.removesForeign ? foreign?.placed ?? [] : [])
        return Summary(
            written: state.written, unchanged: state.unchanged, removed: removed.count, bytes: state.bytes,
            removedPaths: Array(removed.sorted().prefix(20)), remarks: repairs + remarks)
    }

    /// Removes what was written and leaves the old output as it was. Does nothing after `commit`.
    package func abort() {
        let wasOpen = progress.withLock { progress in
            defer { progress.isOpen = false }
            return progress.isOpen
        }
        guard wasOpen else { return }
        removeTraces()
        calls.unlock(lock)
    }

    // MARK: Steps

    /// What the publication would take from the site.
    ///
    /// - Throws: `PublishingError` where that needs a yes.
    private func checkedRemovals(to paths: Set<String>) throws -> Removals {
        guard let oldRecord else { return Removals(from: [], to: paths) }
        if oldRecord.paths == nil {
            // The list is lacking: what the new site does not have may be anybody's.
            _ = try Self.foreign(in: place.output, record: OutputRecord(paths: paths), permissions, calls)
        }
        let removals = Removals(from: oldRecord.paths ?? [], to: paths)
        if let refusal = removals.refusal(permissions) { throw refusal }
        return removals
    }

    private func removeOld(_ folder: RawPath, newPaths: Set<String>) -> [PublicationRemark] {
        let record = oldRecord?.paths == nil ? OutputRecord(paths: newPaths) : oldRecord
        return place.remove(folder, record: record) { path in
            guard permissions.removesForeign else { return false }
            // What came after a person was asked about the rest is nobody's to remove.
            return oldRecord?.paths == nil || foreign?.hold(path) ?? false
        }
    }

    /// What cannot be removed now the next build removes.
    private func removeTraces() {
        for folder in [place.scratch, place.staging] { _ = place.remove(folder, record: nil) }
    }

    /// What no build put into the old output.
    ///
    /// - Throws: `PublishingError.foreignFiles` where a person has to say what becomes of it.
    private static func foreign(
        in output: RawPath, record: OutputRecord, _ permissions: Permissions, _ calls: OutputCalls
    ) throws -> ForeignEntries {
        let foreign: ForeignEntries
        do {
            foreign = try ForeignEntries(in: output, record: record, calls: calls)
        } catch {
            throw PublishingError.system(path: output.shown, errno: error.errno)
        }
        guard foreign.placed.isEmpty || permissions.removesForeign else {
            throw PublishingError.foreignFiles(output: output.shown, names: foreign.placed)
        }
        return foreign
    }

    /// Writes a file of the new site; returns whether it is the old one's.
    private func put(_ bytes: [UInt8], at path: OutputPath) throws -> Bool {
        if oldRecord != nil, try link(bytes, to: path) { return true }
        let target = place.staging / path.text
        do {
            do {
                try calls.create(target, bytes)
            } catch  where error.errno == ENOENT {
                // Most folders are there, so that one is made only where it is missed.
                try makeFolder(of: path)
                try calls.create(target, bytes)
            }
        } catch {
            throw PublishingError.system(path: target.shown, errno: error.errno)
        }
        return false
    }

    /// Links the old output's file if it holds the same bytes.
    private func link(_ bytes: [UInt8], to path: OutputPath) throws -> Bool {
        let old = place.output / path.text
        do {
            guard try calls.read(old, bytes.count) == bytes else { return false }
            do {
                try calls.link(old, place.staging / path.text)
            } catch  where error.errno == ENOENT {
                try makeFolder(of: path)
                try calls.link(old, place.staging / path.text)
            }
            return true
        } catch {
            // Not there, not readable, or not to be linked: it is written anew, and what fails then is told.
            return false
        }
    }

    private func makeFolder(of path: OutputPath) throws(SystemFailure) {
        guard let folder = path.folder else { return }
        try makeFolder(folder)
    }

    /// Makes a folder of the new site with those above it, where they are not there. Several threads may make the same
    /// one.
    private func makeFolder(_ path: String) throws(SystemFailure) {
        do {
            try calls.makeFolder(place.staging / path)
        } catch {
            if error.errno == EEXIST { return }
            guard error.errno == ENOENT, let slash = path.lastIndex(of: "/") else { throw error }
            try makeFolder(String(path[..<slash]))
            do {
                try calls.makeFolder(place.staging / path)
            } catch  where error.errno == EEXIST {}
        }
    }

    /// An exclusive lock that ends with the process.
    private static func lock(_ path: RawPath, calls: OutputCalls) throws -> Int32 {
        do {
            switch try calls.lock(path) {
            case .held(let descriptor): return descriptor
            case .taken(let holder): throw PublishingError.anotherBuildIsRunning(holder)
            }
        } catch let error as SystemFailure {
            throw PublishingError.system(path: path.shown, errno: error.errno)
        }
    }

    private static func makeFolders(_ path: String, calls: OutputCalls) throws {
        var current = ""
        for component in path.split(separator: "/") {
            current += "/" + component
            do {
                try calls.makeFolder(RawPath(current))
            } catch {
                // Folders that are there may well be out of bounds for writing.
                let isThere = error.errno == EEXIST || access(current, F_OK) == 0
                guard isThere else { throw PublishingError.system(path: current, errno: error.errno) }
            }
        }
    }
}
