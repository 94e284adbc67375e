import Diagnostics
import History

/// Records what other programs change while a preview runs, one look after another, beside the preview's own work.
final class EditRecorder: Sendable {
    private let signal: AsyncStream<Void>.Continuation
    private let work: Task<Void, Never>

    /// Looks once at the beginning, and whenever it is told of a change.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970 in UTC.
    ///   - tell: told once why the history cannot be kept.
    init(
        _ history: SiteHistory, now: @escaping @Sendable () -> Int, tell: @escaping @Sendable (HistoryError) -> Void
    ) {
        // Changes that come during a look are seen by one more look, however many they are.
        let (changes, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.signal = signal
        signal.yield()
        work = Task.detached(priority: .utility) {
            var hasTold = false
            for await _ in changes {
                do {
                    try history.notice(at: now())
                } catch {
                    if !hasTold { tell(error as? HistoryError ?? .store("\(error)")) }
                    hasTold = true
                }
            }
        }
    }

    /// Something was changed.
    func changed() { signal.yield() }

    /// Returns when all that was told of is recorded.
    func end() async {
        signal.finish()
        await work.value
    }
}
