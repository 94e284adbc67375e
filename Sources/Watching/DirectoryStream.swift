import Glibc

/// A folder that is open for looking at its entries, and closed at the end of its scope.
struct DirectoryStream: ~Copyable {
    /// What stands at a name, links not followed.
    enum Status {
        case present(stat)
        case absent
        case unknown(SystemError)
    }

    private let stream: OpaquePointer
    /// For the calls that take a folder and a name.
    let descriptor: Int32

    /// - Parameter followsLink: whether the last name of the path may be a link to a folder.
    /// - Throws: ENOENT, or ENOTDIR for a file or link; EACCES and others.
    init(_ path: String, followsLink: Bool) throws(SystemError) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
        descriptor = open(path, followsLink ? flags : flags | O_NOFOLLOW)
        guard descriptor >= 0 else { throw SystemError(code: errno) }
        guard let stream = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw SystemError(code: code)
        }
        self.stream = stream
    }

    deinit { closedir(stream) }

    /// Which folder it is.
    borrowing func identity() throws(SystemError) -> FileIdentity {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError(code: errno) }
        return FileIdentity(status)
    }

    /// What stands at a name now.
    borrowing func status(of name: UnsafePointer<CChar>) -> Status {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return .present(status) }
        return errno == ENOENT ? .absent : .unknown(SystemError(code: errno))
    }

    /// Calls the function with the name of every entry, in no order.
    /// - Throws: when not all could be read.
    borrowing func forEachName(_ body: (UnsafePointer<CChar>) -> Void) throws(SystemError) {
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                guard let name = bytes.bindMemory(to: CChar.self).baseAddress else { return }
                let isSelfOrParent = strcmp(name, ".") == 0 || strcmp(name, "..") == 0
                if !isSelfOrParent { body(name) }
            }
        }
        guard errno == 0 else { throw SystemError(code: errno) }
    }
}
