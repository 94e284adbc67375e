import Glibc

/// What a writer of a site's content holds while nobody else of the program writes there: until it is given up, or the
/// process ends.
package struct ContentLock: ~Copyable {
    private let descriptor: Int32

    /// - Parameter descriptor: an open file, which the lock takes over.
    /// - Throws: `errno` where it cannot be locked.
    init(waitingFor descriptor: Int32) throws(SystemFailure) {
        self.descriptor = descriptor
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemFailure(errno: errno) }
        }
    }

    deinit { close(descriptor) }

    /// What the system said.
    struct SystemFailure: Error {
        let errno: Int32
    }
}
