import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FileSystem
@testable import Pictures

@Suite("The cache of pictures")
struct PictureStoreTests {
    private final class Folder {
        private let temporary: TemporaryFolder
        var path: String { temporary.path }
        init() throws { temporary = try TemporaryFolder("photos") }

        var kept: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path + "/.showcase/photos")) ?? []).sorted()
        }
    }

    private let sample: SamplePicture
    private let plan: PicturePlan

    init() throws {
        sample = try SamplePicture("progressive.jpg")
        plan = try sample.plan()
    }

    private func store(_ folder: Folder, bytes: [UInt8]?) -> PictureStore {
        PictureStore(.disk(site: folder.path)) { _, _ in bytes }
    }

    @Test("what was made once is not made again")
    func hit() throws {
        let folder = try Folder()
        let first = try store(folder, bytes: sample.bytes).renditions(of: plan, at: "a.jpg")
        // The original is not even read.
        let second = store(folder, bytes: nil)
        #expect(try second.renditions(of: plan, at: "a.jpg") == first)
        #expect(second.summary == .init(made: 0, remembered: 1))
        #expect(folder.kept.count == 1)
    }

    @Test("a file of the cache that was changed or cut off is made again", arguments: [0, 100, -1])
    func corrupt(place: Int) throws {
        let folder = try Folder()
        let first = try store(folder, bytes: sample.bytes).renditions(of: plan, at: "a.jpg")
        let path = folder.path + "/.showcase/photos/" + (try #require(folder.kept.first))
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        if place < 0 { bytes.removeLast(10) } else { bytes[place] ^= 1 }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let second = store(folder, bytes: sample.bytes)
        #expect(try second.renditions(of: plan, at: "a.jpg") == first)
        #expect(second.summary.made == 1)
        #expect(try store(folder, bytes: nil).renditions(of: plan, at: "a.jpg") == first)
    }

    @Test("a file that was replaced since it was looked at is told")
    func changed() throws {
        let store = store(try Folder(), bytes: try SamplePicture("grey.jpg").bytes)
        #expect(throws: PictureProblem.changed) { try store.renditions(of: plan, at: "a.jpg") }
    }

    @Test("without a folder to write into pictures are made all the same")
    func unwritable() throws {
        let folder = try Folder()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/.showcase"))
        let store = store(folder, bytes: sample.bytes)
        #expect(try store.renditions(of: plan, at: "a.jpg").count == 4)
        #expect(store.summary.hasUnwritableCache)
    }

    @Test("no symbolic link is followed to the cache")
    func symbolicLink() throws {
        let folder = try Folder()
        let other = try Folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/.showcase", withDestinationPath: other.path)
        let store = store(folder, bytes: sample.bytes)
        _ = try store.renditions(of: plan, at: "a.jpg")
        #expect(store.summary.hasUnwritableCache)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).isEmpty)
    }

    @Test("a file of the cache that was laid under another's name is not taken for it")
    func keyOfAnother() throws {
        let folder = try Folder()
        let cache = DerivedFileCache(site: folder.path, name: "photos")
        #expect(cache.keep([1, 2, 3], as: "a") && cache.keep([4], as: "b"))
        let kept = folder.path + "/.showcase/photos/"
        try FileManager.default.removeItem(atPath: kept + "b")
        try FileManager.default.copyItem(atPath: kept + "a", toPath: kept + "b")
        #expect(cache.bytes("a") == [1, 2, 3])
        #expect(cache.bytes("b") == nil)
    }

    @Test("what the site does not need is removed once there is too much of it, the oldest first")
    func removal() throws {
        let folder = try Folder()
        let cache = DerivedFileCache(site: folder.path, name: "photos")
        for (age, key) in [(3, "a"), (2, "b"), (1, "c")] {
            #expect(cache.keep([UInt8](repeating: 0, count: 1000), as: key))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -Double(age) * 100)],
                ofItemAtPath: folder.path + "/.showcase/photos/" + key)
        }
        #expect(cache.removeUnused(keeping: ["a"], above: 10_000) == 0)
        #expect(cache.removeUnused(keeping: ["a"], above: 2_500) == 1)
        #expect(folder.kept == ["a", "c"])
    }

    @Test("many threads that want the same picture get the same bytes")
    func threads() throws {
        let folder = try Folder()
        let store = store(folder, bytes: sample.bytes)
        let expected = try PictureMaker.renditions(of: sample.bytes, plan: plan)
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            if (try? store.renditions(of: plan, at: "a.jpg")) != expected { wrong.withLock { $0 += 1 } }
        }
        #expect(wrong.withLock { $0 } == 0)
        #expect(folder.kept.count == 1)
    }

    @Test("work that takes all memory together waits for its turn")
    func gate() {
        let gate = MemoryGate(limit: 100)
        let running = Mutex((now: 0, most: 0))
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            gate.run(needing: 60) {
                running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                for _ in 0..<1_000 { sched_yield() }
                running.withLock { $0.now -= 1 }
            }
        }
        #expect(running.withLock { $0.most } == 1)
        // More than there is at all is let in alone.
        #expect(gate.run(needing: 1000) { true })
    }
}
