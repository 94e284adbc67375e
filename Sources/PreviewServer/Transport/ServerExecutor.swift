import Dispatch
import Foundation
import Synchronization

/// Threads of the server's own, on which its tasks run.
///
/// A build keeps all threads of Swift's common pool busy for seconds; pages and events are not to wait for it.
final class ServerExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// How many threads wait for a wake-up that nobody has sent yet.
        var sleepers = 0
        var isStopped = false
    }

    private enum Step {
        case run(UnownedJob)
        case sleep
        case end
    }

    private let state = Mutex(State())
    private let wakeUps = DispatchSemaphore(value: 0)
    private let threads: Int

    /// Starts the threads, which last until `stop()`.
    init(threads: Int) {
        self.threads = threads
        for number in 0..<threads {
            // Not a queue: Dispatch has 255 threads in all, and these do not come back before the end.
            let thread = Thread { self.work() }
            thread.name = "preview-server-\(number)"
            thread.start()
        }
    }

    /// Takes a part of a task.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (isStopped, needsWakeUp) = state.withLock { state in
            guard !state.isStopped else { return (true, false) }
            state.jobs.append(job)
            guard state.sleepers > 0 else { return (false, false) }
            state.sleepers -= 1
            return (false, true)
        }
        // Threads that are awake find the job themselves: under load a wake-up costs more than the job.
        if needsWakeUp { wakeUps.signal() }
        // What outlasts the server, as an answer that took too long.
        if isStopped { DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) } }
    }

    /// Ends the threads when they have done what was enqueued.
    func stop() {
        state.withLock { $0.isStopped = true }
        for _ in 0..<threads { wakeUps.signal() }
    }

    private func work() {
        while true {
            switch nextStep() {
            case .run(let job): job.runSynchronously(on: asUnownedTaskExecutor())
            case .sleep: wakeUps.wait()
            case .end: return
            }
        }
    }

    private func nextStep() -> Step {
        state.withLock { state in
            if !state.jobs.isEmpty { return .run(state.jobs.removeFirst()) }
            if state.isStopped { return .end }
            state.sleepers += 1
            return .sleep
        }
    }
}
