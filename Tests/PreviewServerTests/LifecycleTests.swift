import Foundation
import PreviewServer
import Testing

@Suite("Starting and stopping")
struct LifecycleTests {
    private func server(port: Int = 0, binding: PreviewConfiguration.Binding = .loopback) -> PreviewHTTPServer {
        PreviewHTTPServer(
            PreviewConfiguration(binding: binding, port: port), events: PreviewEvents(), answer: TestSite.answer)
    }

    /// The addresses at which this machine listens at a port, in the hexadecimal of `/proc/net/tcp`.
    private func listeningAddresses(port: Int) throws -> [String] {
        let digits = String(port, radix: 16, uppercase: true)
        let suffix = ":" + String(repeating: "0", count: 4 - digits.count) + digits
        return try ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { path in
            try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
                let columns = line.split(separator: " ")
                // State 0A is LISTEN.
                guard columns.count > 3, columns[3] == "0A", columns[1].hasSuffix(suffix) else { return nil }
                return String(columns[1].dropLast(5))
            }
        }
    }

    @Test("the server listens at the loopback addresses and nowhere else")
    func loopback() async throws {
        try await withServer { port, _ async throws in
            var addresses: Set<String> = []
            // The list may lack lines while other tests open and close ports.
            #expect(
                try await eventually {
                    addresses.formUnion((try? listeningAddresses(port: port)) ?? [])
                    return addresses.contains("0100007F")
                })
            #expect(addresses.isSubset(of: ["0100007F", "00000000000000000000000001000000"]))
        }
    }

    @Test("another address is listened at when asked for")
    func otherBindings() async throws {
        try await withServer(PreviewConfiguration(binding: .address("127.0.0.2"))) { port, _ async throws in
            #expect(try await eventually { (try? listeningAddresses(port: port)) == ["0200007F"] })
            let response = try await ask(port, "GET / HTTP/1.1", "Host: 127.0.0.2:\(port)", address: "127.0.0.2")
            #expect(response.status == 200)
        }
        for address in ["nonsense", "192.0.2.1", "300.0.0.1", ""] {
            await #expect(throws: PreviewServerError.unknownAddress(address)) {
                try await server(binding: .address(address)).start()
            }
        }
    }

    @Test("all addresses are listened at when asked for", .enabled(if: Machine.hasIPv6Loopback))
    func allAddresses() async throws {
        try await withServer(PreviewConfiguration(binding: .address("::"))) { port, _ async throws in
            let response = try await ask(port, "GET / HTTP/1.1", "Host: 127.0.0.3:\(port)", address: "127.0.0.3")
            #expect(response.status == 200)
        }
    }

    @Test(
        "a port in use is told as such, also when only IPv6 has it",
        arguments: Machine.hasIPv6Loopback ? ["127.0.0.1", "::1"] : ["127.0.0.1"])
    func portInUse(address: String) async throws {
        try await withServer(PreviewConfiguration(binding: .address(address))) { port, _ async throws in
            await #expect(throws: PreviewServerError.portInUse(port)) { try await server(port: port).start() }
            #expect(PreviewServerError.portInUse(port).message.zh.contains("\(port)"))
        }
    }

    @Test("ports that are none are refused", arguments: [-1, 65536])
    func invalidPorts(port: Int) async throws {
        await #expect(throws: PreviewServerError.invalidPort(port)) { try await server(port: port).start() }
    }

    @Test("stopping ends all connections at once, and the port is free again")
    func restarting() async throws {
        let server = server()
        let port = try await server.start()
        await #expect(throws: PreviewServerError.alreadyRunning) { try await server.start() }
        let clients = try await onThread {
            let clients = try (0..<4).map { _ in try TestClient(port: port) }
            clients[1].send("GET / HT")
            clients[2].send("GET /_showcase/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            clients[3].send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
            _ = try clients[2].receive(through: "\n\n")
            return clients
        }
        await server.stop()
        #expect(await server.port == nil)
        for client in clients { #expect(try await onThread { client.isClosedByServer() }) }
        await server.stop()

        let second = self.server(port: port)
        #expect(try await second.start() == port)
        #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        await second.stop()
        #expect(try await server.start() > 0)
        await server.stop()
    }

    @Test("an answer that does not notice its end does not keep the server from stopping")
    func stubbornAnswer() async throws {
        // The answer comes after the server has stopped, and not before.
        let (isAsked, hasStopped) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let server = PreviewHTTPServer(PreviewConfiguration(), events: PreviewEvents()) { _ in
            isAsked.signal()
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    hasStopped.wait()
                    continuation.resume()
                }
            }
            return .notFound(nil)
        }
        let port = try await server.start()
        let client = try await onThread {
            let client = try TestClient(port: port)
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            isAsked.wait()
            return client
        }
        await server.stop()
        #expect(try await onThread { client.isClosedByServer() })
        hasStopped.signal()
    }
}
