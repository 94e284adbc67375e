import CDrawing
import Crypto
import FileSystem
import Synchronization

/// Share pictures: from the cache where they were drawn before, else drawn now and kept.
package final class SharePictureStore: Sendable {
    /// In pixels.
    package static let width = ShareDrawing.width
    /// In pixels.
    package static let height = ShareDrawing.height

    /// Whether the machine has the fonts. Without them letters would be boxes.
    package static var canDraw: Bool { showcase_fonts_are_there() != 0 }

    private static let folder = "share"
    private static let cacheLimit = 128 * 1024 * 1024

    /// What the pictures depend on besides their cards.
    private static let conditions: String = {
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 200) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            showcase_drawing_versions(start, buffer.count)
            return String(cString: start)
        }
        return "5 \(text)"
    }()

    private let cache: DerivedFileCache
    /// Drawings that no thread is using.
    private let idle = Mutex<[ShareDrawing]>([])
    private let used = Mutex<Set<String>>([])

    package init(_ cache: DerivedFileCache) { self.cache = cache }

    /// What was drawn before, below a site.
    ///
    /// - Parameter site: the folder that holds `site.config`.
    package static func cache(site: String) -> DerivedFileCache { DerivedFileCache(site: site, name: folder) }

    /// The picture of a card; `nil` without fonts or memory. Safe to call from several threads.
    package func png(of card: ShareCard) -> [UInt8]? {
        let key = Self.key(of: card)
        _ = used.withLock { $0.insert(key) }
        if let kept = cache.bytes(key) { return kept }
        guard let drawing = idle.withLock({ $0.popLast() }) ?? ShareDrawing() else { return nil }
        defer { idle.withLock { $0.append(drawing) } }
        guard let bytes = drawing.draw(card) else { return nil }
        // A cache that cannot be written costs time, and nothing else.
        _ = cache.keep(bytes, as: key)
        return bytes
    }

    /// Removes what was not asked for, once the cache has grown large.
    package func removeUnused() { cache.removeUnused(keeping: used.withLock { $0 }, above: Self.cacheLimit) }

    private static func key(of card: ShareCard) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hash = SHA256.hash(data: Array("\(conditions) \(card.description)".utf8))
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
