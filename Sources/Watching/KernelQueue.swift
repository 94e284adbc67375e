import Glibc

/// An inotify(7) instance, closed with its last reference.
final class KernelQueue: Sendable {
    /// What is told of a folder. IN_MODIFY, so that a writer that keeps its file open is noticed; IN_ATTRIB for a file
    /// that becomes readable.
    private static let mask =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
        | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)

    /// Readable when there are events.
    let descriptor: Int32
    private let kernel: KernelCalls

    /// - Throws: EMFILE when the user has too many instances; others.
    init(kernel: KernelCalls) throws(SystemError) {
        descriptor = try kernel.openQueue()
        self.kernel = kernel
    }

    deinit { close(descriptor) }

    /// Watches a folder; one that is watched already keeps its number.
    /// - Throws: ENOSPC when the user has too many watches; ENOENT, ENOTDIR, EACCES and others.
    func watch(_ path: String, followsLink: Bool) throws(SystemError) -> Int32 {
        let mask = followsLink ? KernelQueue.mask : KernelQueue.mask | UInt32(IN_DONT_FOLLOW)
        return try kernel.addWatch(descriptor, path, mask)
    }

    /// Ends a watch; its number is not given out again soon.
    func unwatch(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// Reads what is in the queue now, without waiting.
    func drain(_ body: (KernelEvent) -> Void) {
        // The queue holds 16,384 events unless it is set otherwise, of at most 272 bytes: what was in it at the start
        // is read, and a storm of new ones does not hold the caller.
        let mostReads = 80
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            for _ in 0..<mostReads {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                KernelEvent.forEach(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]), body)
            }
        }
    }
}
