import Dispatch
import Synchronization

/// Runs the same work for many indices on several threads.
package enum ParallelWork {
    /// The results in the order of their indices, whatever the number of threads.
    ///
    /// - Parameters:
    ///   - count: how many indices there are, from 0.
    ///   - jobs: the number of threads, at least 1.
    package static func map<Result: Sendable>(
        count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        guard jobs > 1, count > 1 else { return (0..<count).map(work) }
        let next = Mutex(0)
        let chunks = Mutex<[(start: Int, results: [Result])]>([])
        // Small enough that slow work at the end does not leave the other threads idle.
        let chunkSize = max(1, min(64, count / (jobs * 4)))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let start = next.withLock { next in
                    defer { next += chunkSize }
                    return next
                }
                guard start < count else { return }
                let results = (start..<min(start + chunkSize, count)).map(work)
                chunks.withLock { $0.append((start, results)) }
            }
        }
        return chunks.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
    }
}
