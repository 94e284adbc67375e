import FlyingSocks
import Glibc

/// HTTP for people who look at a site before it is published.
///
/// Knows nothing of sites and no files: it serves what a closure says. Everything that arrives is bounded in size, number
/// and time, since any page in a browser can send requests to this computer.
package actor PreviewHTTPServer {
    private struct Run {
        let port: Int
        let executor: ServerExecutor
        let pool: Task<Void, Never>
        let acceptance: [Task<Void, Never>]
        let clocks: [Task<Void, Never>]
        let listeners: [Listener]
        let table: ConnectionTable
    }

    private let configuration: PreviewConfiguration
    private let events: PreviewEvents
    private let answer: @Sendable (PreviewRequest) async throws -> PreviewAnswer
    private var run: Run?
    private var isStarting = false

    /// A server that does not listen yet.
    ///
    /// - Parameter answer: what is at an address; called for many requests at once, on a few threads of the server, so
    ///   that long work belongs elsewhere. An error becomes a page with status 500.
    package init(
        _ configuration: PreviewConfiguration,
        events: PreviewEvents,
        answer: @escaping @Sendable (PreviewRequest) async throws -> PreviewAnswer
    ) {
        self.configuration = configuration
        self.events = events
        self.answer = answer
    }

    /// The port at which the server listens; `nil` while it does not.
    package var port: Int? { run?.port }

    /// The number of open connections.
    package var connectionCount: Int {
        get async { await run?.table.count ?? 0 }
    }

    /// Begins to listen, until `stop()` is called: letting go of the server does not end it.
    ///
    /// - Returns: the port, also when any free one was asked for.
    @discardableResult
    package func start() async throws(PreviewServerError) -> Int {
        guard run == nil, !isStarting else { throw .alreadyRunning }
        isStarting = true
        defer { isStarting = false }
        let (listeners, port) = try Listener.open(configuration.binding, port: configuration.port)
        let pool = SocketPool<ePoll>.ePoll(maxEvents: 64)
        do {
            try await pool.prepare()
        } catch {
            for listener in listeners { listener.close() }
            guard case SocketError.failed(_, let errno, _) = error else { throw .system(errno: EIO) }
            throw .system(errno: errno)
        }
        let executor = ServerExecutor(threads: 4)
        let table = ConnectionTable(limits: configuration.limits, executor: executor)
        let environment = Session.Environment(
            gate: RequestGate(
                hosts: HostPolicy(port: port, names: configuration.allowedHosts), eventsPath: configuration.eventsPath,
                action: configuration.action, writing: configuration.writing, limits: configuration.limits),
            limits: configuration.limits, events: events, table: table, answer: answer)
        run = Run(
            port: port,
            executor: executor,
            pool: Task.detached(executorPreference: executor) { try? await pool.run() },
            acceptance: listeners.map { listener in
                Task.detached(executorPreference: executor) {
                    await Self.accept(from: listener, pool: pool, environment: environment)
                }
            },
            clocks: clocks(for: table, on: executor),
            listeners: listeners, table: table)
        return port
    }

    /// Ends at once: closes all connections and the port, which can be listened at again right away.
    package func stop() async {
        guard let run else { return }
        self.run = nil
        for task in run.acceptance + run.clocks { task.cancel() }
        for listener in run.listeners { listener.abort() }
        for task in run.acceptance { await task.value }
        for listener in run.listeners { listener.close() }
        await run.table.closeAll()
        run.pool.cancel()
        await run.pool.value
        run.executor.stop()
    }

    /// The tasks that look after connections from time to time.
    private func clocks(for table: ConnectionTable, on executor: ServerExecutor) -> [Task<Void, Never>] {
        let events = events
        let heartbeatInterval = configuration.limits.heartbeatInterval
        return [
            Task.detached(executorPreference: executor) {
                while (try? await Task.sleep(for: .milliseconds(250))) != nil { await table.closeOverdue(at: .now) }
            },
            Task.detached(executorPreference: executor) {
                while (try? await Task.sleep(for: heartbeatInterval)) != nil { await events.sendHeartbeat() }
            },
        ]
    }

    private static func accept(
        from listener: Listener, pool: SocketPool<ePoll>, environment: Session.Environment
    ) async {
        while !Task.isCancelled {
            do {
                let socket = try await AsyncSocket(socket: listener.socket, pool: pool).accept()
                let connection = Connection(
                    socket: socket, pool: pool, writeTimeout: environment.limits.writeTimeout)
                await environment.table.admit(connection) {
                    await Session(connection: $0, environment: environment).run()
                }
            } catch {
                // Mostly too many open files, which passes; the client waits in the queue of the system.
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}
