import Glibc

@testable import Watching

/// A file that is open for writing.
final class OpenFile {
    private let descriptor: Int32

    init(_ path: String, _ flags: Int32 = O_APPEND) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
        guard descriptor >= 0 else { throw SystemError(code: errno) }
    }

    deinit { close(descriptor) }

    func append(_ text: String) throws {
        guard write(descriptor, text, text.utf8.count) == text.utf8.count else { throw SystemError(code: errno) }
    }
}

extension [UInt8] {
    /// Writes the bytes over those of a file, without truncating it.
    func overwrite(_ path: String) throws { try OpenFile(path, 0).append(String(decoding: self, as: UTF8.self)) }
}
