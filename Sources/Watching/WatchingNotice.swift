import Glibc

/// Why a watcher looks at the files every now and then, although it was to be told of changes by the kernel.
package enum WatchingNotice: Sendable, Hashable {
    /// The user's watches are used up (ENOSPC of inotify_add_watch(2)).
    case watchLimit
    /// The user's inotify instances are used up (EMFILE of inotify_init1(2)).
    case instanceLimit
    /// The kernel hears nothing of changes that others make on this kind of file system, such as NFS.
    case fileSystem(name: String)
    /// The kernel refused for another reason, an errno.
    case refused(Int32)

    /// The name of the setting that raises the limit, for sysctl(8); `nil` when none does.
    package var setting: String? {
        switch self {
        case .watchLimit: "fs.inotify.max_user_watches"
        case .instanceLimit: "fs.inotify.max_user_instances"
        case .fileSystem, .refused: nil
        }
    }

    /// For an inotify instance that could not be made.
    static func opening(_ error: SystemError) -> WatchingNotice {
        error.code == EMFILE ? .instanceLimit : .refused(error.code)
    }
}
