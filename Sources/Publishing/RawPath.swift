/// A path as the system has it: bytes, which need not be UTF-8. A file that somebody else laid into a folder may have any
/// name.
package struct RawPath: Sendable, Hashable {
    /// Without NUL.
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The path of what has a name, or a relative path, below this one.
    package static func / (folder: RawPath, name: RawPath) -> RawPath {
        RawPath(folder.bytes + [UInt8(ascii: "/")] + name.bytes)
    }

    package static func / (folder: RawPath, name: String) -> RawPath {
        RawPath(folder.bytes + [UInt8(ascii: "/")] + Array(name.utf8))
    }

    /// The path as text; `nil` where its bytes are no UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The path for messages: what is no UTF-8 is shown as U+FFFD.
    package var shown: String { String(decoding: bytes, as: UTF8.self) }

    /// The path as C has it, with a NUL at its end.
    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
