import Synchronization

/// Knows at any moment which files of a site have changed since it was last asked.
///
/// The kernel tells which folders are doubtful (inotify(7)); what is true is only what a look at them finds. So an event
/// that was lost, came late or had no effect does no harm. Links are never followed, but one that comes or goes is a
/// change. Of writes through a memory mapping the kernel tells nothing; they are found by their times when the file is
/// closed, or looked at for another reason.
package final class SourceWatcher: Sendable {
    /// How changes are noticed.
    package enum Mode: Sendable, Equatable {
        /// The kernel tells of them. Where it cannot, the files are looked at every second instead.
        case events
        /// The files are looked at in this interval, and when the watcher is asked.
        case polling(every: Duration)
    }

    /// An element for every burst of changes, at most 100 ms after its last one (500 ms after its first, in a long
    /// burst), unless they were taken in the meantime. For one reader, who may be slow: hints that nobody waited for are
    /// one. Ends after `stop`.
    package let hints: AsyncStream<Void>
    private let loop: WatchLoop
    private let thread: Mutex<WatcherThread?>

    /// Begins to watch; changes count from now on.
    /// - Parameters:
    ///   - root: the site's folder. It may go and come again.
    ///   - items: files and folders relative to the root, which need not exist yet. Nothing else is looked at.
    ///   - isIgnored: whether a file or folder inside an item is left out because of its name. Called while the watcher
    ///     works, so it must not ask the watcher.
    /// - Throws: when there is no descriptor or thread left for the watcher.
    package convenience init(
        root: String, items: [String], mode: Mode, isIgnored: @escaping @Sendable (_ name: String) -> Bool
    ) throws(SystemError) {
        var timing = WatchTiming()
        if case .polling(let interval) = mode { timing.interval = interval }
        let state = WatchState(
            root: root, items: WatchedItems(items, isIgnored: isIgnored), usesEvents: mode == .events, kernel: .running)
        try self.init(state, timing: timing)
    }

    /// A watcher of a state that was taken already.
    init(_ state: WatchState, timing: WatchTiming) throws(SystemError) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        hints = stream
        let loop = try WatchLoop(watching: state, timing: timing, hints: continuation)
        self.loop = loop
        thread = Mutex(try WatcherThread { loop.run() })
    }

    deinit { stop() }

    /// Why the files are looked at every second although the kernel was to tell of changes; `nil` when it does. It may
    /// come up later, with a new folder.
    package var notice: WatchingNotice? { loop.notice }

    /// The files that were created, changed or deleted since the last call, relative to the root; of a folder that came
    /// or went, the files in it. A folder itself only when it cannot be listed.
    ///
    /// A change that was complete before the call is always in its result or in that of an earlier one. Every change is
    /// handed out once, so callers that rebuild something must take and rebuild under one lock. Does not wait for
    /// anything but the disk.
    package func takeChanges() -> Set<String> { loop.takeChanges() }

    /// Ends the watcher's thread and closes its descriptors. May be called again.
    package func stop() {
        loop.stop()
        thread.withLock { $0.take() }?.join()
    }
}
