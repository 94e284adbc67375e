import ArgumentParser
import Foundation

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Number of threads. 线程数。", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs must be 1 to 256. --jobs 应为 1 到 256。")
        }
    }
}
