import Glibc

/// A system call failed.
package struct SystemError: Error, Sendable, Hashable {
    /// The errno.
    package let code: Int32

    /// The system's reason in words.
    package var reason: String { String(cString: strerror(code)) }

    /// Whether the path leads to nothing that could be opened as a folder: gone, or something else in its place.
    var isAbsence: Bool { [ENOENT, ENOTDIR, ELOOP].contains(code) }

    /// Whether the same call may well succeed a moment later: the process or the machine is short of something.
    var isPassing: Bool { [EMFILE, ENFILE, ENOMEM, EINTR, EAGAIN, EIO, ESTALE].contains(code) }
}
