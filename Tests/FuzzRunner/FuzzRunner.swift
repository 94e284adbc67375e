import CLibFuzzer
import FuzzTargets
import Glibc

/// `showcase-fuzz TARGET [ARGUMENTS OF LIBFUZZER…]`: gives a target one input after another until a promise breaks.
@main
enum FuzzRunner {
    /// Set once, before the first input; the callback of libFuzzer has no context.
    nonisolated(unsafe) private static var target = FuzzTarget.markdown

    static func main() {
        guard CommandLine.arguments.count > 1, let chosen = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
            print("usage: showcase-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [ARGUMENTS…]")
            exit(64)
        }
        target = chosen
        // libFuzzer reads its arguments behind the program's name.
        var count = CommandLine.argc - 1
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        exit(
            LLVMFuzzerRunDriver(&count, &arguments) { data, size in
                let bytes = Array(UnsafeBufferPointer(start: data, count: size))
                let broken = FuzzRunner.target.brokenPromises(with: bytes)
                guard broken.isEmpty else {
                    for promise in broken { print("broken: \(promise)") }
                    fflush(nil)
                    abort()
                }
                return 0
            })
    }
}
