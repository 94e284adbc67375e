/// The open connections, of which there are never too many and none that takes too long.
actor ConnectionTable {
    private struct Entry {
        let connection: Connection
        let session: Task<Void, Never>
        /// Told to end, but not gone yet.
        var isEnding = false
    }

    private static let maximumEnding = 64

    private let limits: PreviewLimits
    private let executor: ServerExecutor
    private var entries: [Int: Entry] = [:]
    private var nextID = 0
    private var isClosed = false

    /// A table without connections, whose sessions will run on the server's threads.
    init(limits: PreviewLimits, executor: ServerExecutor) {
        self.limits = limits
        self.executor = executor
    }

    /// The number of connections whose sockets are open.
    var count: Int { entries.count }

    /// Lets a client in, for whom another may have to go: who waits idle longest, else whose head takes longest, and so
    /// on; never one for whom a page is being made.
    func admit(_ connection: Connection, session: @escaping @Sendable (Connection) async -> Void) async {
        await waitForEnding()
        let isFull = entries.values.count { !$0.isEnding } >= limits.maximumConnections
        guard !isClosed, !isFull || evict() else { return await connection.close() }
        connection.enter(.idle, timeout: limits.headTimeout)
        nextID += 1
        let id = nextID
        let task = Task(executorPreference: executor) {
            await session(connection)
            await connection.close()
            await self.remove(id)
        }
        entries[id] = Entry(connection: connection, session: task)
    }

    /// Waits until few are ending, each of which still holds a socket; meanwhile clients wait in the system's queue.
    private func waitForEnding() async {
        for _ in 0..<1000 where !isClosed && entries.count >= limits.maximumConnections + Self.maximumEnding {
            try? await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Whether one more stream of events may begin; a stream counts by its phase.
    func hasRoomForEvents() -> Bool {
        entries.values.count { $0.connection.progress.phase == .streamingEvents } < limits.maximumEventStreams
    }

    /// Whether one more body may be sent.
    func hasRoomForBody() -> Bool {
        entries.values.count { $0.connection.progress.phase == .readingBody } < limits.maximumBodies
    }

    /// Ends what has taken too long.
    func closeOverdue(at now: ContinuousClock.Instant) {
        for (id, entry) in entries where !entry.isEnding && entry.connection.isOverdue(at: now) { end(id) }
    }

    /// Ends all connections and lets none in any more. Clients notice at once; a session that waits for the site gets a
    /// second to notice, then goes on without a socket.
    func closeAll() async {
        isClosed = true
        for (id, entry) in entries {
            end(id)
            entry.session.cancel()
        }
        let deadline = ContinuousClock.now + .seconds(1)
        while !entries.isEmpty && ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(2))
        }
    }

    private func evict() -> Bool {
        var oldest: (id: Int, phase: Connection.Phase, since: ContinuousClock.Instant)?
        for (id, entry) in entries where !entry.isEnding {
            let (phase, since) = entry.connection.progress
            guard phase != .answering else { continue }
            if let known = oldest, (known.phase, known.since) <= (phase, since) { continue }
            oldest = (id, phase, since)
        }
        guard let oldest else { return false }
        end(oldest.id)
        return true
    }

    /// Ends a session that waits for its client: its socket says that the client is gone. FlyingSocks would deliver a
    /// cancellation over the common pool, when that has a thread to spare.
    private func end(_ id: Int) {
        entries[id]?.isEnding = true
        entries[id]?.connection.abort()
    }

    private func remove(_ id: Int) {
        entries[id] = nil
    }
}
