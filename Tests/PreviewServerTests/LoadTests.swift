import Foundation
import PreviewServer
import Testing

@Suite("Clients that take too much", .serialized)
struct LoadTests {
    /// Asks for the home page on a connection of its own.
    private static func expectHome(_ port: Int) throws {
        let client = try TestClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.receiveResponse().text == TestSite.home)
    }

    @Test("two hundred clients that do not come to an end keep nobody from being served")
    func slowClients() async throws {
        var configuration = PreviewConfiguration()
        configuration.limits.headTimeout = .seconds(3600)
        try await withServer(configuration) { port, server async throws in
            let clients = try await onThread {
                let clients = try (0..<200).map { _ in try TestClient(port: port) }
                for byte in "GET / HTTP/1.".utf8 {
                    for client in clients { client.send([byte]) }
                    try Self.expectHome(port)
                }
                return clients
            }
            #expect(await server.connectionCount >= 200)
            withExtendedLifetime(clients) {}
        }
    }

    @Test("a client is closed after the time of a head, however many bytes still come")
    func slowHead() async throws {
        var configuration = PreviewConfiguration()
        configuration.limits.headTimeout = .milliseconds(300)
        try await withServer(configuration) { port, server async throws in
            try await onThread {
                let client = try TestClient(port: port)
                client.send("GET / HTTP/1.1\r\nX: ")
                // Ends only with the connection.
                while client.send("a") { Thread.sleep(forTimeInterval: 0.001) }
            }
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
            let (sent, response) = try await onThread {
                let client = try TestClient(port: port)
                client.send(start)
                let block = [UInt8](repeating: UInt8(ascii: "a"), count: 64 * 1024)
                var sent = 0
                while sent < 100 * 1024 * 1024, client.send(block) { sent += block.count }
                let response = String(decoding: client.receive(atMost: 200) ?? [], as: UTF8.self)
                return (sent, response)
            }
            #expect(sent < 20 * 1024 * 1024)
            #expect(response.isEmpty || response.hasPrefix("HTTP/1.1 \(status) "))
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        }
    }

    private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }

    @Test("a build that keeps all threads of the common pool busy does not keep pages waiting")
    func busyPool() async throws {
        try await withServer { port, _ async throws in
            // Each keeps a thread of the pool, until pages were served.
            let pagesAreServed = DispatchSemaphore(value: 0)
            let busyCount = 4 * ProcessInfo.processInfo.activeProcessorCount
            let build = Task.detached {
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<busyCount { group.addTask { Self.wait(for: pagesAreServed) } }
                }
            }
            try await onThread {
                defer { for _ in 0..<busyCount { pagesAreServed.signal() } }
                for _ in 0..<20 { try Self.expectHome(port) }
            }
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
            // How fast, `Benchmarks/abuse.py` measures.
            try await onThread { for _ in 0..<20 { try Self.expectHome(port) } }
            let last = try await flood.value
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
                let idle = try (0..<3).map { _ in try TestClient(port: port) }
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
        configuration.limits.idleTimeout = .seconds(2)
        configuration.limits.writeTimeout = .milliseconds(300)
        let content = PreviewContent(bytes: [UInt8](repeating: 1, count: 20_000_000), path: "a.zip")
        let server = PreviewHTTPServer(configuration, events: PreviewEvents()) { request in
            request.path.text == "/" ? .notFound(nil) : .content(content)
        }
        let port = try await server.start()
        let clients = try await onThread {
            let clients = try (0..<2).map { _ in try TestClient(port: port) }
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
