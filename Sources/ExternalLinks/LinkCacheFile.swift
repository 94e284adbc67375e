import FileSystem
import Glibc
import Synchronization

/// The file of the cache below a site, `.showcase/links.json`, to which no symbolic link is followed; or one in memory.
package struct LinkCacheFile: Sendable {
    package static let path = folder + "/" + name
    private static let folder = ".showcase"
    private static let name = "links.json"
    private static let maximumBytes = 64 * 1024 * 1024

    /// The cache; `nil` when the file is there and cannot be used.
    package let read: @Sendable () -> LinkCache?
    /// Replaces the file in one step; returns whether that was possible.
    package let write: @Sendable (LinkCache) -> Bool

    /// - Parameter site: the folder that holds `site.config`.
    package static func disk(site: String) -> LinkCacheFile {
        LinkCacheFile(
            read: {
                guard let folder = CacheFolder.open(site: site, Self.folder, creates: false) else {
                    return errno == ENOENT ? LinkCache() : nil
                }
                return switch folder.contents(of: Self.name, maximumBytes: Self.maximumBytes) {
                case .bytes(let bytes): LinkCache(bytes)
                case .absent: LinkCache()
                case .unusable: nil
                }
            },
            write: { cache in
                guard let folder = CacheFolder.open(site: site, Self.folder, creates: true) else { return false }
                return folder.replace(Self.name, with: cache.bytes)
            })
    }

    /// Keeps the answers as long as somebody holds the value.
    package static func memory() -> LinkCacheFile {
        let kept = KeptAnswers()
        return LinkCacheFile(read: { kept.cache }, write: { kept.keep($0) })
    }
}

/// Answers of other sites, in memory.
private final class KeptAnswers: Sendable {
    private let answers = Mutex(LinkCache())

    var cache: LinkCache { answers.withLock { $0 } }

    func keep(_ cache: LinkCache) -> Bool {
        answers.withLock { $0 = cache }
        return true
    }
}
