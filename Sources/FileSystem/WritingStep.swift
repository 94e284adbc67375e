import Synchronization

/// Writing a site's content and recording it, as one step: from the first file that is written until the step ends nobody
/// else of the program writes there or records anything.
package final class WritingStep: Sendable {
    /// What became of a file.
    package struct File: Sendable, Equatable {
        /// Relative to the site's folder.
        package let path: String
        /// Before the first time that it was written.
        package let before: FileVersion
        /// After the last time.
        package let after: FileVersion
    }

    private let written = Mutex<[String: File]>([:])
    private let lock = Mutex<ContentLock?>(nil)

    package init() {}

    /// The files that are not what they were, by path.
    package var files: [File] {
        written.withLock { $0.values.filter { $0.before != $0.after } }.sorted { $0.path < $1.path }
    }

    /// Lets others write, and begins anew with the next file.
    package func end() {
        written.withLock { $0 = [:] }
        lock.withLock { $0 = nil }
    }

    /// The lock that the step holds, taken where it holds none yet.
    func held(_ take: () throws -> ContentLock) rethrows -> ContentLock {
        if let lock = lock.withLock({ $0 }) { return lock }
        let taken = try take()
        lock.withLock { $0 = taken }
        return taken
    }

    func add(_ replacement: Replacement) {
        let path = replacement.path
        written.withLock { files in
            files[path] = File(path: path, before: files[path]?.before ?? replacement.before, after: replacement.after)
        }
    }
}
