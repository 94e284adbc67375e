import Testing

@testable import PreviewServer

@Suite("Events for open pages")
struct EventTests {
    private static let request = "GET /_showcase/events HTTP/1.1\r\nHost: localhost\r\n"

    /// A page that has connected and read the beginning of its stream.
    private func connect(_ port: Int, lastEventID: String? = nil) async throws -> (client: TestClient, start: String) {
        try await onThread {
            let client = try TestClient(port: port)
            client.send(Self.request + (lastEventID.map { "Last-Event-ID: \($0)\r\n" } ?? "") + "\r\n")
            let head = try client.receive(through: "\r\n\r\n")
            return (client, head + (try client.receive(through: "\n\n")))
        }
    }

    private func nextMessage(_ client: TestClient) async throws -> String {
        try await onThread { try client.receive(through: "\n\n") }
    }

    /// What keeps the stream alive may come between, on a machine that is slow enough.
    private func nextEvent(_ client: TestClient) async throws -> String {
        while true {
            let message = try await nextMessage(client)
            if !message.hasPrefix(":") { return message }
        }
    }

    @Test("every page gets every event in order, without delay")
    func twoPages() async throws {
        let events = PreviewEvents(run: "r")
        try await withServer(events: events) { port, _ async throws in
            let (first, start) = try await connect(port)
            let (second, _) = try await connect(port)
            #expect(start.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(start.contains("Content-Type: text/event-stream; charset=utf-8\r\n"))
            #expect(start.contains("Cache-Control: no-store\r\n"))
            #expect(start.hasSuffix("\r\n\r\nretry: 1000\nid: r-0\n\n"))
            await events.send(PreviewEvent(name: "reload"))
            await events.send(PreviewEvent(name: "error", data: "第一行\r\n二\r三\n"))
            for page in [first, second] {
                #expect(try await nextEvent(page) == "id: r-1\nevent: reload\ndata: \n\n")
                #expect(try await nextEvent(page) == "id: r-2\nevent: error\ndata: 第一行\ndata: 二\ndata: 三\ndata: \n\n")
            }
        }
    }

    @Test(
        "a page that comes back is told what it missed",
        arguments: [
            ("r-2", ""), ("r-1", "id: r-2\nevent: b\ndata: \n\n"), ("r-0", "id: r-2\nevent: reload\ndata: \n\n"),
            ("other-2", "id: r-2\nevent: reload\ndata: \n\n"), ("nonsense", "id: r-2\nevent: reload\ndata: \n\n"),
        ])
    func reconnecting(lastEventID: String, missed: String) async throws {
        let events = PreviewEvents(run: "r")
        await events.send(PreviewEvent(name: "a"))
        await events.send(PreviewEvent(name: "b"))
        try await withServer(events: events) { port, _ async throws in
            let (page, start) = try await connect(port, lastEventID: lastEventID)
            #expect(start.hasSuffix("retry: 1000\nid: r-2\n\n"))
            await events.send(PreviewEvent(name: "c"))
            if !missed.isEmpty { #expect(try await nextEvent(page) == missed) }
            #expect(try await nextEvent(page) == "id: r-3\nevent: c\ndata: \n\n")
        }
    }

    @Test("a page names in its first request what it was made with")
    func after() async throws {
        let events = PreviewEvents(run: "r")
        let known = await events.lastEventID
        await events.send(PreviewEvent(name: "a"))
        try await withServer(events: events) { port, _ async throws in
            let text = try await onThread {
                let client = try TestClient(port: port)
                client.send("GET /_showcase/events?x=y&after=\(known) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                _ = try client.receive(through: "\r\n\r\n")
                _ = try client.receive(through: "\n\n")
                return try client.receive(through: "\n\n")
            }
            #expect(text == "id: r-1\nevent: a\ndata: \n\n")
        }
    }

    @Test("heartbeats go out, and pages that are gone are forgotten")
    func heartbeats() async throws {
        let events = PreviewEvents(run: "r")
        var configuration = PreviewConfiguration()
        configuration.limits.heartbeatInterval = .milliseconds(50)
        try await withServer(configuration, events: events) { port, server async throws in
            var page: TestClient? = try await connect(port).client
            if let page { #expect(try await nextMessage(page) == ": \n\n") }
            #expect(await events.listenerCount == 1)
            page = nil
            #expect(try await eventually { await events.listenerCount == 0 })
            #expect(try await eventually { await server.connectionCount == 0 })
        }
    }

    @Test("a page that does not read is dropped, and the others go on")
    func slowReader() async throws {
        let events = PreviewEvents(run: "r")
        var configuration = PreviewConfiguration()
        configuration.limits.writeTimeout = .milliseconds(500)
        try await withServer(configuration, events: events) { port, server async throws in
            let slow = try await connect(port).client
            let data = String(repeating: "x", count: 100_000)
            while await events.listenerCount > 0 {
                await events.send(PreviewEvent(name: "a", data: data))
                // The server's task has to come to write.
                try await Task.sleep(for: .milliseconds(1))
            }
            #expect(try await eventually { await server.connectionCount == 0 })
            let other = try await connect(port).client
            await events.send(PreviewEvent(name: "b"))
            #expect(try await nextEvent(other).hasSuffix("event: b\ndata: \n\n"))
            withExtendedLifetime(slow) {}
        }
    }

    @Test("there are only so many streams, and HEAD has none")
    func streamLimits() async throws {
        let events = PreviewEvents()
        var configuration = PreviewConfiguration()
        configuration.limits.maximumEventStreams = 2
        try await withServer(configuration, events: events) { port, _ async throws in
            let pages = [try await connect(port).client, try await connect(port).client]
            #expect(try await ask(port, "GET /_showcase/events HTTP/1.1").status == 503)
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
            withExtendedLifetime(pages) {}
        }
        try await withServer(events: events) { port, _ async throws in
            let rest = try await onThread {
                let client = try TestClient(port: port)
                client.send("HEAD /_showcase/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                return String(decoding: client.receiveAll(), as: UTF8.self)
            }
            #expect(rest.hasPrefix("HTTP/1.1 200 ") && rest.hasSuffix("\r\n\r\n"))
        }
    }
}

/// Waits until a condition comes true; `false` where it does not for minutes, which no busy machine takes.
func eventually(_ condition: () async -> Bool) async throws -> Bool {
    for _ in 0..<30_000 {
        if await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
