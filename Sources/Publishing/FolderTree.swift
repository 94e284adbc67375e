import Glibc

/// Walks and removes folders without following symbolic links.
enum FolderTree {
    /// All files below a folder, relative to it. Symbolic links count as files.
    static func files(below folder: String) -> [String] {
        var files: [String] = []
        walk(folder, prefix: "") { path, isFolder in if !isFolder { files.append(path) } }
        return files
    }

    /// Removes a folder and everything in it.
    static func remove(_ folder: String) throws {
        var folders = [folder]
        walk(folder, prefix: "") { path, isFolder in
            if isFolder { folders.append(folder + "/" + path) } else { _ = unlink(folder + "/" + path) }
        }
        for path in folders.reversed() where rmdir(path) != 0 && errno != ENOENT {
            throw PublishingError.system(path: path, errno: errno)
        }
    }

    /// The names in a folder but `.` and `..`; `nil` when it cannot be read.
    static func names(in folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Calls `visit` for everything below a folder, a folder before what is in it.
    private static func walk(_ root: String, prefix: String, visit: (String, Bool) -> Void) {
        for name in names(in: prefix.isEmpty ? root : root + "/" + prefix) ?? [] {
            let path = prefix.isEmpty ? name : prefix + "/" + name
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else { continue }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            visit(path, isFolder)
            if isFolder { walk(root, prefix: path, visit: visit) }
        }
    }
}
