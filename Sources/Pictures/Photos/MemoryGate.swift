import Foundation

/// Lets work begin as long as all work together takes no more than so many bytes; one piece of work is always let in.
final class MemoryGate: @unchecked Sendable {
    // Guarded by `condition`.
    private var used = 0
    private let condition = NSCondition()
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Waits until there is room, works, and makes room again.
    func run<Result, Failure: Error>(
        needing bytes: Int, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        condition.lock()
        while used > 0, used + bytes > limit { condition.wait() }
        used += bytes
        condition.unlock()
        defer {
            condition.lock()
            used -= bytes
            condition.broadcast()
            condition.unlock()
        }
        return try work()
    }
}
