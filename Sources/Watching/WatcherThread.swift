import Glibc

/// A thread that can be waited for.
struct WatcherThread: Sendable {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let handle: pthread_t

    /// Starts the thread.
    /// - Throws: the system's refusal, such as EAGAIN.
    init(_ run: @escaping @Sendable () -> Void) throws(SystemError) {
        let work = Unmanaged.passRetained(Work(run))
        var handle = pthread_t()
        let code = pthread_create(
            &handle, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            work.release()
            throw SystemError(code: code)
        }
        self.handle = handle
    }

    /// Waits for the end of the thread; to be called once, and not by the thread itself.
    func join() { pthread_join(handle, nil) }
}
