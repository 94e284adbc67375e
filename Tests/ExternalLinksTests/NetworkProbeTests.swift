import Foundation
import Testing

@testable import ExternalLinks

@Suite("Asking servers")
struct NetworkProbeTests {
    /// A server with a page for each answer.
    private static func server() throws -> LocalServer {
        try LocalServer { method, path in
            switch path {
            case "/404": .head("404 Not Found")
            case "/410": .head("410 Gone")
            case "/403": .head("403 Forbidden")
            case "/500": .head("500 Internal Server Error")
            case "/999": .head("999 Request denied")
            case "/get-only": .head(method == "HEAD" ? "405 Method Not Allowed" : "200 OK")
            case "/head-hangs-up": method == "HEAD" ? .reset : .head("206 Partial Content")
            case "/1": .head("301 Moved Permanently\r\nLocation: /2")
            case "/2": .head("308 Permanent Redirect\r\nLocation: 200?x=值")
            case "/circle": .head("302 Found\r\nLocation: /circle")
            case "/inside": .head("302 Found\r\nLocation: http://10.255.255.1/")
            case "/silent": .silence
            case "/reset": .reset
            case "/endless": method == "HEAD" ? .head("403 Forbidden") : .endless
            default: .head("200 OK")
            }
        }
    }

    private func checker(timeout: Duration = .seconds(20)) -> LinkChecker {
        var limits = LinkLimits()
        limits.gap = .zero
        limits.firstWait = .milliseconds(10)
        return LinkChecker(probe: .network(timeout: timeout, allowsLoopback: true), limits: limits)
    }

    @Test(
        "a server's answer is what it is",
        arguments: [
            ("/200", .alive), ("/404", .dead(.notFound)), ("/410", .dead(.gone)),
            ("/403", .unverified(.status(403))), ("/500", .unverified(.status(500))),
            ("/999", .unverified(.status(999))), ("/get-only", .alive), ("/head-hangs-up", .alive),
            ("/circle", .unverified(.redirections)), ("/inside", .privateAddress(host: "10.255.255.1")),
            ("/reset", .unverified(.connection)), ("/endless", .alive),
        ] as [(String, LinkVerdict)])
    func answers(path: String, verdict: LinkVerdict) async throws {
        let server = try Self.server()
        #expect(await checker().verdict(server.url(path)) == verdict)
    }

    @Test("redirections are followed one by one")
    func redirections() async throws {
        let server = try Self.server()
        #expect(await checker().verdict(server.url("/1")) == .moved(to: server.url("/200?x=%e5%80%bc")))
        #expect(server.requests == ["HEAD /1", "HEAD /2", "HEAD /200?x=%e5%80%bc"])
    }

    @Test("a silent server does not hold the check")
    func silence() async throws {
        let server = try Self.server()
        let address = try #require(WebAddress(server.url("/silent")))
        #expect(LinkProbe.network(timeout: .milliseconds(300), allowsLoopback: true).ask(address, .head) == .timedOut)
        #expect(await checker(timeout: .milliseconds(300)).verdict(address.text) == .unverified(.timedOut))
        #expect(server.requests == ["HEAD /silent", "HEAD /silent", "GET /silent"])
    }

    @Test("a port without a server could not be told")
    func refused() async throws {
        let port = try Self.server().port
        #expect(await checker().verdict("http://127.0.0.1:\(port)/") == .unverified(.connection))
    }

    @Test("Retry-After is read as seconds and as a date")
    func retryAfter() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = formatter.string(from: Date(timeIntervalSinceNow: 86_400))
        let server = try LocalServer { _, path in
            .head("429 Too Many Requests\r\nRetry-After: \(path == "/seconds" ? "7" : date)")
        }
        let probe = LinkProbe.network(allowsLoopback: true)
        let seconds = try #require(WebAddress(server.url("/seconds")))
        #expect(probe.ask(seconds, .head) == .status(429, retryAfter: .seconds(7)))
        let later = try #require(WebAddress(server.url("/date")))
        guard case .status(429, _, let wait?) = probe.ask(later, .head) else {
            Issue.record("no Retry-After")
            return
        }
        // However long the answer took on its way.
        #expect(wait > .seconds(43_200) && wait <= .seconds(86_401))
    }

    @Test("a busy server is asked again")
    func busy() async throws {
        let server = try LocalServer { method, _ in .head(method == "HEAD" ? "429 Too Many Requests" : "200 OK") }
        #expect(await checker().verdict(server.url("/")) == .alive)
        #expect(server.requests == ["HEAD /", "GET /"])
    }

    @Test(
        "no connection is made to this machine",
        arguments: ["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]"])
    func loopback(host: String) async throws {
        let server = try Self.server()
        let address = try #require(WebAddress("http://\(host):\(server.port)/"))
        // Asked for directly, as after a name server that lies: the connection itself is refused.
        #expect(LinkProbe.network().ask(address, .get) == .privateAddress)
        #expect(await LinkChecker(probe: .network()).verdict(address.text) == .privateAddress(host: address.host))
        #expect(server.connectionCount == 0)
    }
}
