import Addresses

/// Where a site is published: everything is written beside what was published before, and takes its place in one step.
///
/// A folder of the disk (`Publisher`), or files in memory (`PublishedFiles`). Tests hold both to the same promises.
package struct Output: Sendable {
    /// An empty folder for files that libraries need while they work; `nil` for the system's.
    package let scratchFolder: String?
    /// Writes a file. Safe to call from several threads.
    package let write: @Sendable ([UInt8], OutputPath) throws -> Void
    /// Begins to bring what was written so far to where it stays, while other work goes on.
    package let beginSync: @Sendable () -> Void
    /// Puts what was written in the place of what was published before; once.
    package let commit: @Sendable () throws -> Publisher.Summary
    /// Forgets what was written. Does nothing after `commit`.
    package let abort: @Sendable () -> Void

    /// A folder of the disk.
    ///
    /// - Parameters:
    ///   - folder: absolute path; it need not exist.
    ///   - sources: the places that the output must neither be, nor hold, nor be in.
    ///   - permissions: what may be lost.
    /// - Throws: `PublishingError`.
    package static func disk(
        _ folder: String, sources: SourcePlaces? = nil, permissions: Publisher.Permissions = .init()
    ) throws -> Output {
        let publisher = try Publisher(output: folder, sources: sources, permissions: permissions)
        return Output(
            scratchFolder: publisher.scratchFolder, write: { try publisher.write($0, to: $1) },
            beginSync: { publisher.beginSync() }, commit: { try publisher.commit() }, abort: { publisher.abort() })
    }

    /// Files in memory.
    ///
    /// - Throws: `PublishingError.anotherBuildIsRunning` while another output of the same files is open.
    package static func memory(
        _ published: PublishedFiles, permissions: Publisher.Permissions = .init()
    ) throws -> Output {
        let staging = try published.begin()
        return Output(
            scratchFolder: nil, write: { staging.write($0, to: $1) }, beginSync: {},
            commit: { try staging.commit(permissions) }, abort: { staging.abort() })
    }
}
