import CFileSystem
import Glibc

/// The calls by which the kernel is asked to tell of changes; tests put their own answers in their place.
struct KernelCalls: Sendable {
    /// A new inotify instance, inotify_init1(2).
    var openQueue: @Sendable () throws(SystemError) -> Int32
    /// Watches a folder and returns the watch's number, inotify_add_watch(2).
    var addWatch: @Sendable (_ queue: Int32, _ path: String, _ mask: UInt32) throws(SystemError) -> Int32
    /// The magic number of the file system that holds an open file, statfs(2).
    var fileSystemType: @Sendable (_ descriptor: Int32) -> UInt32

    /// The kernel that runs.
    static let running = KernelCalls(
        openQueue: { () throws(SystemError) in
            let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { throw SystemError(code: errno) }
            return descriptor
        },
        addWatch: { queue, path, mask throws(SystemError) in
            let watch = inotify_add_watch(queue, path, mask)
            guard watch >= 0 else { throw SystemError(code: errno) }
            return watch
        },
        fileSystemType: { showcase_file_system_type($0) })
}
