import TestSupport
import Testing

@testable import PreviewServer

@Suite("Paths of requests")
struct PreviewPathTests {
    @Test(
        "a path is decoded exactly once",
        arguments: [
            ("/", "/"), ("/awards/2020/", "/awards/2020/"), ("/%E8%B4%A8%E9%87%8F.txt", "/质量.txt"),
            ("/a%20b", "/a b"), ("/%252e%252e/x", "/%2e%2e/x"), ("/a%25.html", "/a%.html"), ("/a..b.pdf", "/a..b.pdf"),
            ("/...", "/..."), ("/.git/config", "/.git/config"), ("/质量", "/质量"), ("/a+b", "/a+b"), ("/%41", "/A"),
            ("/a:b@c;d=e,f", "/a:b@c;d=e,f"), ("/．．/x", "/．．/x"),
        ])
    func decoding(encoded: String, decoded: String) throws {
        #expect(try PreviewPath(decoding: Array(encoded.utf8)).text == decoded)
    }

    @Test(
        "what is no path is refused with its reason",
        arguments: [
            ("", .unknownForm), ("awards", .unknownForm), ("*", .unknownForm), ("/a#b", .unknownForm),
            ("/..", .dotSegment), ("/../x", .dotSegment), ("/a/../../x", .dotSegment), ("/a/..", .dotSegment),
            ("/.", .dotSegment), ("/./x", .dotSegment), ("/a/.", .dotSegment),
            ("/%2e%2e/x", .dotSegment), ("/%2E%2e/x", .dotSegment), ("/.%2e/x", .dotSegment), ("/%2e/x", .dotSegment),
            ("/..%2fx", .encodedSlash), ("/a%2Fb", .encodedSlash), ("/%2f", .encodedSlash),
            ("/..%5cx", .backslash), ("/..\\x", .backslash), ("/a%5C..%5Cb", .backslash),
            ("//etc/passwd", .emptySegment), ("//", .emptySegment), ("/a//b", .emptySegment), ("/a//", .emptySegment),
            ("/a/%00.html", .controlCharacter), ("/%0d%0aX:y", .controlCharacter), ("/%7f", .controlCharacter),
            ("/a\tb", .controlCharacter), ("/%C2%85", .controlCharacter), ("/%1b[2J", .controlCharacter),
            ("/%ff", .invalidUTF8), ("/%c0%ae%c0%ae/x", .invalidUTF8), ("/%ed%a0%80", .invalidUTF8),
            ("/%E8%B4", .invalidUTF8), ("/%f4%90%80%80", .invalidUTF8),
            ("/%", .badEscape), ("/%2", .badEscape), ("/%zz", .badEscape), ("/%u002e", .badEscape), ("/a%", .badEscape),
        ] as [(String, PreviewPath.Refusal)])
    func refusals(encoded: String, reason: PreviewPath.Refusal) {
        #expect(throws: reason) { try PreviewPath(decoding: Array(encoded.utf8)) }
    }

    @Test("a path of 8 KiB is one, a longer one is not")
    func length() throws {
        let longest = "/" + String(repeating: "a", count: PreviewPath.maximumBytes - 1)
        #expect(try PreviewPath(decoding: Array(longest.utf8)).text == longest)
        #expect(throws: PreviewPath.Refusal.tooLong) { try PreviewPath(decoding: Array((longest + "a").utf8)) }
    }

    @Test("any bytes give a path without traps or none", arguments: 0..<8)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "/", ".", "..", "%2e", "%2f", "%5c", "%00", "%", "\\", "a", "é", "%e9", "?", "//", ";", "%25", "\n",
        ]
        for _ in 0..<4000 {
            var bytes = Array("/".utf8)
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                if Bool.random(using: &random) {
                    bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
                } else {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            guard let path = try? PreviewPath(decoding: bytes) else { continue }
            let segments = path.text.utf8.dropFirst().split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            #expect(!segments.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) })
            #expect(!segments.dropLast().contains { $0.isEmpty })
            #expect(!path.text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
            #expect(path.text.utf8.first == UInt8(ascii: "/"))
        }
    }

    @Test("the query is kept apart and decides nothing")
    func query() throws {
        let target = try RequestTarget(Array("/a?b=/../%zz\\?c".utf8))
        #expect(target.path.text == "/a")
        #expect(target.query == "b=/../%zz\\?c")
        #expect(try RequestTarget(Array("/a?".utf8)).query == "")
        #expect(try RequestTarget(Array("/a".utf8)).query == nil)
    }

    @Test("the absolute form names host and path")
    func absoluteForm() throws {
        let target = try RequestTarget(Array("HTTP://Localhost:8000/a?b".utf8))
        #expect(target.authority == Authority("localhost:8000"))
        #expect(target.path.text == "/a")
        #expect(try RequestTarget(Array("http://localhost".utf8)).path.text == "/")
        for bad in ["https://localhost/", "ftp://x/", "http:///x", "http://a@b/", "localhost:80", "file:///etc/passwd"]
        {
            #expect(throws: PreviewPath.Refusal.unknownForm) { try RequestTarget(Array(bad.utf8)) }
        }
    }
}
