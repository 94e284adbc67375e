import Synchronization

/// What the watcher's thread and its callers share.
final class WatchLoop: Sendable {
    /// Both are `nil` after `stop`.
    private struct Guarded: Sendable {
        var watching: WatchState?
        var wake: WakeSignal?
    }

    /// What the thread waits for next.
    private struct Waiting {
        let wake: WakeSignal
        let queue: KernelQueue?
        let timeout: Duration?
    }

    private let guarded: Mutex<Guarded>
    private let timing: WatchTiming
    private let hints: AsyncStream<Void>.Continuation

    /// - Throws: when there is no descriptor left to wake the thread with.
    init(
        watching: WatchState, timing: WatchTiming, hints: AsyncStream<Void>.Continuation
    ) throws(SystemError) {
        guarded = Mutex(Guarded(watching: watching, wake: try WakeSignal()))
        self.timing = timing
        self.hints = hints
    }

    /// Why nothing is watched although it should be; `nil` after `stop`.
    var notice: WatchingNotice? { guarded.withLock { $0.watching?.notice } }

    /// The files that changed since the last call; none after `stop`.
    func takeChanges() -> Set<String> {
        guarded.withLock { guarded in
            let wasWatching = guarded.watching?.queue != nil
            let changes = guarded.watching?.takeChanges() ?? []
            // The thread waits for a queue that is given up.
            if wasWatching, guarded.watching?.queue == nil { guarded.wake?.raise() }
            return changes
        }
    }

    /// Gives hints until `stop`; this is what the thread does.
    func run() {
        while let waiting = next() {
            waiting.wake.wait(or: waiting.queue?.descriptor, timeout: waiting.timeout)
            if waiting.queue != nil {
                let start = ContinuousClock.now
                Self.awaitQuiet(
                    timing, hasEvents: drain, elapsed: { ContinuousClock.now - start },
                    wait: { waiting.wake.wait(timeout: $0) })
            }
            if takeNews() { hints.yield() }
        }
    }

    private func next() -> Waiting? {
        guarded.withLock { guarded in
            guard let wake = guarded.wake, let watching = guarded.watching else { return nil }
            let isTold = watching.queue != nil && !watching.isUnsettled
            return Waiting(wake: wake, queue: watching.queue, timeout: isTold ? nil : timing.interval)
        }
    }

    /// Waits for the end of a burst of events. Most editors make several for one save.
    ///
    /// - Parameters:
    ///   - hasEvents: whether there were events since it was last asked.
    ///   - elapsed: the time since the first of them.
    static func awaitQuiet(
        _ timing: WatchTiming, hasEvents: () -> Bool, elapsed: () -> Duration, wait: (Duration) -> Void
    ) {
        while hasEvents(), elapsed() < timing.longestBurst { wait(timing.quiet) }
    }

    private func drain() -> Bool { guarded.withLock { $0.watching?.drain() ?? false } }

    private func takeNews() -> Bool { guarded.withLock { $0.watching?.takeNews() ?? false } }

    /// Tells the thread to end, and all readers of hints.
    func stop() {
        guarded.withLock { guarded in
            guarded.watching = nil
            guarded.wake?.raise()
            guarded.wake = nil
        }
        hints.finish()
    }
}

/// The times of a watcher.
struct WatchTiming: Sendable {
    /// A burst of events has ended when a time of this length passes without one; the hint follows at most twice this
    /// time after the last event.
    var quiet: Duration = .milliseconds(45)
    /// The longest time after the first event of a burst until a hint, give or take `quiet`.
    var longestBurst: Duration = .milliseconds(400)
    /// The time between two looks at the files when the kernel does not tell of changes.
    var interval: Duration = .seconds(1)
}
