import DerivedFiles
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
        guard let folder = OpenFolder.open(site: site, Self.folder, creates: false) else {
            return errno == ENOENT ? LinkCache() : nil
        }
        return switch folder.contents(of: Self.name, maximumBytes: Self.maximumBytes) {
        case .bytes(let bytes): LinkCache(bytes)
        case .absent: LinkCache()
        case .unusable: nil
        }
    }

    /// Replaces the file in one step; returns whether that was possible.
    package func write(_ cache: LinkCache) -> Bool {
        guard let folder = OpenFolder.open(site: site, Self.folder, creates: true) else { return false }
        return folder.replace(Self.name, with: cache.bytes)
    }
}
