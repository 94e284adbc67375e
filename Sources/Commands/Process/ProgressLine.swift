import Diagnostics
import Foundation
import Pipeline
import Synchronization

/// A line on the terminal that says what a build is doing, once a stage lasts longer than half a second.
///
/// It is written to standard error, over itself, and is gone when the build has ended.
final class ProgressLine: Sendable {
    private struct State {
        var progress: BuildProgress?
        var since = ContinuousClock.now
        var isShown = false
        var hasEnded = false
    }

    private static let patience: Duration = .milliseconds(500)
    private static let interval: TimeInterval = 0.1

    private let state = Mutex(State())
    private let language: MessageLanguage
    private let write: @Sendable (String) -> Void

    private init(language: MessageLanguage, write: @escaping @Sendable (String) -> Void) {
        self.language = language
        self.write = write
    }

    /// A line that shows itself when it is time; `nil` where standard error is no terminal that can rewrite a line.
    static func start(in context: CommandContext, language: MessageLanguage) -> ProgressLine? {
        guard context.rewritesLines else { return nil }
        let line = ProgressLine(language: language, write: context.streams.error)
        Thread.detachNewThread {
            while line.show() { Thread.sleep(forTimeInterval: interval) }
        }
        return line
    }

    /// Notes how far the build has come.
    func note(_ progress: BuildProgress) {
        state.withLock { state in
            if state.progress?.stage != progress.stage { state.since = .now }
            state.progress = progress
        }
    }

    /// Takes the line away; nothing is written after this.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            if state.isShown { write("\r\u{1B}[K") }
        }
    }

    /// Shows the line if it is time; returns whether there is more to come.
    private func show() -> Bool {
        state.withLock { state in
            guard !state.hasEnded else { return false }
            if let progress = state.progress, state.isShown || ContinuousClock.now - state.since > Self.patience {
                write("\r\u{1B}[K" + progress.text(language))
                state.isShown = true
            }
            return true
        }
    }
}
