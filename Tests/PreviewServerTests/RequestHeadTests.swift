import TestSupport
import Testing

@testable import PreviewServer

@Suite("Heads of requests")
struct RequestHeadTests {
    private func parse(_ text: String) throws(RequestRefusal) -> RequestHead {
        try RequestHeadParser.parse(Array(text.utf8))
    }

    @Test("a head is taken apart")
    func parts() throws {
        let head = try parse("GET /a?b HTTP/1.1\r\nHost: localhost\r\nX-Y:\t a: b \t\r\nEmpty:\r\nhost: two\r\n\r\n")
        #expect(head.method == "GET")
        #expect(head.target == Array("/a?b".utf8))
        #expect(head.minorVersion == 1)
        #expect(head.values(of: "host") == ["localhost", "two"])
        #expect(head["x-y"] == "a: b")
        #expect(head["empty"] == "")
        #expect(head["none"] == nil)
    }

    @Test(
        "what two programs could read differently is malformed",
        arguments: [
            "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n: a\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
            "GET / HTTP/1.1\r\nA(b: c\r\n\r\n", "GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n",
            "GET / HTTP/1.1\r\nA: b\u{7F}\r\n\r\n",
            "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1 \r\n\r\n", " GET / HTTP/1.1\r\n\r\n", "GET /\r\n\r\n",
            "GET /a b HTTP/1.1\r\n\r\n", "GET /a\tb HTTP/1.1\r\n\r\n", "G@T / HTTP/1.1\r\n\r\n", "\r\n\r\n", "",
            "GET / http/1.1\r\n\r\n", "GET / HTTP/1.1x\r\n\r\n", "GET / HTTP/11\r\n\r\n", "GET / FTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET / HTTP/1.1\r\ntransfer-encoding: identity\r\nContent-Length: 3\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length:\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: ٣\r\n\r\n",
            "GET / HTTP/1.1\r\nA: b\r\n", "GET / HTTP/1.1\r\nA: b\r\n\r\nrest",
        ])
    func malformed(text: String) {
        #expect(throws: RequestRefusal.malformed) { try parse(text) }
    }

    @Test("other versions are told so", arguments: ["HTTP/2.0", "HTTP/0.9", "HTTP/1.2"])
    func versions(version: String) {
        #expect(throws: RequestRefusal.unknownVersion) { try parse("GET / \(version)\r\n\r\n") }
    }

    @Test("a hundred fields are enough")
    func fieldCount() throws {
        let fields = String(repeating: "A: b\r\n", count: 100)
        #expect(try parse("GET / HTTP/1.1\r\n\(fields)\r\n").fields.count == 100)
        #expect(throws: RequestRefusal.headTooLarge) { try parse("GET / HTTP/1.1\r\n\(fields)A: b\r\n\r\n") }
    }

    @Test("a connection is kept as version and client want it")
    func keepingConnections() throws {
        #expect(try parse("GET / HTTP/1.1\r\n\r\n").keepsConnection)
        #expect(try !parse("GET / HTTP/1.1\r\nConnection: Upgrade, Close\r\n\r\n").keepsConnection)
        #expect(try !parse("GET / HTTP/1.0\r\n\r\n").keepsConnection)
        #expect(try parse("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keepsConnection)
    }

    @Test("a body is announced by any length but zero")
    func bodies() throws {
        #expect(try !parse("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").announcesBody)
        #expect(try !parse("GET / HTTP/1.1\r\n\r\n").announcesBody)
        #expect(try parse("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n").announcesBody)
    }

    @Test("what is printed is read again, however it arrives, and mutations never crash", arguments: 0..<8)
    func roundTrips(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let head = RequestHead.random(using: &random)
            let printed = head.printed
            #expect(try RequestHeadParser.parse(printed) == head)

            var buffer = HeadBuffer(limit: 32 * 1024)
            var rest = (printed + printed)[...]
            var found: [RequestHead] = []
            while !rest.isEmpty {
                let count = min(rest.count, Int.random(in: 1...40, using: &random))
                buffer.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
                while let taken = try buffer.takeHead() { found.append(try RequestHeadParser.parse(taken)) }
            }
            #expect(found == [head, head])
            #expect(buffer.isEmpty)

            var mutated = printed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<mutated.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: mutated[index] = UInt8.random(in: 0...255, using: &random)
                case 1: mutated.insert(UInt8.random(in: 0...255, using: &random), at: index)
                default: mutated.remove(at: index)
                }
            }
            // Whatever is accepted is printed and read as the same.
            if let read = try? RequestHeadParser.parse(mutated) {
                #expect(try RequestHeadParser.parse(read.printed) == read)
            }
        }
    }
}
