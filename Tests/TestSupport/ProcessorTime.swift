import Foundation

/// Time that the calling thread has worked, which does not grow while others have the processor.
package enum ProcessorTime {
    /// Seconds of work of this thread.
    package static func seconds<Result>(of work: () throws -> Result) rethrows -> Double {
        let start = now
        _ = try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
