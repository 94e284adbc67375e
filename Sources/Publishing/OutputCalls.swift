/// Why the system refused a call.
package struct SystemFailure: Error, Sendable, Equatable {
    /// The system's number of the reason, such as `ENOSPC`.
    package let errno: Int32

    package init(errno: Int32) { self.errno = errno }
}

/// The calls of the system with which a site is published, as values: what a disk does at its worst can be tried without
/// one that fails. No call follows a symbolic link at the end of a path, and none waits for a pipe.
package struct OutputCalls: Sendable {
    /// What stands at a path.
    package enum Kind: Sendable, Equatable {
        case file, folder, symbolicLink
        /// A pipe, a socket or a device.
        case special
    }

    /// Something in a folder.
    package struct Entry: Sendable, Equatable {
        /// Its name, as bytes.
        package let name: RawPath
        package let kind: Kind

        package init(name: RawPath, kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// What came of asking for a lock.
    package enum Lock: Sendable, Equatable {
        /// It is ours until it is given back, or the process ends.
        case held(Int32)
        /// Another process has it, whose number is told where it is known.
        case taken(by: String)
    }

    /// What stands at a path; `nil` for nothing.
    package var kind: @Sendable (RawPath) throws(SystemFailure) -> Kind?
    /// What is in a folder, without `.` and `..`, in no order.
    package var entries: @Sendable (RawPath) throws(SystemFailure) -> [Entry]
    /// The bytes of a regular file, where it has so many of them; of any length for `nil`. `nil` for anything else.
    package var read: @Sendable (RawPath, _ size: Int?) throws(SystemFailure) -> [UInt8]?
    /// Writes a file where nothing stands.
    package var create: @Sendable (RawPath, [UInt8]) throws(SystemFailure) -> Void
    package var makeFolder: @Sendable (RawPath) throws(SystemFailure) -> Void
    /// Gives a file a second name.
    package var link: @Sendable (_ from: RawPath, _ to: RawPath) throws(SystemFailure) -> Void
    package var rename: @Sendable (_ from: RawPath, _ to: RawPath) throws(SystemFailure) -> Void
    /// Exchanges two paths in one step. Some file systems cannot: `EINVAL`, `ENOSYS` or `EOPNOTSUPP`.
    package var exchange: @Sendable (RawPath, RawPath) throws(SystemFailure) -> Void
    /// Removes a file, a link or something special.
    package var removeFile: @Sendable (RawPath) throws(SystemFailure) -> Void
    /// Removes an empty folder.
    package var removeFolder: @Sendable (RawPath) throws(SystemFailure) -> Void
    /// Brings what was written below a folder to its disk.
    package var sync: @Sendable (RawPath) throws(SystemFailure) -> Void
    /// Takes the lock whose file stands at a path.
    package var lock: @Sendable (RawPath) throws(SystemFailure) -> Lock
    package var unlock: @Sendable (Int32) -> Void
    /// Whether a folder is where another file system is mounted.
    package var isMountPoint: @Sendable (RawPath) -> Bool
    /// Whether this process may remove what stands at a path from its folder, as far as that can be told without trying.
    package var canRemove: @Sendable (_ path: RawPath, _ folder: RawPath) -> Bool
}
