import Dispatch
import Foundation

/// The time, and waiting for it. Tests have one that does not wait.
package struct LinkClock: Sendable {
    /// The time since 1970.
    package let now: @Sendable () -> Duration
    package let sleep: @Sendable (Duration) async -> Void

    package init(now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async -> Void) {
        self.now = now
        self.sleep = sleep
    }

    private static let queue = DispatchQueue(label: "showcase.link-clock")

    /// The clock of the machine.
    ///
    /// It does not wait with `Task.sleep` or on a global queue, which need a free thread of Swift's own: a build that
    /// blocks one while it waits for the links may have blocked them all.
    package static let system = LinkClock(
        now: { .seconds(Date().timeIntervalSince1970) },
        sleep: { duration in
            await withCheckedContinuation { continuation in
                let nanoseconds = Int(duration / .nanoseconds(1))
                queue.asyncAfter(deadline: .now() + .nanoseconds(max(0, nanoseconds))) {
                    continuation.resume()
                }
            }
        })
}
