import Crypto
import DerivedFiles
import Synchronization

/// The renditions of pictures: from the cache where they were made before, else made now and kept.
package final class PictureStore: Sendable {
    /// What a store did.
    package struct Summary: Sendable, Hashable {
        package var made = 0
        package var remembered = 0
        /// Whether something could not be kept for the next time.
        package var hasUnwritableCache = false
    }

    /// The folder below `.showcase`.
    private static let folder = "photos"
    /// What the cache may have before files that nobody needs are removed, in bytes.
    private static let cacheLimit = 256 * 1024 * 1024

    private let cache: DerivedFileCache
    private let gate = MemoryGate(limit: PictureLimits.memory)
    private let state = Mutex(Summary())
    /// The bytes of an original by its path; `nil` when it cannot be read.
    private let read: @Sendable (_ path: String, _ limit: Int) -> [UInt8]?

    /// - Parameter site: the folder that holds `site.config`.
    package init(site: String, read: @escaping @Sendable (_ path: String, _ limit: Int) -> [UInt8]?) {
        cache = DerivedFileCache(site: site, name: Self.folder)
        self.read = read
    }

    package var summary: Summary { state.withLock { $0 } }

    /// The bytes of all renditions, in the order of the plan. Safe to call from several threads.
    ///
    /// - Parameter path: of the original, in the site.
    /// - Throws: `PictureProblem`.
    package func renditions(of plan: PicturePlan, at path: String) throws(PictureProblem) -> [[UInt8]] {
        let key = Self.key(of: plan)
        if let kept = cache.bytes(key).flatMap({ Self.unpacked($0, count: plan.renditions.count) }) {
            state.withLock { $0.remembered += 1 }
            return kept
        }
        let made = try gate.run(needing: PictureLimits.memory(for: plan.header)) {
            () throws(PictureProblem) -> [[UInt8]] in
            // The file may have been replaced since it was looked at.
            guard let original = read(path, PictureLimits.maximumByteCount + 1),
                PicturePlan(header: plan.header, original: original) == plan
            else { throw .changed }
            return try PictureMaker.renditions(of: original, plan: plan)
        }
        let isKept = cache.keep(Self.packed(made), as: key)
        state.withLock { summary in
            summary.made += 1
            if !isKept { summary.hasUnwritableCache = true }
        }
        return made
    }

    /// Looks whether something can be made of a picture, without making or keeping it.
    ///
    /// - Throws: `PictureProblem`.
    package func verify(_ plan: PicturePlan, at path: String) throws(PictureProblem) {
        guard cache.bytes(Self.key(of: plan)) == nil else {
            state.withLock { $0.remembered += 1 }
            return
        }
        try gate.run(needing: PictureLimits.memory(for: plan.header)) { () throws(PictureProblem) in
            guard let original = read(path, PictureLimits.maximumByteCount + 1),
                PicturePlan(header: plan.header, original: original) == plan
            else { throw .changed }
            try PictureMaker.verify(original, plan: plan)
        }
    }

    /// Removes what the cache has of pictures that the site has no more, once it has grown large.
    package func removeUnused(keeping plans: [PicturePlan]) {
        cache.removeUnused(keeping: Set(plans.map(Self.key)), above: Self.cacheLimit)
    }

    private static func key(of plan: PicturePlan) -> String {
        let header = plan.header
        let text = "\(PictureMaker.conditions) \(plan.digest) \(header.orientation) \(plan.renditions.map(\.width))"
        return PicturePlan.hexadecimal(SHA256.hash(data: Array(text.utf8)))
    }

    /// All files one after the other, each after its length as four bytes, the greatest first.
    private static func packed(_ files: [[UInt8]]) -> [UInt8] {
        files.reduce(into: []) { bytes, file in
            bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: file.count >> $0) }
            bytes += file
        }
    }

    private static func unpacked(_ bytes: [UInt8], count: Int) -> [[UInt8]]? {
        var files: [[UInt8]] = []
        var offset = 0
        while offset + 4 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            guard offset + 4 + length <= bytes.count else { return nil }
            files.append(Array(bytes[offset + 4..<offset + 4 + length]))
            offset += 4 + length
        }
        return files.count == count && offset == bytes.count ? files : nil
    }
}
