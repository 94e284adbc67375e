import Content
import Synchronization

/// Files that are read as something else than they are on disk, as long as a closure runs.
final class SourceOverlay: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    /// A reader that sees the overlay.
    func reader(over reader: SourceReader) -> SourceReader {
        SourceReader(
            list: reader.list,
            read: { path, limit in
                self.files.withLock { $0[path] }.map { Array($0.prefix(limit)) } ?? reader.read(path, limit)
            },
            look: reader.look)
    }

    /// Runs a closure that sees other bytes in place of some files.
    func with<Result>(_ replaced: [String: [UInt8]], _ body: () throws -> Result) rethrows -> Result {
        files.withLock { $0 = replaced }
        defer { files.withLock { $0 = [:] } }
        return try body()
    }
}
