import Diagnostics
import Glibc
import Values

extension Workspace {
    /// Reads from the disk below `root`. No symbolic link below it is followed and no path leads out of it.
    package static func disk(root: String) -> Workspace {
        Workspace(
            list: { folder in
                guard SitePath(folder) != nil else { return [] }
                var listings: [Listing] = []
                list(folder, below: root, isTop: true, into: &listings)
                return listings.sorted(by: Listing.precedes)
            },
            read: { path, limit in
                guard SitePath(path) != nil else { return nil }
                return readFile(root + "/" + path, limit: limit)
            },
            look: { look(at: $0, below: root) },
            isFolder: { path in
                var status = stat()
                return SitePath(path) != nil && lstat(root + "/" + path, &status) == 0
                    && status.st_mode & S_IFMT == S_IFDIR
            })
    }

    private static func look(at path: String, below root: String) -> Listing? {
        guard SitePath(path) != nil, !hides(path) else { return nil }
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            // Of a folder there is something to say when it cannot be opened.
            var listings: [Listing] = []
            list(path, below: root, isTop: true, into: &listings)
            return listings.first { $0.path == path }
        case S_IFLNK: return Listing(path: path, size: 0, entry: .symbolicLink)
        case S_IFREG: return Listing(path: path, size: Int(status.st_size), entry: .file)
        default: return Listing(path: path, size: 0, entry: .special)
        }
    }

    private static func list(_ folder: String, below root: String, isTop: Bool, into listings: inout [Listing]) {
        // O_NOFOLLOW, so that a folder that is replaced by a link in the meantime is not followed either.
        let descriptor = open(root + "/" + folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0, let directory = fdopendir(descriptor) else {
            let reason = errno
            if descriptor >= 0 { close(descriptor) }
            switch reason {
            case ENOENT where isTop: return
            // With O_DIRECTORY, a link to a folder is answered with ENOTDIR.
            case _ where isSymbolicLink(root + "/" + folder):
                listings.append(Listing(path: folder, size: 0, entry: .symbolicLink))
            default:
                listings.append(Listing(path: folder, size: 0, entry: .unreadable(.systemReason(reason))))
            }
            return
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            add(name, in: folder, below: root, descriptor: descriptor, into: &listings)
        }
    }

    private static func add(
        _ bytes: [UInt8], in folder: String, below root: String, descriptor: Int32, into listings: inout [Listing]
    ) {
        guard let name = String(validating: bytes, as: UTF8.self) else {
            let shown = folder + "/" + String(decoding: bytes, as: UTF8.self)
            listings.append(Listing(path: shown, size: 0, entry: .unreadable(Self.notUTF8)))
            return
        }
        guard !isHidden(name) else { return }
        let path = folder + "/" + name
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // Gone since the folder was listed.
            guard errno != ENOENT else { return }
            listings.append(Listing(path: path, size: 0, entry: .unreadable(.systemReason(errno))))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: list(path, below: root, isTop: false, into: &listings)
        case S_IFLNK: listings.append(Listing(path: path, size: 0, entry: .symbolicLink))
        case S_IFREG: listings.append(Listing(path: path, size: Int(status.st_size), entry: .file))
        default: listings.append(Listing(path: path, size: 0, entry: .special))
        }
    }

    private static let notUTF8 = LocalizedText(zh: "文件名不是 UTF-8 编码", en: "the name is not UTF-8")

    private static func isSymbolicLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func readFile(_ path: String, limit: Int) -> [UInt8]? {
        // O_NONBLOCK, so that a pipe in the place of a file does not hold the program.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(Int(status.st_size), limit)
        var didFail = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let read = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if read < 0, errno == EINTR { continue }
                didFail = read < 0
                guard read > 0 else { return }
                count += read
            }
        }
        return didFail ? nil : bytes
    }
}
