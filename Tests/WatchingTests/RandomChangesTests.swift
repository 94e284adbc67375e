import Foundation
import TestSupport
import Testing

@testable import Watching

@Suite("Random changes")
struct RandomChangesTests {
    /// Does something to a path; what cannot be done is left undone.
    private func change(_ site: WatchedSite, _ generator: inout SeededGenerator) {
        let manager = FileManager.default
        func path() -> String {
            let names = ["a", "b", "c", "d", "e~"]
            let folders = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                names[Int.random(in: 0..<names.count, using: &generator)]
            }
            let item = ["content", "content", "content", "themes", "site.config", "public"]
            let start = item[Int.random(in: 0..<item.count, using: &generator)]
            return site.root + "/" + ([start] + folders).joined(separator: "/")
        }
        let text = "\(UInt8.random(in: 10..<99, using: &generator))"
        let (one, two) = (path(), path())
        switch Int.random(in: 0..<10, using: &generator) {
        case 0, 1, 2: try? Data(text.utf8).write(to: URL(fileURLWithPath: one))
        case 3: try? Array(text.utf8).overwrite(one)
        case 4: try? Data(text.utf8).write(to: URL(fileURLWithPath: one), options: .atomic)
        case 5: rename(one, two)
        case 6: try? manager.createDirectory(atPath: one, withIntermediateDirectories: true)
        case 7: try? manager.removeItem(atPath: one)
        case 8: symlink("a", one)
        default: unlink(one)
        }
    }

    @Test(
        "who reads what is told knows the whole site, after any changes",
        arguments: [1, 2, 3] as [UInt64], [true, false])
    func mirror(seed: UInt64, usesEvents: Bool) throws {
        let site = try WatchedSite()
        var state = site.state(usesEvents: usesEvents)
        var mirror = SiteMirror(of: site)
        var generator = SeededGenerator(seed: seed)
        for step in 0..<500 {
            change(site, &generator)
            guard Int.random(in: 0..<4, using: &generator) == 0 else { continue }
            mirror.apply(state.takeChanges())
            try #require(mirror.isExact, "after step \(step)")
            // The books are those of somebody who looks at everything now.
            #expect(state.takeChanges().isEmpty, "after step \(step)")
        }
        #expect(state.notice == nil)
    }

    @Test("nothing is lost that changes while it is looked at", arguments: modes)
    func racing(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        var mirror = SiteMirror(of: site)
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var generator = SeededGenerator(seed: 7)
            for _ in 0..<2000 { change(site, &generator) }
            isDone.signal()
        }
        while isDone.wait(timeout: .now()) == .timedOut { mirror.apply(watcher.takeChanges()) }
        mirror.apply(watcher.takeChanges())
        #expect(mirror.isExact)
    }
}
