import Foundation
import Synchronization
import Testing

@testable import Watching

@Suite("Hints", .serialized)
struct HintTests {
    /// Counts hints until the watcher stops.
    private final class HintCount: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock { $0 } }

        init(_ watcher: SourceWatcher) {
            let hints = watcher.hints
            Task {
                for await _ in hints { self.count.withLock { $0 += 1 } }
            }
        }

        /// Waits for a number of hints, up to a minute, for tests on a busy machine.
        func wait(for number: Int) async throws {
            for _ in 0..<6000 where value < number { try await Task.sleep(for: .milliseconds(10)) }
        }
    }

    @Test("a burst of changes gives one hint")
    func burst() async throws {
        let site = try WatchedSite()
        // Long enough for a machine that does not run the script for a while.
        let timing = WatchTiming(quiet: .milliseconds(700), longestBurst: .seconds(60))
        let watcher = try SourceWatcher(site.state(), timing: timing)
        defer { watcher.stop() }
        let count = HintCount(watcher)
        for round in 1...2 {
            try site.run(
                "for n in $(seq 50); do printf \(round) > content/$n.md; done; rm content/page.md; : > content/page.md")
            try await count.wait(for: round)
            try await Task.sleep(for: .milliseconds(1600))
            #expect(count.value == round)
        }
        #expect(watcher.takeChanges().count == 51)
    }

    @Test(
        "a hint comes soon, again and again",
        arguments: [.events, .polling(every: .milliseconds(20))] as [SourceWatcher.Mode])
    func soon(mode: SourceWatcher.Mode) async throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        var hints = watcher.hints.makeAsyncIterator()
        for round in 0..<5 {
            let file = try OpenFile(site.root + "/content/page.md")
            try file.append("\(round)")
            #expect(await hints.next() != nil)
            #expect(watcher.takeChanges() == ["content/page.md"])
        }
    }

    @Test("what changes no file, or was taken already, gives no hint")
    func nothing() async throws {
        let site = try WatchedSite()
        let watcher = try SourceWatcher(site.state(), timing: WatchTiming(quiet: .milliseconds(700)))
        defer { watcher.stop() }
        let count = HintCount(watcher)
        try site.run(
            "printf x > content/page.md~; mkdir content/empty; printf x > public/index.html; cat content/page.md")
        try await Task.sleep(for: .milliseconds(1600))
        #expect(count.value == 0)
        // A single event, which is taken before the quiet is over.
        try Array("new".utf8).overwrite(site.root + "/content/page.md")
        #expect(watcher.takeChanges() == ["content/page.md"])
        try await Task.sleep(for: .milliseconds(1600))
        #expect(count.value == 0)
    }

    @Test("stopping ends the hints, the thread and the changes, and may be repeated")
    func stop() async throws {
        let site = try WatchedSite()
        for mode in modes {
            let watcher = try site.watcher(mode)
            let hints = watcher.hints
            let reader = Task { for await _ in hints {} }
            watcher.stop()
            watcher.stop()
            await reader.value
            try site.run("printf new >> content/page.md")
            #expect(watcher.takeChanges().isEmpty)
        }
    }

    @Test("stopping closes what was opened")
    func descriptors() throws {
        let site = try WatchedSite()
        // Other tests open and close descriptors at the same time; only the numbers of inotify instances that watch
        // this site's root are counted.
        let inode = try #require(
            try FileManager.default.attributesOfItem(atPath: site.root)[.systemFileNumber] as? Int)
        #expect(instances(watching: inode) == 0)
        let watcher = try site.watcher(.events)
        #expect(instances(watching: inode) == 1)
        watcher.stop()
        #expect(instances(watching: inode) == 0)
        do { _ = try site.watcher(.events) }
        #expect(instances(watching: inode) == 0)
    }

    /// The number of this process's inotify instances that watch a file; see "fdinfo" in proc(5).
    private func instances(watching inode: Int) -> Int {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fdinfo")) ?? []
        return descriptors.count { descriptor in
            let info = try? String(contentsOfFile: "/proc/self/fdinfo/" + descriptor, encoding: .utf8)
            return info?.contains(" ino:\(String(inode, radix: 16)) ") ?? false
        }
    }
}
