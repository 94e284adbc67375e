import PreviewServer
import TestSupport
import Testing

@Suite("Hostile requests")
struct HostileRequestTests {
    /// Everything a connection gives for some bytes.
    private func exchange(_ port: Int, _ bytes: [UInt8]) async throws -> String {
        try await onThread {
            let client = try TestClient(port: port)
            client.send(bytes)
            return String(decoding: client.receiveAll(), as: UTF8.self)
        }
    }

    @Test("no path leads out of the site")
    func traversal() async throws {
        let paths = [
            "/../x", "/%2e%2e/x", "/%252e%252e/x", "/..%2fx", "/..%5cx", "//etc/passwd", "/a/%00.html", "/%ff",
            "http://x/etc", "/_site-private/x", "/secret?raw??", "/.git/config", "/..;/x", "/a/../../x", "/./x", "\\x",
            "/\\..\\x", "/%5c..%5cx", "/%c0%ae%c0%ae/x", "/%2e", "/a/%2e%2e%2f%2e%2e", "/.%2e/.%2e/etc/passwd", "*",
            "/%0d%0aSet-Cookie:x", "/a//b", "/#/../x", "http://localhost@evil.example/", "file:///etc/passwd",
        ]
        try await withServer { port, _ async throws in
            for path in paths {
                let bytes = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
                let response = try await exchange(port, bytes)
                let isRefused = response.hasPrefix("HTTP/1.1 400 ") || response.hasPrefix("HTTP/1.1 404 ")
                #expect(isRefused, "\(path): \(response.prefix(40))")
                #expect(!response.contains(TestSite.canary), "\(path)")
            }
            #expect(try await ask(port, "GET / HTTP/1.1").text == TestSite.home)
        }
    }

    @Test("a path that is too long is told so")
    func longPath() async throws {
        try await withServer { port, _ async throws in
            let path = "/" + String(repeating: "a", count: 9000)
            #expect(try await ask(port, "GET \(path) HTTP/1.1").status == 414)
        }
    }

    @Test("other names than ours are refused in two languages")
    func hosts() async throws {
        try await withServer { port, _ async throws in
            for host in [
                "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "[::1]:1", "localhost:1", "", "10.0.0.1",
                "evil.example:\(port)",
            ] {
                let response = try await ask(port, "GET / HTTP/1.1", "Host: \(host)")
                #expect(response.status == 403, "\(host)")
                #expect(response.text.contains("本机") && response.text.contains("this computer"))
            }
            let doubled = try await ask(port, "GET / HTTP/1.1", "Host: localhost", "Host: localhost")
            #expect(doubled.status == 403)
            for version in ["HTTP/1.0", "HTTP/1.1"] {
                let none = try await exchange(port, Array("GET / \(version)\r\nConnection: close\r\n\r\n".utf8))
                #expect(none.hasPrefix("HTTP/1.1 403 "))
            }
            for host in ["localhost", "a.localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)", "LOCALHOST"] {
                #expect(try await ask(port, "GET / HTTP/1.1", "Host: \(host)").status == 200, "\(host)")
            }
        }
        try await withServer(PreviewConfiguration(allowedHosts: ["preview.example"])) { port, _ async throws in
            #expect(try await ask(port, "GET / HTTP/1.1", "Host: preview.example").status == 200)
            #expect(try await ask(port, "GET / HTTP/1.1", "Host: evil.example").status == 403)
        }
    }

    @Test("other sites' pages get nothing", arguments: ["/", "/_showcase/events", "/nothing"])
    func origins(path: String) async throws {
        try await withServer { port, _ async throws in
            let host = "Host: localhost:\(port)"
            for origin in [
                "https://evil.example", "null", "http://127.0.0.1:1", "http://10.0.0.1", "http://localhost",
                "http://127.0.0.1:\(port)", "http://localhost:\(port + 1)", "localhost:\(port)", "",
            ] {
                let response = try await ask(port, "GET \(path) HTTP/1.1", host, "Origin: \(origin)")
                #expect(response.status == 403, "\(origin)")
                #expect(!response.head.lowercased().contains("access-control"))
            }
            for site in ["cross-site", "same-site"] {
                let script = try await ask(
                    port, "GET \(path) HTTP/1.1", host, "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: no-cors")
                #expect(script.status == 403)
                let link = try await ask(
                    port, "GET \(path) HTTP/1.1", host, "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: navigate")
                #expect(link.status == (path == "/" ? 200 : path == "/nothing" ? 404 : 403))
            }
            let ours = try await ask(
                port, "GET \(path) HTTP/1.1", host, "Origin: http://localhost:\(port)", "Sec-Fetch-Site: same-origin")
            #expect(ours.status == (path == "/nothing" ? 404 : 200))
            #expect(!ours.head.lowercased().contains("access-control"))
        }
    }

    @Test("nothing but GET and HEAD", arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "X"])
    func methods(method: String) async throws {
        try await withServer { port, _ async throws in
            let response = try await ask(port, "\(method) / HTTP/1.1")
            #expect(response.status == 405)
            #expect(response["Allow"] == "GET, HEAD")
            #expect(!response.head.lowercased().contains("access-control"))
            let tunnel = try await ask(port, "CONNECT evil.example:443 HTTP/1.1")
            #expect(tunnel.status == 405)
        }
    }

    @Test("a body is not taken and never read as a request")
    func bodies() async throws {
        try await withServer { port, _ async throws in
            let smuggled = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
            for (method, status) in [("GET", 413), ("POST", 405)] {
                let request =
                    "\(method) / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(smuggled.utf8.count)\r\n\r\n"
                let response = try await exchange(port, Array((request + smuggled).utf8))
                #expect(response.hasPrefix("HTTP/1.1 \(status) "))
                #expect(response.contains("Connection: close"))
                #expect(!response.contains(TestSite.digits))
            }
            let empty = try await ask(port, "GET / HTTP/1.1", "Content-Length: 0")
            #expect(empty.status == 200)
        }
    }

    @Test(
        "heads that could be read in two ways are refused and end the connection",
        arguments: [
            "GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\u{0}\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n", "nonsense\r\n\r\n",
        ])
    func smuggling(request: String) async throws {
        try await withServer { port, _ async throws in
            let smuggled = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let response = try await exchange(port, Array((request + smuggled).utf8))
            #expect(response.hasPrefix("HTTP/1.1 400 "))
            #expect(response.contains("Connection: close"))
            #expect(!response.contains(TestSite.digits))
        }
    }

    @Test("HTTP/2 and too many fields are told so")
    func otherRefusals() async throws {
        try await withServer { port, _ async throws in
            let preface = try await exchange(port, Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
            #expect(preface.hasPrefix("HTTP/1.1 505 "))
            let fields = String(repeating: "A: b\r\n", count: 101)
            let many = try await exchange(port, Array("GET / HTTP/1.1\r\n\(fields)\r\n".utf8))
            #expect(many.hasPrefix("HTTP/1.1 431 "))
        }
    }

    @Test("random bytes never end the server", arguments: 0..<2)
    func fuzz(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        try await withServer { port, _ async throws in
            for _ in 0..<40 {
                var bytes = (0..<Int.random(in: 1..<400, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                if Bool.random(using: &random) { bytes = Array("GET /".utf8) + bytes }
                let request = bytes + Array("\r\n\r\n".utf8)
                #expect(!(try await exchange(port, request)).contains(TestSite.canary))
            }
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        }
    }
}

@Suite("The address at which something is done")
struct ActionTests {
    private static let configuration = PreviewConfiguration(
        action: PreviewAction(path: "/digits.txt", token: "token-of-this-run"))

    @Test("pages of the preview that know the token reach it, by POST alone")
    func reached() async throws {
        try await withServer(Self.configuration) { port, _ async throws in
            let (host, token) = ("Host: localhost:\(port)", "X-Showcase-Token: token-of-this-run")
            let origin = "Origin: http://localhost:\(port)"
            let done = try await ask(port, "POST /digits.txt?a=1 HTTP/1.1", host, origin, token, "Content-Length: 0")
            #expect(done.status == 200 && done.text == TestSite.digits)
            for method in ["GET", "HEAD"] {
                let response = try await ask(port, "\(method) /digits.txt HTTP/1.1", host, origin, token)
                #expect(response.status == 405 && response["Allow"] == "POST")
            }
            let elsewhere = try await ask(port, "POST / HTTP/1.1", host, origin, token)
            #expect(elsewhere.status == 405 && elsewhere["Allow"] == "GET, HEAD")
        }
    }

    @Test("nobody else does: no origin, another one, no token, a wrong one, two, another host, a form of another site")
    func refused() async throws {
        try await withServer(Self.configuration) { port, _ async throws in
            let (host, token) = ("Host: localhost:\(port)", "X-Showcase-Token: token-of-this-run")
            let origin = "Origin: http://localhost:\(port)"
            let attempts = [
                [host, token], [host, "Origin: https://evil.example", token], [host, "Origin: null", token],
                [host, origin], [host, origin, "X-Showcase-Token: token"], [host, origin, token, token],
                [host, origin, "X-Showcase-Token: "], ["Host: evil.example", "Origin: http://evil.example", token],
                [host, origin, token, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Origin: null"],
                [host, origin, token, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"],
            ]
            for fields in attempts {
                let request = (["POST /digits.txt HTTP/1.1"] + fields + ["Content-Length: 0"]).joined(separator: "\r\n")
                let response = try await onThread {
                    let client = try TestClient(port: port)
                    client.send(request + "\r\n\r\n")
                    return try client.receiveResponse()
                }
                #expect(response.status == 403, "\(fields)")
                #expect(!response.text.contains(TestSite.digits))
            }
            let withBody = try await ask(port, "POST /digits.txt HTTP/1.1", host, origin, token, "Content-Length: 5")
            #expect(withBody.status == 413)
        }
    }
}
