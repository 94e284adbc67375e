import Testing

@testable import PreviewServer

@Suite("Finding the ends of heads")
struct HeadBufferTests {
    private func buffer(_ text: String, limit: Int = 64) -> HeadBuffer {
        var buffer = HeadBuffer(limit: limit)
        buffer.append(Array(text.utf8))
        return buffer
    }

    @Test("heads that were sent together are taken one by one")
    func pipelined() throws {
        var buffer = buffer("A\r\n\r\nB\r\nc\r\n\r\nD")
        #expect(try buffer.takeHead() == Array("A\r\n\r\n".utf8))
        #expect(try buffer.takeHead() == Array("B\r\nc\r\n\r\n".utf8))
        #expect(try buffer.takeHead() == nil)
        #expect(!buffer.isEmpty)
    }

    @Test("one empty line before a head is skipped, two are not")
    func emptyLines() throws {
        var one = buffer("\r\nA\r\n\r\n")
        #expect(try one.takeHead() == Array("A\r\n\r\n".utf8))
        var two = buffer("\r\n\r\n\r\nA\r\n\r\n")
        #expect(try two.takeHead() == Array("\r\n\r\n".utf8))
        var begun = buffer("\r")
        #expect(try begun.takeHead() == nil)
    }

    @Test(
        "a line feed alone is refused at once, not after the time of a head",
        arguments: ["A\n", "\n", "A\r\n\n", "\rA"])
    func bareLineFeeds(text: String) {
        var buffer = buffer(text)
        #expect(throws: RequestRefusal.malformed) { try buffer.takeHead() }
    }

    @Test("a head that is too large is refused before its end")
    func limit() throws {
        var line = buffer(String(repeating: "a", count: 65))
        #expect(throws: RequestRefusal.targetTooLong) { try line.takeHead() }
        var fields = buffer("A\r\n" + String(repeating: "a", count: 62))
        #expect(throws: RequestRefusal.headTooLarge) { try fields.takeHead() }
        var full = buffer(String(repeating: "a", count: 60) + "\r\n\r\n")
        #expect(try full.takeHead()?.count == 64)
    }
}
