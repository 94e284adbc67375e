/// What stood at a path when its writer read it.
package enum FileVersion: Sendable, Equatable {
    case absent
    case bytes([UInt8])

    /// - Parameter bytes: what was read; `nil` where there was nothing.
    package init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .absent }
}

/// A file of a site that is to be written over what was read of it.
package struct Replacement: Sendable {
    /// Relative to the site's folder.
    package let path: String
    package let bytes: [UInt8]
    package let version: FileVersion

    package init(_ path: String, _ bytes: [UInt8], over version: FileVersion) {
        self.path = path
        self.bytes = bytes
        self.version = version
    }
}
