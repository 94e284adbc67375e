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

/// A file that is open for writing, and mapped into memory.
final class MappedFile {
    private let descriptor: Int32
    private let memory: UnsafeMutableRawPointer

    init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard let memory = mmap(nil, 1, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED else {
            throw SystemError(code: errno)
        }
        self.memory = memory
    }

    deinit {
        munmap(memory, 1)
        close(descriptor)
    }

    /// Changes the first byte in memory, of which inotify tells nothing.
    func setFirstByte(_ byte: UInt8) { memory.storeBytes(of: byte, as: UInt8.self) }

    /// Writes over the beginning of the file.
    func write(_ text: String) throws {
        guard pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count else { throw SystemError(code: errno) }
    }
}
