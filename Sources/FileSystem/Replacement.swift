/// What stood at a path when its writer read it.
package enum FileVersion: Sendable, Equatable {
    case absent
    case bytes([UInt8])

    /// - Parameter bytes: what was read; `nil` where there was nothing.
    package init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .absent }
}

/// A file of a site that is to be written over what was read of it, or removed.
package struct Replacement: Sendable, Equatable {
    /// Relative to the site's folder.
    package let path: String
    /// What was read, and what the writer goes out from.
    package let before: FileVersion
    /// What is to stand there; `absent` for a file that goes.
    package let after: FileVersion

    package init(_ path: String, _ bytes: [UInt8], over version: FileVersion) {
        self.init(path, .bytes(bytes), over: version)
    }

    package init(_ path: String, _ after: FileVersion, over before: FileVersion) {
        self.path = path
        self.before = before
        self.after = after
    }
}
