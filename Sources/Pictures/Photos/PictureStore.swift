import Crypto
import FileSystem
import Synchronization

/// What is left of earlier work on pictures: renditions that were made, and which originals can be used.
package final class PictureMemory: Sendable {
    /// The folder below `.showcase`.
    private static let folder = "photos"

    let cache: DerivedFileCache
    /// Of this run of the program: an original that was looked at once is not decoded again.
    private let usable = Mutex<Set<String>>([])

    private init(_ cache: DerivedFileCache) { self.cache = cache }

    /// - Parameter site: the folder that holds `site.config`.
    package static func disk(site: String) -> PictureMemory {
        PictureMemory(DerivedFileCache(site: site, name: folder))
    }

    /// Renditions are kept as long as somebody holds the memory.
    package static func memory() -> PictureMemory { PictureMemory(.memory()) }

    func knowsUsable(_ key: String) -> Bool { usable.withLock { $0.contains(key) } || cache.bytes(key) != nil }

    func noteUsable(_ key: String) { _ = usable.withLock { $0.insert(key) } }
}

/// The renditions of pictures: from the cache where they were made before, else made now and kept.
package final class PictureStore: Sendable {
    /// What a store did.
    package struct Summary: Sendable, Hashable {
        package var made = 0
        package var remembered = 0
        /// Whether something could not be kept for the next time.
        package var hasUnwritableCache = false
    }

    /// What the cache may have before files that nobody needs are removed, in bytes.
    private static let cacheLimit = 256 * 1024 * 1024

    private let memory: PictureMemory
    private let gate = MemoryGate(limit: PictureLimits.memory)
    private let state = Mutex(Summary())
    /// The bytes of an original by its path; `nil` when it cannot be read.
    private let read: @Sendable (_ path: String, _ limit: Int) -> [UInt8]?

    package init(_ memory: PictureMemory, read: @escaping @Sendable (_ path: String, _ limit: Int) -> [UInt8]?) {
        self.memory = memory
        self.read = read
    }

    package var summary: Summary { state.withLock { $0 } }

    /// The bytes of all renditions, in the order of the plan. Safe to call from several threads.
    ///
    /// - Parameter path: of the original, in the site.
    /// - Throws: `PictureProblem`.
    package func renditions(of plan: PicturePlan, at path: String) throws(PictureProblem) -> [[UInt8]] {
        let key = Self.key(of: plan)
        if let kept = memory.cache.bytes(key).flatMap({ Self.unpacked($0, count: plan.renditions.count) }) {
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
        let isKept = memory.cache.keep(Self.packed(made), as: key)
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
        let key = Self.key(of: plan)
        guard !memory.knowsUsable(key) else {
            state.withLock { $0.remembered += 1 }
            return
        }
        try gate.run(needing: PictureLimits.memory(for: plan.header)) { () throws(PictureProblem) in
            guard let original = read(path, PictureLimits.maximumByteCount + 1),
                PicturePlan(header: plan.header, original: original) == plan
            else { throw .changed }
            try PictureMaker.verify(original, plan: plan)
        }
        memory.noteUsable(key)
    }

    /// Removes what the cache has of pictures that the site has no more, once it has grown large.
    package func removeUnused(keeping plans: [PicturePlan]) {
        memory.cache.removeUnused(keeping: Set(plans.map(Self.key)), above: Self.cacheLimit)
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
