import Foundation
import Glibc

/// Where a site's files come from: the disk, or memory in tests and previews.
package struct SourceReader: Sendable {
    /// A file below the site's root.
    package struct Listing: Sendable {
        package let path: String
        /// In bytes.
        package let size: Int
        package let isSymbolicLink: Bool

        package init(path: String, size: Int, isSymbolicLink: Bool) {
            self.path = path
            self.size = size
            self.isSymbolicLink = isSymbolicLink
        }
    }

    /// All files below a folder of the site, sorted by path; hidden and temporary files are left out.
    package let list: @Sendable (_ folder: String) throws -> [Listing]
    /// The first bytes of a file, at most `limit`; `nil` when it is not there or cannot be read.
    package let read: @Sendable (_ path: String, _ limit: Int) -> [UInt8]?

    package init(
        list: @escaping @Sendable (String) throws -> [Listing],
        read: @escaping @Sendable (String, Int) -> [UInt8]?
    ) {
        self.list = list
        self.read = read
    }

    /// Reads from memory.
    package static func memory(_ files: [String: [UInt8]]) -> SourceReader {
        SourceReader(
            list: { folder in
                files.filter { $0.key.hasPrefix(folder + "/") }.sorted { $0.key < $1.key }.map {
                    Listing(path: $0.key, size: $0.value.count, isSymbolicLink: false)
                }
            },
            read: { path, limit in files[path].map { Array($0.prefix(limit)) } })
    }

    /// Reads from the disk below `root`, never through a symbolic link.
    package static func disk(root: String) -> SourceReader {
        SourceReader(
            list: { folder in
                var listings: [Listing] = []
                walk(root, folder, into: &listings)
                return listings.sorted { $0.path < $1.path }
            },
            read: { path, limit in readFile(root + "/" + path, limit: limit) })
    }

    private static func walk(_ root: String, _ folder: String, into listings: inout [Listing]) {
        guard let directory = opendir(root + "/" + folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(decodingCString: $0, as: UTF8.self) }
            }
            guard !isHidden(name) else { continue }
            let path = folder + "/" + name
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: walk(root, path, into: &listings)
            case S_IFLNK: listings.append(Listing(path: path, size: 0, isSymbolicLink: true))
            case S_IFREG: listings.append(Listing(path: path, size: Int(status.st_size), isSymbolicLink: false))
            default: continue
            }
        }
    }

    /// Files of systems and editors that are no content: `.git`, `~$form.docx`, `page.md~`, `Thumbs.db`.
    static func isHidden(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".swp")
            || name.hasSuffix(".tmp") || name == "Thumbs.db" || name == "desktop.ini"
    }

    private static func readFile(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(Int(status.st_size), limit)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let read = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return }
                count += read
            }
        }
    }
}
