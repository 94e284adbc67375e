import Addresses
import Synchronization

/// A published site in memory: what the output folder is on the disk.
package final class PublishedFiles: Sendable {
    private struct State {
        var files: [String: [UInt8]] = [:]
        var isTaken = false
    }

    private let state = Mutex(State())

    package init() {}

    /// What is published, by path.
    package var files: [String: [UInt8]] { state.withLock { $0.files } }

    fileprivate func replace(with files: [String: [UInt8]]) { state.withLock { $0 = State(files: files) } }

    fileprivate func release() { state.withLock { $0.isTaken = false } }

    /// - Throws: `PublishingError.anotherBuildIsRunning`.
    func begin() throws(PublishingError) -> StagedFiles {
        let isFree = state.withLock { state in
            defer { state.isTaken = true }
            return !state.isTaken
        }
        guard isFree else { throw .anotherBuildIsRunning("") }
        return StagedFiles(for: self)
    }
}

/// The files of a site that is being made, before they take the place of those that are published.
final class StagedFiles: Sendable {
    private let published: PublishedFiles
    private let files = Mutex<[String: [UInt8]]>([:])
    private let isOpen = Mutex(true)

    fileprivate init(for published: PublishedFiles) { self.published = published }

    deinit { abort() }

    func write(_ bytes: [UInt8], to path: OutputPath) { files.withLock { $0[path.text] = bytes } }

    /// - Throws: `PublishingError.mostPagesRemoved`; then what was published stays.
    func commit(_ permissions: Publisher.Permissions) throws(PublishingError) -> Publisher.Summary {
        precondition(close(), "an output commits once")
        let (old, new) = (published.files, files.withLock { $0 })
        let removals = Removals(from: Set(old.keys), to: Set(new.keys))
        if let refusal = removals.refusal(permissions) {
            published.release()
            throw refusal
        }
        published.replace(with: new)
        let unchanged = new.count { old[$0.key] == $0.value }
        return Publisher.Summary(
            written: new.count - unchanged, unchanged: unchanged, removed: removals.paths.count,
            bytes: new.values.reduce(0) { $0 + $1.count }, removedPaths: Array(removals.paths.prefix(20)), remarks: [])
    }

    func abort() { if close() { published.release() } }

    /// Whether it was open until now.
    private func close() -> Bool {
        isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
    }
}
