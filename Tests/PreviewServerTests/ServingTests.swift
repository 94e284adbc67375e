import PreviewServer
import Testing

@Suite("Serving a site")
struct ServingTests {
    @Test("a page comes with its type, its validator and the fields that protect it")
    func page() async throws {
        try await withServer { port, _ async throws in
            let response = try await ask(port, "GET / HTTP/1.1")
            #expect(response.status == 200)
            #expect(response.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(response.text == TestSite.home)
            #expect(response["Content-Type"] == "text/html; charset=utf-8")
            #expect(response["Content-Length"] == "\(TestSite.home.utf8.count)")
            #expect(response["Cache-Control"] == "no-cache")
            #expect(response["Accept-Ranges"] == "bytes")
            #expect(response["ETag"]?.count == 34)
            #expect(response["X-Content-Type-Options"] == "nosniff")
            #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
            #expect(response["Referrer-Policy"] == "no-referrer")
            #expect(response["Date"]?.hasSuffix(" GMT") == true)
            #expect(response["Content-Security-Policy"] == nil)
            let text = try await ask(port, "GET /digits.txt HTTP/1.1")
            #expect(text["Content-Security-Policy"]?.hasPrefix("sandbox; default-src 'none'") == true)
            #expect(text["X-Content-Type-Options"] == "nosniff")
            let pdf = try await ask(port, "GET /large.pdf HTTP/1.1")
            #expect(pdf["Content-Security-Policy"] == nil)
            #expect(response["Server"] == nil)
            #expect(response["Connection"] == nil)
        }
    }

    @Test("HEAD is GET without the body", arguments: ["/", "/large.pdf", "/nothing", "/folder", "/building", "/%zz"])
    func head(path: String) async throws {
        try await withServer { port, _ async throws in
            let get = try await ask(port, "GET \(path) HTTP/1.1")
            let bytes = try await onThread {
                let client = try TestClient(port: port)
                client.send("HEAD \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return client.receiveAll()
            }
            func fields(_ head: String) -> [Substring] {
                head.split(separator: "\r\n").filter { !$0.hasPrefix("Date") && !$0.hasPrefix("Connection") }
            }
            let head = String(decoding: bytes, as: UTF8.self)
            #expect(head.hasSuffix("\r\n\r\n"))
            #expect(fields(head) == fields(get.head))
            #expect(get.body.count == Int(get["Content-Length"] ?? ""))
        }
    }

    @Test("a path with escapes and a query finds its page")
    func lookup() async throws {
        try await withServer { port, _ async throws in
            #expect(try await ask(port, "GET /%E8%B4%A8%E9%87%8F.txt?raw?? HTTP/1.1").text == "品")
            #expect(try await ask(port, "GET /a..b.txt HTTP/1.1").text == "dots")
            #expect(try await ask(port, "GET http://localhost:\(port)/ HTTP/1.1").text == TestSite.home)
        }
    }

    @Test("the site is at ::1 as well", .enabled(if: Machine.hasIPv6Loopback))
    func ipv6() async throws {
        try await withServer { port, _ async throws in
            #expect(try await ask(port, "GET / HTTP/1.1", "Host: [::1]:\(port)", address: "::1").status == 200)
        }
    }

    @Test("answers that are no page have their status")
    func otherAnswers() async throws {
        try await withServer { port, _ async throws in
            let redirect = try await ask(port, "GET /folder?a=b HTTP/1.1")
            #expect(redirect.status == 302)
            #expect(redirect["Location"] == "/folder/?a=b")
            let anchor = try await ask(port, "GET /anchor?a=b HTTP/1.1")
            #expect(anchor["Location"] == "/folder/?a=b#team")
            let chinese = try await ask(port, "GET /chinese HTTP/1.1")
            #expect(chinese["Location"] == "/%E8%B4%A8%E9%87%8F.txt")
            let away = try await ask(port, "GET /away HTTP/1.1")
            #expect(away["Location"] == "/evil.example/%0D%0AX-Injected:%201")
            let building = try await ask(port, "GET /building HTTP/1.1")
            #expect(building.status == 503 && building.text == "building")
            #expect(building["Retry-After"] == "1" && building["Cache-Control"] == "no-store")
            let missing = try await ask(port, "GET /nothing HTTP/1.1")
            #expect(missing.status == 404 && missing.text == "这里没有页面。\nThere is no page here.\n")
            let own = try await ask(port, "GET /own-404 HTTP/1.1")
            #expect(own.status == 404 && own.text == "own page" && own["ETag"] == nil)
        }
    }

    @Test("an error while answering is a page, and the server goes on")
    func failure() async throws {
        try await withServer { port, _ async throws in
            let broken = try await ask(port, "GET /broken HTTP/1.1")
            #expect(broken.status == 500)
            #expect(!broken.text.contains("Failure"))
            #expect(try await ask(port, "GET / HTTP/1.1").status == 200)
        }
    }

    @Test("a known version is not sent again")
    func validators() async throws {
        try await withServer { port, _ async throws in
            let tag = try #require(try await ask(port, "GET / HTTP/1.1")["ETag"])
            for list in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let response = try await ask(port, "GET / HTTP/1.1", "If-None-Match: \(list)")
                #expect(response.status == 304)
                #expect(response["ETag"] == tag && response["Cache-Control"] == "no-cache")
                #expect(response["Content-Length"] == nil && response["Content-Type"] == nil)
            }
            let twice = try await ask(port, "GET / HTTP/1.1", "If-None-Match: \"x\"", "If-None-Match: \(tag)")
            #expect(twice.status == 304)
            #expect(try await ask(port, "GET / HTTP/1.1", "If-None-Match: \"x\"").status == 200)
            #expect(try await ask(port, "GET / HTTP/1.1", "If-Match: \"x\"").status == 412)
            #expect(try await ask(port, "GET / HTTP/1.1", "If-Match: \(tag)").status == 200)
        }
    }

    @Test("a part of a file is sent as asked")
    func ranges() async throws {
        try await withServer { port, _ async throws in
            let part = try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=2-4")
            #expect(part.status == 206 && part.text == "234")
            #expect(part["Content-Range"] == "bytes 2-4/10" && part["Content-Length"] == "3")
            #expect(try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=-3").text == "789")
            let open = try await ask(port, "GET /large.pdf HTTP/1.1", "Range: bytes=100000-")
            #expect(open.body == Array(TestSite.large[100_000...]))
            let outside = try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=10-")
            #expect(outside.status == 416 && outside["Content-Range"] == "bytes */10")
            #expect(try await ask(port, "GET /empty.txt HTTP/1.1", "Range: bytes=0-").status == 416)
            let several = try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=0-1,3-4")
            #expect(several.status == 200 && several.text == TestSite.digits)

            let tag = try #require(part["ETag"])
            let same = try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=0-1", "If-Range: \(tag)")
            #expect(same.status == 206)
            for other in ["\"x\"", "W/\(tag)", "Tue, 24 Nov 2026 00:00:00 GMT"] {
                let changed = try await ask(port, "GET /digits.txt HTTP/1.1", "Range: bytes=0-1", "If-Range: \(other)")
                #expect(changed.status == 200 && changed.text == TestSite.digits)
            }
        }
    }

    @Test("a large file arrives as it is, also when it is read slowly")
    func largeFile() async throws {
        try await withServer { port, _ async throws in
            #expect(try await ask(port, "GET /large.pdf HTTP/1.1").body == TestSite.large)
        }
    }

    @Test("one connection serves many requests, also those that are sent ahead")
    func keepAlive() async throws {
        try await withServer { port, _ async throws in
            let texts = try await onThread {
                let client = try TestClient(port: port)
                let request = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
                client.send(request)
                var texts = [try client.receiveResponse().text]
                client.send(
                    request + "\r\n" + request + "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                for _ in 0..<3 { texts.append(try client.receiveResponse().text) }
                return texts + [client.isClosedByServer() ? "closed" : "open"]
            }
            #expect(texts == [TestSite.digits, TestSite.digits, TestSite.digits, TestSite.home, "closed"])
        }
    }

    @Test("HTTP/1.0 closes unless asked to keep the connection")
    func version0() async throws {
        try await withServer { port, _ async throws in
            let (first, second, rest) = try await onThread {
                let client = try TestClient(port: port)
                client.send("GET /digits.txt HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
                let first = try client.receiveResponse()
                client.send("GET /digits.txt HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return (first, try client.receiveResponse(), client.receiveAll())
            }
            #expect(first["Connection"] == "keep-alive" && first.text == TestSite.digits)
            #expect(second["Connection"] == "close" && second.text == TestSite.digits)
            #expect(rest.isEmpty)
        }
    }
}
