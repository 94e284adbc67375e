import Crypto
import Glibc

/// Files that take long to make, kept below a site in `.showcase` under a name for what they were made of.
///
/// Nothing depends on it: a file that is missing, cut off or changed is made again. No symbolic link is followed.
package struct DerivedFileCache: Sendable {
    /// The folder below the site that holds everything that can be made again.
    private static let parent = ".showcase"
    /// A file begins with the SHA-256 of what follows.
    private static let digestLength = 32
    private static let maximumBytes = 64 * 1024 * 1024

    private let site: String
    private let name: String

    /// - Parameters:
    ///   - site: the folder that holds `site.config`.
    ///   - name: of the folder for one kind of files.
    package init(site: String, name: String) {
        self.site = site
        self.name = name
    }

    /// What was kept under a key; `nil` when there is nothing, or something that is not what was written.
    package func bytes(_ key: String) -> [UInt8]? {
        guard let folder = OpenFolder.open(site: site, Self.parent, name, creates: false) else { return nil }
        // O_NONBLOCK, so that a pipe in the place of the file does not hold the program.
        let file = openat(folder.descriptor, key, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard let whole = Self.contents(of: file), whole.count >= Self.digestLength else { return nil }
        let bytes = Array(whole[Self.digestLength...])
        return SHA256.hash(data: bytes).elementsEqual(whole[..<Self.digestLength]) ? bytes : nil
    }

    /// Keeps bytes under a key, in one step; returns whether that was possible.
    ///
    /// - Parameter key: a file name of letters and digits.
    package func keep(_ bytes: [UInt8], as key: String) -> Bool {
        guard bytes.count <= Self.maximumBytes - Self.digestLength,
            let folder = OpenFolder.open(site: site, Self.parent, name, creates: true)
        else { return false }
        // Threads and programs that make the same file do not write into each other's.
        let temporaryName = ".\(key).\(getpid())-\(UInt64.random(in: .min ... .max))"
        let file = openat(
            folder.descriptor, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        let isWritten = Self.write(Array(SHA256.hash(data: bytes)), to: file) && Self.write(bytes, to: file)
        guard close(file) == 0, isWritten, renameat(folder.descriptor, temporaryName, folder.descriptor, key) == 0
        else {
            unlinkat(folder.descriptor, temporaryName, 0)
            return false
        }
        return true
    }

    /// Removes what is not among `keys` when all files together have more bytes than `limit`, the oldest first, until
    /// they have not. Also what a program that was killed left half written.
    ///
    /// - Returns: how many files were removed.
    @discardableResult
    package func removeUnused(keeping keys: Set<String>, above limit: Int) -> Int {
        guard let folder = OpenFolder.open(site: site, Self.parent, name, creates: false) else { return 0 }
        let files = folder.files()
        var total = files.reduce(0) { $0 + $1.size }
        var removed = 0
        for file in files.sorted(by: { ($0.modified, $0.name) < ($1.modified, $1.name) }) {
            let isLeftover = file.name.hasPrefix(".") && file.age > 3600
            guard isLeftover || (total > limit && !keys.contains(file.name) && !file.name.hasPrefix(".")) else {
                continue
            }
            guard unlinkat(folder.descriptor, file.name, 0) == 0 else { continue }
            total -= file.size
            removed += 1
        }
        return removed
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
                read(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
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
