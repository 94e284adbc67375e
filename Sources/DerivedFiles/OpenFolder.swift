import Glibc

/// A folder below a site that is open, reached without following symbolic links; closed when its scope ends.
struct OpenFolder: ~Copyable {
    struct File {
        let name: String
        /// In bytes.
        let size: Int
        /// Seconds since 1970.
        let modified: Int
        /// In seconds.
        let age: Int
    }

    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// - Parameter creates: whether the folders are made where they are not there.
    static func open(site: String, _ parent: String, _ name: String, creates: Bool) -> OpenFolder? {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        if creates { mkdirat(AT_FDCWD, site + "/" + parent, 0o755) }
        let outer = Glibc.open(site + "/" + parent, flags)
        guard outer >= 0 else { return nil }
        defer { close(outer) }
        if creates { mkdirat(outer, name, 0o755) }
        let inner = openat(outer, name, flags)
        return inner >= 0 ? OpenFolder(descriptor: inner) : nil
    }

    deinit { close(descriptor) }

    /// The regular files in it.
    func files() -> [File] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { return [] }
        defer { closedir(stream) }
        let now = time(nil)
        var files: [File] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
            else { continue }
            files.append(
                File(
                    name: name, size: Int(status.st_size), modified: status.st_mtim.tv_sec,
                    age: now - status.st_mtim.tv_sec))
        }
        return files
    }
}
