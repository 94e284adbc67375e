import CFileSystem
import Glibc

/// Wakes the watcher's thread, an eventfd(2) that is closed with its last reference.
final class WakeSignal: Sendable {
    /// Readable after `raise`, until `lower`.
    let descriptor: Int32

    /// - Throws: the system's refusal, such as EMFILE.
    init() throws(SystemError) {
        descriptor = showcase_event_descriptor()
        guard descriptor >= 0 else { throw SystemError(code: -descriptor) }
    }

    deinit { close(descriptor) }

    /// Ends the waiting now or the next one.
    func raise() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Waits for `raise` or for something to read from the other descriptor.
    /// - Parameter timeout: the longest waiting; `nil` for no limit.
    func wait(or other: Int32? = nil, timeout: Duration?) {
        // poll(2) leaves out negative descriptors.
        var descriptors = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, nfds_t(descriptors.count), timeout?.wholeMilliseconds ?? -1)
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}

extension Duration {
    /// Rounded up, so that a short time is not a busy loop; not negative.
    fileprivate var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(milliseconds, 0))
    }
}
