import FlyingSocks
import Glibc
import Synchronization

/// One client's connection. Its session uses it; the table of connections watches over it.
///
/// A class, because session and table share what it is doing.
final class Connection: Sendable {
    /// What a connection is doing, those first that are closed first when there are too many.
    enum Phase: Int, Sendable, Comparable {
        /// Nothing of a request has arrived.
        case idle
        /// A request has begun.
        case readingHead
        /// A body is on its way.
        case readingBody
        /// A response goes out.
        case writing
        /// A page listens for events.
        case streamingEvents
        /// The site is asked; nothing waits for the client.
        case answering

        /// Whether the first is closed before the second.
        static func < (first: Phase, second: Phase) -> Bool { first.rawValue < second.rawValue }
    }

    private struct State {
        var phase = Phase.idle
        var since = ContinuousClock.now
        var deadline: ContinuousClock.Instant?
        var isOpen = true
    }

    private let socket: AsyncSocket
    private let pool: SocketPool<ePoll>
    private let writeTimeout: Duration
    private let state = Mutex(State())
    /// The address of this machine at which the client arrived.
    let localAddress: String?

    /// Takes over a socket that was accepted.
    init(socket: AsyncSocket, pool: SocketPool<ePoll>, writeTimeout: Duration) {
        self.socket = socket
        self.pool = pool
        self.writeTimeout = writeTimeout
        localAddress =
            switch try? socket.socket.sockname() {
            case .ip4(let address, _): address
            case .ip6(let address, _):
                address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
            default: nil
            }
        socket.socket.closeOnExecution()
        try? socket.socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    }

    /// Begins a phase, which the table ends after `timeout`; never without one.
    func enter(_ phase: Phase, timeout: Duration?) {
        state.withLock {
            $0.phase = phase
            $0.since = .now
            $0.deadline = timeout.map { .now + $0 }
        }
    }

    /// The phase and its beginning.
    var progress: (phase: Phase, since: ContinuousClock.Instant) { state.withLock { ($0.phase, $0.since) } }

    /// Whether the phase has taken too long.
    func isOverdue(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in state.deadline.map { $0 <= now } ?? false }
    }

    /// Bytes as they arrive; empty when the client sends no more.
    func read(atMost count: Int = 4096) async throws -> [UInt8] {
        do {
            return try await socket.read(atMost: count)
        } catch SocketError.disconnected {
            return []
        }
    }

    /// Writes bytes, each time for `writeTimeout` at most; the phase must be one that writes.
    ///
    /// `Socket.write` of FlyingSocks ends the whole program by SIGPIPE when the client is gone; `MSG_NOSIGNAL` does not.
    func write(_ bytes: [UInt8], range: Range<Int>) async throws {
        var position = range.lowerBound
        let file = socket.socket.file.rawValue
        while position < range.upperBound {
            try Task.checkCancellation()
            let sent = bytes.withUnsafeBytes { buffer in
                send(
                    file, UnsafeRawBufferPointer(rebasing: buffer[position..<range.upperBound]).baseAddress,
                    range.upperBound - position, Int32(MSG_NOSIGNAL))
            }
            if sent > 0 {
                position += sent
                extendDeadline(writeTimeout)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                extendDeadline(nil)
                try await pool.suspendSocket(socket.socket, untilReadyFor: .write)
            } else if errno != EINTR {
                throw SocketError.disconnected
            }
        }
    }

    /// Gives a stalled write its time: progress begins it anew, a stall begins it if nothing has.
    private func extendDeadline(_ timeout: Duration?) {
        state.withLock {
            if let timeout {
                $0.deadline = .now + timeout
            } else if $0.deadline == nil {
                $0.deadline = .now + writeTimeout
            }
        }
    }

    /// Tells the client that nothing more comes, while it may still send.
    func finishWriting() {
        shutDown(Int32(SHUT_WR))
    }

    /// Ends the connection for the client at once; the session closes the socket when it notices.
    func abort() {
        shutDown(Int32(SHUT_RDWR))
    }

    private func shutDown(_ direction: Int32) {
        // Under the lock, so that the number of the file cannot be another connection's by now.
        state.withLock { if $0.isOpen { _ = shutdown(socket.socket.file.rawValue, direction) } }
    }

    /// Closes the socket. No task may be waiting for it.
    func close() async {
        await close(on: pool)
    }

    /// On the pool, because it wakes a waiting task before it forgets the socket: closed in between, the number could come
    /// back with the next client, of whom the pool would then hear nothing.
    private func close(on pool: isolated SocketPool<ePoll>) {
        state.withLock {
            guard $0.isOpen else { return }
            $0.isOpen = false
            try? socket.close()
        }
    }
}
