import Synchronization

/// What was written into a site since the log was begun, for whoever records it.
package final class WritingLog: Sendable {
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

    package init() {}

    /// The files that are not what they were, by path.
    package var files: [File] {
        written.withLock { $0.values.filter { $0.before != $0.after } }.sorted { $0.path < $1.path }
    }

    func add(_ replacement: Replacement) {
        let path = replacement.path
        written.withLock { files in
            files[path] = File(path: path, before: files[path]?.before ?? replacement.before, after: replacement.after)
        }
    }
}
