@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Tells a build when a person breaks it off, so that it ends in order: what is half written is removed.
package struct Interruption: Sendable {
    /// The signal that came; 0 for none.
    private let signal: @Sendable () -> Int32

    /// Whether the build is to end.
    package var isRequested: Bool { signal() != 0 }

    /// 128 and the number of the signal, as shells have it.
    package var exitCode: Int32 { 128 + signal() }

    /// Nothing breaks off.
    package static let never = Interruption(signal: { 0 })

    /// A break that has come.
    ///
    /// - Parameter number: the signal's.
    package static func requested(bySignal number: Int32) -> Interruption {
        Interruption(signal: { number })
    }

    /// Ctrl-C, or the system's wish. Who asks a second time ends the program at once.
    ///
    /// - Parameter notice: called once, when the first signal comes.
    static func bySignal(notice: @escaping @Sendable () -> Void) -> Interruption {
        let watch = SignalWatch(notice: notice)
        return Interruption(signal: { watch.number })
    }
}

/// Takes the signals that end a program, until it is no longer held.
private final class SignalWatch: Sendable {
    /// The signal that came; 0 for none.
    private final class Signal: Sendable {
        let number = Atomic<Int32>(0)
    }

    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    private let received = Signal()
    private let sources: [any DispatchSourceSignal]

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

    var number: Int32 { received.number.load(ordering: .relaxed) }
}
