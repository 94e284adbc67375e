@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Ends a build in order when a person breaks it off with Ctrl-C, or the system ends it: what is half written is removed.
/// Who asks a second time ends the program at once.
final class Interruption: Sendable {
    /// The signal that came; 0 for none.
    private final class Signal: Sendable {
        let number = Atomic<Int32>(0)
    }

    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    private let received = Signal()
    private let sources: [any DispatchSourceSignal]

    /// - Parameter notice: called once, when the first signal comes.
    init(notice: @escaping @Sendable () -> Void) {
        // A queue of its own: those of the system may be busy with the build.
        let queue = DispatchQueue(label: "interruption")
        let received = received
        sources = Self.numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                guard received.number.exchange(number, ordering: .relaxed) == 0 else { return }
                for other in Self.numbers { signal(other, SIG_DFL) }
                notice()
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in Self.numbers { signal(number, SIG_DFL) }
    }

    /// Whether the build is to end.
    var isRequested: Bool { received.number.load(ordering: .relaxed) != 0 }

    /// 128 and the number of the signal, as shells have it.
    var exitCode: Int32 { 128 + received.number.load(ordering: .relaxed) }
}
