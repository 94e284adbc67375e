import Dispatch
import Synchronization

/// Runs tasks on threads of its own.
///
/// A build is synchronous and waits for the links. If it waits on one of Swift's own threads, as tests do, these tasks
/// must not need another of them.
private final class OwnThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "showcase.external-links")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension LinkChecker {
    /// Asks as `check` does and waits for the end.
    package func wait(
        for addresses: Set<WebAddress>, cache: LinkCache, days: Int,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) -> Result {
        let result = Mutex(Result())
        let end = DispatchSemaphore(value: 0)
        Task(executorPreference: OwnThreads()) {
            let found = await check(addresses, cache: cache, days: days, progress: progress)
            result.withLock { $0 = found }
            end.signal()
        }
        end.wait()
        return result.withLock { $0 }
    }
}
