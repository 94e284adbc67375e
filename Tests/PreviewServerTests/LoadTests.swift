import Foundation
import PreviewServer
import Testing

@Suite("Clients that take too much", .serialized)
struct LoadTests {
    /// The time of a request for the home page, measured on the client's thread: other tests keep those of tasks busy.
    private static func latency(_ port: Int) throws -> Duration {
        let begin = ContinuousClock.now
        let client = try TestClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.receiveResponse().text == TestSite.home)
        return ContinuousClock.now - begin
    }

    /// The median of some such times.
    private static func medianLatency(_ port: Int) throws -> Duration {
        try (0..<21).map { _ in try latency(port) }.sorted()[10]
    }

    @Test("two hundred clients with a byte a second are closed after the time of a head, and others are served")
    func slowClients() async throws {
        // With the usual limits, so that the promise itself is tested.
        try await withServer { port, server async throws in
            let (latency, areClosed, time) = try await onThread {
                let clients = try (0..<200).map { _ in try TestClient(port: port) }
                let begin = ContinuousClock.now
                var latency = Duration.zero
                for (second, byte) in "GET / HTTP/1.".utf8.enumerated().dropLast() {
                    for client in clients { client.send([byte]) }
                    if second == 2 { latency = try Self.medianLatency(port) }
                    Thread.sleep(forTimeInterval: 1)
                }
                return (latency, clients.allSatisfy { $0.isClosedByServer() }, ContinuousClock.now - begin)
            }
            #expect(latency < .milliseconds(100))
            #expect(areClosed)
            #expect(time < .seconds(15))
            #expect(try await eventually { await server.connectionCount == 0 })
        }
    }

    @Test(
        "what has no end is cut off early",
        arguments: [
            ("GET /", "414"), ("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "431"), ("", "414"),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n", "413"),
            ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n", "405"),
        ])
    func endlessRequests(start: String, status: String) async throws {
        try await withServer { port, _ async throws in
            let (sent, response, time) = try await onThread {
                let begin = ContinuousClock.now
                let client = try TestClient(port: port)
                client.send(start)
                let block = [UInt8](repeating: UInt8(ascii: "a"), count: 64 * 1024)
                var sent = 0
                while sent < 100 * 1024 * 1024, client.send(block) { sent += block.count }
                let response = String(decoding: client.receive(atMost: 200) ?? [], as: UTF8.self)
                return (sent, response, ContinuousClock.now - begin)
            }
            #expect(sent < 20 * 1024 * 1024)
            #expect(response.isEmpty || response.hasPrefix("HTTP/1.1 \(status) "))
            #expect(time < .seconds(5))
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        }
    }

    @Test("a build that keeps all threads of the common pool busy does not keep pages waiting")
    func busyPool() async throws {
        try await withServer { port, _ async throws in
            let build = Task.detached {
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<100 {
                        group.addTask {
                            let end = ContinuousClock.now + .milliseconds(30)
                            while ContinuousClock.now < end {}
                        }
                    }
                }
            }
            let times = try await onThread {
                try (0..<20).map { _ in try Self.latency(port) }
            }
            // The first request would wait for the whole of it.
            #expect(times.allSatisfy { $0 < .milliseconds(500) })
            await build.value
        }
    }

    @Test("ten thousand connections find a server that serves")
    func manyConnections() async throws {
        try await withServer { port, server async throws in
            let flood = Task {
                try await onThread {
                    var clients: [TestClient] = []
                    for _ in 0..<10_000 {
                        clients.append(try TestClient(port: port))
                        if clients.count > 400 { clients.removeFirst(100) }
                    }
                    return clients
                }
            }
            let latency = try await onThread { try Self.medianLatency(port) }
            let last = try await flood.value
            // About 1 ms in a release build; `Benchmarks/abuse.py` measures it.
            #expect(latency < .milliseconds(500))
            #expect(await server.connectionCount <= 256 + 64 + 2)
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
            withExtendedLifetime(last) {}
        }
    }

    @Test("the connection that has been idle longest makes room for a new one")
    func eviction() async throws {
        var configuration = PreviewConfiguration()
        configuration.limits.maximumConnections = 3
        try await withServer(configuration) { port, _ async throws in
            let (isServed, isOldestClosed, text) = try await onThread {
                let request = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
                let idle = try (0..<3).map { _ in try TestClient(port: port, timeout: 2) }
                // The first one is used again, so that the second has been idle longest.
                for client in idle + [idle[0]] {
                    client.send(request)
                    _ = try client.receiveResponse()
                }
                let newcomer = try TestClient(port: port)
                newcomer.send(request)
                let isServed = try newcomer.receiveResponse().status == 200
                idle[0].send(request)
                return (isServed, idle[1].isClosedByServer(), try idle[0].receiveResponse().text)
            }
            #expect(isServed)
            #expect(isOldestClosed)
            #expect(text == TestSite.digits)
        }
    }

    @Test("idle connections, and responses that nobody reads, end after their time")
    func timeouts() async throws {
        var configuration = PreviewConfiguration()
        configuration.limits.idleTimeout = .milliseconds(300)
        configuration.limits.writeTimeout = .milliseconds(300)
        let content = PreviewContent(bytes: [UInt8](repeating: 1, count: 20_000_000), path: "a.zip")
        let server = PreviewServer(configuration, events: PreviewEvents()) { request in
            request.path.text == "/" ? .notFound(nil) : .content(content)
        }
        let port = try await server.start()
        let clients = try await onThread {
            let clients = try (0..<2).map { _ in try TestClient(port: port, timeout: 3) }
            clients[0].send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            _ = try clients[0].receiveResponse()
            clients[1].send("GET /a.zip HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return clients
        }
        #expect(try await onThread { clients[0].isClosedByServer() })
        #expect(try await eventually { await server.connectionCount == 0 })
        await server.stop()
    }
}
