/// One page's stream of events on its connection (WHATWG HTML §9.2).
struct EventStream: Sendable {
    /// The page's connection.
    let connection: Connection
    /// What to write; ends when the page is dropped.
    let chunks: AsyncStream<[UInt8]>

    /// The head of the response. It has no length: the stream lasts as long as the connection (RFC 9112 §6.3).
    static func head(date: String) -> [UInt8] {
        let text =
            "HTTP/1.1 200 OK\r\nDate: \(date)\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
            + "Cache-Control: no-store\r\nX-Accel-Buffering: no\r\n" + Response.protection
            + "Connection: close\r\n\r\n"
        return Array(text.utf8)
    }

    /// The id in `?after=ID`, with which a page names the events that it was made with.
    static func lastEventID(inQuery query: String?) -> String? {
        let prefix = "after="
        let pair = (query ?? "").split(separator: "&").first { $0.hasPrefix(prefix) }
        return pair.map { String($0.dropFirst(prefix.count)) }
    }

    /// Writes until the client closes, does not read for too long, or is dropped.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await waitForEnd() }
            group.addTask { await writeChunks() }
            await group.next()
            group.cancelAll()
        }
    }

    private func writeChunks() async {
        for await chunk in chunks {
            do {
                try await connection.write(chunk, range: 0..<chunk.count)
            } catch {
                return
            }
            // Between events the client has nothing to take.
            connection.enter(.streamingEvents, timeout: nil)
        }
    }

    /// Reads what a client has no reason to send, so that its end is noticed; for too much of it the stream ends.
    private func waitForEnd() async {
        var rest = 64 * 1024
        while rest > 0, let received = try? await connection.read(), !received.isEmpty { rest -= received.count }
    }
}
