import Glibc

/// How much of the processor a thread gets when others want it too.
enum ThreadPriority {
    /// Lets every other thread go first, for the rest of the calling thread's life. On Linux a thread has a niceness of its
    /// own (setpriority(2), “C library/kernel differences”), and 0 names the one that calls.
    static func lower() { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19) }
}
