import PreviewServer
import Synchronization
import TestSupport
import Testing

@Suite("Requests that write")
struct WritingRequestTests {
    private static let path = "/_showcase/api/"
    private static let token = "X-Showcase-Token: token-of-this-run"
    private static let json = "Content-Type: application/json; charset=utf-8"
    private static let file = "Content-Type: application/octet-stream"

    /// The files that are sent to a server.
    private final class Uploads: Sendable {
        private let all = Mutex<[TestUpload]>([])
        var files: [TestUpload] { all.withLock { $0 } }

        func begin(room: Int) -> TestUpload {
            let file = TestUpload(room: room)
            all.withLock { $0.append(file) }
            return file
        }
    }

    private static func configuration(
        token: String? = "token-of-this-run", uploads: Uploads = Uploads(), room: Int = .max
    ) -> PreviewConfiguration {
        var configuration = PreviewConfiguration(
            writing: PreviewWriting(path: path, uploadPath: path + "upload", token: token) {
                uploads.begin(room: room)
            })
        configuration.limits.maximumMessageBytes = 1000
        configuration.limits.maximumUploadBytes = 1_000_000
        return configuration
    }

    /// What comes for some lines of a head and a body; `nil` when the server says nothing.
    private func post(
        _ port: Int, _ path: String, _ fields: [String], _ body: String = "", length: String? = nil
    ) async throws -> TestResponse? {
        let lines = ["POST \(path) HTTP/1.1"] + fields + ["Content-Length: \(length ?? "\(body.utf8.count)")"]
        return try await send(port, lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    private func send(_ port: Int, _ text: String) async throws -> TestResponse? {
        try await onThread {
            let client = try TestClient(port: port)
            client.send(text)
            return try? client.receiveResponse()
        }
    }

    private func ours(_ port: Int) -> [String] {
        ["Host: localhost:\(port)", "Origin: http://localhost:\(port)", Self.token]
    }

    @Test("a page of this run has a message taken, whole and as it was sent", arguments: [0, 1, 17, 1000])
    func message(length: Int) async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let body = String(repeating: "x", count: length)
            let response = try await post(port, Self.path + "save", ours(port) + [Self.json], body)
            #expect(response?.status == 200 && response?.text == body)
            #expect(response?["Content-Type"] == "application/json; charset=utf-8")
            #expect(response?["Cache-Control"] == "no-store")
        }
    }

    @Test("two messages on one connection, the second in the same packet as the first")
    func pipelined() async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let head =
                (["POST \(Self.path)x HTTP/1.1"] + ours(port) + [Self.json, "Content-Length: 3"]).joined(
                    separator: "\r\n") + "\r\n\r\n"
            let texts = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "one" + head + "two")
                return try [client.receiveResponse().text, client.receiveResponse().text]
            }
            #expect(texts == ["one", "two"])
        }
    }

    @Test("a client that waits for a word before it sends gets one")
    func expectation() async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let head = (["POST \(Self.path)x HTTP/1.1"] + ours(port) + [Self.json, "Expect: 100-continue"]).joined(
                separator: "\r\n")
            let answers = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 2\r\n\r\n")
                let first = try client.receive(through: "\r\n\r\n")
                client.send("{}")
                return (first, try client.receiveResponse().text)
            }
            #expect(answers.0 == "HTTP/1.1 100 Continue\r\n\r\n" && answers.1 == "{}")
        }
    }

    @Test("nobody else: no token, a wrong one, two, no origin, another one, null, another host, other sites' fetches")
    func foreign() async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let (host, origin) = ("Host: localhost:\(port)", "Origin: http://localhost:\(port)")
            let attempts = [
                [host, origin], [host, origin, "X-Showcase-Token: token"], [host, origin, Self.token, Self.token],
                [host, origin, "X-Showcase-Token:"], [host, Self.token], [host, "Origin: null", Self.token],
                [host, "Origin: https://evil.example", Self.token], [host, "Origin: http://localhost", Self.token],
                [host, "Origin: http://localhost:\(port + 1)", Self.token],
                [host, "Origin: http://127.0.0.1:\(port)", Self.token], [host, origin, "Origin: null", Self.token],
                ["Host: evil.example", "Origin: http://evil.example", Self.token], [origin, Self.token],
                [host, host, origin, Self.token],
                [host, origin, Self.token, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"],
                [host, origin, Self.token, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"],
            ]
            for fields in attempts {
                let response = try await post(port, Self.path + "save", fields + [Self.json], "{}")
                #expect(response?.status == 403, "\(fields)")
                #expect(response?.text.hasPrefix("{\"error\":{\"code\":\"readOnly\",") == true, "\(fields)")
                #expect(response?["Connection"] == "close" && response?.text.contains("{}") != true)
            }
        }
    }

    @Test(
        "no kind of body that a form of another site could send, and none that another address takes",
        arguments: [
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "text/json", "",
            "application/json; charset=gb18030", "application/octet-stream", "application/json, text/plain",
            "application/json;charset=utf-8;x=1",
        ])
    func mediaTypes(type: String) async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let response = try await post(port, Self.path + "save", ours(port) + ["Content-Type: \(type)"], "{}")
            #expect(response?.status == 415)
            let none = try await post(port, Self.path + "save", ours(port), "{}")
            #expect(none?.status == 415)
            let two = try await post(port, Self.path + "save", ours(port) + [Self.json, Self.json], "{}")
            #expect(two?.status == 415)
            let upload = try await post(port, Self.path + "upload", ours(port) + [Self.json], "{}")
            #expect(upload?.status == 415)
        }
    }

    @Test("a body that could end in more than one place, and one without a length, is not read")
    func framing() async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let head = (["POST \(Self.path)save HTTP/1.1"] + ours(port) + [Self.json]).joined(separator: "\r\n")
            for (fields, status) in [
                ("Transfer-Encoding: chunked", 400), ("Transfer-Encoding: chunked\r\nContent-Length: 2", 400),
                ("Content-Length: 2\r\nContent-Length: 2", 400), ("Content-Length: 2, 2", 400),
                ("Content-Length: +2", 400), ("Content-Length: 0x2", 400), ("Content-Length: -2", 400),
                ("Content-Length:", 400), ("X: y", 411), ("Content-Length: 1001", 413),
                ("Content-Length: 99999999999999999999999", 413),
            ] {
                let response = try await send(port, head + "\r\n" + fields + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                #expect(response?.status == status, "\(fields)")
            }
            // Shorter than said: the rest is no request. Longer: nothing is done with a part.
            let smuggled = "{}GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let all = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 1\r\n\r\n" + smuggled)
                return String(decoding: client.receiveAll(), as: UTF8.self)
            }
            #expect(all.contains("HTTP/1.1 400 ") && !all.contains(TestSite.digits))
            let lie = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 900\r\n\r\n{}")
                client.finish()
                return client.receiveAll()
            }
            #expect(lie.isEmpty)
        }
    }

    @Test("no other method, no other address, and nothing that asks changes anything", arguments: ["GET", "HEAD"])
    func others(method: String) async throws {
        try await withServer(Self.configuration()) { port, _ async throws in
            let asked = try await ask(port, "\(method) \(Self.path)save HTTP/1.1")
            #expect(asked.status == 404)
            let body = try await ask(
                port, "\(method) \(Self.path)save HTTP/1.1", "Host: localhost:\(port)",
                "Origin: http://localhost:\(port)", Self.token, Self.json, "Content-Length: 2")
            #expect(body.status == 413)
            for path in ["/", "/_showcase/", "/_showcase/events", "/_showcase/apix", "/_showcase/api"] {
                let response = try await post(port, path, ours(port) + [Self.json], "{}")
                #expect(response?.status == 413 || response?.status == 405, "\(path)")
            }
            for method in ["PUT", "PATCH", "DELETE", "OPTIONS"] {
                #expect(try await ask(port, "\(method) \(Self.path)save HTTP/1.1").status == 405)
            }
            for path in ["../x", "%2e%2e/x", "a%2fb", "a%00", "a//b", "./a"] {
                let response = try await post(port, Self.path + path, ours(port) + [Self.json], "{}")
                #expect(response?.status == 400, "\(path)")
            }
        }
    }

    @Test("a run in which nothing is written says so in words")
    func readOnly() async throws {
        try await withServer(Self.configuration(token: nil)) { port, _ async throws in
            for fields in [ours(port), ["Host: localhost:\(port)"]] {
                let response = try await post(port, Self.path + "save", fields + [Self.json], "{}")
                #expect(response?.status == 403 && response?.text.contains("只能看") == true)
            }
        }
        try await withServer { port, _ async throws in
            #expect(try await post(port, Self.path + "save", ours(port) + [Self.json], "{}")?.status == 405)
        }
    }

    @Test("a file is kept as it arrives, and goes when the request is answered")
    func upload() async throws {
        let uploads = Uploads()
        try await withServer(Self.configuration(uploads: uploads)) { port, _ async throws in
            let body = String(repeating: "y", count: 700_000)
            let response = try await post(port, Self.path + "upload?name=a", ours(port) + [Self.file], body)
            #expect(response?.text == "700000")
            #expect(uploads.files.map(\.count) == [700_000] && uploads.files.allSatisfy(\.isDiscarded))
            let large = try await post(
                port, Self.path + "upload", ours(port) + [Self.file], "", length: "1000001")
            #expect(large?.status == 413 && uploads.files.count == 1)
        }
    }

    @Test("a file for which there is no room, or whose sender goes, leaves nothing")
    func brokenUpload() async throws {
        let uploads = Uploads()
        try await withServer(Self.configuration(uploads: uploads, room: 1000)) { port, _ async throws in
            let body = String(repeating: "y", count: 5000)
            let full = try await post(port, Self.path + "upload", ours(port) + [Self.file], body)
            #expect(full?.status == 500 && full?.text.contains("磁盘") == true)
            let head = (["POST \(Self.path)upload HTTP/1.1"] + ours(port) + [Self.file]).joined(separator: "\r\n")
            let rest = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 900\r\n\r\nabc")
                client.finish()
                return client.receiveAll()
            }
            #expect(rest.isEmpty)
            #expect(uploads.files.count == 2 && uploads.files.allSatisfy(\.isDiscarded))
        }
    }

    @Test("a body that takes too long is ended as a head is, and only some are taken at once")
    func slow() async throws {
        var configuration = Self.configuration()
        configuration.limits.headTimeout = .milliseconds(300)
        configuration.limits.maximumBodies = 1
        try await withServer(configuration) { port, _ async throws in
            let head = (["POST \(Self.path)save HTTP/1.1"] + ours(port) + [Self.json]).joined(separator: "\r\n")
            let isClosed = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 900\r\n\r\nabc")
                return client.isClosedByServer()
            }
            #expect(isClosed)
        }
        configuration.limits.headTimeout = .seconds(3600)
        try await withServer(configuration) { port, _ async throws in
            let head = (["POST \(Self.path)save HTTP/1.1"] + ours(port) + [Self.json]).joined(separator: "\r\n")
            let second = try await onThread {
                let client = try TestClient(port: port)
                client.send(head + "\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n")
                _ = try client.receive(through: "\r\n\r\n")
                // Its body is awaited now, or will be in a moment.
                while true {
                    let other = try TestClient(port: port)
                    other.send(head + "\r\nContent-Length: 2\r\n\r\n{}")
                    let response = try other.receiveResponse()
                    if response.status == 503 { return response }
                }
            }
            #expect(second["Retry-After"] == "1" && second.text.contains("\"busy\""))
        }
    }
}
