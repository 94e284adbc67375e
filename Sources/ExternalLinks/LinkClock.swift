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

    /// The clock of the machine.
    ///
    /// It does not wait with `Task.sleep`, which needs a free thread of Swift's own: a build that blocks one while it
    /// waits for the links may have blocked them all.
    package static let system = LinkClock(
        now: { .seconds(Date().timeIntervalSince1970) },
        sleep: { duration in
            await withCheckedContinuation { continuation in
                let nanoseconds = Int(duration / .nanoseconds(1))
                DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(max(0, nanoseconds))) {
                    continuation.resume()
                }
            }
        })
}
