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
