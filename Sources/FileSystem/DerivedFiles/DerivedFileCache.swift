import Crypto
import Glibc
import Synchronization

/// Files that take long to make, kept under a name for what they were made of: below a site in `.showcase`, or in memory.
///
/// Nothing depends on it: a file that is missing, cut off or changed is made again. No symbolic link is followed.
package struct DerivedFileCache: Sendable {
    /// The folder below the site that holds everything that can be made again.
    private static let parent = ".showcase"
    /// A file begins with the SHA-256 of its name and what follows.
    private static let digestLength = 32
    private static let maximumBytes = 64 * 1024 * 1024

    private let place: Place

    private enum Place {
        case disk(site: String, name: String)
        case memory(KeptFiles)
    }

    /// - Parameters:
    ///   - site: the folder that holds `site.config`.
    ///   - name: of the folder for one kind of files.
    package init(site: String, name: String) { place = .disk(site: site, name: name) }

    private init(_ place: Place) { self.place = place }

    /// Keeps files as long as somebody holds the cache.
    package static func memory() -> DerivedFileCache { DerivedFileCache(.memory(KeptFiles())) }

    /// What was kept under a key; `nil` when there is nothing, or something that is not what was written.
    package func bytes(_ key: String) -> [UInt8]? {
        switch place {
        case .memory(let files): files[key]
        case .disk(let site, let name): Self.bytes(key, site: site, name)
        }
    }

    private static func bytes(_ key: String, site: String, _ name: String) -> [UInt8]? {
        guard let folder = CacheFolder.open(site: site, parent, name, creates: false) else { return nil }
        guard case .bytes(let whole) = folder.contents(of: key, maximumBytes: maximumBytes),
            whole.count >= digestLength
        else { return nil }
        let bytes = Array(whole[digestLength...])
        return digest(of: bytes, key).elementsEqual(whole[..<digestLength]) ? bytes : nil
    }

    /// Keeps bytes under a key, in one step; returns whether that was possible.
    ///
    /// - Parameter key: a file name of letters and digits.
    package func keep(_ bytes: [UInt8], as key: String) -> Bool {
        guard bytes.count <= Self.maximumBytes - Self.digestLength else { return false }
        switch place {
        case .memory(let files):
            files.keep(bytes, as: key)
            return true
        case .disk(let site, let name):
            guard let folder = CacheFolder.open(site: site, Self.parent, name, creates: true) else { return false }
            return folder.replace(key, with: Array(Self.digest(of: bytes, key)), bytes)
        }
    }

    /// The digest of a file under its key: a file that was laid under another's name is not taken for it.
    private static func digest(of bytes: [UInt8], _ key: String) -> SHA256.Digest {
        var hash = SHA256()
        hash.update(data: Array((key + "\n").utf8))
        hash.update(data: bytes)
        return hash.finalize()
    }

    /// Removes from the disk what is not among `keys` when all files together have more bytes than `limit`, the oldest
    /// first, until they have not. Also what a program that was killed left half written.
    ///
    /// - Returns: how many files were removed.
    @discardableResult
    package func removeUnused(keeping keys: Set<String>, above limit: Int) -> Int {
        guard case .disk(let site, let name) = place,
            let folder = CacheFolder.open(site: site, Self.parent, name, creates: false)
        else { return 0 }
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
}

/// Files in memory, by their keys.
private final class KeptFiles: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    subscript(key: String) -> [UInt8]? { files.withLock { $0[key] } }

    func keep(_ bytes: [UInt8], as key: String) { files.withLock { $0[key] = bytes } }
}
