import ExternalLinks
import FileSystem
import Pictures

/// What takes long to make and is kept for the next time. A site comes out the same without it.
package struct BuildCaches: Sendable {
    package let pictures: PictureMemory
    package let sharePictures: DerivedFileCache
    package let links: LinkCacheFile

    /// Below `.showcase` of a site.
    ///
    /// - Parameter site: the folder that holds `site.config`.
    package static func disk(site: String) -> BuildCaches {
        BuildCaches(
            pictures: .disk(site: site), sharePictures: SharePictureStore.cache(site: site), links: .disk(site: site))
    }

    /// As long as somebody holds it.
    package static func memory() -> BuildCaches {
        BuildCaches(pictures: .memory(), sharePictures: .memory(), links: .memory())
    }
}
