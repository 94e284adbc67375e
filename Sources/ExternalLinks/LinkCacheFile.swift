import Glibc

/// The file of the cache below a site: `.showcase/links.json`. No symbolic link is followed to it.
package struct LinkCacheFile: Sendable {
    package static let path = folder + "/" + name
    private static let folder = ".showcase"
    private static let name = "links.json"
    private static let maximumBytes = 64 * 1024 * 1024

    private let site: String

    /// - Parameter site: the folder that holds `site.config`.
    package init(site: String) { self.site = site }

    /// The cache; `nil` when the file is there and cannot be used.
    package func read() -> LinkCache? {
        guard let folder = open(createsFolder: false) else { return errno == ENOENT ? LinkCache() : nil }
        defer { close(folder) }
        // O_NONBLOCK, so that a pipe in the place of the file does not hold the program.
        let file = openat(folder, Self.name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return errno == ENOENT ? LinkCache() : nil }
        defer { close(file) }
        return Self.contents(of: file).flatMap(LinkCache.init)
    }

    /// Replaces the file in one step; returns whether that was possible.
    package func write(_ cache: LinkCache) -> Bool {
        guard let folder = open(createsFolder: true) else { return false }
        defer { close(folder) }
        let temporaryName = Self.name + ".new-\(getpid())"
        unlinkat(folder, temporaryName, 0)
        let file = openat(folder, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        let isWritten = Self.write(cache.bytes, to: file)
        guard close(file) == 0, isWritten, renameat(folder, temporaryName, folder, Self.name) == 0 else {
            unlinkat(folder, temporaryName, 0)
            return false
        }
        return true
    }

    /// The open folder; `nil` with `errno` when there is none, or a symbolic link in its place.
    private func open(createsFolder: Bool) -> Int32? {
        let path = site + "/" + Self.folder
        if createsFolder { mkdirat(AT_FDCWD, path, 0o755) }
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return folder < 0 ? nil : folder
    }

    private static func contents(of file: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= maximumBytes else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            offset += count
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            offset += count
        }
        return true
    }
}
