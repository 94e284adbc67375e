/// Tells all open pages what happened.
///
/// Every page gets every event in order. A page that does not read is dropped when `maximumBacklog` events wait for it; it
/// connects again and learns that it missed something.
package actor PreviewEvents {
    /// How many events may wait for a page.
    static let maximumBacklog = 32

    /// A page's share of the events.
    struct Subscription: Sendable {
        /// Ends the share.
        let id: Int
        /// What to write, ready for the stream; ends when the page is dropped.
        let chunks: AsyncStream<[UInt8]>
    }

    private let run: String
    private let missed: PreviewEvent
    private var count = 0
    private var latest: [UInt8] = []
    private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    private var nextListener = 0

    /// - Parameters:
    ///   - missed: what a page is sent that comes back after more than one event, or from an earlier run of the program.
    ///   - run: tells the ids of this run from those of others; letters and digits.
    package init(
        missed: PreviewEvent = PreviewEvent(name: "reload"),
        run: String = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    ) {
        self.missed = missed
        self.run = run
    }

    /// The id of the last event. A page that is made now and connects with `?after=` and this id misses nothing.
    package var lastEventID: String { "\(run)-\(count)" }

    /// The number of pages that are connected.
    package var listenerCount: Int { listeners.count }

    /// Sends an event to every page.
    package func send(_ event: PreviewEvent) {
        count += 1
        latest = event.bytes(id: lastEventID)
        deliver(latest)
    }

    /// Sends every page a comment, so that a connection without a reader is noticed.
    func sendHeartbeat() {
        deliver(Array(": \n\n".utf8))
    }

    /// Begins a page's share.
    ///
    /// - Parameter lastEventID: the last event that the page knows; `nil` for a page that knows none.
    func subscribe(after lastEventID: String?) -> Subscription {
        let (chunks, continuation) = AsyncStream.makeStream(
            of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.maximumBacklog))
        // The id alone, so that a page which comes back before its first event tells where it was.
        continuation.yield(Array("retry: 1000\nid: \(self.lastEventID)\n\n".utf8))
        if let lastEventID, lastEventID != self.lastEventID {
            let missedOne = count > 0 && lastEventID == "\(run)-\(count - 1)"
            continuation.yield(missedOne ? latest : missed.bytes(id: self.lastEventID))
        }
        nextListener += 1
        listeners[nextListener] = continuation
        return Subscription(id: nextListener, chunks: chunks)
    }

    /// Ends a page's share.
    func unsubscribe(_ id: Int) {
        listeners.removeValue(forKey: id)?.finish()
    }

    private func deliver(_ chunk: [UInt8]) {
        for (id, listener) in listeners {
            if case .enqueued = listener.yield(chunk) { continue }
            unsubscribe(id)
        }
    }
}
