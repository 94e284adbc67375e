import Glibc

/// The steps of writing that know paths and bytes, and nothing of versions.
extension SiteFolder {
    /// Opens the folder of a path, step by step without following links.
    ///
    /// - Parameter isMade: whether folders that are missing are made.
    func openFolder(of path: String, isMade: Bool = true) throws -> (folder: Int32, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isUsable = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
        guard isUsable, let name = parts.last else { throw WritingError.outside(path) }
        if isMade { try makeRoot() }
        var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw WritingError.system(root, errno) }
        for part in parts.dropLast() {
            if isMade { _ = mkdirat(folder, part, 0o755) }
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let reason = errno
            close(folder)
            guard next >= 0 else {
                // With O_DIRECTORY, a link to a folder is answered with ENOTDIR.
                throw reason == ELOOP || reason == ENOTDIR
                    ? WritingError.notAFolder(path) : WritingError.system(path, reason)
            }
            folder = next
        }
        return (folder, name)
    }

    private func makeRoot() throws {
        var status = stat()
        guard stat(root, &status) != 0 else { return }
        var made = root.hasPrefix("/") ? "" : "."
        for part in root.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw WritingError.system(made, errno) }
        }
    }

    private static let temporaryPrefix = ".showcase-"
    private static let temporarySuffix = ".tmp"

    /// A name that no other writer takes, and no site has.
    static func temporaryName() -> String {
        "\(temporaryPrefix)\(getpid())-\(UInt32.random(in: .min ... .max))\(temporarySuffix)"
    }

    /// Whether a name is one that a writer of the program gives for a moment.
    static func isTemporary(_ name: String) -> Bool {
        name.hasPrefix(temporaryPrefix) && name.hasSuffix(temporarySuffix) && !name.contains("/")
    }

    /// Writes a file under a name of its own.
    func writeTemporary(
        _ bytes: [UInt8], named name: String, in folder: Int32, path: String, mode: mode_t
    ) throws {
        let file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { throw WritingError.system(path, errno) }
        var reason: Int32 = 0
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count, reason == 0 {
                let count = write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count >= 0 { offset += count } else if errno != EINTR { reason = errno }
            }
        }
        if reason == 0, fchmod(file, mode) != 0 || fsync(file) != 0 { reason = errno }
        if close(file) != 0, reason == 0 { reason = errno }
        guard reason == 0 else {
            unlinkat(folder, name, 0)
            throw WritingError.system(path, reason)
        }
    }
}
