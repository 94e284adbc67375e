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
        let chunkCount = (count + chunkSize - 1) / chunkSize
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let turn = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard turn < chunkCount else { return }
                // From both ends in turn: files of neighbours are often in one folder, and threads that make files in the
                // same folder wait for each other.
                let start = (turn % 2 == 0 ? turn / 2 : chunkCount - 1 - turn / 2) * chunkSize
                let results = (start..<min(start + chunkSize, count)).map(work)
                chunks.withLock { $0.append((start, results)) }
            }
        }
        return chunks.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
    }
}
