import Foundation
import Testing

@testable import Watching

@Suite("Hints", .serialized)
struct HintTests {
    @Test("a burst of changes is one piece of news")
    func burst() throws {
        let site = try WatchedSite()
        var state = site.state()
        for round in 1...2 {
            try site.run(
                "for n in $(seq 50); do printf \(round) > content/$n.md; done; rm content/page.md; : > content/page.md")
            let events = [state.drain(), state.drain()]
            #expect(events == [true, false])
            let news = [state.takeNews(), state.takeNews()]
            #expect(news == [true, false])
        }
        let changes = state.takeChanges()
        #expect(changes.count == 51)
    }

    @Test("a hint waits for the end of a burst, and of one that has no end for a time")
    func quiet() {
        let timing = WatchTiming(quiet: .milliseconds(45), longestBurst: .milliseconds(400))
        // The clock goes on by waiting alone.
        func waits(forEvents count: Int) -> [Duration] {
            var (left, waits) = (count, [Duration]())
            WatchLoop.awaitQuiet(
                timing,
                hasEvents: {
                    left -= 1
                    return left >= 0
                }, elapsed: { waits.reduce(.zero, +) }, wait: { waits.append($0) })
            return waits
        }
        for count in [0, 1, 3, 8] { #expect(waits(forEvents: count) == .init(repeating: timing.quiet, count: count)) }
        #expect(waits(forEvents: .max).count == 9)
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

    @Test("what changes no file, or was taken already, is no news")
    func nothing() throws {
        let site = try WatchedSite()
        var state = site.state()
        try site.run(
            "printf x > content/page.md~; mkdir content/empty; printf x > public/index.html; cat content/page.md")
        var hasNews = state.takeNews()
        #expect(!hasNews)
        try Array("new".utf8).overwrite(site.root + "/content/page.md")
        let changes = state.takeChanges()
        #expect(changes == ["content/page.md"])
        hasNews = state.takeNews()
        #expect(!hasNews)
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
