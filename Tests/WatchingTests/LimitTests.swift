import Glibc
import Synchronization
import Testing

@testable import Watching

@Suite("Where the kernel cannot tell of changes")
struct LimitTests {
    /// A kernel that has only some watches left.
    private func kernel(watches: Int) -> KernelCalls {
        let left = Counter(watches)
        var kernel = KernelCalls.running
        kernel.addWatch = { queue, path, mask throws(SystemError) in
            guard left.countDown() else { throw SystemError(code: ENOSPC) }
            return try KernelCalls.running.addWatch(queue, path, mask)
        }
        return kernel
    }

    private func expectPolling(_ site: WatchedSite, _ state: inout WatchState) throws {
        var mirror = SiteMirror(of: site)
        try site.run("mkdir -p content/a/b; printf x > content/a/b/x.md; rm content/page.md; printf b > site.config")
        let changes = state.takeChanges()
        #expect(changes == ["content/a/b/x.md", "content/page.md", "site.config"])
        mirror.apply(changes)
        #expect(mirror.isExact)
        #expect(state.takeChanges().isEmpty)
    }

    @Test("the files are looked at when there are too few watches", arguments: 0..<5)
    func watches(number: Int) throws {
        let site = try WatchedSite()
        var state = site.state(kernel: kernel(watches: number))
        #expect(state.notice == .watchLimit)
        #expect(state.notice?.setting == "fs.inotify.max_user_watches")
        #expect(state.queue == nil)
        try expectPolling(site, &state)
    }

    @Test("a new folder may use up the watches")
    func lateLimit() throws {
        let site = try WatchedSite()
        var state = site.state(kernel: kernel(watches: 5))
        #expect(state.notice == nil)
        try expectPolling(site, &state)
        #expect(state.notice == .watchLimit)
        try site.run("printf y > content/a/b/x.md")
        #expect(state.takeChanges() == ["content/a/b/x.md"])
    }

    @Test("the files are looked at when there are too many inotify instances")
    func instances() throws {
        let site = try WatchedSite()
        var kernel = KernelCalls.running
        kernel.openQueue = { () throws(SystemError) in throw SystemError(code: EMFILE) }
        var state = site.state(kernel: kernel)
        #expect(state.notice == .instanceLimit)
        #expect(state.notice?.setting == "fs.inotify.max_user_instances")
        try expectPolling(site, &state)
    }

    @Test(
        "the files are looked at on file systems that others change",
        arguments: [(0x6969, "NFS"), (0x0102_1997, "9p"), (0x6573_5546, "FUSE"), (0xff53_4d42, "CIFS")])
    func fileSystems(type: UInt32, name: String) throws {
        let site = try WatchedSite()
        var kernel = KernelCalls.running
        kernel.fileSystemType = { _ in type }
        var state = site.state(kernel: kernel)
        #expect(state.notice == .fileSystem(name: name))
        #expect(state.notice?.setting == nil)
        try expectPolling(site, &state)
    }

    @Test("the thread goes on with looking when a new folder uses up the watches")
    func thread() async throws {
        let site = try WatchedSite()
        let timing = WatchTiming(interval: .milliseconds(50))
        let watcher = try SourceWatcher(site.state(kernel: kernel(watches: 5)), timing: timing)
        defer { watcher.stop() }
        try site.run("mkdir content/new")
        #expect(watcher.takeChanges().isEmpty)
        #expect(watcher.notice == .watchLimit)
        try site.run("printf x > content/new/x.md")
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() != nil)
        #expect(watcher.takeChanges() == ["content/new/x.md"])
    }
}

/// Counts down to zero.
private final class Counter: Sendable {
    private let left: Mutex<Int>

    init(_ number: Int) { left = Mutex(number) }

    /// Whether there was one left.
    func countDown() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}
