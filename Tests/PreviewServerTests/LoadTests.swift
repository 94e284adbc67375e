import Foundation
import PreviewServer
import Testing

@Suite("Clients that take too much", .serialized)
struct LoadTests {
    /// The memory of this process in MiB.
    private func residentMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) }) / 1024
    }

    /// The median time of a request for the home page, each on its own connection.
    private func medianLatency(_ port: Int, requests: Int = 11) async throws -> Duration {
        var times: [Duration] = []
        for _ in 0..<requests {
            let begin = ContinuousClock.now
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
            times.append(ContinuousClock.now - begin)
        }
        return times.sorted()[requests / 2]
    }

    @Test("two hundred clients with a byte a second are closed after the time of a head, and others are served")
    func slowClients() async throws {
        try await withServer { port, server async throws in
            let clients = try await onThread { try (0..<200).map { _ in try TestClient(port: port) } }
            let begin = ContinuousClock.now
            let head = Array("GET / HTTP/1.1\r\nHost: localhost\r\n".utf8)
            // The usual limit, so that the promise itself is tested.
            for byte in head.prefix(12) {
                try await onThread { for client in clients { client.send([byte]) } }
                if byte == head[1] {
                    #expect(await server.connectionCount == 200)
                    #expect(try await medianLatency(port) < .milliseconds(100))
                }
                try await Task.sleep(for: .seconds(1))
            }
            let areClosed = try await onThread { clients.allSatisfy { $0.isClosedByServer() } }
            #expect(areClosed)
            #expect(ContinuousClock.now - begin < .seconds(15))
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
            let before = try residentMemory()
            let begin = ContinuousClock.now
            let (sent, response) = try await onThread {
                let client = try TestClient(port: port)
                client.send(start)
                let block = [UInt8](repeating: UInt8(ascii: "a"), count: 64 * 1024)
                var sent = 0
                while sent < 100 * 1024 * 1024, client.send(block) { sent += block.count }
                return (sent, String(decoding: client.receive(atMost: 200) ?? [], as: UTF8.self))
            }
            #expect(sent < 20 * 1024 * 1024)
            #expect(response.isEmpty || response.hasPrefix("HTTP/1.1 \(status) "))
            #expect(ContinuousClock.now - begin < .seconds(5))
            #expect(try residentMemory() - before < 50)
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        }
    }

    @Test("ten thousand connections find a server that serves")
    func manyConnections() async throws {
        try await withServer { port, server async throws in
            let before = try residentMemory()
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
            let latency = try await medianLatency(port, requests: 31)
            let last = try await flood.value
            #expect(latency < .milliseconds(100))
            #expect(await server.connectionCount <= 512)
            #expect(try residentMemory() - before < 100)
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
            withExtendedLifetime(last) {}
        }
    }

    @Test("the connection that has been idle longest makes room for a new one")
    func eviction() async throws {
        var configuration = PreviewConfiguration()
        configuration.limits.maximumConnections = 3
        try await withServer(configuration) { port, _ async throws in
            let request = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let idle = try await onThread {
                let clients = try (0..<3).map { _ in try TestClient(port: port, timeout: 2) }
                for client in clients {
                    client.send(request)
                    _ = try client.receiveResponse()
                }
                return clients
            }
            // The first one is used again, so that the second has been idle longest.
            try await onThread {
                idle[0].send(request)
                _ = try idle[0].receiveResponse()
            }
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
            #expect(try await onThread { idle[1].isClosedByServer() })
            let text = try await onThread {
                idle[0].send(request)
                return try idle[0].receiveResponse().text
            }
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
