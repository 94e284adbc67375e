import Dispatch
import Synchronization

/// Threads of the server's own, on which its tasks run.
///
/// A build keeps all threads of Swift's common pool busy for seconds; pages and events are not to wait for it.
final class ServerExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let wakeUps = DispatchSemaphore(value: 0)
    private let threads: Int

    /// Starts the threads, which last until `stop()`.
    init(threads: Int) {
        self.threads = threads
        for number in 0..<threads {
            // A serial queue gets a thread however many others are busy.
            DispatchQueue(label: "preview-server-\(number)").async { self.work() }
        }
    }

    /// Takes a part of a task.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isStopped = state.withLock { state in
            if !state.isStopped { state.jobs.append(job) }
            return state.isStopped
        }
        guard isStopped else {
            wakeUps.signal()
            return
        }
        // What outlasts the server, as an answer that took too long.
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Ends the threads when they have done what was enqueued.
    func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<threads { wakeUps.signal() }
    }

    private func work() {
        while true {
            wakeUps.wait()
            let (job, isStopped) = state.withLock { state in
                (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isStopped)
            }
            if let job {
                job.runSynchronously(on: asUnownedTaskExecutor())
            } else if isStopped {
                return
            }
        }
    }
}
