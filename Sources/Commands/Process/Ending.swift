@preconcurrency import Dispatch
import Foundation

/// Waits until a person ends the preview, by a key or by Ctrl-C.
final class Ending: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        let semaphore = semaphore
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { semaphore.signal() }
            source.resume()
            return source
        }
    }

    func end() { semaphore.signal() }

    func wait() { semaphore.wait() }
}
