import CLimitedProcess
import Glibc

/// Another program that looks into bytes nobody vouches for: a child process without a shell, with limits of processor
/// time, memory and output, that can write no file.
struct LimitedProgram: Sendable {
    /// What a process may use.
    struct Limits: Sendable {
        /// Of processor time. A process that waits uses none.
        var seconds: UInt64 = 20
        /// Bytes of address space.
        var memory: UInt64 = 1 << 30
        /// Bytes of output that are taken.
        var output = 32 << 20
    }

    /// How a process came to its end.
    enum End: Sendable, Equatable {
        /// By itself, with its code.
        case ended(code: Int32, output: [UInt8])
        /// It was stopped: too much time, memory or output, or a crash.
        case stopped
        /// The system gave no process, pipe or memory.
        case notStarted
    }

    /// Absolute path.
    let path: String

    /// Finds a program.
    ///
    /// - Parameter folders: absolute paths with `:` between them, as `PATH` has them; others are passed over, so that
    ///   nothing of the current folder is run.
    init?(named name: String, in folders: String) {
        let paths = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.path = path
    }

    /// The path under which a process finds its input as a file.
    static let inputPath = "/proc/self/fd/0"

    /// How a process ends that could not become the program.
    private static let codeOfNoProgram: Int32 = 127

    /// Nothing of the environment of this process reaches the other one.
    private static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]

    func run(_ arguments: [String], input: borrowing MemoryFile, limits: Limits = Limits()) -> End {
        var output: Int32 = -1
        let child = Self.withCStrings([path] + arguments) { arguments in
            Self.withCStrings(Self.environment) { environment in
                showcase_start_limited(
                    path, arguments, environment, input.descriptor,
                    showcase_process_limits(seconds: limits.seconds, memory: limits.memory), &output)
            }
        }
        guard child > 0 else { return .notStarted }
        let bytes = Self.read(output, maximum: limits.output)
        close(output)
        if bytes == nil { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        // The low bits are the signal that ended it, the next ones its code (wait(2)).
        guard let bytes, status & 0x7F == 0 else { return .stopped }
        let code = status >> 8 & 0xFF
        return code == Self.codeOfNoProgram ? .notStarted : .ended(code: code, output: bytes)
    }

    /// Reads to the end; `nil` for more bytes than are taken, or where reading fails.
    private static func read(_ descriptor: Int32, maximum: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            guard bytes.count + count <= maximum else { return nil }
            bytes += buffer[..<count]
        }
    }

    /// Calls a function with a list of C strings that ends with `nil`.
    private static func withCStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

/// Bytes as an open file that has no name; given back when its scope ends.
struct MemoryFile: ~Copyable {
    let descriptor: Int32

    /// - Returns: `nil` where the system has no memory for it.
    init?(_ bytes: [UInt8]) {
        let descriptor = bytes.withUnsafeBufferPointer { showcase_memory_file($0.baseAddress, $0.count) }
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
