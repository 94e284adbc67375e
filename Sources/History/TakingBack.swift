import Editing
import FileSystem

/// What becomes of a file when a change of it is taken back.
enum TakingBack: Equatable {
    /// The file is as it was before the change already.
    case done
    case becomes(FileVersion)
    /// What the change did was changed again.
    case changedSince

    /// - Parameters:
    ///   - before: the file before the change.
    ///   - after: the file after it.
    ///   - now: the file as it is.
    init(before: FileVersion, after: FileVersion, now: FileVersion) {
        switch (before, after, now) {
        case _ where now == before: self = .done
        case _ where now == after: self = .becomes(before)
        case (.bytes(let before), .bytes(let after), .bytes(let now)):
            guard let merged = LineMerge.merged(base: after, now, before) else {
                self = .changedSince
                return
            }
            self = merged == now ? .done : .becomes(.bytes(merged))
        default: self = .changedSince
        }
    }
}
